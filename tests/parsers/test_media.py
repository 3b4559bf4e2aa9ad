"""Recordings: length, tags and covers."""

from __future__ import annotations

import base64
import io
import struct
import wave

from PIL import Image

from tests.parsers.reading import read


def _wave() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16_000 * 2))
    return buffer.getvalue()


def _frame(kind: bytes, body: bytes) -> bytes:
    size = bytes(((len(body) >> shift) & 0x7F) for shift in (21, 14, 7, 0))
    return kind + size + b"\x00\x00" + body


def _mp3(title: str, *others: bytes) -> bytes:
    frame = _frame(b"TIT2", b"\x03" + title.encode()) + b"".join(others)
    head = b"ID3\x04\x00\x00" + bytes(((len(frame) >> shift) & 0x7F) for shift in (21, 14, 7, 0))
    return head + frame + (b"\xff\xfb\x90\x00" + bytes(413)) * 8


def test_length_is_stated_and_content_is_not_read() -> None:
    reading = read(_wave(), "x.wav")
    assert reading.extract.type == "audio/wav"
    assert ("Length", "2 s") in reading.extract.properties
    assert reading.codes == ["unsupported"]


def test_tags_are_searchable() -> None:
    reading = read(_mp3("Falcon call with Dana"), "x.mp3")
    assert "Falcon call with Dana" in reading.text("properties")


def test_broken_recording_is_still_one() -> None:
    reading = read(b"OggS" + bytes(50))
    assert reading.extract.type == "audio/ogg" and reading.codes == ["unsupported"]


def _flac(*comments: str) -> bytes:
    head = b"\x00\x00\x00\x22" + struct.pack(">HH", 4096, 4096) + bytes(6) + bytes.fromhex("0AC442F000000000")
    said = [text.encode() for text in ("nobody", *comments)]
    body = struct.pack("<I", len(said[0])) + said[0] + struct.pack("<I", len(comments))
    body += b"".join(struct.pack("<I", len(text)) + text for text in said[1:])
    return b"fLaC" + head + bytes(16) + b"\x84" + struct.pack(">I", len(body))[1:] + body


def test_tags_stand_in_the_same_order_in_every_process() -> None:
    names = ("title", "album", "artist", "date", "genre", "comment", "organization", "isrc")
    properties = read(_flac(*(f"{name}=x" for name in names)), "x.flac").extract.properties
    assert [name for name, _ in properties if name != "Length"] == sorted(names)


def _png() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (30, 30)).save(buffer, "PNG")
    return buffer.getvalue()


def _block(picture: bytes) -> bytes:
    """Return a picture as FLAC keeps it (RFC 9639 8.8)."""
    head = struct.pack(">II", 3, 9) + b"image/png" + struct.pack(">I", 5) + b"cover"
    return head + struct.pack(">IIIII", 30, 30, 8, 0, len(picture)) + picture


def test_the_covers_of_an_mp3_and_files_attached_to_it_are_children() -> None:
    cover = _frame(b"APIC", b"\x03image/png\0\x03Falcon\0" + _png())
    bare = _frame(b"APIC", b"\x03image/png\0\x04\0" + _png() + b"x")
    attached = _frame(b"GEOB", b"\x03text/plain\0note.txt\0a note\0heron")
    reading = read(_mp3("Falcon call", cover, bare, attached), "x.mp3")
    assert {name: reading.children[i].data for i, name in enumerate(reading.names)} == {
        "Falcon.png": _png(),
        "cover.png": _png() + b"x",
        "note.txt": b"heron",
    }
    assert "Falcon call" in reading.text("properties")


def test_the_covers_of_a_flac_are_children_and_not_text() -> None:
    coded = base64.b64encode(_block(_png())).decode()
    data = _flac(f"METADATA_BLOCK_PICTURE={coded}", "coverart=" + base64.b64encode(_png()).decode(), "title=x")
    reading = read(data, "x.flac")
    assert [child.data for child in reading.children] == [_png(), _png()]
    assert [name for name, _ in reading.extract.properties if name != "Length"] == ["title"]
    odd = read(_flac("coverart=painted by Dana"), "x.flac")
    assert odd.text("properties").endswith("coverart: painted by Dana") and odd.children == []
    block = b"\x06" + struct.pack(">I", len(_block(_png())))[1:] + _block(_png())
    own = data[:4] + b"\x00" + data[5:42] + block + data[42:]
    assert read(own, "x.flac").names[0] == "cover.png" and len(read(own, "x.flac").children) == 3


def _atom(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def test_the_covers_of_an_mp4_are_children() -> None:
    covers = _atom(b"covr", *(_atom(b"data", struct.pack(">II", 14, 0), _png() + extra) for extra in (b"", b"x")))
    title = _atom(b"\xa9nam", _atom(b"data", struct.pack(">II", 1, 0), b"Falcon call"))
    handler = _atom(b"hdlr", bytes(8), b"mdirappl", bytes(9))
    told = _atom(b"udta", _atom(b"meta", bytes(4), handler, _atom(b"ilst", title, covers)))
    length = _atom(b"mdhd", struct.pack(">IIIIII", 0, 0, 0, 8000, 16000, 0))
    moov = _atom(b"moov", _atom(b"trak", _atom(b"mdia", length, _atom(b"hdlr", bytes(8), b"soun", bytes(12)))), told)
    reading = read(_atom(b"ftyp", b"M4A \0\0\0\0") + moov, "x.m4a")
    assert [child.data for child in reading.children] == [_png(), _png() + b"x"]
    assert reading.names == ["cover.png", "cover.png"] and "Falcon call" in reading.text("properties")
