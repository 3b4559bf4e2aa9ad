"""Tests of triage.case.decisions: a compacted case is smaller, whole, and has no more of a sealed text than before.

What seals keep in is tested with triage.review.sealing.
"""

from __future__ import annotations

import errno
import shutil
from bisect import bisect_left
from pathlib import Path

import pytest

from tests.faults import ALWAYS, COUNT, ONCE, SYNC, WRITE, Ended, Fault, Faults, of_login
from tests.records import case_of, mail
from tests.trials.state import State, state
from triage.case import Case, verify
from triage.errors import CaseError
from triage.scope.ledger import writing


@pytest.fixture
def case(tmp_path: Path) -> Path:
    files = {f"dana/{n}.eml": mail(f"No {n}", " ".join(f"word{n}x{at}" for at in range(3000))) for n in range(20)}
    case_of(tmp_path, {**files, "dana/secret.eml": mail("Plan", "xanthippe")}).close()
    return tmp_path / "case"


def test_a_case_that_was_compacted_is_smaller_and_the_same(case: Path) -> None:
    with Case.open(case) as opened, Case.open(case) as reading:
        (secret,) = opened.search.run("xanthippe").nos
        opened.decisions.tag([*opened.search.run("word1x1 OR word2x2").nos, secret], "customer-content", "Rae", "key")
        before = (case / "case.db").stat().st_size
        sizes = opened.verification.compact()
        assert reading.search.run("word3x3").total == 1
    assert sizes is not None and sizes[0] >= before > sizes[1]
    assert (case / "case.db").stat().st_size < before
    assert not [path.name for path in case.rglob("*") if path.is_file() and b"xanthippe" in path.read_bytes()]
    assert all(check.held for check in verify(case))
    assert {path.name for path in case.iterdir()} == {"case.db", "heads", "index.lock", "ledger.jsonl"} | {
        "ledger.key",
        "scope.toml",
        "seal.key",
    }


def test_a_case_that_was_compacted_is_searched_as_before(case: Path) -> None:
    with Case.open(case) as opened:
        assert opened.search.run("word3x3").total == 1
        opened.verification.compact()
        assert opened.search.run("*ord3x3*").total == 1


def test_compacting_stops_and_waits_for_nobody(case: Path) -> None:
    before = (case / "case.db").stat().st_size
    with Case.open(case) as opened:
        assert opened.verification.compact(lambda: True) is None
        with writing(case), pytest.raises(CaseError, match="index"):
            opened.verification.compact()
    assert (case / "case.db").stat().st_size == before
    with Case.open(case, read_only=True) as opened, pytest.raises(CaseError, match="reading only"):
        opened.verification.compact()


SECRET = "plumfield " + "".join(f"xanthippe{n} " for n in range(400))


def traces(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and b"xanthippe" in path.read_bytes())


@pytest.mark.nightly
def test_a_seal_on_a_full_disk_says_what_is_left_until_it_is_cleared(tmp_path: Path, under: Faults) -> None:
    files: dict[str, bytes | str] = {f"{n}.txt": f"note {n} about harvest" for n in range(3)}
    case_of(tmp_path / "made", {**files, "secret.txt": SECRET}).close()
    words = ("--query", "plumfield", "--reason", "theirs", "--reviewer", "Rae")
    whole, case = tmp_path / "made" / "case", tmp_path / "case"
    shutil.copytree(whole, case)
    calls = under.calls(Fault((case,)), "seal", case, *words)
    for at in range(calls - 1, 0, -max(1, calls // 12)):  # from the end back until traces are left
        shutil.rmtree(case)
        shutil.copytree(whole, case)
        full = under.run(Fault((case,), at=at), "seal", case, *words)
        assert "Traceback" not in full.err
        if traces(case):
            break
    assert full.code == 1 and "1 item was sealed" in full.out and "triage seal" in full.err
    with Case.open(case, read_only=True) as opened:
        assert opened.status().traces_left and opened.search.run("plumfield").total == 0
    still = under.run(Fault((case,)), "case", "backup", case, tmp_path / "copy")
    assert still.code == 2 and not (tmp_path / "copy").exists()
    with Case.open(case) as opened:
        opened.verification.back_up(tmp_path / "copy")
        assert not opened.status().traces_left
    assert traces(case) == traces(tmp_path / "copy") == []


@pytest.mark.nightly
def test_wherever_a_seal_meets_a_full_disk_it_says_what_is_sealed_and_what_is_left(
    tmp_path: Path, under: Faults
) -> None:
    """Step by step, and at each of the first writes after the step that seals was stored."""
    case_of(tmp_path / "made", {"note.txt": "harvest", "secret.txt": SECRET}).close()
    case, keys = tmp_path / "case", of_login(tmp_path / "keys")
    words = ("seal", case, "--query", "plumfield", "--reason", "theirs", "--reviewer", "Rae")

    def ended(at: int, mode: int = ALWAYS) -> tuple[Ended, State]:
        shutil.rmtree(case, ignore_errors=True)
        shutil.copytree(tmp_path / "made" / "case", case)
        return under.run(Fault((case,), at=at, mode=mode), *words, **keys), state(case, tmp_path / "none")

    undisturbed, _ = ended(1, COUNT)
    calls = undisturbed.calls
    assert undisturbed.code == 0
    first = bisect_left(range(calls), True, lo=1, key=lambda at: bool(ended(at)[1].holds["sealed"]))
    assert 1 < first < calls
    for at in sorted({*range(1, calls, max(1, calls // 12)), *range(first, first + 6)}):
        full, now = ended(at)
        said = f"call {at} of {calls}: {full}"
        if at < first:
            assert full.code == 2 and "disk is full" in full.err and not now.holds["sealed"], said
        else:
            assert "1 item was sealed" in full.out and "isn't finished" not in full.err, said
            assert (full.code == 1) == ("triage seal" in full.err) == bool(now.meta["seal_traces"]), said
            assert full.code == 1 or not traces(case), said


def test_a_sync_that_fails_while_traces_are_cleared_is_no_damage(tmp_path: Path, under: Faults) -> None:
    case = tmp_path / "case"
    case_of(tmp_path, {"note.txt": "harvest", "secret.txt": SECRET}).close()
    words = ("--query", "plumfield", "--reason", "theirs", "--reviewer", "Rae")
    shutil.copytree(case, tmp_path / "other")
    last = under.calls(Fault((tmp_path / "other",), SYNC), "seal", tmp_path / "other", *words)
    failing = under.run(Fault((case,), SYNC, last, ONCE, errno.EIO), "seal", case, *words)
    assert "1 item was sealed" in failing.out and "backup" not in failing.err


def test_compacting_on_a_full_disk_says_so(case: Path, under: Faults) -> None:
    full = under.run(Fault((case / "case.db-wal",), WRITE), "case", "compact", case)
    assert full.code == 2 and "disk is full" in full.err
