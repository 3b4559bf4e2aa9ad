"""Tests of triage.review.unsealing: it takes two people, told apart by keys, names and logins, to open a seal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.records import uncover
from tests.review.copies import copy, nos, original
from tests.review.people import acting, ask, grant, keys_of, line_of, rostered, unseal
from triage.case import Case
from triage.errors import CaseError, DecisionError
from triage.messages import render
from triage.model.items import ItemNo
from triage.review import sealing
from triage.review.decision_writer import StepWriter


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("unsealing"))


def sealed(case: Case) -> ItemNo:
    no = nos(case)[0]
    case.decisions.seal([no], "customer content", "Kim")
    return no


def failing(case: Case) -> dict[str, str]:
    return {check.name: render(check.message) for check in case.verification.run() if not check.held}


def message_of(case: Case, name: str = "roster") -> str:
    return next(render(check.message) for check in case.verification.run() if check.name == name)


def test_without_a_roster_the_message_says_how_to_begin_one(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        with pytest.raises(DecisionError, match=r"no roster of them yet. To begin it, .*triage roster add CASE --name"):
            case.decisions.ask_unseal(no, "Rae", "a slip")
        refusal = case.decisions.unseal_refusal(no, "Rae")
        assert refusal is not None and "triage roster list CASE" in render(refusal)
        assert "no roster yet" in message_of(case)


def test_two_names_of_one_login_are_not_two_people(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        case.team.change_roster("add", "Rae")
        case.decisions.ask_unseal(no, "Rae", "a slip")
        with pytest.raises(DecisionError, match="another person has to grant it: one with another key"):
            case.decisions.grant_unseal(no, "Omar")
        rostered(case, "Omar")
        with pytest.raises(DecisionError, match="The roster has 'Omar' with another key"):
            case.decisions.grant_unseal(no, "Omar")
        refusal = case.decisions.unseal_refusal(no, "Omar")
        assert refusal is not None and refusal.key == "roster-name-of-another"
        assert case.decisions.seals() and not failing(case)
        assert grant(case, no, "Omar").changed and not failing(case)


def test_two_keys_of_one_login_are_not_two_people(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        second = replace(keys_of("Kim"), owner="rae")
        rostered(case, "Rae")
        case.team.change_roster("add", "Kim", second.secret("rae").public.line)
        ask(case, no, "Rae")
        acting(case, second)
        with pytest.raises(DecisionError, match="has the same name, or belongs to the same login"):
            case.decisions.grant_unseal(no, "Kim")
        assert case.decisions.seals() and not failing(case)


def test_who_asks_and_grants_has_the_name_that_the_roster_has(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        acting(case, keys_of("Rae"))
        with pytest.raises(DecisionError, match="has your key under the name Rae, but you gave Counsel"):
            case.decisions.ask_unseal(no, "Counsel", "a slip")
        ask(case, no, "Rae")
        acting(case, keys_of("Omar"))
        with pytest.raises(DecisionError, match="under the name Omar, but you gave Counsel"):
            case.decisions.grant_unseal(no, "Counsel")
        assert case.decisions.seals() and not failing(case)
        assert case.decisions.grant_unseal(no, "OMAR").changed and not failing(case)


def test_what_is_not_sealed_needs_no_reason(base: Path) -> None:
    with copy(base, "a") as case, pytest.raises(DecisionError, match="isn't sealed"):
        case.decisions.ask_unseal(nos(case)[0], "Rae", "")


def test_one_key_under_two_names_is_one_person(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        case.team.change_roster("add", "Rae")
        own = case.team._signer.key
        with pytest.raises(DecisionError, match="is on the roster already, as the key of Rae"):
            case.team.change_roster("add", "Omar", own)
        case.decisions.ask_unseal(no, "Rae", "a slip")
        assert case.decisions.seals()[0].asked_by == "Rae"


def test_a_locked_key_asks_for_nothing(base: Path) -> None:
    with copy(base, "a") as case:
        no = sealed(case)
        rostered(case, "Rae", "Omar")
        locked = replace(keys_of("Rae"), folder=keys_of("Rae").folder.with_name("locked"), passphrase="heron")
        locked.secret(locked.owner)
        acting(case, replace(locked, passphrase=""))
        with pytest.raises(CaseError, match=r"needs its passphrase.* triage roster replace CASE NAME KEY"):
            case.decisions.ask_unseal(no, "Rae", "a slip")


def test_a_lost_key_is_replaced_and_what_it_signed_stays_valid(base: Path) -> None:
    with copy(base, "a") as case:
        first, second = nos(case)[:2]
        case.decisions.seal([first, second], "customer content", "Kim")
        unseal(case, first)
        case.team.change_roster("replace", "Rae", line_of("Rae Again"), "passphrase forgotten")
        assert not failing(case) and "Rae (rae-again+" in message_of(case)
        with pytest.raises(DecisionError, match="yours isn't"):
            ask(case, second, "Rae")
        acting(case, keys_of("Rae Again"))
        case.decisions.ask_unseal(second, "Rae", "a slip")
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


def test_what_was_opened_before_there_were_rosters_stays_open(base: Path) -> None:
    with copy(base, "a") as case:
        first, second = nos(case)[:2]
        case.decisions.seal([first, second], "customer content", "Kim")
        unseal(case, first)
        ask(case, second)
    uncover(case.path)
    with Case.open(case.path) as case:
        assert "seals opened by two names before there were rosters: 1" in message_of(case)
        assert "seals" not in failing(case)
        assert case.decisions.seals()[0].asked_by == "", "a request of then is made again with a key"
        case.decisions.tag(nos(case)[2:], "relevant", "Kim")
        assert "seals" not in failing(case) and "before there were rosters: 1" in message_of(case)
        opened_by_hand(case, second, "Rae", "Omar")
        assert "two people on the roster" in failing(case)["seals"]
