"""Tests of triage.sandbox.child.item_facts: dates, hashes and what is searchable follow from the extract alone."""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.model.items import FIELDS, Extract, Segment
from triage.sandbox.child import item_facts
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part, Reply
from triage.selftest.writers.mail import base64_lines, joined, part
from triage.settings import Settings
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
        ("2 May 49 10:20 GMT", "2049-05-02T10:20:00"),
        ("2 May 50 10:20 GMT", "1950-05-02T10:20:00"),
        ("2 May 68 10:20 GMT", "1968-05-02T10:20:00"),
        ("Sun, 2 May 99 10:20 GMT", "1999-05-02T10:20:00"),
        ("2 May 2055 10:20 GMT", "2055-05-02T10:20:00"),
        ("Tue, 2 May 123 10:20 GMT", "2023-05-02T10:20:00"),
        ("Tue(a (nested (deep)) day), (x) 2 (x) May 2023 10:20 (y (z)) GMT", "2023-05-02T10:20:00"),
        ("Tue,2 May 2023 10:20:30 Z", "2023-05-02T10:20:30"),
        ("Tue, 2 May 2023 10:20:30 +02:00", "2023-05-02T08:20:30"),
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


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85"), max_size=30
)
_WORD = st.text(st.sampled_from("abcdefgh$.,0123456789é😀ש"), min_size=1, max_size=12)


@dataclass(frozen=True)
class Letter:
    """What a message says; ``bytes_of`` gives it a way through the world."""

    subject: str
    sender: str
    to: str
    cc: str
    bcc: str
    reply_to: str
    in_reply_to: str
    message_id: str
    second: int
    text: str
    html: str
    name: str
    attached: bytes
    inner: str


_LETTERS = st.builds(
    Letter,
    subject=_WORD,
    sender=st.sampled_from(("a@x.example", "b@x.example")),
    to=st.sampled_from(("c@x.example", "d@x.example")),
    cc=st.sampled_from(("", "e@x.example")),
    bcc=st.sampled_from(("", "f@x.example")),
    reply_to=st.sampled_from(("", "g@x.example", "h@x.example")),
    in_reply_to=st.sampled_from(("", "<1@x.example>", "<2@x.example>")),
    message_id=st.sampled_from(("<3@x.example>", "<4@x.example>")),
    second=st.integers(0, 59),
    text=_TEXT,
    html=_TEXT,
    name=_WORD,
    attached=st.binary(max_size=20),
    inner=_WORD,
)


def bytes_of(letter: Letter, way: str = "") -> bytes:
    """Return the message; another ``way`` means other stations, boundaries, encodings, line ends, trailing blanks."""
    encoded = base64.b64encode(letter.subject.encode()).decode()
    fields = {"From": letter.sender, "To": letter.to, "Cc": letter.cc, "Bcc": letter.bcc, "Reply-To": letter.reply_to}
    fields |= {"In-Reply-To": letter.in_reply_to, "Message-ID": letter.message_id}
    fields |= {"Date": f"Tue, 02 May 2023 10:20:{letter.second:02d} +0200", "Subject": f"=?utf-8?B?{encoded}?="}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    if way:
        lines = ["Received: by heron; Tue, 02 May 2023 10:30:00 +0200", f"X-Folder: {way}", "Status: RO", *lines]
    plain = part("text/plain; charset=utf-8", base64_lines(letter.text.encode()), "Content-Transfer-Encoding: base64")
    if way:
        quoted = quopri.encodestring((letter.text + "  \n\n").encode()).decode()
        plain = part("text/plain; charset=utf-8", quoted, "Content-Transfer-Encoding: quoted-printable")
    html = f"<p>{letter.html.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    page = part("text/html; charset=utf-8", base64_lines(html.encode()), "Content-Transfer-Encoding: base64")
    inner = f"Subject: {letter.inner}\r\nDate: Tue, 02 May 2023 09:00:00 +0200\r\n"
    inner += f"From: z@x.example\r\n{'X-Seen: yes' + chr(13) + chr(10) if way else ''}\r\ninside\r\n"
    file = part(
        "application/x-thing",
        base64_lines(letter.attached),
        "Content-Transfer-Encoding: base64",
        f"Content-Disposition: attachment; filename*=utf-8''{''.join(f'%{b:02X}' for b in letter.name.encode())}",
    )
    body = joined(f"b{way}", plain, page, file, part("message/rfc822", inner))
    data = "\r\n".join([*lines, f"Content-Type: multipart/mixed; boundary=b{way}", "", body]).encode()
    return data.replace(b"\r\n", b"\n") if way else data


def key_of(letter: Letter, way: str = "") -> str:
    """Return the hash that the reader gives the message."""
    parts: list[Reply] = []
    data = bytes_of(letter, way)
    SourceReading(Job(1, "a.eml", data), Settings(), parts.append).read(data, "a.eml", "")
    top = parts[0]
    assert isinstance(top, Part) and top.digest and not top.troubles
    return top.digest


@settings(max_examples=examples(60))
@given(_LETTERS, st.sampled_from(("1", "zz")))
def test_copies_that_came_other_ways_are_copies(letter: Letter, way: str) -> None:
    assert key_of(letter) == key_of(letter, way)


@settings(max_examples=examples(60))
@given(_LETTERS, _LETTERS, st.data())
def test_messages_that_differ_anywhere_are_not(letter: Letter, other: Letter, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(list(Letter.__dataclass_fields__)))
    changed = replace(letter, **{field: getattr(other, field)})
    same = _bare(changed) == _bare(letter)
    assert (key_of(letter) == key_of(changed)) == same


def _bare(letter: Letter) -> Letter:
    return replace(letter, text=letter.text.rstrip(), name=letter.name.strip())


@settings(max_examples=examples(60))
@given(_LETTERS, st.data())
def test_one_character_tells_two_messages_apart(letter: Letter, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(["subject", "text", "html", "inner"]))
    value = getattr(letter, field) + "1"
    at = data.draw(st.integers(0, len(value) - 1))
    other = value[:at] + ("2" if value[at] != "2" else "3") + value[at + 1 :]
    assert key_of(replace(letter, **{field: value})) != key_of(replace(letter, **{field: other}))
