"""Tests of triage.insight.people.headers: messages as numbers, copies as one."""

from __future__ import annotations

from tests.insight.people.messages import headers, message
from triage.insight.people.headers import UNDATED, counted, numbers, pairs, usual_name
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
    assert read.key_number("omar") == 1 and read.key_number("rae") == -1


def test_no_message_is_no_number() -> None:
    read = headers()
    assert not len(read.nos) and not len(read.parts[0]) and not len(read.first_item)
    nothing = numbers(read._key)
    assert not len(counted(nothing)[1]) and not len(pairs(nothing, nothing, 0)[0])
