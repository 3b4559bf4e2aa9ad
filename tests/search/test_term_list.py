"""Tests of term lists: text in its encodings, CSV as spreadsheets write it, workbooks, and lines that can't be read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from triage.errors import TriageError
from triage.messages import render
from triage.search.reports import ListedTerm, listed_terms, read_terms


def texts(path: Path) -> list[str]:
    found = read_terms(path)
    assert not any(term.error for term in found)
    return [term.text for term in found]


def _error(term: ListedTerm) -> str:
    return render(term.error) if term.error else ""


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


LINES = 'heron\n"blue heron"\n\n  nest w/5 egret \nאטלס\n# project\n'
TERMS = ["heron", '"blue heron"', "nest w/5 egret", "אטלס", "# project"]


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        codecs.BOM_UTF8 + LINES.replace("\n", "\r\n").encode(),
        LINES.encode("utf-16"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
        LINES.encode("utf-16-le"),
        LINES.encode("utf-16-be"),
        LINES.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16 big-endian", "unmarked", "unmarked big-endian", "old Mac"],
)
def test_text(tmp_path: Path, data: bytes) -> None:
    assert texts(saved(tmp_path / "list.txt", data)) == TERMS


def test_lines_are_numbered_as_they_stand(tmp_path: Path) -> None:
    assert read_terms(saved(tmp_path / "l.txt", b"a\n\nb\n")) == [ListedTerm(1, "a"), ListedTerm(3, "b")]


def test_a_line_in_another_encoding_has_its_error_and_stops_nothing(tmp_path: Path) -> None:
    one, two, three = read_terms(saved(tmp_path / "l.txt", "Größe".encode("cp1252") + b"\nheron\nnest\n"))
    assert "Line 1 isn't UTF-8" in _error(one) and "Gr" in one.text
    assert (two.text, two.error, three.text) == ("heron", None, "nest")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(tmp_path: Path, separator: str) -> None:
    rows = ["Nr{0}Term{0}Note", '1{0}"""blue heron"""{0}a', '2{0}"a{0} b"{0}', "3{0}{0}no term", "4", "5{0}her*{0}x"]
    data = "\r\n".join(rows).format(separator).encode()
    assert texts(saved(tmp_path / "l.csv", data)) == ['"blue heron"', f"a{separator} b", "her*"]


def test_csv_without_a_heading_takes_the_first_column(tmp_path: Path) -> None:
    assert texts(saved(tmp_path / "l.csv", b"heron,x\negret,y\n")) == ["heron", "egret"]


def test_a_stray_quotation_mark_in_csv_swallows_no_line(tmp_path: Path) -> None:
    found = read_terms(saved(tmp_path / "l.csv", b'heron\n"blue heron" w/5 nest\n"egret\nstork\n'))
    assert [(t.line, bool(t.error)) for t in found] == [(1, False), (2, True), (3, True), (4, False)]
    assert "Line 2 isn't CSV" in _error(found[1]) and found[1].text == '"blue heron" w/5 nest'


def test_workbook(tmp_path: Path) -> None:
    path = tmp_path / "l.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([("No", "Search terms"), (1, '"blue heron"'), (2, 42), (3, None), (4, "=1+1")]):
            sheet.write_row(number, 0, row)
        book.add_worksheet()
    assert [(t.line, t.text) for t in read_terms(path)] == [(2, '"blue heron"'), (3, "42"), (5, "=1+1")]


def _book(path: Path, sheets: dict[str, list[str]]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, cells in sheets.items():
            book.add_worksheet(name).write_column(0, 0, cells)
    return path


def test_what_another_sheet_holds_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    found = read_terms(
        _book(tmp_path / "l.xlsx", {"Empty": [], "One": ["heron", "egret"], "Two": ["nest", "", "stork"]})
    )
    assert [term.text for term in found] == ["heron", "egret", "Two"]
    assert "2 cells of the sheet Two were not read" in _error(found[2])


def test_every_sheet_with_a_heading_is_read(tmp_path: Path) -> None:
    sheets = {"Notes": ["by Dana"], "One": ["Term", "heron"], "Two": ["Search terms", "nest"]}
    found = read_terms(_book(tmp_path / "l.xlsx", sheets))
    assert [term.text for term in found if not term.error] == ["heron", "nest"]
    assert "sheet Notes" in _error(found[2])


def test_the_line_that_names_the_separator_is_no_term(tmp_path: Path) -> None:
    assert texts(saved(tmp_path / "l.csv", b'sep=;\r\nNr;Term\r\n1;"a, b"\r\n')) == ["a, b"]


@pytest.mark.parametrize("name", ["l.xlsx", "missing.txt"])
def test_what_is_no_list_is_refused(tmp_path: Path, name: str) -> None:
    saved(tmp_path / "l.xlsx", b"no workbook")
    with pytest.raises(TriageError, match="can't be read"):
        read_terms(tmp_path / name)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.search.reports.MOST_BYTES", 200_000)
    with xlsxwriter.Workbook(tmp_path / "big.xlsx") as book:
        book.add_worksheet().write(0, 0, "x")
        for number in range(30):
            book.worksheets()[0].write(number, 1, str(number) + "heron" * 6000)
    with pytest.raises(TriageError, match="that isn't a list of terms"):
        read_terms(tmp_path / "big.xlsx")


def test_terms_that_are_no_file() -> None:
    assert listed_terms(["heron", " ", "egret "]) == [ListedTerm(1, "heron"), ListedTerm(3, "egret")]
