"""Tests of the heads that a case writes: each run signs one, and nothing that one covers can be changed unnoticed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests.records import scope, write
from triage.case import Case, LoginKeys, heads
from triage.errors import CaseError, VerifyError
from triage.messages import decode, render
from triage.model.items import Check
from triage.proof import tree
from triage.proof.head import LOGS, CaseHead
from triage.scope import ledger
from triage.scope.ledger import parse
from triage.store import audit_log

FILES: dict[str, bytes | str] = {"dana/a.txt": "blue heron", "omar/b.txt": "stork", "secret/c.txt": "canary"}
Made = tuple[Path, LoginKeys]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case that was indexed twice, and with the keys that signed its heads."""
    base = tmp_path_factory.mktemp("heads")
    root, keys = write(base / "records", FILES), LoginKeys(base / "own" / "keys")
    with Case.create(base / "own" / "case", scope(root, deny=("secret/**",)), keys=keys) as case:
        case.index()
        case.index()
    return base / "own"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Made:
    shutil.copytree(made, tmp_path / "own")
    return tmp_path / "own" / "case", LoginKeys(tmp_path / "own" / "keys")


def checks(made: Made, head: CaseHead | None = None, keys: LoginKeys | None = None) -> dict[str, Check]:
    with Case.open(made[0], keys=keys or made[1]) as opened:
        return {c.name: c for c in heads.checks(opened._opened, head.dump().encode() if head else None)}


def fails(made: Made, head: CaseHead | None = None, keys: LoginKeys | None = None) -> dict[str, str]:
    return {n: render(c.message) for n, c in checks(made, head, keys).items() if not c.held}


def outsiders_head(made: Made) -> CaseHead:
    with Case.open(made[0], keys=made[1]) as opened:
        return opened.verification.write_head().head


def entries(opened: Case, log: str) -> list[bytes]:
    if log == "audit":
        return list(audit_log.audit_entries(opened._opened.store))
    path = opened.path / ("ledger.jsonl" if log == "ledger" else "views.jsonl")
    return list(ledger.entries(path))


def rewrite(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Change the ledger's lines and make its chain anew, as somebody who knows the format would."""
    previous, lines = "0" * 64, list[str]()
    for number, text in enumerate(change(path.read_text().splitlines()), 1):
        line = parse(f"{text}\n".encode())
        assert line
        body = json.dumps({**line.event, "n": number}, separators=(",", ":")).rpartition(',"h"')[0]
        previous = hashlib.sha256((previous + body).encode()).hexdigest()
        lines.append(f'{body},"h":"{previous}"{line.private.decode()}}}\n')
    path.write_text("".join(lines))


def test_each_run_and_export_writes_a_head_that_the_audit_names(case: Made, tmp_path: Path) -> None:
    folder = case[0] / "heads"
    assert sorted(path.name for path in folder.iterdir()) == ["000001.head", "000002.head"]
    with Case.open(case[0], keys=case[1]) as opened:
        assert opened.export.bundle(tmp_path / "out", "heron", "Rae").unsigned == ""
        rows = audit_log.head_rows(opened._opened.store)
        head = CaseHead.parse((folder / "000003.head").read_bytes())
        whole = {log: entries(opened, log) for log in LOGS}
    assert [row.file for row in rows] == ["000001.head", "000002.head", "000003.head"]
    assert rows[2].sha256 == hashlib.sha256((folder / "000003.head").read_bytes()).hexdigest()
    assert list(rows[2].keys.values()) == ["unprotected key"] and list(rows[2].keys) == [head.keys[0].line]
    assert head.sizes == {"ledger": len(whole["ledger"]), "views": 0, "audit": len(whole["audit"]) - 1}
    for log in LOGS:  # worked out in steps, from what was appended to each
        assert head.roots[log] == tree.roots(whole[log], [head.sizes[log]])[head.sizes[log]]
    message = render(checks(case)["heads"].message)
    with Case.open(case[0], keys=case[1]) as opened:
        assert not [c for c in opened.verification.run(head.dump().encode()) if not c.held]
    assert "3 heads" in message and f"unsigned until {rows[0].time}" in message
    assert f"{head.keys[0].line} (unprotected key)" in message
    assert folder.stat().st_mode & 0o077 == 0 == (folder / "000003.head").stat().st_mode & 0o077


def test_a_case_without_heads_is_unsigned_and_signed_from_then_on(tmp_path: Path) -> None:
    keys, root = LoginKeys(tmp_path / "keys"), write(tmp_path / "records", FILES)
    Case.create(tmp_path / "case", scope(root), keys=keys).close()
    new = tmp_path / "case", keys
    assert render(checks(new)["heads"].message) == "unsigned: no head was signed yet"
    assert render(checks(new)["latest head"].message) == "this login has signed no head of this case"
    assert outsiders_head(new).sizes["audit"] >= 1 and "1 heads" in render(checks(new)["heads"].message)


def test_a_ledger_that_was_made_anew_contradicts_every_head(case: Made) -> None:
    head = outsiders_head(case)
    rewrite(case[0] / "ledger.jsonl", lambda lines: [line for line in lines if '"v":"deny"' not in line])
    with Case.open(case[0], keys=case[1]) as opened:
        count = len(entries(opened, "ledger"))
    messages = fails(case, head)
    size = head.sizes["ledger"]
    assert messages["given head"] == f"the ledger had {size} entries and now has {count}: its end was cut off"
    assert "000001.head" in messages["heads"] and "latest head" in messages
    rewrite(case[0] / "ledger.jsonl", lambda lines: lines + lines[-1:] * (size - count))
    words = f"the first {size} entries of the ledger aren't those that the head was made of"
    assert fails(case, head)["given head"] == words


def test_a_row_of_the_audit_that_was_changed_contradicts_the_heads(case: Made) -> None:
    head = outsiders_head(case)
    with closing(apsw.Connection(str(case[0] / "case.db"))) as db:
        db.execute("DROP TRIGGER audit_fixed")
        db.execute("UPDATE audit SET time='2020-01-01T00:00:00.000Z' WHERE seq=2")
    assert "entries of the audit aren't" in fails(case, head)["given head"]
    assert "entries of the audit aren't" in fails(case)["heads"]


def test_a_whole_folder_that_was_rolled_back_is_found_out(case: Made, tmp_path: Path) -> None:
    shutil.copytree(case[0], tmp_path / "before")
    with Case.open(case[0], keys=case[1]) as opened:
        opened.decisions.tag(opened.search.run("heron").nos, "hot", "Rae", "key")
    head = outsiders_head(case)
    shutil.rmtree(case[0])
    shutil.copytree(tmp_path / "before", case[0])
    assert "the case was rolled back, or a copy of it went on elsewhere" in fails(case)["latest head"]
    elsewhere = LoginKeys(tmp_path / "elsewhere")
    assert not fails(case, keys=elsewhere), "another machine can't know"
    assert "its end was cut off" in fails(case, head, elsewhere)["given head"]
    with Case.open(case[0], keys=case[1]) as opened:
        report = opened.index()
        assert "rolled back" in render(decode(report.unsigned)) and "--restored WHY" in render(decode(report.unsigned))
        with pytest.raises(CaseError, match="rolled back"):
            opened.verification.write_head()
        written = opened.verification.write_head(restored="the disk failed")
        details = [json.loads(row.detail) for row in audit_log.audit(opened._opened.store) if row.action == "head"]
    assert details[-1]["restored"] == "the disk failed" and details[-1]["abandoned"] == head.dump()
    assert not fails(case, written.head) and "given head" in fails(case, head)


def test_a_roll_back_to_just_before_the_last_head_is_found_out(case: Made, tmp_path: Path) -> None:
    shutil.copytree(case[0], tmp_path / "before")
    outsiders_head(case)
    shutil.rmtree(case[0])
    shutil.copytree(tmp_path / "before", case[0])
    assert "that head isn't in the case's folder heads" in fails(case)["latest head"]


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda folder: (folder / "000001.head").unlink(), "000001.head, signed at "),
        (lambda folder: (folder / "000002.head").unlink(), "000002.head, signed at "),
        (lambda folder: (folder / "000001.head").write_bytes(b"x"), "000001.head in the folder heads isn't the file"),
        (lambda folder: shutil.copy(folder / "000001.head", folder / "000002.head"), "000002.head in the folder heads"),
        (lambda folder: (folder / "000009.head").write_bytes(b"x"), "000009.head in the folder heads: it isn't a head"),
        (lambda folder: shutil.rmtree(folder), "000001.head, signed at "),
    ],
)
def test_the_files_of_heads_are_those_that_the_audit_names(
    case: Made, change: Callable[[Path], None], words: str
) -> None:
    change(case[0] / "heads")
    assert words in fails(case)["heads"]


def test_a_head_of_another_case_or_with_a_wrong_signature_is_refused(case: Made) -> None:
    head = outsiders_head(case)
    logs = {log: (head.sizes[log], head.roots[log]) for log in LOGS}
    other = CaseHead.make("0" * 64, logs).signed(case[1].secret("rae"))
    assert fails(case, other)["given head"] == "the head is of another case"
    text = head.dump()
    signature = text.split("— ")[1].split(" ")[1][:20]
    forged = text.replace(signature, signature[:-1] + ("A" if signature[-1] != "A" else "B"))
    with Case.open(case[0], keys=case[1]) as opened:
        messages = {c.name: render(c.message) for c in opened.verification.run(forged.encode())}
    assert "is wrong" in messages["given head"]
    with Case.open(case[0], keys=case[1]) as opened, pytest.raises(VerifyError, match="of another case"):
        opened.verification.write_head(since=other)


def test_a_head_can_prove_that_it_extends_an_earlier_one(case: Made) -> None:
    first = outsiders_head(case)
    with Case.open(case[0], keys=case[1]) as opened:
        opened.index()
        later = opened.verification.write_head(since=first).head
    later.check_extends(first)
    assert not fails(case, later) and later.logs[0].old == first.sizes["ledger"]
    wrong = later.proving(first.sizes, dict.fromkeys(LOGS, (tree.EMPTY,)))
    assert fails(case, wrong)["given head"] == "the proof that comes with it, for the ledger, is wrong: it was changed"


def test_a_key_that_is_locked_fails_nothing_and_is_on_record(case: Made) -> None:
    locked = LoginKeys(case[1].folder.with_name("locked"))
    LoginKeys(locked.folder, "heron").secret("rae")
    for key in locked.folder.glob("*.key"):
        key.rename(key.with_name(next(case[1].folder.glob("*.key")).name))
    with Case.open(case[0], keys=locked) as opened:
        report = opened.index()
        assert not report.stopped and "was not signed" in render(decode(report.unsigned))
        assert "give --passphrase-file FILE" in render(decode(report.unsigned))
        last = list(audit_log.audit(opened._opened.store))[-1]
    assert (last.action, json.loads(last.detail)["reason"]) == ("head unsigned", report.unsigned)
    assert not fails(case) and "2 heads" in render(checks(case)["heads"].message)


def test_keys_that_cannot_be_written_fail_nothing(case: Made, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Case.open(case[0], keys=LoginKeys(tmp_path / "file" / "keys")) as opened:
        assert "TRIAGE_KEYS can name another folder" in render(decode(opened.index().unsigned))


def test_a_head_or_a_log_that_cannot_be_read_fails_its_check(case: Made, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    message = fails(case, keys=LoginKeys(tmp_path / "file" / "keys"))["latest head"]
    assert message.startswith(str(tmp_path / "file" / "keys" / "heads")) and "can't be used: Not a directory" in message
    (case[0] / "ledger.jsonl").unlink()
    (case[0] / "ledger.jsonl").mkdir()
    assert all("can't be read: " in message for message in fails(case).values()) and len(fails(case)) == 2


def test_a_run_that_was_killed_between_the_file_and_the_audit_leaves_a_sound_case(case: Made) -> None:
    head = outsiders_head(case)
    own = case[0] / "heads" / "000003.head"
    stray = own.with_name("000004.head")
    stray.write_bytes(own.read_bytes())
    assert not fails(case, head)
    assert outsiders_head(case).sizes["audit"] > head.sizes["audit"] and own.with_name("000005.head").is_file()
    assert not fails(case, head)


def test_a_run_that_was_killed_once_a_head_was_written_leaves_nothing_beside_it(case: Made) -> None:
    path, keys = case
    shutil.copy(path / "heads" / "000002.head", path / "heads" / "000002.head.1.new")
    with Case.open(path, keys=keys) as opened:
        opened.index()
    assert sorted(file.name for file in (path / "heads").iterdir()) == [f"{n:06}.head" for n in (1, 2, 3)]


def test_another_login_goes_on_with_its_own_key(case: Made, tmp_path: Path) -> None:
    other = LoginKeys(tmp_path / "other", "heron")
    with Case.open(case[0], keys=other) as opened:
        assert opened.index().unsigned == ""
    for keys in (case[1], other):
        assert not fails(case, keys=keys)
    message = render(checks(case)["heads"].message)
    assert "(unprotected key)" in message and "(passphrase)" in message


def test_nothing_is_signed_over_a_log_that_does_not_go_on_where_the_last_head_ended(case: Made) -> None:
    path = case[0] / "ledger.jsonl"
    lines = path.read_bytes()
    path.write_bytes(lines[: len(lines) // 2])
    with Case.open(case[0], keys=case[1]) as opened, pytest.raises(VerifyError, match="the ledger doesn't continue"):
        opened.verification.write_head()


def test_a_tree_that_was_stored_with_the_case_is_not_trusted(case: Made) -> None:
    """Somebody without the key rewrites the ledger, the heads, and the tree that the next head begins with."""
    known = outsiders_head(case)
    last = case[1].remembered(known.case)
    rewrite(case[0] / "ledger.jsonl", lambda lines: [line.replace("deny-1", "deny-2") for line in lines])
    forged = tree.Frontier()
    forged.extend(ledger.entries(case[0] / "ledger.jsonl"))
    with closing(apsw.Connection(str(case[0] / "case.db"))) as db:
        ((text,),) = db.execute("SELECT value FROM meta WHERE key='heads'")
        state = json.loads(text)
        size = (case[0] / "ledger.jsonl").stat().st_size
        state["logs"]["ledger"] = [forged.size, [h.hex() for h in forged.hashes], size]
        db.execute("UPDATE meta SET value=? WHERE key='heads'", (json.dumps(state),))
    shutil.rmtree(case[0] / "heads")
    with (
        Case.open(case[0], keys=case[1]) as opened,
        pytest.raises(CaseError, match=f"first {known.sizes['ledger']} entries"),
    ):
        opened.verification.write_head()
    assert case[1].remembered(known.case) == last


@pytest.mark.parametrize("state", ["", "{", "[]", '{"case": 1}', '{"logs": {"ledger": [1, [], 0]}}', "damaged"])
def test_a_tree_that_is_damaged_is_made_anew(case: Made, state: str) -> None:
    known = outsiders_head(case)
    with closing(apsw.Connection(str(case[0] / "case.db"))) as db:
        ((text,),) = db.execute("SELECT value FROM meta WHERE key='heads'")
        damaged = text.replace('"ledger": [', '"ledger": [1') if state == "damaged" else state
        db.execute("UPDATE meta SET value=? WHERE key='heads'", (damaged,))
    later = outsiders_head(case)
    assert later.sizes["audit"] > known.sizes["audit"] and not fails(case, known) and not fails(case, later)


@pytest.mark.parametrize("broken", ["ledger", "audit"])
def test_after_a_record_was_begun_anew_heads_go_on(case: Made, broken: str, tmp_path: Path) -> None:
    known = outsiders_head(case)
    if broken == "ledger":
        (case[0] / "ledger.jsonl").write_bytes(b"")
    else:
        with closing(apsw.Connection(str(case[0] / "case.db"))) as db:
            db.execute("DROP TRIGGER audit_kept")
            db.execute("DELETE FROM audit WHERE seq=3")
    with Case.open(case[0], keys=case[1]) as opened:
        assert not opened.verification.recover("a test").unsigned and not opened.index().unsigned
        later = opened.verification.write_head().head
        for log in LOGS:
            assert later.roots[log] == tree.roots(entries(opened, log), [later.sizes[log]])[later.sizes[log]]
    assert not fails(case, later) and "given head" in fails(case, known)
    assert "3 of the heads are of the record before" in render(checks(case)["heads"].message)


def test_what_is_no_file_among_the_heads_is_not_read(case: Made) -> None:
    (case[0] / "heads" / "000007.head").mkdir()
    assert "000007.head can't be used: Is a directory" in fails(case)["heads"]
    os.mkfifo(case[0] / "heads" / "000008.head")
    with pytest.raises(CaseError, match=r"000008\.head is a link, a pipe or a device"):
        fails(case)


def test_a_case_that_is_open_for_reading_only_is_checked_and_not_signed(case: Made) -> None:
    before = sorted(path.name for path in (case[0] / "heads").iterdir())
    with Case.open(case[0], read_only=True, keys=case[1]) as opened:
        assert not [c for c in opened.verification.run() if not c.held]
        with pytest.raises(CaseError, match="open for reading only"):
            opened.verification.write_head()
    assert sorted(path.name for path in (case[0] / "heads").iterdir()) == before
