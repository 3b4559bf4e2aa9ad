"""Pages of documents that are produced as images: from what they are drawn, how many there are, and their files.

Pages of mail and text are made of the text that was indexed; those of anything else are drawn from its original, by a
reader process. No page of a foreign PDF is passed through.
"""

from __future__ import annotations

import hashlib
import json
import textwrap
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from io import BytesIO
from operator import ge
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from triage.export.bundle import OnProgress, in_source_order
from triage.export.collect import Desk
from triage.export.production.cutting import Cutter
from triage.export.texts import line, right_to_left
from triage.messages import say
from triage.model.items import Item, ItemNo, Trouble
from triage.model.leaving import IMAGES, NATIVE, REBUILT, SHEET, WITHHELD, ProducedDocument
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
from triage.proof.verify.page import visible

# Pages that a production makes itself, as PDF (ISO 32000-1): slip sheets, and pages of mails and texts.
#
# A slip sheet stands for a document and has its number; no part of the document is on it. There may be a hundred
# thousand of them, for which typst would take half an hour. So they are written here where their letters are those of
# Windows-1252, which the fonts of every PDF reader have. Typst sets the others, from ``slip.typ``.

WIDE, HIGH = 595, 842
"""The size of a page, A4, in points."""
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
_CATALOG, _PAGES, _HELVETICA, _COURIER, _FIRST = range(1, 6)


class PdfFile:
    """Writes a PDF page by page, keeping none of it; it must be closed. The same pages give the same bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._at, self._next = out, 0, _FIRST
        self._begins: dict[int, int] = {}
        self._kids: list[int] = []
        self._write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, content: bytes) -> None:
        """Add a page that is made of ``words``."""
        fonts = f"/Font<</H {_HELVETICA} 0 R/C {_COURIER} 0 R>>"
        self._page(WIDE, HIGH, fonts, self._stream("", content))

    def add_picture(self, picture: PagePicture) -> None:
        width, height = (side * 72 / picture.dpi for side in (picture.width, picture.height))
        size = f"/Width {picture.width}/Height {picture.height}"
        how = "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
        if picture.fax:
            how = "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode"
            how += f"/DecodeParms<</K -1/Columns {picture.width}/Rows {picture.height}/BlackIs1 true>>"
        image = self._stream(f"/Type/XObject/Subtype/Image{size}{how}", picture.data)
        drawn = self._stream("", f"{width:.2f} 0 0 {height:.2f} 0 0 cm /I Do".encode())
        self._page(width, height, f"/XObject<</I {image} 0 R>>", drawn)

    def close(self) -> None:
        self._object(_CATALOG, b"<</Type/Catalog/Pages %d 0 R>>" % _PAGES)
        kids = " ".join(f"{number} 0 R" for number in self._kids)
        self._object(_PAGES, f"<</Type/Pages/Kids[{kids}]/Count {len(self._kids)}>>".encode())
        self._object(_HELVETICA, _FONT.format("Helvetica").encode())
        self._object(_COURIER, _FONT.format("Courier").encode())
        table = self._at
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % self._next)
        self._write(b"".join(b"%010d 00000 n \n" % self._begins[number] for number in range(1, self._next)))
        self._write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (self._next, table))

    def _page(self, width: float, height: float, resources: str, content: int) -> None:
        box = f"/MediaBox[0 0 {width:.2f} {height:.2f}]"
        page = f"<</Type/Page/Parent {_PAGES} 0 R{box}/Contents {content} 0 R/Resources<<{resources}>>>>"
        self._kids.append(self._object(0, page.encode()))

    def _stream(self, entries: str, data: bytes) -> int:
        head = b"<<%s/Length %d>>\nstream\n" % (entries.encode(), len(data))
        return self._object(0, head + data + b"\nendstream")

    def _object(self, number: int, content: bytes) -> int:
        """Write an object with its number, the next one for 0; return it."""
        if not number:
            number, self._next = self._next, self._next + 1
        self._begins[number] = self._at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        return number

    def _write(self, data: bytes) -> None:
        self._at += self._out.write(data)


def pdf(pages: Sequence[bytes]) -> bytes:
    out = BytesIO()
    file = PdfFile(out)
    for content in pages:
        file.add(content)
    file.close()
    return out.getvalue()


def words(font: str, size: int, across: int, up: int, text: str) -> bytes:
    """Return what writes a text on a page, from the lower left corner on; ``font`` is H or C.

    Raises UnicodeEncodeError for what Windows-1252 hasn't.
    """
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET\n" % (font.encode(), size, across, up, escaped)


_MARGIN = 71  # points
_LETTERS = 80  # in a line
_FIXED = 0.6  # the width of each letter of Courier, of its size


def sheet(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    """Return a slip sheet: a number, and lines that say what became of the document. The same gives the same bytes."""
    number, confidentiality, *lines = (line(text) for text in (number, confidentiality, *lines))
    try:
        return pdf([b"".join(_sheet_content(number, lines, confidentiality))])
    except UnicodeEncodeError:
        return _set(number, lines, confidentiality, timestamp)


def sheet_page(number: str, lines: Sequence[str], confidentiality: str) -> bytes:
    """Return the content of a page for ``PdfFile.add``; what Windows-1252 hasn't becomes a question mark."""
    texts = (line(text).encode("cp1252", "replace").decode("cp1252") for text in (number, confidentiality, *lines))
    number, confidentiality, *lines = texts
    return b"".join(_sheet_content(number, lines, confidentiality))


def _sheet_content(number: str, lines: Sequence[str], confidentiality: str) -> Iterator[bytes]:
    down = HIGH // 2
    yield words("H", 22, _MARGIN, down, number)
    for piece in (piece for text in lines for piece in textwrap.wrap(text, _LETTERS)):
        down -= 18
        yield words("H", 11, _MARGIN, down, piece)
    yield words("H", 10, _MARGIN, _MARGIN, confidentiality)
    yield words("C", 10, WIDE - _MARGIN - round(len(number) * 10 * _FIXED), _MARGIN, number)


def _set(number: str, lines: Sequence[str], confidentiality: str, timestamp: int) -> bytes:
    shown_number, shown_confidentiality, *shown_lines = (
        (text, right_to_left(text)) for text in (number, confidentiality, *lines)
    )
    values = {"number": shown_number, "lines": shown_lines, "confidentiality": shown_confidentiality}
    return _typeset("slip.typ", {"sheet": json.dumps(values)}, timestamp)


def _typeset(template: str, inputs: dict[str, str], timestamp: int) -> bytes:
    import typst

    pages: bytes = typst.compile(
        _read(template), format="pdf", sys_inputs=inputs, font_paths=fonts(), timestamp=timestamp
    )
    return pages


@cache
def _read(template: str) -> bytes:
    return Path(__file__).with_name(template).read_bytes()


@cache
def fonts() -> Any:
    """Return the machine's fonts: looking for them takes longer than setting a page."""
    import typst

    return typst.Fonts()


# Pages of a mail or a text: who wrote to whom, when and about what, and the text that a reader of it sees first.
#
# How its author arranged it, as HTML does, isn't kept. No part of it is markup here.

# Typst sets them all. That takes twenty times as long as writing letters of Windows-1252 by hand did, but 3 to 4 % of
# what drawing and stamping the same pages takes. Sheets, of which most are never drawn, are written by hand still.

_ACROSS = 96  # letters of a fixed width in a line


def text_pages(item: Item, timestamp: int) -> bytes:
    """Return the pages as PDF; the same item gives the same bytes."""
    lines = [visible(line.expandtabs(8)) for line in _lines(item)]
    pieces = [(piece, right_to_left(line)) for line in lines for piece in _wrapped(line)]
    return _typeset("text.typ", {"lines": json.dumps(pieces)}, timestamp)


def _lines(item: Item) -> Iterator[str]:
    fields = {
        "From": item.row.sender,
        "To": ", ".join(item.to),
        "Cc": ", ".join(item.cc),
        "Bcc": ", ".join(item.bcc),
        "Date": item.date_raw,
        "Subject": item.row.subject,
    }
    yield from (f"{label}: {' '.join(value.split())}" for label, value in fields.items() if value)
    yield ""
    for segment in item.segments:
        if segment.origin == "body":
            yield from segment.text.splitlines()


def _wrapped(line: str) -> list[str]:
    """Return a line in pieces that fit: typst breaks no word, however long, and lets it run off the page."""
    if len(line) <= _ACROSS:
        return [line]
    return textwrap.wrap(line, _ACROSS, replace_whitespace=False, drop_whitespace=False)


# What became of the documents of a production that another one replaces: their numbers before and now. Pure.
#
# It names no subject, no file and no word of a document.

REPLACED_HEAD = ("Number before", "To", "Produced before", "Number now", "To", "Produced now", "Basis", "Clawed back")
_WORDS = {
    NATIVE: "in native format",
    REBUILT: "without withheld attachments",
    IMAGES: "as pages",
    SHEET: "as text only",
    WITHHELD: "withheld",
}


class Listed(NamedTuple):
    """A document of either production, with its first and last number as they are written."""

    number: str
    last: str
    document: ProducedDocument


def is_clawed_back(before: ProducedDocument, now: ProducedDocument | None) -> bool:
    """Return whether something that was produced no longer is: all of it, its original, or parts of it."""
    if before.treatment == WITHHELD:
        return False
    return now is None or now.treatment == WITHHELD or (bool(now.why) and now.why != before.why)


def replaced_rows(replaced: Mapping[ItemNo, Listed], now: Mapping[ItemNo, Listed]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each document of the production that is replaced; ``now`` are those of the new one."""
    for no, before in replaced.items():
        after, new = ("", "", "not produced", ""), now.get(no)
        if new:
            after = new.number, new.last, _WORDS[new.document.treatment], new.document.why
        recalled = "yes" if is_clawed_back(before.document, new.document if new else None) else ""
        yield before.number, before.last, _WORDS[before.document.treatment], *after, recalled


PDF = "application/pdf"
_OUTLOOK = "application/vnd.ms-outlook"
_MOST_PAGES = 10_000
"""Documents with more pages leave as their originals."""
Image = bytes | PagePicture | Trouble
"""An image file, a page of a PDF, or why it can't be had."""
_ITEMS_AT_ONCE, _BYTES_AT_ONCE = 100, 32 << 20


class PageOrder(NamedTuple):
    """Pages of a document, from ``number`` (from 0) on, with a stamp; without a stamp they are only counted.

    The phrases ``sought`` and the ``regions`` are made black; their ``reasons``, in this order, are written on that.
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
    """Return whether the pages of items of a media type are made of their text."""
    return media == _OUTLOOK or (media.startswith(("message/", "text/")) and not has_cells(media) and not _drawn(media))


def has_pages(media: str) -> bool:
    """Return whether items of a media type have pages: it is no table, recording or container."""
    return is_text(media) or _drawn(media)


def _drawn(media: str) -> bool:
    return drawn_directly(media) or drawn_by_office(media)


def drawables(desk: ProductionDesk, items: Iterable[Item], timestamp: int) -> Iterator[list[Drawable]]:
    """Yield in batches what the items' pages are drawn from."""
    batch, size = list[Drawable](), 0
    for item in items:
        batch.append(drawable := _drawable(desk, item, timestamp))
        size += len(drawable.data) if isinstance(drawable.data, bytes) else 0
        if len(batch) >= _ITEMS_AT_ONCE or size > _BYTES_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def cutter_of(desk: ProductionDesk, item: Item) -> Cutter | None:
    redactions = desk.redacted.get(item.row.no, ())
    return Cutter(item, redactions) if redactions else None


def _drawable(desk: ProductionDesk, item: Item, timestamp: int) -> Drawable:
    media, cutter = item.row.type, cutter_of(desk, item)
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
    desk: ProductionDesk, planned: Sequence[ProducedDocument], progress: OnProgress | None, stop: threading.Event | None
) -> list[ProducedDocument]:
    """Return the documents with the number of their pages; those of which none can be drawn leave otherwise.

    Raises Stopped where a person has asked to stop.
    """
    documents = {document.item: document for document in planned}
    paged = [no for no, document in documents.items() if document.treatment == IMAGES]
    done = 0
    for items in in_source_order(desk, paged, stop):
        counts = (count for drawn in drawables(desk, items, 0) for count in _page_counts(desk, drawn))
        for item, pages in zip(items, counts, strict=True):
            document = documents[item.row.no]
            otherwise = document._replace(treatment=SHEET if document.why else NATIVE)
            documents[item.row.no] = document._replace(pages=pages) if 0 < pages <= _MOST_PAGES else otherwise
            done += 1
            if progress is not None:
                progress(done, len(paged))
    return list(documents.values())


def _page_counts(desk: ProductionDesk, batch: Sequence[Drawable]) -> Iterator[int]:
    """Yield how many pages each has, 0 where none can be drawn, or a redaction can't be located on them."""
    answers = desk.stamped([_order(drawable) for drawable in batch if isinstance(drawable.data, bytes)])
    for drawable in batch:
        answer = next(answers) if isinstance(drawable.data, bytes) else drawable.data
        yield answer.pages if isinstance(answer, StampedPages) and _is_located(drawable, answer) else 0
    next(answers, None)  # to the end of the answer


def _is_located(drawable: Drawable, answer: StampedPages) -> bool:
    cutter = drawable.cutter
    if cutter is None:
        return True
    return cutter.can_be_drawn_over and all(map(ge, answer.found, cutter.expected(drawable.item)))


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
    expected = {item.row.no: (pages, stamp) for item, pages, stamp in ordered}
    for batch in map(partial(_located, desk), drawables(desk, (item for item, _, _ in ordered), timestamp)):
        orders = list[PageOrder]()
        for drawable in batch:
            pages, stamp = expected[drawable.item.row.no]
            if isinstance(drawable.data, bytes):
                orders += (_order(drawable, first, stamp) for first in range(0, pages, PAGES_AT_ONCE))
        answers = desk.stamped(orders)
        for drawable in batch:
            pages, _ = expected[drawable.item.row.no]
            for first in range(0, pages, PAGES_AT_ONCE):
                answer = next(answers) if isinstance(drawable.data, bytes) else drawable.data
                faded = answer.faded if isinstance(answer, StampedPages) else ()
                for index in range(min(pages - first, PAGES_AT_ONCE)):
                    yield DrawnPage(drawable.item, first + index, _image(answer, pages, index), index in faded)
        next(answers, None)  # to the end of the answer


def _located(desk: ProductionDesk, batch: Sequence[Drawable]) -> list[Drawable]:
    """Return what can be drawn, with a reason in place of what has a redaction that can't be located on its pages."""
    cut = [drawable for drawable in batch if drawable.cutter is not None and isinstance(drawable.data, bytes)]
    counts = zip(cut, _page_counts(desk, cut), strict=True)
    unlocated = {drawable.item.row.no for drawable, pages in counts if not pages}
    why = Trouble("unsupported", say("redaction-unplaced"))
    return [drawable._replace(data=why) if drawable.item.row.no in unlocated else drawable for drawable in batch]


def _order(drawable: Drawable, number: int = 0, stamp: Stamp | None = None) -> PageOrder:
    assert isinstance(drawable.data, bytes)
    order = PageOrder(drawable.item.row.custodian, drawable.media, drawable.data, number, stamp)
    if (cutter := drawable.cutter) is None:
        return order
    return order._replace(sought=cutter.sought, regions=cutter.regions, reasons=cutter.reasons_on_pages)


def _image(answer: StampedPages | Trouble, pages: int, index: int) -> Image:
    if isinstance(answer, Trouble):
        return answer
    if answer.pages != pages:
        return Trouble("changed", say("production-pages-changed", before=pages, now=answer.pages))
    return answer.images[index]
