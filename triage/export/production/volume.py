"""A volume: natives, texts, images and load files, in folders of at most a thousand files each.

It opens no source: originals come from the case, in the order in which they lie there.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from itertools import chain, groupby
from pathlib import Path
from typing import BinaryIO, TypeVar

from msgspec.structs import replace

from triage.errors import ExportError
from triage.export import tables
from triage.export.bundle import OnProgress, Stopped, check_stop, ending_of, in_source_order, text_of
from triage.export.document import Heading, Sentence, TableBlock
from triage.export.folder import BundleFolder, new_folder, seal
from triage.export.production import loadfiles, originals, pages
from triage.export.production.cutting import Cutter, Quotations, texts_of
from triage.export.production.loadfiles import (
    EML,
    PER_FOLDER,
    SHEETS,
    Files,
    Layout,
    Numbered,
    Protocol,
    Value,
    numbered,
    values,
)
from triage.export.production.originals import ProducedOriginals, is_mail, without_part_names
from triage.export.production.pages import (
    REPLACED_HEAD,
    DrawnPage,
    Listed,
    PageOrder,
    PdfFile,
    ProductionDesk,
    cutter_of,
    replaced_rows,
    sheet,
    sheet_page,
)
from triage.export.writers.docx import write_blocks
from triage.messages import render
from triage.model.items import Item, ItemNo, Trouble
from triage.model.leaving import (
    IMAGES,
    NATIVE,
    REBUILT,
    SHEET,
    WITHHELD,
    ProducedDocument,
    Production,
    ProductionReport,
)
from triage.model.previews import JPEG, PDF, TIFF, PagePicture, StampedPages
from triage.model.redactions import Redaction
from triage.model.tables import short
from triage.proof import verify
from triage.proof.verify.manifest import ImageLine
from triage.scope.policy import Policy

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

    ``missing`` says why an original isn't there; what can't be drawn is added. ``faded`` are the numbers of pages that
    lack marks of what they are drawn from.
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
        self._documents, self._missing, self._time = documents, missing, timestamp
        self.faded: list[int] = []
        self._sheets: list[tuple[int, Numbered]] = []

    def path(self, at: int, document: ProducedDocument) -> str:
        if self._is_pdf(document):
            return self._layout.path("IMAGES", document.at, ".pdf")
        return self._layout.path("IMAGES", at, _ENDINGS[self._protocol.form])

    def _is_pdf(self, document: ProducedDocument) -> bool:
        return self._protocol.form == PDF or not self._is_paged(document)

    def _is_paged(self, document: ProducedDocument) -> bool:
        return self._protocol.images != SHEETS or document.treatment == IMAGES

    def lines(self) -> Iterator[ImageLine]:
        for document in (entry.document for entry in self._documents.values()):
            files = 1 if self._is_pdf(document) else document.pages
            for at in range(document.at, document.at + files):
                path = self._layout.inside(self.path(at, document))
                pages = document.pages if at == document.at else 0
                yield ImageLine(self._protocol.number(at), self._protocol.volume, path, pages)

    def write_pages(self, folder: BundleFolder, stop: threading.Event | None) -> Iterator[None]:
        """Write the pages of documents that leave as images, yielding after each; what can't be drawn gets sheets."""
        paged = [entry.document.item for entry in self._documents.values() if entry.document.treatment == IMAGES]
        for items in in_source_order(self._desk, paged, stop):
            documents = [self._documents[item.row.no].document for item in items]
            stamped = [(item, d.pages, self._protocol.stamp(d.at)) for item, d in zip(items, documents, strict=True)]
            drawn = pages.images(self._desk, stamped, self._time)
            for no, images in groupby(drawn, lambda page: page.item.row.no):
                self._write_document(folder, self._documents[no], images, stop)
                yield

    def _write_document(
        self, folder: BundleFolder, entry: Numbered, images: Iterator[DrawnPage], stop: threading.Event | None
    ) -> None:
        with ExitStack() as stack:
            file = None
            if self._protocol.form == PDF:
                path = self.path(entry.document.at, entry.document)
                file = PdfFile(stack.enter_context(folder.open(path)))
            for page in images:
                check_stop(stop)
                self._write_page(folder, file, entry, page)
            if file is not None:
                file.close()

    def _write_page(self, folder: BundleFolder, file: PdfFile | None, entry: Numbered, page: DrawnPage) -> None:
        at, image = entry.document.at + page.number, page.image
        if page.faded:
            self.faded.append(at)
        if isinstance(image, Trouble):
            self._missing[entry.document.item] = render(image.message) or image.code
            if file is None:
                self._sheets.append((at, entry))
            else:
                lines = self._with_endorsement(entry)
                file.add(sheet_page(self._protocol.number(at), lines, self._protocol.confidentiality))
        elif isinstance(image, PagePicture) and file is not None:
            file.add_picture(image)
        elif isinstance(image, bytes):
            folder.write(self.path(at, entry.document), image)

    def write_sheets(self, folder: BundleFolder, stop: threading.Event | None) -> None:
        """Write slip sheets: for each document that doesn't leave as images, and each page that couldn't be drawn."""
        documents = self._documents.values()
        self._sheets += [(entry.document.at, entry) for entry in documents if entry.document.treatment != IMAGES]
        for begin in range(0, len(self._sheets), _AT_ONCE):
            check_stop(stop)
            batch = self._sheets[begin : begin + _AT_ONCE]
            orders = [self._sheet(at, entry) for at, entry in batch]
            drawn = self._desk.stamped([order for order in orders if order.stamp])
            for (at, entry), order in zip(batch, orders, strict=True):
                data = _only_image(next(drawn)) if order.stamp else order.data
                folder.write(self.path(at, entry.document), data)
            next(drawn, None)  # to the end of the answer

    def _sheet(self, at: int, entry: Numbered) -> PageOrder:
        stamped = not self._is_pdf(entry.document)
        number, confidentiality = ("", "") if stamped else (self._protocol.number(at), self._protocol.confidentiality)
        lines = self._lines(entry) if stamped else self._with_endorsement(entry)
        data = sheet(number, lines, confidentiality, self._time)
        return PageOrder("", pages.PDF, data, stamp=self._protocol.stamp(at) if stamped else None)

    def _with_endorsement(self, entry: Numbered) -> list[str]:
        return [*self._lines(entry), *filter(None, [self._protocol.endorsement])]

    def _lines(self, entry: Numbered) -> list[str]:
        document = entry.document
        if why := self._missing.get(document.item):
            return ["Original not available" if document.treatment != IMAGES else _TREATED[IMAGES], why]
        return [_TREATED[document.treatment], *filter(None, [document.why])]


def _only_image(answer: StampedPages | Trouble) -> bytes:
    if isinstance(answer, Trouble):
        raise ExportError("production-sheet-undrawn", why=answer.message)
    (image,) = answer.images
    assert isinstance(image, bytes)
    return image


# The privilege log: what is withheld, by whom and to whom it was written, and on which basis. Pure.
#
# Its columns are those of the field (number, kind, date, people, family, basis). It names no subject, no file and no
# word of a document, and of a sealed one its number and basis alone.

LOG_HEAD = ("No.", "Number", "Kind", "Date (UTC)", "From", "To", "Cc", "Bcc", "Attached to", "Custodian", "Basis")
_LOG_TITLE = "Privilege log"
_ABOUT_LOG = "Each of these documents is withheld as a whole. Its number is on a slip sheet in its place."
_OWN_DATES = ("sent", "modified")


def log_rows(withheld: Iterable[tuple[Numbered, Item]]) -> Iterator[tuple[str, ...]]:
    for at, (entry, item) in enumerate(withheld, 1):
        row = item.row
        date = row.date[:10] if item.date_kind in _OWN_DATES else ""
        people = (row.sender, "; ".join(item.to), "; ".join(item.cc), "; ".join(item.bcc))
        known = (short(row.type), date, *people, entry.parent, row.custodian)
        yield str(at), entry.number, *(("",) * len(known) if row.sealed else known), entry.document.why


def write_log_xlsx(out: BinaryIO, name: str, created: datetime, lines: Sequence[Sequence[str]]) -> None:
    tables.write_list(out, _LOG_TITLE, f"{_LOG_TITLE}: {name}", created, [LOG_HEAD, *lines])


def write_log_docx(out: BinaryIO, name: str, author: str, created: datetime, lines: Sequence[Sequence[str]]) -> None:
    blocks = (Heading(name), Sentence(_ABOUT_LOG), TableBlock(LOG_HEAD, lines))
    write_blocks(out, _LOG_TITLE, author, created, blocks)


T = TypeVar("T")
_AT_ONCE = 200  # items or sheets
_README = """\
{volume}/DATA/{volume}.dat  a row for each document: UTF-8, fields separated by U+0014 and enclosed in U+00FE,
    multiple values separated by a semicolon, a line break in a value as U+00AE. In values, U+0014 and U+00FE are
    replaced by a blank, U+00AE by (R), a semicolon in one of multiple values by a comma. Dates are in UTC.
{volume}/DATA/{volume}.opt  a line for each image: number, volume, path, Y, empty, empty, number of pages.
{volume}/NATIVES    originals, byte for byte{converted}; the SHA-256 of each is in its row.
{volume}/TEXT       the texts that were searched, in UTF-8.
{volume}/IMAGES     {images}
privilege-log.*     what is withheld and why, if anything is.
manifest.json       size and SHA-256 of every file; production.sig is the producer's signature of it, if there is one
verify.py           checks all of this, with Python 3.8 or newer and nothing else: python3 -I verify.py . --key KEY
    KEY is the key that the sender gave you through a different channel. Without it you know that the folder agrees with
    itself, not who made it.
SHA256SUMS          hashes of all other files; check them with: sha256sum -c SHA256SUMS

Each {each} has one number. The numbers of a family are consecutive, the message before its attachments. Numbers are
never reused; those of a production that wasn't finished are skipped.
"""
_SHEETS = "a slip sheet for each document, with its number."
_PAGES = "pages with their numbers; a slip sheet for each document that has no pages or is withheld."
_PDFS = "a PDF for each document: its pages with their numbers, or a slip sheet where it has none or is withheld."
_MAILBOX = "\nNATIVES/mail.mbox has all messages that leave as files of their own (mboxrd, RFC 4155).\n"
_FADED = """
These pages lack pale marks of what they were drawn from, as black and white can't show them:
{pages}
"""
_REPLACES = """
This production replaces: {name}
replaced.xlsx lists its documents with their numbers before and now. What is clawed back was produced then and isn't
any more, or not as a whole; its earlier copies are to be returned or destroyed as the parties have agreed.
"""


def write_volume(
    target: Path,
    production: tuple[Production, Protocol],
    policy: Policy,
    desk: ProductionDesk,
    documents: Sequence[ProducedDocument],
    progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    begin: Callable[[Path], None] = lambda _: None,
    decisions: Sequence[str] = (),
) -> ProductionReport:
    """Write the documents of a production into ``target``, with sentences on what a person decided before.

    All else is as in ``write_bundle``.
    """
    target = target.absolute()
    writer = _Volume(production, desk, documents, decisions)
    try:
        with new_folder(target, policy, begin) as folder:
            writer.fill(folder, progress, stop)
    except Stopped:
        return replace(writer.report(target), stopped=True)
    return writer.report(target)


class _Volume:
    def __init__(
        self,
        production: tuple[Production, Protocol],
        desk: ProductionDesk,
        documents: Sequence[ProducedDocument],
        decisions: Sequence[str],
    ) -> None:
        self._production, self._protocol = production
        self._desk, self._decisions = desk, decisions
        self._first = self._production.first
        rows = (row for batch in _batches(documents) for row in desk.rows([document.item for document in batch]))
        self._documents = numbered(self._protocol, documents, {row.no: row.parent for row in rows})
        self._by_item = {entry.document.item: entry for entry in self._documents}
        self._files: dict[ItemNo, Files] = {}
        self._missing: dict[ItemNo, str] = {}
        self._mailbox: list[str] = []
        self._quotations = Quotations(self._kept_out())
        self._quoted: list[tuple[ItemNo, ItemNo]] = []
        time = int(datetime.fromisoformat(self._production.time).timestamp())
        self._layout = Layout(self._protocol, self._first)
        self._images = ImageFiles(self._layout, desk, self._by_item, self._missing, time)
        self._written = self._clawed_back = 0
        self._seal = ""

    def fill(self, folder: BundleFolder, progress: OnProgress | None, stop: threading.Event | None) -> None:
        self._folder = folder
        for name in ("", "/DATA", "/NATIVES", "/TEXT", "/IMAGES"):
            folder.make(f"{self._protocol.volume}{name}")
        for at in range((self._production.last - self._first) // PER_FOLDER + 1):
            for name in ("NATIVES", "TEXT", "IMAGES"):
                folder.make(f"{self._protocol.volume}/{name}/{at + 1:04d}")
        steps = len(self._documents) + sum(entry.document.treatment == IMAGES for entry in self._documents)
        for done, _ in enumerate(chain(self._write_originals(stop), self._images.write_pages(folder, stop)), 1):
            if progress is not None:
                progress(done, steps)
        self._images.write_sheets(folder, stop)
        self._write_load_files(stop)
        self._write_log()
        self._write_replaced()
        if self._protocol.mbox:
            self._write_mailbox()
        folder.write("README.txt", self._readme().encode())
        self._write_manifest()

    def _readme(self) -> str:
        protocol, converted = self._protocol, ""
        if any(entry.document.treatment == REBUILT for entry in self._documents):
            converted = ", messages without what is withheld"
        if protocol.mail == EML:
            converted += ", Outlook items as messages"
        each = "document" if protocol.images == SHEETS else "page"
        images = {SHEETS: _SHEETS, PDF: _PDFS}.get(protocol.images, _PAGES)
        readme = _README.format(volume=protocol.volume, converted=converted, images=images, each=each)
        readme += _MAILBOX if protocol.mbox else ""
        readme += _FADED.format(pages="\n".join(self._faded())) if self._images.faded else ""
        readme += "".join(f"\n{sentence}\n" for sentence in self._decisions)
        return readme + (_REPLACES.format(name=protocol.replaces) if protocol.replaces else "")

    def _faded(self) -> list[str]:
        return [self._protocol.number(at) for at in sorted(self._images.faded)]

    def _write_originals(self, stop: threading.Event | None) -> Iterator[None]:
        for item, native, ending in ProducedOriginals(self._desk, self._protocol, self._by_item).read(stop):
            self._write(item, native, ending)
            yield

    def _write(self, item: Item, native: bytes | Trouble | None, ending: str = "") -> None:
        entry = self._by_item[item.row.no]
        files = Files(ending=ending or ending_of(item), image=self._images.path(entry.document.at, entry.document))
        if isinstance(native, Trouble):
            self._missing[item.row.no] = render(native.message) or native.code
        elif native is not None:
            files = replace(files, native=self._layout.path("NATIVES", entry.document.at, files.ending))
            self._folder.write(files.native, native, "" if ending else item.sha256)
            if self._protocol.mbox and is_mail(item.row.type):
                self._mailbox.append(files.native)
        if entry.document.treatment != WITHHELD and not item.row.sealed:
            files = replace(files, text=self._layout.path("TEXT", entry.document.at, ".txt"))
            self._write_text(files.text, item, entry)
        self._files[item.row.no] = files

    def _write_text(self, path: str, item: Item, entry: Numbered) -> None:
        cutter = cutter_of(self._desk, item)
        cut = cutter.item(item) if cutter else item
        text = text_of(without_part_names(cut) if entry.document.why else cut)[0]
        self._check_cut(cutter, cut, entry)
        self._folder.write(path, text.encode("utf-8", "replace"))
        self._quoted += [(no, item.row.no) for no in sorted(self._quotations.sources(cut))]

    def _check_cut(self, cutter: Cutter | None, cut: Item, entry: Numbered) -> None:
        if cutter is not None and cutter.remains(texts_of(cut), self._desk.accepted):
            raise ExportError("redaction-remains", number=entry.number)

    def _kept_out(self) -> Iterator[tuple[Item, Collection[Redaction]]]:
        """Yield what is redacted or withheld, with its redactions; nothing is known of what is sealed."""
        redacted = self._desk.redacted
        documents = (entry.document for entry in self._documents)
        nos = [d.item for d in documents if d.treatment == WITHHELD or d.item in redacted]
        for batch in _batches(nos):
            items = (item for item in self._desk.items(batch) if not item.row.sealed)
            yield from ((item, redacted.get(item.row.no, ())) for item in items)

    def _write_mailbox(self) -> None:
        with self._folder.open(f"{self._protocol.volume}/NATIVES/mail.mbox") as out:
            for path in sorted(self._mailbox):
                originals.write(out, self._folder.read(path))

    def _write_load_files(self, stop: threading.Event | None) -> None:
        how, volume = loadfiles.profile(self._protocol.profile), self._protocol.volume
        with self._folder.open(f"{volume}/DATA/{volume}.dat") as out:
            loadfiles.write_dat(out, how, self._values(stop))
        with self._folder.open(f"{volume}/DATA/{volume}.opt") as out:
            loadfiles.write_opt(out, how, self._images.lines())

    def _values(self, stop: threading.Event | None) -> Iterator[Mapping[str, Value]]:
        for batch in _batches(self._documents):
            check_stop(stop)
            items = self._desk.items([entry.document.item for entry in batch])
            for entry, item in zip(batch, items, strict=True):
                copies = self._desk.rows(self._desk.duplicates(item.row.no))
                files, cutter = self._inside(self._files[item.row.no]), cutter_of(self._desk, item)
                row: Mapping[str, Value]
                if cutter is not None and entry.document.treatment != WITHHELD:
                    cut = cutter.item(item)
                    self._check_cut(cutter, cut, entry)
                    row = values(self._protocol, entry, cut, list(map(cutter.row, copies)), files)
                    row = {**row, "size": None, "redacted": cutter.reasons}
                else:
                    row = values(self._protocol, entry, item, copies, files)
                before = self._desk.replaced.get(item.row.no)
                yield {**row, "replaces": before.number if before else ""}

    def _inside(self, files: Files) -> Files:
        native, text, image = map(self._layout.inside, (files.native, files.text, files.image))
        digest = self._folder.files[files.native].sha256 if files.native else ""
        return replace(files, native=native, text=text, image=image, sha256=digest)

    def _write_log(self) -> None:
        withheld = [entry for entry in self._documents if entry.document.treatment == WITHHELD]
        if not withheld:
            return
        batches = _batches([entry.document.item for entry in withheld])
        items = (item for nos in batches for item in self._desk.items(nos))
        lines = list(log_rows(zip(withheld, items, strict=True)))
        name, created = self._production.name, datetime.fromisoformat(self._production.time)
        with self._folder.open("privilege-log.xlsx") as out:
            write_log_xlsx(out, name, created, lines)
        with self._folder.open("privilege-log.docx") as out:
            write_log_docx(out, name, self._production.author, created, lines)

    def _write_replaced(self) -> None:
        if replaced := self._desk.replaced:
            now = {entry.document.item: Listed(entry.number, entry.end, entry.document) for entry in self._documents}
            lines = list(replaced_rows(replaced, now))
            self._clawed_back = sum(bool(line[-1]) for line in lines)
            created = datetime.fromisoformat(self._production.time)
            with self._folder.open("replaced.xlsx") as out:
                tables.write_list(out, "Replaced", self._protocol.replaces, created, [REPLACED_HEAD, *lines])

    def _write_manifest(self) -> None:
        self._folder.write("verify.py", verify.program())
        stated = {"production": self._production.name, "versions": self._desk.versions}
        self._seal = seal(self._folder, "production", stated, self._desk.sign)
        self._written = len(self._folder.files)

    def report(self, target: Path) -> ProductionReport:
        documents = [entry.document for entry in self._documents]
        ids = {row.no: row.id for batch in _batches(list(self._missing)) for row in self._desk.rows(batch)}
        return ProductionReport(
            name=self._production.name,
            folder=str(target),
            first=self._protocol.number(self._production.first),
            last=self._protocol.number(self._production.last),
            documents=len(documents),
            treatments=dict(Counter(document.treatment for document in documents)),
            missing=tuple((ids[no], why) for no, why in self._missing.items()),
            files=self._written,
            seal=self._seal,
            clawed_back=self._clawed_back,
            faded=tuple(self._faded()),
            quotations=tuple((self._by_item[no].number, self._by_item[other].number) for no, other in self._quoted),
        )


def _batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
