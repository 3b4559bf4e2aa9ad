"""Page images: pixels that the airlock drew of a PDF's pages, of a picture, of a document if an office is at
hand. The file itself never comes here."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from triage.model.items import Item
from triage.model.previews import PageImage, drawn_by_office, drawn_directly
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Page
from ui.preview.base import Foot, OriginalView
from ui.session import Session
from ui.widgets.builders import delayed

_WIDEST = 2_400
_MARGIN = 16
_RESIZED = 200  # milliseconds of rest after which a page is drawn for its new width


class PagesView(OriginalView):
    """One page at a time, as wide as the view at 100 %."""

    title: ClassVar[str] = later("Pages")
    hint: ClassVar[str] = later("The pages as they look, drawn in the reader process")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._percent = 100
        self._drawn = -1
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(tr("Page of the item"))
        self.area.setObjectName("page")
        self.foot = Foot(self, tr("Previous page"), tr("Next page"))
        self.set_content(self.area, self.foot)
        self._rest = delayed(self, _RESIZED, self._redraw)

    def fits(self, item: Item) -> bool:
        """PDFs, pictures that can be decoded, and documents."""
        return drawn_directly(item.row.type) or drawn_by_office(item.row.type)

    def show_page(self, page: Page) -> None:
        """Show an item from the page of its first hit."""
        if not self.shows(page):
            self.part, self.part_count = page.sheets[0] if page.sheets else 0, 0
        super().show_page(page)

    def clear(self) -> None:
        """Let go of the picture."""
        super().clear()
        self.picture.clear()

    def _width(self) -> int:
        room = max(200, self.width() - self.area.verticalScrollBar().sizeHint().width() - _MARGIN)
        return min(_WIDEST, round(room * self._percent / 100 * self.devicePixelRatioF()))

    def begin(self) -> None:
        """Ask for the page at hand."""
        if self.page is None:
            return
        no, number, width, reviewer = self.page.item.row.no, self.part, self._width(), self.session.reviewer
        self.run(
            "page images",
            lambda case, stop: case.originals.page(no, number, width, reviewer, stop),
            partial(self._show, number),
        )

    def _show(self, number: int, image: PageImage) -> None:
        picture = QImage(image.data, image.width, image.height, image.width * 4, QImage.Format.Format_RGB32)
        shown = QPixmap.fromImage(picture)
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(shown)
        another = (number, image.pages) != (self._drawn, self.part_count)
        self._drawn, self.part_count = number, image.pages
        self.ready()
        self.foot.setVisible(image.pages > 1)
        self.foot.tell(tr("Page {number} of {pages}", number=number + 1, pages=image.pages))
        if another:
            self.area.verticalScrollBar().setValue(0)

    def show_part(self, part: int) -> None:
        """Ask for another page."""
        self.part = part
        self.begin()

    def overlap(self) -> int:
        """Return the pixels between two pages."""
        return _MARGIN

    def step(self, by: int) -> bool:
        """Go to the next page of a PDF on which something was hit, or the one before, round the end."""
        pages = self._pages_hit()
        if not pages:
            return False
        ahead = [page for page in pages if page > self.part] if by > 0 else [p for p in pages if p < self.part][::-1]
        self.turn_part((ahead[0] if ahead else pages[0 if by > 0 else -1]) - self.part)
        return True

    def _pages_hit(self) -> tuple[int, ...]:
        return self.page.sheets if self.page is not None else ()

    def place(self) -> str:
        """Return on how many pages something was hit."""
        pages = self._pages_hit()
        return tr("hits on {pages}", pages=formatting.count(len(pages), "page")) if pages else ""

    def zoom(self, percent: int) -> None:
        """Draw the page at another size."""
        if percent != self._percent:
            self._percent = percent
            self._redraw()

    def _redraw(self) -> None:
        if self.part_count:
            self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew when its room has changed."""
        super().resizeEvent(event)
        if self.part_count:
            self._rest.start()
