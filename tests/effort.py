"""How much work something is, counted in lines of Python: the same number on every machine, however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any


@dataclass
class Effort:
    """``steps``: how many lines were run and how many functions entered and left."""

    steps: int = 0


@contextmanager
def counted() -> Iterator[Effort]:
    """Count what this thread runs in the block; what libraries in C do inside one call counts as nothing."""
    effort = Effort()

    def count(_frame: FrameType, _event: str, _arg: object) -> Any:
        effort.steps += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        yield effort
    finally:
        sys.settrace(before)
