"""Archives of the Unix kind (floor 2): ar (also Debian packages) and cpio (also inside RPM). Members are children."""

from __future__ import annotations

from collections.abc import Iterator

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.unpacking import Budget, member_list, unsafe_name

_AR = b"!<arch>\n"
_NEWC, _CRC, _ODC = b"070701", b"070702", b"070707"
_OLD = {b"\xc7\x71": "little", b"\x71\xc7": "big"}
_REGULAR = 0o100000
_MAX_MEMBERS = 1_000_000

Member = tuple[str, int, int]
"""Name, start and size."""


def claims(probe: Probe) -> bool:
    """Tell by signature."""
    head = probe.head
    return head.startswith((_AR, _NEWC, _CRC, _ODC)) or (head[:2] in _OLD and len(head) > 26 and 0 < head[20] < 255)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the members and give them out."""
    head = untrusted_data[:8]
    is_ar = head == _AR
    extract = Extract("application/x-archive" if is_ar else "application/x-cpio")
    members, sound = _ar(untrusted_data, extract) if is_ar else _cpio(untrusted_data)
    if not sound:
        extract.troubles.append(Trouble("truncated", "The archive breaks off; the members before that were read."))
    extract.segments.append(Segment("properties", member_list(name for name, _, _ in members)))
    extract.children = _children(untrusted_data, members, context)
    return extract


def _children(data: Data, members: list[Member], context: Context) -> Iterator[Child | Trouble]:
    budget = Budget(context.limits)
    for name, start, size in members:
        unsafe = unsafe_name(name)
        if unsafe is not None:
            yield unsafe
        if start + size > len(data):
            yield Trouble("truncated", f"{name!r} is cut short; what there is was kept.")
        unpacked = budget.collect([data[start : start + size]], size, name)
        if unpacked.data is not None:
            yield Child(name, unpacked.data)
        if unpacked.trouble is not None:
            yield unpacked.trouble


def _ar(data: Data, extract: Extract) -> tuple[list[Member], bool]:
    """Read System V and BSD ar; their tables of symbols and long names are no members. Broken headers are told."""
    members: list[Member] = []
    long_names = b""
    at = len(_AR)
    while at + 60 <= len(data) and len(members) < _MAX_MEMBERS:
        head = data[at : at + 60]
        size = _number(head[48:58], 10)
        if head[58:] != b"`\n" or size is None:
            return members, False
        raw, start = head[:16].rstrip(), at + 60
        at = start + size + size % 2
        if raw == b"//":
            long_names = data[start : start + size]
        elif raw in (b"/", b"/SYM64/"):
            continue
        else:
            skip = (_number(raw[3:], 10) or 0) if raw.startswith(b"#1/") else 0
            if skip > size or not _is_sound(head, len(long_names)):
                extract.troubles.append(Trouble("damaged", f"The header of member {raw!r} breaks the format's rules."))
            name = data[start : start + skip].rstrip(b"\0") if skip else _long(raw, long_names)
            if not name.startswith(b"__.SYMDEF"):
                members.append((decode_text(name)[0], start + skip, max(0, size - skip)))
    return members, at >= len(data) - 1


def _is_sound(head: bytes, named: int) -> bool:
    """Whether time, owner, group and mode are numbers, and a long name stands in the table of this many bytes."""
    fields = ((head[16:28], 10), (head[28:34], 10), (head[34:40], 10), (head[40:48], 8))
    place = _number(head[1:16], 10) if head[:1] == b"/" else None
    return all(not raw.strip() or _number(raw, base) is not None for raw, base in fields) and (place or 0) <= named


def _long(raw: bytes, long_names: bytes) -> bytes:
    place = _number(raw[1:], 10) if raw.startswith(b"/") else None
    if place is None or place >= len(long_names):
        return raw.removesuffix(b"/")
    return long_names[place:].partition(b"\n")[0].removesuffix(b"/")


def _cpio(data: Data) -> tuple[list[Member], bool]:
    """Read the new (070701, 070702), portable (070707) and old binary kinds, up to their trailer."""
    members: list[Member] = []
    at = 0
    while at < len(data) and len(members) < _MAX_MEMBERS:
        header = _cpio_header(data[at : at + 110])
        if header is None:
            return members, False
        mode, name_size, size, length, align = header
        name = data[at + length : at + length + name_size].rstrip(b"\0")
        start = at + length + name_size
        start += -(start - (at if align == 2 else 0)) % align
        if name == b"TRAILER!!!":
            return members, True
        if mode & 0o170000 in (_REGULAR, 0):  # some writers don't say that a file is a file
            members.append((decode_text(name)[0], start, size))
        at = start + size
        at += -at % align
    return members, False


def _cpio_header(head: bytes) -> tuple[int, int, int, int, int] | None:
    """Return mode, size of the name, size of the data, length of the header, alignment; None where it is no header."""
    if head[:6] in (_NEWC, _CRC):
        values = [_number(head[k : k + 8], 16) for k in (14, 94, 54)]
        length, align = 110, 4
    elif head[:6] == _ODC:
        values = [_number(head[18:24], 8), _number(head[59:65], 8), _number(head[65:76], 8)]
        length, align = 76, 1
    elif head[:2] in _OLD and len(head) >= 26:
        little = _OLD[head[:2]] == "little"
        words = [int.from_bytes(head[k : k + 2], "little" if little else "big") for k in range(0, 26, 2)]
        values = [words[3], words[10], words[11] << 16 | words[12]]
        length, align = 26, 2
    else:
        return None
    mode, name_size, size = values
    if mode is None or name_size is None or size is None or not 0 < name_size < 65536:
        return None
    return mode, name_size, size, length, align


def _number(digits: bytes, base: int) -> int | None:
    try:
        return int(digits.strip() or b"x", base)
    except ValueError:
        return None


FORMAT = Format(
    label="Unix archive (ar, deb, cpio)",
    types=("application/x-archive", "application/x-cpio", "application/vnd.debian.binary-package"),
    extensions=("ar", "a", "deb", "cpio"),
    level="children",
    claims=claims,
    parse=parse,
)
