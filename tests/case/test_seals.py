"""Tests of triage.case.seals: a compacted case is smaller, whole, and has no more of a sealed text than before.

What seals keep in is tested with triage.review.sealing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case, verify
from triage.errors import CaseError
from triage.indexing.lock import writing


@pytest.fixture
def case(tmp_path: Path) -> Path:
    files = {f"dana/{n}.eml": mail(f"No {n}", " ".join(f"word{n}x{at}" for at in range(3000))) for n in range(20)}
    case_of(tmp_path, {**files, "dana/secret.eml": mail("Plan", "xanthippe")}).close()
    return tmp_path / "case"


def test_a_case_that_was_compacted_is_smaller_and_the_same(case: Path) -> None:
    with Case.open(case) as opened, Case.open(case) as reading:
        (secret,) = opened.search.run("xanthippe").nos
        opened.decisions.tag([*opened.search.run("word1x1 OR word2x2").nos, secret], "customer-content", "Rae")
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
