"""Queries of other programs: all are refused with a suggestion that finds what the table says; plain words are not."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.effort import TIMES
from tests.records import scope, write
from tests.search.query.foreign_queries import FOREIGN, RECORDS, ForeignQuery
from triage.case import Case
from triage.errors import QueryError
from triage.search.query.foreign import first
from triage.search.query.language import read
from triage.search.query.lexer import lex

ROWS = [row for rows in FOREIGN.values() for row in rows]
_NEW_YEAR = 1_041_379_200  # 1 January 2003 in UTC


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("foreign")
    for path in write(folder / "records", RECORDS).rglob("*.txt"):
        os.utime(path, (_NEW_YEAR, _NEW_YEAR))
    with Case.create(folder / "case", scope(folder / "records")) as case:
        case.index()
        case.decisions.tag(case.search.run("subject:lunch").nos, "hot", "A. Reader", "command")
        yield case


def test_the_table_has_a_hundred_queries() -> None:
    assert len({row.typed for row in ROWS}) == len(ROWS) == 100


@pytest.mark.parametrize("row", ROWS, ids=[row.typed for row in ROWS])
def test_a_query_of_another_program_is_refused_and_its_suggestion_finds_what_is_said(
    row: ForeignQuery, case: Case
) -> None:
    with pytest.raises(QueryError) as caught:
        read(row.typed)
    assert caught.value.mend == row.suggestion
    names = [found.name.partition(".")[0] for found in case.search.run(row.suggestion, limit=None).rows]
    assert sorted(names) == sorted(row.items.split())


@pytest.mark.parametrize(
    "text",
    [
        *("AT&T", "R&D", "either/or", "und/oder", "a/s", "c/o", "w/o", "p/s", "n/a", "24/7", "km/h", "and/or"),
        *("100%", "50%off", "caf%C3%A9", "#1", "x=5", "e=mc2", "~5", "C++", "C#", "+49 89 1234", "/etc/passwd"),
        *("first+tag@wren.example", "jonas%reed@wren.example", "<jonas@wren.example>", "{3F2504E0-4F89}"),
        *("http://wren.example/?a=1&&b=2%20c||d", "www.wren.example/a||b@c", "[EXTERNAL] offer", "subject"),
        *("near the office", "within a month of work", "but the rest", "size matters", "notes from a to b"),
        *("any all none words", "same with like", "tag:a&&b", "tag:~x", "custodian:a|b", "path:*a%b*", "subject:RE:"),
        *("subject:contains lunch", "subject:after:lunch", "from:first+tag@wren.example", "date:2001-01-01 lunch"),
        *("size:> 1 mb lunch", "date(s) of delivery", "mail(s) and call(s)", "date:2001 to 5 people"),
        *("sent between 5k and 10k", "lunch ~30 people"),
    ],
)
def test_what_may_be_a_word_a_name_or_an_address_is_read(text: str) -> None:
    assert read(text).reading


@pytest.mark.parametrize("row", ROWS, ids=[row.typed for row in ROWS])
def test_in_a_phrase_it_is_plain_text(row: ForeignQuery) -> None:
    plain = row.typed.replace('"', "").replace("*", "").replace("?", "").replace("!(", "(").replace("~", " ")
    for phrase in (f'"so {plain}"', f'="{plain} so"'):
        assert read(phrase).reading
        assert read(f"subject:{phrase}").reading


@pytest.mark.parametrize("text", ["older_than:1y", "date:today", 'received:"last week"', "sent>=yesterday"])
def test_a_date_that_depends_on_the_day_is_refused_without_a_suggestion(text: str) -> None:
    with pytest.raises(QueryError, match="changes its meaning every day") as caught:
        read(text)
    assert caught.value.mend is None


@pytest.mark.parametrize("text", ["10 % discount", "5 % or 7 %", "{ } lunch"])
def test_signs_between_words_are_no_operators_of_another_program(text: str) -> None:
    with pytest.raises(QueryError, match="has no letter or digit, and only those are searched"):
        read(text)


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(("start", "more"), [("date(", " to "), ("mail(", "    "), ("a!(", "****"), ("^(a)", "    ")])
def test_a_form_that_never_ends_takes_no_longer_than_its_length(start: str, more: str, times: int) -> None:
    text = start + more * (5_000 * times)
    form = first(text, list(lex(text)))
    assert form is None or form.meant is None


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("size:1mb to 5mb", "size:1mb..5mb"),
        ("size between 1m and 5MB", "size:1m..5mb"),
        ("harvest~0.8", "harvest~1"),
        ("harvest~1.0", "harvest~1"),
        ("harvest*^2 lunch", "harvest* lunch"),
        ("har?est^0.5", "har?est"),
        ("harvest*~0.8", "harvest*"),
        ("lunch har?est~.5", "lunch har?est"),
        ('"blue heron" ~3', "(blue w/4 heron)"),
        ("size:500 to 600", "size:500..600"),
        ("size: 1 mb - 1.5 mb", "size:1mb..1.5mb"),
        ("date( 1/13/2001  to 5/13/2001 )", "date:2001-01-13..2001-05-13"),
        ("mail( reed ) lunch", "participants:reed lunch"),
        ("(lunch OR harvest!)", "(lunch OR harvest*)"),
        ("subject:ha%rvest", "subject:harvest~1"),
        ("lunch subject: harvest!", "lunch subject: harvest*"),
        ("from:~apply", "from:stem(apply)"),
        ("body:(ha%rvest OR x)", "body:(harvest~1 OR x)"),
        ("subject:16~~18", "subject:(16 OR 17 OR 18)"),
        ('subject:"blue heron"~3', "subject:(blue w/4 heron)"),
        ('lunch subject:"blue heron"^2', 'lunch subject:"blue heron"'),
        ('body:"##199[0-9]"', "body:/199[0-9]/"),
    ],
)
def test_a_variant_of_a_form_is_refused_too_also_behind_the_name_of_a_field(text: str, mend: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert (caught.value.mend or "").replace(": ", ":") == mend.replace(": ", ":")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("(harvest OR plan)^2 lunch", "^2"),
        ("from:(jonas OR mira)^0.5", "^0.5"),
        ("(harvest OR plan)~.8", "~.8"),
        ('path:"blue heron"~3', "~3"),
        ('="blue heron"~3', "~3"),
        ('="blue heron" ~3', "~3"),
        ("(harvest OR plan) ^2", "^2"),
        ("stem(harvest)^2 lunch", "^2"),
        ("lunch stem(harvest) ^0.5", "^0.5"),
    ],
)
def test_a_weight_or_distance_of_what_takes_none_is_refused_without_a_suggestion(text: str, sign: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert str(caught.value) == f"{sign} is syntax of another program and has no equivalent here."
    assert caught.value.mend is None


def test_what_has_two_meanings_is_refused_with_both() -> None:
    with pytest.raises(QueryError, match=r"write stem\(apply\) for its forms, or apply~1") as caught:
        read("lunch apply~")
    assert caught.value.mend is None and (caught.value.start, caught.value.end) == (6, 12)
    for text in ("received>=02/03/2001", "sent:>=02/03/2001"):  # and the first step of a suggestion
        with pytest.raises(QueryError, match="two meanings: write") as caught:
            read(text)
        assert caught.value.mend is None


def test_only_whole_words_can_be_struck_out() -> None:
    with pytest.raises(QueryError, match="Only whole words can be struck out"):
        read("/har.*/!(harv*)")


def test_so_many_numbers_are_not_listed() -> None:
    with pytest.raises(QueryError, match="no equivalent") as caught:
        read("1~~5000")
    assert caught.value.mend is None
