"""The images of a volume: pages of documents, and slip sheets for what has none. No original is read here."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from itertools import groupby

from triage.errors import ExportError
from triage.export.bundle import check_stop, together
from triage.export.collect import Collector
from triage.export.folder import BundleFolder
from triage.export.production import pages
from triage.export.production.documents import Layout, Numbered
from triage.export.production.pages import DrawnPage, Image, PageOrder, ProductionDesk
from triage.export.production.protocol import SHEETS
from triage.export.production.sheets import PdfFile, sheet, written_sheet
from triage.messages import render
from triage.model.items import ItemNo, Trouble
from triage.model.leaving import IMAGES, NATIVE, REBUILT, SHEET, WITHHELD, ProducedDocument
from triage.model.previews import JPEG, PDF, TIFF, PagePicture, StampedPages
from triage.proof.verify.loadfiles import ImageLine

_AT_ONCE = 200
_ENDINGS = {TIFF: ".tif", JPEG: ".jpg", PDF: ".pdf"}
_TREATED = {
    NATIVE: "Produced in native format",
    REBUILT: "Produced without withheld attachments",
    IMAGES: "Page not available",
    SHEET: "Produced as text only",
    WITHHELD: "Withheld",
}


class ImageFiles:
    """Writes the images of documents in the order of their sources, then the slip sheets.

    ``missing`` says why an original isn't there; what can't be drawn is put there. ``faded`` are the numbers of pages
    that lack marks of what they are drawn from.
    """

    def __init__(
        self,
        layout: Layout,
        desk: ProductionDesk,
        documents: Mapping[ItemNo, Numbered],
        missing: dict[ItemNo, str],
        timestamp: int,
    ) -> None:
        self._layout, self._protocol, self._desk = layout, layout.protocol, desk
        self._documents = documents
        self._missing, self._time = missing, timestamp
        self.faded: list[int] = []
        self._sheets: list[tuple[int, Numbered]] = []

    def path(self, at: int, document: ProducedDocument) -> str:
        """Return the place of a document's page that has this number."""
        if self._is_pdf(document):
            return self._layout.path("IMAGES", document.at, ".pdf")
        return self._layout.path("IMAGES", at, _ENDINGS[self._protocol.form])

    def _is_pdf(self, document: ProducedDocument) -> bool:
        """Whether a document has one PDF: of its pages, or of its slip sheet."""
        return self._protocol.form == PDF or not self._is_paged(document)

    def _is_paged(self, document: ProducedDocument) -> bool:
        """Whether a document's images are pages with a stamp, also where one is a slip sheet."""
        return self._protocol.images != SHEETS or document.treatment == IMAGES

    def lines(self) -> Iterator[ImageLine]:
        """Yield a line for each image file, in the order of the numbers."""
        for document in (one.document for one in self._documents.values()):
            files = 1 if self._is_pdf(document) else document.pages
            for at in range(document.at, document.at + files):
                path = self._layout.inside(self.path(at, document))
                pages = document.pages if at == document.at else 0
                yield ImageLine(self._protocol.number(at), self._protocol.volume, path, pages)

    def write_pages(self, folder: BundleFolder, stop: threading.Event | None) -> Iterator[None]:
        """Write the pages of documents that leave as images, and tell of each document.

        What can't be drawn has slip sheets under its numbers.
        """
        paged = [one.document.item for one in self._documents.values() if one.document.treatment == IMAGES]
        collector = Collector(self._desk, paged, "")
        for some in together(self._desk, collector.by_source(collector.order(paged)), stop):
            ordered = [(item, self._documents[item.row.no].document) for _, item in some]
            wanted = [(item, one.pages, self._protocol.stamp(one.at)) for item, one in ordered]
            drawn = pages.images(self._desk, wanted, self._time)
            for no, images in groupby(drawn, lambda page: page.item.row.no):
                self._write_document(folder, self._documents[no], images, stop)
                yield

    def _write_document(
        self,
        folder: BundleFolder,
        one: Numbered,
        images: Iterator[DrawnPage],
        stop: threading.Event | None,
    ) -> None:
        if self._protocol.form == PDF:
            with folder.open(self.path(one.document.at, one.document)) as out:
                file = PdfFile(out)
                for page in images:
                    check_stop(stop)
                    self._add(file, one, self._at(one, page), page.image)
                file.close()
            return
        for page in images:
            check_stop(stop)
            at = self._at(one, page)
            if isinstance(page.image, bytes):
                folder.write(self.path(at, one.document), page.image)
            elif isinstance(page.image, Trouble):
                self._miss(one, page.image)
                self._sheets.append((at, one))

    def _at(self, one: Numbered, page: DrawnPage) -> int:
        """Return the number of a document's page; one that lacks something is noted."""
        at = one.document.at + page.number
        if page.faded:
            self.faded.append(at)
        return at

    def _add(self, file: PdfFile, one: Numbered, at: int, image: Image) -> None:
        """Add a page to a document's PDF; in place of one that can't be drawn there are words that say so."""
        if isinstance(image, PagePicture):
            file.add_picture(image)
        elif isinstance(image, Trouble):
            self._miss(one, image)
            lines = self._with_endorsement(one)
            file.add(written_sheet(self._protocol.number(at), lines, self._protocol.confidentiality))

    def _miss(self, one: Numbered, why: Trouble) -> None:
        self._missing[one.document.item] = render(why.message) or why.code

    def write_sheets(self, folder: BundleFolder, stop: threading.Event | None) -> None:
        """Write slip sheets: for each document that doesn't leave as images, and each page that couldn't be drawn."""
        documents = self._documents.values()
        self._sheets += [(one.document.at, one) for one in documents if one.document.treatment != IMAGES]
        for begin in range(0, len(self._sheets), _AT_ONCE):
            check_stop(stop)
            some = self._sheets[begin : begin + _AT_ONCE]
            orders = [self._sheet(at, one) for at, one in some]
            drawn = self._desk.stamped([order for order in orders if order.stamp])
            for (at, one), order in zip(some, orders, strict=True):
                data = _only_image(next(drawn)) if order.stamp else order.data
                folder.write(self.path(at, one.document), data)
            next(drawn, None)  # to the end of the answer

    def _sheet(self, at: int, one: Numbered) -> PageOrder:
        """Return what a slip sheet is drawn from; without a stamp it is a file as it is."""
        stamped = not self._is_pdf(one.document)
        number, confidentiality = ("", "") if stamped else (self._protocol.number(at), self._protocol.confidentiality)
        lines = self._lines(one) if stamped else self._with_endorsement(one)
        data = sheet(number, lines, confidentiality, self._time)
        return PageOrder("", pages.PDF, data, stamp=self._protocol.stamp(at) if stamped else None)

    def _with_endorsement(self, one: Numbered) -> list[str]:
        """Return what is on a slip sheet without a stamp."""
        return [*self._lines(one), *filter(None, [self._protocol.endorsement])]

    def _lines(self, one: Numbered) -> list[str]:
        document = one.document
        if why := self._missing.get(document.item):
            return ["Original not available" if document.treatment != IMAGES else _TREATED[IMAGES], why]
        return [_TREATED[document.treatment], *filter(None, [document.why])]


def _only_image(answer: StampedPages | Trouble) -> bytes:
    """Return the one page of a slip sheet; raises ExportError where no reader could draw even that."""
    if isinstance(answer, Trouble):
        raise ExportError("production-sheet-undrawn", why=answer.message)
    (image,) = answer.images
    assert isinstance(image, bytes)
    return image
