"""Tests of triage.insight.gaps.headers: planted gaps are found, and what is none isn't reported."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.insight.people.messages import DAY, MONDAY, WEEK, headers, message
from triage.insight.gaps.headers import LackingCopy, Silence, absent, lacking, silences
from triage.store.derived.messages import MessageRecord


def weekly(counts: Sequence[int], custodian: str = "dana", first: int = 1) -> list[MessageRecord]:
    """Return so many messages in each of these weeks, from 1 May 2023 on."""
    made: list[MessageRecord] = []
    for week, many in enumerate(counts):
        for n in range(many):
            date = MONDAY + week * WEEK + n % 7 * DAY
            made.append(message(first + len(made), date=date, custodian=custodian))
    return made


def silent(counts: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the silences as the first silent week, how many, and what is usual."""
    found = silences(headers(*weekly(counts)))
    assert all(one.end - one.begin == one.weeks * WEEK for one in found)
    return [((one.begin - MONDAY) // WEEK, one.weeks, one.usual) for one in found]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([8] * 6 + [0] + [9] * 6, [(6, 1, 8)]),
        ([3] * 6 + [0, 0, 0] + [3] * 6, [(6, 3, 3)]),
        ([1] * 12 + [0] * 7 + [1] * 12, [(12, 7, 1)]),
        ([9] * 6 + [0] + [9] * 6 + [0, 0] + [9] * 6, [(6, 1, 9), (13, 2, 9)]),
        ([9] * 12 + [0, 9, 0] + [9] * 12, [(12, 1, 9), (14, 1, 9)]),
    ],
)
def test_a_silence_is_found(counts: list[int], found: list[tuple[int, int, int]]) -> None:
    assert silent(counts) == found


@pytest.mark.parametrize(
    "counts",
    [
        [6] * 6 + [0] + [6] * 6,
        [3] * 6 + [0, 0] + [3] * 6,
        [1] * 12 + [0] * 6 + [1] * 12,
        [9, 0] * 10,
        [50] + [0] * 6 + [50] + [0] * 6 + [50],
        [9] * 3 + [0] + [9] * 9,
        [9] * 9 + [0] * 200 + [1],
        [9] * 12,
        [],
    ],
)
def test_what_may_be_chance_is_no_silence(counts: list[int]) -> None:
    """Too few expected; every other week; a campaign now and then; near an end; one late message; none at all."""
    assert silent(counts) == []


def test_silences_are_each_custodians_own() -> None:
    busy, gap = weekly([9] * 20, "omar", 1000), weekly([9] * 6 + [0] + [9] * 6)
    assert silences(headers(*busy, *gap)) == [Silence("dana", MONDAY + 6 * WEEK, MONDAY + 7 * WEEK, 1, 9)]


def test_attached_undated_and_copied_messages_break_no_silence_and_sealed_ones_do() -> None:
    gap, during = weekly([9] * 6 + [0] + [9] * 6), MONDAY + 6 * WEEK
    attached, undated = message(900, date=during, enclosed=True), message(901, date=None)
    read = headers(*gap, attached, undated)
    assert len(silences(read)) == 1
    assert silences(read, [("dana", during)]) == [] and len(silences(read, [("omar", during)])) == 1
    copies = [message(900 + n, date=MONDAY + n % 13 * WEEK, digest=f"d{n % 13}") for n in range(90) if n % 13 != 6]
    assert silences(headers(*copies)) == []


# ---- absent messages


def test_messages_that_others_refer_to_are_absent_unless_any_item_has_them() -> None:
    read = headers(
        message(1, message_id="<1@x>"),
        message(2, message_id="<2@x>", refs=("<1@x>", "<gone@x>")),
        message(3, message_id="<3@x>", refs=("<gone@x>", "<gone@x>", "<sealed@x>", "<3@x>")),
    )
    found = absent(read, {"<1@x>", "<2@x>", "<3@x>", "<sealed@x>"})
    assert [(one.message_id, one.items) for one in found] == [("<gone@x>", (2, 3))]


# ---- copies

OWNERS = {"dana@orrin.example": "dana", "omar@orrin.example": "omar", "omar@home.example": "omar"}


def missing(*messages: MessageRecord, sealed: Sequence[tuple[str, int]] = ()) -> list[LackingCopy]:
    return lacking(headers(*messages), OWNERS, sealed)


def test_a_message_that_only_the_other_side_has_is_lacking() -> None:
    others = [message(5, date=MONDAY, custodian="omar", subject="Else")]
    got = message(1, custodian="dana")
    assert missing(got, *others) == [
        LackingCopy("dana", "dana@orrin.example", True, (others[0].no,)),
        LackingCopy("omar", "omar@orrin.example", False, (got.no,)),
    ]
    sent = message(1, "Rae <rae@post.example>", ["x@post.example", "omar@home.example"])
    assert missing(sent, *others)[-1] == LackingCopy("omar", "omar@home.example", False, (1,))


@pytest.mark.parametrize(
    "copy",
    [
        message(2, custodian="omar", digest="one"),
        message(2, custodian="omar", message_id="<1@x>", date=MONDAY + 1, subject="Note "),
        message(2, "Dana Levi <dana@orrin.example>", ["someone@post.example"], custodian="omar"),
        message(2, custodian="omar", digest="one", enclosed=True),
    ],
)
def test_a_copy_by_content_message_id_or_sender_second_and_subject_is_enough(copy: MessageRecord) -> None:
    assert missing(message(1, digest="one", message_id="<1@x>"), copy) == []


def test_a_third_copy_tells_that_two_are_the_same() -> None:
    """Rae's copy has another Message-ID but the same second and subject; Omar's has that Message-ID."""
    rae = message(2, custodian="rae", message_id="<other@x>")
    omar = message(3, custodian="omar", message_id="<other@x>", date=MONDAY + 9, subject="Re: Note")
    assert "omar" not in {one.custodian for one in missing(message(1, message_id="<1@x>"), rae, omar)}


def test_what_nobody_else_has_or_what_is_sealed_is_not_lacking() -> None:
    box = [message(9, "x@post.example", ["y@post.example"], custodian="omar", date=MONDAY + 5)]
    assert [one.custodian for one in missing(message(1), *box)] == ["omar"]
    assert missing(message(1), *box, sealed=[("omar", MONDAY)]) == []
    assert missing(message(1, enclosed=True), *box) == []
    assert missing(message(1, "x@post.example", ["y@post.example"])) == [] == missing()
    assert missing(message(1)) == []  # Omar is no custodian here


def test_copies_with_several_others_are_one_gap() -> None:
    box = message(9, "x@post.example", ["y@post.example"], custodian="omar", date=MONDAY + 5)
    found = missing(message(1), message(2, custodian="rae", message_id="<2@x>"), box)
    assert found == [LackingCopy("omar", "omar@orrin.example", False, (1, 2))]


PARTS = [*OWNERS, "x@post.example"]
RECORDS = st.lists(
    st.tuples(
        st.sampled_from(PARTS),
        st.sampled_from(PARTS),
        st.sampled_from(["dana", "omar", "rae"]),
        st.sampled_from([None, MONDAY, MONDAY + 1]),
        st.sampled_from(["", "<1@x>", "<2@x>"]),
        st.booleans(),
    ),
    max_size=8,
)


def lacking_by_hand(messages: Sequence[MessageRecord], sealed: Sequence[tuple[str, int]]) -> set[tuple[str, int]]:
    """Return who lacks which message, by the first item that others have of it, comparing each with each."""

    def sign(one: MessageRecord) -> object:
        return one.no if one.date is None else (one.sender, one.date, one.subject)

    found = set[tuple[str, int]]()
    for one in messages:
        alike = [other for other in messages if sign(other) == sign(one)]
        idents = {other.message_id for other in alike} - {""}
        held = [other.no for other in alike if not other.enclosed]
        for custodian in {other.custodian for other in messages} & set(OWNERS.values()):
            own = [other for other in messages if other.custodian == custodian]
            has = any(sign(other) == sign(one) or other.message_id in idents for other in own)
            takes_part = any(OWNERS.get(key) == custodian for other in alike for key in parts_of(other))
            if held and takes_part and not has and (custodian, one.date) not in sealed:
                found.add((custodian, min(held)))
    return found


def parts_of(one: MessageRecord) -> list[str]:
    return [one.sender, *json.loads(one.recipients)[0]]


@given(RECORDS, st.lists(st.tuples(st.sampled_from(["dana", "omar"]), st.just(MONDAY)), max_size=1))
def test_what_is_lacking_is_as_found_by_hand(
    made: list[tuple[str, str, str, int | None, str, bool]], sealed: list[tuple[str, int]]
) -> None:
    messages = [
        message(no, sender, [to], custodian=custodian, date=date, message_id=message_id, enclosed=enclosed)
        for no, (sender, to, custodian, date, message_id, enclosed) in enumerate(made, 1)
    ]
    found = {(one.custodian, int(one.items[0])) for one in missing(*messages, sealed=sealed)}
    assert found == lacking_by_hand(messages, sealed)
