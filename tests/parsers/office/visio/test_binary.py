"""Older Visio drawings: text of pages and masters, bombs, and damage."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.reading import Reading, read
from tests.writers.office97 import packaged
from triage.parsers.kit.compound.writer import Storage, build
from triage.parsers.office.visio import packed_streams
from triage.parsers.office.visio.packed_streams import unpacked

PAGE, PAGES, MASTERS, MASTER, NAMES, NAME, OBJECT, PART, END = 0x15, 0x27, 0x1D, 0x1E, 0x32, 0x33, 0x0D, 0x1F, 0x14
POINTERS, CHUNKS, STRINGS, PACKED = 0x50, 0xD0, 0x40, 2
VERSIONS = (5, 6, 11)


def packed(data: bytes) -> bytes:
    """Pack without looking for repetitions: each byte stands for itself."""
    return b"".join(b"\xff" + data[i : i + 8] for i in range(0, len(data), 8))


def said(version: int, text: str) -> bytes:
    return (text + "\0").encode("utf-16-le" if version == 11 else "cp1252")


def chunk(version: int, kind: int, content: bytes) -> bytes:
    if version == 5:
        return struct.pack("<HHBBHI", kind, 1, 2, 0x54, 0, len(content)) + content
    tail = {0x69: {6: 8, 11: 12}, 0xB4: {6: 0, 11: 4}}.get(kind, {}).get(version, 0)
    return struct.pack("<IIIIHB", kind, 1, 0, len(content), 2, 0x50) + content + b"\xee" * tail


def text(version: int, words: str) -> bytes:
    return chunk(version, 0x0E, bytes(8) + said(version, words))


class Writer:
    """Writes the stream VisioDocument: streams one after the other, each reached by a pointer."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.document = bytearray(64)
        self.document[:18] = b"Visio (TM) Drawing"
        self.document[0x1A] = version

    def stream(self, kind: int, form: int, data: bytes) -> bytes:
        """Write a stream and return the pointer to it."""
        block = packed(data) if form & PACKED else data
        place = len(self.document)
        self.document += block
        return self.pointer(kind, form, place, len(block))

    def pointer(self, kind: int, form: int, place: int, size: int) -> bytes:
        if self.version == 5:
            return struct.pack("<HHIII", kind, form, 0, place, size)
        return struct.pack("<IIIIH", kind, 0, place, size, form)

    def pointers(self, kind: int, *below: bytes, pack: int = PACKED) -> bytes:
        if self.version == 5:
            count_at = {END: 130, MASTERS: 30, MASTER: 54}.get(kind, 10)
            data = bytes(count_at) + struct.pack("<H", len(below))
        else:
            data = struct.pack("<III", 4, len(below), 0)
        data = (b"\x99" * 4 if pack else b"") + data + b"".join(below)
        return self.stream(kind, POINTERS | pack, data)

    def close(self, *below: bytes) -> bytes:
        return self.closed(self.pointers(END, *below))

    def closed(self, trailer: bytes) -> bytes:
        self.document[0x24 : 0x24 + len(trailer)] = trailer
        return bytes(self.document)


def drawing(document: bytes, summary: bytes = b"") -> Reading:
    root = Storage()
    root.put(["VisioDocument"], document)
    if summary:
        root.put(["\x05SummaryInformation"], summary)
    return read(build(root), "plan.vsd")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("pack", (PACKED, 0))
def test_the_text_of_pages_and_of_masters(version: int, pack: int) -> None:
    writer = Writer(version)
    others = chunk(version, 0x69, b"\1\2\3") + chunk(version, 0xB4, b"\4\5")
    page = writer.stream(PAGE, CHUNKS | pack, others + text(version, "Wires to Riga: €12\n") + text(version, "42"))
    master = writer.stream(0x48, CHUNKS | pack, text(version, "Depot") + others)
    reading = drawing(
        writer.close(
            writer.pointers(MASTERS, writer.pointers(MASTER, master, pack=pack), pack=pack),
            writer.pointers(PAGES, page, pack=pack),
        )
    )
    assert reading.text() == "Wires to Riga: €12\n42" and reading.text("margin") == "Depot"
    assert reading.extract.type == "application/vnd.visio"
    assert [code for code in reading.codes if code != "charset-guessed"] == ["partial"]


@pytest.mark.parametrize("version", VERSIONS)
def test_strings_of_cells_and_names_are_hidden_text(version: int) -> None:
    writer = Writer(version)
    prompt = "Price, in 1000s"
    cell = chunk(version, 0xB4, b"\x02\0\x60" + bytes([len(prompt)]) + said(version, prompt) + b"\xfe")
    names = struct.pack("<I", 1) + said(version, "Page-1")
    name = writer.pointers(NAMES, writer.stream(NAME, STRINGS, names))
    if version == 5:
        name = writer.stream(NAMES, STRINGS | PACKED, names)
    reading = drawing(writer.close(writer.stream(PAGE, CHUNKS | PACKED, cell), name))
    assert reading.text("hidden").splitlines() == [prompt, "Page-1"] and reading.text() == ""


def test_packed_bytes_are_not_taken_for_text() -> None:
    """What is packed breaks words off after eight letters, which would read as words of their own."""
    writer = Writer(6)
    reading = drawing(writer.close(writer.stream(PAGE, CHUNKS | PACKED, text(6, "correspondence with the auditor"))))
    assert reading.text() == "correspondence with the auditor"
    assert {segment.origin for segment in reading.extract.segments} == {"body"}


def test_old_text_is_read_in_the_code_page_of_the_properties() -> None:
    section = struct.pack("<IIII", 0, 1, 1, 16) + struct.pack("<II", 2, 1255)
    summary = bytes(24) + struct.pack("<I", 1) + bytes(16) + struct.pack("<I", 48) + section
    writer = Writer(6)
    words = chunk(6, 0x0E, bytes(8) + "פגישה סודית".encode("cp1255") + b"\0")
    reading = drawing(writer.close(writer.stream(PAGE, CHUNKS | PACKED, words)), summary)
    assert reading.text() == "פגישה סודית" and "charset-guessed" in reading.codes


def test_an_embedded_object_is_a_child() -> None:
    held = packaged("figures.txt", b"1 2 3")
    writer = Writer(11)
    parts = [held[:1000], held[1000:]]
    below = [writer.stream(PART, STRINGS | PACKED, struct.pack("<I", len(part)) + part) for part in parts]
    reading = drawing(writer.close(writer.pointers(OBJECT, *below)))
    assert [(child.name, child.data) for child in reading.children] == [("figures.txt", b"1 2 3")]


def test_a_broken_chain_of_chunks_is_told_and_its_rest_kept_as_strings() -> None:
    chunks = (
        text(11, "Before") + struct.pack("<IIIIHB", 0x48, 1, 0, 0x80000000, 2, 0x50) + said(11, "and a word after it")
    )
    writer = Writer(11)
    reading = drawing(writer.close(writer.stream(PAGE, CHUNKS | PACKED, chunks)))
    assert reading.text() == "Before" and reading.text("hidden") == "and a word after it"
    assert "damaged" in reading.codes


@pytest.mark.parametrize("version", VERSIONS)
def test_pointers_in_a_ring_and_out_of_the_file(version: int) -> None:
    writer = Writer(version)
    page = writer.stream(PAGE, CHUNKS, text(version, "Kept"))
    away = writer.pointer(PAGE, CHUNKS, 0x7FFFFFF0, 0x7FFFFFF0)
    place = len(writer.document)
    size = len(writer.pointers(PAGES, page, away, page, pack=0)) and len(writer.document) - place
    ring = writer.pointer(PAGES, POINTERS, place, size)
    writer.document[-len(ring) :] = ring
    reading = drawing(writer.close(ring, ring))
    assert reading.text() == "Kept" and "damaged" in reading.codes


@pytest.mark.parametrize("version", VERSIONS)
def test_a_count_of_pointers_that_lies(version: int) -> None:
    writer = Writer(version)
    page = writer.stream(PAGE, CHUNKS, text(version, "Kept"))
    trailer = writer.pointers(END, page, pack=0)
    at = len(writer.document) - len(page) - (2 if version == 5 else 8)
    struct.pack_into("<H" if version == 5 else "<I", writer.document, at, 0xFFFF if version == 5 else 0xFFFFFFFF)
    reading = drawing(writer.closed(trailer))
    assert reading.text() == "Kept" and "damaged" in reading.codes
    assert "damaged" in drawing(bytes(writer.document[:0x28])).codes


def test_a_bomb_is_unpacked_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_streams, "_MOST_BYTES", 10_000)
    writer = Writer(11)
    first = writer.stream(PAGE, CHUNKS | PACKED, text(11, "Kept"))
    place = len(writer.document)
    writer.document += b"\0" + b"\xee\xff" * 8 + bytes(17 * 999)
    bombs = [writer.pointer(0x48, CHUNKS | PACKED, place, 17_000 - i) for i in range(9)]
    reading = drawing(writer.close(first, *bombs))
    assert reading.text() == "Kept" and "limit-size" in reading.codes
    assert len(unpacked(bytes(17_000), 10_000)) < 10_500


def test_deep_nesting_and_many_streams_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(11)
    pointer = writer.stream(PAGE, CHUNKS, text(11, "Too deep"))
    for _ in range(30):
        pointer = writer.pointers(PAGES, pointer)
    assert "limit-size" in drawing(writer.close(pointer)).codes
    monkeypatch.setattr(packed_streams, "_MOST_STREAMS", 3)
    writer = Writer(11)
    reading = drawing(writer.close(*[writer.stream(PAGE, CHUNKS, text(11, f"Page {i}")) for i in range(5)]))
    assert reading.text() == "Page 0\nPage 1" and "limit-size" in reading.codes


def test_unpacking() -> None:
    """A place in the window counts from 18 before it; what overlaps its own copy repeats, what wasn't set is zero."""
    literal = b"\xff" + b"abcdefgh"
    back = struct.pack("<B", (0x1000 - 18) & 0xFF) + bytes([((0x1000 - 18) >> 8 << 4) | 0])
    assert unpacked(literal + b"\x00" + back, 99) == b"abcdefgh" + b"abc"
    last = struct.pack("<B", (0x1007 - 18) & 0xFF) + bytes([((0x1007 - 18) >> 8 << 4) | 2])
    assert unpacked(literal + b"\x00" + last, 99) == b"abcdefgh" + b"hhhhh"
    assert unpacked(b"\x00\x00\x00", 99) == bytes(3)
    assert unpacked(literal + b"\x00\x12", 99) == b"abcdefgh" and unpacked(b"", 99) == b""
