"""What stands over an item: the row of words that switches its views, and the line that finds in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from ui import theme
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.panel import label
from ui.widgets.builders import beside
from ui.widgets.controls import tool_button

_NAME = 32  # characters of an attachment's name; of a longer one the middle is left out


class Switch(QWidget):
    """Words side by side; ``view_selected`` carries the number of the one that was clicked."""

    view_selected = Signal(int)

    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.view_selected)
        self.buttons: list[QToolButton] = []
        for number, (word, hint) in enumerate(words):
            button = QToolButton()
            button.setText(word)
            button.setToolTip(hint)
            button.setAccessibleName(word)
            button.setAccessibleDescription(hint)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.group.addButton(button, number)
            self.buttons.append(button)
        row = beside(*self.buttons, 0, gap=0)
        row.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(row)
        self.setMinimumWidth(1)

    def offer(self, able: Sequence[bool]) -> None:
        """Let only these be chosen."""
        for button, on in zip(self.buttons, able, strict=True):
            button.setEnabled(on)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show all words, where they don't fit only those that can be chosen."""
        all_fit = sum(button.sizeHint().width() for button in self.buttons) <= self.width() - 2 * theme.STEP
        for button in self.buttons:
            button.setVisible(all_fit or button.isEnabled())

    def set_current(self, number: int) -> None:
        """Show which one is in front."""
        self.buttons[number].setChecked(True)


class AttachmentLine(QWidget):
    """The names of what is attached, as many as fit, each of which is a click away.

    ``attachment_opened`` carries the number of one, ``rest_requested`` is emitted for those that don't fit.
    """

    attachment_opened = Signal(int)
    rest_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = -1
        self._shown: Sequence[tuple[str, str]] = ()
        self.names: list[QToolButton] = []
        self._head = label(tr("Attachments"), "muted")
        self._more = tool_button("", tr("All attachments (see Related)"), self.rest_requested.emit, "link", hint=True)
        self._line = beside(self._head, self._more, 1, gap=theme.STEP // 2)
        self._line.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._line)
        self.setMinimumWidth(1)

    def show_names(self, names: Sequence[tuple[str, str]], total: int) -> None:
        """Show the first of ``total`` names, each with its hint; without any the line isn't there."""
        if (self._total, self._shown) == (total, names):
            return
        self._shown = names
        for before in self.names:
            before.deleteLater()
        self._total, self.names = total, []
        widest = self.fontMetrics().averageCharWidth() * _NAME
        for at, (name, hint) in enumerate(names):
            short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, widest)
            made = tool_button(short.replace("&", "&&"), name, partial(self.attachment_opened.emit, at), "link")
            made.setToolTip(hint)
            self._line.insertWidget(1 + at, made)
            self.names.append(made)
        self.setVisible(total > 0)
        self._fit()

    def _fit(self) -> None:
        """Show as many names as there is room for, at least one."""
        room = self.width() - self._head.sizeHint().width() - 12 * theme.STEP
        shown = 0
        for made in self.names:
            room -= made.sizeHint().width() + self._line.spacing()
            fits = room >= 0 or not shown
            shown += fits
            made.setVisible(fits)
        self._more.setText(tr("{more} more", more=self._total - shown))
        self._more.setVisible(shown < self._total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more names, or fewer."""
        super().resizeEvent(event)
        self._fit()


class Finder(QLineEdit):
    """Enter finds on, with Shift back, Escape closes the line and leads to the item; hidden until it is wanted.

    ``find_requested`` carries the direction, forward (1) or back (-1); ``finder_closed`` follows Escape.
    """

    find_requested = Signal(int)
    finder_closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Find in this item"))
        self.setAccessibleName(tr("Find in this item"))
        self.setClearButtonEnabled(True)
        self.setObjectName("finder")
        self.hide()

    def start(self) -> None:
        """Open the line, ready to be written over."""
        self.show()
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the program while the line is written in."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look with Enter, close the line with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.find_requested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.finder_closed.emit()
        else:
            super().keyPressEvent(event)


# The legend of highlighted terms: each on its colour with its count in the item, as many as have room in one line.

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
