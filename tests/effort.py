"""How much work something is, counted in lines of Python, which no busy machine changes; and how much a test tries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

import hypothesis
import pytest

TIMES = (1, pytest.param(10, marks=pytest.mark.nightly))
"""How large hostile data is, in sizes that show what more of it costs; at night as large as it may come."""

HANGS = 540
"""Seconds after which what another process is waited for hangs; a busy machine takes a fraction of it."""


def examples(usual: int) -> int:
    """Return how many examples a test tries where the usual number is too slow: ten times as many at night."""
    return max(1, usual * hypothesis.settings.default.max_examples // 100)


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
