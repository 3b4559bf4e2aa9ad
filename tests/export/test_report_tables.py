"""Tests of reports as tables: their columns, a union that says what it is, hits in their order."""

from __future__ import annotations

from triage.export.tables import HIT_HEAD, NOTES, UNION, hit_table, term_table
from triage.messages import plain, say
from triage.model.items import ItemId, ItemNo
from triage.model.reports import Expansion, HitLine, HitList, IndexState, Scope, Tally, TermReport, TermRow

INDEX = IndexState(3, "41:abcdef0123456789ff", 9, 8, 7, "fts5 3.50", "1.0")
TALLY = Tally(3, 5, 1, 2, 40, 2, 2, (("dana", 1), ("omar", 2)))
WORDS = Expansion("her*", 3, (("heron", 1200), ("herons", 3)))
ROWS = (
    TermRow(1, "her*", "her*", (plain("a note"),), (WORDS,), TALLY, None, "2026-01-02T03:04:05.000Z"),
    TermRow(2, "(x", "", (), (), None, say("parenthesis-unclosed"), "2026-01-02T03:04:06.000Z"),
)
UNION_TALLY = Tally(3, 5, None, None, None, 2, 2, (("omar", 2),))
REPORT = TermReport(
    "birds", Scope("is:untagged", "is:untagged", 12, 9, 2, 1), ROWS, UNION_TALLY, ("dana", "omar"), INDEX, "now"
)


def test_the_columns() -> None:
    said = term_table(REPORT)
    assert said.head == (
        "#",
        "Term as entered",
        "Parsed as",
        "Variants",
        "Documents",
        "+Family",
        "Unique documents",
        "Unique +Family",
        "Hits",
        "Deduplicated documents",
        "Families",
        "dana",
        "omar",
        "% of scope",
        "Not searchable in scope",
        "Error",
        "Run at (UTC)",
        "Index id",
    )
    assert said.rows[0] == (
        1,
        "her*",
        "her*\na note",
        "her* → heron 1,200, herons 3 and 1 more words",
        3,
        5,
        1,
        2,
        40,
        2,
        2,
        1,
        2,
        0.25,
        1,
        "",
        "2026-01-02T03:04:05.000Z",
        INDEX.id,
    )
    assert all(len(row) == len(said.head) for row in said.rows)


def test_a_term_that_could_not_be_asked_has_no_numbers() -> None:
    row = term_table(REPORT).rows[1]
    assert row[4:15] == (None,) * 11 and row[15] == "This parenthesis isn't closed."


def test_the_union_says_that_it_is_no_sum() -> None:
    union = term_table(REPORT).rows[-1]
    assert union[1] == UNION and "not the sum" in UNION
    assert union[4:14] == (3, 5, None, None, None, 2, 2, 0, 2, 0.25)


def test_what_is_said_about_it() -> None:
    facts = dict(term_table(REPORT).facts)
    assert facts["Searched set"] == "12 items that is:untagged finds: 9 fully searchable, 2 partly, 1 not"
    assert facts["Terms"] == "2, of which 1 could not be asked" and INDEX.id in facts["Index"]
    assert term_table(REPORT).notes == NOTES and "Stopped" not in facts


def test_a_term_without_words() -> None:
    assert Expansion("q*", 0, ()).in_words() == "q* → no word of the index"


def test_the_lines_in_their_order() -> None:
    lines = tuple(HitLine(ItemNo(n), ItemId(f"id{n}"), "body", "the ", "heron", " flies", 0, 4, 0) for n in (7, 3))
    said = hit_table(HitList("heron", (plain("a note"),), 2, 40, lines))
    assert said.head == HIT_HEAD and said.notes == ("a note",)
    assert said.rows == ((1, "id7", "body", "the ", "heron", " flies"), (2, "id3", "body", "the ", "heron", " flies"))
    assert dict(said.facts) == {"Read as": "heron", "Hits": "40 in 2 items", "Listed": "2 hits"}
