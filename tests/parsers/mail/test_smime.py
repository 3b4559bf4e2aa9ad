"""S/MIME mails: signed content is read, encrypted content is reported."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.mail_builders import mail
from tests.parsers.reading import read
from tests.writers.signed import cms, der
from triage.parsers.mail.smime import is_cms, is_cut, is_encrypted, is_smime, signed_content


def test_signed_mail_is_a_child() -> None:
    (child,) = read(cms("signed", mail("Hello")), "smime.p7m").children
    assert (child.data, child.declared) == (mail("Hello"), "message/rfc822")


def test_signed_document_keeps_its_name() -> None:
    assert read(cms("signed", b"%PDF-"), "plan.pdf.p7m").names == ["plan.pdf"]


def test_base64_between_dashes() -> None:
    text = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(cms("signed", b"word")) + b"-----END PKCS7-----\n"
    assert read(text, "x.p7m").children[0].data == b"word"


def test_encrypted_is_told() -> None:
    assert read(cms("enveloped"), "x.p7m").codes == ["encrypted"]


def test_a_signature_alone_holds_nothing() -> None:
    reading = read(cms("detached"), "x.p7s")
    assert (reading.children, reading.codes) == ([], [])
    assert reading.text("properties") == "signature or certificates only"


def test_compressed_content() -> None:
    packed = der(
        0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, der(0x04, zlib.compress(b"word" * 99)))
    )
    message = der(0x30, der(0x02, b"\0"), der(0x30, der(0x02, b"\0")), packed)
    data = der(0x30, der(0x06, bytes.fromhex("2a864886f70d0109100109")), der(0xA0, message))
    assert signed_content(data) == (b"word" * 99, None)
    content, trouble = signed_content(data, limit=8)
    assert content == b"wordword" and trouble is not None and trouble.code == "limit-size"


def test_compressed_content_that_breaks_off_is_reported() -> None:
    packed = zlib.compress(b"".join(b"word %d " % n for n in range(999)))
    held = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, der(0x04, packed[:900])))
    content, trouble = signed_content(
        der(0x30, der(0x06, _COMPRESSED), der(0xA0, der(0x30, der(0x02, b"\0"), der(0x30), held)))
    )
    assert (content or b"").startswith(b"word 0 word 1 ") and trouble is not None and trouble.code == "truncated"


@pytest.mark.parametrize("content", [b"", der(0x02, b"\1"), der(0xA0), der(0xA0, der(0x30))])
def test_a_time_stamp_without_its_content_is_no_error(content: bytes) -> None:
    stamped = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010910011f")) + content)
    assert signed_content(stamped) == (None, None)


def test_indefinite_lengths_and_pieces() -> None:
    pieces = b"\x24\x80" + der(0x04, b"one ") + der(0x04, b"two") + b"\0\0"
    held = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010701")) + b"\xa0\x80" + pieces + b"\0\0\0\0"
    inner = b"\x30\x80" + der(0x02, b"\1") + der(0x31) + held + der(0x31) + b"\0\0"
    data = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010702")) + b"\xa0\x80" + inner + b"\0\0\0\0"
    assert signed_content(data) == (b"one two", None)


@pytest.mark.parametrize("cut", [5, 15, 25, 40])
def test_cut_messages_give_what_there_is_and_do_not_raise(cut: int) -> None:
    assert (signed_content(cms("signed", b"x" * 40)[:cut])[0] or b"").strip(b"x") == b""


def test_deep_nesting_ends() -> None:
    data = cms("signed", b"").replace(der(0x04, b""), b"\x24\x80" * 20)
    assert signed_content(data)[0] in (None, b"")


def test_a_message_cut_short_is_told() -> None:
    reading = read(cms("signed", b"word " * 200)[:600], "x.txt.p7m")
    assert reading.names == ["x.txt"] and reading.codes == ["truncated"]


def test_a_signed_document_attached_to_a_mail_stays_a_document() -> None:
    packed = base64.encodebytes(cms("signed", b"%PDF-1.7 heron")).decode()
    kind = 'Content-Type: application/pkcs7-mime; name="deal.pdf.p7m"\nContent-Transfer-Encoding: base64'
    head = "From: a@x.example\nContent-Type: multipart/mixed; boundary=b"
    reading = read(f"{head}\n\n--b\n\nhello\n--b\n{kind}\n\n{packed}\n--b--\n".encode())
    assert reading.text().strip() == "hello" and reading.names == ["deal.pdf.p7m"]


def test_a_part_that_says_it_is_enveloped_is_told_whatever_it_holds() -> None:
    kind = "Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"
    assert "encrypted" in read(f"From: a@x.example\n{kind}\n\ngone\n".encode()).codes


def test_a_signed_letter_that_begins_like_a_header_stays_a_letter() -> None:
    packed = base64.encodebytes(cms("signed", b"Subject: is how this letter begins")).decode()
    kind = 'Content-Type: application/pkcs7-mime; name="a.txt.p7m"\nContent-Transfer-Encoding: base64'
    head = "From: a@x.example\nContent-Type: multipart/mixed; boundary=b"
    assert read(f"{head}\n\n--b\n{kind}\n\n{packed}\n--b--\n".encode()).names == ["a.txt.p7m"]


_COMPRESSED = bytes.fromhex("2a864886f70d0109100109")


def _compressed(content: bytes) -> bytes:
    held = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), der(0xA0, der(0x04, zlib.compress(content))))
    return der(0x30, der(0x06, _COMPRESSED), der(0xA0, der(0x30, der(0x02, b"\0"), der(0x30), held)))


def test_signed_content_comes_out() -> None:
    assert signed_content(cms("signed", b"blue heron" * 100)) == (b"blue heron" * 100, None)
    assert signed_content(cms("detached")) == signed_content(cms("enveloped")) == (None, None)


def test_compressed_content_comes_out_up_to_the_limit() -> None:
    assert signed_content(_compressed(b"blue heron")) == (b"blue heron", None)
    assert signed_content(_compressed(bytes(100_000)), limit=500)[0] == bytes(500)


def test_content_in_pieces_of_no_stated_length_is_joined() -> None:
    pieces = b"\x24\x80" + der(0x04, b"blue ") + der(0x04, b"heron") + b"\0\0"
    held = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010701")) + b"\xa0\x80" + pieces + b"\0\0\0\0"
    inner = b"\x30\x80" + der(0x02, b"\1") + der(0x31) + held + der(0x31) + b"\0\0"
    whole = b"\x30\x80" + der(0x06, bytes.fromhex("2a864886f70d010702")) + b"\xa0\x80" + inner + b"\0\0\0\0"
    assert signed_content(whole) == (b"blue heron", None)


def test_content_of_a_time_stamped_file_comes_out() -> None:
    stamped = der(0x30, der(0x02, b"\1"), der(0x16, b"http://x.test"), der(0x04, b"blue heron"), der(0xA0, der(0x30)))
    whole = der(0x30, der(0x06, bytes.fromhex("2a864886f70d010910011f")), der(0xA0, stamped))
    assert signed_content(whole) == (b"blue heron", None)


def test_what_there_is_of_a_message_cut_short_comes_out() -> None:
    whole = cms("signed", b"blue heron" * 100)
    assert not is_cut(whole) and is_cut(whole[:700])
    content, trouble = signed_content(whole[:700])
    assert (content or b"").startswith(b"blue heron" * 50) and trouble is not None and trouble.code == "truncated"


def test_kinds() -> None:
    assert is_encrypted(cms("enveloped")) and not is_encrypted(cms("signed", b"x"))
    assert is_cms(cms("signed", b"x")[:30]) and not is_cms(b"0123456789abcdef")


@pytest.mark.parametrize(("name", "told"), [("smime.P7M", True), ("a.p7c", True), ("a.p7s", False), (None, False)])
def test_names(name: str | None, told: bool) -> None:
    assert is_smime(name) is told


@given(st.binary(max_size=60), st.integers(0, 80))
def test_broken_messages_never_raise(noise: bytes, at: int) -> None:
    whole = cms("signed", b"blue heron" * 5)
    signed_content(whole[:at] + noise + whole[at + len(noise) :])
    is_encrypted(whole[:at])
