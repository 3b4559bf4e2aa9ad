"""Office packages: relations, limits, and what is left of a damaged one."""

from __future__ import annotations

import base64
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from msgspec.structs import replace

from sample_corpus.archive import ZipMember, zip_of
from tests.parsers.reading import LIMITS, Reading, read
from tests.writers import slides, word
from tests.writers.excel import rows, xlsx
from tests.writers.package import linked, zipped
from tests.writers.package import package as package_of
from tests.writers.word import W, docx, paragraph
from triage.messages import render
from triage.parsers.kit.contract import Context
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.office.ooxml.package import Package, iso_date, key


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


def test_broken_relations_are_reported() -> None:
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


def test_a_part_that_is_not_what_the_directory_says_is_reported() -> None:
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


def test_a_locked_part_is_reported_as_such() -> None:
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


# Tests of triage.parsers.office.ooxml.package: dates of core properties, whatever of them is given.


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00+00:00"),
        ("2024-03-01T10:00:00.1234567Z", "2024-03-01T10:00:00+00:00"),
        ("2024-03-01T10:00:00-07:30", "2024-03-01T17:30:00+00:00"),
        ("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00+00:00"),
        ("2024-03-01", "2024-03-01T00:00:00+00:00"),
        ("2024", "2024-01-01T00:00:00+00:00"),
        ("1 March 2024", "1 March 2024"),
        ("2024-13-01T10:00:00Z", "2024-13-01T10:00:00Z"),
        ("0000-01-01", "0000-01-01"),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    assert iso_date(written) == read_as


def core(entries: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"{entries}</cp:coreProperties>"
    )


def test_the_first_of_several_counts_and_empty_ones_don_t() -> None:
    entries = "<dc:title>Falcon</dc:title><dc:title>Heron</dc:title><dc:creator/><cp:category> </cp:category>"
    reading = read(docx(paragraph("x"), {"docProps/core.xml": core(entries)}))
    assert ("title", "Falcon") in reading.extract.properties
    assert not {"author", "Heron"} & {part for pair in reading.extract.properties for part in pair}


def test_a_second_part_of_core_properties_is_read_too() -> None:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name in ("docProps/core.xml", "more.xml")
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        "docProps/core.xml": core("<dc:title>Falcon</dc:title>"),
        "more.xml": core("<dc:title>Heron</dc:title><dc:creator>Dana</dc:creator>"),
    }
    reading = read(zipped({"word/document.xml": f'<w:document xmlns:w="{W}"/>', **parts}))
    assert reading.text("properties").split("\n") == ["title: Falcon", "author: Dana", "title: Heron"]
    assert reading.extract.subject == "Falcon" and reading.children == []


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        (core("<dcterms:created>last May</dcterms:created>"), "created", "last May"),
        (core("<cp:contentType>Minutes</cp:contentType>"), "content_type", "Minutes"),
        ("<about><title>Falcon</title></about>", "title", "Falcon"),
    ],
    ids=["a date that is none", "a content type", "an unknown kind"],
)
def test_odd_properties_are_kept_as_they_stand(part: str, name: str, value: str) -> None:
    reading = read(docx(paragraph("x"), {"docProps/core.xml": part}))
    assert (name, value) in reading.extract.properties and f"{name}: {value}" in reading.text("properties")


def test_a_custom_property_may_be_called_as_what_office_counts() -> None:
    custom = '<Properties><property name="Notes"><lpwstr>codename bluebird</lpwstr></property></Properties>'
    counted = "<Properties><Notes>3</Notes><Company>Lark Ltd</Company></Properties>"
    reading = read(docx(paragraph("x"), {"docProps/custom.xml": custom, "docProps/app.xml": counted}))
    assert reading.extract.properties == [("Company", "Lark Ltd"), ("Notes", "codename bluebird")]


GOOGLE = "http://customschemas.google.com/relationships/presentationmetadata"


def google(kind: str, relation: str, name: str = "metadata") -> bytes:
    """Return a presentation as Google writes it, with a part of its own beside a slide."""
    vnd = "application/vnd.openxmlformats-officedocument.presentationml"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    types = (
        f'<Types xmlns="{space}"><Override PartName="/ppt/{name}" ContentType="{kind}"/>'
        f'<Override PartName="/ppt/slides/slide1.xml" ContentType="{vnd}.slide+xml"/></Types>'
    )
    slide = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>Falcon</a:t></a:r></a:p></p:sld>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "ppt/_rels/presentation.xml.rels": linked(("r7", relation, name)),
            "ppt/presentation.xml": '<p:presentation xmlns:p="p"/>',
            "ppt/slides/slide1.xml": slide,
            f"ppt/{name}": b"\x00\xc5\x16\xda",
        }
    )


def test_what_google_keeps_for_itself_is_no_attachment() -> None:
    assert read(google("application/binary", GOOGLE)).names == []


def test_other_unknown_parts_are_attachments() -> None:
    assert read(google("application/binary", "http://example.test/attachment")).names == ["metadata"]
    assert read(google("application/pdf", GOOGLE)).names == ["metadata"]
    assert read(google("application/binary", GOOGLE, "plan.pdf")).names == ["plan.pdf"]


# Tests of ooxml.signatures: what the signer of a package said, and whose certificate lies with it.

PACKAGE = "application/vnd.openxmlformats-package.digital-signature"
DSIG, OFFICE = "http://www.w3.org/2000/09/xmldsig#", "http://schemas.microsoft.com/office/2006/digsig"


def certificate(name: str) -> bytes:
    """Return a certificate that this name issued to itself."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    who = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "IL"), x509.NameAttribute(NameOID.COMMON_NAME, name)])
    built = x509.CertificateBuilder(who, who, key.public_key(), 1, datetime(2024, 1, 1), datetime(2034, 1, 1))
    return built.sign(key, None).public_bytes(Encoding.DER)


def signature(comments: str = "", text: str = "", held: str = "", time: str = "2024-03-01T10:00:00Z") -> str:
    details = f"<SignatureText>{text}</SignatureText><SignatureComments>{comments}</SignatureComments>"
    when = f'<m:SignatureTime xmlns:m="m"><m:Format>YYYY</m:Format><m:Value>{time}</m:Value></m:SignatureTime>'
    again = f'<x:SigningTime xmlns:x="x">{time}</x:SigningTime>'
    info = f'<SignatureInfoV1 xmlns="{OFFICE}">{details}<OfficeVersion>16.0</OfficeVersion></SignatureInfoV1>'
    known = f"<KeyInfo><X509Data>{held}</X509Data></KeyInfo>"
    return f'<Signature xmlns="{DSIG}">{known}<Object>{when}</Object><Object>{info}{again}</Object></Signature>'


def x509_element(data: bytes) -> str:
    digits = base64.encodebytes(data).decode()
    return f"<X509Certificate>\n{digits}</X509Certificate>"


def signed(*signatures: str, **more: bytes) -> Reading:
    """Read a Word document with these signatures, and ``more`` certificates as parts of their own."""
    parts: dict[str, str | bytes] = {f"_xmlsignatures/sig{i}.xml": s for i, s in enumerate(signatures, 1)}
    kinds = dict.fromkeys(parts, f"{PACKAGE}-xmlsignature+xml")
    kinds |= {f"package/{name}.cer": f"{PACKAGE}-certificate" for name in more}
    parts |= {f"package/{name}.cer": data for name, data in more.items()}
    kinds["word/document.xml"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    body = f'<w:document xmlns:w="{W}"><w:body>{paragraph("x")}</w:body></w:document>'
    return read(zipped({"[Content_Types].xml": f"<Types>{listed}</Types>", "word/document.xml": body, **parts}))


def test_what_the_signer_stated_is_kept_and_that_nothing_was_checked() -> None:
    reading = signed(signature("I approve falcon", "Dana L.", x509_element(certificate("Dana Levi"))))
    assert reading.extract.properties == [
        ("Signature text", "Dana L."),
        ("Signature comments", "I approve falcon"),
        ("Signature time as stated", "2024-03-01T10:00:00Z"),
        ("Signature certificate (not checked)", "CN=Dana Levi,C=IL"),
    ]
    assert "Signature comments: I approve falcon" in reading.text("properties")
    assert reading.codes == [] and reading.names == []


def test_several_signatures_are_numbered() -> None:
    properties = dict(signed(signature("first"), signature("second"), signature()).extract.properties)
    assert (properties["Signature comments"], properties["Signature 2 comments"]) == ("first", "second")
    assert "Signature 3 time as stated" in properties and "Signature 3 comments" not in properties


def test_names_of_certificates_come_once() -> None:
    named = "<X509SubjectName>CN=Dana Levi,C=IL</X509SubjectName><X509SubjectName>CN=Noa</X509SubjectName>"
    reading = signed(signature(held=x509_element(certificate("Dana Levi")) + named), one=certificate("Avi"))
    properties = dict(reading.extract.properties)
    assert properties["Signature certificate (not checked)"] == "CN=Dana Levi,C=IL; CN=Noa"
    assert properties["Certificate for signatures (not checked)"] == "CN=Avi,C=IL"


@pytest.mark.parametrize("cut", [0, 1, 2, 40, 120, 200])
def test_broken_certificates_are_reported_and_stop_nothing(cut: int) -> None:
    whole = certificate("Dana Levi")
    for broken in (
        x509_element(whole[:cut]),
        x509_element(whole[:cut] + b"\xff" + whole[cut + 1 :]),
        "<X509Certificate>=%é</X509Certificate>",
    ):
        reading = signed(signature("kept", held=broken))
        assert ("Signature comments", "kept") in reading.extract.properties
        assert reading.codes in (["damaged"], [])


def test_a_broken_certificate_is_reported() -> None:
    assert signed(signature(held=x509_element(b"none"))).codes == ["damaged"]
    assert signed(signature(), one=b"none").codes == ["damaged"]


def test_signatures_and_certificates_without_number_meet_a_limit() -> None:
    reading = signed(*[signature()] * 60)
    assert reading.codes == ["limit-count"] and len(reading.extract.properties) == 50
    assert signed(signature(held=x509_element(b"") * 60)).codes == ["damaged", "limit-count"]


def test_workbooks_are_asked_too() -> None:
    kinds = f'<Types><Override PartName="/sig1.xml" ContentType="{PACKAGE}-xmlsignature+xml"/></Types>'
    parts = {"[Content_Types].xml": kinds, "sig1.xml": signature("Test")}
    assert ("Signature comments", "Test") in read(xlsx([("A", "visible", "")], parts)).extract.properties
