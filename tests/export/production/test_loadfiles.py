"""Load files: read back by a reader of its own that knows nothing but the convention, whatever the values are."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.errors import ExportError
from triage.export.production import loadfiles
from triage.export.production.loadfiles import Value, profile, write_dat, write_opt
from triage.proof.verify.basics import Failure
from triage.proof.verify.loadfiles import ImageLine, read_dat, read_opt

RELATIVITY, NUIX = profile("relativity"), profile("nuix")
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\x14\xfe\xae\r\n;,\\\"'\u2028\x85\x00=")), max_size=40)


def dat(rows: list[dict[str, Value]], how: loadfiles.LoadProfile = RELATIVITY) -> bytes:
    out = io.BytesIO()
    write_dat(out, how, rows)
    return out.getvalue()


def opt(lines: list[ImageLine], how: loadfiles.LoadProfile = RELATIVITY) -> bytes:
    out = io.BytesIO()
    write_opt(out, how, lines)
    return out.getvalue()


def cells(data: bytes) -> list[list[str]]:
    """Read a DAT by the convention alone: rows end with CRLF, fields are quoted by U+00FE and parted by U+0014."""
    rows = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8").split("\r\n")
    assert rows.pop() == ""
    return [[field.removeprefix("\xfe").removesuffix("\xfe") for field in row.split("\x14")] for row in rows]


def test_a_row_is_written_as_platforms_read_it() -> None:
    sent = datetime.fromisoformat("2023-05-02T10:20:30+02:00")
    row: dict[str, Value] = {
        "number": "ORR0000001",
        "subject": "one\r\ntwo\nthree",
        "to": ["Dana; Levi <d@orrin.example>", "omar@orrin.example"],
        "sent": sent,
        "size": 812,
        "native": "NATIVES/0001/ORR0000001.eml",
    }
    head, (values,) = read_dat(dat([row]))
    found = dict(zip(head, values, strict=True))
    assert found["DOCID"] == found["BEGBATES"] == "ORR0000001"
    assert found["SUBJECT"] == "one\xaetwo\xaethree"
    assert found["TO"] == "Dana, Levi <d@orrin.example>;omar@orrin.example"
    assert (found["DATESENT"], found["FILESIZE"], found["DATEMOD"]) == ("05/02/2023 08:20:30", "812", "")
    assert found["NATIVEPATH"] == ".\\NATIVES\\0001\\ORR0000001.eml"


def test_platforms_differ_in_marks_names_and_paths() -> None:
    row: dict[str, Value] = {"number": "A1", "native": "NATIVES/0001/A1.eml", "image": "IMAGES/0001/A1.pdf"}
    assert dat([row]).startswith(b"\xef\xbb\xbf\xc3\xbeDOCID") and dat([row], NUIX).startswith(b"\xc3\xbeDOCID")
    head, (values,) = read_dat(dat([row], NUIX))
    found = dict(zip(head, values, strict=True))
    assert found["ITEMPATH"] == "NATIVES\\0001\\A1.eml" and found["PDFPATH"] == "IMAGES\\0001\\A1.pdf"
    assert all(name.isupper() for name in head) and len(set(head)) == len(head)
    line = ImageLine("A1", "VOL001", "IMAGES/0001/A1.pdf", 3)
    assert opt([line]) == b"A1,VOL001,.\\IMAGES\\0001\\A1.pdf,Y,,,3\r\n"
    assert opt([line], NUIX) == b"A1,,IMAGES\\0001\\A1.pdf,Y,,,3\r\n"


@settings(max_examples=examples(60))
@given(
    st.lists(st.fixed_dictionaries({"subject": TEXTS, "name": TEXTS, "to": st.lists(TEXTS, max_size=3)}), max_size=50)
)
@pytest.mark.nightly
def test_whatever_values_are_no_cell_differs_for_another_reader(rows: list[dict[str, Value]]) -> None:
    data = dat(rows)
    head, *others = cells(data)
    assert (head, others) == read_dat(data)
    for row, values in zip(rows, others, strict=True):
        found = dict(zip(head, values, strict=True))
        assert found["SUBJECT"] == loadfiles.plain(str(row["subject"]))
        assert not set("\x14\xfe\r\n\x00") & set("".join(values))


def test_lines_of_images_are_read_back() -> None:
    lines = [
        ImageLine("A1", "V", ".\\A1.tif", 2),
        ImageLine("A2", "V", ".\\A2.tif", 0),
        ImageLine("A3", "V", ".\\A3.tif", 1),
    ]
    assert list(read_opt(b"A1,V,.\\A1.tif,Y,,,2\r\nA2,V,.\\A2.tif,,,,\r\nA3,V,.\\A3.tif,Y,,,1\r\n")) == lines


@pytest.mark.parametrize("path", ["a,b.pdf", "שלום.pdf", "a\n.pdf"])
def test_a_line_that_would_break_the_file_is_refused(path: str) -> None:
    with pytest.raises(ExportError):
        opt([ImageLine("A1", "V", path, 1)])


@pytest.mark.parametrize(
    "data",
    [
        b"\xc3\xbeDOCID\xc3\xbe\r\n\xc3\xbeA1\xc3\xbe",
        b"\xc3\xbeDOCID\xc3\xbe\r\n\xc3\xbeA1\xc3\xbe\x14\xc3\xbeB\xc3\xbe\r\n",
        b"\xc3\xbeDOCID\xc3\xbe\r\nA1\r\n",
        b"\xc3\xbeDOCID\xc3\xbe\r\n\xc3\xbeA\xc3\xbe1\xc3\xbe\r\n",
    ],
)
def test_a_damaged_load_file_is_refused(data: bytes) -> None:
    with pytest.raises(Failure):
        read_dat(data)


def test_dates_are_in_utc_and_a_profile_must_be_known() -> None:
    head, (values,) = read_dat(dat([{"sent": datetime(2024, 1, 1, tzinfo=UTC)}]))
    assert dict(zip(head, values, strict=True))["DATESENT"] == "01/01/2024 00:00:00"
    with pytest.raises(ExportError, match="nuix, relativity"):
        profile("../nuix")
