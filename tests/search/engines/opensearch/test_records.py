"""What was sent to a cluster is on record exactly, whenever the program ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.search.engines.opensearch.cluster import Sent
from triage.search.engines.opensearch.records import FILE, HomePlace, SentRecords, mark

ONE, TWO = ItemNo(1), ItemNo(2)
TEXTS = {ONE: {"body": "heron blue heron", "message-id": "heron"}, TWO: {"subject": "heron", "body": ""}}
MARKS = {no: mark(no, text) for no, text in TEXTS.items()}


@pytest.fixture
def records(tmp_path: Path) -> Iterator[SentRecords]:
    with closing(SentRecords(tmp_path / FILE, write=True)) as opened:
        yield opened


def test_an_item_counts_once_it_has_arrived(records: SentRecords) -> None:
    records.await_(MARKS, [])
    assert (records.sent, records.waiting, records.there(range(50))) == (Sent(0, 0), {ONE, TWO}, set())
    assert records.words(False, "") == []
    records.note(TEXTS, [])
    records.note(TEXTS, [])  # another process that sent them, too
    assert (records.sent, records.waiting, records.there(range(50))) == (
        Sent(2, sum(MARKS.values())),
        set(),
        {ONE, TWO},
    )
    assert records.words(False, "") == [("blue", 1), ("heron", 2)]
    assert records.words(True, "") == [("heron", 1)]
    assert records.words(False, "he") == [("heron", 2)]


def test_an_item_with_another_text_takes_its_words_with_it(records: SentRecords) -> None:
    records.await_(MARKS, [])
    records.note(TEXTS, [])
    records.await_({ONE: 0}, [TEXTS[ONE]])
    assert (records.sent, records.waiting) == (Sent(1, MARKS[TWO]), {ONE})
    records.note({ONE: {}}, [])
    assert (records.sent, records.with_words()) == (Sent(2, MARKS[TWO]), {TWO})
    assert records.words(False, "") == [("heron", 1)] and records.words(True, "") == []
    assert records.gone_words() == ["blue"]
    records.forget_words()
    assert records.gone_words() == []


def test_what_the_cluster_refuses_is_kept_apart(records: SentRecords) -> None:
    records.await_(MARKS, [])
    records.note(TEXTS, [ONE])
    assert (records.there(range(50)), records.waiting, records.aside) == ({TWO}, set(), {ONE})
    assert records.words(False, "") == [("heron", 1)]


def test_what_the_case_lost_is_forgotten(records: SentRecords) -> None:
    records.await_(MARKS, [])
    records.note(TEXTS, [])
    records.await_({ONE: 0}, [TEXTS[ONE]])
    records.forget([ONE, TWO])  # one that wasn't awaited stays
    assert (records.sent, records.there(range(50)), records.aside) == (Sent(1, MARKS[TWO]), {TWO}, set())
    assert records.words(False, "") == [("heron", 1)]


def test_the_index_is_made_once_and_again_where_it_is_gone(records: SentRecords) -> None:
    made: list[int] = []
    records.await_(MARKS, [])
    records.note(TEXTS, [])
    records.make_once(lambda: True, lambda: made.append(1))
    assert not made and records.sent.count == 2
    records.make_once(lambda: False, lambda: made.append(1))
    assert made == [1] and records.sent == Sent(0, 0) and records.words(False, "") == []


def test_the_records_belong_to_one_index_and_place_until_the_person_says_otherwise(records: SentRecords) -> None:
    here, elsewhere = HomePlace("/cases/one", "dana", "pc"), HomePlace("/cases/two", "dana", "pc")
    assert records.home is None
    home = records.home_at(here)
    assert home.place == here and records.home_at(elsewhere) == home == records.home
    records.await_(MARKS, [])
    records.note(TEXTS, [])
    moved = records.settle(home._replace(place=elsewhere))
    assert records.home == moved and records.sent.count == 2
    other = records.begin(here)
    assert other.id != home.id and records.home == other and records.sent == Sent(0, 0)


def test_what_is_missing_on_the_cluster_and_what_the_case_lost_is_told_apart(records: SentRecords) -> None:
    records.await_(MARKS, [])
    records.note(TEXTS, [])
    for numbers, missing, lost in (
        ({ONE, TWO}, 0, 0),
        ({ONE, ItemNo(3)}, 1, 1),
        ({TWO, ItemNo(3)}, 1, 1),
        ({ONE}, 0, 1),
    ):
        state = records.record(numbers)
        assert (len(state.missing), len(state.lost), state.waiting) == (missing, lost, set())
    records.await_({TWO: MARKS[TWO], ItemNo(4): 1}, [])
    state = records.record({TWO, ItemNo(3), ItemNo(4)})
    assert (state.waiting, state.missing, state.lost) == ({TWO, 4}, {TWO, 3, 4}, {ONE})
    assert state.sent == records.sent


def test_marks_tell_items_texts_and_fields_apart() -> None:
    texts = [{"body": "a b"}, {"body": "a", "subject": "b"}, {"subject": "a b"}, {"body": "a  b"}, {"body": "\ud800"}]
    assert len({mark(no, text) for text in texts for no in (ONE, TWO)}) == 2 * len(texts)
    assert mark(ONE, {}) == mark(TWO, {"body": ""}) == 0 and all(0 < mark(ONE, text) < 1 << 24 for text in texts)


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(CaseError, match="Delete it and run triage index"):
        SentRecords(tmp_path / FILE, write=True)
