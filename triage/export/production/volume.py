"""A volume: natives, texts, slip sheets and load files, in folders of at most a thousand files each.

It opens no source: originals come from the case, in the order in which they lie there.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from triage.export.bundle import Stopped, Told, check_stop, ending_of, text_of, together
from triage.export.collect import Collector, Desk
from triage.export.folder import BundleFolder, new_folder
from triage.export.manifest import SUMS, sums
from triage.export.production import loadfiles, privilege_log
from triage.export.production.documents import Files, Numbered, numbered, values
from triage.export.production.loadfiles import ImageLine, Value
from triage.export.production.protocol import Protocol
from triage.export.production.sheets import sheet
from triage.messages import render, say
from triage.model.items import Item, ItemNo, Trouble
from triage.model.productions import NATIVE, SHEET, WITHHELD, ProducedDocument, Production, ProductionReport
from triage.scope.policy import Policy

T = TypeVar("T")
PER_FOLDER = 1000
_AT_ONCE = 200
_README = """\
{volume}/DATA/{volume}.dat  a row for each document: UTF-8, fields separated by U+0014 and enclosed in U+00FE,
    multiple values separated by a semicolon, a line break in a value as U+00AE. In values, U+0014 and U+00FE are
    replaced by a blank, U+00AE by (R), a semicolon in one of multiple values by a comma. Dates are in UTC.
{volume}/DATA/{volume}.opt  a line for each image: number, volume, path, Y, empty, empty, number of pages.
{volume}/NATIVES    originals, byte for byte; the SHA-256 of each is in its row.
{volume}/TEXT       the texts that were searched, in UTF-8.
{volume}/IMAGES     a slip sheet for each document, with its number.
privilege-log.*     what is withheld and why, if anything is.
SHA256SUMS          hashes of all other files; check them with: sha256sum -c SHA256SUMS

Each document has one number. The numbers of a family are consecutive, the message before its attachments. Numbers are
never reused; those of a production that wasn't finished are skipped.
"""
_TREATED = {NATIVE: "Produced in native format", SHEET: "Produced as text only", WITHHELD: "Withheld"}
_REPLACES = "This production replaces: {name}\n"


def write_volume(
    target: Path,
    production: tuple[Production, Protocol],
    policy: Policy,
    desk: Desk,
    documents: Sequence[ProducedDocument],
    progress: Told | None = None,
    stop: threading.Event | None = None,
    begin: Callable[[Path], None] = lambda _: None,
) -> ProductionReport:
    """Write the documents of a production into ``target``; all else is as in ``write_bundle``."""
    target = target.absolute()
    writer = _Volume(production, desk, documents)
    try:
        with new_folder(target, policy, begin) as folder:
            writer.fill(folder, progress, stop)
    except Stopped:
        return replace(writer.report(target), stopped=True)
    return writer.report(target)


class _Volume:
    """Fills one volume; ``report`` says what it came to."""

    def __init__(
        self, production: tuple[Production, Protocol], desk: Desk, documents: Sequence[ProducedDocument]
    ) -> None:
        self._production, self._protocol = production
        self._desk = desk
        self._first = self._production.first
        rows = [row for some in _cut(documents) for row in desk.rows([document.item for document in some])]
        self._documents = numbered(self._protocol, documents, rows)
        self._by_item = {one.document.item: one for one in self._documents}
        self._files: dict[ItemNo, Files] = {}
        self._missing: dict[ItemNo, str] = {}
        self._time = int(datetime.fromisoformat(self._production.time).timestamp())
        self._written = 0
        self._seal = ""

    def fill(self, folder: BundleFolder, progress: Told | None, stop: threading.Event | None) -> None:
        """Write natives and texts in the order of the sources, then sheets and load files in that of the numbers."""
        self._folder = folder
        for name in ("", "/DATA", "/NATIVES", "/TEXT", "/IMAGES"):
            folder.make(f"{self._protocol.volume}{name}")
        for at in range(-(-len(self._documents) // PER_FOLDER)):
            for name in ("NATIVES", "TEXT", "IMAGES"):
                folder.make(f"{self._protocol.volume}/{name}/{at + 1:04d}")
        for done, (item, native) in enumerate(self._originals(stop), 1):
            self._write(item, native)
            if progress is not None:
                progress(done, len(self._documents))
        for one in self._documents:
            check_stop(stop)
            self._write_sheet(one)
        self._write_load_files(stop)
        self._write_log()
        readme = _README.format(volume=self._protocol.volume)
        if self._protocol.replaces:
            readme += _REPLACES.format(name=self._protocol.replaces)
        folder.write("README.txt", readme.encode())
        self._write_sums()

    def _originals(self, stop: threading.Event | None) -> Iterator[tuple[Item, bytes | Trouble | None]]:
        """Yield the items with their originals as they lie in the sources; None for those that don't leave so."""
        nos = list(self._by_item)
        collector = Collector(self._desk, nos, "")
        for items in together(self._desk, collector.by_source(collector.order(nos)), stop):
            check_stop(stop)
            free = [item for _, item in items if self._treatment(item) == NATIVE]
            natives = self._desk.natives(free)
            for _, item in items:
                yield item, next(natives) if self._treatment(item) == NATIVE else None
            next(natives, None)  # to the end of the answer

    def _treatment(self, item: Item) -> str:
        return self._by_item[item.row.no].document.treatment

    def _write(self, item: Item, native: bytes | Trouble | None) -> None:
        one = self._by_item[item.row.no]
        files = Files(ending=ending_of(item))
        if isinstance(native, Trouble):
            self._missing[item.row.no] = render(native.message) or native.code
        elif native is not None and (now := hashlib.sha256(native).hexdigest()) != item.sha256:
            self._missing[item.row.no] = render(say("exported-original-changed", before=item.sha256, now=now))
        elif native is not None:
            files = replace(files, native=self._place("NATIVES", one, files.ending))
            self._folder.write(files.native, native, item.sha256)
        if one.document.treatment != WITHHELD and not item.row.sealed:
            files = replace(files, text=self._place("TEXT", one, ".txt"))
            self._folder.write(files.text, text_of(item)[0].encode("utf-8", "replace"))
        self._files[item.row.no] = files

    def _place(self, kind: str, one: Numbered, ending: str) -> str:
        at = (one.document.at - self._first) // PER_FOLDER + 1
        return f"{self._protocol.volume}/{kind}/{at:04d}/{one.number}{ending}"

    def _write_sheet(self, one: Numbered) -> None:
        document = one.document
        path = self._place("IMAGES", one, ".pdf")
        lines = [_TREATED[document.treatment], *filter(None, [document.why])]
        if why := self._missing.get(document.item):
            lines = ["Original not available", why]
        self._folder.write(path, sheet(one.number, lines, self._protocol.confidentiality, self._time))
        self._files[document.item] = replace(self._files[document.item], image=path)

    # ---- load files

    def _write_load_files(self, stop: threading.Event | None) -> None:
        how, volume = loadfiles.profile(self._protocol.profile), self._protocol.volume
        with self._folder.open(f"{volume}/DATA/{volume}.dat") as out:
            loadfiles.write_dat(out, how, self._values(stop))
        with self._folder.open(f"{volume}/DATA/{volume}.opt") as out:
            loadfiles.write_opt(out, how, self._image_lines())

    def _values(self, stop: threading.Event | None) -> Iterator[Mapping[str, Value]]:
        """Yield what the load file says of each document, in the order of the numbers."""
        for some in _cut(self._documents):
            check_stop(stop)
            items = self._desk.items([one.document.item for one in some])
            for one, item in zip(some, items, strict=True):
                copies = self._desk.rows(self._desk.duplicates(item.row.no))
                yield values(self._protocol, one, item, copies, self._inside(self._files[item.row.no]))

    def _inside(self, files: Files) -> Files:
        """Return the places of files as they stand from the volume's folder on."""
        head = f"{self._protocol.volume}/"
        return replace(
            files,
            native=files.native.removeprefix(head),
            text=files.text.removeprefix(head),
            image=files.image.removeprefix(head),
        )

    def _image_lines(self) -> Iterator[ImageLine]:
        for one in self._documents:
            path = self._inside(self._files[one.document.item]).image
            yield ImageLine(one.number, self._protocol.volume, path, 1)

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

    def _write_sums(self) -> None:
        self._folder.write(SUMS, sums({path: written.sha256 for path, written in self._folder.files.items()}))
        self._seal = self._folder.files[SUMS].sha256
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
            treatments=Counter(document.treatment for document in documents),
            missing=tuple((ids[no], why) for no, why in self._missing.items()),
            files=self._written,
            seal=self._seal,
        )


def _cut(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
