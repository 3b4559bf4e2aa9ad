"""Macro source out of a VBA project, as hidden text: decompressed and read, never run.

MS-OVBA 2.4.1 (compression) and 2.3.4.2 (the ``dir`` stream, which says where each module's source begins).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from triage.parsers.kit.charset import codec_of_page
from triage.parsers.kit.compound.ole import open_ole, stream
from triage.parsers.kit.compound.reader import CompoundEntry, CompoundFile
from triage.parsers.kit.texts import Texts

_SOURCE = re.compile(rb"\x01..\x00Attribut\x00e ", re.DOTALL)
"""How the source of a module begins, where nothing says at which place it does."""
_VERSION, _CODE_PAGE, _STREAM_NAME, _OFFSET = 0x09, 0x03, 0x1A, 0x31
_CHUNK = 4096
_MOST = 64 << 20


def source(untrusted_project: bytes, texts: Texts) -> None:
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
            if not code and (found := _SOURCE.search(module)):
                code = decompressed(module[found.start() :])
            if code:  # without the attribute lines that the editor writes for itself
                lines = code.decode(codec, "replace").splitlines()
                spoken = "\n".join(line for line in lines if not line.startswith("Attribute VB_"))
                texts.add("hidden", f"{entry.name}\n{spoken}")
            elif key in offsets:
                texts.trouble("damaged", "module-macros-unreadable", name=repr(entry.name))


_OWN = ("dir", "_vba_project")


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (number, content) of the records of a ``dir`` stream."""
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
    while packed[:1] == b"\1" and at + 2 < len(packed) and len(out) < _MOST:
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
