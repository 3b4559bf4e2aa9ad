"""WordPerfect documents of versions 4 to 6."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsers.reading import read
from triage.parsers import choose
from triage.parsers.kit.contract import Probe
from triage.parsers.office.wordperfect import INTERNATIONAL, UNKNOWN, character


def document(body: bytes, major: int, key: int = 0) -> bytes:
    return b"\xffWPC" + struct.pack("<IBBBBHH", 16, 1, 0x0A, major, 0, key, 0) + body


def sized_5(code: int, sub: int, inner: bytes) -> bytes:
    """Return a function of version 5 with its size, which stands at both ends."""
    size = struct.pack("<H", len(inner) + 4)
    return bytes([code, sub]) + size + inner + size + bytes([sub, code])


def sized_6(code: int, sub: int, inner: bytes = b"") -> bytes:
    """Return a function of version 6 with its whole size."""
    size = struct.pack("<H", len(inner) + 10)
    return bytes([code, sub]) + size + b"\0" + struct.pack("<H", len(inner)) + inner + size + bytes([code])


def test_version_5_with_what_is_set_apart() -> None:
    header = sized_5(0xD5, 0, bytes(18) + b"For internal use")
    note = sized_5(0xD6, 0, b"\0\1\0\1" + bytes(12) + b"see the ledger")
    body = sized_5(0xD0, 1, bytes(8)) + header + b"\xc3\x0c\xc3Falcon\xc4\x0c\xc4 six\xa9month\x0dterms" + note
    body += b"\x0aCaf\xc0\x29\x01\xc0\xc1\0\xff\xff\xff\xff\xff\xff\xc1\xc0\x0e\x0a\xc0\x0a\x8cend"
    reading = read(document(body, 0), "a.wp")
    assert reading.text() == "Falcon six-month terms\nCafé\tЖ\nend"
    assert reading.text("margin") == "For internal use" and reading.text("note") == "see the ledger"
    assert reading.codes == []


def test_version_6() -> None:
    body = sized_6(0xD4, 0x1A, b"\xd0xyz\xd0") + b"Falcon\x80six\x84month" + sized_6(0xD0, 1) + b"terms\xcc"
    body += (
        b"Caf\xf0\x29\x01\xf0\x80\x0e" + sized_6(0xE0, 0x11) + b"\xf2\x0c\xf2x\xf3\x0c\xf3" + sized_6(0xD0, 4) + b"end"
    )
    assert read(document(body, 2), "a.wpd").text() == f"Falcon six-month terms\nCafé {INTERNATIONAL[13]}\tx\nend"


@pytest.mark.parametrize("codec", ["utf-8", "cp1255", "cp1251", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["doc", "wpd"])
def test_text_in_other_scripts_is_no_old_document(codec: str, ending: str) -> None:
    text = "Договор №2024 подписан: the heron contract" if codec == "cp1251" else "חוזה 2024 נחתם: the heron contract"
    assert read(text.replace("№", "N").encode(codec), f"a.{ending}").text() == text.replace("№", "N")


def test_version_4_has_no_signature() -> None:
    style = b"\xd0BlBp\xd0\xf1\0\0\0\0\0\xf1"
    data = style + b"\xcb\x0a\x01\xf6\x01\xcbFalcon pays in\x0dMay. \xc3\0)\xc3na\xe1\x8b\xe1ve terms\x0aend of it"
    reading = read(data + b"\xd1\0For internal use\xff\xd1", "a.doc")
    assert reading.text() == "Falcon pays in May. naïve terms\nend of it"
    assert reading.text("margin") == "For internal use"
    assert choose(Probe(data, "a.dat", "")) is None
    assert choose(Probe(b"\xd0\0\0\xd0" * 9 + bytes(40), "a.doc", "")) is None


def test_locked_and_damaged_ones_are_told() -> None:
    locked = read(document(b"\x12\x99", 0, key=0x1234))
    assert locked.codes == ["encrypted"] and locked.extract.segments == []
    torn = read(document(b"kept \xd0\x01\xff\xffand more\xc0\x01\x63\xc0", 0))
    assert "kept" in torn.text() and "and more" in torn.text() and set(torn.codes) == {"damaged"}
    assert UNKNOWN in torn.text()


def test_letters_of_other_scripts() -> None:
    shown = "".join(character(s, n) for s, n in ((1, 23), (1, 98), (8, 51), (9, 26), (10, 0), (10, 65), (4, 23)))
    assert shown == "ßČωתАя©" and len(INTERNATIONAL) == 32
    assert character(0, 65) == "A" and character(7, 1) == character(1, 255) == UNKNOWN


@given(st.binary(max_size=300), st.sampled_from([0, 2]))
def test_damage_raises_nothing(body: bytes, major: int) -> None:
    read(document(body, major))
