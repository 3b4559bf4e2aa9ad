"""Tests of triage.insight.order.storage: rows are kept for what is here, and a change or a seal deletes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case
from triage.insight.order import storage
from triage.model.items import ItemNo
from triage.store.db import Store
from triage.store.derived_files import FOLDER, stamps
from triage.store.relations import items_state

ONE, TWO = ItemNo(1), ItemNo(2)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/1.txt": "heron", "dana/2.txt": "lunch"}) as made:
        yield made


def fill(case: Case, store: Store) -> None:
    save(case, store, [ONE, TWO], state=items_state(store))


def save(case: Case, store: Store, nos: list[ItemNo], version: int = 1, state: str = "") -> None:
    known = stamps(store)
    storage.save_words(store, version, nos, [(no, known.get(no, 1), b"cols", b"c") for no in nos], state)


def listed(case: Case, store: Store) -> list[tuple[ItemNo, bytes, bytes]]:
    with storage.rows(store) as rows:
        assert list(rows) == list(rows)
        return list(rows)


def test_what_is_saved_comes_back_until_another_version_begins(case: Case, store: Store) -> None:
    assert storage.known_words(store, 1) == {} and listed(case, store) == [] and storage.rankings(store) == []
    fill(case, store)
    assert storage.known_words(store, 1) == stamps(store) and storage.known_words(store, 2) == {}
    assert listed(case, store) == [(ONE, b"cols", b"c"), (TWO, b"cols", b"c")]
    assert storage.is_complete(store, 1, items_state(store)) and not storage.is_complete(store, 2, "")
    save(case, store, [TWO], version=2)
    assert [row[0] for row in listed(case, store)] == [TWO]


def test_a_changed_text_has_another_stamp(case: Case, store: Store) -> None:
    before = stamps(store)
    state = items_state(store)
    (case.path.parent / "records" / "dana" / "1.txt").write_text("heron and crane")
    case.index()
    after = stamps(store)
    assert before[TWO] == after[TWO] and ONE not in after and len(after) == 2, "a new item took its place"
    assert items_state(store) != state


def test_a_seal_deletes_a_row_and_every_ranking_and_nothing_late_is_kept(case: Case, store: Store) -> None:
    fill(case, store)
    state = items_state(store)
    storage.keep_ranking(store, "t", "made", state)
    assert storage.rankings(store) == ["made"]
    case.decisions.seal([ONE], "customer content", "Rae Counsel", "key")
    assert [row[0] for row in listed(case, store)] == [TWO] and storage.rankings(store) == []
    assert not storage.is_complete(store, 1, state)
    save(case, store, [ONE, TWO], state=state)
    storage.keep_ranking(store, "t", "made", state)
    assert [row[0] for row in listed(case, store)] == [TWO] and storage.rankings(store) == []
    assert not storage.is_complete(store, 1, state) and ONE not in stamps(store)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500])
def test_a_damaged_file_is_made_anew(case: Case, store: Store, damage: bytes) -> None:
    fill(case, store)
    (case.path / FOLDER / storage.FILE).write_bytes(damage)
    assert storage.known_words(store, 1) == {} and listed(case, store) == []
    fill(case, store)
    assert len(listed(case, store)) == 2
