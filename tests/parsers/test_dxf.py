from __future__ import annotations

import random
import struct

import pytest

from tests.parsers.reading import LIMITS, Reading, read
from triage.parsers.cfb import Storage, build
from triage.parsers.contract import Limits
from triage.selftest.builders.drawing import binary, written

Found = list[tuple[int, str | int | float]]
HEAD: Found = [(0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1032"), (0, "ENDSEC")]
END: Found = [(0, "ENDSEC"), (0, "EOF")]


def entities(*found: tuple[int, str | int | float]) -> Found:
    return [*HEAD, (0, "SECTION"), (2, "ENTITIES"), *found, *END]


def dxf(*found: tuple[int, str | int | float]) -> Reading:
    return read(written(entities(*found)), "a.dxf")


@pytest.mark.parametrize("form", [written, binary, lambda found: binary(found, wide=False)])
def test_text_comes_without_codes_and_coordinates(form: object) -> None:
    found: Found = entities(
        (0, "TEXT"), (8, "HERON"), (10, 1.5), (40, 2.5), (1, r"%%c50 \U+05D0 קוד"), (7, "Standard"),
        (0, "MTEXT"), (3, r"{Fal\C1;c" + "x" * 241), (1, r"on}\Ptwo"),
        (0, "ATTRIB"), (1, "A1"), (2, "SHEET"), (0, "ATTDEF"), (1, ""), (3, "Which?"), (2, "CODE"),
        (0, "DIMENSION"), (2, "*D3"), (1, "<>"), (3, "ISO-25"), (0, "DIMENSION"), (1, "about <> mm"),
        (0, "MULTILEADER"), (300, "CONTEXT_DATA{"), (304, r"leader\Psays"), (301, "}"),
        (0, "LINE"), (8, "HERON"), (10, 0.5), (11, 1.5),
    )  # fmt: skip
    reading = read(form(found), "a.dxf")  # type: ignore[operator]
    assert reading.label == "drawing exchange file (DXF)" and reading.codes == []
    assert reading.text().split("\n") == [
        "⌀50 א קוד", "Falc" + "x" * 241 + "on", "two", "A1", "SHEET", "Which?", "CODE", "about <> mm", "leader", "says",
    ]  # fmt: skip
    assert reading.text("properties").split("\n") == ["HERON", "Standard", "ISO-25", "version: AC1032 (AutoCAD 2018)"]


def test_names_records_and_comments_have_origins_of_their_own() -> None:
    found: Found = [
        (999, "made by hand"), *HEAD, (0, "SECTION"), (2, "TABLES"), (0, "TABLE"), (2, "LAYER"), (0, "LAYER"),
        (2, "HERON"), (0, "ENDTAB"), (0, "ENDSEC"), (0, "SECTION"), (2, "BLOCKS"), (0, "BLOCK"), (2, "SITE"),
        (1, r"..\site.dwg"), (0, "TEXT"), (1, "in a block"), (0, "ENDBLK"), (0, "ENDSEC"), (0, "SECTION"),
        (2, "OBJECTS"), (0, "XRECORD"), (1, "kept"), (0, "IMAGEDEF"), (1, "a.png"), (0, "FIELD"), (2, r"\AcVar Title"),
        (0, "DICTIONARY"), (3, "Sheet 1"), (1001, "ACAD"), (1000, "beside"), *END,
    ]  # fmt: skip
    reading = read(written(found), "a.dxf")
    assert reading.text() == "in a block" and reading.text("comment") == "made by hand"
    assert reading.text("hidden") == "kept\nbeside" and reading.text("fieldcode") == r"\AcVar Title"
    names = reading.text("properties").split("\n")
    assert names[:-1] == ["HERON", "SITE", r"..\site.dwg", "a.png", "Sheet 1"]
    assert reading.codes == ["external"] and "(2)" in reading.troubles[0].sentence


def test_variables_of_the_header_are_properties() -> None:
    found: Found = [
        (0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1027"), (9, "$LASTSAVEDBY"), (1, "Ada"),
        (9, "$TITLE"), (1, "Falcon"), (9, "$CUSTOMPROPERTYTAG"), (1, "Code"), (9, "$CUSTOMPROPERTY"), (1, "heron"),
        (9, "$TDCREATE"), (40, 2460445.5), (9, "$TDUPDATE"), (40, 2460446.25), (9, "$PROJECTNAME"), (1, "Egret"),
        (9, "$EXTMIN"), (10, 1.0), *END,
    ]  # fmt: skip
    reading = read(written(found), "a.dxf")
    assert reading.extract.properties == [
        ("version", "AC1027 (AutoCAD 2013)"), ("last_saved_by", "Ada"), ("title", "Falcon"), ("Code", "heron"),
        ("create_time", "2024-05-14T12:00:00"), ("last_saved_time", "2024-05-15T06:00:00"),
    ]  # fmt: skip
    assert reading.extract.subject == "Falcon" and reading.extract.date == "2024-05-15T06:00:00"
    assert "PROJECTNAME: Egret" in reading.text("properties")


@pytest.mark.parametrize(("page", "charset"), [("ANSI_1255", "cp1255"), ("ANSI_1256", "cp1256")])
def test_earlier_versions_state_a_code_page(page: str, charset: str) -> None:
    word = "שחף" if charset == "cp1255" else "صقر"
    found: Found = [
        (0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1015"), (9, "$DWGCODEPAGE"), (3, page), (0, "ENDSEC"),
        (0, "SECTION"), (2, "ENTITIES"), (0, "TEXT"), (1, word), *END,
    ]  # fmt: skip
    assert read(written(found).decode().encode(charset), "a.dxf").text() == word
    assert read(binary(found).replace(word.encode(), word.encode(charset)), "a.dxf").text() == word


@pytest.mark.parametrize("ends", [b"\n", b"\r"])
def test_other_ends_of_lines(ends: bytes) -> None:
    data = written(entities((0, "TEXT"), (1, "Falcon"))).replace(b"\r\n", ends)
    assert read(data, "x").text() == "Falcon" and read(data, "x").label == "drawing exchange file (DXF)"


def test_embedded_objects_and_the_preview_are_children() -> None:
    root = Storage()
    body = b"\x02\0a.txt\0C:\\a.txt\0\0\0\x03\0" + struct.pack("<I", 1) + b"\0" + struct.pack("<I", 5) + b"heron"
    root.put(["\x01Ole10Native"], struct.pack("<I", len(body)) + body)
    digits = (bytes(40) + build(root)).hex()
    frame: Found = [(0, "OLE2FRAME"), (90, 3), *((310, digits[at : at + 254]) for at in range(0, len(digits), 254))]
    bitmap = (struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(4)).hex()
    shown: Found = [(0, "ENDSEC"), (0, "SECTION"), (2, "THUMBNAILIMAGE"), (90, 44), (310, bitmap)]
    reading = dxf(*frame, (0, "OLE2FRAME"), (310, "00"), *shown)
    assert reading.names == ["a.txt", "thumbnail.bmp"] and reading.children[0].data == b"heron"
    assert reading.children[1].data[:2] == b"BM" and reading.codes == ["partial"]


def test_what_is_no_pair_is_told_and_read_as_text() -> None:
    data = written(entities((0, "TEXT"), (1, "Falcon"))).replace(
        b"ENDSEC\r\n  0\r\nEOF", b"ENDSEC\r\nheron flies\r\nfar"
    )
    reading = read(data, "a.dxf")
    assert reading.text() == "Falcon\nheron flies\nfar" and reading.codes == ["damaged"]


@pytest.mark.parametrize("form", [written, binary])
def test_a_cut_drawing_is_told(form: object) -> None:
    data = form(entities((0, "TEXT"), (1, "Falcon"), (0, "TEXT"), (1, "heron")))  # type: ignore[operator]
    for cut in range(60, len(data) - 4):
        assert read(data[:cut], "a.dxf").troubles, cut


def test_sections_that_go_astray_are_told() -> None:
    assert dxf((0, "ENDSEC"), (0, "TEXT"), (1, "Falcon")).codes == ["damaged"]
    assert dxf((0, "ENDSEC"), (0, "SECTION"), (2, "ENTITIEZ"), (0, "TEXT"), (1, "Falcon")).text() == "Falcon"
    data = binary(entities((0, "TEXT"), (1, "Falcon"))) + b"the heron flies"
    assert "the heron flies" in read(data).text() and read(data).codes == ["damaged"]


def test_a_binary_drawing_that_makes_no_sense_keeps_loose_strings() -> None:
    data = binary(entities((0, "TEXT"), (1, "Falcon"), (0, "TEXT"), (1, "heron")))
    broken = data.replace(b"Falcon\0", b"Falcon\0\xff\xff")
    assert read(broken).text() == "Falcon\nTEXT\nheron\nENDSEC" and read(broken).codes == ["damaged"]


def test_changed_bytes_are_answered() -> None:
    rng = random.Random(3)
    for form in (written, binary):
        whole = form(entities((0, "TEXT"), (1, "Falcon"), (0, "MTEXT"), (3, "x" * 250), (1, "heron"), (310, "00ff")))
        for _ in range(150):
            data = bytearray(whole)
            for _ in range(rng.randrange(1, 9)):
                data[rng.randrange(30, len(data))] = rng.randrange(256)
            read(bytes(data), "a.dxf")


def test_text_stops_at_its_limit() -> None:
    data = written(entities(*((1, "falcon " * 20) for _ in range(50))))
    narrow = Limits(LIMITS.item_bytes, LIMITS.total_bytes, LIMITS.ratio, 500)
    assert "limit-size" in read(data, "a.dxf", limits=narrow).codes
    assert "limit-size" in read(binary(entities(*((1, "falcon " * 20) for _ in range(50)))), limits=narrow).codes
