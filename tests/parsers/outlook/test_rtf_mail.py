"""HTML and text wrapped in the rich text of mails."""

from __future__ import annotations

import pytest

from tests.effort import TIMES, counted
from triage.parsers.outlook.rtf_mail import unwrap

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
