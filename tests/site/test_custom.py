"""Labels that directives of a site's own may define."""

from __future__ import annotations

from drift.parse.base import parse
from drift.site.custom import custom_labels, label_key
from drift.trees.site import Dialect

RST = """Settings
========

.. conf::
   :keys: skip_install, no_package
   :default: false

   Whether to install.

.. requirement:: The door opens
   :name: req-door

.. note:: Mind the gap.
"""


def test_what_stands_in_a_custom_directive_may_be_a_label() -> None:
    """Arguments, options and texts, alone and behind the name of the directive."""
    page = parse(RST, suffix=".rst", dialect=Dialect("sphinx"))
    found = custom_labels([page])
    assert {"skip_install", "conf-no_package", "the door opens", "req-door"} <= found
    assert not {"mind", "mind the gap.", "install."} & found


def test_labels_are_compared_as_sphinx_does() -> None:
    """Case and white space are nothing."""
    assert label_key(" The\n Door") == "the door"
