"""XPS documents: pages in order, lines whole."""

from __future__ import annotations

from tests.parsers.reading import read
from triage.selftest.writers.package import zipped


def page(*runs: tuple[str, int]) -> str:
    return "<FixedPage>" + "".join(f'<Glyphs UnicodeString="{t}" OriginY="{y}"/>' for t, y in runs) + "</FixedPage>"


def test_pages_in_order_and_lines_whole() -> None:
    data = zipped(
        {
            "FixedDocSeq.fdseq": "<x/>",
            "Documents/1/Pages/10.fpage": page(("last", 5)),
            "Documents/1/Pages/2.fpage": page(("{}for ", 5), ("you", 5), ("below", 9)),
        }
    )
    assert read(data, "a.xps").text().replace("\f", "").split("\n") == ["for you", "below", "last"]
