"""Every engine finds what the reference finds: generated trees over generated corpora, real files on disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.search.search_corpus import (
    EVERY,
    OTHERS,
    Corpus,
    corpora,
    distances,
    distances_of_all,
    engine_over,
    queries,
    rows_of_words,
)
from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search import distances as distance_module
from triage.search.distances import Distance, in_items, in_texts, normal, pruned
from triage.search.engine import NO_LIMIT
from triage.search.engines.fts5 import match, places
from triage.search.engines.fts5 import read as halves
from triage.search.engines.memory import MemoryEngine
from triage.search.evaluate import expanded
from triage.search.expand import Vocabulary
from triage.search.query.language import read
from triage.search.query.tree import Near, Node, Or, Phrase, Word, leaves
from triage.text import raised

A = Word("a")


@pytest.mark.parametrize("name", OTHERS)
@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(corpus=corpora, trees=st.lists(queries, min_size=4, max_size=8))
def test_an_engine_finds_what_the_reference_finds(name: str, corpus: Corpus, trees: list[Node]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        engine_over("memory", corpus, Path(folder)) as reference,
        engine_over(name, corpus, Path(folder)) as engine,
    ):
        for tree in trees:
            assert engine.search(tree, NO_LIMIT) == reference.search(tree), tree
            for part in (tree, *leaves(tree)):
                assert list(engine.ascending(part)) == sorted(reference.search(part)), part
        for by_name in (False, True):
            words = list(engine.vocabulary(by_name=by_name))
            assert sorted(words) == list(reference.vocabulary(by_name=by_name)) or by_name
            for stem in {word[:length] for word, _ in words for length in (1, 2)}:
                beginning = [pair for pair in words if pair[0].startswith(stem)]
                assert list(engine.vocabulary(by_name=by_name, beginning=stem)) == beginning, stem


@pytest.mark.nightly
@pytest.mark.parametrize("name", OTHERS)
@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(corpus=rows_of_words, trees=st.lists(distances | distances_of_all, min_size=6, max_size=12))
def test_distances_are_met_where_the_reference_meets_them(name: str, corpus: Corpus, trees: list[Node]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        engine_over("memory", corpus, Path(folder)) as reference,
        engine_over(name, corpus, Path(folder)) as engine,
    ):
        for tree in trees:
            assert engine.search(tree) == reference.search(tree), tree


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(
    corpus=rows_of_words,
    trees=st.lists(distances | distances_of_all, min_size=6, max_size=12),
    phrases=st.sampled_from([0, 3, 100]),
    wide=st.sampled_from([0, 12]),
    nears=st.sampled_from([0, 1, 12]),
    text=st.sampled_from([0, 170, 1 << 40]),
    piece=st.sampled_from([1, 3, 500_000]),
    most=st.sampled_from([1, 4, 1_000_000]),
    beside=st.booleans(),
)
def test_distances_are_met_where_the_reference_meets_them_however_they_are_planned(
    corpus: Corpus,
    trees: list[Node],
    phrases: int,
    wide: int,
    nears: int,
    text: int,
    piece: int,
    most: int,
    beside: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(match, "_MOST_PHRASES", phrases)
        patch.setattr(match, "_MOST_OF_A_CHOICE", wide)
        patch.setattr(match, "_QUICK_PREFIX", wide)
        patch.setattr(match, "_FEWER", wide)
        patch.setattr(match, "_MOST_NEARS", nears)
        patch.setattr(places, "_A_TEXT", text)
        patch.setattr(places, "_MOST_READ", most)
        patch.setattr(places, "_A_STATEMENT", most)
        patch.setattr(distance_module, "_AT_ONCE", piece)
        patch.setattr(halves, "_MANY", 1 if beside else 100_000)
        with (
            engine_over("memory", corpus, Path(folder)) as reference,
            engine_over("fts5", corpus, Path(folder)) as engine,
        ):
            for tree in trees:
                assert engine.search(tree) == reference.search(tree), tree


@pytest.mark.parametrize("name", EVERY)
def test_exact_text_is_found_however_its_lines_were_broken(name: str, tmp_path: Path) -> None:
    texts = ["Blue\n> > Heron", "blue Heron", "Blue\u00a0\r\n Heron", "Blue - Heron"]
    corpus = Corpus({no: [("body", text)] for no, text in enumerate(texts, 1)} | {5: [("subject", "Blue  Heron")]})
    with engine_over(name, corpus, tmp_path) as engine:
        assert engine.search(read('="Blue   Heron"').query) == {1, 3, 5}
        assert engine.search(read('subject:="Blue Heron"').query) == {5}


SMALL_PRINT = {
    1: "the quillback™ plan",
    2: f"the quillback{raised('1')} plan of m² and H₂O",
    3: "the quillback plan",
    4: "the\n> quill-\n> back",
    5: "a quillbacker plan, CO₂, m",
    6: "the quillbacktm plan of m2",
    7: "our mail-\n> box heron x long-\nterm view",
    8: "our mailbox heron, mail box herons, longterm view",
    9: "far mail\u2010\nbox, pine-\r\ncone mail-\nbox heron-\ngull",
}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quillback", {1, 2, 3, 4}),
        ("quillback™", {1, 6}),
        ("quillbacktm", {1, 6}),
        ("quillback1", {2}),
        ("the quillback plan", {1, 2, 3}),
        ('"the quillback"', {1, 2, 3, 4}),
        ("quillback w/3 m2", {2}),
        ("plan w/5 m", {2, 5}),
        ("quillback w/1 plan", {1, 2, 3}),
        ("quillback pre/1 quillback1", set()),
        ("quillback* AND NOT quillback", {5, 6}),
        ("quillback*", {1, 2, 3, 4, 5, 6}),
        ("quillbac?", {1, 2, 3, 4}),
        ("quillbck~1", {1, 2, 3, 4}),
        ("/quillback/", {1, 2, 3, 4}),
        ('"mailbox heron"', {7, 8, 9}),
        ('"our mailbox heron"', {7, 8}),
        ('"mail box heron"', {7, 9}),
        ('"mail box"', {7, 8, 9}),
        ('"our mail"', {7}),
        ('"box heron"', {7, 9}),
        ('"our mailbox"', {7, 8}),
        ('"pinecone mailbox herongull"', {9}),
        ('"pine cone mailbox heron"', {9}),
        ('"longterm view" OR "term box"', {7, 8}),
        ("longterm w/1 view", {7, 8}),
        ("our w/2 heron", {8}),  # words in between count as they stand in the text
        ("(our w/1 mailbox) w/1 heron", {7, 8}),
        ("mailbox w/1 heron", {7, 8, 9}),
        ("mailbo* pre/1 heron", {7, 8, 9}),
        ("heron w/1 mailbo?", {7, 8, 9}),
        ("mailbox not w/1 heron", {9}),
        ("heron not w/1 mailbox", set()),
        ("long w/1 term", {7}),
        ("mail w/1 box", {7, 8, 9}),
        ('"our mailbox" w/1 heron', {7, 8}),
        ("pinecone w/1 herongull", set()),
        ("pinecone w/3 herongull", {9}),
        ('="mail"', {7, 8, 9}),
        ("stem(quillbacks)", {1, 2, 3, 4, 5}),
        ("m2", {2, 6}),
        ("m", {2, 5}),
        ("h2o", {2}),
        ("co2", {5}),
        ("quill", {4}),
        ("quill-back", {4}),
        ('="quillback"', {1, 2, 3}),
        ('="quillback™"', {1}),
        ('="quillback1"', {2}),
        ('="quillback plan"', {3}),
        ("NOT quillback", {5, 6, 7, 8, 9}),
    ],
)
def test_what_stands_small_belongs_to_a_word_or_not(name: str, query: str, found: set[int], tmp_path: Path) -> None:
    corpus = Corpus({no: [("body", text)] for no, text in SMALL_PRINT.items()})
    tree = read(f'"{query}"' if query.startswith("the ") else query).query
    with engine_over(name, corpus, tmp_path) as engine:
        assert engine.search(tree) == found
        assert set(engine.ascending(tree)) == found


@pytest.mark.parametrize("name", EVERY)
def test_exact_text_is_found_without_what_is_invisible(name: str, tmp_path: Path) -> None:
    long = "filler " * 2000
    texts = ["XK-9/Bl\u00adue", "XK-9/Blue", f"{long} XK\u200b-9/Bl\u2060ue {long}", "XK-9/B lue"]
    corpus = Corpus(
        {no: [("body", text)] for no, text in enumerate(texts, 1)}
        | {5: [("subject", "XK-9/\u200bBlue")], 6: [("to", "XK\u00ad-9/Blue")], 7: [("file", "XK-9_Blue")]}
    )
    with engine_over(name, corpus, tmp_path) as engine:
        for sought in ("XK-9/Blue", "X\u00adK-9/Blue\u200b"):
            assert engine.search(read(f'="{sought}"').query) == {1, 2, 3, 5, 6}


def test_a_near_that_a_row_does_not_meet_lends_no_places_to_it(tmp_path: Path) -> None:
    corpus = Corpus({no: [("body", row)] for no, row in enumerate(["a", "a", "a a", "a", "a b a"], 1)})
    query = Near(Or((A, Phrase((A, A)))), A, 1)
    with engine_over("fts5", corpus, tmp_path) as engine:
        assert engine.search(query) == {3}


@pytest.mark.parametrize("name", EVERY)
def test_a_border_between_texts_ends_a_phrase_and_counts_as_a_word_of_a_distance(name: str, tmp_path: Path) -> None:
    with engine_over(name, Corpus({1: [("body", "x a"), ("body", "b x")]}), tmp_path) as engine:
        assert engine.search(Phrase((A, Word("b")))) == set()
        assert engine.search(Near(A, Word("b"), 1)) == set() and engine.search(Near(A, Word("b"), 2)) == {1}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    ("query", "met", "missed"),
    [
        ("(a w/3 b) w/4 c", "a x x b x x x c", "a x x x b x x c"),
        ("(a w/3 b) w/4 c", "c x x x b x x a", "c x x x x b x a"),
        ("(a w/2 b) w/2 (c w/2 d)", "a x b x c x d", "a x b x x c d"),
        ('"a a" w/2 (b w/3 "c c")', "a a x c c x x b", "a a x x c c x b"),
        ("a w/3 b* w/2 c", "bb x x a x c", "bb x x a x x c"),
        ("(a pre/2 b) w/2 c", "c x a x b", "c x b x a"),
        ("subject:a w/2 b w/2 c", "", "a b c"),
    ],
)
def test_words_that_must_all_stand_together_stand_as_far_apart_as_they_may(
    name: str, query: str, met: str, missed: str, tmp_path: Path
) -> None:
    corpus = Corpus({1: [("body", met)], 2: [("body", missed)], 3: [("subject", met or "a x b x c")]})
    with engine_over(name, corpus, tmp_path) as engine:
        assert engine.search(read(query).query) == ({1, 3} if met else {3})


@settings(max_examples=examples(100))
@given(
    corpus=rows_of_words,
    trees=st.lists(distances | distances_of_all, min_size=4, max_size=8),
    piece=st.sampled_from([1, 3, 500_000]),
    most=st.sampled_from([3, 10, 4_000_000]),
)
def test_a_distance_is_met_where_the_reference_meets_it(
    corpus: Corpus, trees: list[Node], piece: int, most: int
) -> None:
    """In texts, with few pairs of places at a time; refused only where these are too few for one text."""
    reference = MemoryEngine(corpus)  # type: ignore[arg-type]
    words = Vocabulary.of(reference)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distance_module, "_AT_ONCE", piece)
        patch.setattr(distance_module, "_MOST_PAIRS", most)
        for tree in trees:
            ready = pruned(normal(expanded(tree, words)))
            if isinstance(ready, Near):
                distance = Distance(ready)
                found: set[ItemNo] = set()
                try:
                    for some in in_texts(distance.leaves, corpus.documents(), NO_LIMIT):
                        met = distance.items(some)
                        assert in_items(distance.tokens(some)) == met
                        found |= met
                except EngineRefusal as refusal:
                    assert refusal.message.key == "distance-too-wide" and most < 100
                else:
                    assert found == reference.search(tree), tree
