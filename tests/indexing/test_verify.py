"""Tests of triage.indexing.verify: whatever is changed behind the program's back is found and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests.indexing.test_audit_checks import execute
from tests.records import case_of, copied, failing, mail
from triage.case import Case

FILES: dict[str, bytes | str] = {f"dana/{i}.eml": mail(f"S{i}", f"word{i}") for i in range(5)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("made"), {**FILES, "secret/x": "canary"}, deny=("secret",)) as case:
        case.decisions.tag(case.search.run("word1 OR word2").nos, "relevant", "Rae", "key")
        return case.path


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made, tmp_path) / "case"


def test_an_honest_case_holds(folder: Path) -> None:
    assert not failing(folder)


def sql(statement: str) -> Callable[[Path], None]:
    return lambda folder: execute(folder, statement)


def edit(old: bytes, new: bytes) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        data = (folder / "ledger.jsonl").read_bytes()
        assert old in data
        (folder / "ledger.jsonl").write_bytes(data.replace(old, new, 1))

    return act


def cut(lines: int) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        kept = (folder / "ledger.jsonl").read_bytes().splitlines(keepends=True)[:-lines]
        (folder / "ledger.jsonl").write_bytes(b"".join(kept))

    return act


def narrow(folder: Path) -> None:
    text = (folder / "scope.toml").read_text()
    (folder / "scope.toml").write_text(text + '\n[[deny]]\nid = "late"\nglob = "3.eml"\nreason = ""\n')


@pytest.mark.parametrize(
    ("tamper", "check", "names"),
    [
        (edit(b"dana/2.eml", b"dana/9.eml"), "ledger chain", "line"),
        (cut(1), "ledger end", "cut off"),
        (cut(5), "ledger end", "cut off"),
        (sql("UPDATE source SET sha256='00' WHERE number=2"), "items were opened", "dana/1.eml"),
        (
            sql(
                "INSERT INTO source SELECT 99, root, 'planted', raw, custodian, size, mtime_ns, ctime_ns, inode,"
                " sha256, state, current, run, gone, denied, later FROM source WHERE number=1"
            ),
            "items were opened",
            "planted",
        ),
        (sql("UPDATE audit SET actor='X' WHERE seq=2"), "audit chain", "row 2"),
        (sql("DELETE FROM audit WHERE seq=2"), "audit chain", "row 2"),
        (sql("DELETE FROM decision WHERE seq=1"), "decisions are audited", "step 1"),
        (
            sql(
                "INSERT INTO decision(item,action,value,reviewer,time,how,grp,event)"
                f" VALUES(1,'tag','hot','X','t','key',7,'{'0' * 32}')"
            ),
            "decisions are audited",
            "step 7",
        ),
        (sql("DELETE FROM tagged"), "decisions are audited", "relevant"),
        (sql("DELETE FROM source WHERE number=1"), "items have sources", "no source"),
        (narrow, "scope versions", "isn't the version that was last used"),
    ],
)
def test_tampering_is_found(folder: Path, tamper: Callable[[Path], None], check: str, names: str) -> None:
    tamper(folder)
    found = failing(folder)
    assert check in found and names in found[check], found


def test_triggers_guard_the_record(folder: Path) -> None:
    db = apsw.Connection(str(folder / "case.db"))
    for statement in (
        "UPDATE audit SET actor='X'",
        "DELETE FROM audit",
        "UPDATE decision SET value='x'",
        "DELETE FROM decision",
    ):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            db.execute(statement)
    db.close()


def test_audit_cut_at_its_end_is_found(folder: Path) -> None:
    sql("DELETE FROM audit WHERE seq=(SELECT max(seq) FROM audit)")(folder)
    assert failing(folder), "the last step's decisions are no longer in the audit"
    with Case.open(folder) as case:
        assert case.status().tags == (("relevant", 2),)


@pytest.mark.parametrize(("kept", "names"), [(10_000, "is incomplete"), (2, "cut off")])
def test_a_torn_line_is_put_down_to_a_kill_only_after_the_known_end(folder: Path, kept: int, names: str) -> None:
    ledger = folder / "ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:kept]) + b'{"n":')
    assert names in failing(folder)["ledger end"]
    assert "ledger chain" not in failing(folder)


def test_a_damaged_database_is_named_and_nothing_else_blamed(folder: Path) -> None:
    with (folder / "case.db").open("r+b") as file:
        file.seek(40 * 4096)
        file.write(b"\xa5" * 4096)
    assert failing(folder).keys() == {"database"}
