"""Spans: what is marked is what the query matched, at its exact place."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from tests.effort import examples
from tests.search.search_corpus import RawTexts, item, texts
from tests.search.search_corpus import leaves as any_leaf
from triage.model.items import LISTED, Item, Span
from triage.search.engine import Deadline
from triage.search.engines.memory import MemoryEngine
from triage.search.highlights import spans, whole
from triage.search.query.language import read
from triage.search.query.tree import Node
from triage.text import raised, words


def _shown(found: Span, of: Item) -> str:
    text = whole(of, found.field) if found.segment < 0 else of.segments[found.segment].text
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("heron", "The HÉRON, the heron's nest", ["HÉRON", "heron"]),
        ('"blue heron"', "a blue-heron. Blue, heron! blue", ["blue-heron", "Blue, heron"]),
        ("her*", "herons here; ther", ["herons", "here"]),
        ("heron NOT nest", "heron nest", ["heron"]),
        ("heron OR nest", "nest heron", ["nest", "heron"]),
        ("שלום", "אמר שָׁלוֹם לכולם", ["שָׁלוֹם"[: len("שָׁלוֹם")]]),
        ("a w/2 b", "a x b x x a x x x b", ["a", "b"]),
        ("a w/2 b", "a x x x b", []),
        ("a not w/2 b", "a b x x x a", ["a"]),
        ("(a w/2 b) w/3 c", "a b c x x x x x a b", ["a", "b", "c"]),
        ('="XK-9/Blue"', "xk-9/blue XK-9/Blue XK-9/Bluebird (XK-9/Blue)", ["XK-9/Blue", "XK-9/Blue"]),
        ('="Blue Heron"', "blue Heron > Blue\n> Heron, Blue Herons", ["Blue\n> Heron"]),
        ('="Thank you,"', "Thank you. Thank you, Ana", ["Thank you,"]),
        ('="$100"', "100 ($100) $100,", ["$100", "$100"]),
        (
            '="\u00e9t\u00e9 fini!"',
            "e\u0301te\u0301 fini!",
            ["e\u0301te\u0301 fini"],
        ),  # written in NFD: the words alone
        ("heron~1", "heron heros hers", ["heron", "heros"]),
        ("/[0-9]{2}/", "1 22 333 44", ["22", "44"]),
        ("tag:hot heron", "hot heron", ["heron"]),
        ("漢字", "日漢字本", ["漢字"]),
        (
            "quillback",
            "quillback™ x quillback², the quill-\nback quillback",
            ["quillback™", "quillback²", "quill-\nback", "quillback"],
        ),
        ("quillback w/1 plan", "plan b quill-\nback plan", ["quill-\nback", "plan"]),
        ("plan w/1 quillbac?", "quill-\n> back x plan quill-\n> back", ["plan", "quill-\n> back"]),
        ("(a w/1 quillback) w/1 plan", "a quill-\nback plan plan", ["a", "quill-\nback", "plan"]),
        ('"a quillback plan" w/1 b', "a quill-\nback plan b", ["a quill-\nback plan", "b"]),
        ('"the quillback"', "the quillback² plan", ["the quillback²"]),
        ('"the quillback plan"', f"{raised('1')} the quillback{raised('2')} plan", ["the quillback2 plan"]),
        ('="the quillback"', f"{raised('1')} the quillback{raised('2')} plan", ["the quillback"]),
        ("quillback w/1 2", f"x{raised('2')} quillback{raised('2')} {raised('2')}", ["quillback2", "2"]),
    ],
)
def test_the_words_that_match_are_marked(query: str, text: str, marked: list[str]) -> None:
    found = item([("body", text)])
    assert [_shown(span, found) for span in spans(read(query).query, found)] == marked


def test_every_term_has_its_number_and_every_place_its_field() -> None:
    texts: RawTexts = [
        ("subject", "Heron budget"),
        ("to", "Dana Heron <dana@contoso.example>"),
        ("to", "Avi <heron@contoso.example>"),
        ("body", "no bird"),
        ("comment", "a heron"),
        ("body", "nest, heron"),
    ]
    found = item(texts)
    marked = spans(read("(nest OR to:heron) NOT bird comment:heron").query, found)
    assert [(span.field, span.segment, _shown(span, found), span.term) for span in marked] == [
        ("to", -1, "Heron", 1),
        ("to", -1, "heron", 1),
        ("body", 2, "nest", 0),
        ("comment", 1, "heron", 3),
    ]


def test_a_busy_machine_marks_no_more_than_a_quiet_one(monkeypatch: pytest.MonkeyPatch) -> None:
    hours = itertools.count(0, 3600)
    monkeypatch.setattr(time, "monotonic", lambda: float(next(hours)))
    monkeypatch.setattr(Deadline.__init__, "__defaults__", (time.monotonic,))
    text = item([("body", "blue far from every other nest, and at last a blue nest")])
    assert [_shown(span, text) for span in spans(read("blue w/2 nest").query, text)] == ["blue", "nest"]


def test_persons_are_one_text_as_in_a_header() -> None:
    found = item([("to", "Dana Heron"), ("to", "Avi Nest")])
    assert [_shown(span, found) for span in spans(read('to:"heron avi"').query, found)] == ["Heron, Avi"]


def test_a_phrase_does_not_cross_from_one_segment_to_the_next() -> None:
    assert spans(read('"blue heron"').query, item([("body", "blue"), ("body", "heron")])) == []


class _One:
    """One item's texts, as an engine reads them."""

    def __init__(self, texts: RawTexts) -> None:
        from tests.search.search_corpus import Corpus

        self.engine = MemoryEngine(Corpus({1: texts}))


@pytest.mark.nightly
@settings(max_examples=examples(300))
@given(any_leaf(), texts)
def test_an_item_has_spans_where_an_engine_finds_it(leaf: Node, held: RawTexts) -> None:
    single = {"subject", "from"}
    held = [(f, t) for at, (f, t) in enumerate(held) if f not in single or f not in {g for g, _ in held[:at]}]
    of = item(held)
    found = spans(leaf, of)
    assert bool(found) == bool(_One(held).engine.search(leaf))
    for span in found:
        assert words(_shown(span, of))


def test_listed_terms_are_marked_beside_the_query_each_under_one_number() -> None:
    found = item([("subject", "heron"), ("body", "a blue heron nests near the nest of herons")])
    listed = [
        read(term).query for term in ('"blue heron"', "nest* w/3 herons", "NOT heron", "nothing", "heron OR near")
    ]
    spans_of = [(span.term, _shown(span, found)) for span in spans(read("heron").query, found, listed)]
    assert sorted(spans_of) == sorted(
        [
            (0, "heron"),
            (0, "heron"),
            (LISTED, "blue heron"),
            (LISTED + 1, "nest"),
            (LISTED + 1, "herons"),
            (LISTED + 4, "heron"),
            (LISTED + 4, "heron"),
            (LISTED + 4, "near"),
        ]
    )
    for at, term in enumerate(listed):
        alone = {replace(span, term=LISTED + at) for span in spans(term, found)}
        assert alone == {span for span in spans(read("").query, found, listed) if span.term == LISTED + at}
