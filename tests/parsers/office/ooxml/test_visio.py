# ruff: noqa: E501  (markup stands in one piece)
"""Visio drawings: text of pages and masters."""

from __future__ import annotations

from tests.parsers.reading import read
from tests.writers.package import zipped

NS = "http://schemas.microsoft.com/office/visio/2012/main"


def test_text_of_pages_and_masters() -> None:
    page = f'<PageContents xmlns="{NS}"><Shapes><Shape><Text>Warehouse <cp IX="0"/>north</Text></Shape></Shapes></PageContents>'
    data = zipped(
        {
            "visio/document.xml": "<VisioDocument/>",
            "visio/pages/pages.xml": f'<Pages xmlns="{NS}"><Page Name="Routes"/></Pages>',
            "visio/pages/page1.xml": page,
            "visio/masters/master1.xml": page.replace("Warehouse", "Depot"),
        }
    )
    reading = read(data, "a.vsdx")
    assert "Warehouse north" in reading.text() and "Routes" in reading.text()
    assert reading.text("margin") == "Depot north" and reading.codes == []
