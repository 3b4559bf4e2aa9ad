"""The legend of highlighted terms: each on its colour with its count in the item, as many as have room in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr

_LONGEST = 24  # characters of a term; of a longer one the middle is left out


class LegendTerm(NamedTuple):
    """A term, how often its words stand in the item, and the name of its colour."""

    text: str
    times: int
    colour: str


class Legend(QWidget):
    """A line of terms. To a screen reader it says all of them; so does its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: Sequence[LegendTerm] = ()
        self.setAccessibleName(tr("Highlighted terms in this item"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a line; any width will do."""
        return QSize(8 * theme.STEP, self.fontMetrics().height() + theme.STEP // 2)

    def show_terms(self, terms: Sequence[LegendTerm]) -> None:
        """Show these terms in place of others."""
        self.terms = terms
        said = "\n".join(self._words(term) for term in terms)
        self.setAccessibleDescription(said)
        self.setToolTip(formatting.hint(said))
        self.update()

    @staticmethod
    def _words(term: LegendTerm) -> str:
        return f"{formatting.isolate(formatting.safe_line(term.text))} {formatting.number(term.times)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the terms that have room, and how many more there are."""
        painter, metrics, at = QPainter(self), self.fontMetrics(), 0
        longest = metrics.averageCharWidth() * _LONGEST
        for number, term in enumerate(self.terms):
            said = metrics.elidedText(self._words(term), Qt.TextElideMode.ElideMiddle, longest)
            wide, rest = metrics.horizontalAdvance(said) + theme.STEP, len(self.terms) - number
            more = tr("{more} more", more=rest)
            if number and at + wide + (metrics.horizontalAdvance(more) if rest > 1 else 0) > self.width():
                painter.setPen(theme.colour("muted"))
                painter.drawText(self._box(at, metrics.horizontalAdvance(more)), Qt.AlignmentFlag.AlignCenter, more)
                break
            painter.fillRect(self._box(at, wide), theme.colour(term.colour))
            painter.setPen(theme.colour("hit text"))
            painter.drawText(self._box(at, wide), Qt.AlignmentFlag.AlignCenter, said)
            at += wide + theme.STEP // 2
        painter.end()

    def _box(self, at: int, wide: int) -> QRect:
        """Return a box so far from the line's beginning, which is on the right in a mirrored window."""
        left = self.width() - at - wide if self.isRightToLeft() else at
        return QRect(left, 0, wide, self.height())
