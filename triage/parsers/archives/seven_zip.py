"""7z archives, through py7zr. A solid archive can't be unpacked file by file, so files come in batches that fit in
memory, with the sizes checked. Where the start header is lost, that at the end is used; programs, which 7-Zip packs by
BCJ2, are left to libarchive.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, cast
from zlib import crc32

from msgspec.structs import replace

from triage.errors import reason
from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.archives import libarchive
from triage.parsers.kit import unpacking
from triage.parsers.kit.contract import Context, Data, Limits, Probe, as_file
from triage.parsers.kit.passwords import Tries

# The start header of a 7z archive, and one of our own where it is lost. Nothing is unpacked here.

_START = struct.Struct("<IQQI")
_HEADERS = re.compile(rb"\x17\x06|\x01\x04")
_TAIL = 1 << 20
"""Bytes from the end in which a header is looked for whose place isn't known."""
_MOST_HEADERS = 64


def _is_cut(data: Data) -> bool:
    if len(data) < 32:
        return True
    stated, at, size, _ = _START.unpack(data[8:32])
    return bool(stated == crc32(data[12:32]) and 32 + at + size > len(data))


def _is_empty(data: Data) -> bool:
    # py7zr takes a header that names no stream and no file for damage: header, streams, end marks.
    stated, at, size, check = _START.unpack(data[8:32])
    header = data[32 + at : 32 + at + size] if size <= 32 else b"?"
    return bool(stated == crc32(data[12:32]) and check == crc32(header) and not header.strip(b"\0\x01\x04\x08"))


class _Mended:
    """An archive behind a start header of our own; sliced as any data is, without a copy."""

    def __init__(self, head: bytes, data: Data) -> None:
        self._head = head
        self._data = data

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, part: slice) -> bytes:
        begin, end, _ = part.indices(len(self))
        return self._head[begin:end] + self._data[max(begin, 32) : max(end, 32)]


def _mended(data: Data) -> Data | None:
    # Writers put zeros first and fill them in last, so that an archive whose writing broke off has no start header.
    import py7zr

    if crc32(data[12:32]) == _START.unpack(data[8:32])[0]:
        return None
    end = max(32, len(data) - _TAIL)
    tail = data[end:]
    for offset in [match.start() for match in _HEADERS.finditer(tail)][: -_MOST_HEADERS - 1 : -1]:
        start = struct.pack("<QQI", end + offset - 32, len(tail) - offset, crc32(tail[offset:]))
        candidate = cast(Data, _Mended(data[:8] + struct.pack("<I", crc32(start)) + start, data))
        try:
            with py7zr.SevenZipFile(as_file(candidate)) as archive:
                if archive.namelist():
                    return candidate
        except MemoryError:
            raise
        except py7zr.exceptions.PasswordRequired:
            return candidate
        except Exception:  # noqa: S112  what only looks like a header breaks in any way
            continue
    return None


TYPE = "application/x-7z-compressed"
_MAGIC = b"7z\xbc\xaf\x27\x1c"
_BATCH = 96 << 20
_BCJ2 = b"\x03\x03\x01\x1b"
_UNKNOWN = "UnsupportedCompressionMethodError"
_MOST_BROKEN = 100


class _TooLargeError(Exception):
    """A batch unpacked to more than its headers said or the limits allow."""


def claims(probe: Probe) -> bool:
    if probe.head.startswith(_MAGIC) or (probe.head[:2] == b"MZ" and _MAGIC in probe.data[: 1 << 20]):
        return True
    return unpacking.kind_of_part(probe.name) == "7z" and not probe.is_text


def parse(untrusted_data: Data, context: Context) -> Extract:
    extract = Extract(TYPE)
    begin = untrusted_data[: 1 << 20].find(_MAGIC)
    data: Data = untrusted_data if begin <= 0 else untrusted_data[begin:]
    if begin < 0 or _is_cut(data):
        part = "split-later-part" if begin < 0 else "split-first-part"
        key = part if unpacking.kind_of_part(context.name) else "archive-cut-before-list"
        extract.troubles.append(Trouble("truncated", say(key)))
        return extract
    if _is_empty(data):
        extract.segments.append(Segment("properties", ""))
        return extract
    tries = Tries(*context.passwords)
    try:
        archive, password = _opened(data, tries)
    except Exception:  # py7zr raises a dozen kinds
        mended = _mended(data)
        if mended is None:
            raise
        data = mended
        archive, password = _opened(data, tries)
        extract.troubles.append(Trouble("damaged", say("archive-list-unplaced")))
    if archive is None:
        extract.troubles += tries.troubles
        key = "archive-list-encrypted-no-password" if context.passwords else "archive-list-encrypted"
        extract.troubles.append(Trouble("encrypted", say(key)))
        return extract
    with archive:
        extract.segments.append(Segment("properties", unpacking.member_list(context.listable(archive.namelist()))))
        locked = archive.needs_password() and password is None
        if locked:
            password = _fitting(data, tries)
    if locked and password is None:
        extract.troubles += tries.troubles
        key = "archive-files-encrypted-no-password" if context.passwords else "archive-files-encrypted"
        extract.troubles.append(Trouble("encrypted", say(key)))
        return extract
    if password is not None:
        context.fitted.append(password)
    extract.children = _children(data, password, context)
    return extract


def _archive(data: Data, password: str | None, checks: bool = True) -> Any:
    """Open an archive with its members renamed to their numbers, so that equal and unsafe names do no harm. Without
    ``checks`` a wrong checksum doesn't end the unpacking of what comes after it.
    """
    import py7zr

    archive = py7zr.SevenZipFile(as_file(data), password=password)
    for number, properties in enumerate(archive.files.files_list):
        properties["filename"] = str(number)
        if not checks:
            properties["digest"] = None
    return archive


def _opened(data: Data, tries: Tries) -> tuple[Any, str | None]:
    """Open the archive; with each password in turn where its list is encrypted. (None, None) where none fits."""
    import py7zr

    try:
        return py7zr.SevenZipFile(as_file(data)), None
    except py7zr.exceptions.PasswordRequired:
        pass
    for password in tries:
        try:
            return py7zr.SevenZipFile(as_file(data), password=password), password
        except Exception:  # noqa: S112  a wrong password shows as any damage
            continue
    return None, None


def _fitting(data: Data, tries: Tries) -> str | None:
    for password in tries:
        store = _UnpackedFiles(_BATCH)
        try:
            with _archive(data, password) as archive:
                listed = zip(archive.list(), archive.files, strict=True)
                files = [f for f, own in listed if not f.is_directory and f.uncompressed and not _is_branched(own)]
                smallest = min(files, key=lambda f: f.uncompressed).filename
                archive.extract(targets=[smallest], factory=store)
        except Exception:  # noqa: S112  a wrong password shows as any damage
            continue
        if smallest in store.files:
            return password
    return None


class _UnpackedFiles:
    """Where py7zr writes: memory, up to a bound."""

    def __init__(self, most: int) -> None:
        self.files: dict[str, _UnpackedFile] = {}
        self.left = most

    def create(self, filename: str) -> _UnpackedFile:
        # py7zr makes up a path, whose last part is the member's number.
        number = filename.replace("\\", "/").rpartition("/")[2]
        self.files[number] = _UnpackedFile(self)
        return self.files[number]

    def has(self, number: str, size: int) -> bool:
        return number in self.files and self.files[number].size() == size


class _UnpackedFile(io.BytesIO):
    """A file of py7zr's kind (Py7zIO) in memory, which stays open as its bytes are taken later."""

    def __init__(self, store: _UnpackedFiles) -> None:
        super().__init__()
        self._store = store

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self._store.left -= len(piece)
        if self._store.left < 0:
            raise _TooLargeError
        return super().write(piece)

    def close(self) -> None:
        pass

    def size(self) -> int:
        return self.getbuffer().nbytes


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in the archive; ``number`` counts all entries, sizes and ``checksum`` are as stated. ``folder`` tells its
    packed stream from others; ``branched`` says that BCJ2 packed that, which py7zr can't unpack.
    """

    number: str
    name: str
    size: int
    packed: int | None
    folder: int
    branched: bool
    checksum: int | None


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None]:
    """Find files by their numbers; those unpacked together with the last one stay unpacked."""
    batches: list[list[_Member]] = []
    unpacked: dict[str, Child] = {}

    def at(location: str) -> Child | None:
        if location not in unpacked:
            if not batches:
                listed, _ = _listed(untrusted_data, None, context)
                batches.extend(_batches(listed, _within(listed, len(untrusted_data), context.limits)[0]))
            batch = next((batch for batch in batches if any(member.number == location for member in batch)), [])
            unpacked.clear()
            parts = _batch(untrusted_data, None, batch, _denied(batch, context))
            unpacked.update((part.location, part) for part in parts if isinstance(part, Child))
        return unpacked.get(location)

    return at


def _listed(data: Data, password: str | None, context: Context) -> tuple[list[_Member], list[str]]:
    """Return the files of the archive, as its header states them, and the names of symbolic links."""
    import py7zr

    with py7zr.SevenZipFile(as_file(data), password=password) as archive:
        listed = list(enumerate(zip(archive.list(), archive.files, strict=True)))
        files = [
            _member(number, file, own, context)
            for number, (file, own) in listed
            if not (file.is_directory or file.is_symlink)  # some writers don't say that a file is a file
        ]
        return files, [str(file.filename) for _, (file, _) in listed if file.is_symlink]


def _children(data: Data, password: str | None, context: Context) -> Iterator[Child | Trouble]:
    listed, links = _listed(data, password, context)
    denied = _denied(listed, context)
    wanted, troubles = _within([m for m in listed if m.number not in denied], len(data), context.limits)
    yield from troubles
    if links := list(context.listable(links)):  # they hold nothing but a path
        yield Trouble("external", say("members-are-links", names=unpacking.first_names(links)))
    for batch in _batches(listed, wanted | denied.keys()):
        try:
            yield from _batch(data, password, batch, denied)
        except MemoryError:
            names = unpacking.first_names(member.name for member in batch)
            yield Trouble("limit-memory", say("member-over-memory", name=names))
    yield from (denied[member.number] for member in listed if member.branched and member.number in denied)
    branched = {int(member.number): member for member in listed if member.branched and member.number in wanted}
    if password is None:
        yield from _branched(data, branched, unpacking.UnpackingBudget(context.limits))
    key = "member-unknown-method" if libarchive.library() else "member-method-needs-archives"
    for member in branched.values():
        yield Trouble("unsupported", say(key, name=unpacking.shown(member.name), method="BCJ2"))


def _denied(members: list[_Member], context: Context) -> dict[str, Child]:
    denials = ((member.number, context.denied(member.name)) for member in members)
    return {number: replace(child, location=number) for number, child in denials if child}


def _branched(data: Data, members: dict[int, _Member], budget: unpacking.UnpackingBudget) -> Iterator[Child | Trouble]:
    try:
        for entry in libarchive.entries(data, "7zip") if members else ():
            member = members.get(entry.number)
            if member is not None and member.size == entry.size:
                del members[entry.number]
                yield from libarchive.unpack_entry(replace(entry, name=member.name), len(data), budget)
    except (EOFError, ValueError):
        return  # what is left in ``members`` is reported


def _member(number: int, file: Any, own: Any, context: Context) -> _Member:
    name, size = _named(file.filename, context), file.uncompressed or 0
    return _Member(str(number), name, size, file.compressed, id(own.folder), _is_branched(own), own.crc32)


def _is_branched(own: Any) -> bool:
    # 7-Zip packs programs by BCJ2.
    return own.folder is not None and any(coder["method"] == _BCJ2 for coder in own.folder.coders)


def _named(untrusted_name: str, context: Context) -> str:
    # A member without a name is called as the archive, as 7-Zip does; py7zr says "contents".
    if untrusted_name != "contents":
        return untrusted_name
    own = context.name.replace("\\", "/").rpartition("/")[2]
    return own.rpartition(".")[0] or own or untrusted_name


def _within(members: list[_Member], packed: int, limits: Limits) -> tuple[set[str], list[Trouble]]:
    """Return the numbers of what the headers don't show to be beyond the limits: of all together, the smallest."""
    wanted, troubles = set(), []
    total = 0
    for member in sorted(members, key=lambda member: member.size):
        name = unpacking.shown(member.name)
        if member.size > limits.item_bytes or total + member.size > limits.total_bytes:
            sentence = say("member-size-stated-over", name=name, size=member.size >> 20)
            troubles.append(Trouble("limit-size", sentence))
        elif member.size > unpacking.RATIO_FREE and member.size > (member.packed or packed) * limits.ratio:
            troubles.append(Trouble("limit-ratio", say("member-over-ratio", name=name, ratio=limits.ratio)))
        elif total + member.size > limits.meter.left:
            troubles.append(Trouble("limit-ratio", say("items-over-ratio", name=name, ratio=limits.ratio)))
        else:
            total += member.size
            wanted.add(member.number)
    return wanted, troubles


def _batches(members: list[_Member], wanted: set[str]) -> Iterator[list[_Member]]:
    batch: list[_Member] = []
    size, parted = 0, False
    for member in members:
        is_wanted = member.number in wanted
        if batch and (size + member.size > _BATCH if is_wanted else not parted):
            yield batch
            batch, size = [], 0
        parted = parted or not is_wanted
        if is_wanted and not member.branched:
            batch.append(member)
            size += member.size
    if batch:
        yield batch


def _batch(
    data: Data, password: str | None, batch: list[_Member], denied: dict[str, Child]
) -> Iterator[Child | Trouble]:
    store = _UnpackedFiles(sum(member.size for member in batch) + unpacking.RATIO_FREE)
    failed = _unpacked(data, password, [member for member in batch if member.number not in denied], store)
    if any(isinstance(error, _TooLargeError) for error in failed.values()):
        yield Trouble("limit-size", say("archive-over-stated-size"))
    for member in batch:
        if member.number in denied:
            yield denied[member.number]
            continue
        yield from unpacking.unsafe_name(member.name)
        file = store.files.pop(member.number, None)
        content = file.getvalue() if file else b""
        if len(content) == member.size:
            if member.checksum is not None and member.size and crc32(content) != member.checksum:
                yield Trouble("damaged", say("member-wrong-checksum", name=unpacking.shown(member.name)))
            yield Child(member.name, content, location=member.number)
        else:
            yield from _lost(member, content, failed.get(member.folder))


def _unpacked(data: Data, password: str | None, batch: list[_Member], store: _UnpackedFiles) -> dict[int, Exception]:
    failed: dict[int, Exception] = {}
    waiting = [member for member in batch if member.size]
    while waiting and len(failed) < _MOST_BROKEN:
        try:
            with _archive(data, password, checks=False) as archive:
                archive.extract(targets=[member.number for member in waiting], factory=store)
            break
        except MemoryError:
            raise
        except Exception as error:  # py7zr, lzma and others raise a dozen kinds
            waiting = [member for member in waiting if not store.has(member.number, member.size)]
            if not waiting:
                break
            failed[waiting[0].folder] = error
            if isinstance(error, _TooLargeError):
                break
        waiting = [member for member in waiting if member.folder not in failed]
    return failed


def _lost(member: _Member, content: bytes, failed: Exception | None) -> Iterator[Child | Trouble]:
    message = reason(failed, 100) if failed else say("no-bytes-came")
    code = "unsupported" if type(failed).__name__ == _UNKNOWN else "damaged"
    yield Trouble(code, say("member-not-whole", name=unpacking.shown(member.name), error=message))
    if content:
        yield Child(member.name, content, location=member.number)
