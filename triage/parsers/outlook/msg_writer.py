"""Outlook items written to files of their own: a bag of properties in, the bytes of a .msg out; MS-OXMSG.

An item of a data file becomes a file that any tool can open, with every property that it has. Named properties get new
identifiers in order, as the format wants.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterator

from triage.errors import FormatError
from triage.parsers.kit.compound import Storage, build
from triage.parsers.outlook.mapi import BINARY, MULTIPLE, OBJECT, SETS, SIZES, TERMINATORS, Bag

_GUIDS = {name: uuid.UUID(guid) for guid, name in SETS.items()}
_FLAGS = 6
_DEEPEST = 16


def build_msg(bag: Bag) -> bytes:
    """Return the item as a .msg file; raises FormatError where items are nested too deeply."""
    numbers = {old: 0x8000 + new for new, old in enumerate(sorted(_named(bag)))}
    root = _storage(bag, numbers, 32, 0)
    root.entries["__nameid_version1.0"] = _names(bag, numbers)
    return build(root)


def _named(bag: Bag, depth: int = 0) -> Iterator[int]:
    """Yield the identifiers of the named properties in an item and in all that it holds."""
    if depth > _DEEPEST:
        return
    yield from {number for number, _ in bag.values if number >= 0x8000 and number in bag.names}
    for inner in (*bag.recipients, *bag.attachments):
        yield from _named(inner, depth + 1)
    if bag.item is not None:
        yield from _named(bag.item, depth + 1)


def _storage(bag: Bag, numbers: dict[int, int], header: int, depth: int) -> Storage:
    if depth > _DEEPEST:
        raise FormatError("items-nested-too-deeply")
    storage = Storage()
    # The head of a property stream (MS-OXMSG 2.4.1): an item's says how many recipients and attachments there are.
    counts = (len(bag.recipients), len(bag.attachments)) * 2
    table = bytearray(8 if header == 8 else struct.pack("<8x4I", *counts).ljust(header, b"\0"))
    for (number, kind), value in bag.values.items():
        if number >= 0x8000 and number not in numbers:
            continue
        raw = value if isinstance(value, list) else bag.raw(number, kind)
        if raw is not None:
            _put(storage, table, numbers.get(number, number), kind, raw)
    for at, recipient in enumerate(bag.recipients):
        storage.entries[f"__recip_version1.0_#{at:08X}"] = _storage(recipient, numbers, 8, depth + 1)
    for at, attachment in enumerate(bag.attachments):
        inner = _storage(attachment, numbers, 8, depth + 1)
        if attachment.item is not None:
            inner.entries["__substg1.0_3701000D"] = _storage(attachment.item, numbers, 24, depth + 1)
        storage.entries[f"__attach_version1.0_#{at:08X}"] = inner
    storage.entries["__properties_version1.0"] = bytes(table)
    return storage


def _put(storage: Storage, table: bytearray, number: int, kind: int, raw: bytes | list[bytes]) -> None:
    """Put one property where its type says: in the table itself, or in a stream (MS-OXMSG 2.1.3)."""
    name = f"__substg1.0_{number:04X}{kind:04X}"
    if isinstance(raw, list):
        base = kind & ~MULTIPLE
        size = len(raw)
        if base in TERMINATORS:
            lengths = [struct.pack("<I" if base != BINARY else "<Q", len(one) + TERMINATORS[base]) for one in raw]
            storage.entries[name] = b"".join(lengths)
            for at, one in enumerate(raw):
                storage.entries[f"{name}-{at:08X}"] = one + bytes(TERMINATORS[base])
        else:
            storage.entries[name] = b"".join(raw)
        table += struct.pack("<HHIII", kind, number, _FLAGS, size, 0)
    elif kind in SIZES:
        table += struct.pack("<HHI", kind, number, _FLAGS) + raw[:8].ljust(8, b"\0")
    elif kind in TERMINATORS and not (number == 0x3701 and kind == OBJECT):
        storage.entries[name] = raw
        table += struct.pack("<HHIII", kind, number, _FLAGS, len(raw) + TERMINATORS[kind], 0)


def _names(bag: Bag, numbers: dict[int, int]) -> Storage:
    """Return the storage that says what the named properties are (MS-OXMSG 2.2.3)."""
    entries, strings, guids = bytearray(), bytearray(), bytearray()
    places: dict[str, int] = {}
    for old in sorted(numbers, key=numbers.__getitem__):
        name = bag.names[old]
        index = numbers[old] - 0x8000
        if isinstance(name, str):
            raw = name.encode("utf-16-le", "replace")
            entries += struct.pack("<IHH", len(strings), 2 << 1 | 1, index)
            strings += struct.pack("<I", len(raw)) + raw + bytes(-len(raw) % 4)
            continue
        group, number = name
        if group not in places:
            places[group] = 3 + len(guids) // 16
            guids += _GUIDS.get(group, uuid.UUID(int=0)).bytes_le
        entries += struct.pack("<IHH", number, places[group] << 1, index)
    streams = {2: guids, 3: entries, 4: strings}
    return Storage(entries={f"__substg1.0_{n:04X}0102": bytes(stream) for n, stream in streams.items()})
