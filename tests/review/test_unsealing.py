"""Tests of triage.review.sealing: it takes two people, told apart by keys, names and logins, to open a seal."""

from __future__ import annotations

import dataclasses
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.review.copies import copy, nos, original
from tests.review.people import acting, ask, grant, keys_of, line_of, rostered, unseal
from triage.case import Case
from triage.errors import CaseError, DecisionError
from triage.messages import render
from triage.model.items import ItemNo, Receipt
from triage.model.tags import PENDING
from triage.review import sealing
from triage.review.decision_writer import StepWriter
from triage.review.sealing import withdraws
from triage.store.events import Event


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("unsealing"))


def sealed(case: Case) -> ItemNo:
    no = nos(case)[0]
    case.decisions.seal([no], "customer content", "Kim", "key")
    return no


def failing(case: Case) -> dict[str, str]:
    return {check.name: render(check.message) for check in case.verification.run() if not check.held}


def message_of(case: Case, name: str = "roster") -> str:
    return next(render(check.message) for check in case.verification.run() if check.name == name)


def test_without_a_roster_the_message_says_how_to_begin_one(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        with pytest.raises(DecisionError, match=r"no roster of them yet. .*triage record roster add CASE --name"):
            case.decisions.ask_unseal(no, "Rae", "a slip", "key")
        refusal = case.decisions.unseal_refusal(no, "Rae")
        assert refusal is not None and "triage record roster list CASE" in render(refusal)
        assert "no roster yet" in message_of(case)


def test_two_names_of_one_login_are_not_two_people(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        case.team.change_roster("add", "Rae")
        case.decisions.ask_unseal(no, "Rae", "a slip", "key")
        with pytest.raises(DecisionError, match="another person has to grant it: one with another key"):
            case.decisions.grant_unseal(no, "Omar", "key")
        rostered(case, "Omar")
        with pytest.raises(DecisionError, match="The roster has 'Omar' with another key"):
            case.decisions.grant_unseal(no, "Omar", "key")
        refusal = case.decisions.unseal_refusal(no, "Omar")
        assert refusal is not None and refusal.key == "roster-name-of-another"
        assert case.decisions.seals() and not failing(case)
        assert grant(case, no, "Omar").changed and not failing(case)


def test_two_keys_of_one_login_are_not_two_people(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        second = dataclasses.replace(keys_of("Kim"), owner="rae")
        rostered(case, "Rae")
        case.team.change_roster("add", "Kim", second.secret("rae").public.line)
        ask(case, no, "Rae")
        acting(case, second)
        with pytest.raises(DecisionError, match="has the same name, or belongs to the same login"):
            case.decisions.grant_unseal(no, "Kim", "key")
        assert case.decisions.seals() and not failing(case)


def test_who_asks_and_grants_has_the_name_that_the_roster_has(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        acting(case, keys_of("Rae"))
        with pytest.raises(DecisionError, match="has your key under the name Rae, but you gave Counsel"):
            case.decisions.ask_unseal(no, "Counsel", "a slip", "key")
        ask(case, no, "Rae")
        acting(case, keys_of("Omar"))
        with pytest.raises(DecisionError, match="under the name Omar, but you gave Counsel"):
            case.decisions.grant_unseal(no, "Counsel", "key")
        assert case.decisions.seals() and not failing(case)
        assert case.decisions.grant_unseal(no, "OMAR", "key").changed and not failing(case)


def test_what_is_not_sealed_needs_no_reason(base: Path) -> None:
    with copy(base, "a") as case, pytest.raises(DecisionError, match="isn't sealed"):
        case.decisions.ask_unseal(nos(case)[0], "Rae", "", "key")


def test_one_key_under_two_names_is_one_person(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        case.team.change_roster("add", "Rae")
        own = case.team._signer.key
        with pytest.raises(DecisionError, match="is on the roster already, as the key of Rae"):
            case.team.change_roster("add", "Omar", own)
        case.decisions.ask_unseal(no, "Rae", "a slip", "key")
        assert case.decisions.seals()[0].asked_by == "Rae"


def test_a_locked_key_asks_for_nothing(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        locked = dataclasses.replace(
            keys_of("Rae"), folder=keys_of("Rae").folder.with_name("locked"), passphrase="heron"
        )
        locked.secret(locked.owner)
        acting(case, dataclasses.replace(locked, passphrase=""))
        with pytest.raises(CaseError, match=r"needs its passphrase.* triage record roster replace CASE NAME KEY"):
            case.decisions.ask_unseal(no, "Rae", "a slip", "key")


def test_a_lost_key_is_replaced_and_what_it_signed_stays_valid(base: Path) -> None:
    with copy(base, "a") as case:
        first, second = nos(case)[:2]
        case.decisions.seal([first, second], "customer content", "Kim", "key")
        unseal(case, first)
        case.team.change_roster("replace", "Rae", line_of("Rae Again"), "passphrase forgotten")
        assert not failing(case) and "Rae (rae-again+" in message_of(case)
        with pytest.raises(DecisionError, match="yours isn't"):
            ask(case, second, "Rae")
        acting(case, keys_of("Rae Again"))
        case.decisions.ask_unseal(second, "Rae", "a slip", "key")
        grant(case, second, "Omar")
        assert not case.decisions.seals() and not failing(case)


def test_who_was_taken_off_grants_nothing(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        ask(case, no, "Rae")
        case.team.change_roster("remove", "Omar")
        with pytest.raises(DecisionError, match="yours isn't"):
            grant(case, no, "Omar")
        rostered(case, "Lee")
        assert grant(case, no, "Lee").changed


def opened_by_hand(case: Case, no: ItemNo, asking: str, granting: str) -> None:
    """Write a request and an opening as another program would, and have them signed by whoever uses the case."""
    store = case._opened.store
    for who, action in ((asking, "ask-unseal"), (granting, "unseal")):
        with case._opened.updating_index() as index, store.change(who, action) as detail:
            step = StepWriter(store, who, "key")
            if action == "unseal":
                step.add(no, "untag", "customer-content")
                sealing._bring_back(store, [no], index)
            step.add(no, action, "why")
            step.audit(detail, "why", [no])


def test_an_opening_written_by_hand_is_found(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        acting(case, keys_of("Rae"))
        opened_by_hand(case, no, "Rae", "Omar")
        assert "two people on the roster" in failing(case)["seals"] and failing(case).keys() == {"seals"}
        assert "decided in a name that the roster has with another key: row" in message_of(case)


def test_an_opening_by_hand_does_not_leave_for_another_copy(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar", "Kim")
        with copy(case.path, "b") as b:
            opened_by_hand(b, no, "Lee", "Ann")
            report = case.team.merge(b.path, "Kim")
        assert "aren't signed by people on the roster" in " ".join(map(render, report.notes)) and not report.added
        assert case.decisions.seals() and not failing(case)


# ---- a seal that is pending


def pending(case: Case) -> tuple[ItemNo, Receipt]:
    no = nos(case)[0]
    return no, case.decisions.tag([no], "customer-content", "Kim", PENDING)


def test_whoever_set_a_pending_seal_withdraws_it_alone(base: Path, tmp_path: Path) -> None:
    """While it is pending it is a seal like others, whoever opens the case; what is withdrawn leaves a record."""
    with copy(base, "a") as case:
        no = nos(case)[0]
        case.decisions.note(no, "ask Omar", "Kim", "key")
        before = case.search.item(no)
        receipt = pending(case)[1]
        with Case.open(case.path, keys=keys_of("Rae")) as other, pytest.raises(DecisionError, match="no longer be"):
            other.decisions.undo("Kim", receipt.group)
        with Case.open(case.path, keys=case._opened._keys) as other:
            assert other.search.run("word0").total == 0 and other.search.item(no).segments == ()
            assert len(other.export.bundle(tmp_path / "out", "*", "Rae").missing) == other.status().sealed == 1
            with pytest.raises(DecisionError, match="takes two people"):
                other.decisions.undo("Kim")
            with pytest.raises(DecisionError, match="can no longer be withdrawn"):
                other.decisions.undo("Rae", receipt.group)
            assert other.decisions.seals(no) and not failing(other)
            assert other.decisions.undo("Kim", receipt.group).changed == (no,)
            with pytest.raises(DecisionError, match="can no longer be withdrawn"):
                other.decisions.undo("Kim", receipt.group)
        assert case.search.item(no) == before and case.search.run("word0").nos == (no,)
        assert case.decisions.seals() == [] and not failing(case)
        assert [(d.action, d.how, d.reviewer) for d in case.decisions.history(no)[1:]] == [
            ("tag", PENDING, "Kim"),
            ("seal", PENDING, "Kim"),
            ("withdraw-seal", "undo", "Kim"),
            ("untag", "undo", "Kim"),
        ]
        assert case.decisions.undo("Kim").action == "undo note", "a seal that was withdrawn isn't undone once more"


KILLED = """
import os, signal, sys
from pathlib import Path
from triage.case import Case

with Case.open(Path(sys.argv[1])) as case:
    case.decisions.tag([1], "customer-content", "Kim", "pending")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_pending_when_the_program_died_is_sealed(base: Path) -> None:
    with copy(base, "a") as case:
        done = subprocess.run([sys.executable, "-c", KILLED, str(case.path)], cwd=Path.cwd(), check=False)
        assert done.returncode == -signal.SIGKILL
        assert case.decisions.seals(ItemNo(1)) and case.search.run("word0").total == 0
        assert not failing(case)


def test_what_was_withdrawn_opens_no_later_seal(base: Path) -> None:
    with copy(base, "a") as case:
        no, receipt = pending(case)
        case.decisions.undo("Kim", receipt.group)
        case.decisions.tag([no], "customer-content", "Rae", "key")
        with pytest.raises(DecisionError, match="can no longer be withdrawn"):
            case.decisions.undo("Kim", receipt.group)
        assert case.decisions.seals(no) and case.search.run("tag:customer-content").nos == (no,)
        assert not failing(case)


def test_a_seal_that_was_not_pending_is_never_withdrawn(base: Path) -> None:
    with copy(base, "a") as case:
        no = nos(case)[0]
        step = case.decisions.tag([no], "customer-content", "Kim", "key").group
        with pytest.raises(DecisionError, match="can no longer be withdrawn"):
            case.decisions.undo("Kim", step)
        assert case.decisions.seals() and len(case.decisions.history(no)) == 2


def test_a_seal_is_pending_for_a_minute() -> None:
    seal = Event("0.0", "1", "seal", "why", "Kim", "2023-05-02T10:00:00.000Z", PENDING, "", "")
    withdrawal = seal._replace(event="1.0", action="withdraw-seal", how="undo", undoes="0")
    for time, lawful in (("09:59:59.999", False), ("10:00:08.000", True), ("10:01:00.001", False)):
        assert withdraws([seal], [withdrawal._replace(time=f"2023-05-02T{time}Z")]) is lawful
    assert not withdraws([seal], [withdrawal._replace(reviewer="Rae")])
    assert not withdraws([seal._replace(how="key")], [withdrawal])


def test_a_withdrawal_comes_along_unless_another_key_has_signed_it(base: Path) -> None:
    with copy(base, "a") as case, copy(base, "b") as other:
        no, receipt = pending(case)
        other.team.merge(case.path, "Omar")
        assert other.decisions.seals(no)
        with copy(case.path, "forger") as forger:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(sealing, "can_withdraw", lambda *_: True)
                forger.decisions.undo("Kim", receipt.group)
            assert "without an earlier request by another person" in failing(forger)["seals"]
            report = other.team.merge(forger.path, "Omar")
        assert report.added == 0 and other.decisions.seals(no)
        case.decisions.undo("Kim", receipt.group)
        assert other.team.merge(case.path, "Omar").changed == (no,)
        assert other.decisions.seals() == [] and other.search.run("word0").nos == (no,)
        assert not failing(other)


def test_what_was_withdrawn_is_not_withdrawn_again_on_a_later_seal(base: Path) -> None:
    with copy(base, "a") as case, copy(base, "b") as other:
        no, receipt = pending(case)
        case.decisions.undo("Kim", receipt.group)
        other.team.merge(case.path, "Omar")
        other.decisions.tag([no], "customer-content", "Omar", "key")
        case.team.merge(other.path, "Kim")
        assert case.decisions.seals(no) and not failing(case)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sealing.decision_log, "is_undone", lambda *_: False)
            case.decisions.undo("Kim", receipt.group)
        assert not case.decisions.seals(no)
        assert "without an earlier request by another person" in failing(case)["seals"]
        report = other.team.merge(case.path, "Omar")
        assert report.added == 0 and other.decisions.seals(no) and not failing(other)
