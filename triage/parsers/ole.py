"""OLE compound files (floor 2): what the older office formats and embedded objects share.

MS-CFB for the container, MS-OLEPS (through olefile) for properties, MS-OLEDS 2.3.6 for packaged files. Streams are read
within olefile's own bounds, which end cyclic chains. Nothing is written.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

from triage.model import Child, Extract, Trouble
from triage.parsers.contract import Data, as_file
from triage.parsers.texts import Texts

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Ole = Any
"""An olefile.OleFileIO; olefile ships without types."""


def open_ole(untrusted_data: Data, texts: Texts) -> Ole:
    """Open a compound file; damage that olefile passes over is noted. Raises OSError where nothing can be read."""
    import olefile

    ole = olefile.OleFileIO(as_file(untrusted_data))
    if ole.parsing_issues:
        texts.trouble("damaged", f"The compound file breaks its rules ({ole.parsing_issues[0][1]}).")
    return ole


def stream(ole: Ole, path: str | list[str], texts: Texts | None = None) -> bytes:
    """Return a stream's bytes, b"" where it is missing or unreadable (the latter noted in ``texts``)."""
    try:
        return bytes(ole.openstream(path).read()) if ole.exists(path) else b""
    except Exception as error:  # olefile raises several kinds for broken chains
        shown = path if isinstance(path, str) else "/".join(path)
        if texts is not None:
            texts.trouble("damaged", f"The stream {shown!r} can't be read ({error}).")
        return b""


_PROPERTIES = (
    "title", "subject", "author", "keywords", "comments", "template", "last_saved_by", "revision_number", "category",
    "manager", "company", "create_time", "last_saved_time", "last_printed",
)  # fmt: skip


def properties(ole: Ole, extract: Extract, texts: Texts) -> None:
    """Read the summary and document summary information, custom properties included, into the extract."""
    try:
        found = ole.get_metadata()
    except Exception:  # olefile raises several kinds for broken property sets
        texts.trouble("damaged", "The document's properties can't be read.")
        return
    pages = _codec(found.codepage)
    for name in _PROPERTIES:
        value = getattr(found, name, None)
        if isinstance(value, bytes):
            value = value.decode(pages, "replace").strip("\0 ")
        if value and name != "revision_number" and getattr(value, "year", 0) != 1601:
            shown = value.isoformat() if hasattr(value, "isoformat") else str(value)
            extract.properties.append((name, shown))
    _custom(ole, extract, pages)
    known = dict(extract.properties)
    extract.subject = known.get("title") or None
    extract.date = known.get("last_saved_time") or known.get("create_time") or None
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")


def _codec(codepage: object) -> str:
    """Return the Python codec of a property set's code page (MS-OLEPS 2.18.2), cp1252 where unknown."""
    import codecs

    if codepage in (1200, 65001):
        return "utf-8"
    for name in (f"cp{codepage}", "mac_roman" if codepage == 10000 else "cp1252"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"


def _custom(ole: Ole, extract: Extract, codec: str) -> None:
    """Read the user-defined properties: the second section of the document summary (MS-OLEPS 2.25)."""
    data = stream(ole, "\x05DocumentSummaryInformation")
    try:
        if len(data) < 68 or struct.unpack_from("<I", data, 24)[0] < 2:
            return
        base = struct.unpack_from("<I", data, 64)[0]
        extract.properties.extend(_section(data, base, codec))
    except (struct.error, IndexError):
        return


def _section(data: bytes, base: int, codec: str) -> Iterator[tuple[str, str]]:
    count = min(struct.unpack_from("<I", data, base + 4)[0], 1000)
    entries = dict(struct.unpack_from("<II", data, base + 8 + 8 * i) for i in range(count))
    names = _dictionary(data, base + entries.pop(0), codec, _page(data, base, entries)) if 0 in entries else {}
    for number, offset in entries.items():
        value = _value(data, base + offset, codec)
        if number in names and value:
            yield names[number], value


def _page(data: bytes, base: int, entries: dict[int, int]) -> int:
    return int(struct.unpack_from("<H", data, base + entries[1] + 4)[0]) if 1 in entries else 1252


def _dictionary(data: bytes, at: int, codec: str, page: int) -> dict[int, str]:
    names = {}
    count = min(struct.unpack_from("<I", data, at)[0], 1000)
    at += 4
    for _ in range(count):
        number, size = struct.unpack_from("<II", data, at)
        width = size * 2 if page == 1200 else size
        raw = data[at + 8 : at + 8 + width]
        names[number] = raw.decode("utf-16-le" if page == 1200 else codec, "replace").rstrip("\0")
        at += 8 + width + (-width % 4 if page == 1200 else 0)
    return names


def _value(data: bytes, at: int, codec: str) -> str:
    """Return a property's value as text where it is a string, a number or a truth value (MS-OLEPS 2.15)."""
    kind, size = struct.unpack_from("<II", data, at)
    if kind == 30:
        return data[at + 8 : at + 8 + size].decode(codec, "replace").rstrip("\0")
    if kind == 31:
        return data[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace").rstrip("\0")
    if kind == 3:
        return str(struct.unpack_from("<i", data, at + 4)[0])
    if kind == 5:
        return str(struct.unpack_from("<d", data, at + 4)[0])
    return ""


def unwrap(untrusted_data: bytes, name: str, declared: str | None = None) -> Iterator[Child | Trouble]:
    """Yield what an embedded OLE object holds: a packaged file under its real name, or the object itself.

    MS-OLEDS 2.3.6 (OLE 1.0 native data) and the CONTENTS and Package streams that common servers write.
    """
    try:
        import olefile

        ole = olefile.OleFileIO(io.BytesIO(untrusted_data))
    except Exception as error:  # olefile raises several kinds
        yield Trouble("damaged", f"The embedded object {name} can't be read as a compound file ({error}).")
        yield Child(name, untrusted_data, declared)
        return
    yield from _held(ole, untrusted_data, name, declared)


_ENDINGS = {
    "worddocument": ".doc", "workbook": ".xls", "book": ".xls", "powerpoint document": ".ppt",
    "__properties_version1.0": ".msg", "visiodocument": ".vsd", "embeddedodf": ".odt",
}  # fmt: skip


def _held(ole: Ole, untrusted_data: bytes, name: str, declared: str | None) -> Iterator[Child | Trouble]:
    native = stream(ole, "\x01Ole10Native")
    if native:
        yield native_child(native, name)
        return
    roots = {entry[0].lower() for entry in ole.listdir()}
    for inner in ("Package", "CONTENTS", "EmbeddedOdf", "PowerPoint_Package"):
        data = stream(ole, inner)
        if data[:2] == b"PK" or data[:5] == b"%PDF-" or data.startswith(OLE_SIGNATURE):
            yield Child(name + _ending(data, name), data, declared)
            return
    if roots & {"equation native", "contents"} and not roots & _ENDINGS.keys():
        return  # a formula's drawing, or a control whose words ``controls`` reads
    ending = next((e for r, e in _ENDINGS.items() if r in roots and "." not in name), "")
    yield Child(name + ending, untrusted_data, declared or "application/x-ole-storage")


def _ending(data: bytes, name: str) -> str:
    """Return the ending for an embedded file that has no name of its own."""
    if "." in name:
        return ""
    kinds = {b"word/": ".docx", b"xl/": ".xlsx", b"ppt/": ".pptx"}
    if data[:2] == b"PK":
        return next((e for mark, e in kinds.items() if mark in data), ".zip")
    return ".pdf" if data[:5] == b"%PDF-" else ""


def controls(ole: Ole, parent: list[str], texts: Texts) -> None:
    """Add the words that form controls hold (their streams are their own makers' business, so as strings)."""
    for entry in ole.listdir():
        if entry[: len(parent)] == parent and entry[-1].lower() == "contents":
            texts.add("annotation", "\n".join(strings(stream(ole, entry))))


_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}")
_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{4,}")


def strings(untrusted_data: bytes) -> list[str]:
    """Return the readable runs of a binary stream: three characters and more in UTF-16, four in Latin 1."""
    if untrusted_data[:5] == b"%PDF-" or untrusted_data[:2] == b"PK" or untrusted_data.startswith(OLE_SIGNATURE):
        return []
    wide = [m[0].decode("utf-16-le") for m in _WIDE.finditer(untrusted_data)]
    return wide + [m[0].decode("cp1252", "replace") for m in _NARROW.finditer(untrusted_data)]


def native_child(untrusted_native: bytes, name: str) -> Child:
    """Return the file in an Ole10Native stream, under the name it had; data without the header is kept whole."""
    try:
        label, path, data = _native(untrusted_native)
    except (struct.error, ValueError, IndexError):
        size = int.from_bytes(untrusted_native[:4], "little")
        return Child(name, untrusted_native[4 : 4 + size])
    base = (label or path).replace("\\", "/").rpartition("/")[2]
    return Child(base or name, data)


def _native(data: bytes) -> tuple[str, str, bytes]:
    """Return (label, path, content); raises ValueError, struct.error or IndexError where the header isn't there."""
    if data[4:6] != b"\x02\x00":
        raise ValueError("no packager header")
    label, at = _line(data, 6)
    path, at = _line(data, at)
    at += 4
    size = struct.unpack_from("<I", data, at)[0]
    at += 4 + size
    size = struct.unpack_from("<I", data, at)[0]
    content = data[at + 4 : at + 4 + size]
    return _wide_label(data, at + 4 + size) or _narrow(label), _narrow(path), content


def _line(data: bytes, at: int) -> tuple[bytes, int]:
    end = data.index(b"\0", at)
    return data[at:end], end + 1


def _narrow(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _wide_label(data: bytes, at: int) -> str:
    """Return the label in UTF-16 that newer writers append (after the temporary path), "" where it is missing."""
    try:
        for _ in range(2):
            size = struct.unpack_from("<I", data, at)[0]
            text = data[at + 4 : at + 4 + 2 * size]
            at += 4 + 2 * size
        return text.decode("utf-16-le").rstrip("\0") if 0 < size < 1000 and len(text) == 2 * size else ""
    except (struct.error, UnicodeDecodeError):
        return ""


def storage_bytes(ole: Ole, path: list[str]) -> bytes:
    """Return a storage inside a compound file as a compound file of its own."""
    from triage.parsers.cfb import Storage, build

    root = Storage()
    try:
        root.clsid = bytes.fromhex(ole.getclsid(path).replace("-", "")) if ole.getclsid(path) else bytes(16)
    except Exception:  # a class id is a hint only
        root.clsid = bytes(16)
    for entry in ole.listdir(streams=True, storages=False):
        if entry[: len(path)] == path and len(entry) > len(path):
            root.put(entry[len(path) :], stream(ole, entry))
    return build(root)


def objects(ole: Ole, parent: list[str]) -> Iterator[Child | Trouble]:
    """Yield the embedded objects whose storages stand under ``parent`` (the root's own where it is empty)."""
    names = {
        entry[len(parent)]
        for entry in ole.listdir(streams=False, storages=True)
        if entry[: len(parent)] == parent and len(entry) == len(parent) + 1
    }
    for name in sorted(names):
        if parent or _EMBEDDED.match(name):
            yield from unwrap(storage_bytes(ole, [*parent, name]), name)


_EMBEDDED = re.compile(r"MBD[0-9A-F]+|LNK[0-9A-F]+|_\d+|Object ?\d+|Embedding ?\d+", re.IGNORECASE)
