"""People as dots on a ring, those of a domain side by side, and lines between those who write to one another.

The lists beside it say the same in words; this is for the eye, and takes clicks, no keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from triage.insight.people.nouns import PersonNode, Tie
from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr

_MOST = 28
"""People that have room on the ring."""
_LEAST, _LARGEST = 3.0, 9.0  # pixels, of a dot's radius
_WIDEST = 4.0  # pixels, of a line


class PeopleGraph(QWidget):
    """The picture. ``person_chosen`` carries the PersonNode that was clicked."""

    person_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[PersonNode] = ()
        self._every: Sequence[Tie] = ()
        self.people: list[PersonNode] = []
        self._ties: list[tuple[int, int, int]] = []
        self._domains: dict[str, int] = {}
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Graph of who wrote to whom"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size in which names can be told apart."""
        return QSize(36 * theme.STEP, 26 * theme.STEP)

    def minimumSizeHint(self) -> QSize:
        """Return the least that still is a ring."""
        return QSize(16 * theme.STEP, 8 * theme.STEP)

    def show_people(self, people: Sequence[PersonNode], ties: Sequence[Tie]) -> None:
        """Draw those with most messages, and what they wrote to one another."""
        self._all, self._every = people, ties
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        room = 2 * max(2, (self.height() - theme.STEP) // self.fontMetrics().height())
        some = self._all[: min(_MOST, room)]
        mails = Counter[str]()
        for one in some:
            mails[_domain(one)] += one.sent + one.received
        self._domains = {domain: at for at, (domain, _) in enumerate(mails.most_common())}
        self.people = sorted(some, key=lambda one: (self._domains[_domain(one)], -one.sent - one.received, one.key))
        place = {one.key: at for at, one in enumerate(self.people)}
        self._ties = [
            (place[tie.sender], place[tie.recipient], tie.mails)
            for tie in self._every
            if tie.sender in place and tie.recipient in place and tie.sender != tie.recipient
        ]
        self.setAccessibleDescription(tr("%n people are shown; the list has all.", len(self.people)))
        self.update()

    def place_of(self, at: int) -> QPointF:
        """Return where the person with this number stands: down the right side, then up the left one."""
        half = -(-len(self.people) // 2)
        right = at < half
        row = at if right else 2 * half - 1 - at
        share = (row + 0.5) / max(half, 1)
        wide = max(self.width() / 2 - 14 * theme.STEP, 2 * theme.STEP) * sqrt(1 - (2 * share - 1) ** 2)
        return QPointF(self.width() / 2 + (wide if right else -wide), share * self.height())

    def person_at(self, point: QPointF) -> PersonNode | None:
        """Return who stands nearest to a point, None where nobody is near."""
        near = [((self.place_of(at) - point).manhattanLength(), at) for at in range(len(self.people))]
        distance, at = min(near, default=(1e9, 0))
        return self.people[at] if distance <= 2 * theme.STEP else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, then the dots, then the names that have room."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ties(painter)
            largest = max((one.sent + one.received for one in self.people), default=1)
            for at, one in enumerate(self.people):
                self._draw_person(painter, at, one, sqrt((one.sent + one.received) / largest))

    def _draw_ties(self, painter: QPainter) -> None:
        most = max((mails for _, _, mails in self._ties), default=1)
        colour = theme.colour("muted")
        for sender, recipient, mails in self._ties:
            share = sqrt(mails / most)
            colour.setAlphaF(0.15 + 0.6 * share)
            painter.setPen(QPen(colour, max(0.5, _WIDEST * share)))
            painter.drawLine(self.place_of(sender), self.place_of(recipient))

    def _draw_person(self, painter: QPainter, at: int, one: PersonNode, share: float) -> None:
        place, radius = self.place_of(at), _LEAST + (_LARGEST - _LEAST) * share
        painter.setPen(theme.colour("text"))
        painter.setBrush(theme.colour(f"hit {self._domains[_domain(one)] % theme.HITS}"))
        painter.drawEllipse(place, radius, radius)
        left = at >= -(-len(self.people) // 2)
        metrics = painter.fontMetrics()
        room = 12 * theme.STEP
        name = metrics.elidedText(formatting.safe_line(one.name or one.key), Qt.TextElideMode.ElideRight, room)
        begin = place.x() - radius - theme.STEP / 2 - room if left else place.x() + radius + theme.STEP / 2
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        line = QRectF(begin, place.y() - metrics.height() / 2, room, metrics.height())
        painter.drawText(line, flags, formatting.isolate(name))

    def event(self, event: QEvent) -> bool:
        """Say who somebody is, and how much they wrote and got."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if (one := self.person_at(QPointF(event.pos()))) is not None:
                QToolTip.showText(event.globalPos(), formatting.hint(description_of(one)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the cursor."""
        if (one := self.person_at(event.position())) is not None:
            self.person_chosen.emit(one)


def description_of(one: PersonNode) -> str:
    """Say who somebody is, and how much they wrote and got."""
    sent, received = formatting.number(one.sent), formatting.number(one.received)
    return "\n".join((*one.identities, tr("sent {sent}, received {received}", sent=sent, received=received)))


def _domain(person: PersonNode) -> str:
    return person.key.rpartition("@")[2]
