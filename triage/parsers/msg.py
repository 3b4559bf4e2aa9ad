"""Outlook items in a file of their own (floor 2): .msg and .oft, MS-OXMSG over the compound file format.

Properties are read straight from the file's streams through olefile: every one of them, in a tenth of the time and
memory of a full object model, and by the same rules as TNEF and PST. An item inside an item becomes a .msg of its own.
"""

from __future__ import annotations

import struct
import uuid
from typing import Any

from triage.model import Child, Extract, Trouble
from triage.parsers.cfb import Storage, build
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.mapi import Bag, Value, named_properties
from triage.parsers.mapiitem import read_item
from triage.parsers.ole import OLE_SIGNATURE

TYPE = "application/vnd.ms-outlook"
_PROPERTIES = "__properties_version1.0"
_NAMES = "__nameid_version1.0"
_EMBEDDED = "__substg1.0_3701000D"
_FIXED = {2: 2, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 2, 0x14: 8, 0x40: 8}
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
    ole, whole = _open(untrusted_data)
    reader = _Reader(ole)
    if not whole:
        reader.troubles.append(Trouble("truncated", "The file ends too early; what could be read was kept."))
    extract = read_item(reader.item(ole.root, [], _TOP_HEADER), TYPE, context.limits.item_bytes)
    for trouble in reader.troubles:
        extract.troubles.append(trouble)
    return extract


def _open(untrusted_data: Data) -> tuple[Any, bool]:
    """Open the compound file; one that is cut is filled up with zeros first, and False is returned with it."""
    import olefile

    try:
        return olefile.OleFileIO(as_file(untrusted_data)), True
    except OSError:
        missing = -len(untrusted_data) % _LARGEST_SECTOR
        if not missing or untrusted_data[:8] != OLE_SIGNATURE:
            raise
        return olefile.OleFileIO(as_file(untrusted_data[:] + bytes(missing))), False


class _Reader:
    """Reads bags from the storages of one compound file."""

    def __init__(self, ole: Any) -> None:
        self._ole = ole
        self.troubles: list[Trouble] = []
        if ole.parsing_issues:
            sentence = f"The compound file breaks its rules ({ole.parsing_issues[0][1]}); what could be read was kept."
            self.troubles.append(Trouble("damaged", sentence))
        self._names = self._read_names()

    def item(self, entry: Any, path: list[str], header: int) -> Bag:
        """Read an item with its recipients and attachments from its storage."""
        bag = self._bag(entry, path, header)
        for child in sorted(entry.kids, key=lambda kid: kid.name):
            if child.name.startswith("__recip_version1.0_"):
                bag.recipients.append(self._bag(child, [*path, child.name], _PART_HEADER))
            elif child.name.startswith("__attach_version1.0_"):
                bag.attachments.append(self._attachment(child, [*path, child.name]))
        return bag

    def _bag(self, entry: Any, path: list[str], header: int) -> Bag:
        bag = Bag(names=self._names)
        several: dict[tuple[int, int], dict[int, list[str]]] = {}
        for child in entry.kids:
            tag = child.name[12:20]
            if not child.name.startswith("__substg1.0_") or len(tag) < 8 or child.entry_type != 2:
                continue
            try:
                key = (int(tag[:4], 16), int(tag[4:], 16))
                order = int(child.name[21:29] or "0", 16)
            except ValueError:
                continue
            if child.name[20:21] == "-":
                several.setdefault(key, {})[order] = [*path, child.name]
            else:
                bag.values[key] = self._stream([*path, child.name])
        for key, streams in several.items():
            bag.values[key] = [self._read(stream) for _, stream in sorted(streams.items())]
        if _PROPERTIES in entry.kids_dict:
            self._fixed(bag, [*path, _PROPERTIES], header)
        return bag

    def _fixed(self, bag: Bag, path: list[str], header: int) -> None:
        """Read the properties that stand in the property stream itself (MS-OXMSG 2.4)."""
        data = self._read(path)
        for at in range(header, len(data) - 15, 16):
            kind, number = struct.unpack_from("<HH", data, at)
            size = _FIXED.get(kind)
            if size is not None:
                bag.values.setdefault((number, kind), data[at + 8 : at + 8 + size])

    def _stream(self, path: list[str]) -> Value:
        return lambda: self._load(path)

    def _load(self, path: list[str]) -> bytes:
        """Return the bytes of a stream that the directory lists; raises, and tells, where it is broken."""
        try:
            return bytes(self._ole.openstream(path).read())
        except Exception as error:  # olefile raises several kinds for broken chains
            if len(self.troubles) < _MOST_TOLD:
                self.troubles.append(Trouble("damaged", f"The stream {path[-1]} can't be read ({error})."))
            raise

    def _read(self, path: list[str]) -> bytes:
        """Return a listed stream's bytes, none where it is broken."""
        try:
            return self._load(path)
        except Exception:  # told already
            return b""

    def _attachment(self, entry: Any, path: list[str]) -> Bag:
        bag = self._bag(entry, path, _PART_HEADER)
        for child in entry.kids:
            if child.name == _EMBEDDED and child.entry_type == 1:
                bag.embedded = self._embedding(child, [*path, child.name], is_item=bag.integer(0x3705) != 6)
        return bag

    def _embedding(self, entry: Any, path: list[str], is_item: bool) -> Any:
        def make() -> Child | Trouble:
            try:
                return self._rebuilt(entry, path, is_item)
            except Exception as error:  # olefile raises several kinds for broken chains
                return Trouble("damaged", f"An item inside the item can't be read ({error}).")

        return make

    def _rebuilt(self, entry: Any, path: list[str], is_item: bool) -> Child:
        """Make a file of its own from an embedded storage: an item's property header grows (MS-OXMSG 2.4.1.2)."""
        root = Storage(bytes.fromhex(_clsid(entry.clsid)))
        self._copy(root, entry, path)
        properties = root.entries.get(_PROPERTIES)
        if not is_item or not isinstance(properties, bytes):
            return Child(None, build(root), None)
        root.entries[_PROPERTIES] = properties[:_EMBEDDED_HEADER] + bytes(8) + properties[_EMBEDDED_HEADER:]
        names = Storage()
        for kid in self._ole.root.kids:
            if kid.name == _NAMES:
                self._copy(names, kid, [_NAMES])
        root.entries.setdefault(_NAMES, names)
        bag = self._bag(entry, path, _EMBEDDED_HEADER)
        return Child(f"{bag.text(0x37) or 'item'}.msg", build(root), TYPE)

    def _copy(self, target: Storage, entry: Any, path: list[str]) -> None:
        for kid in entry.kids:
            here = [*path, kid.name]
            if kid.entry_type == 1:
                inner = Storage(bytes.fromhex(_clsid(kid.clsid)))
                target.entries[kid.name] = inner
                self._copy(inner, kid, here)
            else:
                target.entries[kid.name] = self._read(here)

    def _read_names(self) -> dict[int, str | tuple[str, int]]:
        """Read which names the identifiers from 0x8000 up stand for (MS-OXMSG 2.2.3)."""
        storage = self._ole.root.kids_dict.get(_NAMES)
        listed = {kid.name for kid in storage.kids} if storage is not None else set()
        streams = [f"__substg1.0_{number:04X}0102" for number in (2, 3, 4)]
        guids, entries, strings = (self._read([_NAMES, name]) if name in listed else b"" for name in streams)
        return named_properties(guids, entries, strings)


def _clsid(text: str) -> str:
    """Return a class identifier as olefile prints it, as the hex digits of its bytes; nothing means all zero."""
    try:
        return uuid.UUID(text).bytes_le.hex()
    except ValueError:
        return bytes(16).hex()


FORMAT = Format(
    label="Outlook item",
    types=(TYPE, "application/vnd.ms-outlook-template"),
    extensions=("msg", "oft"),
    level="all recipients, plain, HTML and RTF text, internet headers, calendar, contact and task fields, named "
    "properties, attachments, inner items and objects",
    claims=claims,
    parse=parse,
)
