"""HTML and text wrapped in the rich text of mails."""

from __future__ import annotations

import struct

import pytest

from tests.effort import TIMES, counted
from triage.parsers.outlook.rtf_mail import unpack, unwrap

HTML = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss\fcharset177 Arial;}}"
    rb"{\*\htmltag64 <p class=\'22x\'22>}\htmlrtf {\htmlrtf0 Caf\'e9 {\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0 Co"
    rb"\htmlrtf \par\htmlrtf0 {\*\mhtmltag64 <ignored>}{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0 }"
)


def test_html_comes_out_as_it_was_put_in() -> None:
    assert unwrap(HTML) == ('<p class="x">Café &amp;Co</p>', True)


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi\fromtext one\par two}", "one\ntwo"),
        (rb"{\rtf1\ansi{\fonttbl{\f1\fcharset177 David;}}\f1 \'f9\'ec\'e5\'ed}", "שלום"),
        (rb"{\rtf1\ansi\uc1 \u1513?\u-10179?\u-8704?}", "ש😀"),
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0}", "Пр"),
        (rb"{\rtf1 a{\*\unknown hidden}b{\info{\author Ada}}c}", "abc"),
        (b"{\\rtf1 ends with its brace}\0", "ends with its brace"),
        (rb"{\rtf1 a\~b\_c\{d\}}", "a\xa0b-c{d}"),
        (rb"{\rtf1\uc2 \u8364\'80\'80 x}", "€ x"),
    ],
)
def test_text(rtf: bytes, text: str) -> None:
    assert unwrap(rtf) == (text, False)


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(("start", "piece"), [("", "{"), ("", "}"), ("", "\\"), ("{\\rtf1 ", "\\'")])
def test_hostile_rtf_takes_linear_time(start: str, piece: str, times: int) -> None:
    junk = (start + piece * 20_001 * times).encode()
    with counted() as effort:
        unwrap(junk)
    assert effort.steps < 60 * len(junk)


# Compressed rich text of Outlook.

# The two worked examples of MS-OXRTFCP 4.1.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
TEXT = b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
REPEATED = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_the_standard_s_examples() -> None:
    assert unpack(PACKED, 1000) == TEXT
    assert unpack(REPEATED, 1000) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_unpacked_bodies_are_passed_through() -> None:
    data = struct.pack("<IIII", len(TEXT) + 12, len(TEXT), 0x414C454D, 0) + TEXT
    assert unpack(data, 1000) == TEXT


def test_the_limit_holds() -> None:
    assert unpack(REPEATED, 9) == b"{\\rtf1 WX"


@pytest.mark.parametrize("data", [b"", b"short", b"x" * 40])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data, 1000)


@pytest.mark.parametrize("cut", range(16, len(PACKED), 5))
def test_cut_bodies_give_what_is_there(cut: int) -> None:
    assert TEXT.startswith(unpack(PACKED[:cut], 1000)[: max(0, cut - 20)])
