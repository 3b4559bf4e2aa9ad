"""What is put away under lock: read again with the key alone, of the item that it was locked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from triage.errors import CaseError
from triage.files import DATABASE
from triage.store import sealed
from triage.store.db import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new case's database."""
    made = Store(tmp_path / DATABASE, create=True)
    yield made
    made.close()


def test_only_the_item_that_a_text_was_locked_for_unlocks_it(store: Store) -> None:
    token = sealed.lock(store, 7, "Blue Heron, אנפה")
    assert b"Heron" not in token
    assert sealed.unlock(store, 7, token) == "Blue Heron, אנפה"
    with pytest.raises(CaseError, match="sealed item number 8"):
        sealed.unlock(store, 8, token)


def test_the_key_is_made_once_and_is_its_owners_alone(store: Store, tmp_path: Path) -> None:
    assert not sealed.has_key(store)
    first = sealed.lock(store, 1, "one")
    key = (tmp_path / sealed.KEY).read_bytes()
    assert len(key) == 32 and (tmp_path / sealed.KEY).stat().st_mode & 0o077 == 0
    sealed.lock(store, 2, "two")
    assert sealed.has_key(store) and (tmp_path / sealed.KEY).read_bytes() == key
    assert sealed.unlock(store, 1, first) == "one"


def test_a_key_that_was_not_written_to_the_end_is_no_key(store: Store, tmp_path: Path) -> None:
    (tmp_path / f"{sealed.KEY}.1.new").write_bytes(b"half")  # as a power cut leaves it
    assert not sealed.has_key(store)
    assert sealed.unlock(store, 3, sealed.lock(store, 3, "three")) == "three"
    assert len((tmp_path / sealed.KEY).read_bytes()) == 32


def test_without_the_key_it_is_said_what_is_missing(store: Store, tmp_path: Path) -> None:
    token = sealed.lock(store, 4, "four")
    (tmp_path / sealed.KEY).unlink()
    with pytest.raises(CaseError, match=r"seal\.key is missing"):
        sealed.unlock(store, 4, token)
