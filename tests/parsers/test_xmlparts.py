from __future__ import annotations

import io
import re
import zipfile

import pytest

from tests.parsers.office_builders import S, docx, odf, paragraph, rels, xlsx
from tests.parsers.reading import read
from triage.parsers.xmlparts import attribute, local, quiet_tree

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title></cp:coreProperties>'
)
APP = "<Properties><Company>Lark Ltd</Company></Properties>"
LINKS = rels(("r9", "hyperlink", "https://lark.example/", True))
META = "<office:document-meta SPACE><office:meta><dc:title>The title</dc:title></office:meta></office:document-meta>"
CELLS = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
STRINGS = f'<sst xmlns="{S}"><si><t>heron</t></si></sst>'
SETTINGS = "<settings><docVar name='a' val='b'/></settings>"
PARTS = {"word___rels__document_xml.rels": LINKS, "word__settings_xml": SETTINGS, "docProps__core_xml": CORE}
FILES = {
    "a.docx": docx(paragraph("heron"), docProps__app_xml=APP, **PARTS),
    "a.xlsx": xlsx([("Sums", "visible", CELLS)], docProps__core_xml=CORE, xl__sharedStrings_xml=STRINGS),
    "a.odt": odf("text", "<text:p>heron</text:p>", meta_xml=META),
}


def _remarked(untrusted_package: bytes) -> bytes:
    """Return the package with a comment behind the first tags of every part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(untrusted_package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith((".xml", ".rels")):
                data = re.sub(rb"(<[^?!/][^>]*[^/]>)", rb"\1<!-- remark -->", data, count=3)
            new.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_comments_between_the_elements_do_no_harm(name: str) -> None:
    plain, remarked = read(FILES[name], name), read(_remarked(FILES[name]), name)
    assert "heron" in remarked.text() and remarked.extract.segments == plain.extract.segments
    assert remarked.extract.subject == plain.extract.subject == "The title" and remarked.codes == plain.codes


def test_a_tree_holds_elements_only() -> None:
    root = quiet_tree(b"<a><!-- x --><?y z?><b c='d'/></a>")
    assert root is not None and [(local(e), attribute(e, "c")) for e in root.iter()] == [("a", ""), ("b", "d")]
