"""Microsoft cabinets (floor 2): every file is a child, also of damaged ones and of parts of a set.

Files stand side by side in a few packed streams, the folders, each of which is unpacked once. Bytes that belong to no
listed file, and what stands behind the cabinet's end, are read as files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers import cabfile, forward
from triage.parsers.cabfile import (
    FROM_BEFORE,
    LZX,
    MAGIC,
    MSZIP,
    QUANTUM,
    STORED,
    THROUGH,
    TO_NEXT,
    Cabinet,
    File,
    Folder,
)
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Meter, Probe
from triage.parsers.lzx import WINDOWS
from triage.parsers.texts import clean
from triage.parsers.unpacking import Budget, member_list, shown, some, unsafe_name

TYPE = "application/vnd.ms-cab-compressed"
_METHODS = {STORED: "none", MSZIP: "MSZIP", QUANTUM: "Quantum", LZX: "LZX"}
_BLOCK_COST = 64


def claims(probe: Probe) -> bool:
    """Tell by the signature at the start."""
    return probe.head.startswith(MAGIC) and not probe.is_text


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the cabinet and unpack its folders one by one, as the children are asked for."""
    cabinet = cabfile.opened(untrusted_data)
    extract = Extract(TYPE)
    if not cabinet.sound or len(untrusted_data) < cabinet.end:
        extract.troubles.append(Trouble("truncated", "The archive breaks off; the members before that were read."))
    if not cabinet.folders and not cabinet.files and len(untrusted_data) > cabfile.EMPTY:
        sentence = f"It lists no files, and {len(untrusted_data)} bytes of it were not read."
        extract.troubles.append(Trouble("damaged", sentence))
    methods = dict.fromkeys(_METHODS.get(folder.method, str(folder.method)) for folder in cabinet.folders)
    if methods:
        extract.properties.append(("compression", ", ".join(methods)))
    for side, name in (("cabinet before", cabinet.before), ("next cabinet", cabinet.after)):
        if name:
            extract.properties.append((side, name))
    extract.segments.append(Segment("properties", member_list(map(_line, cabinet.files))))
    notes = "\n".join(text for note in cabinet.notes if (text := _text_of(note)))
    if notes:
        extract.segments.append(Segment("hidden", notes))
    extract.troubles += _elsewhere(cabinet)
    extract.children = _children(untrusted_data, cabinet, context)
    return extract


def _line(file: File) -> str:
    return "\t".join((file.name, *(said for said in (file.date, ", ".join(file.attributes)) if said)))


def _text_of(untrusted_note: bytes) -> str:
    """Return the text in reserved bytes, "" where there is none."""
    note = untrusted_note.strip(b"\0")
    return clean(decode_text(note)[0]) if len(note) > 3 and Probe(note).is_text else ""


def _elsewhere(cabinet: Cabinet) -> Iterator[Trouble]:
    """Tell which files lie in other cabinets of the set, wholly or in part."""
    before, after = shown(cabinet.before), shown(cabinet.after)
    names = [file.name for file in cabinet.files if file.folder in (FROM_BEFORE, THROUGH)]
    if names:
        yield Trouble(
            "truncated",
            f"{len(names)} members begin in the cabinet before ({before}); "
            f"what is here was read where it can be: {some(names)}.",
        )
    names = [file.name for file in cabinet.files if file.folder in (TO_NEXT, THROUGH)]
    if names:
        yield Trouble(
            "truncated",
            f"{len(names)} members go on in the next cabinet ({after}); "
            f"what is here was read where it can be: {some(names)}.",
        )


def _children(data: Data, cabinet: Cabinet, context: Context) -> Iterator[Child | Trouble]:
    inside: dict[int, list[File]] = {number: [] for number in range(-1, len(cabinet.folders))}
    for file in cabinet.files:
        inside[cabinet.folder_of(file)].append(file)
    lost = inside.pop(-1)
    unpacking = _Unpacking(data, cabinet, context)
    for number, files in inside.items():
        if unpacking.meter.left < 0:
            unpacking.unread += len(files)
        else:
            yield from unpacking.folder(number, sorted(files, key=lambda file: file.begin))
    yield from unpacking.report()
    if lost:
        names = some(file.name for file in lost)
        yield Trouble("damaged", f"{len(lost)} members lie in folders that aren't there: {names}.")
    yield from _behind(data, cabinet)


class _Unpacking:
    """Unpacks folder by folder, and remembers what is to be told of them all together."""

    def __init__(self, data: Data, cabinet: Cabinet, context: Context) -> None:
        self.meter = Meter(forward.WASTE)
        self.unread = 0
        self._data = data
        self._cabinet = cabinet
        self._budget = Budget(context.limits)
        self._closed: list[str] = []
        self._empty = 0

    def folder(self, number: int, files: list[File]) -> Iterator[Child | Trouble]:
        """Unpack one folder, in the order in which its files stand there."""
        folder = self._cabinet.folders[number]
        self.meter.left -= folder.blocks * _BLOCK_COST
        if not _can_unpack(folder):
            self._closed += (file.name for file in files)
            self._empty += not files and folder.blocks > 0
            return
        if not files and not cabfile.begins_well(self._data, folder, self._cabinet.reserve):
            self._empty += folder.blocks > 0
            return
        packed, size = cabfile.lengths(self._data, folder, self._cabinet.reserve)
        stream = forward.Forward(lambda: cabfile.frames(self._data, folder, self._cabinet.reserve), self.meter)
        base = 0
        if self._cabinet.began_before(number):
            if any(file.folder in (TO_NEXT, THROUGH) for file in files):
                name = files[0].name if len(files) == 1 else f"unlisted-{number}-0"
                yield from forward.member(stream, 0, size, packed, name, self._budget)
                return
            base = max(0, max(file.begin + file.size for file in files) - size)
        covered = base
        for place, file in enumerate(files):
            if self.meter.left < 0:
                self.unread += len(files) - place
                return
            if file.begin > covered:
                yield from self._unlisted(stream, number, covered - base, file.begin - covered, packed)
            unsafe = unsafe_name(file.name)
            if unsafe is not None:
                yield unsafe
            begin = max(0, file.begin - base)
            end = max(begin, file.begin + file.size - base)
            yield from forward.member(stream, begin, end - begin, packed, file.name, self._budget)
            covered = max(covered, file.begin + file.size)
        if base + size > covered:
            yield from self._unlisted(stream, number, covered - base, base + size - covered, packed)

    def _unlisted(
        self, stream: forward.Forward, number: int, begin: int, size: int, packed: int
    ) -> Iterator[Child | Trouble]:
        """Read bytes of a folder that belong to no file."""
        yield from forward.told(forward.unlisted(stream, begin, size, packed, number, self._budget))

    def report(self) -> Iterator[Trouble]:
        """Tell what stayed closed."""
        if self._closed:
            sentence = f"{len(self._closed)} members are packed and can't be unpacked here: {some(self._closed)}."
            yield Trouble("unsupported", sentence)
        if self._empty:
            sentence = f"{self._empty} folders of the archive hold no listed member and can't be unpacked."
            yield Trouble("damaged", sentence)
        if self.unread:
            yield forward.unread(self.unread)


def _can_unpack(folder: Folder) -> bool:
    return folder.method in (STORED, MSZIP) or (folder.method == LZX and folder.window in WINDOWS)


def _behind(data: Data, cabinet: Cabinet) -> Iterator[Child | Trouble]:
    """Read what stands behind the cabinet's end; a signature is in its place there, and anything else is told."""
    end = cabinet.end or len(data)
    head = data[end : end + 4]
    if head[:2] == b"\x30\x82":  # a sequence with two bytes of length (X.690 8.1.3)
        size = 4 + int.from_bytes(head[2:], "big")
        if end + size <= len(data):
            yield Child("signature.p7s", data[end : end + size], "application/pkcs7-signature")
            end += size
    tail = data[end:].rstrip(b"\0")
    if tail:
        yield Trouble("damaged", f"{len(tail)} bytes stand behind the archive's end; they were read as a file.")
        yield Child("behind-the-end", tail)


FORMAT = Format(
    label="Microsoft cabinet",
    types=(TYPE, "application/x-cab"),
    extensions=("cab",),
    level="names, dates, attributes, children (also of damaged cabinets and parts of a set), what no list names",
    claims=claims,
    parse=parse,
)
