"""Tests of triage.store.derived.words: rows are kept for what is here, and a change or a seal deletes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case
from triage.model.items import ItemNo
from triage.store.db import Store
from triage.store.derived import words
from triage.store.relations import items_state

ONE, TWO = ItemNo(1), ItemNo(2)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/1.txt": "heron", "dana/2.txt": "lunch"}) as made:
        yield made


@pytest.fixture
def store(case: Case) -> Iterator[Store]:
    opened = Store(case.path / "case.db")
    yield opened
    opened.close()


def fill(case: Case, store: Store) -> None:
    words.begin(case.path, 1)
    words.save(store, case.path, [(no, stamp, b"cols", b"c") for no, stamp in words.stamps(store).items()])
    words.complete(store, case.path, items_state(store))


def listed(case: Case) -> list[tuple[ItemNo, bytes, bytes]]:
    with words.rows(case.path) as rows:
        assert list(rows) == list(rows)
        return list(rows)


def test_what_is_saved_comes_back_until_another_version_begins(case: Case, store: Store) -> None:
    assert words.known(case.path, 1) == {} and listed(case) == [] and words.rankings(case.path) == []
    fill(case, store)
    assert words.known(case.path, 1) == words.stamps(store) and words.known(case.path, 2) == {}
    assert listed(case) == [(ONE, b"cols", b"c"), (TWO, b"cols", b"c")]
    assert words.is_complete(case.path, 1, items_state(store)) and not words.is_complete(case.path, 2, "")
    words.begin(case.path, 2)
    assert listed(case) == []


def test_a_changed_text_has_another_stamp(case: Case, store: Store) -> None:
    before = words.stamps(store)
    state = items_state(store)
    (case.path.parent / "records" / "dana" / "1.txt").write_text("heron and crane")
    case.index()
    after = words.stamps(store)
    assert before[TWO] == after[TWO] and ONE not in after and len(after) == 2, "a new item took its place"
    assert items_state(store) != state


def test_a_seal_deletes_a_row_and_every_ranking_and_nothing_late_is_kept(case: Case, store: Store) -> None:
    fill(case, store)
    state = items_state(store)
    words.keep_ranking(store, case.path, "t", "made", state)
    assert words.rankings(case.path) == ["made"]
    case.decisions.seal([ONE], "customer content", "Rae Counsel", "key")
    assert [row[0] for row in listed(case)] == [TWO] and words.rankings(case.path) == []
    assert not words.is_complete(case.path, 1, state)
    words.save(store, case.path, [(ONE, 1, b"cols", b"c")])
    words.keep_ranking(store, case.path, "t", "made", state)
    words.complete(store, case.path, state)
    assert [row[0] for row in listed(case)] == [TWO] and words.rankings(case.path) == []
    assert not words.is_complete(case.path, 1, state) and ONE not in words.stamps(store)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500])
def test_a_damaged_file_is_made_anew(case: Case, store: Store, damage: bytes) -> None:
    fill(case, store)
    (case.path / words.FOLDER / words.FILE).write_bytes(damage)
    assert words.known(case.path, 1) == {} and listed(case) == []
    fill(case, store)
    assert len(listed(case)) == 2
