"""A volume: natives, texts, images and load files, in folders of at most a thousand files each.

It opens no source: originals come from the case, in the order in which they lie there.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from triage.errors import ExportError
from triage.export import tables
from triage.export.bundle import Stopped, Told, check_stop, ending_of, text_of
from triage.export.folder import BundleFolder, new_folder
from triage.export.manifest import seal
from triage.export.production import loadfiles, originals, privilege_log
from triage.export.production.cutting import Cutter, Quotations, texts_of
from triage.export.production.documents import PER_FOLDER, Files, Layout, Numbered, numbered, values
from triage.export.production.images import ImageFiles
from triage.export.production.loadfiles import Value
from triage.export.production.originals import ProducedOriginals, is_mail, without_part_names
from triage.export.production.pages import ProductionDesk
from triage.export.production.protocol import EML, SHEETS, Protocol
from triage.export.production.replaced import HEAD, Listed, rows
from triage.messages import render
from triage.model.items import Item, ItemNo, Trouble
from triage.model.leaving import IMAGES, REBUILT, WITHHELD, ProducedDocument, Production, ProductionReport
from triage.model.previews import PDF
from triage.model.redactions import Redaction
from triage.proof import verify
from triage.scope.policy import Policy

T = TypeVar("T")
_AT_ONCE = 200
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
    progress: Told | None = None,
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
    """Fills one volume; ``report`` says what it came to."""

    def __init__(
        self,
        production: tuple[Production, Protocol],
        desk: ProductionDesk,
        documents: Sequence[ProducedDocument],
        decisions: Sequence[str],
    ) -> None:
        self._decisions = decisions
        self._production, self._protocol = production
        self._desk = desk
        self._first = self._production.first
        rows = (row for some in _cut(documents) for row in desk.rows([document.item for document in some]))
        self._documents = numbered(self._protocol, documents, {row.no: row.parent for row in rows})
        self._by_item = {one.document.item: one for one in self._documents}
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

    def fill(self, folder: BundleFolder, progress: Told | None, stop: threading.Event | None) -> None:
        """Write natives, texts and pages in the order of the sources, then sheets and load files by their numbers."""
        self._folder = folder
        for name in ("", "/DATA", "/NATIVES", "/TEXT", "/IMAGES"):
            folder.make(f"{self._protocol.volume}{name}")
        for at in range((self._production.last - self._first) // PER_FOLDER + 1):
            for name in ("NATIVES", "TEXT", "IMAGES"):
                folder.make(f"{self._protocol.volume}/{name}/{at + 1:04d}")
        steps = len(self._documents) + sum(one.document.treatment == IMAGES for one in self._documents)
        for done, _ in enumerate(chain(self._write_originals(stop), self._images.write_pages(folder, stop)), 1):
            if progress is not None:
                progress(done, steps)
        self._images.write_sheets(folder, stop)
        self._write_load_files(stop)
        self._write_log()
        self._write_replaced()
        self._write_mailbox()
        folder.write("README.txt", self._readme().encode())
        self._write_manifest()

    def _readme(self) -> str:
        protocol, converted = self._protocol, ""
        if self._has(REBUILT):
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
        """Write originals and texts, and tell of each item."""
        for item, native, ending in ProducedOriginals(self._desk, self._protocol, self._by_item).read(stop):
            self._write(item, native, ending)
            yield

    def _has(self, treatment: str) -> bool:
        return any(one.document.treatment == treatment for one in self._documents)

    def _write(self, item: Item, native: bytes | Trouble | None, ending: str = "") -> None:
        one = self._by_item[item.row.no]
        files = Files(ending=ending or ending_of(item), image=self._images.path(one.document.at, one.document))
        if isinstance(native, Trouble):
            self._missing[item.row.no] = render(native.message) or native.code
        elif native is not None:
            files = replace(files, native=self._layout.path("NATIVES", one.document.at, files.ending))
            self._folder.write(files.native, native, "" if ending else item.sha256)
            if self._protocol.mbox and is_mail(item.row.type):
                self._mailbox.append(files.native)
        if one.document.treatment != WITHHELD and not item.row.sealed:
            files = replace(files, text=self._layout.path("TEXT", one.document.at, ".txt"))
            self._write_text(files.text, item, one)
        self._files[item.row.no] = files

    def _write_text(self, path: str, item: Item, one: Numbered) -> None:
        """Write an item's text without what is redacted, and note of which others it says what is kept out."""
        cutter = self._cutter(item)
        cut = cutter.item(item) if cutter else item
        text = text_of(without_part_names(cut) if one.document.why else cut)[0]
        self._check_cut(cutter, cut, one)
        self._folder.write(path, text.encode("utf-8", "replace"))
        self._quoted += [(no, item.row.no) for no in sorted(self._quotations.sources(cut))]

    def _cutter(self, item: Item) -> Cutter | None:
        redactions = self._desk.redacted.get(item.row.no, ())
        return Cutter(item, redactions) if redactions else None

    def _check_cut(self, cutter: Cutter | None, cut: Item, one: Numbered) -> None:
        """Raise ExportError where something that is redacted is about to leave all the same."""
        if cutter is not None and cutter.remains(texts_of(cut), self._desk.accepted):
            raise ExportError("redaction-remains", number=one.number)

    def _kept_out(self) -> Iterator[tuple[Item, Collection[Redaction]]]:
        """Yield what is redacted, or withheld, with its redactions; nothing is known of what is sealed."""
        redacted = self._desk.redacted
        documents = (one.document for one in self._documents)
        nos = [one.item for one in documents if one.treatment == WITHHELD or one.item in redacted]
        for some in _cut(nos):
            items = (item for item in self._desk.items(some) if not item.row.sealed)
            yield from ((item, redacted.get(item.row.no, ())) for item in items)

    def _write_mailbox(self) -> None:
        """Write all messages that have files of their own into one mailbox."""
        if self._protocol.mbox:
            with self._folder.open(f"{self._protocol.volume}/NATIVES/mail.mbox") as out:
                for path in sorted(self._mailbox):
                    originals.write(out, self._folder.read(path))

    # ---- load files

    def _write_load_files(self, stop: threading.Event | None) -> None:
        how, volume = loadfiles.profile(self._protocol.profile), self._protocol.volume
        with self._folder.open(f"{volume}/DATA/{volume}.dat") as out:
            loadfiles.write_dat(out, how, self._values(stop))
        with self._folder.open(f"{volume}/DATA/{volume}.opt") as out:
            loadfiles.write_opt(out, how, self._images.lines())

    def _values(self, stop: threading.Event | None) -> Iterator[Mapping[str, Value]]:
        """Yield what the load file says of each document, in the order of the numbers."""
        for some in _cut(self._documents):
            check_stop(stop)
            items = self._desk.items([one.document.item for one in some])
            for one, item in zip(some, items, strict=True):
                copies = self._desk.rows(self._desk.duplicates(item.row.no))
                files, cutter = self._inside(self._files[item.row.no]), self._cutter(item)
                row: Mapping[str, Value]
                if cutter is not None and one.document.treatment != WITHHELD:
                    cut = cutter.item(item)
                    self._check_cut(cutter, cut, one)
                    row = values(self._protocol, one, cut, list(map(cutter.row, copies)), files)
                    row = {**row, "size": None, "redacted": cutter.reasons}
                else:
                    row = values(self._protocol, one, item, copies, files)
                before = self._desk.replaced.get(item.row.no)
                yield {**row, "replaces": before.number if before else ""}

    def _inside(self, files: Files) -> Files:
        """Return the places of files as they are from the volume's folder on, and the hash of the native one."""
        native, text, image = map(self._layout.inside, (files.native, files.text, files.image))
        digest = self._folder.files[files.native].sha256 if files.native else ""
        return replace(files, native=native, text=text, image=image, sha256=digest)

    def _write_log(self) -> None:
        """Write the privilege log, where anything is withheld."""
        withheld = [one for one in self._documents if one.document.treatment == WITHHELD]
        if not withheld:
            return
        items = (item for some in _cut(withheld) for item in self._desk.items([one.document.item for one in some]))
        lines = list(privilege_log.rows(zip(withheld, items, strict=True)))
        name, created = self._production.name, datetime.fromisoformat(self._production.time)
        with self._folder.open("privilege-log.xlsx") as out:
            privilege_log.write_xlsx(out, name, created, lines)
        with self._folder.open("privilege-log.docx") as out:
            privilege_log.write_docx(out, name, self._production.author, created, lines)

    def _write_replaced(self) -> None:
        """Write what became of the documents of the production that this one replaces."""
        if replaced := self._desk.replaced:
            now = {one.document.item: Listed(one.number, one.end, one.document) for one in self._documents}
            lines = list(rows(replaced, now))
            self._clawed_back = sum(bool(line[-1]) for line in lines)
            created = datetime.fromisoformat(self._production.time)
            with self._folder.open("replaced.xlsx") as out:
                tables.write_list(out, "Replaced", self._protocol.replaces, created, [HEAD, *lines])

    def _write_manifest(self) -> None:
        self._folder.write("verify.py", verify.program())
        stated = {"production": self._production.name, "versions": self._desk.versions}
        self._seal = seal(self._folder, "production", stated, self._desk.sign)
        self._written = len(self._folder.files)

    def report(self, target: Path) -> ProductionReport:
        """Return what it came to."""
        documents = [one.document for one in self._documents]
        ids = {row.no: row.id for some in _cut(list(self._missing)) for row in self._desk.rows(some)}
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
            quotations=tuple((self._by_item[one].number, self._by_item[other].number) for one, other in self._quoted),
        )


def _cut(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
