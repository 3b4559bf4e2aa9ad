"""The gaps in the panel Suggestions: each kind with its evidence, and a click lists the items that show one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.insight.people.mailboxes import mailboxes
from tests.records import case_of
from tests.ui.views import brought
from triage.insight.gaps.nouns import ABSENT, FILE, KINDS
from ui.main_window import MainWindow
from ui.suggestions.gaps import GapsView
from ui.widgets.builders import children


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three people's mailboxes."""
    with case_of(tmp_path_factory.mktemp("people"), mailboxes()) as case:
        return case.path


def test_gaps_are_listed_by_kind_and_lead_to_their_items(qtbot: QtBot, opened: MainWindow) -> None:
    view = brought(opened, GapsView)
    with qtbot.waitSignal(opened.session.task_finished):
        view.empty.button.click()
    view.kind.setCurrentIndex(KINDS.index(FILE))
    budget, _ = children(view.list)
    assert "omar" in budget.text(0) and "budget.xls" in budget.text(1) and "2023-03-16" in budget.text(2)
    view.kind.setCurrentIndex(KINDS.index(ABSENT))
    (absent,) = children(view.list)
    assert (
        "nowhere@orrin.example" in absent.text(1) and "1 gap" in view.status.text() and "(1)" in view.kind.currentText()
    )
    with qtbot.waitSignal(opened.session.results_changed):
        view.list.itemActivated.emit(absent, 0)
    assert opened.session.results is not None and opened.session.results.total == 1
