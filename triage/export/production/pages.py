"""Pages of documents that are produced as images: from what they are drawn, how many there are, and their files.

Pages of mail and text are made of the text that was indexed; those of anything else are drawn from its original, by a
reader process. No page of a foreign PDF is passed through.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import ge
from typing import NamedTuple, Protocol

from triage.export.bundle import Told, together
from triage.export.collect import Collector, Desk
from triage.export.production.cutting import Cutter
from triage.export.production.replaced import Listed
from triage.export.production.sheets import text_pages
from triage.messages import say
from triage.model.items import Item, ItemNo, Trouble
from triage.model.leaving import IMAGES, NATIVE, SHEET, ProducedDocument
from triage.model.previews import (
    PAGES_AT_ONCE,
    PagePicture,
    Stamp,
    StampedPages,
    drawn_by_office,
    drawn_directly,
    has_cells,
)
from triage.model.redactions import Redaction, Region

PDF = "application/pdf"
_OUTLOOK = "application/vnd.ms-outlook"
_MOST_PAGES = 10_000
"""Documents with more pages leave as their originals."""
Image = bytes | PagePicture | Trouble
"""An image file, a page of a PDF, or why it can't be had."""
_ITEMS_AT_ONCE, _BYTES_AT_ONCE = 100, 32 << 20


class PageOrder(NamedTuple):
    """Pages of a document, from ``number`` (from 0) on, with a stamp; without one it is asked how many there are.

    The phrases ``sought`` and the ``regions`` are made black; their ``reasons``, in this order, stand on that.
    """

    custodian: str
    media: str
    data: bytes
    number: int = 0
    stamp: Stamp | None = None
    sought: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    reasons: tuple[str, ...] = ()


class ProductionDesk(Desk, Protocol):
    """What a case hands over for a production besides: what is kept back, and pages that were drawn."""

    kept_back: Collection[ItemNo]
    """What is withheld or redacted, and what holds it."""
    redacted: Mapping[ItemNo, Collection[Redaction]]
    """What is redacted in which item."""
    accepted: Collection[str]
    """What is nearly redacted, and may leave by decision."""
    replaced: Mapping[ItemNo, Listed]
    """The documents of the production that this one replaces."""

    def stamped(self, orders: Sequence[PageOrder]) -> Iterator[StampedPages | Trouble]:
        """Yield the pages that were ordered, as many of each as one answer has, or why they can't be drawn."""

    def printed(self, item: Item, data: bytes) -> bytes | Trouble:
        """Return what an office program makes of an item, whose bytes are given: a PDF; or why it makes none."""


class Drawable(NamedTuple):
    """An item and what its pages are drawn from, or why it has none."""

    item: Item
    media: str
    data: bytes | Trouble
    cutter: Cutter | None = None


def unchanged(item: Item, native: bytes | Trouble) -> bytes | Trouble:
    """Return an original where it is what was indexed, else what is wrong."""
    if isinstance(native, Trouble) or (now := hashlib.sha256(native).hexdigest()) == item.sha256:
        return native
    return Trouble("changed", say("exported-original-changed", before=item.sha256, now=now))


def is_text(media: str) -> bool:
    """Whether the pages of items of a media type are made of their text."""
    return media == _OUTLOOK or (media.startswith(("message/", "text/")) and not has_cells(media) and not _drawn(media))


def has_pages(media: str) -> bool:
    """Whether items of a media type have pages: it is no table, recording or container."""
    return is_text(media) or _drawn(media)


def _drawn(media: str) -> bool:
    return drawn_directly(media) or drawn_by_office(media)


def drawables(desk: ProductionDesk, items: Iterable[Item], timestamp: int) -> Iterator[list[Drawable]]:
    """Yield what the items' pages are drawn from, some at a time."""
    some, size = list[Drawable](), 0
    for item in items:
        some.append(one := _drawable(desk, item, timestamp))
        size += len(one.data) if isinstance(one.data, bytes) else 0
        if len(some) >= _ITEMS_AT_ONCE or size > _BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _drawable(desk: ProductionDesk, item: Item, timestamp: int) -> Drawable:
    media = item.row.type
    redactions = desk.redacted.get(item.row.no, ())
    cutter = Cutter(item, redactions) if redactions else None
    if is_text(media):
        return Drawable(item, PDF, text_pages(cutter.item(item) if cutter else item, timestamp))
    if not _drawn(media):
        return Drawable(item, media, Trouble("unsupported", say("production-no-pages", media=media)))
    (native,) = (unchanged(item, native) for native in desk.natives([item]))
    if isinstance(native, Trouble):
        return Drawable(item, media, native)
    if drawn_by_office(media):
        return Drawable(item, PDF, desk.printed(item, native), cutter)
    return Drawable(item, media, native, cutter)


def count_pages(
    desk: ProductionDesk, planned: Sequence[ProducedDocument], progress: Told | None, stop: threading.Event | None
) -> list[ProducedDocument]:
    """Return the documents with the number of their pages; those of which none can be drawn leave otherwise.

    Raises Stopped where a person has asked to stop.
    """
    known = {document.item: document for document in planned}
    paged = [no for no, document in known.items() if document.treatment == IMAGES]
    collector, done = Collector(desk, paged, ""), 0
    for some in together(desk, collector.by_source(collector.order(paged)), stop):
        items = [item for _, item in some]
        for item, pages in zip(items, _counts(desk, items), strict=True):
            document = known[item.row.no]
            otherwise = document._replace(treatment=SHEET if document.why else NATIVE)
            known[item.row.no] = document._replace(pages=pages) if 0 < pages <= _MOST_PAGES else otherwise
            done += 1
            if progress is not None:
                progress(done, len(paged))
    return list(known.values())


def _counts(desk: ProductionDesk, items: Iterable[Item]) -> Iterator[int]:
    """Yield how many pages each item has, 0 for one of which none can be drawn."""
    for some in drawables(desk, items, 0):
        yield from _counted(desk, some)


def _counted(desk: ProductionDesk, some: Sequence[Drawable]) -> Iterator[int]:
    """Yield how many pages each has, 0 where none can be drawn, or a redaction can't be located on them."""
    answers = desk.stamped([_order(one) for one in some if isinstance(one.data, bytes)])
    for one in some:
        answer = next(answers) if isinstance(one.data, bytes) else one.data
        yield answer.pages if isinstance(answer, StampedPages) and _is_located(one, answer) else 0
    next(answers, None)  # to the end of the answer


def _is_located(one: Drawable, answer: StampedPages) -> bool:
    """Whether each redacted phrase stands on the pages as often as in the text."""
    if one.cutter is None:
        return True
    return one.cutter.can_be_drawn_over and all(map(ge, answer.found, one.cutter.expected(one.item)))


class DrawnPage(NamedTuple):
    """A page (from 0) of an item as an image, or why it can't be had; whether it is ``faded``: lacks marks."""

    item: Item
    number: int
    image: Image
    faded: bool


def images(desk: ProductionDesk, ordered: Sequence[tuple[Item, int, Stamp]], timestamp: int) -> Iterator[DrawnPage]:
    """Yield each page of items.

    Each item comes with the number of its pages, of which there must still be as many, and its stamp.
    """
    wanted = {item.row.no: (pages, stamp) for item, pages, stamp in ordered}
    for some in map(partial(_located, desk), drawables(desk, (item for item, _, _ in ordered), timestamp)):
        orders = [_order(one, at, wanted[one.item.row.no][1]) for one in some for at in _begins(one, wanted)]
        answers = desk.stamped(orders)
        for one in some:
            pages, _ = wanted[one.item.row.no]
            for at in range(0, pages, PAGES_AT_ONCE):
                answer = next(answers) if isinstance(one.data, bytes) else one.data
                files = range(at, min(pages, at + PAGES_AT_ONCE))
                faded = answer.faded if isinstance(answer, StampedPages) else ()
                yield from (
                    DrawnPage(one.item, number, _image(answer, pages, number - at), number - at in faded)
                    for number in files
                )
        next(answers, None)  # to the end of the answer


def _located(desk: ProductionDesk, some: Sequence[Drawable]) -> list[Drawable]:
    """Return what can be drawn, with a reason in place of what has a redaction that can't be located on its pages."""
    cut = [one for one in some if one.cutter is not None and isinstance(one.data, bytes)]
    lost = {one.item.row.no for one, pages in zip(cut, _counted(desk, cut), strict=True) if not pages}
    unlocated = Trouble("unsupported", say("redaction-unplaced"))
    return [one._replace(data=unlocated) if one.item.row.no in lost else one for one in some]


def _begins(one: Drawable, wanted: Mapping[ItemNo, tuple[int, Stamp]]) -> range:
    pages = wanted[one.item.row.no][0] if isinstance(one.data, bytes) else 0
    return range(0, pages, PAGES_AT_ONCE)


def _order(one: Drawable, number: int = 0, stamp: Stamp | None = None) -> PageOrder:
    assert isinstance(one.data, bytes)
    order = PageOrder(one.item.row.custodian, one.media, one.data, number, stamp)
    if one.cutter is None:
        return order
    cutter = one.cutter
    return order._replace(sought=cutter.sought, regions=cutter.regions, reasons=cutter.reasons_on_pages)


def _image(answer: StampedPages | Trouble, pages: int, at: int) -> Image:
    if isinstance(answer, Trouble):
        return answer
    if answer.pages != pages:
        return Trouble("changed", say("production-pages-changed", before=pages, now=answer.pages))
    return answer.images[at]
