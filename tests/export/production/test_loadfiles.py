"""Load files: read back by a reader of its own that knows nothing but the convention, whatever the values are."""

from __future__ import annotations

import io
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.export.records import Records
from triage.errors import ExportError
from triage.export.production import loadfiles
from triage.export.production.loadfiles import (
    Protocol,
    Value,
    example_protocol,
    families_together,
    numbered,
    profile,
    read_protocol,
    write_dat,
    write_opt,
)
from triage.model.leaving import NATIVE, ProducedDocument
from triage.proof.verify.basics import Failure
from triage.proof.verify.manifest import ImageLine, read_dat, read_opt

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


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Blue\xae\nHeron", "Blue(R)\xaeHeron"),  # a sign as written is none for a line break
        ("a\r\nb\rc\nd", "a\xaeb\xaec\xaed"),
        ("a\x14b\xfec", "a b c"),
        ("a\x00b\u2028c\x85d\ud800", "a b c d "),
        ("one;two\t\u00fd", "one;two\t\u00fd"),
    ],
)
def test_a_value_holds_nothing_that_means_something_else(value: str, cell: str) -> None:
    assert loadfiles.plain(value) == cell
    head, (values,) = read_dat(dat([{"subject": value, "to": [value, "x;y"]}]))
    found = dict(zip(head, values, strict=True))
    assert found["SUBJECT"] == cell and found["TO"] == f"{cell.replace(';', ',')};x,y"


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


# Families of documents: each right after what it is part of, with the numbers of the whole.

PROTOCOL = Protocol("First", "VOL001", "ORR", digits=4)


def test_parts_come_right_after_what_they_are_part_of_wherever_they_stood() -> None:
    records = Records()
    mail = records.add(b"m")
    other = records.add(b"o")
    first = records.add(b"1", parent=mail)
    deep = records.add(b"d", parent=first)
    second = records.add(b"2", parent=mail)
    parents = {row.no: row.parent for row in records.rows([deep, other, second, mail, first])}
    assert families_together(parents) == [other, mail, second, first, deep]
    some = {no: parents[no] for no in (deep, other, second)}
    assert families_together(some) == [deep, other, second], "without what they are part of"


def test_each_knows_the_numbers_of_its_family() -> None:
    records = Records()
    mail = records.add(b"m")
    first, deep = records.add(b"1", parent=mail), None
    deep = records.add(b"d", parent=first)
    alone = records.add(b"a")
    nos = [mail, first, deep, alone]
    documents = [ProducedDocument(at, no, NATIVE, "") for at, no in enumerate(nos, 11)]
    made = numbered(PROTOCOL, documents, {row.no: row.parent for row in records.rows(nos)})
    assert [one.number for one in made] == ["ORR0011", "ORR0012", "ORR0013", "ORR0014"]
    assert {(one.first, one.last) for one in made[:3]} == {("ORR0011", "ORR0013")}
    assert [one.parent for one in made] == ["", "ORR0011", "ORR0012", ""]
    assert made[0].attachments == ("ORR0012",) and made[1].attachments == ("ORR0013",)
    assert (made[3].first, made[3].last) == ("ORR0014", "ORR0014")


# The protocol: read from TOML, every value checked, and what is wrong with it said.

LEAST = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\n'


def test_what_is_left_out_is_as_usual() -> None:
    assert read_protocol(LEAST) == Protocol("First", "VOL001", "ORR")
    made = read_protocol(
        LEAST + 'with = "thread"\ndigits = 5\nonly_new = true\n[withhold]\nprivileged = "Attorney-client"\n'
    )
    assert (made.belonging, made.only_new, made.withhold) == ("thread", True, {"privileged": "Attorney-client"})
    assert made.number(42) == "ORR00042"


def test_example_and_documentation_have_each_key_with_its_usual_value() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "production.md").read_text("utf-8")
    (written,) = re.findall(r"```toml\n(.*?)```", docs, re.DOTALL)
    shown = example_protocol(1).replace("Production 1", "First production")
    for text in (written, shown):
        assert {line.partition(" = ")[0] for line in text.splitlines() if " = " in line} >= {
            {"belonging": "with", "withhold": "privileged"}.get(one.name, one.name) for one in fields(Protocol)
        }
    assert read_protocol(written) == read_protocol(shown)


def test_a_number_has_as_many_digits_as_was_agreed_on() -> None:
    made = read_protocol(LEAST + "digits = 4")
    assert made.number(9999) == "ORR9999"
    with pytest.raises(ExportError, match="4 digits"):
        made.number(10_000)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "TOML"),
        ('name = "First"\nprefix = "A"', "volume"),
        (LEAST + 'colour = "red"', "colour"),
        (LEAST + "digits = true", "digits"),
        (LEAST + 'digits = "7"', "digits"),
        (LEAST + "digits = 3", "digits"),
        (LEAST + 'profile = "summation"', "profile"),
        (LEAST + 'query = " "', "query"),
        (LEAST + "[withhold]\nprivileged = 1", "withhold"),
        (LEAST + '[withhold]\nprivileged = ""', "withhold"),
        (LEAST + 'confidentiality = "a\\u0007"', "confidentiality"),
        (LEAST + 'images = "png"', "images"),
        (LEAST + f'endorsement = "{"x" * 61}"', "endorsement"),
        (LEAST + 'images = "tiff"\nconfidentiality = "חסוי"', "confidentiality or endorsement"),
        (LEAST + f'confidentiality = "{"x" * 61}"', "confidentiality"),
        (LEAST.replace("VOL001", "../VOL001"), "volume"),
        (LEAST.replace('"ORR"', '"1"'), "prefix"),
        (LEAST.replace('"ORR"', '"=A"'), "prefix"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        read_protocol(text)


@given(st.text(max_size=60))
def test_any_text_is_a_protocol_or_refused(text: str) -> None:
    with pytest.raises(ExportError):
        read_protocol(text)
