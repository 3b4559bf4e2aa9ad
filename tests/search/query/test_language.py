"""The language: what is read, what is refused and where, and that no text whatever takes the reader down."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.effort import counted, examples
from tests.search.query.examples import ATTRIBUTE_EXAMPLES, EXAMPLES, Example
from tests.search.search_corpus import Corpus, RawTexts, engine_over, queries
from triage.errors import QueryError
from triage.messages import render
from triage.search.query.language import read, write
from triage.search.query.tree import (
    And,
    Attribute,
    Everything,
    Ids,
    Literal,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Word,
    rebuilt,
)
from triage.search.query.values import sizes
from triage.text import fold

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("a b", And((A, B))),
        ("a and b AND c", And((A, B, C))),
        ("a OR b or c", Or((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("not a b", And((Not(A), B))),
        ("a AND NOT b", And((A, Not(B)))),
        ("((a))", A),
        ("a (b c)", And((A, B, C))),
        ("a*", Prefix("a")),
        ('"a b*"', Phrase((A, Prefix("b")))),
        ('"and"', Word("and")),
        ("cc:a", Word("a", ("cc",))),
        ("cc: a", Word("a", ("cc",))),
        ("CC:(a b)", And((Word("a", ("cc",)), Word("b", ("cc",))))),
        ("a w/5 b", Near(A, B, 5)),
        ("a PRE/5 b", Near(A, B, 5, ordered=True)),
        ("a not w/5 b", Near(A, B, 5, negated=True)),
        ("a b w/5 c", And((A, Near(B, C, 5)))),
        ("a w/5 b w/2 c", Near(Near(A, B, 5), C, 2)),
        ('="A-b"', Literal("A-b")),
        ("שָׁלוֹם", Word("שלומ")),
        ('צה"ל', Word("צהל")),
        ('prefixes(צה"ל)', Pattern("prefixes", "צהל")),
        ('"prefixes(צה"ל) a"', Phrase((Pattern("prefixes", "צהל"), A))),
        ("http://a.b/c?", Phrase((Word("http"), A, B, C))),
        ("tag:(x OR y)", Or((Attribute("tag", "x"), Attribute("tag", "y")))),
        ("IS:Untagged", Attribute("is", "untagged")),
        ("path:/a/b/", Attribute("path", "/a/b/")),
        ("size:> 1 mb", Attribute("size", ">1mb")),
        ("size:1 kb .. 2 KB a", And((Attribute("size", "1kb..2kb"), A))),
        ("date:>= 2023-05", Attribute("date", ">=2023-05")),
        ("date:2023-05 .. 2023-08 b", And((Attribute("date", "2023-05..2023-08"), B))),
        ("date:2023 b", And((Attribute("date", "2023"), B))),
        ('= "A-b"', Literal("A-b")),
        ("subject:a: b", And((Word("a", ("subject",)), B))),
        ('"stem(a) b"', Phrase((Pattern("stem", "a"), B))),
        ('"prefixes(אטלס)!(ואטלס) חוזה"', Phrase((Pattern("prefixes", "אטלס", struck=("ואטלס",)), Word("חוזה")))),
        ("subject:*b!(a,c)", Pattern("wild", "*b", fields=("subject",), struck=("a", "c"))),
        (
            "subject:(b*!(ba,bc) a)",
            And((Pattern("wild", "b*", fields=("subject",), struck=("ba", "bc")), Word("a", ("subject",)))),
        ),
        ("東京*", Phrase((Word("東"), Word("京")))),
        ("*東京*", Phrase((Word("東"), Word("京")))),
        ('"*東京 a*"', Phrase((Word("東"), Word("京"), Prefix("a")))),
        ("한국*", Phrase((Word(fold("한").strip()), Word(fold("국").strip())))),
    ],
)
def test_a_query_is_read(text: str, tree: Node) -> None:
    assert read(text).query == tree


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        ("a AND", "AND", "a"),
        ("a OR AND b", "AND", "a OR b"),
        ("or a", "or", "a"),
        ("(a", "(", "(a)"),
        ("a)", ")", "a"),
        ("a ()", "()", "a"),
        ('say "a b', '"', 'say "a b"'),
        ("Smith & Jones & Co", "&", "Smith Jones Co"),
        ("a -b", "-b", "a NOT b"),
        ("form:dana", "form:", "from:dana"),
        ("zzz:dana", "zzz:", None),
        ("from:", "from:", None),
        ("from: AND b", "AND", 'from: "AND" b'),
        ("date:2023-13", "2023-13", None),
        ("size:huge", "huge", None),
        ("is:lost", "lost", None),
        ("id:xyz", "xyz", None),
        ("origin:nowhere", "nowhere", None),
        ("heron~3", "heron~3", "heron~2"),
        ("ab~2", "ab~2", "ab~1"),
        ("a~1", "a~1", "a"),
        ("東京~1", "東京~1", '"東 京"'),
        ("東?京", "東?京", "東 pre/2 京"),
        ("東*京", "東*京", "東 pre/5 京"),
        ("a !b", "!b", "a NOT b"),
        ("a w/ 5 b", "w/ 5", "a w/5 b"),
        ("a near/5 b", "near/5", "a w/5 b"),
        ("a not within/5 b", "within/5", "a not w/5 b"),
        ("a /5 b", "/5", "a w/5 b"),
        ("a w/5b", "w/5b", "a w/5 b"),
        ("a w/p b", "w/p", "a w/75 b"),
        ("a contract!", "contract!", "a contract*"),
        ("date:2023-08..2023-05", "2023-08..2023-05", "date:2023-05..2023-08"),
        ("size:2mb..1kb", "2mb..1kb", "size:1kb..2mb"),
        ("date:2023/05/02", "2023/05/02", "date:2023-05-02"),
        ("date:20230502..20230504", "20230502..20230504", "date:2023-05-02..2023-05-04"),
        ("date:02/05/2023", "02/05/2023", None),
        ("date:>=02/15/2023", ">=02/15/2023", "date:>=2023-02-15"),
        ("has:attachments", "attachments", "has:attachment"),
        ("is:duplicates", "duplicates", "is:duplicate"),
        ("/k[/", "/k[/", None),
        ("stem(a b)", "stem(a b)", None),
        ("heron!(x)", "heron!(x)", '"heron x"'),
        ("*?", "*?", None),
        ("a w/0 b", "a w/0 b", None),
        ("a w/9999999999 b", "a w/9999999999 b", None),
        ("NOT a w/5 b", "NOT a", "NOT (a w/5 b)"),
        ("tag:x w/5 b", "x", None),
        ("a w/5 *", "*", None),
        ('="A-b" w/5 c', '="A-b"', '"A-b" w/5 c'),
        ("cc:(to:a)", "to:", "cc:(a)"),
        ('="--"', '="--"', None),
    ],
)
def test_a_mistake_has_its_place_and_a_way_to_mend_it(text: str, place: str, mend: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert text[caught.value.start : caught.value.end] == place
    assert caught.value.mend == mend
    if mend:
        read(mend)


def test_a_distance_to_words_joined_by_and_is_refused_with_both_readings() -> None:
    with pytest.raises(QueryError) as caught:
        read("(a AND b) w/5 (c AND d)")
    assert "(a w/5 c) AND (a w/5 d) AND (b w/5 c) AND (b w/5 d)" in str(caught.value)
    assert "(a w/5 b) w/5 (c w/5 d)" in str(caught.value)
    assert caught.value.mend is None


@pytest.mark.parametrize(
    ("text", "each", "together"),
    [
        ("(a OR b AND c) w/5 d", "(a w/5 d) OR ((b w/5 d) AND (c w/5 d))", "(a OR (b w/5 c)) w/5 d"),
        ("(a NOT b) pre/5 c", "(a pre/5 c) AND NOT (b pre/5 c)", "(a pre/5 c) AND NOT b"),
        ("a not w/5 (b AND c)", "(a NOT w/5 b) AND (a NOT w/5 c)", "a NOT w/5 (b w/5 c)"),
        ("((a AND b) w/3 c)", "(a w/3 c) AND (b w/3 c)", "(a w/3 b) w/3 c"),
    ],
)
def test_both_readings_of_a_distance_can_be_typed(text: str, each: str, together: str) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    assert f"write {each} for each, or {together} for all together" in str(caught.value)
    assert read(each).reading == each and read(together).reading == together


@pytest.mark.parametrize("text", ['tag:/"/', "tag:/x/", 'custodian:/a"b/', "TAG:/“/"])
def test_a_value_between_slashes_is_read_back_as_it_stands(text: str) -> None:
    reading = read(text)
    assert read(reading.reading).query == reading.query
    assert reading.query.value == text.partition(":")[2].replace("“", '"')  # type: ignore[union-attr]


def test_a_field_that_is_left_out_is_read_as_it_is_typed() -> None:
    assert read("a NOT from:dana").reading == "a AND NOT from:dana"
    assert read("NOT from:(dana OR omar)").reading == "NOT from:(dana OR omar)"
    assert read("subject:(a NOT b)").reading == "subject:(a AND NOT b)"


def test_what_is_no_text_beside_a_distance_is_offered_outside_of_it() -> None:
    with pytest.raises(QueryError) as caught:
        read("(a AND tag:x) w/5 b")
    assert caught.value.mend == "((a w/5 b) AND tag:x)"


def test_what_a_paste_brings_is_put_right_and_said() -> None:
    reading = read("“blue\u00a0heron” AND\u200b a")
    assert reading.query == And((Phrase((Word("blue"), Word("heron"))), A))
    assert list(map(render, reading.notes)) == [
        "curly quotes were made straight (2)",
        "unusual spaces were replaced by plain ones (1)",
        "invisible characters were removed (1)",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang:klingon", "lang: takes"),
        ("stem(a b)", "stem(...) takes one word"),
        ("date:>", "A date is missing"),
        ("date:02/05/2023", "2023-05-02 or 2023-02-05"),
        ("date:2023-05-02T10:00", "'2023-05-02T10:00' isn't a date"),
        ("a w/p b", "no distance by sentence or paragraph"),
    ],
)
def test_a_refusal_says_what_to_write(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=re.escape(said)):
        read(text)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ('="don’t"', "don’t"),
        ("=“don’t”", "don’t"),
        ('="“blue” heron"', "“blue” heron"),
        ("=“XK-9”", "XK-9"),
        ('=" a\u00a0b\u200b"', "a b"),
    ],
)
def test_quotation_marks_in_an_exact_text_are_kept(text: str, exact: str) -> None:
    assert read(text).query == Literal(exact)


def test_places_are_those_of_the_text_as_typed() -> None:
    text = "\u200b\u200bheron AND\u200b (egret OR nest)"
    query = read(text).query
    assert isinstance(query, And) and isinstance(query.parts[1], Or)
    nest = query.parts[1].parts[1]
    assert text[nest.place.start : nest.place.end] == "nest"
    with pytest.raises(QueryError) as caught:
        read("\u200b\u200ba AND")
    assert (caught.value.start, caught.value.end) == (4, 7)


def _notes(text: str) -> list[str]:
    return [render(note) for note in read(text).notes]


def test_what_was_read_by_precedence_is_noted() -> None:
    assert _notes("a b OR c") == ["AND was read before OR, as the parentheses show"]
    assert _notes("(a b) OR c") == []
    assert _notes("東京*") == ["* beside 東京 was left out: such text is found by any part of it"]
    assert read("a OR b w/3 c").reading == "a OR (b w/3 c)"
    assert _notes("a w/2 b w/3 c") == ["distances were read from left to right, as the parentheses show"]
    assert _notes("'a b'") == ['single quotes don\'t make a phrase: write "a b"']
    assert _notes("a; b") == ["; neither joins nor separates: a space means AND"]
    assert _notes('"a; b" a;b') == []
    assert _notes("C++") == ['++ in C++ isn\'t searched; to include it write ="C++"']
    assert _notes("AT&T @a.b don't") == []
    assert _notes("really?") == ["? in really? stands for exactly one more letter"]


def _readable(node: Node) -> bool:
    """Whether a generated tree can be typed: no item numbers, fields that have a name, no phrase of patterns only."""
    match node:
        case Ids():
            return False
        case And(parts=parts) | Or(parts=parts):
            return all(map(_readable, parts))
        case Not(part=part):
            return _readable(part)
        case Near(left=left, right=right):
            return _readable(left) and _readable(right)
        case Phrase(parts=parts):
            return not any(getattr(part, "kind", "wild") == "regex" for part in parts)
        case _:
            return True


@pytest.mark.nightly
@settings(max_examples=examples(100))
@given(queries.filter(_readable))
def test_the_reading_is_read_to_the_same_tree(tree: Node) -> None:
    reading = read(write(tree))
    assert read(reading.reading).query == reading.query
    assert reading.reading == write(reading.query)
    assert _flat(tree) == reading.query


def _flat(node: Node) -> Node:
    """Join AND in AND and OR in OR, as reading does."""
    node = rebuilt(node, _flat)
    if isinstance(node, And | Or):
        kind = type(node)
        parts = (part.parts if isinstance(part, kind) else (part,) for part in node.parts)
        return kind(tuple(chain.from_iterable(parts)))
    return node


SCRAPS = [
    *("a", "b*", '"', "(", ")", " ", " AND ", " OR ", "NOT ", " w/3 ", " pre/2 ", "from:", "tag:", "=", "/", "~1"),
    *("!(", "*", "?", "stem(", "..", "date:2023", "\u200b", "“", "שלום", "&", "-", ":", "\\", "漢", "w/", "near/5"),
    *("'", "!", "> ", "size:", "\ud800", "\x00"),
]


@settings(max_examples=examples(400))
@example('tag:="“"')
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join)))
@pytest.mark.nightly
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    try:
        reading = read(text)
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(text)
        assert error.mend is None or read(error.mend)
    else:
        assert read(reading.reading).query == reading.query


DEEP = [
    "NOT " * 1000 + "a",
    "(a OR (b AND " * 1000 + "c" + "))" * 1000,
    "a w/3 " * 1000 + "a",
    "subject:(" * 1000 + "a" + ")" * 1000,
    "/" + "(a|" * 900 + "b" + ")" * 900 + "/",
]


def long_queries(times: int) -> list[str]:
    return [
        "(" * 10_000 * times,
        "heron " * 1_600 * times,
        "heron OR " * 1_200 * times + "a",
        '"' + "a " * 5_000 * times + '"',
        "& " * 5_000 * times,
        "*" * 10_000 * times,
        "a?" * 5_000 * times,
        "!(" * 5_000 * times,
        "a" * 10_000 * times + "~2",
        "x" * 30_000 * times,
        "'" + "a " * 5_000 * times,
        " 'a" * 2_500 * times,
        "a;b " * 2_500 * times,
        "date:" + "2023 .. " * 1_200 * times,
        "=“" * 3_000 * times,
        "w/ 5 " * 2_000 * times,
        "東*京" * 3_000 * times,
    ]


@pytest.mark.parametrize(
    "text",
    [*DEEP, *long_queries(1), *(pytest.param(text, marks=pytest.mark.nightly) for text in long_queries(10))],
    ids=lambda text: f"{text[:12]}x{len(text)}",
)
def test_deep_and_long_queries_are_answered_soon(text: str) -> None:
    with counted() as effort:
        try:
            read(text)
        except QueryError as error:
            assert str(error)
    assert effort.steps < 400 * len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("גפן", "גפן"),
        ("Müller", "Müller"),
        ("Heron*", "Heron*"),
        ("*Ölung", "*Ölung"),
        ("Gefäß~2", "Gefäß~2"),
        ("Gef*!(GEFÄSS, Geföß)", "Gef*!(GEFÄSS,Geföß)"),
        ("k*!(X-Ray)", "k*!(Ray,X)"),
        ("prefixes(גפן)", "prefixes(גפן)"),
        ('צה"ל', 'צה"ל'),
        ('"Blue-Heron*"', '"Blue Heron*"'),
        ("“NOT”", '"NOT"'),
        ("½", '"1 2"'),
    ],
)
def test_the_reading_shows_a_word_as_typed_and_reads_back(text: str, shown: str) -> None:
    reading = read(text)
    assert reading.reading == shown
    assert read(shown).query == reading.query


# The examples that the README lists: each is read as it says, finds what it says and misses what it says.


def _texts(text: str) -> RawTexts:
    field = re.fullmatch("([a-z]+):(.*)", text)
    return [(field[1], field[2])] if field else [("body", text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.query for example in EXAMPLES])
def test_an_example_is_read_and_finds_as_it_says(example: Example, tmp_path: Path) -> None:
    reading = read(example.query)
    assert reading.reading == example.reading
    with engine_over("fts5", Corpus({1: _texts(example.found), 2: _texts(example.missed)}), tmp_path) as engine:
        assert engine.search(reading.query) == ({1, 2} if example.query == "*" else {1})


@pytest.mark.parametrize(
    ("query", "texts", "finds"),
    [
        ("a w/1 b", [("body", "a b")], True),
        ("a w/1 b", [("body", "a c b")], False),
        ("a w/2 b", [("body", "a c b")], True),
        ("a w/9 b", [("subject", "a"), ("body", "b")], False),
        ("a w/1 b", [("comment", "a"), ("comment", "b")], False),
        ("a w/2 b", [("comment", "a"), ("comment", "b")], True),
        ('"a b"', [("comment", "a"), ("comment", "b")], False),
        ("a w/2 b", [("body", "a"), ("alternative", "b")], False),
        ("東京", [("body", "在東京都")], True),
        ("東 w/3 都", [("body", "在東京都")], True),
        ("東 w/1 都", [("body", "在東京都")], False),
        ("กา", [("body", "มากากา")], True),
        ("한국", [("body", "대한국민")], True),
    ],
)
@pytest.mark.parametrize("engine", ["fts5", "memory"])
def test_distances_and_words_count_as_the_page_says(
    engine: str, query: str, texts: RawTexts, finds: bool, tmp_path: Path
) -> None:
    with engine_over(engine, Corpus({1: texts}), tmp_path) as opened:
        assert opened.search(read(query).query) == ({1} if finds else set())


def test_a_kb_is_1024_bytes() -> None:
    assert (sizes("1kb"), sizes("1mb"), sizes("1gb")) == tuple((1024**n, 1024**n + 1) for n in (1, 2, 3))


@pytest.mark.parametrize("query", [query for query, _ in ATTRIBUTE_EXAMPLES])
def test_an_attribute_is_its_own_reading(query: str) -> None:
    assert read(query).reading == query
