from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drift.parse.commonmark.beginnings import BLOCKS, INLINES
from drift.parse.commonmark.engine import engine
from tests.conftest import LINEAR, growth

SIGNS = """
# * - + _ > ` ~ | : = ! ? % ( { [ ] } ) < ^ & @ w \\ . é 、
1. 2) a import b export from www.a.org http://a.org x@y.org [a](b) [^1] [^1]: [r]: (l)= ::: !!! === --- ``` ~~~
{{<ref>}} {%x%} <Tab </Tab> {#id} {role}`x` ![i](j) ~~gone~~ **strong** : text ??? :--|--: <!-- --> &amp;
""".split()
SPACES = ("", " ", "\n", "\n\n", "\n  ", "\n    ", "\n> ", "\n- ", "\t")


def asking_all(*, myst: bool) -> MarkdownIt:
    """Give the reader that asks every rule about everything, as markdown-it does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("drift.parse.commonmark.engine.sort_rules", lambda _: None)
        return engine.__wrapped__(myst=myst)


UNSORTED = {myst: asking_all(myst=myst) for myst in (False, True)}


def both(text: str, *, myst: bool) -> tuple[object, object]:
    return tuple(  # type: ignore[return-value]
        [token.as_dict() for token in md.parse(text, {})]
        for md in (UNSORTED[myst], engine(myst=myst))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=====\n\nText\nover lines\n---\n",
        "Text\n- - -\nmore\n- item\n===\n",
        "    code\n---\n",
        "> quoted\nlazy\n===\n",
        "- item\n  more\n  ---\n\n  text\n",
        "Term\n: meaning\n\nnext\n~ other\n",
        "a | b\n--|--\n1 | 2\n",
        "text\n[^1]: note\n\n[^1]\n",
        "www.a.org and wwww.a.org, awww.a.org; x@y.org; http://a.org\n",
        "[a\\]](b){#id} `code`{.c} [span]{.d} {role}`x`\n",
        "import X from 'x'\nexport const a = 1\n\n<Tab a={{b: 1}}>\n\ntext\n\n</Tab>\n",
        "line\n% a comment\n(label)=\n# Heading\n",
        "far\n" * 150 + "===\n\n" + "far\n" * 150 + "# Heading\n",
    ],
)
def test_a_page_reads_as_when_every_rule_is_asked(text: str) -> None:
    for myst in (False, True):
        whole, quick = both(text, myst=myst)
        assert quick == whole


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(SPACES))), st.booleans())
def test_any_signs_read_as_when_every_rule_is_asked(
    parts: list[tuple[str, str]], myst: bool
) -> None:
    whole, quick = both("".join(sign + space for sign, space in parts), myst=myst)
    assert quick == whole


def test_each_rule_is_known_by_its_name_and_few_are_asked_about_everything() -> None:
    md = engine(myst=True)
    lines, inlines = md.block.ruler.get_active_rules(), md.inline.ruler.get_active_rules()
    assert [name for name in lines if name not in BLOCKS] == [
        "table",
        "code",
        "lheading",
        "deflist",
        "paragraph",
    ]
    assert [name for name in inlines if name not in INLINES] == ["text"]
    assert not BLOCKS.keys() - set(lines)
    assert not INLINES.keys() - set(inlines)


def test_a_chain_of_rules_is_asked_as_one() -> None:
    md = engine(myst=False)
    assert len(md.block.ruler.getRules("")) == len(md.block.ruler.getRules("paragraph")) == 1
    assert len(UNSORTED[False].block.ruler.getRules("")) > 1


def test_colons_cost_no_more_than_there_are() -> None:
    """The plugin's own rule goes through all the text before each: seven seconds."""
    assert growth(lambda size: engine(myst=False).parse("{:" * size), 8_000) < LINEAR


@pytest.mark.parametrize("unit", ["text\n# Heading\n", "Term\n: meaning\n"])
def test_lines_without_a_blank_one_cost_no_more_than_there_are(unit: str) -> None:
    """The line below a heading was looked for to the end of the page, from each paragraph: two seconds."""
    assert growth(lambda size: engine(myst=False).parse(unit * size), 1_500) < LINEAR


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("see http://a.example/b", "http://a.example/b"),
        ("see https://a.example", "https://a.example"),
        ("see mailto:ann@a.example", "mailto:ann@a.example"),
        ("to the_two_anns@a.example", "mailto:the_two_anns@a.example"),
        ("to _ann_, or ann_b@a.example", "mailto:ann_b@a.example"),
    ],
)
def test_a_bare_url_is_a_link(text: str, target: str) -> None:
    inline = engine(myst=False).parse(text)[1]
    links = [token for token in inline.children or () if token.type == "link_open"]
    assert [token.attrGet("href") for token in links] == [target]
