"""Configurations that hold, and such as do not with what is said of them."""

from __future__ import annotations

GOOD = (
    "",
    'path = ["docs/", ":!docs/old"]',
    'kind = ["link.*", "page.moved", "term.renamed"]',
    'significance = ["content", "links"]',
    "context = 0",
    'dialect = "mkdocs"',
    'base-url = "https://handbook.example.com"',
    'base-url = "http://example.com/crew/"',
    "cache-size = 50",
    "[log]\nall-commits = true",
    '[notes]\nfeed = "https://example.com/news.atom"',
    '[notes]\nformat = "html"',
    '[redirects]\nformat = "netlify"\nmin-confidence = 1\nall-published = true',
    '[terms]\nexpect = ["a=b", {before = "c d", after = "e", scope = ["url"], allow = ["f/"]}]',
    '[terms]\nscope = ["prose"]\nallow = ["a/", "#B"]\nmin-confidence = 0.5\nall-commits = false',
    '[review]\nfail-on = "note"\nredirects = "_redirects"',
    '[[review.severities]]\npolicy = "page-*"\nseverity = "off"\npaths = ["a/"]',
    '[[review.severities]]\nseverity = "note"',
    '[[review.waivers]]\nfingerprint = "f1"\nreason = "r"\nuntil = 2030-01-01',
    '[[review.waivers]]\npolicy = "broken-*"\nreason = "r"\nuntil = "2030-01-01"',
    '[[review.waivers]]\npaths = ["a/"]\nreason = "r"\nuntil = 2030-01-01',
)

WAIVER = '[[review.waivers]]\nreason = "r"\nuntil = 2030-01-01\n'

BAD = (
    (
        "colour = 1",
        "unknown key 'colour' (one of: base-url, cache-size, context, dialect, kind, log, notes, path, redirects, ",
    ),
    (
        'cache = "here"',
        "unknown key 'cache' (did you mean 'cache-size'? known keys: base-url, cache-size, ",
    ),
    ('template = "x"', "unknown key 'template' (one of: "),
    (
        '[review]\nfail_on = "error"',
        "unknown key 'fail_on' in [review] (did you mean 'fail-on'? known keys: fail-on, redirects, s",
    ),
    ('fail-on = "error"', "unknown key 'fail-on' (it belongs under [review])"),
    ('format = "html"', "unknown key 'format' (it belongs under [notes] or [redirects])"),
    ("[notes]\ncontext = 3", "unknown key 'context' in [notes] (it belongs above all tables)"),
    (
        '[terms]\nexpect = [{before = "a", after = "b", scop = ["url"]}]',
        "unknown key 'scop' in [terms] expect, no. 1 (did you mean 'scope'?",
    ),
    ('"a\\n - at `$.b`" = 1', "unknown key "),
    ('kind = "link.*"', 'kind: should be a list, not text (write kind = ["link.*", "page.moved"])'),
    ("kind = [3]", "kind, no. 1: should be text, not a whole number"),
    (
        'kind = ["link.*", "link.brokn"]',
        "kind, no. 2: 'link.brokn' is no kind (did you mean 'link.broken'?)",
    ),
    (
        'significance = ["contents"]',
        "significance, no. 1: 'contents' is unknown (did you mean 'content'?)",
    ),
    ('context = "many"', "context: should be a whole number, not text (write context = 3)"),
    ("context = 1.5", "context: should be a whole number, not a number"),
    ("context = -1", "context: should be a whole number of at least 0"),
    ("cache-size = 0", "cache-size: should be a whole number of at least 1"),
    ("cache-size = 1000001", "cache-size: should be a whole number of at most 1000000"),
    ('dialect = "mkdoc"', "dialect: 'mkdoc' is no dialect (did you mean 'mkdocs'?)"),
    (
        'base-url = "crew.example.com"',
        'base-url: should be an address on the web (write base-url = "https://handbook.example.com/")',
    ),
    (
        '[notes]\nfeed = "news.atom"',
        "[notes] feed: should be an address on the web (write feed = ",
    ),
    ('base-url = "https://example.com/?a"', "base-url: should be an address on the web"),
    ("base-url = 3", "base-url: should be text, not a whole number"),
    ('[log]\nall-commits = "yes"', "[log] all-commits: should be true or false, not text"),
    (
        '[notes]\nformat = "htm"',
        "[notes] format: 'htm' is no format of notes (did you mean 'html'?)",
    ),
    (
        '[redirects]\nformat = "netlif"',
        "[redirects] format: 'netlif' is no format of redirects (did you mean 'netlify'?)",
    ),
    (
        "[redirects]\nmin-confidence = 2",
        "[redirects] min-confidence: should be a number of at most 1",
    ),
    (
        '[terms]\nexpect = ["a"]',
        '[terms] expect, no. 1: should be OLD=NEW (write "campaign=batch change")',
    ),
    ('[terms]\nexpect = ["=b"]', "[terms] expect, no. 1: should be OLD=NEW"),
    ('[terms]\nexpect = [{before = "a"}]', "[terms] expect, no. 1: lacks 'after'"),
    (
        '[terms]\nexpect = [{before = "a", after = " "}]',
        "[terms] expect, no. 1, after: may not be empty",
    ),
    (
        "[terms]\nexpect = [3]",
        "[terms] expect, no. 1: should be text or a table, not a whole number",
    ),
    (
        '[terms]\nscope = ["pose"]',
        "[terms] scope, no. 1: 'pose' is unknown (did you mean 'prose'?)",
    ),
    ("review = 3", "review: should be a table, not a whole number"),
    ('[review]\nfail-on = "erorr"', "[review] fail-on: 'erorr' is unknown (did you mean 'error'?)"),
    (
        "[review]\nfail-on = 3",
        "[review] fail-on: should be text, not a whole number (one of: error, note, warning)",
    ),
    (
        '[[review.severities]]\npolicy = "page-remove"\nseverity = "off"',
        "[review] severities, no. 1, policy: 'page-remove' is no policy (did you mean 'page-removed'?)",
    ),
    (
        '[[review.severities]]\npolicy = "page-*"',
        "[review] severities, no. 1: lacks 'severity' (one of: ",
    ),
    (WAIVER, "[review] waivers, no. 1: a waiver needs a fingerprint, a policy or paths"),
    (
        f'{WAIVER}fingerprint = ""\npaths = []',
        "[review] waivers, no. 1: a waiver needs a fingerprint",
    ),
    (
        f'{WAIVER}policy = "broken-lnk"',
        "[review] waivers, no. 1, policy: 'broken-lnk' is no policy",
    ),
    (
        '[[review.waivers]]\npolicy = "*"\nreason = "r"\nuntil = "soon"',
        "[review] waivers, no. 1, until: should be a date such as 2030-12-31",
    ),
    (
        '[[review.waivers]]\npolicy = "*"\nreason = ""\nuntil = 2030-01-01',
        "[review] waivers, no. 1, reason: may not be empty",
    ),
)
"""Each also against the schema, which can say neither that a pattern matches nothing nor that a file is no TOML."""
