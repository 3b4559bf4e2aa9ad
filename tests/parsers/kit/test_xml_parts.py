"""XML parts: entity bombs, depth, and what stands behind a fault."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from tests.parsers.reading import LIMITS, read
from tests.writers.excel import S, xlsx
from tests.writers.opendocument import odf
from tests.writers.package import linked
from tests.writers.word import docx, paragraph
from triage.messages import render
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import attribute, local, quiet_tree, tree, walk

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title></cp:coreProperties>'
)
APP = "<Properties><Company>Lark Ltd</Company></Properties>"
LINKS = linked(("r9", "hyperlink", "https://lark.example/"))
META = "<office:document-meta SPACE><office:meta><dc:title>The title</dc:title></office:meta></office:document-meta>"
CELLS = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
STRINGS = f'<sst xmlns="{S}"><si><t>heron</t></si></sst>'
SETTINGS = "<settings><docVar name='a' val='b'/></settings>"
PARTS = {"word/_rels/document_xml.rels": LINKS, "word/settings.xml": SETTINGS, "docProps/core.xml": CORE}
FILES = {
    "a.docx": docx(paragraph("heron"), {"docProps/app.xml": APP, **PARTS}),
    "a.xlsx": xlsx([("Sums", "visible", CELLS)], {"docProps/core.xml": CORE, "xl/sharedStrings.xml": STRINGS}),
    "a.odt": odf("text", "<text:p>heron</text:p>", parts={"meta.xml": META}),
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


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol"}">' for i in range(10))
LOOP = '<!ENTITY e8 "&e9;"><!ENTITY e9 "&e8;">'
LONG = f'<!ENTITY e9 "{"a" * 20_000}">'


def declared(entities: str, begin: str = "") -> bytes:
    texts = ("one", "a&e9;b &amp; c", "&e9;" * 3000 + "two", "<![CDATA[&lt;]]>three")
    held = "".join(f"<t>{text}</t>" for text in texts)
    return f'{begin}<!DOCTYPE s [<!-- "]> --><!ELEMENT s ANY>{entities}]><s>{held}</s>'.encode()


@pytest.mark.parametrize("entities", [BOMB, LOOP, LONG], ids=["bomb", "loop", "long"])
def test_what_stands_behind_an_entity_bomb_is_read(entities: str) -> None:
    for data in (declared(entities), declared(entities, '<?xml version="1.0"?>\n')):
        walked, grown = Texts(LIMITS), Texts(LIMITS)
        read_ = [element.text for _, element in walk(io.BytesIO(data), "x", ("t",), walked, starts=False)]
        assert read_ == ["one", "ab & c", "two", "&lt;three"]
        root = tree(data, "x", grown)
        assert root is not None and [element.text for element in root] == read_
        for texts in (walked, grown):
            assert [t.code for t in texts.troubles] == ["damaged"]
            assert "left out" in render(texts.troubles[0].message)


def test_entities_that_are_no_bomb_stay_as_they_were() -> None:
    data = b'<!DOCTYPE s [<!ENTITY e "boom">]><s><t a="&e;">a&e;b</t><t>c</t></s>'
    texts = Texts(LIMITS)
    assert [attribute(e, "a") for _, e in walk(io.BytesIO(data), "x", ("t",), texts, starts=False)] == ["boom", ""]
    assert [render(t.message) for t in texts.troubles] == [
        "The part x declares entities of its own; they were not expanded."
    ]


def test_a_bomb_in_a_part_too_large_to_be_read_twice_ends_it_and_is_told() -> None:
    data = declared(BOMB).replace(b"</s>", b"<t>four</t>" * 1_000_000 + b"</s>")
    texts = Texts(LIMITS)
    assert len(list(walk(io.BytesIO(data), "x", ("t",), texts, starts=False))) < 3
    assert texts.troubles and "what comes before" in render(texts.troubles[0].message)


def test_parts_nested_too_deeply_say_that_the_rest_was_not_read() -> None:
    data = b"<s><t>one</t>" + b"<a>" * 300 + b"x" + b"</a>" * 300 + b"<t>two</t></s>"
    texts = Texts(LIMITS)
    assert [e.text for _, e in walk(io.BytesIO(data), "x", ("t",), texts, starts=False)] == ["one"]
    assert "what comes before" in render(texts.troubles[0].message)


@pytest.mark.parametrize("fault", [b"<", b"<1>", b"<!x>", b"&", b"<a", b"<a b=c>", b"\0"])
@pytest.mark.parametrize("size", [0, 300 << 10])
def test_what_stands_behind_a_fault_is_read(size: int, fault: bytes) -> None:
    texts = Texts(LIMITS)
    part = b"<x>" + b"<b/>" * (size // 4) + b"<a>one</a>" + fault + b"<a>two</a><a>three</a></x>"
    ended = [element.text for _, element in walk(io.BytesIO(part), "part", ("a",), texts, starts=False)]
    assert [text for text in ended if text] == ["one", "two", "three"]
    assert "the rest of it was read" in render(texts.troubles[0].message) and len(texts.troubles) == 1


@pytest.mark.nightly
def test_a_large_part_with_a_fault_is_said_to_lack_something_perhaps() -> None:
    texts = Texts(LIMITS)
    part = b"<x>" + b"<b/>" * (2 << 20) + b"<a>one</a><<a>two</a></x>"
    ended = [element.text for _, element in walk(io.BytesIO(part), "part", ("a",), texts, starts=False)]
    assert ended[0] == "one" and "may be missing" in render(texts.troubles[0].message)


@pytest.mark.parametrize("before", [0, 70_000, (4 << 20) - 70], ids=["small", "large", "streamed"])
def test_halves_of_a_pair_are_joined_and_cost_nothing(before: int) -> None:
    """A reference in each half stands in a piece of its own where the part is read in pieces."""
    texts = Texts(LIMITS)
    for shift in range(14):
        filled = b"<p>" + b"x" * (before + shift) + b"</p>" if before else b""
        part = (
            b"<a>" + filled + b"<q>hi &#55357;&#xDE00; heron &#xd83d; plover &#55000;</q><q t='&#xD83D;&#xDE00;'/></a>"
        )
        held = [(e.text, e.get("t")) for _, e in walk(io.BytesIO(part), "part", ("q",), texts, starts=False)]
        assert held == [("hi \U0001f600 heron \ufffd plover \ud6d8", None), (None, "\U0001f600")]
    assert texts.troubles == []
    root = quiet_tree(b"<a>&#55357;&#56832; heron</a>")
    assert root is not None and root.text == "\U0001f600 heron"
