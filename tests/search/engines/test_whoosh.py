"""The Whoosh engine: its index follows the store, whatever happened to the last run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.conftest import Connect
from tests.search.search_corpus import Corpus, engine_over
from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.search.engine import Engine
from triage.search.engines import open_engine
from triage.search.query.language import read

TEXTS = {no: [("body", f"heron number{no}"), ("subject", "egret" if no % 2 else "stork")] for no in range(1, 8)}


def _open(folder: Path, connect: Connect, corpus: Corpus) -> Engine:
    return open_engine("whoosh", folder, connect(), corpus, create=False)


def _found(engine: Engine, text: str) -> set[ItemNo]:
    return engine.search(read(text).query)


def test_what_waits_for_its_segment_is_found_all_the_same(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({})
    engine = open_engine("whoosh", tmp_path, connect(), corpus, create=True)
    corpus.items = Corpus(TEXTS).items
    engine.add(corpus.documents())
    engine.commit()
    assert _found(engine, "heron NOT egret") == {2, 4, 6}
    assert list(engine.vocabulary())[:2] == [("egret", 4), ("heron", 7)]
    engine.close()


def test_an_index_that_a_kill_left_behind_catches_up_when_opened(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({no: TEXTS[no] for no in range(1, 4)})
    with engine_over("whoosh", corpus, tmp_path):
        pass
    corpus.items = Corpus(TEXTS).items
    engine = _open(tmp_path, connect, corpus)
    assert engine._snapshot.indexed == set(range(1, 4))  # type: ignore[attr-defined]
    assert _found(engine, "heron") == set(range(1, 8))
    assert engine._snapshot.indexed == set(range(1, 8))  # type: ignore[attr-defined]
    engine.close()


def test_what_the_store_does_not_have_is_taken_out(connect: Connect, tmp_path: Path) -> None:
    with engine_over("whoosh", Corpus(TEXTS), tmp_path):
        pass
    corpus = Corpus({no: TEXTS[no] for no in (2, 3)})
    engine = _open(tmp_path, connect, corpus)
    assert _found(engine, "heron") == {2, 3}
    assert _found(engine, "NOT egret") == {2}
    engine.close()


def test_an_index_that_is_gone_is_made_again(connect: Connect, tmp_path: Path) -> None:
    engine = _open(tmp_path, connect, Corpus(TEXTS))
    assert _found(engine, "egret pre/9 heron") == set()
    assert _found(engine, "heron pre/1 number3") == {3}
    engine.close()


@pytest.mark.nightly
def test_while_another_process_writes_answers_are_complete(connect: Connect, tmp_path: Path) -> None:
    corpus = Corpus({no: TEXTS[no] for no in range(1, 4)})
    with engine_over("whoosh", corpus, tmp_path) as writing:
        lock = writing._index.writer()  # type: ignore[attr-defined]
        corpus.items = Corpus(TEXTS).items
        reading = _open(tmp_path, connect, corpus)
        assert _found(reading, "heron") == set(range(1, 8))
        reading.add(corpus.documents())
        with pytest.raises(CaseError, match="Another process"):
            reading.finish()
        lock.cancel()
        reading.close()


def test_a_damaged_index_is_named_with_what_to_do(connect: Connect, tmp_path: Path) -> None:
    with engine_over("whoosh", Corpus(TEXTS), tmp_path):
        pass
    for toc in (tmp_path / "whoosh").glob("*.toc"):
        toc.write_bytes(b"broken")
    with pytest.raises(CaseError, match="Delete that folder"):
        _open(tmp_path, connect, Corpus(TEXTS))


def test_other_postings_than_those_of_the_texts_are_found_and_made_anew(connect: Connect, tmp_path: Path) -> None:
    with engine_over("whoosh", Corpus(TEXTS), tmp_path) as engine:
        compared = engine.compare()
        assert compared is not None and compared.whole and (compared.items, compared.differing) == (7, frozenset())
    other = Corpus(TEXTS | {2: [("body", "heron heron"), ("subject", "stork")], 5: [("subject", "egret")]})
    engine = _open(tmp_path, connect, other)
    compared = engine.compare()
    assert compared is not None and compared.differing == {2, 5}
    engine.rebuild()
    engine.close()
    engine = _open(tmp_path, connect, other)
    compared = engine.compare()
    assert compared is not None and compared.items == 7 and not compared.differing
    engine.close()
