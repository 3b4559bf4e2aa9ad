"""Two connections read half of the items each: the same is found, in one state of the index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from threading import Event

import apsw
import pytest

from tests.search.conftest import Connect
from tests.search.search_corpus import Corpus, engine_over
from triage.errors import EngineRefusal
from triage.model.items import ItemNo
from triage.search.engine import NO_LIMIT, Deadline
from triage.search.engines import open_engine
from triage.search.engines.fts5 import bulk, match
from triage.search.engines.fts5 import read as halves
from triage.search.engines.fts5.engine import Fts5Engine
from triage.search.query.language import read

QUERIES = (
    "heron",
    "heron gannet",
    "heron OR gannet",
    "NOT heron",
    "subject:heron",
    "her*",
    "*an*",
    '"grey heron"',
    '"the the"',
    "heron w/3 gannet",
    "(heron OR the) w/2 (gannet OR grey)",
    "the not w/2 grey",
    "her* w/2 *an*",
    '"*r* of the"',
    "*e* w/2 of",
    "nothing",
)
WORDS = "heron herons gannet grey the the of egret grebe".split()


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "_MANY", 1)


def corpus(seed: int, items: int = 60) -> Corpus:
    random = Random(seed)

    def text() -> str:
        return " ".join(random.choices(WORDS, k=random.randrange(12)))

    return Corpus({no: [("subject", text()), ("body", text())] for no in range(1, items)})


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Fts5Engine]:
    with engine_over("fts5", corpus(1), tmp_path) as made:
        assert isinstance(made, Fts5Engine)
        yield made


def search(engine: Fts5Engine, text: str, clock: Deadline = NO_LIMIT) -> set[ItemNo]:
    return engine.search(read(text).query, clock)


@pytest.mark.parametrize("phrases", [0, 240])
@pytest.mark.parametrize("seed", range(6))
def test_two_halves_find_what_one_whole_does(
    seed: int, phrases: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "_MOST_PHRASES", phrases)
    monkeypatch.setattr(bulk, "_A_STATEMENT", 1)
    with engine_over("fts5", corpus(seed, 2 + 10 * seed), tmp_path) as engine:
        assert isinstance(engine, Fts5Engine)
        by_halves = [(search(engine, text), list(engine.ascending(read(text).query))) for text in QUERIES]
        assert engine._halves._other is not None
        engine.close()
        monkeypatch.setattr(halves, "_MANY", 1_000)
        whole = [(search(engine, text), list(engine.ascending(read(text).query))) for text in QUERIES]
        assert engine._halves._other is None
    assert by_halves == whole
    assert all(sorted(nos) == in_order for nos, in_order in whole)


def test_what_is_not_stored_yet_is_found(engine: Fts5Engine) -> None:
    before = search(engine, "heron")
    with engine._db:
        engine.add([(ItemNo(100), {"body": "heron"})])
        assert search(engine, "heron") == before | {100}
    assert search(engine, "heron") == before | {100}


def test_what_another_process_stored_is_found(engine: Fts5Engine, tmp_path: Path) -> None:
    before = search(engine, "heron")
    other = apsw.Connection(str(tmp_path / "fts5.sqlite"))
    with other:
        Fts5Engine(tmp_path, other, engine._texts).add([(ItemNo(100), {"body": "heron"})])
    other.close()
    assert search(engine, "heron") == before | {100}


def test_a_moment_that_is_held_stays_as_it_was(connect: Connect, tmp_path: Path) -> None:
    texts = corpus(1)
    db, writing = connect(), connect()
    db.execute("PRAGMA journal_mode=WAL")
    engine = open_engine("fts5", tmp_path, db, texts, create=True)
    assert isinstance(engine, Fts5Engine)
    engine.add(texts.documents())
    with closing(engine):
        before = search(engine, "heron")
        with db:
            assert search(engine, "heron") == before
            Fts5Engine(tmp_path, writing, texts).add([(ItemNo(100), {"body": "heron"})])
            assert search(engine, "heron") == before
        assert search(engine, "heron") == before | {100}


def test_what_is_stored_between_the_halves_is_found_whole(
    connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db, writing = connect(), connect()
    db.execute("PRAGMA journal_mode=WAL")
    texts = Corpus({no: [("body", "heron" if no > 5 else "gannet")] for no in range(1, 11)})
    engine = open_engine("fts5", tmp_path, db, texts, create=True)
    assert isinstance(engine, Fts5Engine)
    engine.add(texts.documents())
    writer = Fts5Engine(tmp_path, writing, texts)
    second_read, joined = Event(), halves.joined
    stored: list[bool] = []

    def slowly(one: apsw.Connection, match: str, also: str = "") -> str:
        if one is not db:
            numbers = joined(one, match, also)
            second_read.set()
            return numbers
        assert second_read.wait(60)
        if not stored:
            stored.append(True)
            with writing:
                writer.replace([(ItemNo(1), {"body": "heron"}), (ItemNo(10), {"body": "gannet"})])
        return joined(one, match, also)

    monkeypatch.setattr(halves, "joined", slowly)
    with closing(engine):
        assert search(engine, "heron") == {1, 6, 7, 8, 9}


@pytest.mark.parametrize("text", ["heron OR the", '"grey heron"', "*e* w/2 of"])
@pytest.mark.parametrize("looks", [1, 2, 4])
def test_a_search_that_nobody_waits_for_ends(
    engine: Fts5Engine, text: str, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triage.search.engines.fts5.read._STEPS", 1)
    looked = count(1)
    with pytest.raises(EngineRefusal, match="stopped before"):
        search(engine, text, Deadline(60, stopped=lambda: next(looked) > looks))
    assert search(engine, text)


@pytest.mark.parametrize("text", ["heron OR the", '"grey heron"'])
def test_the_clock_stops_both(engine: Fts5Engine, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.search.engines.fts5.read._STEPS", 1)
    with pytest.raises(EngineRefusal, match="without an answer"):
        engine.ascending(read(text).query, Deadline(-1))
    with pytest.raises(EngineRefusal, match="without an answer"):
        search(engine, text, Deadline(-1))
    assert search(engine, text)


def test_a_database_in_memory_is_read_by_one(tmp_path: Path) -> None:
    db, texts = apsw.Connection(":memory:"), corpus(1)
    engine = open_engine("fts5", tmp_path, db, texts, create=True)
    assert isinstance(engine, Fts5Engine)
    engine.add(texts.documents())
    assert search(engine, "heron")
    assert engine._halves._other is None
    db.close()
