"""Signed and armoured messages (builders): S/MIME (RFC 5652), PGP (RFC 9580)."""

from __future__ import annotations

import base64
from dataclasses import replace

from tests.selftest.builders.outlook import winmail
from tests.selftest.plant import Builder, Plant
from tests.writers.mail import joined, part
from tests.writers.signed import cms

_PLAIN = "text/plain; charset=utf-8"


def _signed(plant: Plant) -> bytes:
    return cms("signed", part(_PLAIN, plant("attachment", "signed content")).encode())


def _head(kind: str) -> str:
    return f"From: Ada <a@wren.example>\r\nSubject: sealed\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n"


def _opaque(plant: Plant) -> bytes:
    """A mail whose whole content lies in a signature (RFC 8551 3.5.2)."""
    head = _head('application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"')
    packed = base64.encodebytes(cms("signed", part(_PLAIN, plant("body", "signed content")).encode())).decode()
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n{packed}".encode()


def _detached(plant: Plant) -> bytes:
    """A mail with its signature beside the content (RFC 1847 2.1)."""
    head = _head('multipart/signed; protocol="application/pgp-signature"; boundary="seal"')
    seal = part("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----\r\n-----END PGP SIGNATURE-----")
    text = part(_PLAIN, plant("body", "signed content"))
    return f"{head}\r\n{joined('seal', text, seal)}".encode()


def _winmail(plant: Plant) -> bytes:
    held = Plant(plant.format)
    data = base64.encodebytes(winmail(held)).decode()
    plant.canaries += [
        replace(c, column={"body": "attachment", "attachment": "inner"}.get(c.column, c.column)) for c in held.canaries
    ]
    envelope = part('application/ms-tnef; name="winmail.dat"', data, "Content-Transfer-Encoding: base64")
    head = _head('multipart/mixed; boundary="top"')
    return f"{head}\r\n{joined('top', envelope)}".encode()


def _clear(plant: Plant) -> bytes:
    return (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        f"{plant('body', 'clear-signed text')}\n-----BEGIN PGP SIGNATURE-----\n\n"
        "iQEzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n"
    ).encode()


BUILDERS = (
    Builder("eml smime", "message.eml", "Mail message", _opaque),
    Builder("eml signed", "message.eml", "Mail message", _detached),
    Builder("eml winmail", "message.eml", "Mail message", _winmail),
    Builder("p7m", "smime.p7m", "S/MIME or CMS message", _signed),
    Builder("pgp", "signed.asc", "PGP message", _clear),
)
