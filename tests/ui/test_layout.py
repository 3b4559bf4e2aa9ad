"""Layout: at first start the window fits a laptop in every language, and nothing in it is cut off or left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import everything, layout
from tests.ui.waiting import settle
from triage.case import Case
from triage.errors import PROBLEM_CODES
from ui import appearance, preferences, theme
from ui.case.session import Session
from ui.i18n import language as i18n_language
from ui.i18n import messages
from ui.i18n.language import tr
from ui.main_window import MainWindow
from ui.panel import Brief, label
from ui.panels.dashboard import DashboardPanel
from ui.presenters.dashboard_sheets import Sheet, SheetLine
from ui.preview.table import OctetsView
from ui.widgets.charts import Chart
from ui.widgets.controls import Chip, Listing

WIDE, HIGH = 1366, 768
LANGUAGES = ("en", "he", "ar")
Open = Callable[..., MainWindow]


@pytest.fixture
def polyglot(qtbot: QtBot, qapp: QApplication, case_path: Path) -> Iterator[Open]:
    """Opens the window over the case in a language and a size of the interface; English at 100 % afterwards."""
    made: list[MainWindow] = []

    def start(language: str, size: int = 100) -> MainWindow:
        preferences.put("language", language)
        preferences.put("size", str(size))
        theme.put_sheet(qapp, appearance.prepare(qapp))
        window = MainWindow(Session())
        qtbot.addWidget(window)
        made.append(window)
        window.show()
        with qtbot.waitSignals([window.session.item_shown, window.session.status_changed]):
            window.open_case(case_path)
        window.resize(WIDE, HIGH)
        return window

    yield start
    for window in made:
        window.close()
    i18n_language.speak(qapp, "en")
    theme.enlarge(qapp, 100)
    theme.apply(qapp, "light")


def _raise_each(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    for title in window.columns.docks:
        window.session.panel_requested.emit(title)
        settle(qtbot, window, window.session.jobs)
        yield title


@pytest.mark.nightly
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fresh_window_fits_a_laptop_and_cuts_nothing_off(qtbot: QtBot, polyglot: Open, language: str) -> None:
    window = polyglot(language)
    for title in _raise_each(qtbot, window):
        assert (window.width(), window.height()) == (WIDE, HIGH), title
        qtbot.waitUntil(partial(_shows_all, window, title))  # scroll bars go once all is laid out


def _shows_all(window: MainWindow, title: str) -> None:
    wide = window.panels["Terms"].findChild(QTableView)  # a report has more columns than any screen
    cut = [line for line in layout.cut(window) if wide is None or wide.accessibleName() not in line]
    assert not cut, f"{title}: " + "\n".join(cut)


@pytest.mark.nightly
@pytest.mark.parametrize("language", LANGUAGES)
def test_at_twice_the_size_it_still_fits_and_everything_is_in_reach(
    qtbot: QtBot, polyglot: Open, language: str
) -> None:
    window = polyglot(language, 200)
    for title in _raise_each(qtbot, window):
        assert (window.width(), window.height()) == (WIDE, HIGH), title
        room = window.columns.docks[title].widget()
        content = room.widget()  # type: ignore[attr-defined]
        across, down = room.horizontalScrollBar(), room.verticalScrollBar()  # type: ignore[attr-defined]
        assert content.width() <= room.viewport().width() + across.maximum(), title  # type: ignore[attr-defined]
        assert content.height() <= room.viewport().height() + down.maximum(), title  # type: ignore[attr-defined]


ROWS = {
    "Hits": "Hits with context",
    "Coverage": "What was not searched, and the words searched",
    "Saved searches": "Saved searches and their runs",
    "Batches": "Batches",
    "Dashboard": "Progress by custodian",
    "Sampling": "Items of the sample, in the order of drawing",
    "Case": "Rules of the scope",
}
"""The list of each panel at the bottom; in larger text the last two have fewer rows."""


@pytest.mark.nightly
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize(("wide", "high"), [(WIDE, HIGH), (1280, 720)])
def test_small_screens_show_eight_rows_and_twelve_lines_at_once(
    qtbot: QtBot, polyglot: Open, wide: int, high: int, size: int
) -> None:
    window = polyglot("en", size)
    window.resize(wide, high)
    with qtbot.waitSignals([window.session.results_changed, window.session.item_shown]):
        window.session.query_proposed.emit("heron")
    text = window.panels["Item"].sights.text.area  # type: ignore[attr-defined]
    lists = ROWS if size == 100 else {title: name for title, name in ROWS.items() if title not in ("Sampling", "Case")}
    seen = set()
    for title, panel in everything.panels(qtbot, window):
        if title in lists:
            (view,) = (v for v in panel.findChildren(QAbstractItemView) if v.accessibleName() == lists[title])
            seen.add(title)
            assert layout.rows(view) >= 8, title
            assert text.viewport().visibleRegion().boundingRect().height() >= 12 * text.fontMetrics().lineSpacing()
        qtbot.waitUntil(partial(_cuts_nothing, panel))
    assert seen == lists.keys()
    assert (window.width(), window.height()) == (wide, high)


def _cuts_nothing(panel: QWidget) -> None:
    cut = [line for line in layout.cut(panel) if "scroll sideways" not in line]
    assert not cut, f"{panel.accessibleName()}: " + "\n".join(cut)


@pytest.mark.nightly
@pytest.mark.qt_log_ignore(
    "This plugin does not support", extend=True
)  # the platform without a screen can't bring a window to the front
def test_the_panels_at_the_bottom_stand_where_they_are_put(qtbot: QtBot, opened: MainWindow) -> None:
    hits, terms, item = (opened.columns.docks[title] for title in ("Hits", "Terms", "Item"))
    opened.session.panel_requested.emit("Hits")
    area = Qt.DockWidgetArea
    for words, where, floats in (
        ("As tabs beside the item", area.RightDockWidgetArea, False),
        ("In windows of their own", area.RightDockWidgetArea, True),
        ("Beside the list", area.RightDockWidgetArea, False),
        ("Below the list", area.BottomDockWidgetArea, False),
        ("Beside the list", area.RightDockWidgetArea, False),
    ):
        opened.actions_.run(words)
        assert hits.isVisible() and not terms.isVisible(), words
        assert opened.dockWidgetArea(hits) == where and hits.isFloating() is floats, words
        assert floats or (hits in opened.tabifiedDockWidgets(item)) is (words == "As tabs beside the item")
    list_ = opened.panels["Results"]
    qtbot.waitUntil(
        lambda: list_.mapTo(opened, list_.rect().topRight()).x() < hits.x() < item.x() and hits.y() == item.y()
    )
    assert list_.width() > 300
    assert opened.actions_.by_words["Beside the list"].isChecked()
    opened.close()
    with_it = MainWindow(Session())
    qtbot.addWidget(with_it)
    assert with_it.dockWidgetArea(with_it.columns.docks["Hits"]) == area.RightDockWidgetArea
    with_it.columns.arrange()
    assert with_it.dockWidgetArea(with_it.columns.docks["Hits"]) == area.BottomDockWidgetArea
    with_it.close()


def test_a_line_without_room_ends_in_dots_and_tells_all(qtbot: QtBot, dressed: QApplication) -> None:
    said = Brief("a sentence that is far longer than its room")
    qtbot.addWidget(said)
    said.resize(60, 20)
    said.show()
    assert said.minimumWidth() == 1
    short = said.grab().toImage()
    said.setText("short")
    assert said.grab().toImage() != short


def test_a_filter_shrinks_to_its_column_and_keeps_its_cross(qtbot: QtBot, dressed: QApplication) -> None:
    chip = Chip('custodian:"Somebody with a long name"')
    qtbot.addWidget(chip)
    chip.show()
    chip.resize(chip.sizeHint())
    assert "long name" in chip.text()
    chip.resize(100, chip.height())
    assert "…" in chip.text() and chip.text().endswith("✕")
    assert chip.fontMetrics().horizontalAdvance(chip.text()) <= 100


# ---- charts


def _sheet(many: int, *, upright: bool = False) -> Sheet:
    lines = [SheetLine(f"custodian {at}", (many - at, at), (None, None), None) for at in range(many)]
    return Sheet("custodians", "Progress", ("Custodian", "Coded", "Left"), ("coded", "left"), tuple(lines), upright)


def _bars(chart: Chart) -> int:
    return len({bar.line.name for bar in chart.bars})


def test_a_chart_shows_eight_bars_on_a_laptop_and_says_what_it_leaves_out(qtbot: QtBot, dressed: QApplication) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(280, 206)
    chart.show()
    chart.show_sheet(_sheet(8))
    assert (_bars(chart), chart.note) == (8, "")
    chart.show_sheet(_sheet(30))
    assert 8 <= _bars(chart) < 30
    assert chart.note == f"The chart has room for the {_bars(chart)} largest."
    chart.show_sheet(_sheet(100, upright=True))
    assert chart.note == f"The chart has room for the {_bars(chart)} latest."
    chart.show_sheet(_sheet(30))
    with qtbot.waitSignal(chart.note_changed):
        chart.resize(280, 900)
    assert (_bars(chart), chart.note) == (30, "")


def test_the_dashboard_says_what_its_chart_leaves_out(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.panel_requested.emit("Dashboard")
    panel = opened.panels["Dashboard"]
    assert isinstance(panel, DashboardPanel)
    qtbot.waitUntil(lambda: panel.now is not None and not panel._soon.isActive())
    panel._shown_sheet = _sheet(40)
    panel.chart.show_sheet(_sheet(40))
    qtbot.waitUntil(lambda: "The chart has room for the" in panel.note.text())


# ---- evidence in a window from right to left


@pytest.mark.nightly
def test_bytes_keep_their_order_in_every_language(qtbot: QtBot, polyglot: Open) -> None:
    window = polyglot("he")
    window.actions_.run("Show bytes")
    view = window.panels["Item"].findChild(OctetsView)
    assert view is not None and window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert view.lines.layoutDirection() == Qt.LayoutDirection.LeftToRight
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    lines, first = view.lines, view.model.index(0, 0)
    assert lines.visualRect(first).left() < lines.visualRect(view.model.index(0, 1)).left()


def test_lines_that_wrap_begin_at_one_edge(qtbot: QtBot, qapp: QApplication) -> None:
    i18n_language.speak(qapp, "he")
    try:
        said = label(" ".join(["מממ"] * 12))
        said.setWordWrap(True)
        qtbot.addWidget(said)
        said.resize(said.fontMetrics().horizontalAdvance("מממ ") * 4, 100)
        said.show()
        image = said.grab().toImage()
    finally:
        i18n_language.speak(qapp, "en")
    ground = image.pixelColor(0, 0)
    ink = [
        max((x for x in range(image.width()) if image.pixelColor(x, y) != ground), default=None)
        for y in range(image.height())
    ]
    edges = {edge for edge in ink if edge is not None}
    assert len(edges) > 0 and max(edges) - min(edges) <= 2


@pytest.mark.parametrize("size", [100, 200])
def test_rows_and_heads_are_of_one_height_in_every_script(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    theme.enlarge(qapp, size)
    theme.apply(qapp, "light")
    try:
        lists = [Listing("", [head]) for head in ("#", "מדגם", "عينة")]
        for made, name in zip(lists, ("abc", "אבג", "ابت"), strict=True):
            qtbot.addWidget(made)
            made.fill([made.line([name], 1)])
            made.show()
        rows = {made.visualItemRect(made.topLevelItem(0)).height() for made in lists}  # type: ignore[arg-type]
        assert len(rows) == len({made.header().height() for made in lists}) == 1
    finally:
        theme.enlarge(qapp, 100)
        theme.apply(qapp, "light")


@pytest.mark.nightly
@pytest.mark.parametrize("language", LANGUAGES)
def test_details_show_no_marks_of_direction(qtbot: QtBot, polyglot: Open, language: str) -> None:
    window = polyglot(language)
    window.actions_.run("Show details")
    reader = window.panels["Item"].view.reader  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: tr("Size") in reader.toPlainText())
    assert "\ufffd" not in reader.toPlainText()


def test_every_code_of_a_problem_is_told_in_the_windows_language(qapp: QApplication) -> None:
    assert {code: messages.meaning(code, "") for code in PROBLEM_CODES} == {c: m for c, (_, m) in PROBLEM_CODES.items()}
    i18n_language.speak(qapp, "he")
    try:
        assert messages.meaning("encrypted", "") == "דרושים סיסמה או מפתח"
        assert messages.meaning("of-tomorrow", "something new") == "\u2068something new\u2069"
    finally:
        i18n_language.speak(qapp, "en")


@pytest.mark.nightly
def test_the_certificate_speaks_one_language(qtbot: QtBot, polyglot: Open, case_path: Path) -> None:
    from ui.panels.coverage import certificate

    polyglot("he")
    with Case.open(case_path) as case:
        said = case.reports.coverage("heron", "", 0, "", "")
    text = certificate(said)
    assert "fully searched" not in text and "Searched" not in text
    assert "\u2068" not in text
