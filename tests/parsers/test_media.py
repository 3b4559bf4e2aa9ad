from __future__ import annotations

import io
import struct
import wave

from tests.parsers.reading import read


def _wave() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16_000 * 2))
    return buffer.getvalue()


def _mp3(title: str) -> bytes:
    body = b"\x03" + title.encode()
    frame = b"TIT2" + struct.pack(">I", len(body)) + b"\x00\x00" + body
    head = b"ID3\x04\x00\x00" + bytes(((len(frame) >> shift) & 0x7F) for shift in (21, 14, 7, 0))
    return head + frame + (b"\xff\xfb\x90\x00" + bytes(413)) * 8


def test_length_is_told_and_content_is_not_read() -> None:
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
