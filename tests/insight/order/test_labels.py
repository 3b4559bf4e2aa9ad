"""Tests of triage.insight.order.storage: whose decisions a ranking learns from, now and as of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.records import case_of, mail
from triage.case import Case
from triage.insight.order.storage import OwnLabels, labels, last_decision
from triage.model.items import ItemNo
from triage.model.tags import DEFAULT
from triage.store.db import Store

RAE, OMAR = "Rae Counsel", "Omar Said"


def letter() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", "With a note"
    message.set_content("see the note")
    message.add_attachment("the heron note", filename="note.txt")
    return bytes(message)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {f"dana/{at}.txt": f"text {at}" for at in range(6)}
    same = mail("Same", "the same words", message_id="<same@orrin.example>")
    with case_of(tmp_path, {**files, "dana/a.eml": same, "omar/b.eml": same, "dana/c.eml": letter()}) as made:
        yield made


def of(store: Store, last: int | None = None) -> OwnLabels:
    return labels(store, ["relevant", "hot"], ["not-relevant"], last_decision(store) if last is None else last)


def no(case: Case, query: str) -> ItemNo:
    return case.search.run(query).nos[0]


def test_the_last_own_decision_counts_and_only_what_makes_relevant_or_not(case: Case, store: Store) -> None:
    texts = case.search.run("type:txt NOT heron").nos
    assert of(store) == OwnLabels({}, {}, frozenset(), 0, 0)
    case.decisions.tag(texts[:2], "relevant", RAE, "key")
    case.decisions.tag(texts[2:3], "not-relevant", RAE, "key")
    case.decisions.tag(texts[3:4], "unsure", RAE, "key")
    case.decisions.tag(texts[4:5], "hot", RAE, "key")
    case.decisions.tag(texts[:1], "not-relevant", RAE, "key")
    case.decisions.untag(texts[1:2], "relevant", RAE, "key")
    found = of(store)
    assert list(found.of.items()) == [(texts[2], False), (texts[4], True), (texts[0], False)]
    case.decisions.undo(RAE)
    case.decisions.undo(RAE)
    assert of(store).of == {texts[0]: True, texts[1]: True, texts[2]: False, texts[4]: True}


def test_it_is_known_as_of_an_earlier_decision(case: Case, store: Store) -> None:
    first, second = case.search.run("type:txt NOT heron").nos[:2]
    case.decisions.tag([first], "relevant", RAE, "key")
    then = last_decision(store)
    before = of(store)
    case.decisions.tag([second], "not-relevant", RAE, "key")
    case.decisions.tag([first], "not-relevant", OMAR, "key")
    case.decisions.undo(OMAR)
    case.decisions.undo(RAE)
    assert of(store, then) == before and before.of == {first: True} and before.first == then
    assert of(store).of == {first: True}, "what was undone counts for nothing"


def test_what_followed_from_another_item_teaches_nothing(case: Case, store: Store) -> None:
    case.decisions.set_palette([replace(tag, propagates="family") for tag in DEFAULT if not tag.seals], RAE)
    letter_no, note = no(case, "with"), no(case, "heron")
    case.decisions.tag([letter_no], "relevant", RAE, "key")
    labels = of(store)
    assert labels == OwnLabels({letter_no: True}, labels.by, frozenset([note]), 1, 2)
    assert [reviewer for reviewer, _ in labels.by.values()] == [RAE]
    case.decisions.tag([note], "relevant", RAE, "key")
    assert set(of(store).of) <= {letter_no, note}


def test_what_is_disputed_teaches_nothing_nor_do_its_copies(case: Case, store: Store) -> None:
    text = no(case, "type:txt NOT heron")
    case.decisions.tag([text], "relevant", RAE, "key")
    case.decisions.tag([text], "not-relevant", OMAR, "key")
    assert of(store).of == {}
    copies = case.search.run("subject:same").nos
    assert len(copies) == 2
    case.decisions.tag(copies[:1], "relevant", RAE, "key")
    assert of(store).of == {copies[0]: True}
    case.decisions.tag(copies[1:], "not-relevant", RAE, "key")
    assert of(store).of == {}, "copies are coded differently"
