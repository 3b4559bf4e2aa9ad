"""Mailboxes: where each message begins and ends."""

from __future__ import annotations

import mailbox
import mmap
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.parsers.mail_builders import mail
from tests.parsers.reading import LIMITS, read
from triage.model.items import Child
from triage.parsers.kit.contract import Context, Probe
from triage.parsers.mail.mbox import claims, parse

LINE = b"From ada@lark.example Mon Jan  1 00:00:00 2024\n"
TWO = LINE + mail("one", Subject="1") + b"\n\n" + LINE + mail("two", Subject="2") + b"\n"


def subjects(data: bytes, name: str = "x.mbox") -> list[str | None]:
    return [read(c.data, "", c.declared or "").extract.subject for c in read(data, name).children]


def test_every_message_is_a_child() -> None:
    reading = read(TWO)
    assert (reading.extract.type, subjects(TWO)) == ("application/mbox", ["1", "2"])
    assert b"".join(child.data for child in reading.children) == TWO


def test_agrees_with_the_standard_library(tmp_path: Path) -> None:
    file = tmp_path / "box"
    file.write_bytes(TWO)
    with closing(mailbox.mbox(file)) as box:
        theirs = [message["Subject"] for message in box]
    assert subjects(TWO) == theirs


@pytest.mark.parametrize(
    ("data", "name", "claimed"),
    [
        (TWO, "", True),
        (LINE + mail(), "archive.mbox", True),
        (LINE + mail(), "00001.abc", False),
        (TWO, "x.eml", False),
        (b"From - Mon Jan  1 00:00:00 2024\nX-Mozilla-Status: 0001\n" + mail() + b"\n\n" + TWO, "Inbox", True),
        (b"From here to there.\n\nFrom now on.\n", "notes.txt", False),
        (mail(), "x.mbox", False),
    ],
)
def test_mailboxes_are_known_by_their_content(data: bytes, name: str, claimed: bool) -> None:
    assert claims(Probe(data, name)) is claimed


def test_a_message_of_a_mailbox_is_no_mailbox_again() -> None:
    assert not claims(Probe(TWO, "", "message/rfc822"))


def test_sentences_that_begin_with_from_do_not_split() -> None:
    body = "Hi\n\nFrom here on 2024 it is warm\nso there.\n\nFrom 10:30 we talk: all.\n"
    assert len(read(LINE + mail(body) + b"\n" + LINE + mail(), "x.mbox").children) == 2


def test_messages_without_headers_are_told_apart_by_usual_separators() -> None:
    assert len(read(LINE + b"\none\n\n" + LINE + b"\ntwo", "x.mbox").children) == 2


def test_a_message_without_headers_is_told_apart_whatever_its_first_line_is() -> None:
    assert len(read(LINE + b"\none\n\n" + LINE + b"\nThe blue heron\n", "x.mbox").children) == 2


def test_quoted_lines_stay_as_they_are() -> None:
    data = LINE + mail("Hi\n\n>From here\n") + b"\n" + LINE + mail()
    assert b">From here" in read(data).children[0].data


def test_a_stated_length_holds_lines_that_look_like_a_start() -> None:
    body = "Forwarded:\n\n" + (LINE + mail("inner")).decode()
    first = LINE + mail(body, Content_Length=str(len(body)))
    assert len(read(first + b"\n" + LINE + mail(), "x.mbox").children) == 2


def test_a_wrong_length_is_not_believed() -> None:
    data = LINE + mail("one", Content_Length="9") + b"\n\n" + LINE + mail("two")
    assert len(read(data, "x.mbox").children) == 2


def test_memory_stays_flat_over_a_map(tmp_path: Path) -> None:
    file = tmp_path / "big.mbox"
    message = LINE + mail("x" * 20_000) + b"\n\n"
    with file.open("wb") as out:
        for _ in range(1000):
            out.write(message)
    with file.open("rb") as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as data:
        tracemalloc.start()
        count = sum(isinstance(child, Child) for child in parse(data, Context("big.mbox", "", LIMITS)).children)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 1000
    assert peak < 1_000_000


def test_mmdf() -> None:
    line = b"\x01\x01\x01\x01\n"
    first, second = b"Subject: one\n\nFrom here\n", b"Subject: two\n\nheron\n"
    reading = read(line + first + line + line + second + line, "mail")
    assert [c.data for c in reading.children] == [first, second] and reading.codes == []
    assert [c.data for c in read(line + first, "mail").children] == [first]


def test_a_message_over_the_limit_is_told_and_the_next_ones_are_read() -> None:
    mailbox = LINE + mail("x" * 5000) + b"\n\n" + LINE + mail("after")
    reading = read(mailbox, "a.mbox", limits=replace(LIMITS, item_bytes=2000))
    assert reading.codes == ["limit-size"] and [b"after" in child.data for child in reading.children] == [True]
