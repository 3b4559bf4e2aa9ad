"""Where a mail quotes others: by the marks of mail programs in several languages, whole lines, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.quotes import quotes


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quotes(text)]


def test_marked_lines_with_blank_ones_between() -> None:
    text = "Hi\n\n> one\n> two\n\n>> three\nmy own words\n> short\n"
    assert found(text) == ["> one\n> two\n\n>> three\n"]


@pytest.mark.parametrize(
    "line",
    [
        "On Tue, 2 May 2023 at 14:03, Dana Levi <dana@halden.example> wrote:",
        "Am 02.05.2023 um 14:03 schrieb Dana Levi:",
        "Le 2 mai 2023 à 14:03, Dana Levi a écrit :",
        "ב-2 במאי 2023, דנה לוי כתבה:",
        "في 2 مايو 2023 كتب عمر:",
        "On Tue, 2 May 2023,\nDana Levi <dana@halden.example> wrote:",
    ],
)
def test_what_follows_a_line_that_names_the_writer(line: str) -> None:
    assert found(f"Hi\n\n{line}\none\ntwo\nthree\n") == ["one\ntwo\nthree\n"]


@pytest.mark.parametrize(
    "head",
    [
        "From: Dana Levi\nSent: Tuesday\nTo: Omar Said\nSubject: heron\n",
        "Von: Dana Levi\nGesendet: Dienstag\nAn: Omar Said\nBetreff: heron\n",
        "מאת: דנה לוי\nנשלח: יום שלישי\nאל: עומר\nנושא: אנפה\n",
        "-----Original Message-----\nFrom: Dana Levi\nSent: Tuesday\nTo: Omar\n",
        "---------- Forwarded message ---------\nFrom: Dana Levi\nDate: Tuesday\nTo: Omar\n",
        "*From:* Dana Levi\n*Sent:* Tuesday\n*To:* Omar Said\n",
    ],
)
def test_blocks_of_fields_and_lines_that_say_so(head: str) -> None:
    assert found(f"See below.\n\n{head}\nold words\n") == [f"{head}\nold words\n"]


BLOCK = "From: {0}\nSent: Tuesday\nTo: Omar\n\nwords\n"


def test_adjacent_quotations_are_one() -> None:
    older = BLOCK.format("Dana") + BLOCK.format("Omar")
    assert found(f"New.\n\n{older}") == [older]
    marked = "> one\n> two\n\nOn 2 May, Dana <d@halden.example> wrote:\n>> three\n"
    assert found(f"New.\n{marked}\nRegards\n") == [marked]


def test_words_between_quotations_keep_them_apart() -> None:
    assert found("New.\n> one\n> two\n> three\nI agree.\n> four\n> five\n> six\n") == [
        "> one\n> two\n> three\n",
        "> four\n> five\n> six\n",
    ]


def test_of_a_mail_that_only_passes_others_on_the_last_one_is_shown() -> None:
    assert found(BLOCK.format("Dana") + BLOCK.format("Omar") + BLOCK.format("Levi")) == [
        BLOCK.format("Omar") + BLOCK.format("Levi")
    ]


def test_a_mail_that_says_nothing_of_its_own_is_shown() -> None:
    text = "-----Original Message-----\nFrom: Dana\nSent: Tuesday\nTo: Omar\n\nwords\n"
    assert found(text) == []
    assert found("\n> one\n> two\n> three\n") == []
    assert found("On Tue, 2 May 2023, Dana Levi wrote:\n> one\n> two\n> three\n") == []


def test_a_few_words_above_the_line_that_names_the_writer_are_the_mail_s_own() -> None:
    assert found("Yes.\nOn 2 May, Dana <d@halden.example> wrote:\n> one\n> two\n> three\n")


def test_a_quotation_before_the_first_own_words_is_one_too() -> None:
    assert found("> one\n> two\n> three\n\nI see.\n\n> four\n> five\n> six\n") == [
        "> one\n> two\n> three\n",
        "> four\n> five\n> six\n",
    ]


def test_a_sentence_with_a_colon_is_no_quotation() -> None:
    assert found("Dana wrote:\none\ntwo\nthree\n") == []
    assert found("x\nFrom: here to there\nwe go\nfurther\n") == []


@given(st.text(alphabet="> \nabOn:wrote2FromSentTo-", max_size=300))
def test_quotations_are_whole_lines_in_order(text: str) -> None:
    at = 0
    for start, end in quotes(text):
        assert at <= start < end <= len(text)
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end - 1] == "\n"
        at = end
