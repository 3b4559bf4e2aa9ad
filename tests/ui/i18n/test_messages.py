"""Sentences of the core in the window: in its language, and on one line whatever stands in a name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from triage.messages import plain, say
from ui.i18n import language, messages


@pytest.mark.parametrize("code", ["en", "he", "ar"])
def test_no_name_breaks_the_line_or_turns_it_round(qapp: QApplication, code: str) -> None:
    language.speak(qapp, code)
    try:
        for said in (say("no-saved-search", name="a\nb\u202e", again="a\nb\u202e"), plain("a\nb\u202e")):
            shown = messages.shown(said)
            assert not set(shown) & {"\n", "\u202e"}
            assert ("\u2068a" in shown) == (code != "en"), "a name keeps its own order"
    finally:
        language.speak(qapp, "en")
    assert messages.shown(say("no-item-id", id="xyz")).startswith("'xyz' isn't an item id")
