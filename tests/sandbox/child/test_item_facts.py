"""Tests of triage.sandbox.child.item_facts: dates, hashes and what is searchable follow from the extract alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.model.items import FIELDS, Extract, Segment
from triage.sandbox.child import item_facts
from triage.text import BORDER, words


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tue, 02 May 2023 10:20:30 +0200", "2023-05-02T08:20:30"),
        ("2 May 2023 10:20 -0530", "2023-05-02T15:50:00"),
        ("Fri, 5 Oct 2001 05:38:35 -0700 (PDT)", "2001-10-05T12:38:35"),
        ("Tue, 02 May 2023 10:20:30 GMT", "2023-05-02T10:20:30"),
        ("Tue, 02 May 23 10:20:30 EST", "2023-05-02T15:20:30"),
        ("31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59"),
        ("2023-05-02T10:20:30Z", "2023-05-02T10:20:30"),
        ("2023-05-02T10:20:30+02:00", "2023-05-02T08:20:30"),
        ("2023-05-02", "2023-05-02T00:00:00"),
        ("Tue, 2 May 2023 10(in the morning):  20 :30 (so to say) +0200", "2023-05-02T08:20:30"),
        ("20230502T102030Z", "2023-05-02T10:20:30"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert item_facts.seconds(text) == int(datetime.fromisoformat(iso).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    "text", ["", "yesterday", "99 May 2023 10:20:30 +0000", "Tue, 02 Foo 2023 10:20:30 +0000", "0000-00-00"]
)
def test_dates_that_are_none(text: str) -> None:
    assert item_facts.seconds(text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert item_facts.seconds(text) is None or isinstance(item_facts.seconds(text), int)


def test_mih_is_the_published_vector() -> None:
    vector = "<CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>"
    assert item_facts.mih(vector) == "1de319c276884bd0c9e2f1621ada26cc"
    assert item_facts.mih(f"  {vector} (added by a relay)") == "1de319c276884bd0c9e2f1621ada26cc"
    assert item_facts.mih(None) == item_facts.mih("") == item_facts.mih("no brackets") == ""


def message(**changes: object) -> Extract:
    values: dict[str, object] = {
        "subject": "Heron",
        "sender": "Dana <dana@x.example>",
        "to": ["Omar <omar@x.example>", "ann@x.example"],
    }
    return Extract("message/rfc822", **{**values, **changes})  # type: ignore[arg-type]


def test_exact_copies_agree_in_all_that_no_transport_changes() -> None:
    text = [Segment("body", "hello  world\n")]
    base = item_facts.digest(message(segments=text), 5, [("a.pdf", "9")])
    for same in (
        message(segments=text, sender="dana@x.example", to=["ann@x.example", "OMAR@x.example"]),
        message(segments=[Segment("body", "hello  world \r\n\r\n")]),
        message(segments=[*text, Segment("headers", "Received: by heron"), Segment("properties", "Folder: Sent")]),
    ):
        assert item_facts.digest(same, 5, [("a.pdf", "9")]) == base
    others = (
        message(segments=text, subject="HERON"),
        message(segments=text, bcc=["x@x.example"]),
        message(segments=text, to=["ann@x.example"], cc=["omar@x.example"]),
        message(segments=text, message_id="<1@x.example>"),
        message(segments=text, compared=["reply-to: eve@x.example"]),
        message(segments=[Segment("body", "hello world")]),
        message(segments=[*text, Segment("hidden", "aside")]),
    )
    digests = {item_facts.digest(other, 5, [("a.pdf", "9")]) for other in others}
    digests |= {item_facts.digest(message(segments=text), 6, [("a.pdf", "9")])}
    digests |= {item_facts.digest(message(segments=text), 5, [(name, "8")]) for name in ("a.pdf", "b.pdf")}
    assert len(digests) == len(others) + 3 and base not in digests


def test_of_a_message_without_a_date_only_bytes_tell() -> None:
    assert item_facts.digest(message(), None, []) == ""
    assert item_facts.digest(message(properties=[("Date taken from", "Received")]), 5, []) == ""


def test_folded_keeps_segments_apart() -> None:
    extract = message(segments=[Segment("body", "One two"), Segment("body", "three"), Segment("comment", "Four")])
    found = dict(item_facts.folded(extract, "Heron.eml"))
    assert found["body"].split() == ["one", "two", BORDER, "three"]
    assert words(found["comment"]) == ["four"] and found["file"].split() == ["heron", "eml"]
    assert set(found) <= set(FIELDS) and "cc" not in found
