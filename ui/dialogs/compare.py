"""Two items side by side with what differs marked. It shows text, recorded as shown, and changes nothing.

Marks are underlined and have a ground of their own, so that nobody depends on a colour. It closes as soon as one of the
two is sealed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollBar, QSplitter, QTextEdit, QWidget

from triage.case import Case
from triage.model.items import Item, ItemNo
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.differences import Differences, differences, text_of
from ui.panel import Brief, label
from ui.preview.text_area import text_format
from ui.widgets.builders import beside, lay_out
from ui.widgets.controls import button

_MOST_MARKED = 3_000  # stretches that are drawn at once: each is looked at whenever the text is painted

_Compared = tuple[Sequence[Item], tuple[str, str], Differences]


def _read(nos: tuple[ItemNo, ItemNo], case: Case) -> _Compared:
    first, second = items = list(case.search.items(nos))
    texts = text_of(first), text_of(second)
    return items, texts, differences(*texts)


class _ComparedText(QWidget):
    """One of the two: its name, and its text with what differs marked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = Brief("", "title")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        lay_out(self, self.name, (self.text, 1))

    def show_text(self, item: Item, text: str, marked: Sequence[tuple[int, int]]) -> None:
        """Show an item's text with these stretches (characters) marked."""
        row = item.row
        name = formatting.isolate(formatting.subject(row.subject or row.name or tr("(no subject)")))
        self.name.setText(f"{name}  {formatting.isolate(formatting.safe_line(row.custodian))}")
        self.text.setPlainText(text)
        places = formatting.utf16(text)
        self.places = [(places(start), places(end)) for start, end in marked]
        self._selections = [self._marked("hit text", "hit 0", place) for place in self.places[:_MOST_MARKED]]

    def _marked(self, ink: str, ground: str, place: tuple[int, int]) -> QTextEdit.ExtraSelection:
        one = QTextEdit.ExtraSelection()
        one.format, one.cursor = text_format(ink, ground), QTextCursor(self.text.document())
        one.format.setFontUnderline(True)
        one.cursor.setPosition(place[0])
        one.cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return one

    def go_to(self, at: int) -> None:
        """Bring a difference into view and mark it as the one at hand."""
        here = self._marked("on here", "here", self.places[at])
        self.text.setExtraSelections([*self._selections, here])
        cursor = QTextCursor(here.cursor)
        cursor.setPosition(self.places[at][0])
        self.text.setTextCursor(cursor)
        self.text.centerCursor()


class CompareDialog(Dialog):
    """The older choice on the left, the newer one on the right; F3 goes from difference to difference."""

    def __init__(self, parent: QWidget, session: Session, first: ItemNo, second: ItemNo) -> None:
        super().__init__(parent, tr("Compare two items"))
        self.session, self.nos, self.at = session, (first, second), -1
        self.differences = Differences(())
        self._following = False  # one text scrolls as the other does
        self.sides = _ComparedText(tr("Text of the first item")), _ComparedText(tr("Text of the second item"))
        self.told = label(tr("Comparing …"))
        self.back = button(tr("Previous difference"), partial(self.step, -1))
        self.on = button(tr("Next difference"), partial(self.step, 1), "main")
        self.back.setShortcut("Shift+F3")
        self.on.setShortcut("F3")
        halves = QSplitter(Qt.Orientation.Horizontal)
        for side in self.sides:
            halves.addWidget(side)
        for bar, other in (self._bars(), self._bars()[::-1]):
            bar.valueChanged.connect(partial(self._follow, bar, other))
        self.arrange(
            (halves, 1), beside(self.told, 1, self.back, self.on, button(tr("Close"), self.reject)), wide=150, high=80
        )
        self._tell()
        session.seals_changed.connect(self._look)
        session.tags_changed.connect(self._look)
        self.ask(session, partial(_read, self.nos), self._show, newest="compare", lane="hits")

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        first, second = self.sides
        return first.text.verticalScrollBar(), second.text.verticalScrollBar()

    def _follow(self, bar: QScrollBar, other: QScrollBar, value: int) -> None:
        """Scroll the other text as far through as this one."""
        if not self._following:
            self._following = True
            other.setValue(round(value * other.maximum() / max(1, bar.maximum())))
            self._following = False

    def _look(self, nos: frozenset[ItemNo]) -> None:
        if any(no in nos and self.session.is_closed(no) for no in self.nos):
            self.reject()

    def _show(self, compared: _Compared) -> None:
        items, texts, self.differences = compared
        if any(item.row.sealed or self.session.is_closed(item.row.no) for item in items):
            self.told.setText(tr("A sealed item can't be compared."))
            return
        reviewer = self.session.reviewer
        for at, (side, item, text) in enumerate(zip(self.sides, items, texts, strict=True)):
            side.show_text(item, text, self.differences.of(at))
            self.session.ask("rows", lambda case, one=item: case.search.showing(one, reviewer), lambda _: None)  # type: ignore[misc]
        self._tell()
        self.step(1)

    def _tell(self) -> None:
        total = len(self.differences.pairs)
        for one in (self.back, self.on):
            one.setEnabled(total > 0)
        if self.at >= 0:
            self.told.setText(tr("Difference {number} of {total}", number=self.at + 1, total=total))
        elif self.sides[0].name.text():
            self.told.setText(tr("The two texts are the same."))

    def step(self, by: int) -> None:
        """Go to the next difference (1) or the one before (-1), round the end."""
        if total := len(self.differences.pairs):
            self.at = (self.at + by) % total
            for side in self.sides:
                side.go_to(self.at)
            self._tell()
