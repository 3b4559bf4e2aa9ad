"""ARJ archives (floor 2): every member is a child. Their unpackers are in ``lzhuff`` and ``lzold``.

Garbled members are opened where a password that was given fits; the later ciphers stay closed. A member that was split
over volumes is packed anew in each, so that what one volume holds of it is read, and told to be a part.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers.arjheaders import MARK, Header, Listing, first
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.lzhuff import StaticHuffman
from triage.parsers.lzold import Fastest
from triage.parsers.memberinfo import listed, names_of
from triage.parsers.passwords import Tries
from triage.parsers.unpacking import Budget, Unpacked, member_list, shown, some, unsafe_name

TYPE = "application/x-arj"
_PROGRAM = 1 << 18
"""How much of a program is looked through for an archive that it carries, in bytes."""
_DISTANCES = 17
_GARBLES = (0, 1)
"""Ciphers that add the password to the bytes, and not more."""


def _stored(packed: bytes, size: int) -> Iterator[bytes]:
    yield packed


def _static(packed: bytes, size: int) -> Iterator[bytes]:
    return StaticHuffman(packed, size, _DISTANCES).pieces()


_METHODS: dict[int, Callable[[bytes, int], Iterator[bytes]]] = {
    0: _stored,
    1: _static,
    2: _static,
    3: _static,
    4: lambda packed, size: Fastest(packed, size).pieces(),
}


def claims(probe: Probe) -> bool:
    """Tell by the mark of a header that can be one; a program by an archive behind it, with its checksum."""
    if probe.head.startswith(MARK):
        return 30 <= int.from_bytes(probe.head[2:4], "little") <= 2600 and not probe.is_text
    return probe.head[:2] == b"MZ" and first(probe.data, _PROGRAM) > 0


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the members and unpack them one by one, as they are asked for."""
    begin = first(untrusted_data, _PROGRAM) if untrusted_data[:2] == b"MZ" else 0
    listing = Listing(untrusted_data, max(0, begin))
    extract = Extract(TYPE, troubles=listing.troubles)
    main = listing.main
    if main is not None:
        stated = (("name", decode_text(main.raw)[0]), ("comment", decode_text(main.comment)[0]))
        dates = (("created", main.created), ("modified", main.date))
        extract.properties += [(key, value) for key, value in (*stated, *dates) if value.strip()]
        extract.date = main.date or None
    names = names_of([member.raw for member in listing.members], "cp437")
    named = list(zip(names, listing.members, strict=True))
    extract.segments.append(Segment("properties", member_list(listed(name, member.date) for name, member in named)))
    comments = [f"{name}: {decode_text(m.comment)[0]}" for name, m in named if m.comment.strip()]
    if comments:
        extract.segments.append(Segment("comment", member_list(listed(comment, "") for comment in comments)))
    extract.children = _Reader(untrusted_data, context, main.cipher if main else 0).children(named)
    return extract


class _Reader:
    """Unpacks members, with the password that opened the one before tried first."""

    def __init__(self, data: Data, context: Context, cipher: int) -> None:
        self._data = data
        self._budget = Budget(context.limits)
        self._context = context
        self._passwords = context.passwords if cipher in _GARBLES else ()
        self._why = "" if cipher in _GARBLES else " by a method that can't be read"
        self._closed: list[str] = []
        self._untried: list[Trouble] = []

    def children(self, named: list[tuple[str, Header]]) -> Iterator[Child | Trouble]:
        """Yield the files, and what went wrong with each."""
        for name, member in named:
            unsafe = unsafe_name(name)
            if unsafe is not None:
                yield unsafe
            if member.is_file:
                yield from self._member(name, member)
        if self._closed:
            yield Trouble("encrypted", f"{len(self._closed)} members are encrypted{self._why}: {some(self._closed)}.")
            yield from self._untried[:1]

    def _member(self, name: str, member: Header) -> Iterator[Child | Trouble]:
        unpack = _METHODS.get(member.method)
        if unpack is None:
            sentence = f"{shown(name)} is packed by method {member.method}, which can't be unpacked."
            yield Trouble("unsupported", sentence)
            return
        packed = self._data[member.start : member.end]
        clear = self._opened(packed, member, unpack) if member.garbled else packed
        if clear is None:
            self._closed.append(name)
            return
        unpacked = self._budget.collect(unpack(clear, member.size), len(packed), name)
        if unpacked.data is not None:
            yield Child(name, unpacked.data)
        yield from _judged(unpacked, name, member, len(packed))

    def _opened(self, packed: bytes, member: Header, unpack: Callable[[bytes, int], Iterator[bytes]]) -> bytes | None:
        """Return the bytes without the password that was added to them, None where none fits the checksum."""
        tries = Tries(*self._passwords)
        for password in tries:
            for secret in dict.fromkeys((password.encode(), password.encode("cp437", "replace"))):
                clear = _ungarbled(packed, secret, member.shift)
                if secret and self._fits(unpack(clear, member.size), member.crc):
                    self._context.fitted.append(password)
                    self._passwords = tuple(dict.fromkeys((password, *self._passwords)))
                    return clear
        self._untried += tries.troubles
        if self._passwords:
            self._why = ", and no password that was tried opens it"
        return None

    def _fits(self, pieces: Iterator[bytes], crc: int) -> bool:
        found, left = 0, self._context.limits.item_bytes
        try:
            for piece in pieces:
                found, left = zlib.crc32(piece, found), left - len(piece)
                if left < 0:
                    return False
        except (EOFError, ValueError):
            return False
        return found == crc


def _ungarbled(packed: bytes, secret: bytes, shift: int) -> bytes:
    key = bytes((letter + shift) & 0xFF for letter in secret) or b"\0"
    whole = (key * (len(packed) // len(key) + 1))[: len(packed)]
    return (int.from_bytes(packed, "little") ^ int.from_bytes(whole, "little")).to_bytes(len(packed), "little")


def _judged(unpacked: Unpacked, name: str, member: Header, there: int) -> Iterator[Trouble]:
    """Tell what is amiss with a member's bytes, of which so many were there."""
    if unpacked.trouble is not None:
        yield unpacked.trouble
    elif there < member.packed:
        yield Trouble("truncated", f"{shown(name)} is cut short; what there is was kept.")
    elif unpacked.data is not None and zlib.crc32(unpacked.data) != member.crc:
        yield Trouble("damaged", f"{shown(name)} has a wrong checksum; it was read all the same.")
    if member.is_part and unpacked.data is not None:
        yield Trouble("truncated", f"{shown(name)} is split over several archives; the part in this one was read.")


FORMAT = Format(
    label="ARJ archive",
    types=(TYPE, "application/arj"),
    extensions=("arj",),
    level="children, also of damaged archives and of programs; comments; garbled members with a password",
    claims=claims,
    parse=parse,
)
