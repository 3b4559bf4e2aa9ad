"""Tests that what is changed at random, and shows, is found; ``mutations`` makes more of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import examples
from tests.tamper.mutations import made, missed


@pytest.mark.nightly
def test_what_shows_is_found(tmp_path: Path) -> None:
    base, work = tmp_path / "base", tmp_path / "work"
    base.mkdir()
    work.mkdir()
    lost, came_to = missed(made(base), work, examples(20), 7)
    assert not lost and any(what == "found" for _, what in came_to)
