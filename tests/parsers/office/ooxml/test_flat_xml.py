# ruff: noqa: E501  (markup stands in one piece)
"""Word and Excel 2003 XML and flat packages."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib

from tests.parsers.metafiles import emf, emf_text
from tests.parsers.reading import LIMITS, read
from triage.parsers.kit.compound.writer import Storage, build
from triage.parsers.kit.contract import Limits
from triage.selftest.writers.word import W, paragraph

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


def binary(name: str, data: bytes) -> str:
    return f'<w:binData w:name="{name}" xml:space="preserve">{base64.encodebytes(data).decode()}</w:binData>'


def word(*parts: str) -> bytes:
    return f'<w:wordDocument xmlns:w="{WORD}"><w:body>{paragraph(*parts)}</w:body></w:wordDocument>'.encode()


def packed(*objects: bytes, name: str = "_15232706{:02}") -> str:
    root = Storage()
    for number, data in enumerate(objects):
        root.put([name.format(number)], struct.pack("<I", len(data)) + zlib.compress(data, 9))
    return f"<w:docOleData>{binary('oledata.mso', build(root))}</w:docOleData>"


def test_objects_that_word_2003_packed() -> None:
    book, pages = Storage(), Storage()
    book.put(["Workbook"], b"x")
    pages.put(["CONTENTS"], b"%PDF-1.4")
    reading = read(word("text", packed(build(book), build(pages))))
    assert reading.names == ["_1523270600.xls", "_1523270601.pdf"] and reading.codes == []
    assert reading.children[1].data == b"%PDF-1.4"


def test_packed_objects_are_bounded_and_damage_is_told() -> None:
    small = Limits(item_bytes=1 << 20, total_bytes=1 << 21, ratio=LIMITS.ratio, text_chars=1000)
    assert read(word(packed(bytes(3 << 20))), limits=small).codes == ["limit-size"]
    assert read(word(packed(bytes(3 << 20)))).codes == ["limit-ratio"]
    whole = build(Storage(entries={"Workbook": bytes(9000)}))
    root = Storage()
    root.put(["_1"], bytes(4) + zlib.compress(whole)[:-9])
    root.put(["_2"], bytes(4) + b"no deflated data")
    reading = read(word(binary("oledata.mso", build(root))))
    assert reading.codes == ["truncated", "damaged", "damaged"] and reading.names == ["_1"]


def test_links_and_pictures_of_word_2003() -> None:
    drawn = emf(
        emf_text("Falcon margins", 0, 0),
        (70, struct.pack("<I4sI16sIIIIII", 0, b"GDIC", 0x40000004, bytes(16), 1, 0, 1, 8, 44, 0)[:-4] + b"%PDF-1.4"),
    )
    page = b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">II", 800, 600)
    link = '<w:hlink w:dest="https://heron.example/plan"><w:r><w:t>the plan</w:t></w:r></w:hlink>'
    images = [
        binary("wordml://06000001.emz", gzip.compress(drawn)),
        binary("wordml://02.png", page),
        binary("wordml://03.png", page[:20]),
    ]
    reading = read(word("see ", link, "<w:r><w:pict>" + "".join(images) + "</w:pict></w:r>"))
    assert reading.text() == "see the plan" and reading.text("fieldcode") == "https://heron.example/plan"
    assert reading.text("textbox") == "Falcon margins" and reading.codes == []
    assert reading.names == ["06000001_1.pdf", "02.png"] and reading.children[0].data == b"%PDF-1.4"
    cut = read(word("text", binary("wordml://06000001.emz", gzip.compress(drawn)[:-20])))
    assert cut.text() == "text" and cut.codes == ["truncated"]


def test_who_changed_a_document_of_word_2003() -> None:
    said = "<w:r><w:t>new falcon</w:t></w:r>"
    change = (
        '<aml:annotation aml:id="1" w:type="Word.Insertion" aml:author="Dana" aml:createdate="2024-01-02T03:04:00Z">'
    )
    whole = f'<w:wordDocument xmlns:w="{WORD}" xmlns:aml="aml"><w:body><w:p>{change}<aml:content>{said}</aml:content>'
    reading = read(f"{whole}</aml:annotation></w:p></w:body></w:wordDocument>".encode(), "x.xml")
    assert ("Changed by", "Dana (2024-01-02T03:04:00+00:00)") in reading.extract.properties


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
