"""Tests of ooxml.signatures: what the signer of a package said, and whose certificate lies with it."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.parsers.reading import Reading, read
from tests.writers.excel import xlsx
from tests.writers.package import zipped
from tests.writers.word import W, paragraph

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


def held(data: bytes) -> str:
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


def test_what_the_signer_said_is_told_and_that_nothing_was_checked() -> None:
    reading = signed(signature("I approve falcon", "Dana L.", held(certificate("Dana Levi"))))
    assert reading.extract.properties == [
        ("Signature text", "Dana L."),
        ("Signature comments", "I approve falcon"),
        ("Signature time as stated", "2024-03-01T10:00:00Z"),
        ("Signature certificate (not checked)", "CN=Dana Levi,C=IL"),
    ]
    assert "Signature comments: I approve falcon" in reading.text("properties")
    assert reading.codes == [] and reading.names == []


def test_several_signatures_are_numbered() -> None:
    told = dict(signed(signature("first"), signature("second"), signature()).extract.properties)
    assert (told["Signature comments"], told["Signature 2 comments"]) == ("first", "second")
    assert "Signature 3 time as stated" in told and "Signature 3 comments" not in told


def test_names_of_certificates_come_once() -> None:
    named = "<X509SubjectName>CN=Dana Levi,C=IL</X509SubjectName><X509SubjectName>CN=Noa</X509SubjectName>"
    reading = signed(signature(held=held(certificate("Dana Levi")) + named), one=certificate("Avi"))
    told = dict(reading.extract.properties)
    assert told["Signature certificate (not checked)"] == "CN=Dana Levi,C=IL; CN=Noa"
    assert told["Certificate for signatures (not checked)"] == "CN=Avi,C=IL"


@pytest.mark.parametrize("cut", [0, 1, 2, 40, 120, 200])
def test_broken_certificates_are_told_and_stop_nothing(cut: int) -> None:
    whole = certificate("Dana Levi")
    for broken in (
        held(whole[:cut]),
        held(whole[:cut] + b"\xff" + whole[cut + 1 :]),
        "<X509Certificate>=%é</X509Certificate>",
    ):
        reading = signed(signature("kept", held=broken))
        assert ("Signature comments", "kept") in reading.extract.properties
        assert reading.codes in (["damaged"], [])


def test_a_broken_certificate_is_told() -> None:
    assert signed(signature(held=held(b"none"))).codes == ["damaged"]
    assert signed(signature(), one=b"none").codes == ["damaged"]


def test_signatures_and_certificates_without_number_meet_a_limit() -> None:
    reading = signed(*[signature()] * 60)
    assert reading.codes == ["limit-count"] and len(reading.extract.properties) == 50
    assert signed(signature(held=held(b"") * 60)).codes == ["damaged", "limit-count"]


def test_workbooks_are_asked_too() -> None:
    kinds = f'<Types><Override PartName="/sig1.xml" ContentType="{PACKAGE}-xmlsignature+xml"/></Types>'
    parts = {"[Content_Types].xml": kinds, "sig1.xml": signature("Test")}
    assert ("Signature comments", "Test") in read(xlsx([("A", "visible", "")], parts)).extract.properties


def test_the_builder_makes_what_it_says() -> None:
    assert x509.load_der_x509_certificate(certificate("x")).not_valid_before_utc == datetime(2024, 1, 1, tzinfo=UTC)
