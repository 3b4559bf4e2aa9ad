"""The words of the index in a file: they are those of the index as it is, or the file counts as none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest

from tests.search.search_corpus import Corpus, engine_over
from triage.model.items import ItemNo
from triage.search.counted_words import CountedWords
from triage.search.engine import Engine
from triage.search.engines import open_engine
from triage.search.engines.fts5 import engine as fts5_engine
from triage.search.engines.fts5 import word_file
from triage.search.query.language import read

TEXTS = {no: [("body", f"heron number{no} שלום")] for no in range(1, 8)}
FILE = "words"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_file, "_FEWEST", 1)


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
        yield open_engine("fts5", folder, db, corpus, create=False)  # type: ignore[arg-type]


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


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_file_that_was_changed_counts_as_none(tmp_path: Path, at: int) -> None:
    corpus = Corpus(TEXTS)
    with engine_over("fts5", corpus, tmp_path) as engine:
        words = list(engine.vocabulary())
    data = bytearray((tmp_path / FILE).read_bytes())
    data[at] ^= 1
    (tmp_path / FILE).write_bytes(data)
    with _again(tmp_path, corpus) as engine:
        assert list(engine.vocabulary()) == words


def test_a_file_of_another_login_counts_as_none(
    tmp_path: Path, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus(TEXTS)
    with engine_over("fts5", corpus, tmp_path) as engine:
        words = list(engine.vocabulary())
    before = len(counted)
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "others"))
    with _again(tmp_path, corpus) as engine:
        assert list(engine.vocabulary()) == words
    assert len(counted) == before + 1


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    corpus = Corpus(TEXTS)
    with engine_over("fts5", corpus, tmp_path) as engine:
        words = list(engine.vocabulary())
    (tmp_path / FILE).rename(tmp_path / "elsewhere")
    (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    with _again(tmp_path, corpus) as engine:
        assert list(engine.vocabulary()) == words
    assert not (tmp_path / FILE).is_symlink()


def test_few_words_are_counted_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_file, "_FEWEST", 10_000)
    with engine_over("fts5", Corpus(TEXTS), tmp_path) as engine:
        assert len(engine.vocabulary()) == 9
    assert not (tmp_path / FILE).exists()
