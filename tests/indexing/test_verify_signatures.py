"""Tests of the signatures of what was decided: which changes have one, and that nothing of them changes unnoticed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.review.copies import copy, nos, original, unsigned
from triage.case import Case, LoginKeys
from triage.messages import decode, render
from triage.model.items import Check
from triage.proof.signer import verifies
from triage.store.audit import integrity, signatures


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
        case.team.create_batches("common", "first", "Rae")
        case.decisions.seal(nos(case)[:1], "why", "Rae", "key")
        case.index()
        recorded = signatures.every(case._opened.store)
        rows = {row.seq: row for row in integrity.audit(case._opened.store)}
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


def test_what_was_decided_before_is_unsigned_until_then(made: Path) -> None:
    with copy(made, "c") as case:
        signing = case._opened.store.signing
        unsigned(case)
        case.decisions.tag(nos(case), "relevant", "Rae", "key")
        case._opened.store.signing = signing
        case.decisions.undo("Rae")
        assert check(case).held and "unsigned until" in message_of(case)
