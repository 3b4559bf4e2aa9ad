"""Everything that the window can show, one after the other: for tests that look at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDockWidget, QWidget, QWizard
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from triage.case import Case
from triage.model.leaving import Arrangement, ReportProfile
from ui.dialogs.export import ReportDialog
from ui.dialogs.merge import write
from ui.main_window import MainWindow

_NO_DIALOG = ("Save the search …", "Redact …")  # the latter needs an item that isn't sealed
_OTHERS = ("Commands", "Keys", "Query language", "Reviewer's name …")


def panels(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Raise every panel, filled with what two people have done, and yield it."""
    _work(window)
    for title, panel in window.panels.items():
        window.session.panel_requested.emit(title)
        settle(qtbot, window, window.session.jobs)
        yield title, panel


def _work(window: MainWindow) -> None:
    path = window.session.path
    assert path is not None
    with Case.open(path) as case:
        nos = case.search.run("").nos
        case.decisions.tag(nos[:4], "not-relevant", "Omar Said", "key")
        case.decisions.tag(nos[1:3], "relevant", "Dana Levi", "key")
        case.search.save("herons", "heron", "Dana Levi")
        case.search.run_saved("herons", "Dana Levi")
        case.team.batches.create("", "All", "Dana Levi", 5)
        case.team.samples.draw("", "elusion", "Dana Levi", 3, seed="s1", blind=True)
    window.refresh()


def views(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show every view of the item at hand and yield it, also those that say why they can't show it."""
    panel = window.panels["Item"]
    for at, view in enumerate(panel.views):  # type: ignore[attr-defined]
        panel.look_at(at)  # type: ignore[attr-defined]
        settle(qtbot, window, window.session.jobs)
        yield type(view).__name__, view


def dialogs(qtbot: QtBot, window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Open everything that stands before the window and yield it, a wizard once for each page."""
    _seal_one(qtbot, window)
    window.session.panel_requested.emit("Dashboard")
    board, terms = window.panels["Dashboard"], window.panels["Terms"]
    qtbot.waitUntil(lambda: board.sheet() is not None)  # type: ignore[attr-defined]
    for command in window.actions_.commands:
        if command.words in _OTHERS or (command.words.endswith("…") and command.words not in _NO_DIALOG):
            window.actions_.run(command.words)
            yield from _shown(qtbot, window, command.words)
    for name, show in _shown_otherwise(qtbot, window):
        show()
        yield from _shown(qtbot, window, name)
    for name in ("choose_list", "choose_target"):
        getattr(terms, name)()
        yield from _shown(qtbot, window, f"terms: {name}")
    window.works.export(folder / "findings", "tag:relevant")
    yield from _shown(qtbot, window, "exported")
    write(window, window.session, folder / "mine.decisions")
    yield from _shown(qtbot, window, "decisions written")


def _shown_otherwise(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what shows a dialog and isn't a command with dots, by its name."""
    page = window.panels["Case"]
    yield "add a folder", page.add_folder  # type: ignore[attr-defined]
    yield "add a pattern", page.add_pattern  # type: ignore[attr-defined]
    window.session.error_posted.emit("The disk is full.")
    yield "what went wrong", window.bar.show_troubles
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        window.session.query_proposed.emit("NOT is:sealed")
    yield "compare", partial(_compare, window)
    yield "arrange the report", partial(_arrange_report, window)
    window.panels["Item"].look_at(0)  # type: ignore[attr-defined]
    yield "redact", partial(window.actions_.run, "Redact …")


def _arrange_report(window: MainWindow) -> None:
    ReportDialog(window, window.session, "heron", ReportProfile("for counsel", Arrangement())).show()


def _compare(window: MainWindow) -> None:
    list_ = window.panels["Results"].list  # type: ignore[attr-defined]
    list_.selectRow(0)
    window.actions_.run("Compare two items")
    list_.selectRow(1)
    window.actions_.run("Compare two items")


def _seal_one(qtbot: QtBot, window: MainWindow) -> None:
    no = window.session.current
    assert no is not None
    with qtbot.waitSignal(window.session.seals_changed):
        window.session.decide([no], "customer-content", True, "key")


def _shown(qtbot: QtBot, window: MainWindow, name: str) -> Iterator[tuple[str, QWidget]]:
    def there() -> list[QWidget]:
        tops = (one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle())
        return [one for one in tops if one is not window and not isinstance(one, QDockWidget)]

    def opened() -> None:
        assert there(), name

    qtbot.waitUntil(opened)
    settle(qtbot, window, window.session.jobs)
    dialog = there()[-1]
    yield name, dialog
    while isinstance(dialog, QWizard) and dialog.nextId() >= 0:
        dialog.setStartId(dialog.nextId())
        dialog.restart()
        yield f"{name}, page {dialog.currentId()}", dialog
    dialog.close()
    QApplication.processEvents()
