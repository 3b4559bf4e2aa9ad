"""Tests of triage.insight.people.custodians: whose addresses are whose, by what is in their records."""

from __future__ import annotations

import pytest

from tests.insight.people.messages import headers, message
from triage.insight.people.custodians import OwnAddress, own_addresses
from triage.messages import render
from triage.store.derived.messages import MessageRecord

DANA, OMAR, LIST = "dana@orrin.example", "omar@orrin.example", "all@orrin.example"


def own(*messages: MessageRecord) -> dict[str, list[OwnAddress]]:
    read = headers(*messages)
    found: dict[str, list[OwnAddress]] = {}
    for one in own_addresses(read):
        found.setdefault(one.custodian, []).append(one)
    return found


def mailbox(custodian: str, address: str, first: int) -> list[MessageRecord]:
    """Return what one gets from ten others, and a circular to all."""
    others = [message(first + n, f"p{first + n}@post.example", [address], custodian=custodian) for n in range(10)]
    return [*others, message(first + 10, "boss@orrin.example", [LIST], custodian=custodian)]


def test_the_address_that_most_messages_name_is_the_custodians() -> None:
    found = own(*mailbox("box 1", DANA, 1), *mailbox("box 2", OMAR, 50))
    assert [(one.key, one.score) for one in found["box 1"]] == [(DANA, 0.9091)] and found["box 2"][0].key == OMAR
    assert render(found["box 1"][0].evidence[0]) == "10 of 11 messages in these records are from or to this address."
    assert found["box 1"][0].items == (1, 2, 3)


def test_an_address_that_is_everywhere_is_nobodys() -> None:
    lists = [message(n, "boss@orrin.example", [LIST], custodian=f"box {n % 2}") for n in range(1, 21)]
    assert own(*lists) == {}


@pytest.mark.parametrize(
    ("custodian", "written"),
    [
        ("Levi, Dana", "dana.levi@post.example"),
        ("levi-d", "dana.levi@post.example"),
        ("dana.levi", "Dana Levi <dl77@post.example>"),
        ("דנה לוי", "לוי, דנה <dl77@post.example>"),
    ],
)
def test_a_rare_address_that_spells_the_custodians_name_is_one_too(custodian: str, written: str) -> None:
    found = own(*mailbox(custodian, DANA, 1), message(20, written, [OMAR], custodian=custodian))
    (_, second) = found[custodian]
    assert second.key == written.rpartition("<")[2].strip(">") and second.score == 0.0833
    assert render(second.evidence[1]) == "The address, or the name written with it, is the custodian's."


def test_other_names_few_messages_and_attached_ones_tell_nothing() -> None:
    few = [message(n, DANA, [OMAR]) for n in range(1, 5)]
    assert own(*few) == {}
    attached = [message(n, DANA, [OMAR], enclosed=True) for n in range(1, 20)]
    assert own(*attached) == {}
    found = own(*mailbox("levi-d", DANA, 1), message(20, "omar.levi@post.example", [OMAR], custodian="levi-d"))
    assert [one.key for one in found["levi-d"]] == [DANA]
    assert own() == {}


def test_whom_the_custodian_writes_to_most_is_no_address_of_theirs_and_a_list_is() -> None:
    friend = [message(n, DANA, ["friend@post.example"], custodian="box 1") for n in range(1, 9)]
    through_list = [message(20 + n, f"p{n}@post.example", ["pumps@orrin.example"], custodian="box 1") for n in range(6)]
    found = own(*friend, *through_list, *mailbox("box 1", DANA, 50), *mailbox("box 2", OMAR, 90))
    assert [one.key for one in found["box 1"]] == [DANA]
    found = own(*through_list, *mailbox("box 1", DANA, 50), *mailbox("box 2", OMAR, 90))
    assert [one.key for one in found["box 1"]] == [DANA, "pumps@orrin.example"]


def test_copies_in_the_same_records_count_once() -> None:
    copies = [message(n, "x@post.example", [DANA], digest="one") for n in range(1, 9)]
    others = [message(n, f"p{n}@post.example", [OMAR]) for n in range(20, 25)]
    assert [one.key for one in own(*copies, *others)["dana"]] == [OMAR]
