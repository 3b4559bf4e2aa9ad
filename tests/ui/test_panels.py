"""What every panel does, new ones included: opens on an empty and a full case, follows a change, closes in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Allow, Case, Policy
from ui.case.session import Session
from ui.panel import Panel
from ui.panels import PANELS


@pytest.fixture
def session(dressed: QApplication) -> Iterator[Session]:
    """A session that is closed at the end."""
    made = Session()
    yield made
    assert made.close()


def _open(qtbot: QtBot, session: Session, path: Path) -> None:
    with qtbot.waitSignals([session.results_changed, session.status_changed]):
        session.open(path)


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.title)
def test_it_opens_on_an_empty_case(qtbot: QtBot, session: Session, tmp_path: Path, kind: type[Panel]) -> None:
    (tmp_path / "nothing").mkdir()
    Case.create(tmp_path / "new", Policy("x", "y", (Allow("a", str(tmp_path / "nothing"), "z"),))).close()
    panel = kind(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.set_in_sight(True)
    _open(qtbot, session, tmp_path / "new")
    assert panel.accessibleName() == kind.title
    assert panel.place in ("top", "left", "centre", "right", "below", "bottom")


@pytest.mark.parametrize("kind", PANELS, ids=lambda kind: kind.title)
def test_it_follows_a_change(qtbot: QtBot, session: Session, case_path: Path, kind: type[Panel]) -> None:
    panel = kind(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.set_in_sight(True)
    _open(qtbot, session, case_path)
    assert session.results is not None
    session.select(session.results.nos[3])
    with qtbot.waitSignals([session.decisions_saved, session.status_changed]):
        session.decide([session.results.nos[3]], "relevant", True, "key")
    for command in panel.commands():
        command.run()
    session.select(None)
    settle(qtbot, panel, session.jobs)
