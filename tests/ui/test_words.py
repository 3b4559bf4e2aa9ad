"""Numbers, dates, foreign text as written for a person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ui import words


def test_counts_have_separators_and_a_noun() -> None:
    assert words.count(1, "item") == "1 item"
    assert words.count(1284, "item") == "1,284 items"
    assert words.count(2, "copy", "copies") == "2 copies"
    assert words.size(812) == "812\u00a0B"
    assert words.size(4_210_000) == "4.2\u00a0MB"


def test_time_left_is_said_only_when_known() -> None:
    assert words.time_left(0, 100, 5) == ""
    assert words.time_left(50, 100, 10) == "10 s left"
    assert words.time_left(10, 1000, 10) == "16 min left"


def test_first_strong_character_decides_the_direction() -> None:
    assert words.right_to_left("12: שלום abc")
    assert words.right_to_left("مرحبا")
    assert not words.right_to_left("Re: שלום")
    assert not words.right_to_left("123")


def test_what_mail_programs_put_before_a_subject_doesnt_decide_its_direction() -> None:
    assert words.subject_right_to_left("RE: FW: שלום abc")
    assert words.subject_right_to_left("Re[2]: مرحبا")
    assert words.subject_right_to_left("שלום")
    assert not words.subject_right_to_left("RE: abc שלום")
    assert not words.subject_right_to_left("RE: abc")
    assert not words.subject_right_to_left("Atlas: שלום")
    assert words.subject("RE: שלום") == "\u200fRE: שלום"
    assert [words.subject(said) for said in ("RE: abc", "שלום")] == ["RE: abc", "שלום"]


def test_a_line_cut_out_of_a_sentence_runs_as_most_of_it_does() -> None:
    assert not words.mostly_right_to_left("the name is written גפן, and so on")
    assert words.mostly_right_to_left("the מה שהבנתי זה השם הפנימי")
    assert not words.mostly_right_to_left("7.2")


@given(st.text())
def test_safe_text_keeps_every_place(text: str) -> None:
    assert len(words.safe_text(text)) == len(text)
    line = words.safe_line(text)
    assert len(line) == len(text)
    assert "\n" not in line
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in line)


@given(st.text())
def test_a_document_counts_as_utf16_says(text: str) -> None:
    shown = words.safe_text(text)
    document = QTextDocument()
    document.setPlainText(shown)
    assert document.characterCount() - 1 == words.utf16(shown)(len(shown))


def test_a_hint_never_becomes_markup() -> None:
    assert words.hint("<img src=x>") == "<qt>&lt;img src=x&gt;</qt>"
    assert words.hint("") == ""


def test_kinds_are_short() -> None:
    assert words.kind("message/rfc822") == "mail"
    assert words.kind("application/pdf") == "pdf"
    assert words.kind("image/svg+xml") == "svg"
    assert words.kind("application/vnd.oasis.opendocument.formula") == "formula"
    assert words.kind("") == ""
