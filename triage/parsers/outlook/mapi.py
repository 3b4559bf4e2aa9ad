"""Properties of Outlook items: the bag that holds them, whatever container they came from; MS-OXCDATA 2.11.

Containers (msg, tnef, pst, olm) fill a ``Bag``; ``item`` makes an Extract of it. Nothing is judged here.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from triage.files import rows
from triage.model.items import Child, Trouble
from triage.parsers.kit.charset import decode_text, page_of_language

STRING8, UNICODE, BINARY, OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
INTEGER16, INTEGER32, FLOAT, DOUBLE, BOOLEAN, INTEGER64, TIME = 2, 3, 4, 5, 0x000B, 0x0014, 0x0040
MULTIPLE = 0x1000
SIZES = {INTEGER16: 2, INTEGER32: 4, FLOAT: 4, DOUBLE: 8, 6: 8, 7: 8, 0x0A: 4, BOOLEAN: 1, INTEGER64: 8, TIME: 8}
"""Bytes of a value by its type, where all values of the type have the same size (MS-OXCDATA 2.11.1)."""

TERMINATORS = {STRING8: 1, UNICODE: 2, BINARY: 0, OBJECT: 0, 0x48: 0}
"""Bytes of zero that end a value in a .msg file, by its type; types whose values are kept in streams."""

_ROWS = rows(__name__, "labels.tsv")
LABELS = {int(number, 16): label for kind, number, label in _ROWS if not kind}
"""Properties that are shown and searched, by identifier."""

NAMED_LABELS = {(kind, int(number, 16)): label for kind, number, label in _ROWS if kind}
"""Named properties that are shown and searched, by property set and number."""

SETS = {guid: name for name, guid in rows(__name__, "sets.tsv")}
"""Property sets (MS-OXPROPS 1.3.2) by their GUID."""

_MOST_NAMES = 0x8000
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Value = bytes | Callable[[], bytes]
"""A property's bytes, or a way to get them where they are large."""


@dataclass(slots=True)
class Bag:
    """The properties of one item, recipient or attachment.

    ``values`` holds their bytes by (identifier, type); a multi-valued property's bytes are a list of them. ``names``
    gives the name of a named property by its identifier: a string, or (set, number). ``embedded`` makes the child of an
    attachment that is an item or an object itself; ``item`` holds such an item where it was read already.
    """

    values: dict[tuple[int, int], Value | list[bytes]] = field(default_factory=dict)
    names: dict[int, str | tuple[str, int]] = field(default_factory=dict)
    recipients: list[Bag] = field(default_factory=list)
    attachments: list[Bag] = field(default_factory=list)
    embedded: Callable[[], Child | Trouble] | None = None
    item: Bag | None = None
    codepage: str | None = None

    def raw(self, number: int, kind: int) -> bytes | None:
        """Return a property's bytes, None where it is missing or unreadable."""
        value = self.values.get((number, kind))
        if value is None or isinstance(value, list):
            return None
        if isinstance(value, bytes):
            return value
        try:
            return value()
        except Exception:  # the container's own errors: its item is reported as damaged by the container
            return None

    def put(self, number: int, value: str | bytes | int, kind: int = BINARY) -> None:
        """Set a text, a number, or the bytes of a property of this kind; an empty value is none."""
        if isinstance(value, str):
            kind, value = UNICODE, wide(value)
        elif isinstance(value, int):
            kind, value = INTEGER32, struct.pack("<i", value)
        if value:
            self.values[number, kind] = value

    def text(self, number: int) -> str:
        """Return a text property, "" where it is missing."""
        raw = self.raw(number, UNICODE)
        if raw is not None:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        raw = self.raw(number, STRING8)
        return self.narrow(raw) if raw else ""

    def narrow(self, raw: bytes) -> str:
        """Return 8-bit text in the item's code page."""
        return decode_text(raw.rstrip(b"\0"), self.codepage)[0]

    def binary(self, number: int) -> bytes | None:
        """Return a binary property."""
        return self.raw(number, BINARY)

    def integer(self, number: int) -> int | None:
        """Return a number, a truth value as 0 or 1; None where it is missing."""
        for kind, layout in ((INTEGER32, "<i"), (BOOLEAN, "<B"), (INTEGER16, "<h"), (INTEGER64, "<q")):
            raw = self.raw(number, kind)
            if raw is not None and len(raw) >= struct.calcsize(layout):
                return int(struct.unpack_from(layout, raw)[0])
        return None

    def time(self, number: int) -> str | None:
        """Return a point in time in ISO 8601, UTC."""
        raw = self.raw(number, TIME)
        if raw is None or len(raw) < 8:
            return None
        count = int.from_bytes(raw[:8], "little")
        try:
            moment = _EPOCH + timedelta(seconds=count // 10_000_000)
            return moment.isoformat().replace("+00:00", "Z") if count else None
        except OverflowError:
            return None

    def shown(self, number: int) -> str:
        """Return any property as a person would read it, "" where it has no readable form."""
        kinds = [kind for found, kind in self.values if found == number]
        for kind in kinds:
            value = self.values[number, kind]
            if isinstance(value, list):
                texts = [self._one(item, kind & ~MULTIPLE) for item in value]
                return "; ".join(text for text in texts if text)
            if kind in (STRING8, UNICODE):
                return self.text(number)
            if kind == TIME:
                return self.time(number) or ""
            found_number = self.integer(number)
            if found_number is not None:
                return ("no", "yes")[found_number & 1] if kind == BOOLEAN else str(found_number)
            raw = self.raw(number, kind)
            if kind == DOUBLE and raw and len(raw) >= 8:
                return f"{struct.unpack_from('<d', raw)[0]:g}"
        return ""

    def _one(self, raw: bytes, kind: int) -> str:
        if kind == UNICODE:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        return self.narrow(raw) if kind == STRING8 else ""


def wide(text: str) -> bytes:
    """Return text as properties keep it."""
    return text.encode("utf-16-le", "replace")


def named_properties(guids: bytes, entries: bytes, strings: bytes) -> dict[int, str | tuple[str, int]]:
    """Return which names the identifiers from 0x8000 up stand for (MS-OXMSG 2.2.3, MS-PST 2.4.7)."""
    names: dict[int, str | tuple[str, int]] = {}
    for at in range(0, min(len(entries), _MOST_NAMES * 8) - 7, 8):
        number, kind, index = struct.unpack_from("<IHH", entries, at)
        if kind & 1:
            size = int.from_bytes(strings[number : number + 4], "little")
            name = strings[number + 4 : number + 4 + min(size, 1024)].decode("utf-16-le", "replace")
            if name:
                names[0x8000 + index] = name
            continue
        place = (kind >> 1) - 3  # below it stand the sets of MAPI and of public strings
        if 0 <= place < len(guids) // 16:
            group = set_name(guids[place * 16 :][:16])
        else:
            group = "strings" if place == -1 else "mapi"
        names[0x8000 + index] = (group, number)
    return names


def set_name(guid: bytes) -> str:
    """Return the short name of a property set by the bytes of its GUID, "" where it isn't known."""
    return SETS.get(str(uuid.UUID(bytes_le=guid)), "")


def ticks(moment: datetime) -> bytes:
    """Return a point in time as properties keep it (MS-OXCDATA 2.11.1); raises OverflowError before 1601."""
    return ((moment - _EPOCH) // timedelta(microseconds=1) * 10).to_bytes(8, "little")


def settle_codepage(bag: Bag) -> None:
    """Find the code page of the item's 8-bit texts (MS-OXCMSG 2.2.1.4) and give it to everything in the item."""
    page = bag.integer(0x3FFD) or bag.integer(0x66C3)
    locale = bag.integer(0x3FF1) or 0
    if not page and locale & 0x3FF:  # what the writer's system had, while the code page for the internet is another's
        bag.codepage = page_of_language(locale)
    else:
        page = page or bag.integer(0x3FDE)
        bag.codepage = f"cp{page}" if page and 0 < page < 100_000 else None
    for inner in (*bag.recipients, *bag.attachments):
        inner.codepage = bag.codepage
