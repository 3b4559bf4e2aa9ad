"""How long a query may take: one deadline that every slow loop asks. Nothing here knows what is slow."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NoReturn

from triage.errors import EngineRefusal


class Deadline:
    """A time bound in seconds, running from when it is made; ``clock`` may count the thread's own time alone."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    @property
    def over(self) -> bool:
        """Whether the time has run out."""
        return self._clock() > self._end

    @property
    def left(self) -> float:
        """Seconds left, never below a hundredth."""
        return max(0.01, self._end - self._clock())

    def check(self) -> None:
        """Raise EngineRefusal where the time has run out."""
        if self.over:
            self.stop()

    def stop(self) -> NoReturn:
        """Raise EngineRefusal: the time isn't enough."""
        raise EngineRefusal("search-out-of-time", seconds=min(self.seconds, 60))


NO_LIMIT = Deadline(float("inf"))
"""For callers that wait as long as it takes."""
