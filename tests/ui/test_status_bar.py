"""The status bar's line of long work."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from triage.model.runs import Progress
from ui.i18n.formatting import strip_isolates
from ui.status_bar import WorkLine


def test_what_follows_reading_is_named_and_has_no_share(qtbot: QtBot) -> None:
    line = WorkLine("Indexing", lambda: None)
    qtbot.addWidget(line)
    line.show_progress(Progress("reading", 5, 10, 50, 0, 9, 5, 10, 2.0))
    assert "50 %" in strip_isolates(line.text.text()) and line.bar.maximum() > 0
    line.show_progress(Progress("linking", 10, 10, 100, 0, 9, 10, 10, 4.0))
    assert strip_isolates(line.text.text()) == "Indexing: linking conversations …" and line.bar.maximum() == 0
    line.show_progress(Progress("merging", 10, 10, 100, 0, 9, 10, 10, 5.0))
    assert strip_isolates(line.text.text()) == "Indexing: merging the index …"
