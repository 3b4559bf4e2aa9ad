"""Tests of triage.insight.people.identities: what may be one person, in three scripts, and what tells nothing."""

from __future__ import annotations

import pytest

from tests.effort import counted
from tests.insight.people.messages import headers, message
from triage.insight.people.headers import NamedTwice
from triage.insight.people.identities import PersonSuggestion, suggest, usages, with_exchange
from triage.messages import render
from triage.model.items import ItemNo

EXCHANGE = "/o=orrin/ou=na/cn=recipients/cn=dlevi"


def suggested(*written: str, twice: tuple[tuple[int, str, str], ...] = ()) -> dict[tuple[str, str], PersonSuggestion]:
    """Return what is suggested where each of these sent one message, and of headers that name a sender twice."""
    messages = [message(no, sender, ["all@orrin.example"]) for no, sender in enumerate(written, 1)]
    again = [NamedTwice(sender, other, 1, ItemNo(no)) for no, sender, other in twice]
    used = with_exchange(usages(headers(*messages)), again)
    return {(one.first, one.second): one for one in suggest(used, again)}


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        ("Dana Levi <dana@orrin.example>", "Levi, Dana <dl77@post.example>", "Both are named dana levi."),
        ("Dana Levi <dana@orrin.example>", "Levi, Dana", "Both are named dana levi."),
        ("Dana Levi <d77@orrin.example>", "dana.levi@post.example", "post.example spells the name dana levi."),
        ("dana.levi@orrin.example", "levi_dana@post.example", "levi_dana@post.example spells the name dana levi."),
        ("Dana Levi <d77@orrin.example>", f"<{EXCHANGE.upper()}>", "dlevi abbreviates dana levi, and no other name"),
        ("Dana Levi <d77@orrin.example>", "danal@orrin.example", "danal abbreviates dana levi, and no other name"),
        ("Dana Levi <d77@orrin.example>", "דנה לוי <x@post.example>", "probably one name in two scripts."),
        ("Omar Said <o77@orrin.example>", "عمر سعيد <x@post.example>", "probably one name in two scripts."),
        ("יצחק רבין <y1@orrin.example>", "Rabin, Yitzhak <y2@post.example>", "probably one name in two scripts."),
    ],
)
def test_two_identities_may_be_one_person(one: str, other: str, evidence: str) -> None:
    found = suggested(one, other)
    (suggestion,) = found.values()
    assert evidence in " ".join(map(render, suggestion.evidence)) and 0 < suggestion.score < 1
    assert set(suggestion.items) == {1, 2}


def test_headers_that_name_the_sender_twice_tell_most() -> None:
    found = suggested(
        "d77@orrin.example", twice=((1, "d77@orrin.example", f"Levi, Dana <{EXCHANGE}>"), (1, "d77@orrin.example", ""))
    )
    (suggestion,) = found.values()
    assert (suggestion.first, suggestion.second, suggestion.score) == (EXCHANGE, "d77@orrin.example", 0.95)
    assert render(suggestion.evidence[0]) == "Times that the headers of a message name somebody in both ways: 1."


def test_an_exchange_name_that_is_more_often_anothers_is_not_suggested() -> None:
    other = ("rae@orrin.example", f"<{EXCHANGE}>")
    written = ("d77@orrin.example", "rae@orrin.example")
    found = suggested(*written, twice=((1, written[0], f"<{EXCHANGE}>"), (2, *other), (2, *other)))
    assert set(found) == {(EXCHANGE, "rae@orrin.example")}


def test_evidence_adds_up() -> None:
    ((one,), (two,)) = (
        suggested("Dana Levi <dana@orrin.example>", f"Dana Levi <{address}>").values()
        for address in ("x@post.example", "dana.levi@post.example")
    )
    assert len(one.evidence) == 1 and len(two.evidence) == 2 and one.score < two.score < 1


@pytest.mark.parametrize(
    "written",
    [
        ("Dana Levi <dana@orrin.example>", "Dana Cohen <cohen@orrin.example>"),
        ("Dana <dana@orrin.example>", "Dana <dana@post.example>"),
        ("Sales Team <sales@orrin.example>", "Sales Team <sales@post.example>"),
        ("no.reply@orrin.example", "no.reply@post.example"),
        ("Dana Levi <d77@orrin.example>", "Dov Levi <e77@orrin.example>", f"<{EXCHANGE}>"),
        ("Dana Levi <d77@orrin.example>", "dlevi@post.example"),
        ("Dana Levi <d77@orrin.example>", "רון כהן <x@post.example>"),
        tuple(f"Jan Smit <jan{n}@host{n}.example>" for n in range(9)),
    ],
)
def test_what_tells_nothing_is_not_suggested(written: tuple[str, ...]) -> None:
    """Given names, roles, an abbreviation of two names or of another company's, a name that many have."""
    assert suggested(*written) == {}


def test_the_same_messages_in_another_order_give_the_same_suggestions() -> None:
    people = ["Dana Levi <dana@orrin.example>", "Levi, Dana", "דנה לוי <x@post.example>", "dana.levi@post.example"]
    first, second = suggested(*people), suggested(*people[::-1])
    assert [(pair, one.score, one.evidence) for pair, one in first.items()] == [
        (pair, one.score, one.evidence) for pair, one in second.items()
    ]
    assert len(first) == 3


def test_usage_counts_messages_and_knows_the_usual_name() -> None:
    used = usages(
        headers(
            message(1, "Dana Levi <d@x.example>", ["d@x.example"]),
            message(2, "Dana Levi <d@x.example>"),
            message(3, "D. L. <d@x.example>"),
        )
    )["d@x.example"]
    assert used.mails == 4 and used.name() == "Dana Levi" and used.item() == 1 and used.item("dana levi") == 1


def test_the_effort_is_linear() -> None:
    """Names of which a third are in another script: twice as many take about twice as long."""
    steps = []
    for many in (200, 400):
        names = [
            f"{chr(97 + n % 26)}{chr(97 + n // 26)}na Levi{chr(97 + n % 20)}r <p{n}@h{n % 7}.example>"
            for n in range(many)
        ]
        names += [
            f"{chr(0x5D0 + n % 22)}{chr(0x5D0 + n // 22)}נה לוי{chr(0x5D0 + n % 20)} <q{n}@h.example>"
            for n in range(many // 2)
        ]
        with counted() as effort:
            suggested(*names)
        steps.append(effort.steps)
    assert steps[1] < 3 * steps[0]
