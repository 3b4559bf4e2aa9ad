"""Queries of other programs and everyday texts: each is refused, read as it is meant, or read as words with a note."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.records import mail, scope, write
from triage.case import Case
from triage.errors import QueryError
from triage.search.query.language import read

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[2]
_SHARED = Path(os.environ.get("TRIAGE_SHARED", _ROOT.parent / "shared")) / "repro" / "foreign.tsv"


_LIKE_SYNTAX = re.compile(r"[~^<>{}\\]|\w\(|\.\.|[a-z]\w*/\d|\b[A-Z]{3,}\b|,|;(?!$)|=(?!\d)")

_OWN = re.compile(r"\b[a-z-]+:+\S+|\b(?:AND|OR|NOT|not)\b|\bw/\d+ ")


class Row(NamedTuple):
    program: str
    typed: str
    outcome: str
    text: str


def rows() -> list[Row]:
    lines = (_HERE / "other_programs.tsv").read_text("utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("row", rows(), ids=[row.typed for row in rows()])
def test_a_query_of_another_program_is_answered_as_the_table_says(row: Row) -> None:
    try:
        reading = read(row.typed)
    except QueryError as error:
        assert ("refused", error.mend or error.quoted) == (row.outcome, row.text)
        assert error.quoted and read(error.quoted)
        assert error.mend is None or read(error.mend)
    else:
        assert ("noted" if reading.notes else "read", reading.reading) == (row.outcome, row.text)
        assert read(reading.reading).query == reading.query


EVERYDAY = (_HERE / "everyday.txt").read_text("utf-8").splitlines()
READ_AS_SYNTAX = {
    "Message-ID: <20010513.1234@mail.wren.example>": "message-id:",
    "Subject: harvest plan": "subject:",
    "From: Jonas Smith": "from:",
    "Note: bring lunch": "note:",
    "ID: 1234": "id:",
    "What?!": "What?",
    "why not?": "not?",
    "שלום, מה נשמע?": "נשמע?",
    "not now": "NOT now",
}
"""Everyday texts that are syntax here, and what the reading shows of it; all but the last have a note that says so."""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("everyday")
    start = b"From x Mon May 14 00:00:00 2001\n"
    mails = [start + mail(f"Item {no}", f"So: {text} so\n\n") for no, text in enumerate(EVERYDAY)]
    root = write(folder / "records", {"all.mbox": b"".join(mails)})
    with Case.create(folder / "case", scope(root)) as case:
        case.index()
        yield case


def test_the_tables_have_what_they_should() -> None:
    assert len({row.typed for row in rows()}) == len(rows()) >= 200
    assert len(set(EVERYDAY)) == len(EVERYDAY) >= 150


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_text_is_read_or_the_first_suggestion_finds_it(text: str, case: Case) -> None:
    try:
        reading = read(text)
    except QueryError as error:
        query = error.mend or error.quoted or ""
    else:
        query = text
        if shown := READ_AS_SYNTAX.get(text):
            assert shown in reading.reading and (reading.notes or text == "not now")
            return
    found = case.search.run(query, limit=None).rows
    assert f"Item {EVERYDAY.index(text)}" in [row.subject for row in found]


@pytest.mark.skipif(not _SHARED.is_file(), reason="the shared list of queries is not here (TRIAGE_SHARED)")
def test_a_shared_list_of_queries_is_refused_with_offers_or_read_with_a_note() -> None:
    silent = []
    for line in _SHARED.read_text("utf-8").splitlines()[1:]:
        typed = line.partition("\t")[0]
        try:
            reading = read(typed)
        except QueryError as error:
            assert error.quoted and read(error.quoted), typed
            assert error.mend is None or read(error.mend)
        else:
            assert read(reading.reading).query == reading.query
            if not reading.notes:
                silent.append(typed)
    assert not [typed for typed in silent if _LIKE_SYNTAX.search(_OWN.sub(" ", typed))]


@pytest.mark.parametrize(
    "text",
    [
        *("is:unread", "is:starred", "SELECT * FROM mail", "SELECT plan FROM mail AND"),
        *("harvest nor AND", "date(1/10/06)", "ti(harvest)"),
    ],
)
def test_what_loses_a_value_or_keeps_an_operator_is_not_offered(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert caught.value.mend is None and caught.value.quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("from:dana ti(harvest)", 'from:dana "ti(harvest)"'),
        ("harvest w/5 lunch AND ti(x)", 'harvest w/5 lunch AND "ti(x)"'),
        ("total (net), see printf(x)", '"total (net), see printf(x)"'),
        ("stem(two words)", '"stem two words"'),
        ("from:a is:unread", 'from:a "is:unread"'),
        ('צה"ל foo(x)', '"צה"ל foo(x)"'),
        ("!! && !!", None),
    ],
)
def test_the_text_itself_is_offered_in_quotation_marks(text: str, quoted: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert caught.value.quoted == quoted
    assert quoted is None or read(quoted)


def test_an_equivalent_that_cannot_be_read_says_why() -> None:
    with pytest.raises(QueryError, match="two meanings: write 2001-03-02 or 2001-02-03"):
        read("received>=02/03/2001")
    with pytest.raises(QueryError, match="'1/10/06' isn't a date"):
        read("date(1/10/06)")
