"""LHA archives (floor 2), also called LZH, and LArc's: every member is a child. Their unpackers are in ``lzhuff`` and
``lzold``.

Methods that no one reads any more (lh2, lh3, those of PMarc) are told for each member, which stays listed by its name.
Links hold no bytes of their own and are only listed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.lhaheaders import FOLDER, METHOD, Listing, Member, first
from triage.parsers.lzhuff import StaticHuffman
from triage.parsers.lzold import AdaptiveHuffman, Lz5, Lzs
from triage.parsers.memberinfo import listed, names_of
from triage.parsers.sums import crc16
from triage.parsers.unpacking import Budget, member_list, shown, some, unsafe_name

TYPE = "application/x-lzh-compressed"
_PROGRAM = 1 << 18
"""How much of a program is looked through for an archive that it carries, in bytes."""

_SLASHES = frozenset("U9KXTJ")
"""Systems on which a backslash is a letter like any other."""
_MAC, _MAC_HEAD = "m", 128


def _static(window: int, distances: int) -> Callable[[bytes, int], Iterator[bytes]]:
    return lambda packed, size: StaticHuffman(packed, size, distances, b" " * window).pieces()


def _stored(packed: bytes, size: int) -> Iterator[bytes]:
    yield packed


_METHODS: dict[str, Callable[[bytes, int], Iterator[bytes]]] = {
    "-lh0-": _stored,
    "-lz4-": _stored,
    "-pm0-": _stored,
    "-lh1-": lambda packed, size: AdaptiveHuffman(packed, size).pieces(),
    "-lh4-": _static(1 << 12, 14),
    "-lh5-": _static(1 << 13, 14),
    "-lh6-": _static(1 << 15, 16),
    "-lh7-": _static(1 << 16, 17),
    "-lhx-": _static(1 << 20, 21),
    "-lzs-": lambda packed, size: Lzs(packed, size).pieces(),
    "-lz5-": lambda packed, size: Lz5(packed, size).pieces(),
}


def claims(probe: Probe) -> bool:
    """Tell by a method's name where the first header has it; a program by an archive behind it, with its checksum."""
    if METHOD.fullmatch(probe.head, 2, 7):
        return not probe.is_text
    return probe.head[:2] == b"MZ" and first(probe.data, _PROGRAM) > 0


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the members and unpack them one by one, as they are asked for."""
    listing = Listing(untrusted_data, max(0, first(untrusted_data, _PROGRAM if untrusted_data[:2] == b"MZ" else 0)))
    extract = Extract(TYPE, troubles=listing.troubles)
    named = list(zip(_names(listing.members), listing.members, strict=True))
    broken = [name for name, member in named if not member.sound]
    if broken:
        sentence = f"The headers of {len(broken)} members break the format's rules: {some(broken)}."
        extract.troubles.append(Trouble("damaged", sentence))
    extract.segments.append(Segment("properties", member_list(listed(name, member.date) for name, member in named)))
    comments = [f"{name}: {decode_text(m.comment)[0]}" for name, m in named if m.comment.strip(b"\0 ")]
    if comments:
        extract.segments.append(Segment("comment", member_list(listed(comment, "") for comment in comments)))
    extract.children = _children(untrusted_data, named, context)
    return extract


def _names(members: list[Member]) -> list[str]:
    """Return the members' names: as the header states their character set, else as all that state none look."""
    dos = sum(member.system in "M2" for member in members) * 2 >= len(members)
    unstated = [member.raw for member in members if not member.charset]
    open_ = iter(names_of(unstated, "cp437" if dos else "cp1252", japanese=True))
    names = []
    for member in members:
        name = decode_text(member.raw, member.charset)[0] if member.charset else next(open_)
        if member.system not in _SLASHES:
            name = name.replace("\\", "/")
        if member.method == FOLDER and member.system == "U":
            name = name.replace("|", " -> ", 1)
        names.append(name)
    return names


def _children(data: Data, named: list[tuple[str, Member]], context: Context) -> Iterator[Child | Trouble]:
    budget = Budget(context.limits)
    for name, member in named:
        unsafe = unsafe_name(name)
        if unsafe is not None:
            yield unsafe
        if member.method != FOLDER:
            yield from _member(data, name, member, budget)


def _member(data: Data, name: str, member: Member, budget: Budget) -> Iterator[Child | Trouble]:
    unpack = _METHODS.get(member.method)
    if unpack is None:
        sentence = f"{shown(name)} is packed by method {member.method}, which can't be unpacked."
        yield Trouble("unsupported", sentence)
        return
    packed = data[member.start : member.end]
    unpacked = budget.collect(unpack(packed, member.size), len(packed), name)
    if unpacked.data is not None:
        yield from _forks(name, unpacked.data) if member.system == _MAC else (Child(name, unpacked.data),)
    if unpacked.trouble is not None:
        yield unpacked.trouble
    elif len(packed) < member.packed:
        yield Trouble("truncated", f"{shown(name)} is cut short; what there is was kept.")
    elif unpacked.data is not None and member.crc is not None and crc16(unpacked.data) != member.crc:
        yield Trouble("damaged", f"{shown(name)} has a wrong checksum; it was read all the same.")


def _forks(name: str, data: bytes) -> Iterator[Child]:
    """Yield the data of a Macintosh's file, and its resources, where both stand behind a head of 128 bytes (MacBinary).

    The head begins with zero and the length of the name, has zeros before the sizes, and they fit.
    """
    sizes = struct.unpack_from(">II", data, 83) if len(data) >= _MAC_HEAD else (0, 0)
    resources = _MAC_HEAD + sizes[0] + -sizes[0] % _MAC_HEAD
    whole = resources + sizes[1] if sizes[1] else _MAC_HEAD + sizes[0]
    if not any(sizes) or data[0] or data[74] or data[82] or not 0 < data[1] < 64 or whole > len(data):
        yield Child(name, data)
        return
    yield Child(name, data[_MAC_HEAD : _MAC_HEAD + sizes[0]])
    if sizes[1]:
        yield Child(f"{name}.rsrc", data[resources : resources + sizes[1]])


FORMAT = Format(
    label="LHA archive",
    types=(TYPE, "application/x-lha", "application/x-lzh"),
    extensions=("lzh", "lha", "lzs"),
    level="children, also of damaged archives and of programs; comments",
    claims=claims,
    parse=parse,
)
