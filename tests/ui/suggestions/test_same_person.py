"""Who may be one person, in the panel Suggestions: evidence first, merged only by decision."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of
from tests.ui.views import brought
from triage.case import Case
from ui.main_window import MainWindow
from ui.suggestions.people import SamePersonView
from ui.widgets.builders import children


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three people's mailboxes."""
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


def _choose(view: SamePersonView, first: str, second: str) -> None:
    line = next(line for line in children(view.list) if first in line.text(0) and second in line.text(1))
    view.list.setCurrentItem(line)


@pytest.mark.nightly
def test_a_merge_is_decided_with_its_evidence_in_view(qtbot: QtBot, opened: MainWindow, case_path: Path) -> None:
    view = brought(opened, SamePersonView)
    with qtbot.waitSignal(opened.session.task_finished):
        view.empty.button.click()
    _choose(view, "dana@orrin.example", "dl77@post.example")
    assert "dana levi" in children(view.lines)[0].text(0).lower()
    with qtbot.waitSignals([opened.session.task_finished] * 2):
        qtbot.mouseClick(view.accept_button, Qt.MouseButton.LeftButton)
    assert any(line.text(3) == "accepted" for line in children(view.list))
    with Case.open(case_path, read_only=True) as case:
        (one,) = [one for one in case.reports.insight.people.suggestions(decided=True) if one.state]
        assert (one.second.key, one.reviewer) == ("dl77@post.example", "Dana")
