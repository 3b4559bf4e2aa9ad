"""What a Dask worker runs: a batch of sources becomes frames, in this process here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pytest

from tests.sandbox.parent.test_distributed_pool import MAIL
from triage import __version__
from triage.sandbox import remote_reading, wire
from triage.settings import Settings


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    yield
    if (pool := getattr(remote_reading._kept, "pool", None)) is not None:
        pool.close()
        remote_reading._kept.__dict__.clear()


def _read(numbers: range, **settings: int) -> list[wire.Reply]:
    jobs = [bytes(wire.pack(wire.Job(number, f"{number}.eml", MAIL)))[4:] for number in numbers]
    answer = remote_reading.read(__version__, asdict(Settings(**settings)), "dana", jobs)
    assert answer[:1] == remote_reading.FRAMES
    frames = wire.Frames()
    frames.feed(answer[1:])
    replies = list[wire.Reply]()
    while (frame := frames.next()) is not None:
        replies.append(wire.unpack(wire.REPLIES, frame))
    return replies


def test_every_job_of_a_batch_is_answered() -> None:
    replies = _read(range(700))  # more than one reader is given at a time
    assert [reply.job for reply in replies if isinstance(reply, wire.Done)] == list(range(700))
    assert sum(isinstance(reply, wire.Part) for reply in replies) == 700


def test_readers_are_kept_for_the_next_batch_and_replaced_for_other_settings() -> None:
    _read(range(1))
    pool = remote_reading._kept.pool
    _read(range(1))
    assert remote_reading._kept.pool is pool and pool._most == 1
    _read(range(1), limit_seconds=7)
    assert remote_reading._kept.pool is not pool


def test_another_version_reads_nothing() -> None:
    answer = remote_reading.read("0.0.1", {}, "dana", [b"never looked at"])
    assert answer == remote_reading.OTHER_VERSION + __version__.encode()
