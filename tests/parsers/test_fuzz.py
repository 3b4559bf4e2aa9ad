"""Damaged files of every format: no reader dies, none hangs, and nothing is lost without a word."""

from __future__ import annotations

import pytest

from tests.parsers.fuzzing import cases, run
from triage.settings import Settings


@pytest.mark.nightly
@pytest.mark.xdist_group("pool")
def test_damaged_files_are_answered() -> None:
    outcome = run(500, seed=20260, settings=Settings(workers=2, limit_seconds=20))
    assert outcome.read == 500 and not outcome.wrong
    assert outcome.deaths == 0
    assert outcome.codes["damaged"] + outcome.codes["truncated"] > 20, "the damage was seen"


def test_cases_are_the_same_for_the_same_seed() -> None:
    assert list(cases(40, 7)) == list(cases(40, 7)) != list(cases(40, 8))
