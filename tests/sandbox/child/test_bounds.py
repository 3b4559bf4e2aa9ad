"""Tests of child.bounds: what a hostile file makes of an item stays inside what the wire carries, and is counted."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from tests.writers.opendocument import odf
from triage.messages import decode, plain, render
from triage.model.items import Extract, Segment, Trouble
from triage.sandbox.child import item_facts, parsing
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.wire import LONGEST_SENTENCE, MOST_TROUBLES, Job, Part, Reply
from triage.settings import Settings

ODT = "application/vnd.oasis.opendocument.text"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a small test reaches."""
    monkeypatch.setattr(parsing, "MOST_ENTRIES", 40)


def test_segments_beyond_the_bound_are_joined_and_none_is_lost(few: None) -> None:
    segments = [Segment("body" if n % 2 else "nowhere", f"t{n}") for n in range(99)]
    parsing.bound(extract := Extract("x/x", segments))
    assert len(extract.segments) <= 40 and {s.origin for s in extract.segments} == {"body", "hidden"}
    assert Counter(" ".join(s.text for s in extract.segments).split()) == Counter(f"t{n}" for n in range(99))


@pytest.mark.parametrize("name", ["to", "cc", "bcc", "references", "properties"])
def test_entries_beyond_the_bound_are_counted(few: None, name: str) -> None:
    entries: Any = [("a", "b")] * 43 if name == "properties" else ["a"] * 43
    parsing.bound(extract := Extract("x/x", **{name: entries}))
    assert len(getattr(extract, name)) == 40
    assert [(t.code, render(t.message)[:6]) for t in extract.troubles] == [("limit-count", "3 more")]


def test_troubles_beyond_the_bound_are_counted_by_their_codes() -> None:
    troubles = [Trouble("damaged", plain("x"))] * MOST_TROUBLES + [Trouble("encrypted", plain("x"))] * 7
    encoded = parsing.encoded([*troubles, Trouble("no-such-code", plain("hm"))])
    assert len(encoded) <= MOST_TROUBLES
    last = {code: render(decode(sentence)) for code, sentence in encoded[-3:]}
    assert last.keys() == {"damaged", "encrypted", "internal"} and last["encrypted"] == "7 more problems of this kind."


def test_a_text_beyond_the_limit_leaves_room_for_what_is_no_body() -> None:
    origins = [("body", 900), ("hidden", 30), ("properties", 10), ("comment", 500)]
    extract = Extract("x/x", [Segment(origin, "x" * size) for origin, size in origins])
    parsing.cut_text(extract, 800)
    assert [(s.origin, len(s.text)) for s in extract.segments] == [
        ("body", 700),
        ("hidden", 30),
        ("properties", 10),
        ("comment", 60),
    ]
    (trouble,) = extract.troubles
    assert trouble.code == "limit-size" and "ends at character 700 of its text" in render(trouble.message)
    whole = Extract("x/x", [Segment("body", "x" * 800)])
    parsing.cut_text(whole, 800)
    assert not whole.troubles and len(whole.segments[0].text) == 800


def test_a_sentence_without_end_is_cut() -> None:
    ((_, sentence),) = parsing.encoded([Trouble("damaged", plain("\1" * LONGEST_SENTENCE))])
    assert len(sentence) <= LONGEST_SENTENCE and set(render(decode(sentence))) == {"\1"}


@pytest.mark.parametrize(
    ("stated", "media"),
    [
        (ODT, ODT),
        (f"{ODT}; charset=utf-8", ODT),
        (f"{ODT}\n<b>", ODT),
        (f"{ODT}{'x' * 120}", f"{ODT}{'x' * 120}"[:132]),
        ("application/vnd.\u05d0", "application/vnd."),
        ("application/vnd.a/b", "application/vnd.a"),
    ],
)
def test_a_file_that_states_no_possible_type_is_read_all_the_same(stated: str, media: str) -> None:
    data = odf("text", "<text:p>kestrel</text:p>", parts={"mimetype": stated})
    job, replies = Job(0, "a.odt", data), list[Reply]()
    SourceReading(job, Settings(), replies.append).read(data, job.name, "")
    answers = JobAnswers(job, Settings())
    for reply in replies:
        answers.judge(reply)
    part = replies[0]
    assert isinstance(part, Part) and part.type == media and ("body", "kestrel") in part.segments


def test_a_type_that_begins_as_none_is_that_of_any_bytes() -> None:
    parsing.bound(extract := Extract("\u05d0/x"))
    assert extract.type == "application/octet-stream"


@pytest.mark.parametrize("date", ["31 Dec 9999 23:59:59 -2359", "01 Jan 0001 00:00:00 +2359"])
def test_a_date_that_its_zone_moves_out_of_all_years_is_none(date: str) -> None:
    assert item_facts.seconds(date) is None
    assert item_facts.seconds(date[:-5] + "+0000") is not None
