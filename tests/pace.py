"""How long something takes, told by a yardstick run beside it: no test knows how fast its machine is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_STEPS = 200_000


@dataclass
class Pace:
    """``millions``: how many million additions of small numbers would have taken as long; set when the block ends."""

    millions: float = 0.0


@contextmanager
def timed() -> Iterator[Pace]:
    """Time a block by this process's CPU; the slower of two yardsticks, before and after, is the measure."""
    pace = Pace()
    before = _yardstick()
    begun = time.process_time()
    yield pace
    took = time.process_time() - begun
    pace.millions = took / max(before, _yardstick()) * _STEPS / 1_000_000


def _yardstick() -> float:
    begun, count = time.process_time(), 0
    while count < _STEPS:
        count += 1
    return time.process_time() - begun
