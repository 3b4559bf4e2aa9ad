"""What holds for every test: nothing is written into the home of the person who runs them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the program caches in this run's own folder, one for all its processes."""
    before = os.environ.get("TRIAGE_CACHE")
    os.environ["TRIAGE_CACHE"] = str(tmp_path_factory.getbasetemp().parent / "triage-cache")
    yield
    if before is None:
        del os.environ["TRIAGE_CACHE"]
    else:
        os.environ["TRIAGE_CACHE"] = before


def pytest_xdist_auto_num_workers() -> int:
    """Run one worker more than there are processors: windows and readers are waited for a sixth of the time."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1) + 1
