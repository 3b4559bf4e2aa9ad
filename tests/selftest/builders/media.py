"""Pictures and recordings (builders): their comments and tags; what they show or say is no text."""

from __future__ import annotations

import struct
import zlib

from tests.selftest.plant import Builder, Plant


def _jpeg(plant: Plant) -> bytes:
    text = plant("properties", "the EXIF description").encode() + b"\0"
    tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x010E, 2, len(text), 26, 0) + text
    exif = b"Exif\0\0" + tiff
    comment = plant("properties", "the comment").encode()
    frame = struct.pack(">BHHB", 8, 1, 1, 1) + b"\1\x11\0"
    parts = ((0xE1, exif), (0xFE, comment), (0xC0, frame), (0xDA, b"\1\1\0\0\x3f\0"))
    segments = b"".join(b"\xff" + bytes((kind,)) + struct.pack(">H", len(data) + 2) + data for kind, data in parts)
    return b"\xff\xd8" + segments + b"\0\xff\xd9"


def _png(plant: Plant) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    text = b"Comment\0\0\0\0\0" + plant("properties", "international text").encode()
    packed = b"Description\0\0" + zlib.compress(plant("properties", "compressed text", ("English",)).encode())
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"iTXt", text) + chunk(b"zTXt", packed) + pixels + chunk(b"IEND", b"")


def _mp3(plant: Plant) -> bytes:
    """Return an ID3 2.3 tag with a title in UTF-16 before a frame of silence."""
    text = b"\1\xff\xfe" + plant("properties", "the title").encode("utf-16-le")
    frame = b"TIT2" + struct.pack(">IH", len(text), 0) + text
    size = len(frame)
    safe = bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + safe + frame + (b"\xff\xfb\x90\x64" + bytes(413)) * 4


BUILDERS = (
    Builder("jpg", "photo.jpg", "picture", _jpeg),
    Builder("png", "drawing.png", "picture", _png),
    Builder("mp3", "call.mp3", "sound or film", _mp3),
)
