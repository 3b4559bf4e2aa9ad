"""The dashboard: how far the review is, as tables and as charts, a click away from a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QListWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from triage.case import Case
from triage.model.team import ReviewProgress
from ui import preferences, theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.panel import Brief, Command, Empty, Panel, label
from ui.presenters.dashboard_sheets import Sheet, SheetLine, sheets, summary
from ui.widgets.builders import delayed, lay_out, pages, save_dialog
from ui.widgets.charts import Chart
from ui.widgets.controls import Listing, SplitParts, button, row

_WAIT = 2000  # milliseconds after a decision before the numbers are taken again
_MOST = 1000  # rows of a table
_SIZE = (150, 90)  # steps, of a window of its own
Read = tuple[ReviewProgress, tuple[Sheet, ...]]


def _read(case: Case) -> Read:
    now = case.team.progress()
    return now, sheets(now)


class DashboardPanel(Panel):
    title = "Dashboard"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.now: ReviewProgress | None = None
        self._sheets: tuple[Sheet, ...] = ()
        self._shown_sheet: Sheet | None = None
        self._soon = delayed(self, 0, self._show_sheet)
        self.status = Brief()
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Charts"))
        self.names.setMinimumWidth(12 * theme.STEP)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentRowChanged.connect(lambda at: self._soon.start())
        self.chart = Chart()
        self.chart.bar_clicked.connect(session.query_proposed)
        self.chart.note_changed.connect(self._say_note)
        self.table = QWidget()
        self._tables = QVBoxLayout(self.table)
        self._tables.setContentsMargins(0, 0, 0, 0)
        self.note = label("", "muted", wraps=True)
        self.note.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self._tables.addWidget(self.note)
        self.listing: Listing | None = None
        self.save_button = button(tr("Save the chart …"), self.choose_target)
        self.window_button = button(tr("New window"), self.take_apart)
        self._timer = delayed(self, _WAIT, self.refresh)
        parts = SplitParts(((self.names, 10), (self.chart, 14), (self.table, 25)))
        top = row((self.status, button(tr("Refresh"), self.refresh), self.save_button, self.window_button), (1,))
        empty = Empty(tr("Review progress appears here once a case is open."))
        self.hidden = Empty(tr("Hidden while a blind sample is open: these numbers would reveal decisions."))
        self.stack = pages(self, empty, lay_out(QWidget(), top, (parts, 1)), self.hidden)
        session.tags_changed.connect(lambda nos: self._turn())
        session.case_opened.connect(self._forget)
        session.decisions_saved.connect(lambda receipt: self._timer.start() if not self._timer.isActive() else None)
        session.colours_changed.connect(self.chart.arrange)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Dashboard", "View", lambda: self.bring(self.names), ("Ctrl+D",), begins_part=True),
            Command("Open dashboard in new window", "View", self.take_apart, ("Ctrl+Shift+D",)),
            Command("Save this chart as a picture …", "View", self.choose_target),
        )

    def take_apart(self) -> None:
        dock: QWidget | None = self
        while dock is not None and not isinstance(dock, QDockWidget):
            dock = dock.parentWidget()
        self.session.panel_requested.emit(self.title)
        if dock is not None:
            dock.setFloating(not dock.isFloating())
            self.window_button.setText(tr("Dock") if dock.isFloating() else tr("New window"))
            if dock.isFloating():
                room = self.screen().availableGeometry()
                wide, high = (theme.STEP * steps for steps in _SIZE)
                dock.resize(min(wide, room.width() * 9 // 10), min(high, room.height() * 9 // 10))
                dock.move(room.center() - dock.rect().center())
            self.names.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- counting

    def _forget(self) -> None:
        self.now, self._sheets, self._shown_sheet = None, (), None
        self._turn()
        self.refresh()

    def _turn(self) -> None:
        self.stack.setCurrentIndex(2 if self.session.veiled else 0 if self.now is None else 1)

    def sight_changed(self) -> None:
        # No signal announces new batches and saved searches.
        self.refresh()

    def read(self) -> None:
        self.session.ask("rest", _read, self._show, newest="dashboard")

    def _show(self, read: Read) -> None:
        self.now, self._sheets = read
        self.status.setText(summary(self.now))
        self.status.setToolTip(formatting.hint(tr("as of {time} UTC", time=formatting.moment(self.now.time))))
        if self.names.count() != len(self._sheets):
            at = next((at for at, s in enumerate(self._sheets) if s.key == preferences.text("chart")), 0)
            self.names.addItems([sheet.title for sheet in self._sheets])
            self.names.setCurrentRow(at)
        self._turn()
        self._soon.start()

    def sheet(self) -> Sheet | None:
        at = self.names.currentRow()
        return self._sheets[at] if 0 <= at < len(self._sheets) else None

    def choose(self, key: str) -> None:
        at = next((at for at, sheet in enumerate(self._sheets) if sheet.key == key), -1)
        if at >= 0:
            self.names.setCurrentRow(at)

    def _show_sheet(self) -> None:
        sheet = self.sheet()
        if sheet is None or sheet == self._shown_sheet:
            return
        same = (
            self._shown_sheet is not None
            and self._shown_sheet.heads == sheet.heads
            and self._shown_sheet.key == sheet.key
        )
        self._shown_sheet = sheet
        preferences.put("chart", sheet.key)
        self.chart.show_sheet(sheet)
        if not same or self.listing is None:
            self._make_table(sheet)
        self._fill(sheet)

    # ---- the table

    def _make_table(self, sheet: Sheet) -> None:
        if self.listing is not None:
            self._tables.removeWidget(self.listing)
            self.listing.deleteLater()
        self.listing = Listing(sheet.title, sheet.heads, numbers=range(1, len(sheet.heads) - sheet.worded))
        self.listing.itemActivated.connect(self._go)
        self.listing.itemDoubleClicked.connect(self._go)
        self._tables.insertWidget(0, self.listing, 1)

    def _fill(self, sheet: Sheet) -> None:
        assert self.listing is not None
        lines = sheet.lines[-_MOST:] if sheet.upright else sheet.lines[:_MOST]
        self.listing.fill(_rows(self.listing, lines))
        self._say_note()

    def _say_note(self) -> None:
        sheet = self._shown_sheet
        if sheet is None:
            return
        sentences = [sheet.note, self.chart.note]
        if len(sheet.lines) > _MOST:
            sentences.append(tr("%n rows of the table are shown.", _MOST))
        if not sheet.lines:
            sentences.append(tr("There is nothing to count here yet."))
        elif any(line.query is not None for line in sheet.lines):
            sentences.append(tr("Enter on a row, or a click on a bar, finds its items."))
        self.note.setText(" ".join(filter(None, sentences)))

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        query = line.data(1, Qt.ItemDataRole.UserRole)
        if query is None:
            self.session.say(tr("No query finds the items of this row."))
        else:
            self.session.query_proposed.emit(str(query))

    # ---- the picture

    def choose_target(self) -> None:
        sheet = self.sheet()
        if self.session.refuse_while_blind():
            return
        if sheet is None:
            self.session.say(tr("Open the dashboard first: it draws the chart."))
            return
        start = Path.home() / f"{sheet.key}.png"
        save_dialog(self.below_dialogs(), tr("Save the chart"), self.write, start=start, kinds=tr("PNG (*.png)")).open()

    def write(self, path: Path) -> None:
        now = self.now
        if now is None:
            return
        sums = formatting.strip_isolates(summary(now))
        caption = f"{formatting.safe_line(now.case)}, {formatting.moment(now.time)} UTC: {sums}"
        picture = self.chart.picture(caption)
        if picture is not None and picture.save(str(path), "PNG"):  # type: ignore[call-overload]
            self.session.say(tr("The chart is in {path}.", path=str(path)))
        else:
            sentence = tr("The chart can't be written to {path}. Choose another place.", path=str(path))
            self.session.error_posted.emit(sentence)


def _rows(listing: Listing, lines: Iterable[SheetLine]) -> Iterator[QTreeWidgetItem]:
    for line in lines:
        cells = [line.name, *(formatting.number(number) for number in line.numbers), *line.more]
        made = listing.line(cells, line.name, formatting.hint(line.note))
        made.setData(1, Qt.ItemDataRole.UserRole, line.query)
        yield made
