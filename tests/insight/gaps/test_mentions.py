"""Tests of triage.insight.gaps.mentions: what a message says that it encloses, in its own words alone."""

from __future__ import annotations

import time

import pytest

from triage.insight.gaps.mentions import SEARCHED, known_names, last_part, mentions, own_words
from triage.text import words

SAID = [
    "Please find attached the budget.",
    "I have attached the draft for you.",
    "see the\nattached file",
    "The figures are attached.",
    "Attached is the list of names",
    "Attached please find our offer",
    "As you will read in the attachment, we lost.",
    "Please review my attachment before noon",
    "Enclosed are the papers",
    "The offer is attached. Below you find the prices",
    "Read it in the attachment I made",
    "I'm enclosing the contract",
    "I’ve attached it now",
    "Anbei die Zahlen.",
    "Die Datei ist im Anhang.",
    "Vous trouverez ci-joint le contrat",
    "Le plan est en pièce jointe.",
    "Le envío adjunto el informe",
    "In allegato il contratto",
    "מצורף הקובץ שביקשת",
    'רצ"ב ההסכם החתום',
    "מצ״ב הטבלה",
    "ראה בבקשה את המסמך המצורף",
    "צירפתי את הדוח",
    "تجدون التقرير المرفق",
    "أرفقت لكم العقد",
    "العقد مرفق مع هذه الرسالة",
    "تجدون طيه العقد",
]
NOT_SAID = [
    "There is no attachment here",
    "It came without the attachments.",
    "This message and any attachments are confidential and for the intended recipient.",
    "Please note that the attached documents may be privileged. If you aren't the intended recipient, delete them.",
    "The garage is attached to the house",
    "He is very attached to it",
    "the attaché wrote",
    "ללא מסמך מצורף",
    "I have attached my new address below",
    "It is as in Attachment J of the manual",
    "> see the attached file",
    "| see the attached file",
    "fine\n-----Original Message-----\nFrom: Rae\nplease find attached",
    "fine\n---------- Forwarded message ----------\nI have attached it",
    "fine\nFrom: Rae Counsel\nSent: Monday\nTo: Dana\n\nplease find attached",
    "fine\nOn Mon, 1 May 2023, Rae Counsel wrote:\nplease find attached",
    "fine\nBegin forwarded message:\nplease find attached",
    "בסדר\nמאת: רונית\nנשלח: יום ב\nאל: דנה\nמצורף הקובץ",
    "בסדר\nבתאריך 1 במאי, רונית כתבה:\nמצורף הקובץ",
    "حسنا\nمن: رامي\nإلى: دانا\nتجدون التقرير المرفق",
    "",
]


@pytest.mark.parametrize("text", SAID)
def test_a_message_says_that_something_is_attached(text: str) -> None:
    assert mentions(text, False).words
    assert mentions(f"Hello,\n\n{text}\n\nRae", True).words


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_denied_quoted_or_small_print_says_nothing(text: str) -> None:
    assert mentions(text, False).words == "" == mentions(text, True).words


@pytest.mark.parametrize("text", SAID)
def test_whatever_says_it_has_a_word_that_is_searched(text: str) -> None:
    """Or the texts that a search leaves out would have it."""
    searched = {word for one in SEARCHED for word in words(one)}
    assert not searched.isdisjoint(words(text))


def test_small_print_below_takes_nothing_away() -> None:
    small = "This message is intended solely for its recipient and may contain privileged matter."
    assert mentions(f"Please find attached the budget.\n\n{small}", False).words
    assert not mentions(f"Hello\n\n{small} See the attached terms.\n\nRae", False).words


def test_dashes_alone_end_an_answer_and_no_report() -> None:
    text = "Agenda\n--- Part two of it ---\nsee the attached list"
    assert mentions(text, False).words and not mentions(text, True).words
    assert own_words(text, True) == "Agenda"


def test_the_words_around_are_quoted_whole_and_on_one_line() -> None:
    long = "far " * 40
    quoted = mentions(f"{long} please find\nattached the plan {long}", False).words
    assert "please find attached the plan" in quoted and len(quoted) < 220
    assert quoted.startswith("far ") and quoted.endswith(" far")
    assert mentions("Attached is it", False).words == "Attached is it"


def test_names_of_files_are_found() -> None:
    text = "See budget.xls, <<Plan-2.docx>> and (See attached file: Q1 figures.XLSX); or a.b.pdf."
    assert mentions(text, False).files == ("budget.xls", "Plan-2.docx", "Q1 figures.XLSX", "a.b.pdf")
    assert mentions("It is here\n - Commitment of Traders.pdf\n- x", False).files == ("Commitment of Traders.pdf",)
    text = "תקציב.xlsx ועוד דוח-2023.pdf וגם تقرير.doc"
    assert mentions(text, False).files == ("תקציב.xlsx", "דוח-2023.pdf", "تقرير.doc")


def test_addresses_and_halves_of_words_name_no_file() -> None:
    text = "http://x.example/a.pdf c:\\docs\\b.doc mail@host.doc a.pdf.example e.docs > .xls x=y.zip\n> budget.xls"
    assert mentions(text, False).files == ()


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
    mentions(text, True)
    assert time.process_time() - began < 5
