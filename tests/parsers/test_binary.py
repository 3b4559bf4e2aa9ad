"""Known kinds of files without a reader: named, with their strings."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.parsers.reading import read
from triage.messages import render

STORED = Path(__file__).parent / "stored"
WORDS = b"\x00\x01The blue heron contract\x00\x02"


@pytest.mark.parametrize(
    ("data", "media", "code"),
    [
        (b"MZ" + bytes(100), "application/vnd.microsoft.portable-executable", "unsupported"),
        (b"\x00\x05\x16\x07" + bytes(100), "application/applefile", "unsupported"),
    ],
)
def test_known_kinds_are_named_and_told(data: bytes, media: str, code: str) -> None:
    reading = read(data, "x.bin")
    assert reading.extract.type == media and reading.codes == [code]


@pytest.mark.parametrize(
    ("name", "head", "media", "kind"),
    [
        ("plan.dwg", b"AC1032\0\0", "image/vnd.dwg", "an AutoCAD drawing"),
        ("plan.dwg", b"AC2.10\0", "image/vnd.dwg", "an AutoCAD drawing"),
        ("plan.dxf", b"AutoCAD Binary DXF\r\n\x1a\0", "image/vnd.dxf", "an AutoCAD drawing (DXF)"),
        ("plan.dxf", b"  0\r\nSECTION\r\n  2\r\nHEADER\r\n", "image/vnd.dxf", "an AutoCAD drawing (DXF)"),
        ("a.arj", b"`\xea\x2c\0\x22\x0b\1" + bytes(20), "application/x-arj", "an ARJ archive"),
        ("a.chm", b"ITSF\3\0\0\0\x60\0\0\0", "application/vnd.ms-htmlhelp", "a compiled help file"),
        (
            "Inbox.dbx",
            b"\xcf\xad\x12\xfe\xc5\xfd\x74\x6f",
            "application/vnd.ms-outlook-express",
            "an Outlook Express store",
        ),
        ("a.warc", b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "application/warc", "a web archive (WARC)"),
        ("a.sz", b"\xff\x06\x00\x00sNaPpY", "application/x-snappy-framed", "a snappy-compressed file"),
        ("a.lz4", b"\x04\x22\x4d\x18\x60\x40\x82", "application/x-lz4", "an LZ4-compressed file"),
        ("a.lz4", b"\x02\x21\x4c\x18\x20\0\0\0", "application/x-lz4", "an LZ4-compressed file"),
        (
            "a.xls",
            b"\x09\0\x04\0" + struct.pack("<HH", 2, 0x10),
            "application/vnd.ms-excel",
            "a workbook of Excel 2 to 4",
        ),
        (
            "a.xls",
            b"\x09\x02\x06\0" + struct.pack("<HHH", 0, 0x10, 0),
            "application/vnd.ms-excel",
            "a workbook of Excel 2 to 4",
        ),
        (
            "a.xls",
            b"\x09\x04\x06\0" + struct.pack("<HHH", 0, 0x10, 0),
            "application/vnd.ms-excel",
            "a workbook of Excel 2 to 4",
        ),
    ],
)
def test_kinds_without_a_reader_are_named_and_their_strings_are_kept(
    name: str, head: bytes, media: str, kind: str
) -> None:
    for file_name in (name, "x.bin"):
        reading = read(head + WORDS, file_name)
        assert (reading.extract.type, reading.codes) == (media, ["unsupported"])
        kept = f"It is {kind}, for which there is no reader; readable strings in it were kept."
        assert render(reading.troubles[0].message) == kept
        assert "The blue heron contract" in reading.text()
    empty = read(head + bytes(40), name)
    assert empty.codes == ["unsupported"] and render(empty.troubles[0].message).startswith(f"It is {kind}")


def test_drawings_and_web_archives_that_are_text_are_kept_as_they_stand() -> None:
    drawing = "  0\nSECTION\n  2\nENTITIES\n  0\nTEXT\n  1\nחוזה האנפה\n  0\nEOF\n"
    web = "WARC/1.0\r\nWARC-Type: resource\r\n\r\nThe heron contract, reçu\r\n"
    for text, media in ((drawing, "image/vnd.dxf"), (web, "application/warc")):
        reading = read(text.encode(), "x")
        assert reading.extract.type == media and reading.text() == text and reading.codes == ["unsupported"]


@pytest.mark.parametrize("text", ["AC1015 is the number of the drawing\n", "MSCF is what it begins with\n"])
def test_text_that_begins_like_such_a_kind_stays_text(text: str) -> None:
    reading = read(text.encode(), "note.txt")
    assert reading.extract.type == "text/plain" and reading.codes == []


@pytest.mark.parametrize(
    ("file", "kind", "word"),
    [
        ("letter.wpd", "a WordPerfect document", "ferryman"),
        ("stock.mdb", "an Access database", "and more and more"),
        ("file.hqx", "a BinHex file", "converted"),
        ("letter-2003.xml", "a Word 2003 XML document", "kestrel a deletion"),
        ("figures-2003.xml", "an Excel 2003 XML workbook", "kestrel a hidden row"),
    ],
)
def test_a_rare_kind_is_named_and_its_words_are_kept(file: str, kind: str, word: str) -> None:
    for name in (file, "x.bin"):
        reading = read((STORED / file).read_bytes(), name)
        assert reading.codes == ["unsupported"], reading.troubles
        assert f"It is {kind}, for which there is no reader" in render(reading.troubles[0].message)
        assert word in reading.text()


@pytest.mark.parametrize(
    ("file", "kind", "part", "origin", "word"),
    [
        ("print.xps", "an XPS document", "Documents/1/Pages/1.fpage", "properties", "kestrel a page"),
        ("older.pages", "an iWork document (Pages, Numbers or Keynote)", "index.xml", "body", "kestrel a paragraph"),
        ("older.pages", "an iWork document (Pages, Numbers or Keynote)", "index.xml", "properties", "kestrel a cell"),
        (
            "newer.pages",
            "an iWork document (Pages, Numbers or Keynote)",
            "Index/Document.iwa",
            "body",
            "kestrel a paragraph",
        ),
        (
            "newer.pages",
            "an iWork document (Pages, Numbers or Keynote)",
            "Index/Tables/DataList.iwa",
            "body",
            "kestrel a cell",
        ),
    ],
)
def test_the_parts_of_a_packed_document_without_a_reader_are_read_as_those_of_an_archive(
    file: str, kind: str, part: str, origin: str, word: str
) -> None:
    reading = read((STORED / file).read_bytes(), file)
    assert reading.codes == ["unsupported"]
    assert f"It is {kind}, for which there is no reader" in render(reading.troubles[0].message)
    child = next(child for child in reading.children if child.name == part)
    inner = read(child.data, part)
    assert word in inner.text(origin)
    assert inner.codes == (["unsupported"] if part.endswith(".iwa") else [])
