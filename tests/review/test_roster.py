"""Tests of triage.review.roster: who may change it, who is on it, what other copies may bring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.indexing.test_audit_checks import execute
from tests.records import write
from tests.review.copies import copy, nos, original
from tests.review.people import acting, ask, keys_of, line_of, rostered, unseal
from tests.review.test_unsealing import failing, message_of
from triage.case import Case
from triage.errors import DecisionError, VerifyError
from triage.messages import render
from triage.proof.keys import verifies
from triage.store import signatures


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("roster"))


def test_the_first_change_makes_an_approver_who_alone_makes_the_next(base: Path) -> None:
    with copy(base, "a") as case:
        own = case.team._signer.key
        assert case.team.roster().approver == ""
        report = case.team.change_roster("add", "Rae Fox", line_of("Rae"), "reviews Dana's mail")
        assert (report.approver, report.members) == (own, (("Rae Fox", line_of("Rae")),))
        acting(case, keys_of("Rae"))
        with pytest.raises(DecisionError, match="Only the approver"):
            case.team.change_roster("add", "Omar", line_of("Omar"))
        with pytest.raises(VerifyError, match="public line"):
            case.team.change_roster("add", "Omar", line_of("Omar")[:-5])
        assert not failing(case) and f"approver: {own}; on the roster: Rae Fox" in message_of(case)


def test_whoever_approved_the_scope_begins_the_roster(base: Path) -> None:
    with copy(base, "a") as case:
        acting(case, keys_of("Counsel"))
        case.scope.approve("Counsel")
        acting(case, keys_of("Rae"))
        with pytest.raises(DecisionError, match=r"Only the approver, counsel\+"):
            case.team.change_roster("add", "Rae")
        acting(case, keys_of("Counsel"))
        assert case.team.change_roster("add", "Rae", line_of("Rae")).approver == line_of("Counsel")
        acting(case, keys_of("Rae"))
        case.scope.approve("Rae")
        assert case.team.roster().approver == line_of("Counsel") and not failing(case)


def test_a_roster_that_somebody_else_began_is_named(base: Path) -> None:
    with copy(base, "a") as case:
        acting(case, keys_of("Counsel"))
        case.scope.approve("Counsel")
        acting(case, keys_of("Rae"))
        store = case._opened.store
        with store.change("Rae", "roster"):
            signatures.make_change(store, signatures.Roster(), case.team._signer, signatures.ADD, line_of("Rae"), "Rae")
        assert f"not by the approver, {line_of('Counsel')}" in failing(case)["roster"]


def test_the_approver_hands_over(base: Path) -> None:
    with copy(base, "a") as case:
        rostered(case, "Rae")
        assert case.team.change_roster("appoint", key=line_of("Omar")).approver == line_of("Omar")
        with pytest.raises(DecisionError, match="Only the approver"):
            case.team.change_roster("remove", "Rae")
        acting(case, keys_of("Omar"))
        assert case.team.change_roster("remove", "rae").members == () and not failing(case)
        with pytest.raises(DecisionError, match="doesn't name one key"):
            case.team.change_roster("remove", "Rae")


def test_two_people_replace_an_approver_whose_key_is_lost(base: Path) -> None:
    with copy(base, "a") as case:
        first = case.team._signer.key
        rostered(case, "Rae", "Omar")
        acting(case, keys_of("Rae"))
        for _ in range(2):
            report = case.team.change_roster("appoint", key=line_of("Omar"))
            assert report.approver == first and report.appointing == (line_of("Omar"),), "one person alone can't"
        acting(case, keys_of("Kim"))
        with pytest.raises(DecisionError, match="Only the approver"):
            case.team.change_roster("appoint", key=line_of("Omar"))
        acting(case, keys_of("Omar"))
        assert case.team.change_roster("appoint").approver == line_of("Omar")
        rostered(case, "Kim")
        assert not failing(case) and f"approver: {line_of('Omar')}" in message_of(case)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("UPDATE roster SET statement=replace(statement, 'Omar', 'Oman') WHERE number=2", "isn't what"),
        ("UPDATE roster SET statement='{', signature='AAAA', key='x' WHERE number=1", "isn't what"),
        ("DELETE FROM roster WHERE number=1", "doesn't follow"),
    ],
)
def test_what_was_changed_is_named(base: Path, sql: str, message: str) -> None:
    with copy(base, "a") as case:
        no = nos(case)[0]
        case.decisions.seal([no], "why", "Lee", "key")
        unseal(case, no)
    execute(case.path, sql)
    with Case.open(case.path) as case:
        failed = failing(case)
        assert message in failed["roster"] and "content" in failed and ("seals" in failed) == ("Oman" not in sql)
        with pytest.raises(VerifyError):
            case.team.roster()


# ---- other copies


def test_changes_come_along_where_they_continue_the_roster(base: Path) -> None:
    with copy(base, "a") as a:
        rostered(a, "Rae")
        keys = a._opened._keys
        with copy(a.path, "b") as b:
            acting(b, keys)
            rostered(b, "Omar", "Kim")
            b.team.export_decisions(_fresh(base.parent / "b.jsonl"))
            a.team.merge(base.parent / "b.jsonl", "Lee")
            assert a.team.roster().members == b.team.roster().members and a.team.roster().changes == 3
            no = nos(b)[0]
            b.decisions.seal([no], "why", "Lee", "key")
            unseal(b, no, asking="Omar", granting="Kim")
            a.team.merge(b.path, "Lee")
            assert not a.decisions.seals() and a.decisions.history(no)[-1].action == "unseal"
            assert not failing(a)
            rostered(a, "Ann")
            rostered(b, "Bea")
            notes = a.team.merge(b.path, "Lee").notes
            assert "changed independently" in " ".join(map(render, notes)) and not failing(a)
            assert "Bea" not in dict(a.team.roster().members)


def _fresh(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


def test_a_roster_from_strangers_is_not_taken_over(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        no = nos(a)[0]
        a.decisions.seal([no], "why", "Lee", "key")
        b.team.merge(a.path, "Lee")
        unseal(b, no, asking="Mallory", granting="Eve")
        notes = a.team.merge(b.path, "Lee").notes
        assert [note.key for note in notes] == ["merge-roster-of-other-approver", "merge-seals-left-out"]
        assert a.decisions.seals() and a.team.roster().approver == "" and not failing(a)


def test_a_forged_roster_is_refused(base: Path) -> None:
    with copy(base, "a") as a:
        rostered(a, "Rae")
        with copy(a.path, "b") as b:
            store = b._opened.store
            state = signatures.replayed(signatures.roster_changes(store))
            with store.change("Mallory", "roster"):
                state.approver = b.team._signer.key
                signatures.make_change(store, state, b.team._signer, signatures.ADD, line_of("Eve"), "Eve")
            b.team.export_decisions(_fresh(base.parent / "forged.jsonl"))
        with pytest.raises(DecisionError, match="Its roster isn't what was signed: change 2"):
            a.team.merge(base.parent / "forged.jsonl", "Lee")
        assert dict(a.team.roster().members).keys() == {"Rae"}


def test_nobody_decides_in_a_name_of_another(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        rostered(a, "Rae", "Omar")
        acting(b, keys_of("Omar"))
        b.decisions.tag(nos(b)[:1], "relevant", "Omar", "key")
        b.decisions.tag(nos(b)[1:2], "hot", "Rae", "key")
        with pytest.raises(DecisionError, match=r"is in the name of Rae, and signed with omar\+"):
            a.team.merge(b.path, "Lee")
        assert a.status().tags == ()
    with copy(base, "b") as b:
        acting(b, keys_of("Rae At Home"))
        b.decisions.tag(nos(b)[:1], "relevant", "Rae", "key")
        with Case.open(a.path, keys=a._opened._keys) as a:
            a.team.change_roster("add", "Rae", line_of("Rae At Home"), "the machine at home")
            assert a.team.merge(b.path, "Lee").added == 1 and not failing(a)


def test_what_is_sealed_along_keeps_the_name_of_who_sealed(base: Path) -> None:
    with copy(base, "a") as a:
        rostered(a, "Rae", "Omar")
        acting(a, keys_of("Rae"))
        a.decisions.seal(nos(a)[:1], "a customer's", "Rae", "key")
        write(base.parent / "records", {"dana/copy.txt": "word0 common"})
        with copy(a.path, "b") as b:
            acting(b, keys_of("Omar"))
            b.index()
            assert b.status().sealed == 2
            assert a.team.merge(b.path, "Lee").aside == 2 and not failing(a)
    (base.parent / "records/dana/copy.txt").unlink()


def test_a_request_waits_for_another_copy(base: Path) -> None:
    with copy(base, "a") as a:
        rostered(a, "Rae", "Omar")
        no = nos(a)[0]
        a.decisions.seal([no], "why", "Lee", "key")
        with copy(a.path, "b") as b:
            ask(a, no, "Rae")
            b.team.merge(a.path, "Lee")
            assert b.decisions.seals()[0].asked_by == "Rae"
            acting(b, keys_of("Omar"))
            assert b.decisions.grant_unseal(no, "Omar", "key").changed
            a.team.merge(b.path, "Lee")
            acting(b, None)
            assert not a.decisions.seals() and not failing(a) and not failing(b)


def test_statements_say_what_they_are_of(base: Path) -> None:
    with copy(base, "a") as case:
        rostered(case, "Rae")
        (made,) = signatures.roster_changes(case._opened.store)
        stated = json.loads(made.statement)
        assert (
            stated.keys() == set(signatures.ROSTER_STATED) and stated["case"] == case._opened.store.first_audit_hash()
        )
        with pytest.raises(VerifyError, match="another case"):
            signatures.replayed([made], "another", verifies)


def test_keys_are_told_apart_whatever_digits_they_have() -> None:
    rae, lee = f"rae+00000001+AQ{'A' * 41}+", f"lee+00000002+AQ{'B' * 41}+"
    assert signatures.raw(rae) != signatures.raw(lee)
    assert signatures.raw(rae) == signatures.raw(rae.replace("rae", "omar"))
