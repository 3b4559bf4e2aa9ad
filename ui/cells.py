"""How a cell of the result list is drawn (ui): quickly, as holding a key draws thousands a second.

Tags are letters in their colours; right-to-left text stands right; a date that has no room loses its time of day.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme, words
from ui.models.results import DATE, SIZE, TAGS, ResultsModel

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PLAIN = int(Qt.TextFlag.TextSingleLine)
_HALF = theme.STEP // 2


class Cells(QStyledItemDelegate):
    """Draws the cells of a ResultsModel."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell: its ground where it is chosen, then its text or its tags."""
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("chosen"))
        model = index.model()
        assert isinstance(model, ResultsModel)
        column = index.column()
        if column == TAGS:
            self._tags(painter, rect, model.marks_at(index.row()))
        else:
            self._text(
                painter,
                rect.adjusted(_HALF, 0, -_HALF, 0),
                option.fontMetrics,
                model.text_at(index.row(), column),
                column,
            )

    @staticmethod
    def _text(painter: QPainter, rect: QRect, metrics: QFontMetrics, text: str, column: int) -> None:
        if not text:
            return
        if metrics.horizontalAdvance(text) > rect.width():
            text = text[:10] if column == DATE else metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(theme.colour("text"))
        if words.right_to_left(text):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            painter.drawText(rect, _RIGHT | _PLAIN | int(Qt.TextFlag.TextForceRightToLeft), text)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:
            painter.drawText(rect, (_RIGHT if column == SIZE else _LEFT) | _PLAIN, text)

    @staticmethod
    def _tags(painter: QPainter, rect: QRect, marks: list[tuple[str, str]]) -> None:
        if not marks:
            return
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        left, wide = rect.left() + _HALF, painter.fontMetrics().horizontalAdvance("W") + 2
        for letter, colour in marks:
            painter.setPen(theme.colour(colour))
            painter.drawText(QRect(left, rect.top(), wide, rect.height()), _CENTRE, letter)
            left += wide
        painter.restore()
