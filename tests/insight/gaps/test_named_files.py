"""Tests of triage.insight.gaps.api: messages that others refer to, and files that messages name in their own words."""

from __future__ import annotations

import time

import pytest

from tests.insight.people.messages import headers, message
from triage.insight.gaps.api import ENDINGS, absent, known_names, last_part, named_files, own_words
from triage.text import words


def test_messages_that_others_refer_to_are_absent_unless_any_item_has_them() -> None:
    read = headers(
        message(1, message_id="<1@x>"),
        message(2, message_id="<2@x>", refs=("<1@x>", "<gone@x>")),
        message(3, message_id="<3@x>", refs=("<gone@x>", "<gone@x>", "<sealed@x>", "<3@x>")),
    )
    assert absent(read, {"<1@x>", "<2@x>", "<3@x>", "<sealed@x>"}) == {"<gone@x>": [2, 3]}


QUOTED = [
    "> look at gone.xls",
    "| look at gone.xls",
    "fine\n-----Original Message-----\nFrom: Rae\ngone.xls",
    "fine\n---------- Forwarded message ----------\ngone.xls",
    "fine\nFrom: Rae Counsel\nSent: Monday\nTo: Dana\n\ngone.xls",
    "fine\nOn Mon, 1 May 2023, Rae Counsel wrote:\ngone.xls",
    "fine\nBegin forwarded message:\ngone.xls",
    "בסדר\nמאת: רונית\nנשלח: יום ב\nאל: דנה\ngone.xls",
    "בסדר\nבתאריך 1 במאי, רונית כתבה:\ngone.xls",
    "حسنا\nمن: رامي\nإلى: دانا\ngone.xls",
    "",
]


@pytest.mark.parametrize("text", QUOTED)
def test_what_is_quoted_or_forwarded_names_no_file(text: str) -> None:
    assert named_files(text, False) == () == named_files(text, True)
    assert named_files(f"own.pdf\n{text}", True) == ("own.pdf",)


def test_whatever_names_a_file_has_a_word_that_is_searched() -> None:
    """Or the texts that a search leaves out would have it."""
    assert all(named_files(f"See plan.{ending}", False) and ending in words(f"plan.{ending}") for ending in ENDINGS)


def test_dashes_alone_end_an_answer_and_no_report() -> None:
    text = "Agenda\n--- Part two of it ---\nsee list.xls"
    assert named_files(text, False) == ("list.xls",) and named_files(text, True) == ()
    assert own_words(text, True) == "Agenda"


def test_names_of_files_are_found() -> None:
    text = "See budget.xls, <<Plan-2.docx>> and (See attached file: Q1 figures.XLSX); or a.b.pdf."
    assert named_files(text, False) == ("budget.xls", "Plan-2.docx", "Q1 figures.XLSX", "a.b.pdf")
    assert named_files("It is here\n - Commitment of Traders.pdf\n- x", False) == ("Commitment of Traders.pdf",)
    text = "תקציב.xlsx ועוד דוח-2023.pdf וגם تقرير.doc"
    assert named_files(text, False) == ("תקציב.xlsx", "דוח-2023.pdf", "تقرير.doc")


def test_addresses_and_halves_of_words_name_no_file() -> None:
    text = "http://x.example/a.pdf c:\\docs\\b.doc mail@host.doc a.pdf.example e.docs > .xls x=y.zip\n> budget.xls"
    assert named_files(text, False) == ()


def test_a_name_is_compared_by_its_end() -> None:
    assert last_part("Q1 Figures.XLSX") == "figures.xlsx" and last_part("(See b.doc)") == "b.doc"
    assert known_names(["Q1 Figures.XLSX", "b.doc"]) == {"figures.xlsx", "b.doc"}
    assert {"budget.xls", "plan.pdf"} <= known_names(["budget(1).xls", "plan (12).pdf"])


@pytest.mark.parametrize(
    "piece", ["a.", "attach ", "&a", "From: ", "-" * 40 + "\n", "x" * 50 + ".pdf", "wrote ", "any "]
)
def test_hostile_texts_take_little_time(piece: str) -> None:
    text = (piece * (1 << 16))[: 1 << 16]
    began = time.process_time()
    named_files(text, True)
    assert time.process_time() - began < 5
