"""Tests of triage.insight.people.headers: messages as numbers, copies as one, and how headers name people."""

from __future__ import annotations

import json

import pytest

from tests.insight.people.messages import headers, message
from triage.insight.people.headers import (
    UNDATED,
    counted,
    name_key,
    named_twice,
    numbers,
    pairs,
    party,
    recipients,
    usual_name,
)
from triage.model.items import ItemNo


def test_copies_are_one_mail_with_several_items() -> None:
    read = headers(
        message(3, digest="one"), message(5, digest="two", date=None), message(7, digest="one", custodian="omar")
    )
    assert read.nos.tolist() == [3, 5, 7] and read.mail.tolist() == [0, 1, 0] and read.custodian.tolist() == [0, 0, 1]
    assert read.is_first.tolist() == [True, True, False] and read.date.tolist()[1] == UNDATED
    assert read.items(read.of_items([ItemNo(7)])) == (3, 7)


def test_people_are_numbers_of_how_they_are_written() -> None:
    read = headers(message(1, "Dana <d@orrin.example>", ("d@orrin.example", "Omar", "Omar", "")))
    assert read.written == ["d@orrin.example", "Omar", "Dana <d@orrin.example>"] and read.names == ["", "Omar", "Dana"]
    assert read.keys == ["d@orrin.example", "omar"] and read.key.tolist() == [0, 1, 0]
    assert (
        read.names_of("d@orrin.example") == {"": 1, "Dana": 1} and read.names_of("rae") == {} and usual_name({}) == ""
    )
    assert usual_name({"": 9, "Dana": 1, "Dan": 2, "Abe": 2}) == "Abe" and read.times.tolist() == [1, 1, 1]
    assert read.names_of("omar") and not read.names_of("rae")


def test_no_message_is_no_number() -> None:
    read = headers()
    assert not len(read.nos) and not len(read.parts[0]) and not len(read.first_item)
    nothing = numbers(read._key)
    assert not len(counted(nothing)[1]) and not len(pairs(nothing, nothing, 0)[0])


@pytest.mark.parametrize(
    ("written", "key", "name"),
    [
        ("Dana Levi <Dana.Levi@Orrin.example>", "dana.levi@orrin.example", "Dana Levi"),
        ("dana+news@orrin.example", "dana@orrin.example", ""),
        ("'Omar Said' <omar@orrin.example>", "omar@orrin.example", "Omar Said"),
        ("dana@orrin.example", "dana@orrin.example", ""),
        ("Levi, Dana", "dana levi", "Levi, Dana"),
        ("לוי, דנה <dana@orrin.example>", "dana@orrin.example", "לוי, דנה"),
        ("לוי, דנה", "דנה לוי", "לוי, דנה"),
        ("Levi, Dana </O=ORRIN/OU=NA/CN=RECIPIENTS/CN=DLEVI>", "/o=orrin/ou=na/cn=recipients/cn=dlevi", "Levi, Dana"),
        ("/o=orrin/ou=na/cn=recipients/cn=dlevi@orrin.example", "/o=orrin/ou=na/cn=recipients/cn=dlevi", ""),
        ("IMCEAEX-_O=ORRIN_OU=Head+20Office_CN=DLEVI@orrin.example", "/o=orrin/ou=head office/cn=dlevi", ""),
        ("a@orrin.example, b@orrin.example", "a@orrin.example", ""),
        ("", "", ""),
        (" - ", "", "-"),
    ],
)
def test_a_header_names_somebody_by_address_exchange_name_or_name(written: str, key: str, name: str) -> None:
    assert party(written) == (key, name)


def test_the_order_of_a_name_and_what_stands_aside_tell_nothing() -> None:
    names = ("Dana Levi", "Levi, Dana", "LEVI Dana (External)", "Dana K. Levi", "Dana Levi/NA/Orrin@ORRIN")
    assert {name_key(name) for name in names} == {"dana levi"}
    assert name_key("José Núñez") == "jose nunez" and name_key("D. L.") == ""


def test_recipients_are_of_all_kinds() -> None:
    assert recipients(message(1, to=("a@b.example", "C"))) == ["a@b.example", "C"]


CN = "/O=ORRIN/OU=NA/CN=RECIPIENTS/CN="
TWO = json.dumps([["omar@orrin.example", "rae@orrin.example"], ["noa@orrin.example"], []])


def twice(lines: str, recipients: str = TWO) -> list[tuple[str, str]]:
    found = named_twice([(ItemNo(no), "dana@orrin.example", recipients, lines) for no in (3, 4)])
    assert all((one.times, one.item) == (2, 3) for one in found)
    return [(one.once, one.again) for one in found]


def test_sender_and_recipients_are_taken_by_their_places() -> None:
    lines = (
        f"X-From: Levi, Dana <{CN}DLEVI>\nX-To: Said, Omar <{CN}OSAID>, Rae <{CN}RAE>\nx-cc: Noa <noa@orrin.example>"
    )
    assert twice(lines) == [
        ("dana@orrin.example", f"Levi, Dana <{CN}DLEVI>"),
        ("omar@orrin.example", f"Said, Omar <{CN}OSAID>"),
        ("rae@orrin.example", f"Rae <{CN}RAE>"),
    ]


def test_lists_of_another_length_and_what_is_no_exchange_name_tell_nothing() -> None:
    assert twice(f"X-To: Said, Omar <{CN}OSAID>") == []
    assert twice("X-From: Dana Levi <dana@post.example>\nX-To: \nSubject: x") == []
    assert twice(f"X-From: Dana <{CN}DLEVI>", "[[],[],[]]") == [("dana@orrin.example", f"Dana <{CN}DLEVI>")]
