from __future__ import annotations

import pytest

from drift.site.languages import unnamed
from drift.site.settings import Settings


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('defaultContentLanguage = "en"\n', "/en/"),
        ("DefaultContentLanguage: zh-cn\ndefaultContentLanguageInSubdir: false\n", "/zh-cn/"),
        ("defaultContentLanguage: en\ndefaultContentLanguageInSubdir: true\n", "/"),
        ('title = "x"\n', "/"),
        ("", "/"),
    ],
)
def test_the_folder_that_no_address_names(text: str, wanted: str) -> None:
    assert unnamed(Settings(generator="hugo", configs={"hugo.toml": text})) == wanted
