"""Brokers in real processes that do something else than they should."""

from __future__ import annotations

import pytest

from triage.indexing import remote

NO_LANDLOCK = "from triage.sandbox.child import confine; confine.abi = lambda libc: 0"
IDLE_LANDLOCK = "from triage.indexing import remote; remote.restrict_ways = lambda libc, *rules: 7"


def brokers_run(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Have the processes of brokers that are started from now on run some code before all else."""
    monkeypatch.setattr(remote, "_START", f"exec({code!r});{remote._START}")


def opening(name: str, action: str) -> str:
    """Return code that has brokers do something instead of opening a file of this name."""
    return f"""
import os, signal
from triage.scope import broker
real = os.open
def opened(path, *args, **names):
    if path == {name!r}:
        {action}
    return real(path, *args, **names)
broker.os.open = opened
"""
