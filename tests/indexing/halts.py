"""Halt an index run at an exact place, on fast and slow machines alike.

Reports of progress come by the clock: a fast machine may have read everything before the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Reply


def halt_after(patch: pytest.MonkeyPatch, replies: int, halt: Callable[[], object], job: int = 0) -> None:
    """Call ``halt`` once a run has taken so many replies, of one job or of all; it sees no later one in that round."""
    real, taken = Pool.replies, count(1)
    rest: list[Iterator[Reply]] = []

    def halting(self: Pool, wait: float = 0.05) -> Iterator[Reply]:
        coming = rest.pop() if rest else real(self, wait)
        for reply in coming:
            yield reply
            if job in (0, reply.job) and next(taken) == replies:
                rest.append(coming)
                halt()
                return

    patch.setattr(Pool, "replies", halting)
