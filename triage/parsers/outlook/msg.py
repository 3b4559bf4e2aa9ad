"""Outlook items in a file of their own: .msg and .oft, MS-OXMSG over the compound file format.

Properties are read straight from the file's streams: every one of them, in a tenth of the time and memory of a full
object model, and by the same rules as TNEF and PST. An item inside an item becomes a .msg of its own.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterator
from functools import partial

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.compound import CompoundEntry, CompoundFile, Storage, build, compound
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.ole import OLE_SIGNATURE
from triage.parsers.outlook.item import (
    BINARY,
    MULTIPLE,
    OBJECT,
    SETS,
    SIZES,
    TERMINATORS,
    Bag,
    Name,
    choose_code_page,
    html_body,
    named_properties,
    read_item,
)

TYPE = "application/vnd.ms-outlook"
_PROPERTIES = "__properties_version1.0"
_NAMES = "__nameid_version1.0"
_EMBEDDED = "__substg1.0_3701000D"
_LARGEST_SECTOR = 4096
_MOST_TROUBLES = 20
_TOP_HEADER, _EMBEDDED_HEADER, _PART_HEADER = 32, 24, 8


def claims(probe: Probe) -> bool:
    if probe.ole_names:
        return any(name.startswith((_PROPERTIES, "__substg1.0_")) for name in probe.ole_names)
    if probe.head[:8] != OLE_SIGNATURE:
        return False
    return probe.data.find(_PROPERTIES.encode("utf-16-le")) >= 0 or probe.extension in ("msg", "oft")


def parse(untrusted_data: Data, context: Context) -> Extract:
    file, is_complete = _open(untrusted_data)
    reader = _MsgReader(file)
    if not is_complete:
        reader.troubles.append(Trouble("truncated", say("msg-cut")))
    extract = read_item(reader.item(file.root, _TOP_HEADER), TYPE, context)
    extract.troubles += reader.troubles
    return extract


def html_of(untrusted_data: Data, limit: int) -> str:
    """Return the item's HTML body as written, "" where it has none; ``limit`` bounds an unpacked RTF body, in bytes."""
    file, _ = _open(untrusted_data)
    bag = _MsgReader(file).item(file.root, _TOP_HEADER)
    choose_code_page(bag)
    return html_body(bag, limit)


def _open(untrusted_data: Data) -> tuple[CompoundFile, bool]:
    try:
        return compound(untrusted_data), True
    except OSError:
        missing = -len(untrusted_data) % _LARGEST_SECTOR
        if not missing or untrusted_data[:8] != OLE_SIGNATURE:
            raise
        return CompoundFile(untrusted_data[:] + bytes(missing)), False


class _MsgReader:
    """Reads bags from the storages of one compound file."""

    def __init__(self, file: CompoundFile) -> None:
        self._file = file
        self.troubles: list[Trouble] = []
        if file.issue:
            self.troubles.append(Trouble("damaged", say("msg-breaks-rules", error=file.issue)))
        self._names = self._read_names()

    def item(self, entry: CompoundEntry, header: int) -> Bag:
        bag = self._bag(entry, header)
        for child in entry.kids:
            if child.name.startswith("__recip_version1.0_"):
                bag.recipients.append(self._bag(child, _PART_HEADER))
            elif child.name.startswith("__attach_version1.0_"):
                bag.attachments.append(self._attachment(child))
        return bag

    def _bag(self, entry: CompoundEntry, header: int) -> Bag:
        bag = Bag(names=self._names)
        several: dict[tuple[int, int], dict[int, CompoundEntry]] = {}
        for child in entry.kids:
            name = child.name
            tag = name[12:20]
            if not name.startswith("__substg1.0_") or len(tag) < 8 or child.storage:
                continue
            try:
                key = (int(tag[:4], 16), int(tag[4:], 16))
                order = int(name[21:29] or "0", 16)
            except ValueError:
                continue
            if name[20:21] == "-":
                several.setdefault(key, {})[order] = child
            else:
                bag.values[key] = partial(self._load, child)
        for key, streams in several.items():
            bag.values[key] = [self._read(stream) for _, stream in sorted(streams.items())]
        properties = entry.kid(_PROPERTIES)
        data = self._read(properties) if properties is not None else b""
        for at in range(header, len(data) - 15, 16):  # those that stand in the property stream itself (MS-OXMSG 2.4)
            kind, number = struct.unpack_from("<HH", data, at)
            if kind in SIZES:
                bag.values.setdefault((number, kind), data[at + 8 : at + 8 + SIZES[kind]])
        return bag

    def _load(self, entry: CompoundEntry) -> bytes:
        try:
            data = self._file.read(entry)
        except Exception as error:  # olefile raises several kinds for broken chains
            self._trouble("damaged", "stream-unreadable", name=entry.name, error=error)
            raise
        if len(data) < entry.size:
            self._trouble("truncated", "msg-stream-cut", name=entry.name)
        return data

    def _trouble(self, code: str, key: str, **values: object) -> None:
        trouble = Trouble(code, say(key, **values))
        if len(self.troubles) < _MOST_TROUBLES and trouble not in self.troubles:
            self.troubles.append(trouble)

    def _read(self, entry: CompoundEntry) -> bytes:
        try:
            return self._load(entry)
        except Exception:  # reported already
            return b""

    def _attachment(self, entry: CompoundEntry) -> Bag:
        bag = self._bag(entry, _PART_HEADER)
        for child in entry.kids:
            if child.name == _EMBEDDED and child.storage:
                bag.embedded = partial(self._embedded, child, is_item=bag.integer(0x3705) != 6)
        return bag

    def _embedded(self, entry: CompoundEntry, is_item: bool) -> Child | Trouble:
        try:
            return self._rebuilt(entry, is_item)
        except Exception as error:  # olefile raises several kinds for broken chains
            return Trouble("damaged", say("inner-item-unreadable", error=error))

    def _rebuilt(self, entry: CompoundEntry, is_item: bool) -> Child:
        """Make a file of its own from an embedded storage: an item's property header grows (MS-OXMSG 2.4.1.2)."""
        root = Storage(entry.clsid)
        self._copy(root, entry)
        properties = root.entries.get(_PROPERTIES)
        if not is_item or not isinstance(properties, bytes):
            return Child(None, build(root), None)
        root.entries[_PROPERTIES] = properties[:_EMBEDDED_HEADER] + bytes(8) + properties[_EMBEDDED_HEADER:]
        names = Storage()
        listed = self._file.root.kid(_NAMES)
        if listed is not None:
            self._copy(names, listed)
        root.entries.setdefault(_NAMES, names)
        bag = self._bag(entry, _EMBEDDED_HEADER)
        return Child(f"{bag.text(0x37) or 'item'}.msg", build(root), TYPE)

    def _copy(self, target: Storage, entry: CompoundEntry) -> None:
        for kid in entry.kids:
            if kid.storage:
                inner = Storage(kid.clsid)
                target.entries[kid.name] = inner
                self._copy(inner, kid)
            else:
                target.entries[kid.name] = self._read(kid)

    def _read_names(self) -> dict[int, Name]:
        """Read which names the identifiers from 0x8000 up stand for (MS-OXMSG 2.2.3)."""
        storage = self._file.root.kid(_NAMES)
        if storage is None:
            return {}
        streams = (storage.kid(f"__substg1.0_{number:04X}0102") for number in (2, 3, 4))
        return named_properties(*(self._read(stream) if stream is not None else b"" for stream in streams))


# Items of data files written as .msg files that any tool can open, with every property. Named properties get new
# identifiers in order, as the format wants.

_GUIDS = {name: uuid.UUID(guid) for guid, name in SETS.items()}
_FLAGS = 6
_DEEPEST = 16


def build_msg(bag: Bag) -> bytes:
    """Return the item as a .msg file; raises FormatError where items are nested too deeply."""
    numbers = {old: 0x8000 + new for new, old in enumerate(sorted(_named(bag)))}
    root = _storage(bag, numbers, _TOP_HEADER, 0)
    root.entries[_NAMES] = _names(bag, numbers)
    return build(root)


def _named(bag: Bag, depth: int = 0) -> Iterator[int]:
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
    table = bytearray(8 if header == _PART_HEADER else struct.pack("<8x4I", *counts).ljust(header, b"\0"))
    for (number, kind), value in bag.values.items():
        if number >= 0x8000 and number not in numbers:
            continue
        raw = value if isinstance(value, list) else bag.raw(number, kind)
        if raw is not None:
            _put(storage, table, numbers.get(number, number), kind, raw)
    for at, recipient in enumerate(bag.recipients):
        storage.entries[f"__recip_version1.0_#{at:08X}"] = _storage(recipient, numbers, _PART_HEADER, depth + 1)
    for at, attachment in enumerate(bag.attachments):
        inner = _storage(attachment, numbers, _PART_HEADER, depth + 1)
        if attachment.item is not None:
            inner.entries[_EMBEDDED] = _storage(attachment.item, numbers, _EMBEDDED_HEADER, depth + 1)
        storage.entries[f"__attach_version1.0_#{at:08X}"] = inner
    storage.entries[_PROPERTIES] = bytes(table)
    return storage


def _put(storage: Storage, table: bytearray, number: int, kind: int, raw: bytes | list[bytes]) -> None:
    """Put one property where its type says: in the table itself, or in a stream (MS-OXMSG 2.1.3)."""
    name = f"__substg1.0_{number:04X}{kind:04X}"
    if isinstance(raw, list):
        base = kind & ~MULTIPLE
        size = len(raw)
        if base in TERMINATORS:
            lengths = [struct.pack("<I" if base != BINARY else "<Q", len(item) + TERMINATORS[base]) for item in raw]
            storage.entries[name] = b"".join(lengths)
            for at, item in enumerate(raw):
                storage.entries[f"{name}-{at:08X}"] = item + bytes(TERMINATORS[base])
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
    indexes: dict[str, int] = {}
    for old in sorted(numbers, key=numbers.__getitem__):
        name = bag.names[old]
        index = numbers[old] - 0x8000
        if isinstance(name, str):
            raw = name.encode("utf-16-le", "replace")
            entries += struct.pack("<IHH", len(strings), 2 << 1 | 1, index)
            strings += struct.pack("<I", len(raw)) + raw + bytes(-len(raw) % 4)
            continue
        group, number = name
        if group not in indexes:
            indexes[group] = 3 + len(guids) // 16
            guids += _GUIDS.get(group, uuid.UUID(int=0)).bytes_le
        entries += struct.pack("<IHH", number, indexes[group] << 1, index)
    streams = {2: guids, 3: entries, 4: strings}
    return Storage(entries={f"__substg1.0_{n:04X}0102": bytes(stream) for n, stream in streams.items()})
