"""Outlook's transport envelope: winmail.dat, MS-OXTNEF; a mail's properties and attachments in one part.

Attributes of the old kind (MS-OXTNEF 2.1.3.3) and property lists (2.1.3.4) are both read into a bag; damaged files give
what comes before the damage.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.outlook import item
from triage.parsers.outlook.item import read_item

TYPE = "application/ms-tnef"
_SIGNATURE = b"\x78\x9f\x3e\x22"
_OLD_TEXTS = {0x8004: 0x0037, 0x8008: 0x001A, 0x800C: 0x1000, 0x8009: 0x1035}
_OLD_TIMES = {0x8005: 0x0039, 0x8006: 0x0E06, 0x8020: 0x3008}
_FIXED = {**item.SIZES, 0x48: 16}
_VARIABLE = (item.STRING8, item.UNICODE, item.BINARY, item.OBJECT)
_MESSAGE_INTERFACE = bytes.fromhex("0703020000000000c000000000000046")
_MOST_PROPERTIES = 100_000


def claims(probe: Probe) -> bool:
    return probe.head[:4] == _SIGNATURE


def parse(untrusted_data: Data, context: Context) -> Extract:
    bag = item.Bag()
    troubles: list[Trouble] = []
    for attribute in _attributes(untrusted_data[:]):
        if isinstance(attribute, Trouble):
            troubles.append(attribute)
            continue
        number, data = attribute
        try:
            _read_attribute(bag, number, data)
        except (ValueError, OverflowError, struct.error):
            troubles.append(Trouble("damaged", say("tnef-attribute-damaged", number=f"{number:04X}")))
    extract = read_item(bag, TYPE, context)
    extract.troubles += troubles
    return extract


def _attributes(data: bytes) -> Iterator[tuple[int, bytes] | Trouble]:
    """Yield the attributes in order, each as its number and its bytes; a cut end is told (MS-OXTNEF 2.1.3.2)."""
    at = 6
    while at + 9 <= len(data):
        level, number, _, size = struct.unpack_from("<BHHI", data, at)
        if not data[at:].strip(b"\0\r\n"):
            return
        if level not in (1, 2):
            yield Trouble("damaged", say("tnef-other-bytes"))
            return
        start = at + 9
        if start + size > len(data):
            yield number, data[start:]
            yield Trouble("truncated", say("tnef-cut"))
            return
        yield number, data[start : start + size]
        at = start + size + 2


def _read_attribute(bag: item.Bag, number: int, data: bytes) -> None:
    if number == 0x9003:
        _read_properties(data, 0, bag)
    elif number == 0x9004:
        at = 4
        for _ in range(min(struct.unpack_from("<I", data)[0], _MOST_PROPERTIES)):
            recipient = item.Bag()
            at = _read_properties(data, at, recipient)
            bag.recipients.append(recipient)
    elif number == 0x9002:
        bag.attachments.append(item.Bag())
    elif number == 0x9005:
        attachment = _attachment(bag)
        _read_properties(data, 0, attachment)
        _embed(attachment)
    elif number in (0x8010, 0x800F):
        key = (0x3704, item.STRING8) if number == 0x8010 else (0x3701, item.BINARY)
        _attachment(bag).values[key] = data
    elif number == 0x8000:  # who sent the mail in the old form: lengths, the name and the address (2.1.3.3.1)
        name_size, address_size = struct.unpack_from("<HH", data, 4)
        address_at = 8 + name_size
        bag.values.setdefault((0x0C1A, item.STRING8), data[8:address_at].rstrip(b"\0"))
        bag.values.setdefault((0x0C1F, item.STRING8), data[address_at : address_at + address_size].rstrip(b"\0"))
    elif number == 0x9007 and len(data) >= 4:
        bag.values.setdefault((0x3FFD, 3), data[:4])
    elif number in _OLD_TEXTS:
        bag.values.setdefault((_OLD_TEXTS[number], item.STRING8), data)
    elif number in _OLD_TIMES:
        moment = datetime(*struct.unpack_from("<6H", data)).replace(tzinfo=UTC)
        bag.values.setdefault((_OLD_TIMES[number], item.TIME), item.ticks(moment))


def _attachment(bag: item.Bag) -> item.Bag:
    if not bag.attachments:
        bag.attachments.append(item.Bag())
    return bag.attachments[-1]


def _embed(attachment: item.Bag) -> None:
    # Both an item and an object stand behind the name of an interface.
    data = attachment.raw(0x3701, item.OBJECT)
    if data is None or len(data) <= 16:
        return
    if data[:16] == _MESSAGE_INTERFACE or data[16:20] == _SIGNATURE:
        attachment.embedded = lambda: Child("item.msg", data[16:], TYPE)
    else:
        attachment.values[0x3701, item.BINARY] = data[16:]


def _read_properties(data: bytes, at: int, bag: item.Bag) -> int:
    """Read a property list (MS-OXTNEF 2.1.3.4) into the bag; returns where it ends."""
    (count,) = struct.unpack_from("<I", data, at)
    at += 4
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, number = struct.unpack_from("<HH", data, at)
        at += 4
        if number >= 0x8000:
            by_name, value = struct.unpack_from("<II", data, at + 16)
            name: item.Name = (item.set_name(data[at : at + 16]), value)
            at += 24
            if by_name:
                name = data[at : at + value].decode("utf-16-le", "replace").rstrip("\0")
                at += value + (-value % 4)
            number = 0x8000 + len(bag.names)  # Exchange numbers all of them 0x8000; the name alone tells them apart
            bag.names[number] = name
        at = _read_values(data, at, kind, number, bag)
    return at


def _read_values(data: bytes, at: int, kind: int, number: int, bag: item.Bag) -> int:
    base, several = kind & ~item.MULTIPLE, bool(kind & item.MULTIPLE)
    count = 1
    if several or base in _VARIABLE:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    values: list[bytes] = []
    for _ in range(min(count, _MOST_PROPERTIES)):
        if base in _VARIABLE:
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
        elif base in _FIXED:
            size = _FIXED[base]
        else:
            raise ValueError(f"unknown property type {kind:04X}")
        if at >= len(data) and size:
            raise ValueError("property list ends too early")
        values.append(data[at : at + size])
        at += size + (-size % 4)
    if several:
        bag.values[number, kind] = values
    elif values:
        bag.values[number, base] = values[0]
    return at
