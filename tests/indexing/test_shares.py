"""Large mailboxes: each reader takes its share, nothing is lost or read twice, and a stopped run goes on inside."""

from __future__ import annotations

import base64
import threading
from pathlib import Path
from random import Random

import pytest

from tests.indexing.test_run import facts
from tests.records import mail, scope
from triage.case import Case
from triage.indexing.identify import OpenSource
from triage.indexing.shares import Shares
from triage.model.runs import Progress
from triage.sandbox.wire import Job
from triage.scope.policy import Allow
from triage.scope.sources import MAPPED, Opened, Source

COUNT = 200


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mailbox that is mapped, with an attached message now and then."""
    folder = tmp_path_factory.mktemp("records")
    (folder / "dana").mkdir()
    random, each = Random(1), MAPPED * 3 // 4 // COUNT
    with (folder / "dana" / "all.mbox").open("wb") as out:
        for at in range(COUNT):
            out.write(b"From dana@orrin.example Tue May  2 10:20:30 2023\n")
            file = base64.encodebytes(random.randbytes(each)).decode()
            parts = f"--b\nContent-Type: text/plain\n\nword{at} heron\n--b\nContent-Type: application/octet-stream\n"
            parts += f"Content-Disposition: attachment; filename=f{at}.bin\nContent-Transfer-Encoding: base64\n\n{file}"
            if at % 7 == 0:
                parts += f"--b\nContent-Type: message/rfc822\n\n{mail(f'Inner {at}', 'inside').decode()}"
            head = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
            out.write(mail(f"Mail {at}", f"{parts}\n--b--\n\n", message_id=f"<{at}@orrin.example>", more=head))
    assert (folder / "dana" / "all.mbox").stat().st_size > MAPPED
    return folder


def made(path: Path, root: Path, workers: int) -> Case:
    """Return a case of the records, to be read by so many readers."""
    with Case.create(path, scope(root)) as case:
        (case.path / "settings.toml").write_text(f"workers = {workers}\nbatch_items = 20\n")
    return Case.open(path)


@pytest.fixture(scope="module")
def alone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    """What one reader makes of it."""
    with made(tmp_path_factory.mktemp("alone") / "case", root, 1) as case:
        case.index()
        return facts(case)


@pytest.mark.parametrize("workers", [2, 3])
@pytest.mark.nightly
def test_several_readers_read_what_one_does(
    tmp_path: Path, root: Path, alone: list[tuple[object, ...]], workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []
    due = Shares.due

    def watched(self: Shares, numbers: object) -> object:
        for job, fd, source in due(self, numbers):  # type: ignore[arg-type]
            given.append(job.share)
            yield job, fd, source

    monkeypatch.setattr(Shares, "due", watched)
    with made(tmp_path / "case", root, workers) as case:
        report = case.index()
        assert sorted(given) == [(number, workers) for number in range(1, workers)]
        assert (report.seen, report.indexed, report.items) == (1, 1, len(alone))
        assert facts(case) == alone
        assert case.status().adds_up and all(check.held for check in case.verification.run())


@pytest.mark.nightly
def test_a_run_that_was_stopped_in_a_mailbox_goes_on_where_it_was(
    tmp_path: Path, root: Path, alone: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with made(tmp_path / "case", root, 2) as case:
        stop = threading.Event()

        def halt(progress: Progress) -> None:
            if progress.items > 60:
                stop.set()

        assert case.index(progress=halt, stop=stop).stopped
        stored = len(case.search.run("").nos)
        assert 20 < stored < len(alone)
    resumed: list[str] = []
    first = Shares.first

    def watched(self: Shares, *given: object) -> object:
        job = first(self, *given)  # type: ignore[arg-type]
        resumed.append(job.resume)
        return job

    monkeypatch.setattr(Shares, "first", watched)
    with Case.open(tmp_path / "case") as case:
        assert case.index().items == len(alone) - stored
        assert facts(case) == alone and int(resumed[0]) > 5
        assert all(check.held for check in case.verification.run())


def test_one_processor_reads_a_large_file_whole(root: Path) -> None:
    opened = Opened(Source(Allow("mail", str(root), "a", ""), "all.mbox", "all.mbox", 1, 0, 0, 0, -1))
    with (root / "dana" / "all.mbox").open("rb") as file:
        job = Shares(0).first(Job(1, "all.mbox"), file.fileno(), OpenSource(1, opened, "a", "all.mbox"))
    assert (job.share, job.resume) == ((0, 1), "")
