"""Exact copies of messages, as the reader process tells them: never two that differ, always two that only travelled."""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part, Reply
from triage.selftest.writers.mail import base64_lines, joined, part
from triage.settings import Settings

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
