"""Details: source, hashes, headers, problems, every copy; nothing is opened for it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look


@pytest.mark.nightly
def test_everything_on_record_is_listed(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"quoted.eml"', 4)
    view = preview.view
    assert preview.page is not None
    item = preview.page.item
    qtbot.waitUntil(lambda: "omar/copy.eml" in view.reader.toPlainText())  # type: ignore[attr-defined]
    text = view.reader.toPlainText()  # type: ignore[attr-defined]
    for word in (item.sha256, item.digest, item.row.id, item.mih, "<q@halden.example>", "dana/quoted.eml"):
        assert word in text
    assert text.index("X-Mailer") < text.index("X-Second")
    assert preview.session.path is not None
    assert not (preview.session.path / "views.jsonl").exists()


@pytest.mark.nightly
def test_problems_are_listed(look: Look) -> None:
    preview = look('file:"scan.png"', 4)
    assert "needs-ocr" in preview.view.reader.toPlainText() or "no-text" in preview.view.reader.toPlainText()  # type: ignore[attr-defined]


@pytest.mark.nightly
def test_find_goes_round_the_end_and_on_to_the_text(look: Look) -> None:
    preview = look("file:quoted.eml gannet", 4)
    view = preview.view
    for _ in range(2):
        preview.finder.setText("x-mailer")
        preview.find_next()
        assert (preview.view, view.selected()) == (view, "X-Mailer")
    preview.finder.setText("New gannet words")
    preview.find_next()
    assert (preview.view, preview.text.selected()) == (preview.text, "New gannet words")
