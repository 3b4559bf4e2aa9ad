"""Shows parts of a page as plain text. It never reads markup and never loads anything.

Built run by run with character formats; what comes from evidence is only ever inserted as text. Quotations stand behind
a line that says how much is folded; a hit or a find inside opens them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QTextEdit

from ui import theme
from ui.i18n import formatting
from ui.i18n.language import backwards, tr
from ui.models.marks import Hit
from ui.models.page import OPEN, SHUT, Fold, TextRun

# ---- letters that no font of this machine has
#
# Qt looks for a missing letter in every font, each time that it stands in a text: a page of Chinese, on a machine
# with some hundred fonts and none for Chinese, takes it a tenth of a second. Such letters are boxes either way.

_FIRST = "\u2e80"  # before it stand the scripts whose texts hold few letters, or which nearly every machine has
_OBJECT = "\ufffc"


def box_missing_letters(document: QTextDocument) -> None:
    """Let no other font be asked for such letters; to be called while the document isn't laid out yet."""
    text = document.toRawText()
    alone, at = QTextCharFormat(), 0
    alone.setFontStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    places, cursor = formatting.utf16(text), QTextCursor(document)
    for piece, drawn in pieces_by_font(text):
        if not drawn:
            cursor.setPosition(places(at))
            cursor.setPosition(places(at + len(piece)), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(alone)
        at += len(piece)


def pieces_by_font(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether fonts can draw its letters."""
    if text.isascii() or max(text) < _FIRST:
        yield text, True
        return
    for drawn, letters in groupby(text, lambda letter: letter < _FIRST or _drawn(letter)):
        yield "".join(letters), drawn


@cache
def _drawn(letter: str) -> bool:
    if letter == _OBJECT or not letter.isprintable():  # what stands in a document for its tables and their cells
        return True
    return QFontMetrics(QGuiApplication.font()).inFontUcs4(ord(letter))


_MEASURE = 90  # characters in a line at most
_INDENT = 11  # steps
_LONG = 10_000  # characters, which take some milliseconds to lay out
_INKS = {"name": "muted", "label": "accent", "fold": "accent", "problem": "error"}
_SCROLLS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
}


def search_pattern(text: str) -> re.Pattern[str]:
    """Return the pattern of words that a person looks for: letter case and the breaking of lines apart."""
    return re.compile(r"[\s>\u2066-\u2069]+".join(map(re.escape, text.split())) or re.escape(text), re.IGNORECASE)


def text_format(ink: str, ground: str = "", *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    made.setForeground(theme.colour(ink))
    if ground:
        made.setBackground(theme.colour(ground))
    return made


if TYPE_CHECKING:
    _TextEdit = QTextEdit
else:
    _TextEdit = object


class ReadOnlyText(_TextEdit):
    """What a QTextEdit and a QTextBrowser that show evidence share: nothing is fetched, nothing leaves but text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setCursorWidth(0)
        self.document().setDocumentMargin(theme.STEP)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    @contextmanager
    def changing(self) -> Iterator[QTextCursor]:
        """Put another text in place of this one, which is laid out as it comes into view."""
        with self._laid_out_later():
            self.clear()
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            try:
                yield cursor
            finally:
                cursor.endEditBlock()
                self.setTextCursor(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)

    @contextmanager
    def _laid_out_later(self) -> Iterator[None]:
        """Let Qt lay out what is in view first, and the rest between other events.

        It does so when the page changes its size; text that is inserted is laid out whole.
        """
        document = self.document()
        size = document.pageSize()
        document.setPageSize(QSizeF(0, 0))
        try:
            yield
        finally:
            document.setPageSize(size)

    def lay_out(self, until: int | None = None) -> None:
        """Lay out the text at once, so that the scroll bar knows its length; ``until`` is the last position needed.

        What may be in view below that position is laid out as well.
        """
        layout = self.document().documentLayout()
        if until is None:
            layout.documentSizeChanged.emit(layout.documentSize())
            return
        block = self.document().findBlock(until)
        bottom = layout.blockBoundingRect(block).bottom() + self.viewport().height()
        while block.isValid() and layout.blockBoundingRect(block).bottom() < bottom:
            block = block.next()
        layout.documentSizeChanged.emit(QSizeF())

    def selected(self) -> str:
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def createMimeDataFromSelection(self) -> QMimeData:
        # Formats and pictures stay here; only text is copied.
        data = QMimeData()
        data.setText(self.selected())
        return data

    def event(self, event: QEvent) -> bool:
        # Nothing is written here: single letters, and the keys that go from item to item, are the window's.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.lay_out()
            self.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Reader(ReadOnlyText, QTextEdit):
    """Shows one part of a page, with the hits lit and one of them marked."""

    def __init__(self, name: str = "", *, quote: str = "text") -> None:
        super().__init__(name or tr("Text of the item"))
        self._quote = quote  # the colour of quotations
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTabStopDistance(_INDENT * theme.STEP)
        self.viewport().setMouseTracking(True)
        self.unfolded = False
        self._folds: dict[Fold, bool] = {}  # whether each is open
        self._underlined: list[QTextEdit.ExtraSelection] = []

    def selected(self) -> str:
        """Return the selected text, without the lines that stand for quotations."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        pieces, at = [], first
        for fold in self._folds:
            if fold.start > first and fold.head < last:
                pieces.append(self._between(at, fold.head))
                at = max(at, fold.start)
        text = "".join([*pieces, self._between(at, last)])
        return formatting.strip_isolates(text.replace("\u2029", "\n"))

    def _between(self, start: int, end: int) -> str:
        return self._selection(min(start, end), end).selectedText()

    def _selection(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # ---- showing

    def show_runs(self, runs: Iterable[TextRun], folds: Sequence[Fold] = ()) -> None:
        self._underlined = []
        self.setExtraSelections([])
        with self.changing() as cursor:
            if backwards():
                self._set_measure()
            self._insert(runs, cursor)
            self._folds = dict.fromkeys(folds, True)
            if not self.unfolded:
                for fold in folds:
                    self._set(fold, False)

    def _insert(self, runs: Iterable[TextRun], cursor: QTextCursor) -> None:
        format_of = cache(self._format)
        head, plain = self._blocks()
        backwards_too = False
        for run in runs:
            if run.kind == "name":
                cursor.setBlockFormat(head)
            elif run.kind in ("label", "gap", "problem"):
                cursor.setBlockFormat(plain)
            cursor.insertText(run.text, format_of(theme.ground(run.term) if run.hit >= 0 else run.kind))
            backwards_too = backwards_too or (not run.text.isascii() and bool(formatting.BACKWARDS.search(run.text)))
        box_missing_letters(self.document())
        if backwards_too:
            self._turn_lines()

    def _turn_lines(self) -> None:
        """Give a line that goes on from the one above it, and is mostly of its script, its direction.

        Mail breaks lines anywhere: one of Hebrew that begins with a name in Latin letters would be turned round.
        """
        above: Qt.LayoutDirection | None = None
        block = self.document().begin()
        while block.isValid():
            text, way = block.text(), block.textDirection()
            most = formatting.mostly_right_to_left(text)
            if not text.strip() or block.blockFormat().hasProperty(QTextBlockFormat.Property.LayoutDirection):
                above = None
            elif above is None or (way != above and most != (above == Qt.LayoutDirection.RightToLeft)):
                above = way
            elif way != above:
                turned = QTextBlockFormat()
                turned.setLayoutDirection(above)
                QTextCursor(block).mergeBlockFormat(turned)
            block = block.next()

    # ---- quotations

    def unfold(self, on: bool) -> None:
        self.unfolded = on
        for fold in self._folds:
            self._set(fold, on)

    def _set(self, fold: Fold, is_open: bool) -> None:
        if self._folds.get(fold) == is_open:
            return
        self._folds[fold] = is_open
        document = self.document()
        self._selection(fold.head, fold.head + 1).insertText(OPEN if is_open else SHUT)
        block = document.findBlock(fold.start)
        while block.isValid() and block.position() < fold.end:
            block.setVisible(is_open)
            block = block.next()
        document.markContentsDirty(fold.head, fold.end - fold.head)

    def _open_at(self, position: int) -> None:
        for fold in self._folds:
            if fold.start <= position < fold.end:
                with self._laid_out_later() if fold.end - fold.start > _LONG else nullcontext():
                    self._set(fold, True)

    def _line_at(self, event: QMouseEvent) -> Fold | None:
        at = self.cursorForPosition(event.position().toPoint()).position()
        return next((fold for fold in self._folds if fold.head <= at < fold.start), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        fold = self._line_at(event)
        if fold is not None and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._set(fold, not self._folds[fold])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._folds and not event.buttons():
            hand = self._line_at(event) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if (fold := self._first_in_view()) is not None:
                self._set(fold, not self._folds[fold])
        else:
            super().keyPressEvent(event)

    def _first_in_view(self) -> Fold | None:
        cursor = QTextCursor(self.document())
        for fold in self._folds:
            cursor.setPosition(fold.head)
            if 0 <= self.cursorRect(cursor).top() < self.viewport().height():
                return fold
        return None

    def find_text(self, text: str, by: int = 1, *, again: bool = False) -> bool:
        """Go to the next place of a text or the one before (-1), be it folded away; ``again`` from the end."""
        content, selection = self.toPlainText(), self.textCursor()
        places = formatting.utf16(content)
        matches = [(places(match.start()), places(match.end())) for match in search_pattern(text).finditer(content)]
        first, last = selection.selectionStart(), selection.selectionEnd()
        ahead = [match for match in matches if again or (match[0] >= last if by > 0 else match[1] <= first)]
        if not ahead:
            return False
        start, end = ahead[0 if by > 0 else -1]
        self._open_at(start)
        self.lay_out(start)
        self.setTextCursor(self._selection(start, end))
        self.ensureCursorVisible()
        return True

    def scroll_to(self, position: int) -> None:
        at = self._selection(position, position)
        self.lay_out(position)
        self.setTextCursor(at)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(at).top() - theme.STEP)

    def mark(self, hit: Hit) -> None:
        self._open_at(hit.start)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = self._selection(hit.start, hit.end), text_format("on here", "here")
        self.setExtraSelections([*self._underlined, selection])
        at = self._selection(hit.start, hit.start)
        if self.cursorRect(at).bottom() > self.viewport().height():
            self.lay_out(hit.start)
        self.setTextCursor(at)
        bar, rect = self.verticalScrollBar(), self.cursorRect(at)
        if not 0 <= rect.top() < self.viewport().height() * 3 // 4 or rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def underline(self, ranges: Sequence[tuple[int, int]], struck: Sequence[tuple[int, int]] = ()) -> None:
        if not ranges and not struck and not self._underlined:
            return
        others = self.extraSelections()[len(self._underlined) :]
        self._underlined = []
        for start, end in (*ranges, *struck):
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = self._selection(start, end), QTextCharFormat()
            if (start, end) in struck:
                selection.format.setFontStrikeOut(True)
                selection.format.setBackground(theme.colour("line"))
            else:
                selection.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                selection.format.setUnderlineColor(theme.colour("accent"))
            self._underlined.append(selection)
        self.setExtraSelections([*self._underlined, *others])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Lines of 60 to 90 characters are read best; a narrow window has less.
        super().resizeEvent(event)
        self._set_measure()

    def _set_measure(self) -> None:
        widest = round(self.fontMetrics().averageCharWidth() * _MEASURE) + 2 * theme.STEP
        if backwards():  # the measure that Qt keeps by itself begins on the left
            frame = self.document().rootFrame()
            room = frame.frameFormat()
            room.setLeftMargin(max(0, self.viewport().width() - widest) + theme.STEP)
            if room != frame.frameFormat():
                frame.setFrameFormat(room)
        elif self.viewport().width() > widest:
            if self.lineWrapColumnOrWidth() != widest:
                self.setLineWrapColumnOrWidth(widest)
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    # ---- formats

    def _format(self, kind: str) -> QTextCharFormat:
        if kind.startswith(("hit", "mark")):
            return text_format("hit text", kind, bold=kind.startswith("hit"))
        return text_format(self._quote if kind == "quote" else _INKS.get(kind, "text"), bold=kind == "label")

    @staticmethod
    def _blocks() -> tuple[QTextBlockFormat, QTextBlockFormat]:
        head, plain = QTextBlockFormat(), QTextBlockFormat()
        indent = _INDENT * theme.STEP
        if backwards():  # without an indent, by which Qt (6.11) makes such lines too wide for the view
            head.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            head.setLeftMargin(indent)
            head.setTextIndent(-indent)
        head.setTabPositions([])
        line = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for made in (head, plain):
            made.setLineHeight(120, line)
        return head, plain
