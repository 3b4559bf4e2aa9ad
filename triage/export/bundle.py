"""A bundle of findings that can be checked: originals, texts, reports, manifest.

It opens no source: originals come from the case, through ``Desk.natives``, in the order in which they lie there, and
are compared with the hash that was taken when the item was indexed. Beside the original of an Outlook item stands its
rendition as a mail message.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from triage.export.collect import Collector, Desk
from triage.export.contract import Dossier, Order, Report
from triage.export.folder import BundleFolder, new_folder, seal_bundle
from triage.export.writers import WRITERS
from triage.messages import render, say
from triage.model.items import ExportReport, Finding, Item, ItemNo, Trouble
from triage.proof import verify

OnProgress = Callable[[int, int], None]
"""Called after each finding: how many are written, and of how many."""

Complete = Callable[[BundleFolder, Order, list[Dossier], "threading.Event | None"], tuple[Order, list[Dossier]]]

_Starts = dict[int | str, int]
"""Where the segments of a text begin, by their numbers, and its fields, by their names (in characters)."""

_TYPES = mimetypes.MimeTypes()  # the table that comes with Python, not the machine's
_AT_ONCE, _CHARS_AT_ONCE, _BYTES_AT_ONCE = 200, 4 << 20, 16 << 20
"""Items, and characters of their texts, whose originals are read together; bytes that are converted together."""
_OUTLOOK = "application/vnd.ms-outlook"
_TYPES.add_type(_OUTLOOK, ".msg")
_TYPES.add_type("application/mbox", ".mbox")


class Stopped(Exception):
    pass


def write_bundle(
    target: Path,
    order: Order,
    desk: Desk,
    nos: Sequence[ItemNo],
    progress: OnProgress | None = None,
    stop: threading.Event | None = None,
    begin: Callable[[Path], None] = lambda _: None,
    complete: Complete = lambda _folder, order, dossiers, _stop: (order, dossiers),
) -> ExportReport:
    """Export the items ``nos`` into ``target``, a new or empty folder whose parent exists.

    ``begin`` gets the folder that is filled until it becomes the target, before anything is in it. ``complete`` adds
    to the findings once they are written. Raises ExportError where the target can't be used or written; nothing is
    left half-made then, nor when ``stop`` is set, which gives a report with ``stopped``.
    """
    started = time.monotonic()
    target = target.absolute()
    try:
        with new_folder(target, order.policy, begin) as folder:
            dossiers = _findings(folder, order, desk, nos, progress, stop)
            order, dossiers = complete(folder, order, dossiers, stop)
            report = Report(order, tuple(dossiers))
            checksum = _write_reports(folder, report, desk, stop)
            return _export_report(target, folder, report, checksum, started)
    except Stopped:
        return ExportReport(str(target), time.monotonic() - started, stopped=True)


def _findings(
    folder: BundleFolder,
    order: Order,
    desk: Desk,
    nos: Sequence[ItemNo],
    progress: OnProgress | None,
    stop: threading.Event | None,
) -> list[Dossier]:
    folder.make("natives")
    folder.make("text")
    saved = [search._replace(name=f"the saved search {search.name}") for search in order.searches if search.name]
    collector = Collector(desk, nos, order.query, order.belongs_to, (*saved, *order.batches))
    done: list[Dossier] = []
    converter = _Converter(folder, done, desk, stop)
    ordered = collector.by_source(collector.order(set(nos)))
    with folder.open("hits.jsonl") as hits:
        for items in together(desk, ordered, stop):
            natives = desk.natives([item for _, item in items])
            for (number, item), native in zip(items, natives, strict=True):
                check_stop(stop)
                dossier, starts = _write(folder, collector.dossier(number, item), native)
                hits.writelines(_hits(order, desk, dossier, starts))
                done.append(replace(dossier, finding=_without_text(dossier.finding), spans=()))  # they are on disk now
                if dossier.native and item.row.type == _OUTLOOK and isinstance(native, bytes):
                    converter.add(len(done) - 1, native)
                if progress is not None:
                    progress(len(done), len(ordered))
            converter.go_on()
        converter.go_on()
    return _with_copies(sorted(done, key=lambda dossier: dossier.number), desk)


def _without_text(finding: Finding) -> Finding:
    return replace(finding, item=replace(finding.item, segments=()))


def _with_copies(dossiers: list[Dossier], desk: Desk) -> list[Dossier]:
    """Give each exact copy the number of the finding it copies: the first of them that the query itself finds."""
    keys = desk.copy_keys([dossier.finding.item.row.no for dossier in dossiers])
    first: dict[int, int] = {}
    for key, dossier in sorted(zip(keys, dossiers, strict=True), key=lambda pair: bool(pair[1].belongs_to)):
        first.setdefault(key, dossier.number)
    numbered = ((first[key], dossier) for key, dossier in zip(keys, dossiers, strict=True))
    return [replace(d, copy_of=number) if number != d.number else d for number, d in numbered]


def together(
    desk: Desk, ordered: Sequence[tuple[int, ItemNo]], stop: threading.Event | None
) -> Iterator[list[tuple[int, Item]]]:
    """Yield the items with their numbers, as many at a time as fit into little memory."""
    batch: list[tuple[int, Item]] = []
    size = 0
    for (number, _), item in zip(ordered, desk.items([no for _, no in ordered]), strict=True):
        check_stop(stop)
        batch.append((number, item))
        size += sum(len(segment.text) for segment in item.segments)
        if len(batch) >= _AT_ONCE or size > _CHARS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def in_source_order(desk: Desk, nos: Sequence[ItemNo], stop: threading.Event | None = None) -> Iterator[list[Item]]:
    """Yield the items in batches, in the order in which each source is read once."""
    collector = Collector(desk, nos, "")
    for batch in together(desk, collector.by_source(collector.order(nos)), stop):
        yield [item for _, item in batch]


def check_stop(stop: threading.Event | None) -> None:
    if stop is not None and stop.is_set():
        raise Stopped


def _write(folder: BundleFolder, dossier: Dossier, data: bytes | Trouble) -> tuple[Dossier, _Starts]:
    item = dossier.finding.item
    name = f"{dossier.number:05d}_{item.row.id}"
    native, text = f"natives/{name}{ending_of(item)}", f"text/{name}.txt"
    missing = ""
    if isinstance(data, Trouble):
        missing = render(data.message) or data.code
    elif (now := hashlib.sha256(data).hexdigest()) != item.sha256:
        missing = render(say("exported-original-changed", before=item.sha256, now=now))
    else:
        folder.write(native, data, now)
    words, starts = (f"{missing}\n", {}) if item.row.sealed else text_of(item)
    folder.write(text, words.encode("utf-8", "replace"))
    return replace(dossier, native="" if missing else native, missing=missing, text=text), starts


def _hits(order: Order, desk: Desk, dossier: Dossier, starts: _Starts) -> Iterator[bytes]:
    """Yield the lines for the hits of all searches in an item; offsets count the characters of its text file."""
    item = dossier.finding.item
    for search in order.searches if starts else ():
        if item.row.no in search.items:
            for span in dossier.spans if search.query == order.query else desk.spans(search.query, item):
                start = starts[span.segment if span.segment >= 0 else span.field]
                hit = {"item": item.row.id, "search": search.name, "term": search.terms[span.term], "field": span.field}
                position = {"text": dossier.text, "start": start + span.start, "end": start + span.end}
                yield json.dumps(hit | position, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


class _Converter:
    """Writes Outlook items as mail messages too, and notes it in ``done``.

    Readers convert one batch of them while the next one is read from the sources.
    """

    def __init__(self, folder: BundleFolder, done: list[Dossier], desk: Desk, stop: threading.Event | None) -> None:
        self._folder, self._done, self._desk, self._stop = folder, done, desk, stop
        self._waiting: list[tuple[int, bytes]] = []  # indices in ``done``, with the originals
        self._size = 0
        self._begun: list[int] = []
        self._messages: Iterator[bytes | Trouble] = iter(())

    def add(self, index: int, data: bytes) -> None:
        self._waiting.append((index, data))
        self._size += len(data)
        if self._size > _BYTES_AT_ONCE:
            self.go_on()

    def go_on(self) -> None:
        for at, message in zip(self._begun, self._messages, strict=True):
            check_stop(self._stop)
            self._done[at] = self._write(self._done[at], message)
        self._begun = [at for at, _ in self._waiting]
        items = [(self._done[at].finding.item, data) for at, data in self._waiting]
        self._messages = self._desk.renditions(items) if items else iter(())
        self._waiting.clear()
        self._size = 0

    def _write(self, dossier: Dossier, message: bytes | Trouble) -> Dossier:
        if isinstance(message, Trouble):
            return replace(dossier, unconverted=render(message.message) or message.code)
        path = f"{dossier.native.removesuffix('.msg')}.eml"
        self._folder.write(path, message)
        return replace(dossier, rendition=path)


def ending_of(item: Item) -> str:
    """Return the original name's ending where it is a plain one, else the usual one of the item's media type."""
    untrusted = item.row.name.rpartition(".")[2] if "." in item.row.name else ""
    if untrusted.isascii() and untrusted.isalnum() and not untrusted.isdigit() and len(untrusted) <= 8:
        return f".{untrusted.lower()}"
    return _TYPES.guess_extension(item.row.type) or ".bin"


def text_of(item: Item) -> tuple[str, _Starts]:
    """Return the item's text as it was searched, fields first, then segments; and where each of these begins in it."""
    row, to, cc, bcc = item.row, ", ".join(item.to), ", ".join(item.cc), ", ".join(item.bcc)
    head = [("from", "From", row.sender), ("to", "To", to), ("cc", "Cc", cc), ("bcc", "Bcc", bcc)]
    head += [("", "Date", item.date_raw), ("subject", "Subject", row.subject), ("file", "Name", row.name)]
    starts: _Starts = {}
    parts, size = list[str](), 0
    for field, label, text in head:
        starts[field] = size + len(label) + 2
        parts += [f"{label}: {text}\n"] if text else []
        size += len(parts[-1]) if text else 0
    for number, segment in enumerate(item.segments):
        label = "" if segment.origin == "body" else f"[{segment.origin}]\n"
        if part := label + segment.text:
            label = "\n" * bool(parts) + label
            starts[number] = size + len(label)
            parts.append(label + segment.text + "\n" * (not part.endswith("\n")))
            size += len(parts[-1])
    return "".join(parts), starts


def _write_reports(folder: BundleFolder, report: Report, desk: Desk, stop: threading.Event | None) -> str:
    for writer in WRITERS:
        check_stop(stop)
        with folder.open(writer.name) as out:
            writer.write(out, report)
        for name, write in writer.more(report):
            check_stop(stop)
            with folder.open(name) as out:
                write(out)
    check_stop(stop)
    folder.write("verify.py", verify.program())
    return seal_bundle(folder, report, desk)


def _export_report(target: Path, folder: BundleFolder, report: Report, checksum: str, started: float) -> ExportReport:
    return ExportReport(
        folder=str(target),
        findings=len(report.dossiers),
        natives=len(report.dossiers) - len(report.left_out),
        missing=tuple((d.finding.item.row.id, d.missing) for d in report.left_out),
        renditions=sum(bool(d.rendition) and not d.redacted for d in report.dossiers),
        unconverted=tuple((d.finding.item.row.id, d.unconverted) for d in report.unconverted),
        files=len(folder.files),
        bytes=sum(written.size for written in folder.files.values()),
        seal=checksum,
        seconds=time.monotonic() - started,
        belonging=len(report.belonging),
        left_out=tuple(report.order.left_out.items()),
        redacted=sum(d.redacted for d in report.dossiers),
        quotations=report.order.quotations,
        faded=report.order.faded,
    )
