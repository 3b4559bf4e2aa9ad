"""Large mailboxes and archives: each reader takes its share, nothing is lost or read twice, a stopped run goes on."""

from __future__ import annotations

import base64
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sample_corpus.archive import ZipMember, zip_of
from tests.indexing.halts import halt_after
from tests.indexing.test_run import facts
from tests.parsers.archive_builders import deflated
from tests.parsers.mail_builders import item, wide
from tests.records import mail, scope
from tests.writers.pst import PstBuilder
from triage.case import Case
from triage.indexing.identify import OpenSource
from triage.indexing.run import Shares
from triage.parsers.outlook.item import Bag
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Late, Part, Reply
from triage.scope.policy import Allow
from triage.scope.sources import MAPPED, Opened, Source
from triage.settings import Settings

COUNT = 200


def _mails() -> Iterator[bytes]:
    """Yield mails that together take more than a file that is mapped, with an attached message now and then."""
    random, each = Random(1), MAPPED * 3 // 4 // COUNT
    for at in range(COUNT):
        file = base64.encodebytes(random.randbytes(each)).decode()
        parts = f"--b\nContent-Type: text/plain\n\nword{at} heron\n--b\nContent-Type: application/octet-stream\n"
        parts += f"Content-Disposition: attachment; filename=f{at}.bin\nContent-Transfer-Encoding: base64\n\n{file}"
        if at % 7 == 0:
            parts += f"--b\nContent-Type: message/rfc822\n\n{mail(f'Inner {at}', 'inside').decode()}"
        head = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
        yield mail(f"Mail {at}", f"{parts}\n--b--\n\n", message_id=f"<{at}@orrin.example>", more=head)


def _mbox(path: Path) -> None:
    with path.open("wb") as out:
        for each in _mails():
            out.write(b"From dana@orrin.example Tue May  2 10:20:30 2023\n" + each)


def _zip(path: Path) -> None:
    """Folders, a member that can't be unpacked, one that is denied and one of an unsafe name are among the mails."""
    with zipfile.ZipFile(path, "w") as out:
        for at, each in enumerate(_mails()):
            if at % 50 == 0:
                out.writestr(f"{at}/", b"")
            out.writestr(f"{at}.eml", each)
        out.writestr("../heron.txt", "an unsafe heron")
        out.writestr("denied.tmp", "a denied heron")
        out.writestr("broken.txt", "a broken heron " * 9, zipfile.ZIP_DEFLATED)
        at = out.getinfo("broken.txt").header_offset + 30 + len("broken.txt")
        out.writestr("last.txt", "the last heron")
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff\xff")


def _pst(path: Path) -> None:
    """One of the items can't be read."""
    random, each = Random(1), MAPPED // COUNT
    builder = PstBuilder(True, 0)
    for number, name, parent in ((0x122, "", 0x122), (0x8022, "Top", 0x122), (0x8042, "Inbox", 0x8022)):
        builder.folder(number, name, parent)
    for at in range(COUNT):
        bag = item(f"Mail {at}", f"word{at} heron")
        bag.attachments.append(Bag({(0x3707, 0x1F): wide(f"{at}.bin"), (0x3701, 0x102): random.randbytes(each)}))
        number = builder.message(bag, 0x8042)
        if at == COUNT // 3:
            builder.nodes[number] = (0xFFFC, 0, 0x8042)
    builder.folders[0x8042] = []  # the small writer's list of a folder has one block
    path.write_bytes(builder.build())


@pytest.fixture(scope="module", params=[_mbox, _zip, _pst], ids=["mbox", "zip", "pst"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    (folder / "dana").mkdir()
    file = folder / "dana" / f"all.{request.param.__name__[1:]}"
    request.param(file)
    assert file.stat().st_size > MAPPED
    return folder


def made(path: Path, root: Path, workers: int) -> Case:
    with Case.create(path, scope(root, deny=("**/*.tmp",))) as case:
        (case.path / "settings.toml").write_text(f"workers = {workers}\nbatch_items = 20\n")
    return Case.open(path)


@pytest.fixture(scope="module")
def alone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
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
@pytest.mark.parametrize("passwords", [(), ("unused",)], ids=["without passwords", "with passwords"])
def test_a_run_that_was_stopped_in_a_file_goes_on_where_it_was(
    tmp_path: Path,
    root: Path,
    alone: list[tuple[object, ...]],
    passwords: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with made(tmp_path / "case", root, 2) as case:
        stop = threading.Event()
        with monkeypatch.context() as patch:
            halt_after(patch, 60, stop.set, job=1)
            assert case.index(stop=stop).stopped
        stored = len(case.search.run("").nos)
        assert 60 <= stored < len(alone)
    resumed: list[str] = []
    first = Shares.first

    def watched(self: Shares, *given: object) -> object:
        job = first(self, *given)  # type: ignore[arg-type]
        resumed.append(job.resume)
        return job

    monkeypatch.setattr(Shares, "first", watched)
    with Case.open(tmp_path / "case") as case:
        assert case.index(passwords=passwords).items == len(alone) - stored
        assert facts(case) == alone
        if passwords and (root / "dana" / "all.zip").exists():
            assert resumed == [""], "an archive may have other members with passwords"
        else:
            assert int(resumed[0]) > 5
        assert all(check.held for check in case.verification.run())


def test_a_reading_that_goes_on_says_again_what_is_wrong_with_earlier_members() -> None:
    """The run before may have ended before it was put on record."""
    broken = ZipMember(b"1.txt", b"\xff\xff", b"the heron", 8)
    data = zip_of(deflated("0.txt", b"the heron"), broken, *(deflated(f"{n}.txt", b"egret") for n in (2, 3)))
    replies: list[Reply] = []
    SourceReading(Job(1, "all.zip", data, resume="2"), Settings(), replies.append).read(data, "all.zip", "")
    assert [reply.member for reply in replies if isinstance(reply, Part)] == ["", "2", "3"]
    assert [code for reply in replies if isinstance(reply, Late) for code, _ in reply.troubles] == ["damaged"]


def test_one_processor_reads_a_large_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "all.mbox"
    file.write_bytes(b"heron")
    opened = Opened(Source(Allow("mail", str(tmp_path), "a", ""), "all.mbox", "all.mbox", 1, 0, 0, 0, -1))
    with file.open("rb") as source:
        job = Shares(0).first(Job(1, "all.mbox"), source.fileno(), OpenSource(1, opened, "a", "all.mbox"))
    assert (job.share, job.resume) == ((0, 1), "")
