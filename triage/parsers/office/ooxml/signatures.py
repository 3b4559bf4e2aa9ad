"""Signatures of Open Packaging files: what the signer said, when, and whose certificate lies with it.

ECMA-376-2 10, XML Signature 4.5, MS-OFFCRYPTO 2.5.2.5. Nothing is verified: neither signature nor certificate, and no
property says that somebody signed.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator

from triage.messages import say
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.xml.parts import Element, local, tree
from triage.parsers.office.ooxml.package import Package

_KIND = "package.digital-signature-"
_MOST = 50
"""Signatures of a package, and certificates of a signature, that are read."""

_SAID = {
    "SignatureText": "text",
    "SignatureComments": "comments",
    **dict.fromkeys(("SignatureTime", "SigningTime"), "time as stated"),
    "ClaimedRole": "role as stated",
    **dict.fromkeys(("City", "StateOrProvince", "CountryName", "Address1", "Address2"), "place as stated"),
    **dict.fromkeys(
        ("DelegateSuggestedSigner", "DelegateSuggestedSigner2", "DelegateSuggestedSignerEmail"), "expected of"
    ),
    **dict.fromkeys(("X509Certificate", "X509SubjectName"), "certificate (not checked)"),
}
"""Elements that hold a person's words, and what their property is called behind "Signature"."""


def signatures(package: Package, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of what a package's signatures say; damage and limits are noted in ``texts``."""
    signed = _parts(package, "xmlsignature+xml", texts)
    for number, part in enumerate(signed, 1):
        root = tree(package.read(part), part.filename, texts)
        start = "Signature" if number == 1 else f"Signature {number}"
        for name, values in _statements(root, part.filename, texts).items() if root is not None else ():
            yield f"{start} {name}", "; ".join(values)
    certificates = _parts(package, "certificate", texts)
    subjects = dict.fromkeys(_subject(package.read(part), part.filename, texts) for part in certificates)
    if told := "; ".join(filter(None, subjects)):
        yield "Certificate for signatures (not checked)", told


def _parts(package: Package, ending: str, texts: Texts) -> list[zipfile.ZipInfo]:
    parts = [m for m in package.members if package.type_of(m.filename).endswith(_KIND + ending)]
    if len(parts) > _MOST:
        texts.trouble("limit-count", "too-many-signatures", holder=say("the-package"), most=_MOST)
    return parts[:_MOST]


def _statements(root: Element, part: str, texts: Texts) -> dict[str, dict[str, None]]:
    """Return the values of one signature by the names of their properties, each value once, in the order of names."""
    values: dict[str, dict[str, None]] = {name: {} for name in _SAID.values()}
    certificates = 0
    for element in root.iter():
        tag = local(element)
        if tag not in _SAID:
            continue
        value = "".join(e.text or "" for e in element.iter() if local(e) != "Format").strip()
        if tag == "X509Certificate":
            certificates += 1
            if certificates > _MOST:
                texts.trouble("limit-count", "too-many-signatures", holder=say("the-part", name=part), most=_MOST)
                break
            value = _subject(from_base64(value), part, texts)
        if value:
            values[_SAID[tag]][clean(value)] = None
    return {name: stated for name, stated in values.items() if stated}


def _subject(untrusted_certificate: bytes, part: str, texts: Texts) -> str:
    """Return to whom a certificate was issued (RFC 4514), "" with a trouble where it can't be read."""
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    names = {NameOID.SURNAME: "SN", NameOID.GIVEN_NAME: "GN", NameOID.SERIAL_NUMBER: "serialNumber"}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a certificate breaks a rule which nothing here relies on
            subject = x509.load_der_x509_certificate(untrusted_certificate).subject
            return clean(subject.rfc4514_string({**names, NameOID.EMAIL_ADDRESS: "E"}))
    except Exception as error:  # cryptography raises several kinds for broken certificates
        texts.trouble("damaged", "certificate-unreadable", part=part, error=error)
        return ""
