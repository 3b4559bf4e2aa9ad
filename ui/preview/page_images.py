"""Page images: pixels that the airlock drew of a PDF's pages, of a picture, of a document if an office is at
hand. The file itself never comes here.

Hits are marked over the pixels, where the airlock says that their words stand. Turning a page turns the picture alone.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from triage.model.items import LISTED, Item
from triage.model.previews import PageImage, drawn_by_office, drawn_directly
from triage.model.redactions import SCALE, Redaction, Region
from ui import preferences, theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Page
from ui.preview.base import Foot, OriginalView
from ui.widgets.builders import delayed
from ui.widgets.controls import tool_button

# Choosing a region of a page, by mouse or by keys: a frame over the picture that is moved, sized and confirmed.
#
# It knows shares of the picture and no page; what is done with a region is for others.

_STEP, _FINE = 0.01, 0.002  # of the picture's width and height, for a key
_FIRST = QRectF(0.1, 0.1, 0.3, 0.05)
_LEAST = 0.004
_SIDES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionPicker(QFrame):
    """Lies over a picture while a region is chosen. ``region_chosen`` carries it in shares of the picture."""

    region_chosen = Signal(QRectF)
    region_cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Region of the page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._region = QRectF()
        self._from = QPointF(-1, -1)
        self.hide()

    def begin(self, area: QRect) -> None:
        self.setGeometry(area)
        self._region, self._from = QRectF(_FIRST), QPointF(-1, -1)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
            self.region_cancelled.emit()
        elif event.key() in _SIDES:
            step = _FINE if modifiers & Qt.KeyboardModifier.ControlModifier else _STEP
            across, down = (step * way for way in _SIDES[Qt.Key(event.key())])
            self._change(across, down, sizes=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def _change(self, across: float, down: float, *, sizes: bool) -> None:
        made = QRectF(self._region)
        if sizes:
            made.adjust(0, 0, across, down)
        else:
            made.translate(across, down)
        if QRectF(0, 0, 1, 1).contains(made) and made.width() > _LEAST and made.height() > _LEAST:
            self._region = made
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from.x() >= 0:
            self._region = QRectF(self._from, self._share(event.position())).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)
        self._from = QPointF(-1, -1)
        if self._region.width() > _LEAST and self._region.height() > _LEAST:
            self._confirm()

    def _share(self, point: QPointF) -> QPointF:
        return QPointF(
            min(max(point.x() / max(1, self.width()), 0.0), 1.0), min(max(point.y() / max(1, self.height()), 0.0), 1.0)
        )

    def _confirm(self) -> None:
        self._end()
        self.region_chosen.emit(self._region)

    def _end(self) -> None:
        self.hide()
        self.clearFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            wide, high = self.width(), self.height()
            region = self._region
            box = QRectF(region.left() * wide, region.top() * high, region.width() * wide, region.height() * high)
            painter.fillRect(box, QColor(0, 0, 0, 90))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box)


_WIDEST = 2_400
_MARGIN = 16
_RESIZED = 200  # milliseconds of rest after which a page is drawn for its new width
_A4 = 210 / 297
_VEIL = 150  # of 255: how dark a redacted region is, under which its reader still reads
_FRAME = 3  # pixels of the frame around the hit at hand, and its distance


class Mark(NamedTuple):
    """A hit on the page at hand: its term, and its boxes in pixels of the picture."""

    term: int
    boxes: list[QRect]


def _marks(image: PageImage) -> list[Mark]:
    marks = []
    for _, same in groupby(sorted(image.marks, key=itemgetter(1)), key=itemgetter(1)):
        boxes = list(same)
        rects = [QRect(left, top, right - left, bottom - top) for _, _, left, top, right, bottom in boxes]
        marks.append(Mark(boxes[0][0], rects))
    return marks


class PagesView(OriginalView):
    """One page at a time: at 100 % it is as wide as the view or, where ``whole``, all in sight."""

    region_chosen = Signal(object)
    title: ClassVar[str] = later("Pages")
    hint: ClassVar[str] = later("The pages as they look, drawn in the reader process")
    area: QScrollArea

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._percent = 100
        self._drawn = -1
        self._plain = QPixmap()
        self.marks: list[Mark] = []  # to which one goes
        self._beside: list[Mark] = []
        self.at = -1  # the mark at hand
        self._land = 0  # where to go on the page that comes: its first mark (1), its last (-1), or its top
        self._ahead = -1  # pages that are still to be looked through for a mark, -1 for none such search
        self.turned = 0  # degrees, clockwise
        self.whole = preferences.text("pages", "width") == "whole"
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName(tr("Page of the item"))
        self.area.setObjectName("page")
        self.fit_button = tool_button(tr("Fit page"), tr("Fit the page to the view (Ctrl+9)"), self.fit, hint=True)
        self.fit_button.setCheckable(True)
        self.fit_button.setChecked(self.whole)
        rotate = tool_button(tr("Rotate"), tr("Rotate the page (Ctrl+R)"), self.rotate, hint=True)
        self.foot = Foot(self, tr("Previous page"), tr("Next page"), self.fit_button, rotate)
        self.set_content(self.area, self.foot)
        self.redactions: Sequence[Redaction] = ()
        self.picker = RegionPicker(self.picture)
        self.picker.region_chosen.connect(self._choose)
        self._rest = delayed(self, _RESIZED, self._redraw)
        self._arrive = delayed(self, 0, self._bring_in_view)

    def fits(self, item: Item) -> bool:
        return drawn_directly(item.row.type) or drawn_by_office(item.row.type)

    def show_page(self, page: Page) -> None:
        if not self.shows(page):
            self.part, self.part_count = min(page.sheets_hit, default=0) if page.searched else 0, 0
            self._drawn, self._land, self._ahead, self.turned = -1, int(page.searched), -1, 0
            self.marks, self.at, self.redactions = [], -1, page.redactions
        super().show_page(page)

    def clear(self) -> None:
        super().clear()
        self.picture.clear()
        self._plain, self.marks, self._beside, self.at = QPixmap(), [], [], -1

    def _width(self) -> int:
        """Return how many pixels wide the page is to be drawn, before it is rotated."""
        sideways = self.turned % 180 != 0
        shape = self._plain.width() / self._plain.height() if self._plain.height() else _A4
        room = max(200, self.width() - self.area.verticalScrollBar().sizeHint().width() - _MARGIN)
        if self.whole:
            room = min(room, round(self.area.viewport().height() * (1 / shape if sideways else shape)))
        wide = room * self._percent / 100 * self.devicePixelRatioF()
        return max(_MARGIN, min(_WIDEST, round(wide * shape if sideways else wide)))

    def begin(self) -> None:
        if self.page is None:
            return
        no, number, width, reviewer = self.page.item.row.no, self.part, self._width(), self.session.reviewer
        marked = self.page.on_page(number)
        stop = threading.Event()
        self.ask(
            lambda case: case.originals.page(no, number, width, reviewer, stop, marked),
            partial(self._show, number, width),
            newest="page image",
            stop=stop,
        )

    def _show(self, number: int, width: int, image: PageImage) -> None:
        another = (number, image.pages) != (self._drawn, self.part_count)
        self._drawn, self.part_count, every = number, image.pages, _marks(image)
        stops = self.page.stops if self.page is not None else bool
        self.marks = [mark for mark in every if stops(mark.term)]
        self._beside = [mark for mark in every if not stops(mark.term)]
        if another and not self.marks and self._ahead > 0:
            self._ahead -= 1
            self.show_part((number + self._land) % image.pages)
            return
        picture = QImage(image.data, image.width, image.height, image.width * 4, QImage.Format.Format_RGB32)
        self._plain = QPixmap.fromImage(picture)
        if another:
            self._reach()
        self._paint()
        self.ready()
        self.foot.show_words(tr("Page {number} of {pages}", number=number + 1, pages=image.pages))
        if another and self.whole and abs(self._width() - width) > _MARGIN:
            self.begin()  # the page has another shape than the one before

    def _reach(self) -> None:
        vain, self._ahead = self._ahead == 0 and not self.marks, -1
        self.at = {0: -1, 1: 0, -1: len(self.marks) - 1}[self._land] if self.marks else -1
        self._land = 0
        self.area.verticalScrollBar().setValue(0)
        self._arrive.start()
        self.hit_changed.emit()
        if vain:
            self.find_failed.emit("")

    def _paint(self) -> None:
        # A page is paper in both themes, and so are the colours on it.
        pixmap = QPixmap(self._plain)
        self._paint_redactions(pixmap)
        if self.marks or self._beside:
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for mark in (*self._beside, *self.marks):
                for box in mark.boxes:
                    painter.fillRect(box, QColor(theme.LIGHT[theme.ground(mark.term)]))
                    if self._beside and mark.term < LISTED:  # as bold letters are in text
                        under = box.adjusted(0, box.height() - 1, 0, _FRAME - 2)
                        painter.fillRect(under, QColor(theme.LIGHT["here"]))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(QColor(theme.LIGHT["here"]), _FRAME - 1))
            for box in self.marks[self.at].boxes if self.at >= 0 else ():
                painter.drawRect(box.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))
            painter.end()
        pixmap = pixmap.transformed(QTransform().rotate(self.turned))
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)

    # ---- redactions

    def show_redactions(self, redactions: Sequence[Redaction]) -> None:
        self.redactions = redactions
        if not self._plain.isNull():
            self._paint()

    def _paint_redactions(self, pixmap: QPixmap) -> None:
        regions = [
            redaction.region
            for redaction in self.redactions
            if redaction.region is not None and redaction.region.page == self.part
        ]
        for region in regions:
            across, down = pixmap.width() / SCALE, pixmap.height() / SCALE
            area = QRectF(region.left * across, region.top * down, 0, 0)
            area.setCoords(area.left(), area.top(), region.right * across, region.bottom * down)
            with QPainter(pixmap) as painter:
                painter.fillRect(area, QColor(0, 0, 0, _VEIL))

    def choose_region(self) -> None:
        if not self._plain.isNull():
            ratio = self.devicePixelRatioF()
            pixmap = self.picture.pixmap()
            wide, high = round(pixmap.width() / ratio), round(pixmap.height() / ratio)
            self.picker.begin(QRect((self.picture.width() - wide) // 2, 0, wide, high))
            self.session.say(tr("Drag over the region, or move it with the arrows (Shift: size) and press Enter."))

    def _choose(self, region: QRectF) -> None:
        left, top, right, bottom = region.left(), region.top(), region.right(), region.bottom()
        for _ in range(self.turned // 90):
            left, top, right, bottom = top, 1 - right, bottom, 1 - left
        edges = (round(min(max(edge, 0.0), 1.0) * SCALE) for edge in (left, top, right, bottom))
        self.region_chosen.emit(Region(self.part, *edges))

    def _bring_in_view(self) -> None:
        if not 0 <= self.at < len(self.marks):
            return
        way = QPixmap.trueMatrix(QTransform().rotate(self.turned), self._plain.width(), self._plain.height())
        box, ratio = way.mapRect(self.marks[self.at].boxes[0]), self.devicePixelRatioF()
        beside = (self.picture.width() - self.picture.pixmap().width() / ratio) / 2
        view = self.area.viewport()
        x, y = round(beside + box.center().x() / ratio), round(box.center().y() / ratio)
        self.area.ensureVisible(x, y, view.width() // 4, view.height() // 4)

    def show_part(self, part: int) -> None:
        self.part = part
        self.begin()

    def overlap(self) -> int:
        return _MARGIN

    # ---- hits

    def step(self, by: int) -> bool:
        at = self.at + by if self.at >= 0 or by > 0 else len(self.marks) - 1
        if not 0 <= at < len(self.marks):
            pages = self._pages_hit()
            if not pages:
                return False
            ahead = (
                [page for page in pages if page > self.part] if by > 0 else [p for p in pages if p < self.part][::-1]
            )
            page = ahead[0] if ahead else pages[0 if by > 0 else -1]
            if page != self.part or not self.marks:
                self._land, self._ahead = by, -1 if self._knows_pages() else len(pages) - 1
                self.turn_part(page - self.part)
                return True
            at = 0 if by > 0 else len(self.marks) - 1
        self.at = at
        self._paint()
        self._bring_in_view()
        self.hit_changed.emit()
        return True

    def _knows_pages(self) -> bool:
        return self.page is None or self.page.knows_pages

    def _pages_hit(self) -> Sequence[int]:
        if self.page is None or not self.page.hits:
            return ()
        return self.page.sheets_hit if self._knows_pages() else range(self.part_count)

    def hit_position(self) -> str:
        pages = len(self._pages_hit()) if self._knows_pages() else 0
        here = tr("hit {number} of {total} here", number=self.at + 1, total=len(self.marks)) if self.at >= 0 else ""
        return formatting.listed([here, tr("hits on {pages}", pages=formatting.count(pages, "page")) if pages else ""])

    # ---- size

    def zoom(self, percent: int) -> None:
        if percent != self._percent:
            self._percent = percent
            self._redraw()

    def fit(self) -> None:
        self.whole = not self.whole
        self.fit_button.setChecked(self.whole)
        preferences.put("pages", "whole" if self.whole else "width")
        self._redraw()

    def rotate(self) -> None:
        self.turned = (self.turned + 90) % 360
        self._redraw()

    def _redraw(self) -> None:
        if self.part_count:
            self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.part_count:
            self._rest.start()
