"""Office packages: relations, limits, and what is left of a damaged one."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sample_corpus.archive import ZipMember, zip_of
from tests.parsers.reading import LIMITS, read
from tests.writers import slides, word
from tests.writers.excel import rows, xlsx
from tests.writers.package import linked, zipped
from tests.writers.package import package as package_of
from tests.writers.word import W
from triage.messages import render
from triage.parsers.kit.contract import Context
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.office.ooxml.package import Package, key


def opened(data: bytes, **limits: int) -> tuple[Package, Texts]:
    context = Context("", "", replace(LIMITS, **limits))
    texts = Texts(context.limits)
    return Package(data, context, texts), texts


def test_relations_are_resolved_and_outer_ones_kept() -> None:
    links = linked(("r1", "image", "../media/a%20b.png"), ("r2", "hyperlink", "https://example.test"))
    package, _ = opened(zipped({"word/document.xml": "x", "word/_rels/document.xml.rels": links}))
    first, second = package.relations("word/document.xml")
    assert (first.target, first.external, first.kind) == ("media/a b.png", False, "image")
    assert (second.target, second.external) == ("https://example.test", True)


@pytest.mark.parametrize(
    "hide", [str, lambda text: text.replace("External", "&#69;xternal"), lambda text: text.encode("utf-16")]
)
def test_a_way_out_is_found_however_it_is_written(hide: Callable[[str], str | bytes]) -> None:
    links = linked(("r1", "image", "a.png"), ("r2", "hyperlink", "https://example.test"))
    package, texts = opened(zipped({"word/document.xml": "x", "word/_rels/document.xml.rels": hide(links)}))
    assert [r.target for r in package.relations("word/document.xml", outer=True)] == ["https://example.test"]
    inner = linked(("r1", "image", "a.png"))
    package, texts = opened(zipped({"word/document.xml": "x", "word/_rels/document.xml.rels": hide(inner)}))
    assert package.relations("word/document.xml", outer=True) == [] and texts.troubles == []


def test_broken_relations_are_told() -> None:
    package, texts = opened(zipped({"word/document.xml": "x", "word/_rels/document.xml.rels": "no markup"}))
    assert package.relations("word/document.xml", outer=True) == [] and [t.code for t in texts.troubles] == ["damaged"]


def test_limits_hold_for_single_members_and_for_all() -> None:
    data = zipped({"a": bytes(range(256)) * 40, "b": "b" * 9_000_000})
    package, texts = opened(data, item_bytes=1000)
    assert len(package.read("a")) == 1000
    package, bombed = opened(data)
    assert len(package.read("b")) == 4 << 20
    texts.troubles.extend(bombed.troubles)
    assert {t.code for t in texts.troubles} == {"limit-size", "limit-ratio"}
    package, texts = opened(data, total_bytes=100)
    package.read("a")
    assert package.read("a") == b"" and texts.troubles[-1].code == "limit-size"


def test_a_part_that_is_not_what_the_directory_says_is_told() -> None:
    whole = zipped({"a": "first " * 100, "b": "second " * 100})
    package, texts = opened(whole)
    assert package.read("b") == b"second " * 100 and texts.troubles == []
    entry = whole.rindex(b"PK\x01\x02")
    for at, value in ((entry + 16, 0x55), (entry + 24, 0x55), (whole.rindex(b"PK\x03\x04") + 30, ord("c"))):
        data = bytearray(whole)
        data[at] = value
        package, texts = opened(bytes(data))
        package.read("b")
        assert [t.code for t in texts.troubles] == ["damaged"], "a wrong sum, a wrong size, another name in its header"


def _moved(data: bytes, folder: str) -> bytes:
    """Return a package of which the parts stand in another folder than usual."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = parts[name].replace(folder.encode(), b"elsewhere/")
    return zipped({name.replace(folder, "elsewhere/"): content for name, content in parts.items()})


def _deck() -> bytes:
    shown = slides.slide("sld", slides.shape("the heron contract"))
    links = linked(("rId1", "slide", "slides/slide1.xml"))
    parts = {"ppt/_rels/presentation.xml.rels": links, "ppt/slides/slide1.xml": shown}
    return package_of({"ppt/presentation.xml": slides.order(1), **parts})


def _styled() -> bytes:
    hidden = f'<w:styles xmlns:w="{W}"><w:style w:styleId="s"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = word.paragraph(word.run("the heron contract"), word.run("between us", '<w:rStyle w:val="s"/>'))
    links = linked(("r1", "styles", "styles.xml"))
    return word.docx(body, {"word/styles.xml": hidden, "word/_rels/document.xml.rels": links})


@pytest.mark.parametrize(
    ("data", "folder"),
    [(_deck(), "ppt/"), (_styled(), "word/"), (xlsx([("Sums", "visible", rows(["the heron contract"]))]), "xl/")],
)
def test_the_main_part_may_stand_in_any_folder(data: bytes, folder: str) -> None:
    usual, reading = read(data), read(_moved(data, folder))
    assert reading.extract.segments == usual.extract.segments and "the heron contract" in reading.text()
    assert reading.extract.type == usual.extract.type and reading.codes == [] and reading.children == []


def test_a_type_that_no_part_has_doesnt_count() -> None:
    data = _moved(xlsx([("Sums", "visible", rows(["the heron contract"]))]), "xl/")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kind = b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    default = b'<Default Extension="bin" ContentType="' + kind + b'"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", default)
    assert "the heron contract" in read(zipped(parts)).text()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("size", [600, 5 << 20])
def test_a_part_with_a_wrong_checksum_is_kept(method: int, size: int) -> None:
    content = random.Random(size).randbytes(size // 2).hex().encode()
    data = bytearray(zipped({"a": content}, method))
    at = data.rindex(b"PK\x01\x02") + 16
    data[at] ^= 0x55
    package, texts = opened(bytes(data))
    assert package.read("a") == content
    assert [render(t.message) for t in texts.troubles] == ["a has a wrong checksum; it was read anyway."]


def test_of_a_damaged_part_all_that_comes_before_is_read() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = b"the heron contract " * 50
    packed = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 300
    package, texts = opened(zip_of(ZipMember(b"a", packed, text * 2, 8)))
    assert package.read("a") == text
    assert [t.code for t in texts.troubles] == ["damaged"] and "further" in render(texts.troubles[0].message)


def test_a_locked_part_is_told_as_such() -> None:
    data = bytearray(zipped({"a": "first " * 100}))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.rindex(mark) + flags] |= 1
    package, texts = opened(bytes(data))
    assert package.read("a") == b"" and [t.code for t in texts.troubles] == ["encrypted"]


def test_a_lost_directory_is_made_up_for() -> None:
    data = zipped({"a": "first " * 100, "b": "second " * 100})
    package, texts = opened(data[: data.index(b"PK\x01\x02")])
    assert package.read("a") == b"first " * 100 and package.read("b") == b"second " * 100
    assert [t.code for t in texts.troubles] == ["truncated"]
    with pytest.raises(ValueError):
        opened(b"PK\x03\x04")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_hole_in_a_package_costs_only_what_stood_there(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name in ("a", "b", "שלום", "d"):
            archive.writestr(name, name.encode() + random.Random(name).randbytes(3000).hex().encode())
    whole = buffer.getvalue()
    hole = whole.index(b"PK\x03\x04", 5) + 500
    package, texts = opened(whole[:hole] + whole[hole + 2000 :])
    assert [t.code for t in texts.troubles] == ["damaged"]
    assert render(texts.troubles[0].message).startswith("2 parts aren't where the directory says; 2 of them")
    for name in ("a", "שלום", "d"):
        assert package.read(name) == name.encode() + random.Random(name).randbytes(3000).hex().encode()
    assert len(texts.troubles) == 1
    package.read("b")
    assert [t.code for t in texts.troubles] == ["damaged"] * 2


def test_a_part_of_an_inner_package_is_not_taken_for_a_lost_one() -> None:
    inner = zipped({"a": "inner " * 100})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner.zip", inner)
        archive.writestr("a", "outer " * 100)
    data = bytearray(buffer.getvalue())
    at = data.rindex(b"PK\x01\x02") + 42
    data[at : at + 4] = b"\x01\0\0\0"
    package, texts = opened(bytes(data))
    assert package.read("a") == b"outer " * 100
    assert [t.code for t in texts.troubles] == ["damaged"]


def test_names_are_compared_as_the_standard_says() -> None:
    assert key("\\Word\\Document.xml") == key("/word/document.xml") == "word/document.xml"


def test_text_is_cleaned() -> None:
    assert clean("a\x00b\ud83d\ude00c\ud800") == "ab\U0001f600c\ufffd"
    texts = Texts(LIMITS)
    texts.add("body", "one", "\t")
    texts.end_with("body", "\n")
    texts.add("body", "two")
    assert [s.text for s in texts.segments()] == ["one\ntwo"]
