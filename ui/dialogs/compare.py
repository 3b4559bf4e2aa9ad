"""Two items side by side with what differs marked. It shows text, recorded as shown, and changes nothing.

Marks are underlined and have a ground of their own, so that nobody depends on a colour. It closes as soon as one of the
two is sealed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QScrollBar, QSplitter, QTextEdit, QWidget

from triage.case import Case
from triage.model.items import Item, ItemNo
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.page import people_of
from ui.panel import Brief, label
from ui.preview.text_area import text_format
from ui.widgets.builders import beside, lay_out
from ui.widgets.controls import button

# ---- where two texts differ: word by word within the lines that differ

MOST = 40_000_000
"""Most comparisons (of lines with lines, or words with words) that are made for one stretch: about half a second."""

_WORDS = re.compile(r"\w+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\S[^\n]*\n?")  # but for blank ones

Stretch = tuple[int, int]
"""Characters from, to."""


class Differences(NamedTuple):
    """The stretches that differ, one pair for each difference; one of a pair is empty where the other has more."""

    pairs: tuple[tuple[Stretch, Stretch], ...]

    def of(self, side: int) -> list[Stretch]:
        return [pair[side] for pair in self.pairs]


def text_of(item: Item) -> str:
    """Return what is compared of an item: who wrote to whom, about what, its file's name, and all of its text."""
    row = item.row
    lines = [(tr("From"), row.sender), *((name, ", ".join(people)) for name, people, _ in people_of(item))]
    lines += [(tr("Subject"), row.subject), (tr("Date"), formatting.moment(row.date or "")), (tr("File"), row.name)]
    head = "".join(f"{name}: {formatting.safe_line(value)}\n" for name, value in lines if value)
    return "\n".join([head, *(formatting.safe_text(segment.text).rstrip() + "\n" for segment in item.segments)])


def differences(first: str, second: str) -> Differences:
    lines = _pieces(first, _LINES), _pieces(second, _LINES)
    pairs: list[tuple[Stretch, Stretch]] = []
    for left, right in _unlike(first, second, *lines):
        words = _pieces(first, _WORDS, *left), _pieces(second, _WORDS, *right)
        pairs += _unlike(first, second, *words, starts=(left[0], right[0]))
    return Differences(tuple(pairs))


def _pieces(text: str, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> list[Stretch]:
    return [match.span() for match in pattern.finditer(text, start, len(text) if end is None else end)]


def _unlike(
    first: str,
    second: str,
    left: Sequence[Stretch],
    right: Sequence[Stretch],
    starts: tuple[int, int] = (0, 0),
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the stretches of pieces that differ; ``starts`` is where in each text the pieces are looked for."""
    first_pieces = [" ".join(first[start:end].split()) for start, end in left]
    second_pieces = [" ".join(second[start:end].split()) for start, end in right]
    for a, b, c, d in _runs(first_pieces, second_pieces):
        yield _stretch(left, a, b, starts[0]), _stretch(right, c, d, starts[1])


def _runs(first: list[str], second: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield runs of unlike pieces: from and to in one, from and to in the other."""
    same = 0
    while same < min(len(first), len(second)) and first[same] == second[same]:
        same += 1
    if (len(first) - same) * (len(second) - same) > MOST:
        yield same, len(first), same, len(second)
        return
    from rapidfuzz.distance import Indel

    run: list[int] = []
    for code in Indel.opcodes(first, second):
        if code.tag == "equal":
            if run:
                yield run[0], code.src_start, run[1], code.dest_start
            run = []
        elif not run:
            run = [code.src_start, code.dest_start]
    if run:
        yield run[0], len(first), run[1], len(second)


def _stretch(pieces: Sequence[Stretch], start: int, end: int, least: int) -> Stretch:
    """Return from where to where pieces reach; where there are none, an empty stretch at their place."""
    if start < end:
        return pieces[start][0], pieces[end - 1][1]
    at = pieces[start][0] if start < len(pieces) else pieces[-1][1] if pieces else least
    return at, at


_MOST_MARKED = 3_000  # stretches that are drawn at once: each is looked at whenever the text is painted

_Compared = tuple[Sequence[Item], tuple[str, str], Differences]


def _read(nos: tuple[ItemNo, ItemNo], case: Case) -> _Compared:
    first, second = items = list(case.search.items(nos))
    texts = text_of(first), text_of(second)
    return items, texts, differences(*texts)


class _ComparedText(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = Brief("", "title")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        lay_out(self, self.name, (self.text, 1))

    def show_text(self, item: Item, text: str, marked: Sequence[tuple[int, int]]) -> None:
        row = item.row
        name = formatting.isolate(formatting.subject(row.subject or row.name or tr("(no subject)")))
        self.name.setText(f"{name}  {formatting.isolate(formatting.safe_line(row.custodian))}")
        self.text.setPlainText(text)
        offset = formatting.utf16(text)
        self.spans = [(offset(start), offset(end)) for start, end in marked]
        self._selections = [self._marked("hit text", "hit 0", span) for span in self.spans[:_MOST_MARKED]]

    def _marked(self, ink: str, ground: str, span: tuple[int, int]) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format, selection.cursor = text_format(ink, ground), QTextCursor(self.text.document())
        selection.format.setFontUnderline(True)
        selection.cursor.setPosition(span[0])
        selection.cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        return selection

    def go_to(self, at: int) -> None:
        here = self._marked("on here", "here", self.spans[at])
        self.text.setExtraSelections([*self._selections, here])
        cursor = QTextCursor(here.cursor)
        cursor.setPosition(self.spans[at][0])
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
        self.status = label(tr("Comparing …"))
        self.previous_button = button(tr("Previous difference"), partial(self.step, -1))
        self.next_button = button(tr("Next difference"), partial(self.step, 1), "main")
        self.previous_button.setShortcut("Shift+F3")
        self.next_button.setShortcut("F3")
        halves = QSplitter(Qt.Orientation.Horizontal)
        for side in self.sides:
            halves.addWidget(side)
        for bar, other in (self._bars(), self._bars()[::-1]):
            bar.valueChanged.connect(partial(self._follow, bar, other))
        self.arrange(
            (halves, 1),
            beside(self.status, 1, self.previous_button, self.next_button, button(tr("Close"), self.reject)),
            wide=150,
            high=80,
        )
        self._show_status()
        session.seals_changed.connect(self._look)
        session.tags_changed.connect(self._look)
        self.ask(session, partial(_read, self.nos), self._show, newest="compare")

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        first, second = self.sides
        return first.text.verticalScrollBar(), second.text.verticalScrollBar()

    def _follow(self, bar: QScrollBar, other: QScrollBar, value: int) -> None:
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
            self.status.setText(tr("A sealed item can't be compared."))
            return
        reviewer = self.session.reviewer
        for at, (side, item, text) in enumerate(zip(self.sides, items, texts, strict=True)):
            side.show_text(item, text, self.differences.of(at))
            self.session.ask("rest", lambda case, one=item: case.search.showing(one, reviewer), lambda _: None)  # type: ignore[misc]
        self._show_status()
        self.step(1)

    def _show_status(self) -> None:
        total = len(self.differences.pairs)
        for step_button in (self.previous_button, self.next_button):
            step_button.setEnabled(total > 0)
        if self.at >= 0:
            self.status.setText(tr("Difference {number} of {total}", number=self.at + 1, total=total))
        elif self.sides[0].name.text():
            self.status.setText(tr("The two texts are the same."))

    def step(self, by: int) -> None:
        if total := len(self.differences.pairs):
            self.at = (self.at + by) % total
            for side in self.sides:
                side.go_to(self.at)
            self._show_status()
