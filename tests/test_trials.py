"""Faults drawn by a seed lose nothing, end in no traceback and let the program say nothing that is false."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.faults import Faults
from tests.trials.trial import Trials

SEED, TRIALS = 47_11, 60
_QUICK = (
    "new search index tag note undo palette seal batch sample save decisions merge head compact near clear "
    "roster".split()
)
"""Commands that take less than half a second; ``python -m tests.trials`` tries all of them."""


@pytest.mark.nightly
def test_commands_under_faults(under: Faults, tmp_path: Path) -> None:
    print(f"seed {SEED}")
    trials = Trials(under, tmp_path, SEED, thorough=False)
    outcomes = list(islice(filter(None, map(trials.drawn, cycle(_QUICK))), TRIALS))
    assert len(outcomes) == TRIALS and any(outcome.ended.code for outcome in outcomes)
    assert not (wrong := [str(outcome) for outcome in outcomes if outcome.wrong]), "\n".join(wrong)
