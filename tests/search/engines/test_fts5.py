"""The default engine: one transaction with the items, other connections, time bounds, odd tokens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.search.conftest import Connect
from tests.search.search_corpus import Corpus, engine_over
from triage.errors import CaseError, EngineRefusal
from triage.search.engine import Deadline
from triage.search.engines import open_engine
from triage.search.engines.fts5 import places
from triage.search.query.language import read
from triage.search.query.tree import Near, Pattern, Word, Words


def _found(engine: object, text: str) -> set[int]:
    return engine.search(read(text).query)  # type: ignore[attr-defined,no-any-return]


def test_what_is_rolled_back_with_its_item_is_not_found(connect: Connect, tmp_path: Path) -> None:
    db = connect()
    corpus = Corpus({1: [("body", "heron")], 2: [("body", "heron")]})
    engine = open_engine("fts5", tmp_path, db, corpus, create=True)
    documents = list(corpus.documents())
    with db:
        engine.add(documents[:1])
    with pytest.raises(RuntimeError, match="no power"), db:
        engine.add(documents[1:])
        raise RuntimeError("no power")
    assert _found(engine, "heron") == {1}


def test_an_open_engine_sees_what_another_connection_added(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({1: [("body", "heron")], 2: [("body", "herons herald")]})
    db = connect()
    writer = open_engine("fts5", tmp_path, db, corpus, create=True)
    reader = open_engine("fts5", tmp_path, connect(), corpus, create=False)
    documents = list(corpus.documents())
    writer.add(documents[:1])
    assert _found(reader, "*ron?") == set()
    writer.add(documents[1:])
    assert _found(reader, "*ron?") == {2}
    assert list(reader.vocabulary()) == [("herald", 1), ("heron", 1), ("herons", 1)]


def test_words_of_named_fields_are_a_vocabulary_of_their_own(tmp_path: Path) -> None:
    corpus = Corpus({1: [("body", "heron")], 2: [("message-id", "<1@heron.example>"), ("transport", "by heron")]})
    with engine_over("fts5", corpus, tmp_path) as engine:
        assert [_found(engine, text) for text in ("heron", '"1@heron.example"', "transport:heron")] == [{1}, {2}, {2}]
        assert list(engine.vocabulary()) == [("heron", 1)]
        assert [list(engine.vocabulary(beginning=stem)) for stem in ("her", "heron", "z", chr(0x10FFFF))] == [
            [("heron", 1)],
            [("heron", 1)],
            [],
            [],
        ]
        assert list(engine.vocabulary(by_name=True)) == [
            ("1", 1),
            ("example", 1),
            ("heron", 1),
            ("by", 1),
            ("heron", 1),
        ]


def test_items_without_text_are_items(tmp_path: Path) -> None:
    with engine_over("fts5", Corpus({1: [("body", "heron")], 2: [], 3: [("body", "--")]}), tmp_path) as engine:
        assert _found(engine, "NOT heron") == {2, 3}
        assert _found(engine, "") == {1, 2, 3}


def test_a_term_may_stand_for_thousands_of_words(tmp_path: Path) -> None:
    texts = {no: [("body", f"w{no} mark w{no}x near mark")] for no in range(1, 700)}
    with engine_over("fts5", Corpus({**texts, 700: [("body", "w1 other")]}), tmp_path) as engine:
        assert _found(engine, "w*x") == set(range(1, 700))
        assert _found(engine, "*x w/2 mark") == set(range(1, 700))
        assert _found(engine, '"*x near"') == set(range(1, 700))
        assert _found(engine, "w?* not w/1 mark") == {700}
        assert _found(engine, "(*x OR other) pre/1 (near OR *z)") == set(range(1, 700))


def test_a_deep_distance_overflows_nothing(tmp_path: Path) -> None:
    with engine_over("fts5", Corpus({1: [("body", "a " * 90)], 2: [("body", "a " * 20)]}), tmp_path) as engine:
        words = [Word("a") for _ in range(60)]
        node: Near | Word = words[0]
        for word in words[1:]:
            node = Near(node, word, 1, ordered=True)
        assert engine.search(node) == {1}


class _OneLook(Deadline):
    """Its time is over when it is looked at for the second time, in the middle of a search."""

    looks = 0

    @property
    def over(self) -> bool:
        self.looks += 1
        return self.looks > 1


def test_a_search_that_takes_too_long_is_stopped_and_the_engine_goes_on(tmp_path: Path) -> None:
    texts = {no: [("body", f"{'a b ' * 60} w{no}")] for no in range(1, 400)}
    with engine_over("fts5", Corpus(texts), tmp_path) as engine:
        slow = Near(Near(Near(Word("a"), Word("b"), 400), Word("a"), 400), Word("b"), 1, ordered=True)
        with pytest.raises(EngineRefusal, match="stopped after"):
            engine.search(Near(slow, Word("nowhere"), 3), Deadline(0.0))
        with pytest.raises(EngineRefusal, match="stopped after"):
            engine.search(Near(slow, Pattern("wild", "w?1", fields=("subject",)), 3, negated=True), _OneLook(1.0))
        assert engine.search(Words(("w1", "w2"))) == {1, 2}


def test_there_is_no_engine_of_an_unknown_name(connect: Connect, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="fts5, whoosh, memory"):
        open_engine("lucene", tmp_path, connect(), Corpus({}), create=True)


def test_knowing_the_engines_imports_none() -> None:
    heavy = "('whoosh', 'regex', 'rapidfuzz')"
    modules = "sys, triage.search.engines, triage.search.query.language"
    code = f"import {modules}; print([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


@pytest.mark.parametrize("fields", [(), ("body",)])
def test_very_many_words_are_found_in_items_that_hold_no_frequent_one(tmp_path: Path, fields: tuple[str, ...]) -> None:
    many = [f"w{number}" for number in range(1500)]
    bodies = ["w0", "w0 w1", " ".join(many), "only w1499", "none", "w1500"]
    items = {no: [("body", body)] for no, body in enumerate(bodies, 1)} | {7: [("subject", "w1498")]}
    with engine_over("fts5", Corpus(items), tmp_path) as engine:
        assert engine.search(Words(tuple(many), fields)) == {1, 2, 3, 4} | ({7} if not fields else set())


def test_what_is_kept_of_a_term_is_forgotten_with_every_write(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_A_TEXT", 1 << 40)  # the index alone is asked
    many = tuple(f"w{number}" for number in range(200))
    one, two, three = Corpus({no: [("body", f"w{no} mark")] for no in (1, 2, 3)}).documents()
    corpus = Corpus({})
    db = connect()
    engine = open_engine("fts5", tmp_path, db, corpus, create=True)
    reader = open_engine("fts5", tmp_path, connect(), corpus, create=False)
    distance = Near(Words(many), Words((*many, "mark")), 2)
    engine.add([one])
    for asked in (engine, reader):
        assert asked.search(Words(many)) == asked.search(distance) == {1}
    with pytest.raises(RuntimeError, match="no power"), db:
        engine.add([two])
        assert engine.search(Words(many)) == engine.search(distance) == {1, 2}
        raise RuntimeError("no power")
    assert engine.search(Words(many)) == engine.search(distance) == {1}
    engine.add([three])
    for asked in (engine, reader):
        assert asked.search(Words(many)) == asked.search(distance) == {1, 3}
    engine.replace([(one[0], {"body": "other"})])
    for asked in (engine, reader):
        assert asked.search(Words(many)) == asked.search(distance) == {3}


def test_the_end_of_a_run_merges_what_is_new_and_finds_the_same(connect: Connect, tmp_path: Path) -> None:
    long = {no: " ".join(f"x{no}y{number}" for number in range(200)) for no in range(1, 120)}
    corpus = Corpus({no: [("body", f"heron w{no} mark {text}")] for no, text in long.items()})
    db = connect()
    engine = open_engine("fts5", tmp_path, db, corpus, create=True)
    for document in corpus.documents():
        engine.add([document])
    before = engine.search(Words(tuple(f"w{no}" for no in range(10, 90))))
    engine.finish()
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) == [(1,)]
    assert engine.search(Words(tuple(f"w{no}" for no in range(10, 90)))) == before == set(range(10, 90))
    assert _found(engine, '"heron w?? mark"') == set(range(10, 100))
    db.execute("INSERT INTO search_fts(search_fts, rank) VALUES('integrity-check', 1)")
    for no in range(200, 203):
        engine.add([(no, {"body": "crane"})])  # type: ignore[list-item]
    engine.finish()
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) != [(1,)]
    assert _found(engine, "crane") == {200, 201, 202}


def test_a_long_run_is_not_held_up_by_merging(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({no: [("body", f"heron w{no}")] for no in range(1, 451)})
    db = connect()
    engine = open_engine("fts5", tmp_path, db, corpus, create=True)
    for document in corpus.documents():
        engine.add([document])
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) == [(450,)]
    assert _found(engine, "w1?? w/1 heron") == set(range(100, 200))
    engine.finish()
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) == [(1,)]


def test_a_merge_gives_way_to_another_process_that_writes(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({no: [("body", f"heron w{no}")] for no in range(1, 20)})
    db, other = (connect() for _ in range(2))
    engine = open_engine("fts5", tmp_path, db, corpus, create=True)
    for document in corpus.documents():
        engine.add([document])
    other.execute("BEGIN IMMEDIATE")
    engine.finish()
    other.execute("ROLLBACK")
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) == [(19,)]
    assert _found(engine, "w1?") == set(range(10, 20))
    engine.finish()
    assert list(db.execute("SELECT count(DISTINCT segid) FROM search_fts_idx")) == [(1,)]
