# ruff: noqa: E501  (markup stands in one piece)
"""OpenDocument texts, spreadsheets and presentations: text, hidden text, objects, passwords."""

from __future__ import annotations

import base64
import hashlib
import zlib

import pytest

from tests.parsers.reading import read
from tests.writers.office97 import packaged
from tests.writers.opendocument import SPACES, odf
from tests.writers.package import zipped
from triage.text import LEVEL, RAISED


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def test_text_and_what_is_set_apart() -> None:
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        p('Board<text:s text:c="2"/>meeting<text:tab/>today<text:line-break/>late')
        + p('seen <text:span text:style-name="H">un</text:span><text:span text:style-name="H">seen</text:span>')
        + p(
            "x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the annex</text:p></text:note-body></text:note>y"
        )
        + p(
            "z<office:annotation><dc:creator>Dana</dc:creator><meta:creator-initials>DL</meta:creator-initials><text:p>Too risky</text:p></office:annotation>"
        )
        + p("<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame>")
        + p('<text:a xlink:href="https://example.test">link</text:a>')
    )
    master = "<office:document-styles SPACE><office:master-styles><style:master-page><style:header><text:p>Letterhead</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    reading = read(odf("text", body, styles, {"styles.xml": master}))
    assert reading.text() == "Board  meeting\ttoday\nlate\nseen \nxy\nz\nlink"
    assert reading.text("hidden") == "unseen" and reading.text("note") == "See the annex"
    assert reading.text("comment") == "Dana, DL: Too risky" and reading.text("textbox") == "In the box"
    assert reading.text("margin") == "Letterhead" and reading.text("fieldcode") == "https://example.test"
    assert reading.codes == []


def test_what_is_hidden_at_several_places_stays_apart() -> None:
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    spans = [f'<text:span text:style-name="H">{text}</text:span>' for text in ("be", "tween", "us")]
    reading = read(odf("text", p(f"a{spans[0]}{spans[1]}b{spans[2]}c"), styles))
    assert reading.text() == "abc" and reading.text("hidden") == "between\nus"


def test_what_lies_elsewhere_is_named() -> None:
    source = '<text:section><text:section-source xlink:href="../heron.odt"/><text:p>x</text:p></text:section>'
    shapes = (
        '<draw:frame><draw:image xlink:href="https://kite.test/a.png"/><draw:image xlink:href="Pictures/1.png"/>'
        '</draw:frame><draw:a xlink:href="https://osprey.test"><draw:frame/></draw:a>'
    )
    reading = read(odf("text", source + p(shapes)))
    assert reading.text("fieldcode").split() == ["../heron.odt", "https://kite.test/a.png", "https://osprey.test"]


def test_a_phrase_is_found_in_the_new_and_in_the_old_wording() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Falcon</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    body = p(
        'Project <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>Eagle'
        '<text:change-end text:change-id="c2"/> starts'
    )
    reading = read(odf("text", changes + body))
    assert reading.text() == "Project Eagle starts"
    assert "Project Falcon starts" in reading.text("tracked") and "Eagle" in reading.text("tracked")


def test_hidden_sections() -> None:
    def section(how: str, text: str) -> str:
        return f'<text:section text:name="s" {how}>{p(text)}</text:section>'

    body = section('text:display="none"', "kept back") + section('text:display="true"', "open")
    body += section('text:display="condition" text:is-hidden="true"', "unmet")
    body += section('text:display="condition"', "met") + p("after")
    reading = read(odf("text", body), "a.odt")
    assert reading.text() == "open\nmet\nafter" and reading.text("hidden") == "kept back\nunmet"


def test_spreadsheets() -> None:
    styles = (
        '<style:style style:name="T" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    cell = '<table:table-cell office:value="1234.5" table:formula="of:=[.A1]"><text:p>1,234.50 €</text:p></table:table-cell>'
    sheets = (
        f'<table:table table:name="Open"><table:table-row>{cell}<table:table-cell><text:p>b</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:visibility="collapse"><table:table-cell><text:p>row</text:p>'
        "</table:table-cell></table:table-row></table:table>"
        '<table:table table:name="Closed" table:style-name="T"><table:table-row><table:table-cell><text:p>kept</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    reading = read(odf("spreadsheet", sheets, styles))
    assert reading.text() == "Open\n1,234.50 €\tb"
    assert reading.text("alternative").strip() == "1234.5" and reading.text("fieldcode") == "of:=[.A1]"
    assert reading.text("hidden").split() == ["row", "Closed", "kept"]


def test_presentations() -> None:
    styles = '<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    page = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    notes = f"<presentation:notes>{page.format('say it softly')}</presentation:notes>"
    slides = f'<draw:page>{page.format("shown")}{notes}</draw:page><draw:page draw:style-name="D">{page.format("kept back")}</draw:page>'
    reading = read(odf("presentation", slides, styles))
    assert reading.text() == "shown" and reading.text("speaker") == "say it softly"
    assert reading.text("hidden") == "kept back"


def test_objects_are_children() -> None:
    reading = read(
        odf("text", p("x"), parts={"Object 1": packaged("figures.txt", b"1 2 3"), "Pictures/a.png": b"\x89PNG"})
    )
    assert [(c.name, c.data) for c in reading.children] == [("figures.txt", b"1 2 3")]


def test_a_flat_document() -> None:
    flat = f"<?xml version='1.0'?><office:document {SPACES}><office:body><office:text><text:p>flat</text:p></office:text></office:body></office:document>"
    assert read(flat.encode(), "a.fodt").text() == "flat"


def locked(content: str, password: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    salt, vector = b"s" * 16, b"v" * 16
    start = hashlib.sha256(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", start, salt, 1000, 32)
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = engine.compress(content.encode()) + engine.flush()
    packed += bytes(-len(packed) % 16)
    sealed = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor().update(packed)
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml">'
        '<m:encryption-data><m:algorithm m:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" '
        f'm:initialisation-vector="{base64.b64encode(vector).decode()}"/><m:key-derivation m:key-derivation-name="PBKDF2" '
        f'm:key-size="32" m:iteration-count="1000" m:salt="{base64.b64encode(salt).decode()}"/><m:start-key-generation '
        'm:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256"/></m:encryption-data></m:file-entry></m:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": sealed})


def test_passwords() -> None:
    data = locked(f"<office:document-content {SPACES}><text:p>under lock</text:p></office:document-content>", "sesame")
    assert read(data, "a.odt").codes == ["encrypted"]
    assert read(data, "a.odt", passwords=("wrong",)).codes == ["encrypted"]
    opened = read(data, "a.odt", passwords=("wrong", "sesame"))
    assert opened.text() == "under lock" and opened.codes == []


def test_footers_that_slides_only_name_are_margins() -> None:
    declared = '<presentation:footer-decl presentation:name="f1">Not for release</presentation:footer-decl>'
    slide = '<draw:page presentation:use-footer-name="f1"><draw:frame><text:p>Figures</text:p></draw:frame></draw:page>'
    reading = read(odf("presentation", declared + slide))
    assert reading.text("margin") == "Not for release" and reading.text() == "Figures"


def test_slides_show_their_number_where_their_style_says_so() -> None:
    styles = "".join(
        f'<style:style style:name="{name}"><style:drawing-page-properties presentation:display-page-number="{shown}"/>'
        "</style:style>"
        for name, shown in (("dp1", "true"), ("dp2", "false"))
    )
    slides = "".join(f'<draw:page draw:style-name="{name}"/>' for name in ("dp2", "dp1", "dp1"))
    assert read(odf("presentation", slides, styles)).text("margin").split() == ["2", "3"]


def test_formulas_are_read() -> None:
    row = "<mrow><mi>heron</mi><mo>=</mo><mn>7</mn></mrow><annotation>heron = 7</annotation>"
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>{row}</semantics></math>'
    inside = odf("text", "<text:p>x</text:p>", parts={"Object 1/content.xml": math})
    assert read(inside, "a.odt").text("textbox") == "heron = 7 heron = 7"
    alone = zipped({"mimetype": "application/vnd.oasis.opendocument.formula", "content.xml": math})
    assert read(alone, "a.odf").text() == "heron = 7 heron = 7"


def sun(kind: str, name: str, body: str) -> bytes:
    manifest = (
        "<!DOCTYPE manifest:manifest PUBLIC '-//OpenOffice.org//DTD Manifest 1.0//EN' 'Manifest.dtd'><manifest:manifest "
        "xmlns:manifest='http://openoffice.org/2001/manifest'><manifest:file-entry manifest:media-type='text/xml' "
        f"manifest:full-path='content.xml'/><manifest:file-entry manifest:media-type='application/vnd.sun.xml.{kind}' "
        "manifest:full-path='/'/></manifest:manifest>"
    )
    space = "xmlns:office='http://openoffice.org/2000/office' xmlns:text='http://openoffice.org/2000/text' "
    space += "xmlns:draw='http://openoffice.org/2000/drawing' xmlns:table='http://openoffice.org/2000/table'"
    content = f"<office:document-content {space} office:class='{name}'><office:body>{body}</office:body></office:document-content>"
    return zipped({"META-INF/manifest.xml": manifest, "content.xml": content})


SLIDE = "<draw:page draw:name='one'><draw:text-box><text:p>agenda</text:p></draw:text-box></draw:page>"


@pytest.mark.parametrize(
    ("kind", "name", "body", "origin"),
    [
        ("impress", "presentation", SLIDE, "body"),
        ("draw", "drawing", SLIDE, "body"),
        (
            "calc",
            "spreadsheet",
            "<table:table><table:table-row><table:table-cell><text:p>agenda</text:p>"
            "</table:table-cell></table:table-row></table:table>",
            "body",
        ),
        ("writer", "text", "<text:p><draw:text-box><text:p>agenda</text:p></draw:text-box></text:p>", "textbox"),
        ("writer.template", "text", "<text:p>agenda</text:p>", "body"),
    ],
)
def test_openoffice_1_says_its_kind_in_the_manifest(kind: str, name: str, body: str, origin: str) -> None:
    reading = read(sun(kind, name, body), "a")
    assert reading.extract.type == f"application/vnd.sun.xml.{kind}" and reading.text(origin) == "agenda"


@pytest.mark.parametrize("stated", ["office:mimetype='application/vnd.oasis.opendocument.{}'", "office:version='1.3'"])
@pytest.mark.parametrize(
    ("kind", "element", "origin"),
    [
        ("presentation", "presentation", "body"),
        ("graphics", "drawing", "body"),
        ("text", "text", "textbox"),
        ("spreadsheet", "spreadsheet", "textbox"),
    ],
)
def test_flat_documents_say_their_kind(stated: str, kind: str, element: str, origin: str) -> None:
    slide = "<draw:page><draw:frame><draw:text-box><text:p>agenda</text:p></draw:text-box></draw:frame></draw:page>"
    body = f"<office:body><office:{element}>{slide}</office:{element}></office:body>"
    flat = f"<?xml version='1.0'?><office:document {SPACES} {stated.format(kind)}>{body}</office:document>"
    reading = read(flat.encode(), "a.fodp")
    assert reading.extract.type == f"application/vnd.oasis.opendocument.{kind}" and reading.text(origin) == "agenda"


def test_a_type_that_is_none_of_the_known_ones() -> None:
    manifest = "<manifest><file-entry media-type='application/x-evil' full-path='/'/></manifest>"
    data = zipped({"META-INF/manifest.xml": manifest, "content.xml": "<a xmlns:text='x'><text:p>word</text:p></a>"})
    reading = read(data, "a")
    assert reading.extract.type == "application/vnd.oasis.opendocument.text" and reading.text() == "word"
    flat = "<office:document xmlns:office='o' xmlns:text='x' office:mimetype='application/x-evil'><text:p>word</text:p></office:document>"
    assert read(flat.encode(), "a").extract.type == "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("flat", [False, True])
def test_the_authors_of_tracked_changes_are_named_with_their_dates(flat: bool) -> None:
    info = "<office:change-info><dc:creator>Zebulon Quark</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
    change = f'<text:changed-region text:id="c1"><text:deletion>{info}{p("removed words")}</text:deletion></text:changed-region>'
    body = f"<text:tracked-changes>{change}</text:tracked-changes>{p('Hello')}"
    data = odf("text", body)
    if flat:
        data = f"<office:document {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document>".encode()
    reading = read(data)
    assert ("Changed by", "Zebulon Quark (2024-01-01T00:00:00)") in reading.extract.properties
    assert "Zebulon Quark" in reading.text("properties")


def test_gnumeric_is_no_opendocument() -> None:
    data = (
        f'<?xml version="1.0"?><gnm:Workbook xmlns:gnm="g" {SPACES}><office:document-meta office:version="1.2">'
        "<office:meta><dc:creator>Ada</dc:creator></office:meta></office:document-meta><gnm:Cell>osprey</gnm:Cell></gnm:Workbook>"
    )
    reading = read(data.encode(), "a.gnumeric")
    assert reading.extract.type == "application/xml" and "osprey" in reading.text()


@pytest.mark.parametrize("kind", ["text", "presentation", "spreadsheet"])
@pytest.mark.parametrize(("place", "small"), [("super 58%", True), ("-33% 58%", True), ("0% 100%", False), ("", False)])
def test_what_stands_small_is_marked(kind: str, place: str, small: bool) -> None:
    def style(name: str, more: str = "", place: str = place) -> str:
        look = f'<style:text-properties style:text-position="{place}"/>' if place else "<style:text-properties/>"
        return f'<style:style style:name="{name}" style:family="text" {more}>{look}</style:style>'

    own = style("T1") + style("T2", 'style:parent-style-name="Small"', "")
    common = f"<office:document-styles SPACE><office:styles>{style('Small')}</office:styles></office:document-styles>"
    spans = "".join(f'<text:span text:style-name="{name}">1</text:span>' for name in ("T1", "T2", "Small"))
    body = {
        "text": p(f"quillback{spans} x"),
        "presentation": f"<draw:page><draw:frame><draw:text-box>{p(f'quillback{spans} x')}</draw:text-box></draw:frame></draw:page>",
        "spreadsheet": f'<table:table><table:table-row><table:table-cell office:value-type="string">{p(f"quillback{spans} x")}</table:table-cell></table:table-row></table:table>',
    }
    one = f"{RAISED}1{LEVEL}" if small else "1"
    assert read(odf(kind, body[kind], own, {"styles.xml": common})).text().strip() == f"quillback{one * 3} x"
