"""Tests of pdf.objects on values, streams and locked files of one page."""

from __future__ import annotations

import io

import pytest

from tests.parsers.office_builders import pdf, shows
from triage.parsers.pdf.objects import dictionaries, form_parts, literal, number, opened, qpdf, text, written


def test_text_strings() -> None:
    strings = (b"\xfe\xff\0A", b"\xff\xfeA\0", b"\xef\xbb\xbf\xd7\xa9", b"\x80\xe9\xa0", b"\xef\xbb\xbf\xff")
    assert [text(string) for string in strings] == ["A", "A", "ש", "•é€", "ï»¿ÿ"]
    assert [text(other) for other in (None, 7, True, qpdf().Name.A, qpdf().Array([]))] == [""] * 5


@pytest.mark.parametrize(
    ("between", "meant"),
    [("a\\n\\101\\0534\\\r\n\\x\\)", "a\nA+4x)"), (r"\376\377\000M\005\351", "Mש"), ("(", ""), (")", ""), ("", "")],
)
def test_literal_strings(between: str, meant: str) -> None:
    assert literal(between) == meant


def test_the_dictionaries_of_an_object_are_its_own_only() -> None:
    extra = "120 0 obj\n<</A[<</B 121 0 R>>[<</C 1>>]]/D 121 0 R>>\nendobj\n121 0 obj\n<</E 120 0 R>>\nendobj\n"
    extra += "122 0 obj\n<</Length 0/Parms<</F 1>>>>stream\n\nendstream\nendobj\n"
    document = opened(pdf([shows("page")], extra=extra))
    keys = [sorted(one.keys()) for one in dictionaries(document.get_object(120, 0))]
    assert sorted(keys) == [["/A", "/D"], ["/B"], ["/C"]]
    stream = document.get_object(122, 0)
    assert [sorted(one.keys()) for one in dictionaries(stream)] == [["/Length", "/Parms"], ["/F"]]
    assert written(stream).startswith(b"<<") and written(document.get_object(999, 0)) == b""
    assert [number(stream, "/Length"), number(stream, "/Parms"), number(None, "/N")] == [0, 0, 0]


def test_the_parts_of_a_form_are_its_streams() -> None:
    extra = "121 0 obj\n<</Length 1>>stream\nx\nendstream\nendobj\n122 0 obj\n<</XFA 121 0 R>>\nendobj\n"
    for entry, count in (("122 0 R", 1), ("<</XFA[(a) 121 0 R(b) 9 0 R]>>", 1), ("<</XFA 5>>", 0), ("7", 0)):
        document = opened(pdf([shows("page")], extra=extra, catalog=f"/AcroForm {entry}"))
        assert len(form_parts(document)) == count


def test_a_password_is_tried_in_both_encodings_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    plain = pdf([shows("page")])
    locked = io.BytesIO()
    with opened(plain) as document:
        document.save(locked, encryption=qpdf().Encryption(owner="", user="Gr\u00fcn", R=4, aes=False, metadata=False))
    with opened(locked.getvalue(), ["wrong", "Gr\u00fcn"]) as document:
        assert document.is_encrypted
    with pytest.raises(qpdf().PasswordError):
        opened(locked.getvalue(), ["wrong"])
    with pytest.raises(qpdf().PdfError):
        opened(plain[:200])
    assert opened(plain[:-60]).Root is not None
    assert capfd.readouterr() == ("", "")


def test_a_part_of_a_file_must_be_whole() -> None:
    plain = pdf([shows("page")])
    assert opened(plain + b"more", end=len(plain)).Root is not None
    with pytest.raises(qpdf().PdfError):
        opened(plain, end=len(plain) - 60)
