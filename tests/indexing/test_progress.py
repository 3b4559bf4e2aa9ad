"""How far a run is: each file counts once and whole, and a large one as its members are read."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.records import case_of
from tests.sandbox.liar import part
from tests.writers.package import zipped
from triage.indexing.identify import OpenSource
from triage.indexing.progress import RunProgress
from triage.model.runs import Progress
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part, Reply
from triage.scope.policy import Allow
from triage.scope.sources import Opened, Source
from triage.settings import Settings


def test_members_count_as_they_come_and_no_file_counts_more_than_it_has() -> None:
    told: list[Progress] = []
    progress = RunProgress(told.append)
    source = OpenSource(
        1, Opened(Source(Allow("mail", "/x", "a", ""), "all.mbox", "all.mbox", 100, 0, 0, 0, -1), fd=3), "a", ""
    )
    source.opened.size = 100
    for member, size in (("", 100), ("0", 30), ("0.0", 20), ("1", 30), ("2", 90)):
        progress.meet(part(0, member, taken=size), source)
        progress.report("reading", 1, 1, 0, 100)
    progress.passed(7)
    progress.end(source)
    progress.report("done", 1, 1, 0, 100)
    assert [one.done_bytes for one in told] == [0, 30, 30, 60, 100, 107]
    assert all(one.share is None for one in told), "nothing was counted beforehand"


def test_members_of_an_archive_count_by_what_they_take_in_it() -> None:
    packed = zipped({f"{number}.txt": f"heron {number} {'egret ' * 2_000}".encode() for number in range(50)})
    parts: list[Reply] = []
    SourceReading(Job(1, "all.zip", packed), Settings(), parts.append).read(packed, "all.zip", "")
    taken = [part.taken for part in parts if isinstance(part, Part) and part.member]
    assert len(taken) == 50 and len(packed) / 4 < sum(taken) < len(packed)


def test_what_alone_is_compressed_counts_at_its_end() -> None:
    packed = gzip.compress(zipped({"1.txt": b"heron"}))
    parts: list[Reply] = []
    SourceReading(Job(1, "all.zip.gz", packed), Settings(), parts.append).read(packed, "all.zip.gz", "")
    members = {part.member: part.taken for part in parts if isinstance(part, Part)}
    assert members["0"] == 0 and members["0.0"] > 0


def test_at_the_end_of_a_run_all_bytes_are_done(tmp_path: Path) -> None:
    told: list[Progress] = []
    with case_of(tmp_path, {"dana/1.txt": "heron", "dana/2.txt": "no"}) as case:
        (tmp_path / "records" / "dana" / "3.txt").write_text("another one")
        case.index(progress=told.append)
    assert (told[-1].stage, told[-1].done_bytes) == ("done", 18)
    assert told[-1].total_bytes in (18, None)
