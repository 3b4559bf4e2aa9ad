# ruff: noqa: E501  (markup stands in one piece)
"""Office documents as one XML file."""

from __future__ import annotations

from tests.parsers.reading import read
from tests.writers.word import W, paragraph


def test_a_flat_package() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    document = f'<w:document xmlns:w="{W}"><w:body>{paragraph("flat")}</w:body></w:document>'
    data = (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        f'<pkg:part pkg:name="/word/document.xml" pkg:contentType="{kind}"><pkg:xmlData>{document}</pkg:xmlData></pkg:part>'
        '<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png"><pkg:binaryData>iVBOR</pkg:binaryData></pkg:part>'
        "</pkg:package>"
    )
    reading = read(data.encode(), "a.xml")
    assert reading.text() == "flat" and reading.extract.type.endswith("wordprocessingml.document")
