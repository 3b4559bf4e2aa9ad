"""RAR archives (floor 2), listed by rarfile: stored members are read by it, packed ones by the system's libarchive.

No program is run. Where the library is missing, or the member is encrypted, names are searchable and every member that
stays closed is named in a Problem. Links hold no bytes of their own and are only listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers import rarlib
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.unpacking import CHUNK, Budget, Unpacked, member_list, shown, some, unsafe_name

TYPE = "application/vnd.rar"
_STORED = 0x30


def claims(probe: Probe) -> bool:
    """Tell by the signature of RAR 1.5 to 7."""
    return probe.head.startswith(b"Rar!\x1a\x07")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the members; read those that are only stored."""
    import rarfile  # type: ignore[import-untyped]

    extract = Extract(TYPE)
    rarfile.rar3_decompress = _left_packed  # rarfile would run a program for the comments of RAR 2 and 3
    try:
        archive: Any = rarfile.RarFile(as_file(untrusted_data))
    except rarfile.NeedFirstVolume:
        extract.troubles.append(Trouble("truncated", "It is a later part of a split archive; it can't be read alone."))
        return extract
    listed = [member for member in archive.infolist() if not member.is_dir()]
    members = [member for member in listed if member.is_file() and not member.file_redir]
    if archive.needs_password() and not listed:
        extract.troubles.append(Trouble("encrypted", "The archive's list of files is encrypted."))
    extract.segments.append(Segment("properties", member_list(member.filename for member in listed)))
    if archive.comment:
        extract.properties.append(("comment", str(archive.comment)))
    extract.children = _children(archive, members, untrusted_data, context)
    return extract


def _left_packed(*_: object, **__: object) -> bytes:
    return b""


def _children(archive: Any, members: list[Any], data: Data, context: Context) -> Iterator[Child | Trouble]:
    budget = Budget(context.limits)
    locked: list[str] = []
    closed: dict[str, Any] = {}
    for member in members:
        unsafe = unsafe_name(member.filename)
        if unsafe is not None:
            yield unsafe
        if member.needs_password():
            locked.append(member.filename)
        elif member.compress_type != _STORED or member.file_size != member.compress_size:
            closed[member.filename] = member
        else:
            yield from _taken(budget.collect(_pieces(archive, member), member.compress_size, member.filename), member)
    yield from _packed(data, closed, budget)
    if locked:
        yield Trouble("encrypted", f"{len(locked)} members are encrypted: {some(locked)}.")
    if closed:
        sentence = f"{len(closed)} members are packed and can't be unpacked here: {some(list(closed))}."
        yield Trouble("unsupported", sentence)


def _packed(data: Data, closed: dict[str, Any], budget: Budget) -> Iterator[Child | Trouble]:
    """Read packed members through libarchive, and take from ``closed`` what was read."""
    if not closed:
        return
    try:
        for name, pieces in rarlib.members(data):
            member = closed.pop(name, None)
            if member is not None:
                yield from _taken(budget.collect(pieces, member.compress_size, name), member)
    except MemoryError:
        raise
    except Exception as error:  # libarchive raises at damage, encryption, missing volumes and solid archives of old
        yield Trouble("damaged", f"The archive can't be unpacked further ({str(error)[:100]}).")


def _taken(unpacked: Unpacked, member: Any) -> Iterator[Child | Trouble]:
    if unpacked.data is not None:
        yield Child(member.filename, unpacked.data)
    if unpacked.trouble is not None:
        yield unpacked.trouble
    elif unpacked.data is not None and len(unpacked.data) != member.file_size:
        yield Trouble("truncated", f"{shown(member.filename)} is shorter than the archive says; what came was kept.")


def _pieces(archive: Any, member: Any) -> Iterator[bytes]:
    with archive.open(member) as file:
        while piece := file.read(CHUNK):
            yield piece


FORMAT = Format(
    label="RAR archive",
    types=(TYPE, "application/x-rar-compressed"),
    extensions=("rar",),
    level="names, comment, children; packed ones where the system has libarchive",
    claims=claims,
    parse=parse,
)
