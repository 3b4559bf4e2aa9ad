"""A case's keys: made once, whole, and their owner's alone."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from triage import secret_keys
from triage.errors import CaseError


def test_a_key_is_made_once_and_private(tmp_path: Path) -> None:
    key = secret_keys.key_at(tmp_path / "k")
    assert len(key) == secret_keys.SIZE and secret_keys.key_at(tmp_path / "k") == key
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["k"]


def test_the_first_of_several_wins(tmp_path: Path) -> None:
    assert secret_keys.create(tmp_path / "k", b"a" * secret_keys.SIZE)
    first = secret_keys.key_at(tmp_path / "k")
    assert not secret_keys.create(tmp_path / "k", b"b")  # by one that looked before the first was done
    assert secret_keys.key_at(tmp_path / "k") == first


def test_where_links_cannot_be_made_it_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert len(secret_keys.key_at(tmp_path / "k")) == secret_keys.SIZE
    assert [path.name for path in tmp_path.iterdir()] == ["k"]


def test_a_key_that_is_cut_off_is_said(tmp_path: Path) -> None:
    (tmp_path / "k").write_bytes(b"half")
    with pytest.raises(CaseError, match="k doesn't contain a complete key"):
        secret_keys.key_at(tmp_path / "k")


def test_what_a_killed_process_left_is_removed_and_what_another_writes_now_is_not(tmp_path: Path) -> None:
    (tmp_path / "k.1.new").write_bytes(b"half")
    (tmp_path / "k.old.new").write_bytes(b"somebody's own")
    with (tmp_path / "k.2.new").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        secret_keys.replace(tmp_path / "k", b"a" * secret_keys.SIZE)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["k", "k.2.new", "k.old.new"]
