"""The views of an item, one of which is in front: the switch between them, and which one a kind of item opens in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from triage.model import tables
from ui import preferences
from ui.case.session import Session
from ui.i18n.language import tr
from ui.models.page import Page
from ui.preview import VIEWS
from ui.preview.base import View
from ui.preview.page_images import PagesView
from ui.preview.plain_text import TextView
from ui.widgets.builders import pages
from ui.widgets.item_bar import Switch

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
        self._asked = False  # whether the person chose the view for this very item
        self.switch = Switch([(tr(v.title), f"{tr(v.hint)} (Ctrl+{n})") for n, v in enumerate(VIEWS, 1)])
        self.switch.view_selected.connect(self.choose)
        self._sights = pages(self, *self.views)
        self._zoom = int(preferences.text("zoom", "100"))
        for view in self.views:
            view.zoom(self._zoom)
            view.view_unavailable.connect(partial(self._lack, view))

    def clear(self) -> None:
        """Let go of the item."""
        self.page = None
        for view in self.views:
            view.clear()

    def show_page(self, page: Page) -> None:
        """Show an item, another one in the view in which items of its kind were looked at last."""
        another = self.page is None or self.page.item.row.no != page.item.row.no
        self.page = page
        if another:
            self._offer(page)
        self.view.show_page(page)

    def _offer(self, page: Page) -> None:
        self._asked = False
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
        if self._asked or view.fits(self.page.item):
            self.session.remark(sentence)
        self.view_changed.emit()

    def bring(self, at: int) -> None:
        """Bring a view (from 0) to the front."""
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
        """Look at the item in another view, and at items of its kind from now on."""
        if self.page is None:
            return
        preferences.put(_key(self.page), VIEWS[at].title)
        self._asked = True
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
        """Look at the item in a view (from 0), if it has it."""
        if self.page is None or self.views[at].fits(self.page.item):
            self.choose(at)
        else:
            self.session.remark(tr("This item has no view “{view}”.", view=tr(VIEWS[at].title)))

    @property
    def pages(self) -> PagesView:
        """The view of the pages."""
        return next(view for view in self.views if isinstance(view, PagesView))

    def rotate(self) -> None:
        """Rotate the page that is shown; nothing is written."""
        if self.view is self.pages:
            self.pages.rotate()
        else:
            self.session.remark(tr("Only pages can be rotated (Ctrl+2)."))

    def rescale(self, by: int) -> None:
        """Show everything here larger (1), smaller (-1) or at 100 % (0)."""
        at = _ZOOMS.index(self._zoom) if self._zoom in _ZOOMS else _ZOOMS.index(100)
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, at + by))] if by else 100
        preferences.put("zoom", str(self._zoom))
        for view in self.views:
            view.zoom(self._zoom)


def _key(page: Page) -> str:
    media = page.item.row.type
    return f"view/{'mail' if 'mail' in tables.names(media) else tables.short(media)}"
