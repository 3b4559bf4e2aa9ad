"""Tests of what is done with a head's file away from its case: countersigning it, and stamping it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.records import scope, write
from tests.stamps import Authority
from triage.case import Case, LoginKeys, heads
from triage.case.heads import countersign, import_stamp, read_head, stamp_request, write_file
from triage.errors import CaseError
from triage.messages import render
from triage.proof.head import CaseHead


@pytest.fixture
def case(tmp_path: Path) -> Path:
    root = write(tmp_path / "records", {"dana/a.txt": "blue heron"})
    Case.create(tmp_path / "case", scope(root), keys=LoginKeys(tmp_path / "keys")).close()
    return tmp_path / "case"


def opened(case: Path) -> Case:
    return Case.open(case, keys=LoginKeys(case.parent / "keys"))


def handed_out(case: Path, name: str, since: CaseHead | None = None) -> Path:
    """Return the file of the next head, which the case's owner sends to others."""
    with opened(case) as own:
        path = case.parent / name
        write_file(path, own.verification.write_head(since=since).head.dump().encode())
        return path


def work(case: Path) -> None:
    with opened(case) as own:
        own.search.save("birds", "heron", "Rae")


def test_counsel_signs_what_extends_the_head_that_they_signed_last(case: Path, tmp_path: Path) -> None:
    counsel = LoginKeys(tmp_path / "counsel")
    first = handed_out(case, "1.head")
    with pytest.raises(CaseError, match="sign a first head with --first"):
        countersign(first, counsel, "counsel")
    signed, key = countersign(first, counsel, "counsel", first=True)
    assert signed.signers()[1:] == (key.public,) and countersign(first, counsel, "counsel")[0].same(signed)
    work(case)
    with pytest.raises(CaseError, match="wasn't countersigned: The head comes without the proof"):
        countersign(handed_out(case, "2.head"), counsel, "counsel")
    with pytest.raises(CaseError, match="wasn't countersigned"):
        countersign(handed_out(case, "2b.head"), counsel, "counsel", first=True)
    later, _ = countersign(handed_out(case, "3.head", signed), counsel, "counsel")
    assert countersign(tmp_path / "3.head", counsel, "counsel")[0] == later
    assert later.signers()[1:] == (key.public,) and counsel.remembered(later.case) == later.dump().encode()
    with pytest.raises(CaseError, match=r"the audit had \d+ entries and now has"):
        countersign(first, counsel, "counsel")


def test_counsel_signs_no_record_that_was_changed(case: Path, tmp_path: Path) -> None:
    counsel = LoginKeys(tmp_path / "counsel")
    shutil.copytree(case, tmp_path / "before")
    work(case)
    signed, _ = countersign(handed_out(case, "1.head"), counsel, "counsel", first=True)
    shutil.rmtree(case)
    shutil.copytree(tmp_path / "before", case)
    shutil.rmtree(tmp_path / "keys")
    work(case)
    work(case)
    forged = handed_out(case, "2.head")
    with pytest.raises(CaseError, match="wasn't countersigned"):
        countersign(forged, counsel, "counsel")
    with opened(case) as own, pytest.raises(CaseError, match="wasn't countersigned: the first"):
        countersign(forged, counsel, "counsel", compare=own.verification.check_heads)
    head = read_head(forged)
    proof = {log: part.proof for log, part in zip(head.sizes, head.logs, strict=True)}
    write_file(tmp_path / "3.head", head.proving(signed.sizes, proof).dump().encode())
    with pytest.raises(CaseError, match="wasn't countersigned: the first"):
        countersign(tmp_path / "3.head", counsel, "counsel")


def test_an_earlier_head_counts_where_it_bears_the_same_signature(case: Path, tmp_path: Path) -> None:
    counsel, elsewhere = LoginKeys(tmp_path / "counsel"), LoginKeys(tmp_path / "elsewhere")
    first = handed_out(case, "1.head")
    signed, _ = countersign(first, counsel, "counsel", first=True)
    write_file(tmp_path / "signed.head", signed.dump().encode())
    work(case)
    later = handed_out(case, "2.head", signed)
    elsewhere.folder.mkdir()
    shutil.copy(counsel.path("counsel"), elsewhere.path("counsel"))
    for since in (first, later):
        with pytest.raises(CaseError, match="isn't signed by your key"):
            countersign(later, elsewhere, "counsel", since=since)
    assert countersign(later, elsewhere, "counsel", since=tmp_path / "signed.head")[0].sizes == read_head(later).sizes


def test_a_countersigned_head_is_taken_back_into_the_case(case: Path, tmp_path: Path) -> None:
    counsel = LoginKeys(tmp_path / "counsel")
    with opened(case) as own:
        written = own.verification.write_head()
        signed, key = countersign(written.path, counsel, "counsel", compare=own.verification.check_heads)
        path = own.verification.add_head(signed)
        assert own.verification.add_head(signed) == path and read_head(path).keys[1] == key.public
        checks = {c.name: c for c in heads.checks(own._opened)}
        assert checks["heads"].held and key.public.line in render(checks["heads"].message)
        assert path.name.startswith("000001-") and written.path.read_bytes() == written.head.dump().encode()
        other = CaseHead.make(signed.case, {"ledger": (0, b"x" * 32), "views": (0, b"x" * 32), "audit": (0, b"x" * 32)})
        with pytest.raises(Exception, match="aren't those that the head was made of"):
            own.verification.add_head(other.signed(key))
        path.unlink()
        assert not {c.name: c for c in heads.checks(own._opened)}["heads"].held


def test_files_that_are_no_heads_or_exist_are_explained(case: Path, tmp_path: Path) -> None:
    path = handed_out(case, "1.head")
    with pytest.raises(CaseError, match="nothing is overwritten"):
        write_file(path, b"")
    for name, data in (("nowhere", None), ("x", b"x"), ("y", path.read_bytes().replace(b"\n1\n", b"\n2\n"))):
        if data:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(CaseError, match=f"{name} can't be used"):
            read_head(tmp_path / name)


def test_a_stamp_is_kept_beside_the_head_and_checked_with_it(case: Path, tmp_path: Path) -> None:
    authority = Authority.make(tmp_path / "authority")
    with opened(case) as own:
        path, other = own.verification.write_head().path, own.verification.write_head().path
        answer = tmp_path / "answer.tsr"
        answer.write_bytes(authority.answer(stamp_request(path, tmp_path / "request.tsq").read_bytes()))
        certificate = authority.folder / "root.pem"
        with pytest.raises(CaseError, match="wasn't imported"):
            import_stamp(other, answer, certificate)
        assert import_stamp(path, answer, certificate) <= datetime.now(UTC)
        message = {c.name: c for c in heads.checks(own._opened)}["heads"]
        assert message.held and "1 time stamps" in render(message.message)
        stamp = path.with_name(path.name + ".tsr")
        stamp.write_bytes(stamp.read_bytes()[:-9])
        message = {c.name: c for c in heads.checks(own._opened)}["heads"]
        assert not message.held and "000001.head in the folder heads: The answer isn't" in render(message.message)
