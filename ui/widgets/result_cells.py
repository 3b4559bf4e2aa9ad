"""How a cell of the result list is drawn: quickly, as holding a key draws thousands a second.

Tags are letters in their colours; right-to-left text stands right; a date that has no room loses its time of day.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.i18n import formatting, language
from ui.models.results import ATTACHMENTS, DATE, NUMBERS, SUBJECT, TAGS, ResultsModel
from ui.models.tables import AnyIndex

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PLAIN = int(Qt.TextFlag.TextSingleLine)


class Foreign(QStyledItemDelegate):
    """Draws cells that a person writes in, each in the direction of its own first strong character."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Set the direction of the text; it stays on the side on which the columns begin."""
        super().initStyleOption(option, index)
        backwards = formatting.right_to_left(option.text)
        option.direction = Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
        option.displayAlignment = Qt.AlignmentFlag(_RIGHT if backwards or language.backwards() else _LEFT)


class Cells:
    """Draws the cells of a ResultsModel."""

    def __init__(self, model: ResultsModel) -> None:
        self._model = model

    def draw(self, painter: QPainter, metrics: QFontMetrics, rect: QRect, row: int, column: int) -> None:
        """Draw one cell, whose ground is drawn: its text, with the painter's pen, or its tags."""
        if column == TAGS:
            self._tags(painter, rect, self._model.marks_at(row))
        elif text := self._model.text_at(row, column):
            room = rect.adjusted(theme.STEP // 2, 0, -theme.STEP // 2, 0)
            if column == ATTACHMENTS:
                _paper_clip(painter, room, metrics)
            self._text(painter, room, metrics, text, column)

    @staticmethod
    def _text(painter: QPainter, rect: QRect, metrics: QFontMetrics, text: str, column: int) -> None:
        text = shortened(text, column, metrics, rect.width())
        backwards = formatting.subject_right_to_left(text) if column == SUBJECT else formatting.right_to_left(text)
        side = _RIGHT if backwards or column in NUMBERS or language.backwards() else _LEFT
        order = Qt.TextFlag.TextForceRightToLeft if backwards else Qt.TextFlag.TextForceLeftToRight
        painter.drawText(rect, side | _PLAIN | int(order), text)

    @staticmethod
    def _tags(painter: QPainter, rect: QRect, marks: list[tuple[str, str]]) -> None:
        if not marks:
            return
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance("W") + 2
        step = apart(rect.width() - theme.STEP, wide, len(marks))
        backwards = language.backwards()
        left = rect.right() - theme.STEP // 2 - wide if backwards else rect.left() + theme.STEP // 2
        for letter, colour in marks:
            painter.setPen(theme.colour(colour))
            painter.drawText(QRect(left, rect.top(), wide, rect.height()), _CENTRE, letter)
            left += -step if backwards else step
        painter.restore()


def _paper_clip(painter: QPainter, rect: QRect, metrics: QFontMetrics) -> None:
    """Draw a paper clip where the line begins; not every machine has a font with the sign."""
    high = metrics.ascent()
    wide, top = high // 2, rect.center().y() - high // 2
    left = rect.right() - wide if language.backwards() else rect.left()
    outer, inner = QRectF(left, top, wide, high), QRectF(left + wide / 4, top + high / 4, wide / 2, high / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("muted"), 1.2))
    path = QPainterPath(QPointF(inner.left(), inner.top()))
    path.lineTo(inner.left(), inner.bottom() - wide / 4)
    path.arcTo(QRectF(inner.left(), inner.bottom() - wide / 2, wide / 2, wide / 2), 180, 180)
    path.lineTo(inner.right(), outer.top() + wide / 2)
    path.arcTo(QRectF(outer.left(), outer.top(), wide * 3 / 4, wide * 3 / 4), 0, 180)
    path.lineTo(outer.left(), outer.bottom() - wide / 2)
    path.arcTo(QRectF(outer.left(), outer.bottom() - wide, wide, wide), 180, 180)
    path.lineTo(outer.right(), outer.top() + wide / 2)
    painter.drawPath(path)
    painter.restore()


def shortened(text: str, column: int, metrics: QFontMetrics, room: int) -> str:
    """Return a text that fits: a date without its time of day, whose mark of doubt stays, any other with dots."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    if column == DATE:
        return text[:10] + text[16:]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def apart(room: int, wide: int, letters: int) -> int:
    """Return how far a letter stands from the one before: closer than it is wide where they would leave the cell."""
    return wide if letters * wide <= room else max(1, (room - wide) // (letters - 1))
