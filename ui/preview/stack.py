"""The views of an item, one of which is in front, and what stands over them.

Over them stand the switch, the line of attachments, the line that finds in the item, and the legend of terms. Which
view an item opens in is remembered for its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from triage.model import tables
from ui import preferences, theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.page import Page
from ui.panel import label
from ui.preview import VIEWS
from ui.preview.base import View
from ui.preview.page_images import PagesView
from ui.preview.plain_text import TextView
from ui.widgets.builders import beside, pages
from ui.widgets.controls import tool_button

# ---- what stands over an item

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
        for button, on in zip(self.buttons, able, strict=True):
            button.setEnabled(on)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        all_fit = sum(button.sizeHint().width() for button in self.buttons) <= self.width() - 2 * theme.STEP
        for button in self.buttons:
            button.setVisible(all_fit or button.isEnabled())

    def set_current(self, number: int) -> None:
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
        self._names: Sequence[tuple[str, str]] = ()
        self.names: list[QToolButton] = []
        self._head = label(tr("Attachments"), "muted")
        self._more = tool_button("", tr("All attachments (see Related)"), self.rest_requested.emit, "link", hint=True)
        self._line = beside(self._head, self._more, 1, gap=theme.STEP // 2)
        self._line.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._line)
        self.setMinimumWidth(1)

    def show_names(self, names: Sequence[tuple[str, str]], total: int) -> None:
        if (self._total, self._names) == (total, names):
            return
        self._names = names
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
        room = self.width() - self._head.sizeHint().width() - 12 * theme.STEP
        fitting = 0
        for made in self.names:
            room -= made.sizeHint().width() + self._line.spacing()
            fits = room >= 0 or not fitting
            fitting += fits
            made.setVisible(fits)
        self._more.setText(tr("{more} more", more=self._total - fitting))
        self._more.setVisible(fitting < self._total)

    def resizeEvent(self, event: QResizeEvent) -> None:
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
        self.show()
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        # Else Escape would be a command of the window while somebody writes.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.find_requested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.finder_closed.emit()
        else:
            super().keyPressEvent(event)


# The legend: each term on its colour with its count in the item, as many as have room in one line.

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
        return QSize(8 * theme.STEP, self.fontMetrics().height() + theme.STEP // 2)

    def show_terms(self, terms: Sequence[LegendTerm]) -> None:
        self.terms = terms
        words = "\n".join(self._words(term) for term in terms)
        self.setAccessibleDescription(words)
        self.setToolTip(formatting.hint(words))
        self.update()

    @staticmethod
    def _words(term: LegendTerm) -> str:
        return f"{formatting.isolate(formatting.safe_line(term.text))} {formatting.number(term.times)}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics, at = QPainter(self), self.fontMetrics(), 0
        longest = metrics.averageCharWidth() * _LONGEST
        for number, term in enumerate(self.terms):
            words = metrics.elidedText(self._words(term), Qt.TextElideMode.ElideMiddle, longest)
            wide, rest = metrics.horizontalAdvance(words) + theme.STEP, len(self.terms) - number
            more = tr("{more} more", more=rest)
            if number and at + wide + (metrics.horizontalAdvance(more) if rest > 1 else 0) > self.width():
                painter.setPen(theme.colour("muted"))
                painter.drawText(self._box(at, metrics.horizontalAdvance(more)), Qt.AlignmentFlag.AlignCenter, more)
                break
            painter.fillRect(self._box(at, wide), theme.colour(term.colour))
            painter.setPen(theme.colour("hit text"))
            painter.drawText(self._box(at, wide), Qt.AlignmentFlag.AlignCenter, words)
            at += wide + theme.STEP // 2
        painter.end()

    def _box(self, at: int, wide: int) -> QRect:
        """Return a box so far from the line's beginning, which is on the right in a mirrored window."""
        left = self.width() - at - wide if self.isRightToLeft() else at
        return QRect(left, 0, wide, self.height())


_ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class ViewStack(QWidget):
    """Shows a page in one of VIEWS; ``view_changed`` is emitted when another one has come to the front."""

    view_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.page: Page | None = None
        self.views: tuple[View, ...] = tuple(kind(session) for kind in VIEWS)
        self.text = next(view for view in self.views if isinstance(view, TextView))
        self.view: View = self.text
        self._chosen_here = False  # whether the person chose the view for this very item
        self.switch = Switch([(tr(v.title), f"{tr(v.hint)} (Ctrl+{n})") for n, v in enumerate(VIEWS, 1)])
        self.switch.view_selected.connect(self.choose)
        self._sights = pages(self, *self.views)
        self._zoom = int(preferences.text("zoom", "100"))
        for view in self.views:
            view.zoom(self._zoom)
            view.view_unavailable.connect(partial(self._lack, view))

    def clear(self) -> None:
        self.page = None
        for view in self.views:
            view.clear()

    def show_page(self, page: Page) -> None:
        another = self.page is None or self.page.item.row.no != page.item.row.no
        self.page = page
        if another:
            self._offer(page)
        self.view.show_page(page)

    def _offer(self, page: Page) -> None:
        self._chosen_here = False
        fitting = self._offer_fitting(page)
        wanted = preferences.text(_key(page), VIEWS[0].title)
        at = next((n for n, view in enumerate(self.views) if view.title == wanted and fitting[n]), 0)
        for view in self.views:
            if view is not self.views[at] and view.page is not None:
                view.clear()
        self.bring(at)

    def _offer_fitting(self, page: Page) -> list[bool]:
        fitting = [view.fits(page.item) for view in self.views]
        self.switch.offer(fitting)
        return fitting

    def _lack(self, view: View, sentence: str) -> None:
        """Show the text of an item that has nothing to look at in this view; the next is looked at in it again.

        That it never has is said only to a person who asked for the view: the switch shows it from now on.
        """
        if view is not self.view or self.page is None:
            return
        view.clear()
        self.bring_text()
        self._offer_fitting(self.page)
        if self._chosen_here or view.fits(self.page.item):
            self.session.remark(sentence)
        self.view_changed.emit()

    def bring(self, at: int) -> None:
        self.view = self.views[at]
        self.switch.set_current(at)
        self._sights.setCurrentIndex(at)

    def bring_text(self) -> None:
        """Bring the text to the front, which every item has, and give it the keys if the view before had them."""
        focused = self._has_focus()
        self.bring(0)
        if self.text.page is not self.page and self.page is not None:
            self.text.show_page(self.page)
        if focused:
            self.text.area.setFocus()

    def _has_focus(self) -> bool:
        return self.view.isAncestorOf(QGuiApplication.focusObject())  # type: ignore[arg-type]

    def choose(self, at: int) -> None:
        if self.page is None:
            return
        preferences.put(_key(self.page), VIEWS[at].title)
        self._chosen_here = True
        if self.view is self.views[at]:
            return
        focused = self._has_focus()
        self.bring(at)
        if self.view.page is not self.page:
            self.view.show_page(self.page)
        if focused:
            self.view.area.setFocus()
        self.view_changed.emit()

    def look_at(self, at: int) -> None:
        if self.page is None or self.views[at].fits(self.page.item):
            self.choose(at)
        else:
            self.session.remark(tr("This item has no view “{view}”.", view=tr(VIEWS[at].title)))

    @property
    def pages(self) -> PagesView:
        return next(view for view in self.views if isinstance(view, PagesView))

    def rotate(self) -> None:
        if self.view is self.pages:
            self.pages.rotate()
        else:
            self.session.remark(tr("Only pages can be rotated (Ctrl+2)."))

    def rescale(self, by: int) -> None:
        at = _ZOOMS.index(self._zoom) if self._zoom in _ZOOMS else _ZOOMS.index(100)
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, at + by))] if by else 100
        preferences.put("zoom", str(self._zoom))
        for view in self.views:
            view.zoom(self._zoom)


def _key(page: Page) -> str:
    media = page.item.row.type
    return f"view/{'mail' if 'mail' in tables.names(media) else tables.short(media)}"
