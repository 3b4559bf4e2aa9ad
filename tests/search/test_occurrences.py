"""Tests that hits are counted as they are marked: the index's positions against a walk through the stored text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.records import case_of, mail
from tests.search.search_corpus import EVERY, Corpus, RawTexts, corpora, distances, engine_over, item, queries
from triage.case import Case
from triage.errors import EngineRefusal
from triage.search.engine import Deadline
from triage.search.engines.fts5.places import Fts5Locator
from triage.search.expand import Vocabulary
from triage.search.forms import expanded
from triage.search.highlights import Occurrences, TextLocator, spans
from triage.search.query.tree import And, Literal, Node, Not, Or
from triage.search.snapshot import Asking

WORDS = ("heron", "herons", "heronry", "egret", "blue", "nest", "a", "b", "אטלס", "ובאטלס", "XK-9/Blue", "xk", "9")
QUERIES = (
    "heron",
    "her*",
    "*ron",
    "heron~1",
    "stem(heron)",
    "/her.*/",
    '"blue heron"',
    '"blue her*"',
    '"her* nest"',
    '"a a"',
    "heron OR her*",
    "heron OR egret",
    '"blue heron" OR heron',
    "heron blue",
    "heron NOT blue",
    "NOT heron",
    "blue w/3 nest",
    "blue pre/3 nest",
    "blue not w/3 nest",
    "(heron OR egret) w/2 nest*",
    "(a w/2 b) w/4 nest",
    "a w/2 a",
    '"blue heron" w/5 "a b"',
    "subject:heron",
    "subject:her* OR heron",
    "subject:(blue w/3 heron)",
    '="XK-9/Blue"',
    '="blue heron"',
    "XK-9/Blue",
    "prefixes(אטלס)",
    "is:untagged",
    "*",
    "to:omar heron",
    '"*ron blue" w/9 egret',
    "heron w/3 subject:blue",
    "her*!(heronry)",
    "nothing",
    "(her* OR *ret) not w/2 (blue OR nest)",
)


@pytest.fixture(scope="module", params=EVERY)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    rng = random.Random(5)
    text = lambda n: " ".join(rng.choices(WORDS, k=n))  # noqa: E731
    files: dict[str, bytes | str] = {f"dana/{i}.eml": mail(text(4), text(rng.randrange(40))) for i in range(60)}
    with case_of(tmp_path_factory.mktemp(request.param), files, engine=request.param) as case:
        yield case


@pytest.mark.parametrize("query", QUERIES)
def test_hits_are_those_that_are_marked(case: Case, query: str) -> None:
    asking = Asking(case._opened.store, case._opened.engine, "test")
    answer = asking.ask(query)
    marked = 0
    for no in answer.found:
        spans = case.search.spans(query, case.search.item(no))
        in_item = len({(span.segment, span.field, span.start, span.end) for span in spans})
        assert asking.occurrences(query, {no})[no] == in_item, (query, no)
        marked += in_item
    counted = Occurrences(asking.locator, asking.texts).count(answer.query, answer.found)
    assert counted == marked, (query, len(answer.found))
    assert sum(asking.occurrences(query, answer.found).values()) == marked


def test_the_queries_find_something(case: Case) -> None:
    found = [query for query in QUERIES if case.search.run(query).total]
    assert set(QUERIES) - set(found) <= {"nothing"}


def test_only_the_items_asked_for_count(case: Case) -> None:
    asking = Asking(case._opened.store, case._opened.engine, "test")
    for query in ("heron", "her*", '"blue heron"', "blue w/3 nest", '="XK-9/Blue"'):
        answer = asking.ask(query)
        counting = Occurrences(asking.locator, asking.texts)
        parts = [counting.count(answer.query, {no}) for no in answer.found]
        assert sum(parts) == counting.count(answer.query, answer.found) and min(parts) >= 1, query
        assert counting.count(answer.query, set()) == 0


def test_the_clock_stops_a_long_count(case: Case) -> None:
    asking = Asking(case._opened.store, case._opened.engine, "test")
    answer = asking.ask("heron w/3 nest")
    with pytest.raises(EngineRefusal, match="stopped"):
        Occurrences(asking.locator, asking.texts).count(answer.query, answer.found, Deadline(-1))


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
        counters = [Occurrences(Fts5Locator(engine._db), corpus), Occurrences(TextLocator(corpus), corpus)]  # type: ignore[attr-defined]
        vocabulary = Vocabulary.of(engine)
        for tree in trees:
            found = engine.search(expanded(tree, vocabulary))
            query = expanded(tree, vocabulary, stretches=True)
            counts = [counter.count(query, found) for counter in counters]
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
