"""The bound on a search: what counts toward it."""

from __future__ import annotations

import threading
import time
from itertools import count

import pytest

from triage.errors import EngineRefusal
from triage.search.engine import Deadline


def test_a_search_is_bounded_by_the_processor_time_of_all_its_threads_and_not_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit = Deadline(0.2)
    hours = count(0, 3600)
    monkeypatch.setattr(time, "monotonic", lambda: float(next(hours)))
    limit.check()

    def work() -> None:
        while not limit.over:
            pass

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    with pytest.raises(EngineRefusal, match=r"stopped after 0\.2 seconds of processor time"):
        limit.check()


def test_a_search_that_nobody_waits_for_is_not_out_of_time() -> None:
    with pytest.raises(EngineRefusal, match="stopped before it had an answer"):
        Deadline(-1, stopped=lambda: True).check()
