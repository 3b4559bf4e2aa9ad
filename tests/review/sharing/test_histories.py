"""Tests that no honest course of events in two copies of a case is taken for an alteration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import examples
from tests.review.sharing.histories import accused, made


@pytest.mark.nightly
def test_nobody_is_accused(tmp_path: Path) -> None:
    assert [*accused(made(tmp_path), range(1000, 1000 + examples(8)))] == []
