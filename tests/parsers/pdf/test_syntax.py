"""PDF syntax: values, escapes and text strings."""

from __future__ import annotations

import pytest

from triage.parsers.pdf.syntax import Ref, Value, text, unescaped, value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b" % remark (\n<</A(b)/#43 1>>", {"/A": b"b", "/C": "1"}),
        (b"[1 0 R 2 <4142 4> true]", [Ref(1), "2", b"AB@", "true"]),
        (b"<</K<</L[(x)]>>>> 7", {"/K": {"/L": [b"x"]}}),
        (b"(a (b) \\) c)", b"a (b) ) c"),
        (b"<</A 1 /B>>", {"/A": "1"}),
        (b"<</A(left open", ""),
        (b"]", ""),
        (b"[" * 500, ""),
        (b"", ""),
    ],
)
def test_values(written: bytes, meant: Value) -> None:
    assert value(written) == meant


def test_escapes() -> None:
    assert unescaped(b"a\\n\\101\\0534\\\r\n\\x\\)") == b"a\nA+4x)"


def test_text_strings() -> None:
    assert [text(s) for s in (b"\xfe\xff\0A", b"\xff\xfeA\0", b"\xef\xbb\xbf\xd7\xa9", b"\x80\xe9\xa0")] == [
        "A",
        "A",
        "ש",
        "•é€",
    ]
