"""Tests of triage.insight.people.graph: counts as they are counted by hand, and what a circular weighs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.insight.people.messages import DAY, MONDAY, headers, message
from triage.insight.people.graph import MailGraph
from triage.insight.people.headers import UNDATED, MailHeaders, party
from triage.insight.people.storage import MessageRecord
from triage.model.items import ItemNo

PEOPLE = ["a@x.example", "Ann <a@x.example>", "b@x.example", "c@x.example", "/O=X/CN=D", "Rae", ""]
MERGED = {"b@x.example": "c@x.example"}
MESSAGES = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.lists(st.sampled_from(PEOPLE), max_size=4),
        st.one_of(st.none(), st.integers(MONDAY, MONDAY + 100 * DAY)),
        st.sampled_from(["", "", "one", "two"]),
    ),
    max_size=12,
).map(lambda rows: [message(no, *who, date=date, digest=same) for no, (*who, date, same) in enumerate(rows, 1)])


def person_of(key: str) -> str:
    return MERGED.get(key, key)


def graph(*messages: MessageRecord) -> MailGraph:
    return MailGraph(headers(*messages), lambda key: key)


def distinct(messages: Sequence[MessageRecord]) -> list[tuple[str, set[str], int | None]]:
    """Return sender, recipients and date of each different message, by the first of its copies."""
    first: dict[str, MessageRecord] = {}
    for one in messages:
        first.setdefault(one.digest or str(one.no), one)
    found = []
    for one in first.values():
        names = [name for kind in json.loads(one.recipients) for name in kind]
        sender, *to = (person_of(party(name).key) for name in (one.sender, *names))
        found.append((sender, {key for key in to if key and key != sender}, one.date))
    return found


@given(MESSAGES)
def test_who_wrote_to_whom_is_as_counted_by_hand(messages: list[MessageRecord]) -> None:
    one = MailGraph(MailHeaders(messages), person_of)
    mails, dates = Counter[tuple[str, str]](), defaultdict[tuple[str, str], list[int]](list)
    weight, sent, got = defaultdict[tuple[str, str], float](float), Counter[str](), Counter[str]()
    for sender, to, date in distinct(messages):
        sent[sender] += 1
        got.update(to)
        for recipient in to if sender else ():
            mails[sender, recipient] += 1
            weight[sender, recipient] += 1 / len(to)
            dates[sender, recipient] += [] if date is None else [date]
    ties = one.ties(one.mails())
    pairs = [(one.keys[a], one.keys[b]) for a, b in zip(ties.sender, ties.recipient, strict=True)]
    assert dict(zip(pairs, ties.mails.tolist(), strict=True)) == mails
    assert dict(zip(pairs, ties.weight.tolist(), strict=True)) == {pair: round(w, 6) for pair, w in weight.items()}
    first = [min(dates[pair], default=UNDATED) for pair in pairs]
    last = [max(dates[pair], default=UNDATED) for pair in pairs]
    assert ties.first.tolist() == first and ties.last.tolist() == last
    assert pairs == sorted(pairs, key=lambda pair: (-mails[pair], -round(weight[pair], 6), pair))
    sends, gets, _, _ = one.spans(one.mails())
    assert dict(zip(one.keys, sends.tolist(), strict=True)) == {key: sent[key] for key in one.keys}
    assert dict(zip(one.keys, gets.tolist(), strict=True)) == {key: got[key] for key in one.keys}


@given(MESSAGES)
def test_the_timeline_and_the_items_of_its_parts_are_as_counted_by_hand(messages: list[MessageRecord]) -> None:
    one = MailGraph(MailHeaders(messages), person_of)
    months = Counter(datetime.fromtimestamp(date, UTC).strftime("%Y-%m") for *_, date in distinct(messages) if date)
    found = {}
    for begin, end, many in one.periods(one.mails(), weeks=False):
        month = datetime.fromtimestamp(begin, UTC)
        assert (month.day, month.hour) == (1, 0) and datetime.fromtimestamp(end, UTC).day == 1
        found[month.strftime("%Y-%m")] = many
        assert len(one.headers.items(one.mails(span=(begin, end)))) >= many
    assert found == months
    weeks = one.periods(one.mails(), weeks=True)
    assert sum(many for *_, many in weeks) == sum(months.values())
    assert all(datetime.fromtimestamp(begin, UTC).weekday() == 0 for begin, *_ in weeks)


def test_messages_are_chosen_by_person_and_by_pair() -> None:
    one = graph(
        message(1, "a@x.example", ["b@x.example"]),
        message(2, "b@x.example", ["a@x.example", "c@x.example"]),
        message(3, "c@x.example", ["b@x.example"], digest="one"),
        message(4, "c@x.example", ["b@x.example"], digest="one"),
    )
    a, b, c = (one.number(f"{name}@x.example") for name in "abc")
    items = one.headers.items
    assert items(one.mails(a)) == (1, 2) and items(one.mails(b, c)) == (2, 3, 4) and items(one.mails(a, c)) == (2,)
    assert items(one.from_to(c, b)) == (ItemNo(3), ItemNo(4)) and items(one.from_to(b, c)) == (2,)
    assert one.number("d@x.example") == -1 and one.contacts(one.ties(one.mails())).tolist()[b] == 2


def test_no_message_makes_an_empty_graph() -> None:
    one = graph()
    ties = one.ties(one.mails())
    assert not len(ties.sender) and not one.periods(one.mails(), weeks=True)
    alone = graph(message(1, "a@x.example", ["a@x.example"]))
    assert not len(alone.ties(alone.mails()).sender)
