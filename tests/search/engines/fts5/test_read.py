"""Two connections read half of the items each, and words are kept in a file: the same is found, in one state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
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
from triage.search.engine import NO_LIMIT, Deadline, Engine
from triage.search.engines import open_engine
from triage.search.engines.fts5 import engine as fts5_engine
from triage.search.engines.fts5 import match, places
from triage.search.engines.fts5 import read as fts5_read
from triage.search.engines.fts5.engine import Fts5Engine
from triage.search.expand import CountedWords
from triage.search.query.language import read

QUERIES = (
    *("heron", "heron gannet", "heron OR gannet", "NOT heron", "subject:heron", "her*", "*an*", "nothing"),
    *('"grey heron"', '"the the"', '"*r* of the"', "heron w/3 gannet", "her* w/2 *an*", "*e* w/2 of"),
    *("(heron OR the) w/2 (gannet OR grey)", "the not w/2 grey"),
)
WORDS = "heron herons gannet grey the the of egret grebe".split()


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fts5_read, "_MANY", 1)


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


@pytest.mark.parametrize("phrases", [0, 12])
@pytest.mark.parametrize("seed", range(6))
def test_two_halves_find_what_one_whole_does(
    seed: int, phrases: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match, "_MOST_OF_A_CHOICE", phrases)
    monkeypatch.setattr(match, "_QUICK_PREFIX", phrases)
    monkeypatch.setattr(match, "_FEWER", 0)
    monkeypatch.setattr(places, "_A_TEXT", 1 << 40)
    monkeypatch.setattr(places, "_A_STATEMENT", 1)
    with engine_over("fts5", corpus(seed, 2 + 10 * seed), tmp_path) as engine:
        assert isinstance(engine, Fts5Engine)
        by_halves = [(search(engine, text), list(engine.ascending(read(text).query))) for text in QUERIES]
        assert engine._halves._other is not None
        engine.close()
        monkeypatch.setattr(fts5_read, "_MANY", 1_000)
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
    second_read, joined = Event(), fts5_read.joined
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

    monkeypatch.setattr(fts5_read, "joined", slowly)
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


# The words of the index in a file: they are those of the index as it is, or the file counts as none.

TEXTS = {no: [("body", f"heron number{no} שלום")] for no in range(1, 8)}
FILE = "words"


@pytest.fixture(autouse=True)
def _few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fts5_read, "_FEWEST", 1)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Has an entry for each time that the words of the index are counted."""
    times: list[int] = []
    count = fts5_engine.counted_words

    def counting(db: apsw.Connection) -> CountedWords:
        times.append(1)
        return count(db)

    monkeypatch.setattr(fts5_engine, "counted_words", counting)
    return times


@contextmanager
def _again(folder: Path, corpus: Corpus) -> Iterator[Engine]:
    """Open the index as the next process does."""
    with closing(apsw.Connection(str(folder / "fts5.sqlite"))) as db:
        engine = open_engine("fts5", folder, db, corpus, create=False)  # type: ignore[arg-type]
        with closing(engine):
            yield engine


def _found(engine: Engine, text: str) -> set[ItemNo]:
    return engine.search(read(text).query)


def test_words_are_counted_once_for_a_state_of_the_index(tmp_path: Path, counted: list[int]) -> None:
    corpus = Corpus(TEXTS)
    with engine_over("fts5", corpus, tmp_path) as engine:
        words = list(engine.vocabulary())
        assert ("heron", 7) in words and ("שלומ", 7) in words
    before = len(counted)
    for _ in range(2):
        with _again(tmp_path, corpus) as engine:
            assert list(engine.vocabulary()) == words
            assert _found(engine, "*umber3") == {3} and _found(engine, "herom~1") == set(range(1, 8))
    assert len(counted) == before


def test_words_of_new_items_are_counted(tmp_path: Path) -> None:
    corpus = Corpus(TEXTS)
    with engine_over("fts5", corpus, tmp_path) as engine:
        assert _found(engine, "*gret") == set()
        with engine._db:  # type: ignore[attr-defined]
            engine.add([(ItemNo(9), {"body": "egret"})])
        assert _found(engine, "*gret") == {9}
    with _again(tmp_path, corpus) as engine:
        assert ("egret", 1) in list(engine.vocabulary())


def test_a_text_that_is_taken_out_takes_the_file_with_it(tmp_path: Path) -> None:
    with engine_over("fts5", Corpus(TEXTS), tmp_path) as engine:
        engine.vocabulary()
        assert b"number3" in (tmp_path / FILE).read_bytes()
        with engine._db:  # type: ignore[attr-defined]
            engine.replace([(ItemNo(3), {})])
            assert not (tmp_path / FILE).exists()
            engine.vocabulary()  # of what may still be undone, nothing is written
            assert not (tmp_path / FILE).exists()
        assert "number3" not in dict(engine.vocabulary())
        assert b"number3" not in (tmp_path / FILE).read_bytes()


@pytest.mark.parametrize("change", [0, 40, -1, "other login", "link"])
def test_a_file_that_was_changed_is_anothers_or_a_link_counts_as_none(
    change: int | str, tmp_path: Path, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, file = Corpus(TEXTS), tmp_path / FILE
    with engine_over("fts5", corpus, tmp_path) as engine:
        words = list(engine.vocabulary())
    before = len(counted)
    if isinstance(change, int):
        data = bytearray(file.read_bytes())
        data[change] ^= 1
        file.write_bytes(data)
    elif change == "link":
        file.rename(tmp_path / "elsewhere")
        file.symlink_to(tmp_path / "elsewhere")
    else:
        monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "others"))
    with _again(tmp_path, corpus) as engine:
        assert list(engine.vocabulary()) == words
    assert len(counted) == before + 1 and not file.is_symlink()


def test_few_words_are_counted_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fts5_read, "_FEWEST", 10_000)
    with engine_over("fts5", Corpus(TEXTS), tmp_path) as engine:
        assert len(list(engine.vocabulary())) == 9
    assert not (tmp_path / FILE).exists()
