"""Readers on another machine: what a Dask worker runs. It opens no source; bytes come in and frames go out.

A worker keeps confined readers as the broker's machine does (``parent.pool``), gives them the jobs of a batch, checks
what they answer, and returns it as frames. Nothing that a reader made is ever pickled, nor seen as anything but bytes.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from triage import __version__
from triage.sandbox import wire
from triage.sandbox.parent.pool import Pool
from triage.settings import Settings

FRAMES, OTHER_VERSION = b"F", b"V"
"""What an answer begins with: frames follow, or the version that the worker has instead of the one asked for."""
_WAIT = 0.05
_kept = threading.local()


def read(version: str, settings: dict[str, int], custodian: str, jobs: Sequence[bytes]) -> bytes:
    """Read a batch of one custodian's sources, each a packed ``wire.Job`` with its data; returns what came of them."""
    if version != __version__:
        return OTHER_VERSION + __version__.encode()
    pool = _pool(Settings(**settings))
    answer = bytearray(FRAMES)
    for body in jobs:
        while not pool.room:
            _hear(pool, answer)
        pool.submit(wire.unpack(wire.JOBS, body), custodian=custodian)
    while pool.busy:
        _hear(pool, answer)
    return bytes(answer)


def _hear(pool: Pool, answer: bytearray) -> None:
    for reply in pool.replies(_WAIT):
        answer += wire.pack(reply)


def _pool(settings: Settings) -> Pool:
    """Return this thread's readers, one of them, as a worker has a thread for each."""
    one = replace(settings, workers=1)
    if getattr(_kept, "settings", None) != one:
        if (before := getattr(_kept, "pool", None)) is not None:
            before.close()
        _kept.settings, _kept.pool = one, Pool(one)
    pool: Pool = _kept.pool
    return pool
