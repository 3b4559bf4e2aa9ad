"""Spans: what is marked is what the query matched, at its exact place."""

from __future__ import annotations

import itertools
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from tests.records import case_of, mail
from tests.search.search_corpus import EVERY, Corpus, RawTexts, corpora, distances, engine_over, item, queries, texts
from tests.search.search_corpus import leaves as any_leaf
from triage.case import Case
from triage.errors import EngineRefusal
from triage.model.items import LISTED, Item, ItemNo, Span
from triage.search.engine import Deadline
from triage.search.engines.memory import MemoryEngine
from triage.search.evaluate import expanded
from triage.search.expand import Vocabulary
from triage.search.highlights import Occurrences, spans, whole
from triage.search.query.language import read
from triage.search.query.tree import And, Literal, Node, Not, Or
from triage.search.snapshot import CaseSnapshot
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


@pytest.mark.nightly
@settings(max_examples=examples(300))
@given(any_leaf(), texts)
def test_an_item_has_spans_where_an_engine_finds_it(leaf: Node, held: RawTexts) -> None:
    corpus = _with_single_heads(Corpus({1: held}))
    of = item(corpus.raw(ItemNo(1)))
    found = spans(leaf, of)
    assert bool(found) == bool(MemoryEngine(corpus).search(leaf))  # type: ignore[arg-type]
    for span in found:
        assert words(_shown(span, of))


def test_listed_terms_are_marked_beside_the_query_each_under_one_number() -> None:
    found = item([("subject", "heron"), ("body", "a blue heron nests near the nest of herons")])
    listed = [
        read(term).query for term in ('"blue heron"', "nest* w/3 herons", "NOT heron", "nothing", "heron OR near")
    ]
    by_term: dict[int, list[str]] = {}
    for span in spans(read("heron").query, found, listed):
        by_term.setdefault(span.term, []).append(_shown(span, found))
    assert by_term == {
        0: ["heron", "heron"],
        LISTED: ["blue heron"],
        LISTED + 1: ["nest", "herons"],
        LISTED + 4: ["heron", "heron", "near"],
    }
    for at, term in enumerate(listed):
        alone = {replace(span, term=LISTED + at) for span in spans(term, found)}
        assert alone == {span for span in spans(read("").query, found, listed) if span.term == LISTED + at}


# Tests that hits are counted as they are marked: the index's positions against a walk through the stored text.

WORDS = ("heron", "herons", "heronry", "egret", "blue", "nest", "a", "b", "אטלס", "ובאטלס", "XK-9/Blue", "xk", "9")
QUERIES = re.split(
    r"\s*[;\n]\s*",
    """heron; her*; *ron; heron~1; stem(heron); /her.*/; "blue heron"; "blue her*"; "her* nest"; "a a"
    heron OR her*; heron OR egret; "blue heron" OR heron; heron blue; heron NOT blue; NOT heron
    blue w/3 nest; blue pre/3 nest; blue not w/3 nest; (heron OR egret) w/2 nest*; (a w/2 b) w/4 nest; a w/2 a
    "blue heron" w/5 "a b"; "*ron blue" w/9 egret; heron w/3 subject:blue; (her* OR *ret) not w/2 (blue OR nest)
    subject:heron; subject:her* OR heron; subject:(blue w/3 heron); to:omar heron; is:untagged; *; nothing
    ="XK-9/Blue"; ="blue heron"; XK-9/Blue; prefixes(אטלס); her*!(heronry)""",
)


@pytest.fixture(scope="module", params=EVERY)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    rng = random.Random(5)
    text = lambda n: " ".join(rng.choices(WORDS, k=n))  # noqa: E731
    files: dict[str, bytes | str] = {f"dana/{i}.eml": mail(text(4), text(rng.randrange(40))) for i in range(60)}
    with case_of(tmp_path_factory.mktemp(request.param), files, engine=request.param) as case:
        yield case


@pytest.fixture
def snapshot(case: Case) -> CaseSnapshot:
    return CaseSnapshot(case._opened.store, case._opened.engine, "test")


@pytest.mark.parametrize("query", QUERIES)
def test_hits_are_those_that_are_marked(case: Case, snapshot: CaseSnapshot, query: str) -> None:
    answer = snapshot.ask(query)
    marked = 0
    for no in answer.found:
        spans = case.search.spans(query, case.search.item(no))
        in_item = len({(span.segment, span.field, span.start, span.end) for span in spans})
        assert snapshot.occurrences(query, {no})[no] == in_item, (query, no)
        marked += in_item
    counted = Occurrences(snapshot.engine, snapshot.texts).by_item(answer.query, answer.found).total()
    assert counted == marked, (query, len(answer.found))
    assert sum(snapshot.occurrences(query, answer.found).values()) == marked


def test_the_queries_find_something(case: Case) -> None:
    found = [query for query in QUERIES if case.search.run(query).total]
    assert set(QUERIES) - set(found) <= {"nothing"}


def test_only_the_items_asked_for_count(snapshot: CaseSnapshot) -> None:
    for query in ("heron", "her*", '"blue heron"', "blue w/3 nest", '="XK-9/Blue"'):
        answer = snapshot.ask(query)
        counting = Occurrences(snapshot.engine, snapshot.texts)
        parts = [counting.by_item(answer.query, {no}).total() for no in answer.found]
        assert sum(parts) == counting.by_item(answer.query, answer.found).total() and min(parts) >= 1, query
        assert counting.by_item(answer.query, set()).total() == 0


def test_the_clock_stops_a_long_count(snapshot: CaseSnapshot) -> None:
    answer = snapshot.ask("heron w/3 nest")
    with pytest.raises(EngineRefusal, match="stopped"):
        Occurrences(snapshot.engine, snapshot.texts).by_item(answer.query, answer.found, Deadline(-1))


def _holds_literal(node: Node) -> bool:
    match node:
        case Literal():
            return True
        case And(parts=parts) | Or(parts=parts):
            return any(map(_holds_literal, parts))
        case Not(part=part):
            return _holds_literal(part)
        case _:
            return False


def _with_single_heads(corpus: Corpus) -> Corpus:
    """Return the corpus with one subject and one sender an item at most, as a stored item has them."""

    def kept(texts: RawTexts) -> RawTexts:
        return [
            (field, text)
            for at, (field, text) in enumerate(texts)
            if field not in ("subject", "from") or field not in [name for name, _ in texts[:at]]
        ]

    return Corpus({no: kept(texts) for no, texts in corpus.items.items()})


@pytest.mark.nightly
@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(corpus=corpora.map(_with_single_heads), trees=st.lists(st.one_of(queries, distances), min_size=3, max_size=6))
def test_generated_trees_are_counted_as_they_are_marked(corpus: Corpus, trees: list[Node]) -> None:
    """The same number from FTS5's positions, from the texts folded again, and from the marking of each item."""
    with TemporaryDirectory() as folder, engine_over("fts5", corpus, Path(folder)) as engine:
        counters = [Occurrences(engine, corpus), Occurrences(MemoryEngine(corpus), corpus)]  # type: ignore[arg-type]
        vocabulary = Vocabulary.of(engine)
        for tree in trees:
            found = engine.search(expanded(tree, vocabulary))
            query = expanded(tree, vocabulary, stretches=True)
            counts = [counter.by_item(query, found).total() for counter in counters]
            assert counts[0] == counts[1], tree
            if not _holds_literal(tree):
                marked = [spans(tree, item(corpus.raw(no))) for no in found]
                places = sum(len({(s.segment, s.field, s.start, s.end) for s in one}) for one in marked)
                assert counts[0] == places, tree


def test_a_word_with_several_spellings_counts_as_one_place(tmp_path: Path) -> None:
    text = "quillback™ quillback2 quillback², H₂O\nquill-\nback"
    with case_of(
        tmp_path, {"a.eml": mail("x", text), "b.eml": mail("y", "our mail-\nbox heron, mail-\r\nbox")}
    ) as case:
        for query in ("mailbox", "mailbo*", '"mailbox"'):
            lines = case.reports.hits(query).lines
            assert [(line.hit, line.term) for line in lines] == [("mail- box", 0)] * 2, query
        lines = case.reports.hits("(our w/1 mailbox) OR heron").lines
        assert [(line.hit, line.term) for line in lines] == [("our", 0), ("mail- box", 1), ("heron", 2)]
        assert [case.reports.hits(query).total for query in ('"mailbox heron"', "heron w/1 mailbox")] == [1, 3]
        counts = {query: case.reports.hits(query).total for query in ("quillback", "quillback*", "quillback2", "h2o")}
        assert [case.reports.hits(query).total for query in ("mai*", "/./ w/1 mail")] == [2, 0]
    assert counts == {"quillback": 3, "quillback*": 4, "quillback2": 2, "h2o": 1}


def test_an_address_is_found_in_either_form_and_counts_once(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.eml": mail("Tea", "x", sender="Ann <ann@xn--mnchen-3ya.example>"),
        "b.eml": mail("Tea", "y", sender="Ann <ann@münchen.example>"),
        "c.eml": mail("Tea", "z", sender="Ann <ann@elsewhere.example>"),
        "d.txt": "write to ann@xn--mnchen-3ya.example, or to münchen.example",
    }
    with case_of(tmp_path, files) as case:
        totals = {
            query: (case.search.run(query).total, case.reports.hits(query).total)
            for query in ("from:münchen", "münchen", "ann@münchen.example", "xn--mnchen-3ya.example", "from:ann")
        }
        lines = case.reports.hits("to w/2 münchen").lines
    assert totals == {
        "from:münchen": (2, 2),
        "münchen": (3, 4),
        "ann@münchen.example": (3, 3),
        "xn--mnchen-3ya.example": (3, 4),
        "from:ann": (3, 6),  # the name and the address
    }
    assert {line.hit for line in lines} == {"to", "xn--mnchen-3ya", "münchen"}
