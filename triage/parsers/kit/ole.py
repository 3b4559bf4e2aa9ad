"""What older documents and embedded objects keep in compound files: properties, objects, loose strings, macros.

MS-OLEPS, MS-OLEDS 2.3.6 and MS-OVBA; ``compound`` reads the container. Nothing is written to disk, and nothing is run.
"""

from __future__ import annotations

import contextlib
import re
import struct
from collections.abc import Iterator
from datetime import datetime, timedelta

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.charset import codec_of_page
from triage.parsers.kit.compound import SIGNATURE, CompoundEntry, CompoundFile, Storage, build, compound
from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts, describe, looks_like_words

# Property sets (MS-OLEPS), as olefile follows a hostile vector's length for as long as it says.

_SUMMARY = dict(enumerate("title subject author keywords comments template last_saved_by".split(), 2))
_SUMMARY |= {11: "last_printed", 12: "create_time", 13: "last_saved_time", 18: "application"}
_DOCUMENT = {2: "category", 14: "manager", 15: "company", 26: "content_type", 27: "content_status", 28: "language"}
_MOST_PROPERTIES = 2000


def summary(untrusted_stream: bytes, document: bool = False) -> list[tuple[str, str]]:
    """Return (name, value) of the known properties of a summary stream, and of the user's own; damage ends the list."""
    values: list[tuple[str, str]] = []
    try:
        count = struct.unpack_from("<24xI", untrusted_stream)[0]
        for number in range(min(count, 2)):
            base = struct.unpack_from("<I", untrusted_stream, 44 + 20 * number)[0]
            names = None if number else (_DOCUMENT if document else _SUMMARY)
            values.extend(_section(untrusted_stream, base, names))
    except (struct.error, IndexError):
        pass
    return values


def _section(data: bytes, base: int, names: dict[int, str] | None) -> Iterator[tuple[str, str]]:
    """Yield (name, value); without ``names`` they come from the section's own dictionary (2.17)."""
    entries, page = _listed(data, base)
    offsets = dict(entries)
    if names is None:
        names = _dictionary(data, base + offsets[0], page) if 0 in offsets else {}
    for number, offset in entries:
        if number in names and number > 1:
            value = _value(data, base + offset, codec_of_page(page)).strip()
            if value:
                yield names[number], value


def code_page(untrusted_stream: bytes) -> str:
    """Return the codec that a summary stream states for text of one byte a letter, cp1252 where it states none."""
    try:
        page = _listed(untrusted_stream, struct.unpack_from("<I", untrusted_stream, 44)[0])[1]
    except struct.error:
        return "cp1252"
    return "cp1252" if page == 1200 else codec_of_page(page)


def _listed(data: bytes, base: int) -> tuple[list[tuple[int, int]], int]:
    """Return the numbers of a section's properties with their offsets, and the code page that it states, else 1252."""
    count = min(struct.unpack_from("<I", data, base + 4)[0], _MOST_PROPERTIES)
    numbers = struct.unpack_from(f"<{2 * count}I", data, base + 8)
    entries = list(zip(numbers[::2], numbers[1::2], strict=True))
    offsets = dict(entries)
    return entries, struct.unpack_from("<H", data, base + offsets[1] + 4)[0] if 1 in offsets else 1252


def _dictionary(data: bytes, at: int, page: int) -> dict[int, str]:
    names = {}
    count = min(struct.unpack_from("<I", data, at)[0], _MOST_PROPERTIES)
    at += 4
    for _ in range(count):
        number, size = struct.unpack_from("<II", data, at)
        width = size * 2 if page == 1200 else size
        names[number] = data[at + 8 : at + 8 + width].decode(codec_of_page(page), "replace").rstrip("\0")
        at += 8 + width + (-width % 4 if page == 1200 else 0)
    return names


def _value(data: bytes, at: int, codec: str) -> str:
    """Return a property's value as text (2.15); "" for kinds that hold no word, number or date."""
    kind, size = struct.unpack_from("<HxxI", data, at)
    if kind == 0x1E:
        return data[at + 8 : at + 8 + size].decode(codec, "replace").split("\0")[0]
    if kind == 0x1F:
        return data[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace").split("\0")[0]
    if kind == 0x40:
        ticks = struct.unpack_from("<Q", data, at + 4)[0]
        return filetime(ticks).removesuffix("Z") if ticks in _DATES else ""
    if kind == 0x0B:
        return "true" if size & 0xFFFF else "false"
    numbers = {2: "<h", 3: "<i", 5: "<d", 0x14: "<q"}
    return str(struct.unpack_from(numbers[kind], data, at + 4)[0]) if kind in numbers else ""


_DATES = range(10**17, 16 * 10**17)  # a FILETIME that is less is how long something took


def filetime(ticks: int) -> str:
    """Return a FILETIME (MS-DTYP 2.3.3) as ISO 8601 in UTC, "" where it says none."""
    try:
        moment = datetime(1601, 1, 1) + timedelta(seconds=ticks // 10_000_000)
    except OverflowError:
        return ""
    return f"{moment.isoformat()}Z" if ticks else ""


OLE_SIGNATURE = SIGNATURE


def open_ole(untrusted_data: Data, texts: Texts) -> CompoundFile:
    """Open a compound file; damage that can be passed over is noted. Raises OSError where nothing can be read."""
    ole = compound(untrusted_data)
    if ole.issue:
        texts.trouble("damaged", "compound-breaks-rules", error=ole.issue)
    return ole


def is_rights_managed(ole: CompoundFile, texts: Texts) -> bool:
    """Whether a file's rights are managed, with a trouble: what can be read of it is a placeholder then."""
    managed = ole.find("\x09DRMContent") or ole.find("\x09DRMViewerContent")
    if managed:
        texts.trouble("rights-protected", "rights-managed-placeholder")
        texts.trouble("encrypted", "rights-managed-encrypted")
    return bool(managed)


def stream(ole: CompoundFile, where: str | CompoundEntry, texts: Texts | None = None) -> bytes:
    """Return a stream's bytes, b"" where it is missing or unreadable; what is lost is noted in ``texts``."""
    entry = ole.find(where) if isinstance(where, str) else where
    if entry is None:
        return b""
    shown = "/".join(entry.path)
    try:
        data = ole.read(entry)
    except Exception as error:  # olefile raises several kinds for broken chains
        if texts is not None:
            texts.trouble("damaged", "stream-unreadable", name=repr(shown), error=error)
        return b""
    if len(data) < entry.size and texts is not None:
        texts.trouble("truncated", "stream-cut", name=repr(shown), count=len(data), size=entry.size)
    return data


def properties(ole: CompoundFile, extract: Extract, texts: Texts) -> None:
    """Read the summary and document summary information, the user's own properties included, into the extract."""
    extract.properties.extend(summary(stream(ole, "\x05SummaryInformation", texts)))
    extract.properties.extend(summary(stream(ole, "\x05DocumentSummaryInformation", texts), document=True))
    describe(extract, texts, dict(extract.properties), "title", "last_saved_time", "create_time")


def unwrap(untrusted_data: bytes, name: str) -> Iterator[Child | Trouble]:
    """Yield what an embedded OLE object (MS-OLEDS 2.3.6) holds: a packaged file by its real name, or the object."""
    try:
        ole = CompoundFile(untrusted_data)
    except Exception as error:  # olefile raises several kinds
        yield Trouble("damaged", say("embedded-not-compound", name=name, error=error))
        yield Child(name, untrusted_data)
        return
    native = stream(ole, "\x01Ole10Native")
    if native:
        yield native_child(native, name)
        return
    roots = {entry.path[0].lower() for entry in ole.streams()}
    for inner in ("Package", "CONTENTS", "EmbeddedOdf", "PowerPoint_Package"):
        data = stream(ole, inner)
        if _is_file(data):
            yield Child(name + ending_of(data, name), data)
            return
    if "equation native" in roots and not roots & _ENDINGS.keys():
        yield Trouble("no-text", say("formula-not-read", name=name))
        return
    if "contents" in roots and not roots & _ENDINGS.keys():
        return  # a control whose words ``controls`` reads
    ending = next((e for r, e in _ENDINGS.items() if r in roots and "." not in name), "")
    yield Child(name + ending, untrusted_data, "application/x-ole-storage")


_ENDINGS = {
    "worddocument": ".doc",
    "workbook": ".xls",
    "book": ".xls",
    "powerpoint document": ".ppt",
    "__properties_version1.0": ".msg",
    "visiodocument": ".vsd",
    "embeddedodf": ".odt",
}


_FILES = {
    b"%PDF-": ".pdf",
    b"{\\rtf": ".rtf",
    b"\x89PNG\r\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
    b"<?xml": ".xml",
}


def _is_file(data: bytes) -> bool:
    return data[:2] == b"PK" or data.startswith((OLE_SIGNATURE, *_FILES))


def ending_of(data: bytes, name: str) -> str:
    """Return the ending for an embedded file that has no name of its own."""
    if "." in name:
        return ""
    kinds = {b"word/": ".docx", b"xl/": ".xlsx", b"ppt/": ".pptx"}
    if data[:2] == b"PK":
        return next((e for mark, e in kinds.items() if mark in data), ".zip")
    return next((e for mark, e in _FILES.items() if data.startswith(mark)), "")


def controls(ole: CompoundFile, parent: str, texts: Texts) -> None:
    """Add the words that form controls hold (their streams are their own makers' business, so as strings)."""
    for entry in ole.streams():
        if parent in ("", entry.path[0]) and entry.name.lower() == "contents":
            data = stream(ole, entry)
            if not _is_file(data):
                texts.add("annotation", "\n".join(strings(data)))


WIDE = re.compile(
    rb"(?:[\x20-\x7e\xa0-\xff\t\r\n]\x00|[\x10-\x3a\xac]\x20){3,}"
    rb"|(?:[\x00-\xff][\x04\x05]|[\x20-\x3f]\x00|[\x10-\x3a\xac]\x20){6,}"
    rb"|(?:[\x00-\xff]\x06|[\x20-\x3f]\x00|[\x10-\x3a\xac]\x20){6,}"
)
"""Runs of UTF-16 in one script: Latin, Cyrillic and Hebrew, Arabic; in each with dashes, quotes, dots and the euro."""

_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")


def strings(untrusted_data: bytes) -> list[str]:
    """Return the readable runs of a binary stream: in UTF-16 three letters (in other scripts six), in Latin 1 four."""
    if _is_file(untrusted_data) and not untrusted_data.startswith((b"<?xml", b"{\\rtf")):
        return []
    wide = [m[0].decode("utf-16-le") for m in WIDE.finditer(untrusted_data)]
    return wide + [m[0].decode("cp1252", "replace") for m in _NARROW.finditer(untrusted_data)]


def native_child(untrusted_native: bytes, name: str) -> Child:
    """Return the file in an Ole10Native stream, under the name it had; data without the header is kept whole."""
    try:
        temporary, label, source, content = _native(untrusted_native)
    except (struct.error, ValueError, IndexError):
        size = int.from_bytes(untrusted_native[:4], "little")
        return Child(name, untrusted_native[4 : 4 + size])
    base = (label or source).replace("\\", "/").rpartition("/")[2]
    paths = tuple(path for path in dict.fromkeys((source, temporary)) if "\\" in path or "/" in path)
    return Child(base or name, content, came_from=paths)


def _native(data: bytes) -> tuple[str, str, str, bytes]:
    """Return a packaged file's temporary path, label, original path and bytes. Raises where it has no header."""
    if data[4:6] != b"\x02\x00":
        raise ValueError("no packager header")
    label, at = _line(data, 6)
    source, at = _line(data, at)
    temporary, at = _counted(data, at + 4)
    content, at = _counted(data, at)
    path, name, origin = _appended(data, at)
    return path or _narrow(temporary.rstrip(b"\0")), name or _narrow(label), origin or _narrow(source), content


def _line(data: bytes, at: int) -> tuple[bytes, int]:
    end = data.index(b"\0", at)
    return data[at:end], end + 1


def _counted(data: bytes, at: int) -> tuple[bytes, int]:
    end = at + 4 + int(struct.unpack_from("<I", data, at)[0])
    return data[at + 4 : end], end


def _narrow(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


_LONGEST = 1000


def _appended(data: bytes, at: int) -> list[str]:
    """Return temporary path, label and source in UTF-16, which newer writers append; "" for what is missing."""
    names = ["", "", ""]
    for number in range(3):
        size = int.from_bytes(data[at : at + 4], "little")
        text = data[at + 4 : at + 4 + 2 * size]
        if 0 < size < _LONGEST and len(text) == 2 * size:
            with contextlib.suppress(UnicodeDecodeError):
                names[number] = text.decode("utf-16-le").rstrip("\0")
        at += 4 + 2 * size
    return names


MOST_STRINGS = 64 << 20


def loose(untrusted_data: bytes, texts: Texts, origin: str = "body") -> None:
    """Add the strings of a stream that look like words rather than chance: what is left where no reader fits."""
    bounded(len(untrusted_data), texts)
    for text in strings(untrusted_data[:MOST_STRINGS]):
        if looks_like_words(text):
            texts.add(origin, text)


def bounded(size: int, texts: Texts) -> None:
    """Note where there is more than the bytes in which loose strings are looked for."""
    if size > MOST_STRINGS:
        most = MOST_STRINGS >> 20
        texts.trouble("limit-size", "strings-in-first-part-only", most=most)


def objects(ole: CompoundFile, parent: str = "") -> Iterator[Child | Trouble]:
    """Yield the embedded objects whose storages stand in the storage ``parent`` of the root, or in the root itself."""
    holder = ole.find(parent) if parent else ole.root
    for entry in holder.kids if holder else ():
        if entry.storage and (parent or _EMBEDDED.match(entry.name)):
            yield from unwrap(standalone(ole, entry), entry.name)


def standalone(ole: CompoundFile, storage: CompoundEntry, texts: Texts | None = None) -> bytes:
    """Return a storage as a compound file of its own; what of it is lost is noted in ``texts``."""
    root = Storage(storage.clsid)
    for inner in ole.streams():
        if inner.path[: len(storage.path)] == storage.path:
            root.put([*inner.path[len(storage.path) :]], stream(ole, inner, texts))
    return build(root)


_EMBEDDED = re.compile(r"MBD[0-9A-F]+|LNK[0-9A-F]+|_\d+|Object ?\d+|Embedding ?\d+", re.IGNORECASE)


# Hyperlink objects: MS-OSHARED 2.3.7.1.

_MONIKER, _LOCATION, _NAME, _FRAME, _AS_TEXT = 0x01, 0x08, 0x10, 0x80, 0x100
_URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
_FILE = bytes.fromhex("0303000000000000c000000000000046")


def hyperlink(untrusted_data: bytes, at: int) -> list[str]:
    """Return name, frame, target and location of the object at ``at``. Raises struct.error or ValueError if cut."""
    flags = struct.unpack_from("<4xI", untrusted_data, at)[0]
    at += 8
    texts = []
    for flag in (_NAME, _FRAME, _MONIKER, _LOCATION):
        if flags & flag:
            plain = flag != _MONIKER or flags & _AS_TEXT
            text, at = _string(untrusted_data, at) if plain else _moniker(untrusted_data, at)
            texts.append(text)
    return texts


def _string(data: bytes, at: int) -> tuple[str, int]:
    """Return a string whose length counts characters (2.3.7.9), and where it ends."""
    return _wide(data, at + 4, 2 * int(struct.unpack_from("<I", data, at)[0]))


def _wide(data: bytes, at: int, size: int) -> tuple[str, int]:
    if at + size > len(data):
        raise ValueError("a string is cut")
    return data[at : at + size].decode("utf-16-le", "replace").split("\0")[0], at + size


def _moniker(data: bytes, at: int) -> tuple[str, int]:
    """Return where a target lies: an address (2.3.7.6) or a file's path (2.3.7.8)."""
    kind, at = data[at : at + 16], at + 16
    if kind == _URL:
        return _wide(data, at + 4, struct.unpack_from("<I", data, at)[0])
    if kind != _FILE:
        raise ValueError("the target is of a rare kind")
    ups, size = struct.unpack_from("<HI", data, at)
    narrow = data[at + 6 : at + 6 + size].split(b"\0")[0].decode("cp1252", "replace")
    at += 6 + size + 24
    size, at = struct.unpack_from("<I", data, at)[0], at + 4
    path = _wide(data, at + 6, struct.unpack_from("<I", data, at)[0])[0] if size else narrow
    return "..\\" * min(ups, 64) + path, at + size


# Macro source as hidden text: MS-OVBA 2.4.1 (compression) and 2.3.4.2 (``dir``, which says where each module begins).

_SOURCE = re.compile(rb"\x01..\x00Attribut\x00e ", re.DOTALL)
"""How the source of a module begins, where nothing says at which place it does."""
_VERSION, _CODE_PAGE, _STREAM_NAME, _OFFSET = 0x09, 0x03, 0x1A, 0x31
_CHUNK = 4096
_MOST_SOURCE = 64 << 20


def macro_source(untrusted_project: bytes, texts: Texts) -> None:
    """Add the source of each module of a project (a compound file) to the hidden text."""
    if untrusted_project:
        try:
            macros(open_ole(untrusted_project, texts), texts)
        except Exception as error:  # olefile raises many kinds for broken projects
            texts.trouble("damaged", "macros-unreadable", error=type(error).__name__)


def macros(ole: CompoundFile, texts: Texts) -> None:
    """Add the source of each module of the projects in a compound file to the hidden text."""
    for entry in ole.entries():
        listed = entry.kid("dir") if entry.name.upper() == "VBA" else None
        if listed is not None:
            _project(ole, entry, stream(ole, listed, texts), texts)


def _project(ole: CompoundFile, folder: CompoundEntry, packed: bytes, texts: Texts) -> None:
    codec, offsets = "cp1252", dict[str, int]()
    name = b""
    for kind, data in _records(decompressed(packed)):
        if kind == _CODE_PAGE and len(data) == 2:
            codec = codec_of_page(int.from_bytes(data, "little"))
        elif kind == _STREAM_NAME:
            name = data
        elif kind == _OFFSET and len(data) == 4:
            offsets[name.decode(codec, "replace").lower()] = int.from_bytes(data, "little")
    for entry in folder.kids:
        key = entry.name.lower()
        if not entry.storage and (key in offsets or key not in _OWN):
            module = stream(ole, entry, texts)
            code = decompressed(module[offsets.get(key, len(module)) :])
            if not code and (source := _SOURCE.search(module)):
                code = decompressed(module[source.start() :])
            if code:  # without the attribute lines that the editor writes for itself
                lines = code.decode(codec, "replace").splitlines()
                spoken = "\n".join(line for line in lines if not line.startswith("Attribute VB_"))
                texts.add("hidden", f"{entry.name}\n{spoken}")
            elif key in offsets:
                texts.trouble("damaged", "module-macros-unreadable", name=repr(entry.name))


_OWN = ("dir", "_vba_project")


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 6 <= len(data):
        kind, size = struct.unpack_from("<HI", data, at)
        size = 6 if kind == _VERSION else size  # its size is a reserved field (2.3.4.2.1.10)
        yield kind, data[at + 6 : at + 6 + size]
        at += 6 + size


def decompressed(packed: bytes) -> bytes:
    """Return what a compressed container holds as far as it keeps to the rules, b"" where it is none."""
    out = bytearray()
    at = 1
    while packed[:1] == b"\1" and at + 2 < len(packed) and len(out) < _MOST_SOURCE:
        header = int.from_bytes(packed[at : at + 2], "little")
        end = at + (header & 0xFFF) + 3
        if header >> 12 & 7 != 3:
            break
        chunk = packed[at + 2 : end]
        out += _chunk(chunk) if header >> 15 else chunk
        at = end
    return bytes(out)


def _chunk(packed: bytes) -> bytes:
    """Return what a chunk holds: bytes as they are, and tokens that copy earlier ones (2.4.1.3.19)."""
    out = bytearray()
    at = 0
    while at < len(packed):
        flags = packed[at]
        at += 1
        for bit in range(8):
            if at >= len(packed) or len(out) >= _CHUNK:
                break
            if not flags >> bit & 1:
                out.append(packed[at])
                at += 1
                continue
            token = int.from_bytes(packed[at : at + 2], "little")
            at += 2
            wide = max((len(out) - 1).bit_length(), 4)
            back = (token >> 16 - wide) + 1
            if back > len(out):
                return bytes(out)
            for _ in range((token & 0xFFFF >> wide) + 3):
                out.append(out[-back])
    return bytes(out[:_CHUNK])
