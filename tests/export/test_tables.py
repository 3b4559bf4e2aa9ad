"""Tests of reports as files: the same cells in CSV, XLSX and HTML, hostile ones harmless, nothing overwritten."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
import python_calamine
from lxml import etree

from triage.errors import ExportError
from triage.export.tables import write
from triage.model.reports import Cell, Table

HOSTILE = '=HYPERLINK("http://evil.example","x")'
ROWS: tuple[tuple[Cell, ...], ...] = (
    (1, "heron", 12_345, 0.25, None),
    (2, HOSTILE, 0, 0.0, "+1"),
    (3, "<script>alert(1)</script>", 1, 1.0, "אטלס \u202e reversed"),
    (4, "two\nlines", 2, 0.5, "x" * 40_000),
)
TABLE = Table("Terms: a & b", (("Case", "<b>"),), ("A note.",), ("#", "Term", "Documents", "Share", "=Error"), ROWS)


def written(tmp_path: Path, ending: str) -> Path:
    path = tmp_path / f"report{ending}"
    write(TABLE, path)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    return path


def test_csv(tmp_path: Path) -> None:
    data = written(tmp_path, ".csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["#", "Term", "Documents", "Share", "'=Error"]
    assert rows[0] == ["1", "heron", "12345", "0.250000", ""]
    assert rows[1] == ["2", f"'{HOSTILE}", "0", "0.000000", "'+1"]
    assert rows[3][1] == "two\nlines" and len(rows) == 4


def test_xlsx(tmp_path: Path) -> None:
    path = written(tmp_path, ".xlsx")
    book = python_calamine.CalamineWorkbook.from_path(path)
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0] == list(TABLE.head)
    assert rows[1] == [1.0, "heron", 12345.0, 0.25, ""]
    assert rows[2][1] == HOSTILE and "⟦U+202E⟧" in str(rows[3][4])
    assert str(rows[4][4]).endswith("(cut)") and len(str(rows[4][4])) < 32_767
    assert book.get_sheet_by_index(1).to_python()[:2] == [["Terms: a & b", ""], ["Case", "<b>"]]
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert etree.fromstring(sheet).find(".//{*}f") is None and b"hyperlink" not in sheet.lower().replace(
        HOSTILE.encode().lower()[:10], b""
    )
    assert b't="inlineStr"' in sheet


class Page(HTMLParser):
    """Gathers the tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_html(tmp_path: Path) -> None:
    text = written(tmp_path, ".html").read_text("utf-8")
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "a", "link", "iframe", "b"}
    assert "&lt;script&gt;" in text and "⟦U+202E⟧" in text and "\u202e" not in text
    assert "12,345" in text and "25.00%" in text and "A note." in text
    cells = [attrs for tag, attrs in page.tags if tag == "td"]
    assert all(attrs.get("dir") == "auto" or attrs.get("class") == "n" or not attrs for attrs in cells)
    policy = next(
        attrs["content"]
        for tag, attrs in page.tags
        if tag == "meta" and "content" in attrs and "src" in str(attrs["content"])
    )
    assert "default-src 'none'" in str(policy)
    assert not re.search(r"(?:src|href)=", text)


def test_an_empty_table(tmp_path: Path) -> None:
    for ending in (".csv", ".xlsx", ".html"):
        write(Table("None", (), (), ("#",), ()), tmp_path / f"empty{ending}")
        assert (tmp_path / f"empty{ending}").stat().st_size


def test_the_ending_may_be_given(tmp_path: Path) -> None:
    write(TABLE, tmp_path / "report", ".csv")
    assert (tmp_path / "report").read_bytes().startswith(b"\xef\xbb\xbf")


def test_nothing_is_replaced_and_mistakes_are_said(tmp_path: Path) -> None:
    path = written(tmp_path, ".csv")
    before = path.read_bytes()
    for target, words in (
        (path, "already exists"),
        (tmp_path / "report.doc", "can be written as .csv, .xlsx, .html"),
        *((tmp_path / "no folder" / f"x{ending}", "can't be written") for ending in (".csv", ".xlsx", ".html")),
    ):
        with pytest.raises(ExportError, match=re.escape(words)):
            write(TABLE, target)
    assert path.read_bytes() == before
