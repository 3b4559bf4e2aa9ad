"""RAR archives (floor 2), listed by rarfile. Stored members are read; packed ones need a program, and none may be run.

So names are searchable, and every member that stays closed is named in a Problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.unpacking import CHUNK, Budget, member_list, shown, unsafe_name

TYPE = "application/vnd.rar"
_STORED = 0x30


def claims(probe: Probe) -> bool:
    """Tell by the signature of RAR 1.5 to 7."""
    return probe.head.startswith(b"Rar!\x1a\x07")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the members; read those that are only stored."""
    import rarfile  # type: ignore[import-untyped]

    extract = Extract(TYPE)
    try:
        archive: Any = rarfile.RarFile(as_file(untrusted_data))
    except rarfile.NeedFirstVolume:
        extract.troubles.append(Trouble("truncated", "It is a later part of a split archive; it can't be read alone."))
        return extract
    members = [member for member in archive.infolist() if member.is_file()]
    if archive.needs_password() and not members:
        extract.troubles.append(Trouble("encrypted", "The archive's list of files is encrypted."))
    extract.segments.append(Segment("properties", member_list(member.filename for member in members)))
    if archive.comment:
        extract.properties.append(("comment", str(archive.comment)))
    extract.children = _children(archive, members, context)
    return extract


def _children(archive: Any, members: list[Any], context: Context) -> Iterator[Child | Trouble]:
    budget = Budget(context.limits)
    closed: list[str] = []
    locked: list[str] = []
    for member in members:
        unsafe = unsafe_name(member.filename)
        if unsafe is not None:
            yield unsafe
        if member.needs_password():
            locked.append(member.filename)
        elif member.compress_type != _STORED or member.file_size != member.compress_size:
            closed.append(member.filename)
        else:
            unpacked = budget.collect(_pieces(archive, member), member.compress_size, member.filename)
            if unpacked.data is not None:
                yield Child(member.filename, unpacked.data)
            if unpacked.trouble is not None:
                yield unpacked.trouble
    if locked:
        yield Trouble("encrypted", f"{len(locked)} members are encrypted: {_some(locked)}.")
    if closed:
        yield Trouble(
            "unsupported", f"{len(closed)} members are packed in RAR's own way and weren't read: {_some(closed)}."
        )


def _some(names: list[str]) -> str:
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return ", ".join(map(shown, names[:10])) + more


def _pieces(archive: Any, member: Any) -> Iterator[bytes]:
    with archive.open(member) as file:
        while piece := file.read(CHUNK):
            yield piece


FORMAT = Format(
    label="RAR archive",
    types=(TYPE, "application/x-rar-compressed"),
    extensions=("rar",),
    level="names, comment, stored members; packed members are reported",
    claims=claims,
    parse=parse,
)
