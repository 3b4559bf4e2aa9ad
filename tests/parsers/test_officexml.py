# ruff: noqa: E501  (markup stands in one piece)
from __future__ import annotations

import base64

from tests.parsers.office_builders import W, paragraph
from tests.parsers.reading import read
from triage.parsers.cfb import Storage, build

WORD = "http://schemas.microsoft.com/office/word/2003/wordml"


def test_word_2003_xml() -> None:
    root = Storage()
    inner = b"\x05\0\0\0hello"
    root.put(["_123", "\x01Ole10Native"], inner)
    held = base64.b64encode(build(root)).decode()
    change = '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>Falcon</w:delText></w:r></aml:content></aml:annotation>'
    data = (
        f'<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{WORD}" xmlns:aml="aml" xmlns:o="o">'
        "<o:DocumentProperties><o:Title>Plan</o:Title></o:DocumentProperties>"
        f"<w:body>{paragraph('Project ', change, 'starts')}<w:sectPr><w:hdr>{paragraph('Letterhead')}</w:hdr></w:sectPr></w:body>"
        f'<w:docOleData><w:binData w:name="oledata.mso">{held}</w:binData></w:docOleData></w:wordDocument>'
    )
    reading = read(data.encode(), "a.xml")
    assert reading.text() == "Project starts" and reading.text("margin") == "Letterhead"
    assert reading.text("tracked") == "Project Falconstarts" and reading.extract.subject == "Plan"
    assert [(c.name, c.data) for c in reading.children] == [("_123", b"hello")]


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


def test_excel_2003_xml() -> None:
    def sheet(name: str, rows: str, hidden: str = "") -> str:
        return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table><WorksheetOptions><Visible>{hidden}</Visible></WorksheetOptions></Worksheet>'

    row = '<Row{}><Cell ss:Formula="=1+1"><Data ss:Type="Number">2.0</Data></Cell><Cell><Data ss:Type="String">wire</Data></Cell></Row>'
    body = sheet("Open", row.format("") + row.format(' ss:Hidden="1"')) + sheet("Closed", row.format(""), "SheetHidden")
    data = f'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{body}</Workbook>'
    reading = read(data.encode(), "a.xml")
    assert reading.text() == "Open\n2\twire" and reading.text("fieldcode").splitlines()[0] == "=1+1"
    assert reading.text("hidden").splitlines() == ["2\twire", "Closed", "2\twire"]
