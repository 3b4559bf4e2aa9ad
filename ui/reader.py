"""The text view (ui): shows parts of a page as plain text. It never reads markup and never loads anything.

Built run by run with character formats; what comes from evidence is only ever inserted as text.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from ui import theme, words
from ui.models.page import Hit, Page, Run

_MEASURE = 90  # characters in a line at most
_INDENT = 11 * theme.STEP


class Reader(QTextEdit):
    """Shows one part of a page, with the hits lit and one of them marked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setAccessibleName("Text of the item")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.STEP)
        self.setTabStopDistance(_INDENT)
        self.part = -1
        self._scale = 100

    # ---- nothing is fetched, nothing leaves but text

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing, whatever is asked for."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selected text as it stands in the item."""
        data = QMimeData()
        data.setText(self.selected())
        return data

    def selected(self) -> str:
        """Return the selected text."""
        return words.strip_isolates(self.textCursor().selectedText().replace("\u2029", "\n"))

    # ---- showing

    def show_part(self, page: Page, part: int) -> None:
        """Show a part from its beginning."""
        self.part = part
        self.setExtraSelections([])
        self.clear()
        formats = self._formats()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        head, plain = self._blocks()
        for run in page.parts[part]:
            if run.kind == "name":
                cursor.setBlockFormat(head)
            elif run.kind in ("label", "gap", "problem"):
                cursor.setBlockFormat(plain)
            cursor.insertText(run.text, formats[_format_of(run)])
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))

    def mark(self, hit: Hit) -> None:
        """Mark a hit of the part that is shown, and bring it into view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = self._plain("on here", "here")
        self.setExtraSelections([selection])
        at = QTextCursor(self.document())
        at.setPosition(hit.start)
        self.setTextCursor(at)
        bar, rect = self.verticalScrollBar(), self.cursorRect(at)
        if not 0 <= rect.top() < self.viewport().height() * 3 // 4 or rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def turn(self, pages: int) -> bool:
        """Scroll by so many pages; return False where the end was reached before."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * (bar.pageStep() - 3 * self.fontMetrics().height()))
        return bar.value() != before

    def zoom(self, percent: int) -> None:
        """Set the size of the text, as a share of the platform's."""
        self._scale = percent
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.setFont(font)
        self._set_measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines between 60 and 90 characters where the width allows it."""
        super().resizeEvent(event)
        self._set_measure()

    def _set_measure(self) -> None:
        widest = round(self.fontMetrics().averageCharWidth() * _MEASURE) + 2 * theme.STEP
        if self.viewport().width() > widest:
            if self.lineWrapColumnOrWidth() != widest:
                self.setLineWrapColumnOrWidth(widest)
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    # ---- formats

    @staticmethod
    def _plain(ink: str, ground: str = "", *, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(theme.colour(ink))
        if ground:
            made.setBackground(theme.colour(ground))
        if bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def _formats(self) -> dict[str, QTextCharFormat]:
        made = {f"hit {n}": self._plain("hit text", f"hit {n}") for n in range(theme.HITS)}
        made |= {kind: self._plain("text") for kind in ("text", "value", "gap")}
        made |= {"name": self._plain("muted"), "label": self._plain("accent", bold=True)}
        return made | {"problem": self._plain("error")}

    @staticmethod
    def _blocks() -> tuple[QTextBlockFormat, QTextBlockFormat]:
        head, plain = QTextBlockFormat(), QTextBlockFormat()
        head.setLeftMargin(_INDENT)
        head.setTextIndent(-_INDENT)
        head.setTabPositions([])
        line = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for made in (head, plain):
            made.setLineHeight(120, line)
        return head, plain


def _format_of(run: Run) -> str:
    return f"hit {run.term % theme.HITS}" if run.hit >= 0 else run.kind
