from __future__ import annotations

import random
import struct
import time

import pytest

from tests.parsers.reading import LIMITS, Reading, read
from triage.parsers.contract import Limits
from triage.selftest.builders.drawing import (
    ATTDEF,
    ATTRIB,
    DICTIONARY,
    HEADER,
    LAYER,
    LINEAR,
    MTEXT,
    OLE,
    TEXT,
    XRECORD,
    attribute,
    dictionary,
    dimension,
    frame,
    header,
    layer,
    lines,
    preview,
    record,
    text,
)
from triage.selftest.builders.dwgwriter import DwgWriter

ALL = [b"AC1012", b"AC1014", b"AC1015", b"AC1018", b"AC1021", b"AC1024", b"AC1027", b"AC1032"]
PAGED = ALL[3:]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
every_version = pytest.mark.parametrize("version", ALL, ids=bytes.decode)


def drawing(version: bytes) -> DwgWriter:
    d = DwgWriter(version, classes=[("MULTILEADER", True), ("IMAGEDEF", False)])
    d.add(LAYER, layer(d.writer(), "HERON"), drawn=False)
    d.add(TEXT, text(d.writer(), "Falcon plan"))
    d.add(MTEXT, lines(d.writer(), r"{Fal\C1;con} one\Ptwo"))
    d.add(ATTRIB, attribute(d.writer(), "A1", "SHEET"))
    d.add(TEXT, text(d.writer(), "the last line"))
    return d


def told(reading: Reading) -> str:
    return " ".join(trouble.sentence for trouble in reading.troubles)


@every_version
def test_text_comes_without_its_codes(version: bytes) -> None:
    d = drawing(version)
    d.add(TEXT, text(d.writer(), "%%c50 קוד", plain=False))
    d.add(ATTDEF, attribute(d.writer(), "none", "CODE", "Which project?"))
    d.add(LINEAR, dimension(d.writer(), "about <> mm"))
    d.add(LINEAR, dimension(d.writer(), "<>"))
    found = read(d.whole(), "a.dwg")
    assert found.label == "AutoCAD drawing" and found.codes == []
    assert found.text().split("\n") == [
        "Falcon plan", "Falcon one", "two", "A1", "SHEET", "the last line", "⌀50 קוד", "none", "CODE", "Which project?",
        "about <> mm",
    ]  # fmt: skip


@every_version
def test_names_are_properties_each_once(version: bytes) -> None:
    d = drawing(version)
    d.add(HEADER, header(d.writer(), "TITLEBLOCK", about="of the sheet"), drawn=False)
    d.add(HEADER, header(d.writer(), "*D17"), drawn=False)
    d.add(DICTIONARY, dictionary(d.writer(), "Model", "Sheet 1", "HERON"), drawn=False)
    lines_of = read(d.whole()).text("properties").split("\n")
    assert lines_of[:2] == ["HERON", "TITLEBLOCK"] and {"Model", "Sheet 1"} <= set(lines_of)
    assert lines_of.count("HERON") == 1 and "*D17" not in lines_of
    assert ("of the sheet" in lines_of) == (version >= b"AC1015")


@every_version
def test_what_programs_keep_is_hidden_text(version: bytes) -> None:
    d = drawing(version)
    d.add(TEXT, text(d.writer(), "linked"), extended=["PE_URL", "http://wren.example/קוד"])
    d.add(XRECORD, record(d.writer(), [(1, "kept beside"), (300, "and this")]), drawn=False)
    found = read(d.whole())
    assert found.text("hidden").split("\n") == ["PE_URL", "http://wren.example/קוד", "kept beside", "and this"]


@every_version
def test_deleted_objects_are_hidden_text(version: bytes) -> None:
    d = drawing(version)
    d.add(TEXT, text(d.writer(), "the deleted line"), listed=False)
    d.add(TEXT, text(d.writer(), "one more"))
    found = read(d.whole())
    assert found.text("hidden") == "the deleted line" and found.codes == []


@pytest.mark.parametrize("version", PAGED, ids=bytes.decode)
def test_properties_of_later_versions(version: bytes) -> None:
    d = drawing(version)
    d.summary[:] = ["Falcon", "about", "Ada", "key, word", "note", "Bo", "7", "http://x"]
    d.custom = [("Code", "קוד"), ("Empty", "")]
    extract = read(d.whole()).extract
    assert extract.subject == "Falcon" and extract.date == "2024-05-15T09:00:00"
    known = dict(extract.properties)
    assert known.pop("version").startswith(f"{version.decode()} (AutoCAD 20")
    assert known == {
        "title": "Falcon", "subject": "about", "author": "Ada", "keywords": "key, word", "comments": "note",
        "last_saved_by": "Bo", "revision": "7", "hyperlink_base": "http://x", "Code": "קוד", "Empty": "",
        "create_time": "2024-05-14T08:00:00", "last_saved_time": "2024-05-15T09:00:00",
    }  # fmt: skip


def test_properties_of_earlier_versions_stand_in_a_record() -> None:
    d = drawing(b"AC1015")
    kept = [
        (1, "DWGPROPS COOKIE"),
        (2, "Falcon"),
        (4, "Ada"),
        (8, "Bo"),
        (300, "Code=קוד"),
        (301, "="),
        (1, "http://x"),
    ]
    d.add(XRECORD, record(d.writer(), kept), drawn=False)
    found = read(d.whole())
    assert found.extract.subject == "Falcon" and found.text("hidden") == ""
    assert found.extract.properties[1:] == [
        ("title", "Falcon"), ("author", "Ada"), ("last_saved_by", "Bo"), ("Code", "קוד"), ("hyperlink_base", "http://x"),
    ]  # fmt: skip


@every_version
def test_objects_of_other_classes_are_read(version: bytes) -> None:
    d = drawing(version)
    leader = d.writer()
    leader.zeros(2)
    leader.text(r"the leader {\C1;says}")
    d.add(500, leader)
    found = read(d.whole())
    assert "the leader says" in found.text().split("\n")
    assert ("kinds of their own" in told(found)) == (version < b"AC1021")


@every_version
def test_files_elsewhere_are_named(version: bytes) -> None:
    d = drawing(version)
    d.add(HEADER, header(d.writer(), "SITE", r"..\site\falcon.dwg"), drawn=False)
    picture = d.writer()
    picture.text(r"C:\pictures\heron.png")
    d.add(501, picture, drawn=False)
    found = read(d.whole())
    assert found.codes == ["external"] and "elsewhere (2)" in told(found)
    assert {r"..\site\falcon.dwg", r"C:\pictures\heron.png"} <= set(found.text("properties").split("\n"))


@every_version
def test_embedded_objects_and_previews_are_children(version: bytes) -> None:
    d = drawing(version)
    d.add(OLE, frame(d.writer(), b"the heron file"))
    broken = d.writer()
    broken.raw(b"nothing of the kind")
    d.add(OLE, broken)
    d.preview = preview(PNG, 6, 0x40)
    found = read(d.whole())
    assert found.names == ["a.txt", "thumbnail.png"] and found.children[0].data == b"the heron file"
    assert found.children[1].data == PNG and found.codes == ["partial"] and "object2" in told(found)


def test_a_bitmap_gets_the_head_that_it_lacks() -> None:
    d = drawing(b"AC1032")
    d.preview = preview(struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(4), 2)
    found = read(d.whole())
    assert found.names == ["thumbnail.bmp"] and found.children[0].data[:2] == b"BM"


def test_macros_are_a_child() -> None:
    from triage.parsers.cfb import Storage, build

    root = Storage()
    root.put(["VBA", "dir"], b"x")
    d = drawing(b"AC1032")
    d.extra["AcDb:VBAProject"] = bytes(24) + build(root)
    assert read(d.whole()).names == ["macros"]


def test_drawings_before_r13_are_read_loosely() -> None:
    found = read(b"AC1009" + bytes(60) + b"\x0b\0Falcon plan\0\0\0\xff\xfe", "a.dwg")
    assert found.text() == "Falcon plan" and found.codes == ["partial"] and found.label == "AutoCAD drawing"


@pytest.mark.parametrize("version", ALL[2:], ids=bytes.decode)
def test_without_a_map_objects_are_found_one_behind_the_other(version: bytes) -> None:
    d = drawing(version)
    if version == b"AC1015":
        data = bytearray(d.whole())
        struct.pack_into("<I", data, 0x19 + 9 * 2 + 1, len(data))
    else:
        d.extra["AcDb:Handles"] = b""
        data = bytearray(d.whole())
    found = read(bytes(data))
    assert {"Falcon plan", "Falcon one", "A1", "the last line"} <= set(found.text().split("\n"))
    assert "damaged" in found.codes and "list of objects" in told(found)


@pytest.mark.parametrize("version", [b"AC1018", b"AC1032"])
def test_without_maps_pages_are_found_by_what_stands_before_them(version: bytes) -> None:
    data = bytearray(drawing(version).whole())
    data[0x80:0xEC] = bytes(0x6C)
    found = read(bytes(data))
    assert {"Falcon plan", "Falcon one", "A1", "the last line"} <= set(found.text().split("\n"))
    assert "sections of the drawing can't be found" in told(found)


@pytest.mark.parametrize("version", [b"AC1015", b"AC1018", b"AC1021", b"AC1032"])
def test_a_letter_that_was_changed_is_told(version: bytes) -> None:
    data, d = b"", drawing(version)
    whole = d.whole()
    rng, quiet = random.Random(5), 0
    good = read(whole)
    for _ in range(200):
        data = bytearray(whole)
        data[rng.randrange(0x40 if version == b"AC1015" else 0x80, len(whole))] ^= 1 << rng.randrange(8)
        found = read(bytes(data))
        quiet += found.text() != good.text() and not found.troubles
    assert quiet == 0


def test_an_encrypted_drawing_is_told() -> None:
    d = drawing(b"AC1018")
    d.extra = {"AcDb:Security": bytes(32), "AcDb:Handles": random.Random(1).randbytes(300), "AcDb:AcDbObjects": b""}
    d.extra["AcDb:AcDbObjects"] = random.Random(2).randbytes(3000)
    assert "encrypted" in read(d.whole()).codes


@every_version
def test_cut_drawings_keep_what_is_there(version: bytes) -> None:
    whole = drawing(version).whole()
    for cut in range(16, len(whole) - 1, 37):
        found = read(whole[:cut], "a.dwg")
        assert found.text() == read(whole).text() or found.troubles, cut


@pytest.mark.parametrize("version", ALL[2:], ids=bytes.decode)
def test_changed_bytes_are_answered_soon(version: bytes) -> None:
    rng, whole = random.Random(int(version[2:])), drawing(version).whole()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(rng.randrange(1, 30)):
            data[rng.randrange(6, len(data))] = rng.randrange(256)
        begun = time.process_time()
        read(bytes(data), "a.dwg")
        assert time.process_time() - begun < 1


def test_a_map_that_lists_one_object_again_and_again_ends() -> None:
    d = drawing(b"AC1015")
    d.objects *= 1000
    places = {number: number for number in range(1, 8_000)}
    from triage.selftest.builders.dwgwriter import _mapped

    data = bytearray(d.whole())
    listing = _mapped(places)
    struct.pack_into("<II", data, 0x19 + 9 * 2 + 1, len(data), len(listing))
    begun = time.process_time()
    found = read(bytes(data) + listing)
    assert "damaged" in found.codes and time.process_time() - begun < 10


def test_text_stops_at_its_limit() -> None:
    d = drawing(b"AC1032")
    for _ in range(50):
        d.add(TEXT, text(d.writer(), "falcon " * 20))
    found = read(d.whole(), limits=Limits(LIMITS.item_bytes, LIMITS.total_bytes, LIMITS.ratio, 500))
    assert "limit-size" in found.codes and len(found.text()) <= 500
