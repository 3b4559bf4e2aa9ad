"""Changes made behind the program's back to one real case, each with the check that finds it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from tests import records
from tests.records import case_of, mail
from tests.review.copies import copy, nos, original
from triage.case import Case, LoginKeys, verify, why_unreadable
from triage.cli import main
from triage.errors import CaseError
from triage.messages import decode, render
from triage.model.items import Check
from triage.proof.keys import verifies
from triage.scope.ledger import parse
from triage.store import audit_log, signatures
from triage.store.db import ZERO, ChangeSigning, Store

REPLY = mail("Re: heron", "yes", message_id="<2@orrin.example>", more="In-Reply-To: <1@orrin.example>\n")
FILES: dict[str, bytes | str] = {
    "dana/0.eml": mail("heron", "the heron stands", message_id="<1@orrin.example>"),
    "dana/1.eml": REPLY,
    "dana/2.txt": "egret",
    "dana/3.docx": b"PK\x03\x04 cut off",
    "secret/x": "canary",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tampering")
    with case_of(folder, FILES, deny=("secret",)) as case:
        nos = case.search.run("*").nos
        case.originals.read_bytes(nos[0], 0, 9, "Rae")
        case.decisions.set_palette(case.decisions.palette()[:4], "Rae")
        case.decisions.tag(nos[:2], "relevant", "Rae", "key")
        case.decisions.note(nos[0], "ask Dana", "Rae", "key")
        case.search.save("birds", "heron OR egret", "Rae")
        case.search.run_saved("birds", "Rae")
        case.team.batches.create("*", "first", "Rae")
        case.team.samples.draw("*", "drawn", "Rae", size=2)
        case.team.samples.judge("drawn", [case.team.samples.judgements("drawn")[0].no], "relevant", "Rae")
        (folder / "records" / "dana" / "2.txt").unlink()
        case.index()
        case.decisions.untag(nos[:1], "relevant", "Rae", "key")
    return folder / "case"


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    return shutil.copytree(base, tmp_path / "case")


def failing(path: Path) -> dict[str, str]:
    """Return the checks that don't hold, with what they say; those of signed heads, which find the same, left out."""
    return {name: text for name, text in records.failing(path).items() if name not in ("heads", "latest head")}


def execute(folder: Path, statement: str) -> None:
    """Change the database as any tool can, whatever its triggers forbid."""
    with closing(apsw.Connection(str(folder / "case.db"))) as db:
        for name, sql in list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger'")):
            db.execute(f"DROP TRIGGER {name}")
            statement = f"{statement}; {sql}"
        db.execute(statement)


def test_the_case_is_whole(base: Path) -> None:
    assert not failing(base)


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("UPDATE decision SET value='hot' WHERE seq=1", "decision 1 on item"),
        ("UPDATE decision SET reviewer='Omar' WHERE seq=1", "decision 1 on item"),
        ("UPDATE decision SET time='2020-01-01T00:00:00.000Z' WHERE seq=1", "decision 1 on item"),
        ("UPDATE decision SET item=3 WHERE seq=2", "decision 2 on item"),
        ("UPDATE decision SET value='ask Omar' WHERE action='note'", "decision 3 on item"),
        ("UPDATE decision SET action=iif(action='tag', 'untag', 'tag') WHERE action<>'note'", "decision 1 on item"),
        ("UPDATE segment SET text=replace(text, 'heron', 'egret')", "the text of item"),
        ("UPDATE segment SET text='' WHERE key>>20=1", "the text of item"),
        ("UPDATE segment SET origin='hidden' WHERE key=(SELECT min(key) FROM segment)", "the text of item"),
        ("DELETE FROM segment WHERE key>>20=1", "the text of item"),
        ("INSERT INTO segment VALUES((4<<20)+99, 'body', 'planted')", "the text of item"),
        ("UPDATE item SET subject='x' WHERE n=1", "item"),
        ("UPDATE item SET sender='x', date=0 WHERE n=1", "item"),
        ("UPDATE item SET sha256='00', digest='00' WHERE n=1", "item"),
        ("UPDATE item SET family=2, digest=(SELECT digest FROM item WHERE n=2) WHERE n=1", "item"),
        ("UPDATE item SET thread='x' WHERE n=2", "item"),
        ("DELETE FROM item WHERE n=2", "item 2 is missing"),
        ("DELETE FROM problem", "Problem 1"),
        ("UPDATE problem SET sentence='x' WHERE number=1", "Problem 1"),
        ("UPDATE source SET custodian='Omar' WHERE number=1", "source 1 (dana/0.eml)"),
        ("UPDATE source SET state='reading' WHERE number=1", "source 1"),
        ("DELETE FROM source WHERE number=1; DELETE FROM item WHERE source=1", "source 1"),
        ("DELETE FROM past", "is no longer in the sources"),
        ("UPDATE saved SET query='egret'", "row 1 birds of the table 'saved'"),
        ("UPDATE saved_run SET total=0, found=x'00'", "row 1 birds of the table 'saved_run'"),
        ("DELETE FROM worklist_item WHERE list=1 AND place=0", "row 1 of the table 'worklist_item'"),
        ("UPDATE worklist SET author='Omar' WHERE number=1", "row 1 of the table 'worklist'"),
        ("UPDATE work_step SET value='not relevant' WHERE action='judge'", "of the table 'work_step'"),
        ("UPDATE sample_set SET found=x'00'", "of the table 'sample_set'"),
        ("UPDATE palette SET tags='[]'", "row 1 of the table 'palette'"),
        ("UPDATE run SET report=replace(report, '\"problems\": ', '\"problems\": 9')", "row 1 of the table 'run'"),
        ("UPDATE known_answers SET matrix='x'", "of the table 'known_answers'"),
        ("INSERT INTO past VALUES(1)", "is no longer in the sources"),
        ("DELETE FROM committed WHERE kind='decision'", "row 9 of the audit committed to"),
        ("UPDATE committed SET digest=x'00' WHERE kind='item' AND key=1", "of the audit committed to"),
    ],
)
def test_a_changed_row_is_named(folder: Path, statement: str, names: str) -> None:
    execute(folder, statement)
    failed = failing(folder)
    assert names in failed.get("content", ""), failed


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE seq=(SELECT max(seq) FROM audit)",
        "DELETE FROM audit WHERE seq>(SELECT max(seq) FROM audit)-3",
        "DELETE FROM audit",
        "UPDATE audit SET actor='Omar' WHERE seq=(SELECT max(seq) FROM audit)",
        "UPDATE meta SET value='1:00' WHERE key='audit'",
        "DELETE FROM meta WHERE key='audit'",
    ],
)
def test_an_audit_with_another_end_is_found_and_not_extended(folder: Path, statement: str) -> None:
    execute(folder, statement)
    assert "audit chain" in failing(folder)
    with Case.open(folder) as case:
        nos = case.search.run("heron").nos
        before = case.decisions.history(nos[0])
        for write in (
            lambda: case.decisions.tag(nos, "hot", "Rae", "key"),
            case.index,
            lambda: case.decisions.undo("Rae"),
        ):
            refused(write)
        assert case.decisions.history(nos[0]) == before
        case.team.export_decisions(folder.parent / "decisions.jsonl")


def refused(write: Callable[[], object]) -> None:
    with pytest.raises(CaseError, match="triage record recover"):
        write()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_fts WHERE rowid=1",
        "INSERT INTO search_fts(search_fts) VALUES('delete-all')",
        "DELETE FROM search_fts WHERE rowid=1; INSERT INTO search_fts(rowid, body) VALUES(1, 'heron')",
    ],
)
def test_words_taken_out_of_the_index_are_found(folder: Path, statement: str) -> None:
    execute(folder, statement)
    assert "the index has other words than the text" in failing(folder)["index"]


def lines(folder: Path, name: str = "ledger.jsonl") -> list[bytes]:
    return (folder / name).read_bytes().splitlines(keepends=True)


def cut(folder: Path, name: str, count: int) -> None:
    (folder / name).write_bytes(b"".join(lines(folder, name)[:count]))


def regenerate(folder: Path, *, anchored: bool) -> None:
    """Leave the denials out of the ledger and chain the others anew; ``anchored``: let the case know the new end."""
    previous, ledger = ZERO, b""
    parsed = [line for line in map(parse, lines(folder)) if line and line.event.get("v") != "deny"]
    for number, line in enumerate(parsed, 1):
        body = json.dumps({**line.event, "n": number}, separators=(",", ":")).rpartition(',"h"')[0]
        previous = hashlib.sha256((previous + body).encode()).hexdigest()
        ledger += f'{body},"h":"{previous}"{line.private.decode()}}}\n'.encode()
    (folder / "ledger.jsonl").write_bytes(ledger)
    if anchored:
        execute(folder, f"UPDATE meta SET value='{len(parsed)}:{previous}:{len(ledger)}' WHERE key='ledger'")


LEDGERS: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: cut(folder, "ledger.jsonl", -1), "ledger end"),
    (lambda folder: cut(folder, "ledger.jsonl", 6), "ledger end"),
    (lambda folder: cut(folder, "ledger.jsonl", 0), "ledger end"),
    (lambda folder: (folder / "ledger.jsonl").unlink(), "ledger chain"),
    (lambda folder: regenerate(folder, anchored=False), "ledger end"),
    (lambda folder: (folder / "ledger.key").write_bytes(b"x" * 32), "ledger key"),
    (lambda folder: (folder / "ledger.key").unlink(), "ledger key"),
    (lambda folder: cut(folder, "views.jsonl", -1), "originals shown"),
    (lambda folder: (folder / "views.jsonl").unlink(), "originals shown"),
]


@pytest.mark.parametrize(("tamper", "check"), LEDGERS)
def test_a_broken_log_is_found_and_not_extended(
    folder: Path, tamper: Callable[[Path], object], check: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(folder)
    assert failing(folder).keys() <= {check, "items were opened"} and check in failing(folder)
    with Case.open(folder) as case:
        (no,) = case.search.run("stands").nos
        refused(case.index)
        if check != "ledger key":
            refused(lambda: case.decisions.tag([no], "hot", "Rae", "key"))
        if check in ("ledger key", "originals shown"):
            refused(lambda: case.originals.read_bytes(no, 0, 9, "Rae"))
        assert case.search.item(no).row.id
    before = {path.name: path.read_bytes() for path in folder.glob("*.jsonl")}
    assert main(["record", "recover", str(folder), "--reason", "somebody cut it"]) == 0
    left = {path.read_bytes() for path in folder.glob("*-broken-*.jsonl")}
    assert left <= set(before.values()) and bool(left) == (
        check == "ledger key" or {"ledger.jsonl", "views.jsonl"} <= before.keys()
    )
    assert (check.split()[0]) in capsys.readouterr().out or check == "originals shown"
    with Case.open(folder) as case:
        case.index()
        case.originals.read_bytes(no, 0, 9, "Rae")
        case.decisions.tag([no], "hot", "Rae", "key")
    assert failing(folder).keys() == {"record"} and "somebody cut it" in failing(folder)["record"]
    for path in folder.glob("*-broken-*.jsonl"):
        path.unlink()
        assert f"{path.name}, which was kept then, was changed" in failing(folder)["record"]


def test_a_ledger_chained_anew_with_its_end_in_the_case_is_found(folder: Path) -> None:
    regenerate(folder, anchored=True)
    assert failing(folder).keys() == {"ledger end"}


@pytest.mark.parametrize("name", ["Rae|tag", "Rae\x1b[2J", "Rae\udc80"])
def test_a_name_that_would_make_the_audit_ambiguous_is_refused(folder: Path, name: str) -> None:
    before = lines(folder, "views.jsonl")
    with Case.open(folder) as case:
        rows, (no, *_) = case._opened.store.audit_head(), case.search.run("heron").nos
        for act in (
            lambda: case.decisions.tag([no], "hot", name, "key"),
            lambda: case.originals.read_bytes(no, 0, 9, name),
            lambda: case.search.save("other", "heron", name),
        ):
            with pytest.raises(CaseError, match="can't be the name of a reviewer"):
                act()
        assert case._opened.store.audit_head() == rows
    assert lines(folder, "views.jsonl") == before and not failing(folder)


def test_such_a_name_in_an_older_row_verifies(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "must_write", lambda *_: None)
    with Case.open(folder) as case:
        case.decisions.tag(case.search.run("heron").nos, "hot", "Rae|tag", "key")
    assert not failing(folder)


def test_a_whole_record_is_not_begun_anew(folder: Path) -> None:
    with Case.open(folder) as case:
        with pytest.raises(CaseError, match="is whole"):
            case.verification.recover("to be safe")
        with pytest.raises(CaseError, match="Give a reason"):
            case.verification.recover("  ")


@pytest.mark.nightly
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE seq=3",
        "DELETE FROM audit WHERE seq>(SELECT max(seq) FROM audit)-3",
        "UPDATE audit SET actor='Omar' WHERE seq=4",
        "UPDATE segment SET text='x' WHERE key>>20=1",
        "DELETE FROM decision WHERE seq=1; DELETE FROM tagged; UPDATE item SET subject='x'",
        "DELETE FROM committed",
    ],
)
def test_after_a_recovery_all_that_follows_is_proved(folder: Path, statement: str) -> None:
    execute(folder, statement)
    with Case.open(folder) as case:
        case.verification.recover("an old copy of the database was put back")
        case.index()
        case.decisions.tag(case.search.run("egret OR yes OR heron").nos, "hot", "Rae", "key")
    assert "record" in failing(folder) and failing(folder).keys() <= {"record", "index"}
    execute(folder, "UPDATE decision SET value='cold' WHERE seq=(SELECT max(seq) FROM decision)")
    assert "content" in failing(folder)


def test_a_clock_that_was_set_back_is_named(folder: Path) -> None:
    with Case.open(folder) as case:
        rows = case._opened.store.audit_head()[0]
    execute(folder, f"UPDATE audit SET time='2019-01-01T00:00:00.000Z' WHERE seq={rows}")
    checks = {check.name: check for check in verify(folder)}
    assert checks["clock"].held and f"row {rows} of the audit is of 2019-01-01" in render(checks["clock"].message)
    assert not checks["audit chain"].held


def test_a_table_that_is_gone_is_named(folder: Path) -> None:
    execute(folder, "DROP TABLE committed")
    assert "committed" in failing(folder)["database"]


@pytest.mark.nightly
def test_text_that_is_no_text_fails_a_check_wherever_it_stands(base: Path, tmp_path: Path) -> None:
    with closing(apsw.Connection(str(base / "case.db"))) as db:
        sql = """SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type='table' AND c.type='TEXT' AND t.name NOT GLOB 'search_fts*' AND t.name NOT GLOB 'sqlite_*'"""
        filled = [(t, c) for t, c in db.execute(sql) if db.execute(f"SELECT count({c}) FROM {t} WHERE {c}<>''").get]
    assert len(filled) > 20
    for table, column in filled:
        folder = tmp_path / f"{table}.{column}"
        shutil.copytree(base, folder)
        execute(folder, f"UPDATE OR REPLACE {table} SET {column}=CAST({column}||x'a2' AS TEXT)")
        failed: object = None
        try:
            failed = failing(folder)
        except UnicodeDecodeError as error:
            failed = why_unreadable(folder, error)
        assert failed, (table, column)


# Tests of the signatures of what was decided: which changes have one, and that nothing of them changes unnoticed.


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("signatures"))


def check(case: Case) -> Check:
    return next(check for check in case.verification.run() if check.name == "signatures")


def message_of(case: Case) -> str:
    return render(check(case).message)


def test_each_change_is_signed_once(made: Path) -> None:
    with copy(made, "a") as case:
        assert message_of(case).startswith("unsigned")
        case.decisions.tag(nos(case), "relevant", "Rae", "key")
        case.decisions.note(nos(case)[0], "a note", "Rae", "key")
        case.decisions.undo("Rae")
        case.team.batches.create("common", "first", "Rae")
        case.decisions.seal(nos(case)[:1], "why", "Rae", "key")
        case.index()
        recorded = signatures.every(case._opened.store)
        rows = {row.seq: row for row in audit_log.audit(case._opened.store)}
        assert [rows[signature.audit].action for signature in recorded] == ["tag", "note", "undo", "new batch", "seal"]
        for signature in recorded:
            stated, row = json.loads(signature.statement), rows[signature.audit]
            assert (
                verifies(signature.key, signature.signature, signature.statement)
                and case._opened.store.signing.unsigned == ""
            )
            assert (stated["case"], stated["audit"], stated["actor"]) == (rows[1].hash, row.seq, "Rae")
            assert stated["content"] == json.loads(row.detail)["content"] and signature.signature not in row.detail
        assert "each signature is right (signatures: 5)" in message_of(case) and recorded[0].key in message_of(case)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("DELETE FROM signature WHERE audit=(SELECT max(audit) FROM signature)", "lacks the signature"),
        ("UPDATE signature SET signature='AAAA'", "isn't of"),
        ("UPDATE signature SET key=replace(key, '+', '-')", "isn't of"),
        ("UPDATE signature SET statement=replace(statement, 'Rae', 'Omar')", "isn't of"),
        ("UPDATE audit SET detail=json_remove(detail, '$.signer') WHERE action='note'", "neither signed nor states"),
        ("UPDATE signature SET key='x', signature='AAAA'", "isn't of"),
    ],
)
def test_what_was_changed_is_named(made: Path, sql: str, message: str) -> None:
    with copy(made, "b") as case:
        case.decisions.tag(nos(case), "relevant", "Rae", "key")
        case.decisions.note(nos(case)[0], "a note", "Rae", "key")
        db = case._opened.store.db
        for (trigger,) in list(db.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(sql)
        assert not check(case).held and message in message_of(case)


@pytest.mark.nightly
def test_a_locked_key_loses_no_decision(made: Path, tmp_path: Path) -> None:
    keys = LoginKeys(tmp_path / "keys", "heron")
    keys.secret(keys.owner)
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case", keys=LoginKeys(tmp_path / "keys")) as case:
        case.decisions.tag(nos(case), "relevant", "Rae", "key")
        assert "needs its passphrase" in render(decode(case.decisions.unsigned))
        assert check(case).held and "unsigned: row" in message_of(case) and "(tag by Rae" in message_of(case)
    with Case.open(tmp_path / "case", keys=keys) as case:
        case.decisions.note(nos(case)[0], "a note", "Rae", "key")
        assert check(case).held and "(signatures: 1)" in message_of(case) and case.decisions.unsigned == ""


def test_a_change_that_does_not_say_why_it_is_not_signed_is_named(made: Path) -> None:
    with copy(made, "c") as case:
        signing = case._opened.store.signing
        case._opened.store.signing = ChangeSigning()
        case.decisions.tag(nos(case), "relevant", "Rae", "key")
        case._opened.store.signing = signing
        assert not check(case).held and "neither signed nor states why" in message_of(case)


def test_an_undone_note_on_a_sealed_item_is_as_it_was_signed(made: Path) -> None:
    with copy(made, "d") as case:
        case.decisions.note(nos(case)[0], "a note", "Rae", "key")
        case.decisions.note(nos(case)[0], "", "Rae", "key")
        case.decisions.seal(nos(case)[:1], "why", "Omar", "key")
        case.decisions.undo("Rae")
        case.decisions.purge_sealed()
        assert check(case).held, message_of(case)
