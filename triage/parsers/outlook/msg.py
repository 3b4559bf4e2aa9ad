"""Outlook items in a file of their own: .msg and .oft, MS-OXMSG over the compound file format.

Properties are read straight from the file's streams: every one of them, in a tenth of the time and memory of a full
object model, and by the same rules as TNEF and PST. An item inside an item becomes a .msg of its own.
"""

from __future__ import annotations

import struct
from functools import partial

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.compound import CompoundEntry, CompoundFile, Storage, build, compound
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.ole import OLE_SIGNATURE
from triage.parsers.outlook.item import html_body, read_item
from triage.parsers.outlook.mapi import SIZES, Bag, named_properties, settle_codepage

TYPE = "application/vnd.ms-outlook"
_PROPERTIES = "__properties_version1.0"
_NAMES = "__nameid_version1.0"
_EMBEDDED = "__substg1.0_3701000D"
_LARGEST_SECTOR = 4096
_MOST_TOLD = 20
_TOP_HEADER, _EMBEDDED_HEADER, _PART_HEADER = 32, 24, 8


def claims(probe: Probe) -> bool:
    """Whether the file is a compound file with the property stream of an Outlook item, a damaged one included."""
    if probe.ole_names:
        return any(name.startswith((_PROPERTIES, "__substg1.0_")) for name in probe.ole_names)
    if probe.head[:8] != OLE_SIGNATURE:
        return False
    return probe.data.find(_PROPERTIES.encode("utf-16-le")) >= 0 or probe.extension in ("msg", "oft")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read one item."""
    file, whole = _open(untrusted_data)
    reader = _MsgReader(file)
    if not whole:
        reader.troubles.append(Trouble("truncated", say("msg-cut")))
    extract = read_item(reader.item(file.root, _TOP_HEADER), TYPE, context)
    extract.troubles += reader.troubles
    return extract


def html_of(untrusted_data: Data, limit: int) -> str:
    """Return the item's HTML body as written, "" where it has none; ``limit`` bounds an unpacked RTF body, in bytes."""
    file, _ = _open(untrusted_data)
    bag = _MsgReader(file).item(file.root, _TOP_HEADER)
    settle_codepage(bag)
    return html_body(bag, limit)


def _open(untrusted_data: Data) -> tuple[CompoundFile, bool]:
    """Open the compound file; one that is cut is filled up with zeros first, and False is returned with it."""
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
        """Read an item with its recipients and attachments from its storage."""
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
        """Return the bytes of a stream that the directory lists; raises, and tells, where it is broken."""
        try:
            data = self._file.read(entry)
        except Exception as error:  # olefile raises several kinds for broken chains
            self._tell("damaged", "stream-unreadable", name=entry.name, error=error)
            raise
        if len(data) < entry.size:
            self._tell("truncated", "msg-stream-cut", name=entry.name)
        return data

    def _tell(self, code: str, key: str, **values: object) -> None:
        trouble = Trouble(code, say(key, **values))
        if len(self.troubles) < _MOST_TOLD and trouble not in self.troubles:
            self.troubles.append(trouble)

    def _read(self, entry: CompoundEntry) -> bytes:
        """Return a listed stream's bytes, none where it is broken."""
        try:
            return self._load(entry)
        except Exception:  # told already
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

    def _read_names(self) -> dict[int, str | tuple[str, int]]:
        """Read which names the identifiers from 0x8000 up stand for (MS-OXMSG 2.2.3)."""
        storage = self._file.root.kid(_NAMES)
        if storage is None:
            return {}
        streams = (storage.kid(f"__substg1.0_{number:04X}0102") for number in (2, 3, 4))
        return named_properties(*(self._read(stream) if stream is not None else b"" for stream in streams))
