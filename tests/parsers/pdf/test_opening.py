"""PDFs with passwords of owner and user."""

from __future__ import annotations

import struct
from hashlib import md5

import pytest
from Cryptodome.Cipher import ARC4

from tests.parsers.office_builders import PADDING, pdf, shows
from tests.parsers.reading import LIMITS
from triage.parsers.kit.contract import Context
from triage.parsers.pdf.reader import parse


def turned(key: bytes, data: bytes) -> bytes:
    """Twenty rounds of RC4, each with a key of its own."""
    for turn in range(20):
        data = ARC4.new(bytes(byte ^ turn for byte in key)).encrypt(data)
    return data


def short_keyed(user: bytes, owner: bytes, apart: bool) -> bytes:
    """Return a PDF of revision 3 whose keys have 40 bits, that of its owner entry too (Algorithms 2, 3 and 5)."""
    key = md5((owner + PADDING)[:32]).digest()
    for _ in range(50):
        key = md5(key[:5]).digest()
    sealed_user = turned(key[:5], (user + PADDING)[:32])
    key = md5((user + PADDING)[:32] + sealed_user + struct.pack("<i", -20) + b"0" * 16).digest()
    for _ in range(50):
        key = md5(key[:5]).digest()
    proof = turned(key[:5], md5(PADDING + b"0" * 16).digest()) + bytes(16)
    content = ARC4.new(md5(key[:5] + b"\x0b\0\0\0\0").digest()[:10]).encrypt(shows("under lock").encode())
    entries = f"<</Filter /Standard/V 1/R 3/Length 40/P -20/O<{sealed_user.hex()}>/U<{proof.hex()}>>>"
    extra = f"120 0 obj\n{entries}\nendobj\n" if apart else ""
    trailer = f"/Encrypt {'120 0 R' if apart else entries}/ID[<{'30' * 16}><{'30' * 16}>]"
    return pdf([content.decode("latin-1")], extra=extra, trailer=trailer)


@pytest.mark.nightly
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("user", [b"user", b"a password of 32 bytes, no less."])
def test_the_owner_password_opens_a_file_with_a_short_key(user: bytes, apart: bool) -> None:
    locked = short_keyed(user, b"owner", apart)
    context = Context("", "", LIMITS, ("wrong", "owner"))
    extract = parse(locked, context)
    assert [segment.text.strip() for segment in extract.segments] == ["under lock"] and extract.troubles == []
    assert context.fitted == ["owner"]
    context = Context("", "", LIMITS, ("wrong", user.decode()))
    assert parse(locked, context).segments and context.fitted == [user.decode()]


def test_a_wrong_password_opens_nothing() -> None:
    context = Context("", "", LIMITS, ("wrong", "", "שלום"))
    extract = parse(short_keyed(b"user", b"owner", True), context)
    assert [trouble.code for trouble in extract.troubles] == ["encrypted"] and context.fitted == []


@pytest.mark.parametrize("entry", ["/O 5", "/O(short)", "/R 9", "/Length(x)"])
def test_a_broken_handler_does_no_harm(entry: str) -> None:
    locked = short_keyed(b"user", b"owner", False).replace(b"/V 1/R 3/Length 40", f"/V 1{entry}".encode())
    context = Context("", "", LIMITS, ("owner",))
    assert [trouble.code for trouble in parse(locked, context).troubles][-1:] == ["encrypted"]
