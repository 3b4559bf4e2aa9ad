"""Numbers, dates, foreign text as written for a person."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from triage.search.query.values import sizes
from ui.i18n import formatting


def test_counts_have_separators_and_a_noun() -> None:
    assert formatting.count(1, "item") == "1 item"
    assert formatting.count(1284, "item") == "1,284 items"
    assert formatting.count(2, "copy", "copies") == "2 copies"


def test_sizes_count_by_1024_as_the_query_language_does() -> None:
    assert formatting.size(812) == "812\u00a0B"
    assert formatting.size(4_210_000) == "4.0\u00a0MB"
    for typed, shown in (("1kb", "1.0\u00a0KB"), ("10mb", "10.0\u00a0MB"), ("3gb", "3.0\u00a0GB")):
        assert formatting.size(sizes(typed)[0]) == shown
    assert formatting.size(5 << 40) == "5.0\u00a0TB"


def test_time_left_is_said_only_when_known() -> None:
    assert formatting.time_left(0, 100, 5) == ""
    assert formatting.time_left(50, 100, 10) == "10 s left"
    assert formatting.time_left(10, 1000, 10) == "16 min left"


def test_first_strong_character_decides_the_direction() -> None:
    assert formatting.right_to_left("12: שלום abc")
    assert formatting.right_to_left("مرحبا")
    assert not formatting.right_to_left("Re: שלום")
    assert not formatting.right_to_left("123")


def test_what_mail_programs_put_before_a_subject_doesnt_decide_its_direction() -> None:
    assert formatting.subject_right_to_left("RE: FW: שלום abc")
    assert formatting.subject_right_to_left("Re[2]: مرحبا")
    assert formatting.subject_right_to_left("שלום")
    assert not formatting.subject_right_to_left("RE: abc שלום")
    assert not formatting.subject_right_to_left("RE: abc")
    assert not formatting.subject_right_to_left("Atlas: שלום")
    assert formatting.subject("RE: שלום") == "\u200fRE: שלום"
    assert [formatting.subject(said) for said in ("RE: abc", "שלום")] == ["RE: abc", "שלום"]


def test_a_line_cut_out_of_a_sentence_runs_as_most_of_it_does() -> None:
    assert not formatting.mostly_right_to_left("the name is written גפן, and so on")
    assert formatting.mostly_right_to_left("the מה שהבנתי זה השם הפנימי")
    assert not formatting.mostly_right_to_left("7.2")


@given(st.text())
def test_safe_text_keeps_every_place(text: str) -> None:
    assert len(formatting.safe_text(text)) == len(text)
    line = formatting.safe_line(text)
    assert len(line) == len(text)
    assert "\n" not in line
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in line)


@given(st.text())
def test_a_document_counts_as_utf16_says(text: str) -> None:
    shown = formatting.safe_text(text)
    document = QTextDocument()
    document.setPlainText(shown)
    assert document.characterCount() - 1 == formatting.utf16(shown)(len(shown))


def test_a_hint_never_becomes_markup() -> None:
    assert formatting.hint("<img src=x>") == "<qt>&lt;img src=x&gt;</qt>"
    assert formatting.hint("") == ""


def test_kinds_are_short() -> None:
    assert formatting.kind("message/rfc822") == "mail"
    assert formatting.kind("application/pdf") == "pdf"
    assert formatting.kind("image/svg+xml") == "svg"
    assert formatting.kind("application/vnd.oasis.opendocument.formula") == "formula"
    assert formatting.kind("") == ""
