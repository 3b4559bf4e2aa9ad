"""Readers on Dask workers: what they read is what local readers read, whoever dies; nothing else is believed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import dask
import pytest

from tests.cluster.workers import Workers, working
from tests.indexing.test_run import facts
from tests.sandbox.readers import replies_of
from triage import __version__
from triage.case import Case
from triage.errors import CaseError
from triage.model.runs import Progress
from triage.sandbox import wire
from triage.sandbox.parent import distributed_pool
from triage.sandbox.parent.distributed_pool import DistributedPool, _Batch, _connected
from triage.selftest.sample import policy
from triage.settings import Settings

MAIL = b"From: dana@orrin.example\nSubject: heron\n\nblue heron\n"


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    with working(tmp_path_factory.mktemp("workers")) as started:
        yield started


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    with Case.create(tmp_path_factory.mktemp("alone") / "case", policy()) as case:
        case.index()
        return facts(case)


@pytest.mark.parametrize("kills", [0, 3])
@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
def test_workers_read_what_local_readers_read(
    tmp_path: Path, workers: Workers, alone: list[tuple[object, ...]], kills: int
) -> None:
    """However many of them are killed meanwhile."""
    left = [kills]

    def progress(_: Progress) -> None:
        if left[0]:
            left[0] -= 1
            workers.kill_one()

    killing = threading.Timer(0.3, workers.kill_one) if kills else threading.Timer(0, lambda: None)
    killing.start()
    with Case.create(tmp_path / "case", policy()) as case:
        case.index(progress=progress, scheduler=workers.address)
        killing.join()
        assert facts(case) == alone
        assert case.status().adds_up and all(check.held for check in case.verification.run())
    workers.wait_for(2)


@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
def test_a_large_source_is_read_on_this_machine(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.sandbox.parent.distributed_pool._LARGEST", len(MAIL))
    with closing(DistributedPool(Settings(), workers.address)) as pool:
        pool.submit(wire.Job(1, "small.eml", MAIL))
        pool.submit(wire.Job(2, "large.eml", MAIL + b"more\n"))
        assert pool._local.busy and pool._gathering is not None and len(pool._gathering.jobs) == 1
        assert sorted(reply.job for reply in replies_of(pool) if isinstance(reply, wire.Done)) == [1, 2]
        assert pool.deaths == 0


@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
def test_a_worker_of_another_version_is_named(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.sandbox.parent.distributed_pool.__version__", "0.0.1")
    with closing(DistributedPool(Settings(), workers.address)) as pool:
        pool.submit(wire.Job(1, "small.eml", MAIL))
        with pytest.raises(CaseError, match=r"this is 0\.0\.1"):
            replies_of(pool)


def _pool() -> DistributedPool:
    pool = object.__new__(DistributedPool)
    pool._settings = Settings()
    return pool


def _answer() -> bytes:
    job = wire.Job(7, "small.eml", MAIL)
    return distributed_pool.read(distributed_pool.__version__, {"workers": 1}, "dana", [bytes(wire.pack(job))[4:]])


def test_an_answer_is_believed_only_whole() -> None:
    batch = _Batch("dana")
    batch.add(wire.Job(7, "small.eml", MAIL))
    whole = _answer()
    replies = _pool()._checked(batch, whole)
    assert isinstance(replies[0], wire.Part) and isinstance(replies[-1], wire.Done)
    for untrusted in (whole[:-9], b"X" + whole[1:], b"", whole + whole[1:], whole[:1] + b"\xff" * 40, whole[:1]):
        with pytest.raises(wire.WireError):
            _pool()._checked(batch, untrusted)
    other = _Batch("dana")
    other.add(wire.Job(8, "small.eml", MAIL))
    with pytest.raises(wire.WireError):
        _pool()._checked(other, whole)
    longer = _Batch("dana")
    longer.add(wire.Job(7, "small.eml", MAIL + b"!"))
    with pytest.raises(wire.WireError):
        _pool()._checked(longer, whole)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("tcp://search.example:8786", "without TLS"),
        ("tcp://10.0.0.1:8786", "without TLS"),
        ("search.example:8786", "isn't the address"),
        ("http://search.example", "isn't the address"),
        ("tls://", "isn't the address"),
    ],
)
def test_only_a_schedulers_address_with_tls_is_taken(address: str, words: str) -> None:
    with pytest.raises(CaseError, match=words):
        _connected(address)


def test_without_certificates_nothing_is_tried() -> None:
    none = dict.fromkeys(f"distributed.comm.tls.{name}" for name in ("ca-file", "client.cert", "client.key"))
    with dask.config.set(none), pytest.raises(CaseError, match="there is no certificate"):
        _connected("tls://127.0.0.1:9")


@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
def test_a_scheduler_that_is_not_there_or_has_no_worker_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triage.sandbox.parent.distributed_pool._CONNECT_SECONDS", 1)
    with pytest.raises(CaseError, match="can't be reached"):
        _connected("tcp://127.0.0.1:9")
    monkeypatch.setattr("triage.sandbox.parent.distributed_pool._CONNECT_SECONDS", 60)
    with working(tmp_path, 0) as empty, pytest.raises(CaseError, match="has no worker"):
        _connected(empty.address)


# What a Dask worker runs: a batch of sources becomes frames, in this process here.


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    yield
    if (pool := getattr(distributed_pool._of_thread, "pool", None)) is not None:
        pool.close()
        distributed_pool._of_thread.__dict__.clear()


def _read(numbers: range, **settings: int) -> list[wire.Reply]:
    jobs = [bytes(wire.pack(wire.Job(number, f"{number}.eml", MAIL)))[4:] for number in numbers]
    answer = distributed_pool.read(__version__, asdict(Settings(**settings)), "dana", jobs)
    assert answer[:1] == distributed_pool.FRAMES
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
    pool = distributed_pool._of_thread.pool
    _read(range(1))
    assert distributed_pool._of_thread.pool is pool and pool._most == 1
    _read(range(1), limit_seconds=7)
    assert distributed_pool._of_thread.pool is not pool


def test_another_version_reads_nothing() -> None:
    answer = distributed_pool.read("0.0.1", {}, "dana", [b"never looked at"])
    assert answer == distributed_pool.OTHER_VERSION + __version__.encode()
