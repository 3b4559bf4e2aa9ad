"""Outlook items: people, dates, attachments, tasks and appointments."""

from __future__ import annotations

import struct
import uuid
from datetime import date

import pytest

from tests.parsers.mail_builders import item, wide
from triage.messages import render
from triage.model.items import BODY_FORMAT, Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Limits
from triage.parsers.outlook.item import Bag, Value, bodies, choose_code_page, named_properties, read_item

TYPE = "application/vnd.ms-outlook"
CONTEXT = Context("", TYPE, Limits(1 << 20, 1 << 28, 200, 1 << 24))


def test_persons_date_and_attachments() -> None:
    extract = read_item(item(), TYPE, CONTEXT)
    assert (extract.subject, extract.sender) == ("Falcon", "Ada Lark <ada@lark.example>")
    assert extract.date == "2024-01-01T00:00:00Z"
    people = [*extract.to, *extract.cc, *extract.bcc]
    assert people == [f"{kind} Person <{kind.lower()}@lark.example>" for kind in ("To", "Cc", "Bcc")]
    assert len(extract.to) == len(extract.cc) == 1
    assert list(extract.children) == [Child("plan.txt", b"secret plan", None)]


def test_the_one_on_whose_behalf_it_was_sent_comes_first() -> None:
    bag = item()
    bag.values |= {(0x42, 0x1F): wide("The Chair"), (0x65, 0x1F): wide("chair@lark.example")}
    assert read_item(bag, TYPE, CONTEXT).sender == "The Chair <chair@lark.example>"


def test_a_directory_name_is_shown_by_the_internet_address_that_the_item_gives_for_it() -> None:
    own = "/o=Lark/ou=Site/cn=Recipients/cn=ADA"
    entry = bytes(28) + own.lower().encode() + b"\x00"
    bag = Bag({(0x0C1A, 0x1F): wide("Ada Lark"), (0x0C1F, 0x1F): wide(own), (0x0C1E, 0x1F): wide("EX")})
    bag.values |= {(0x3FFB, 0x102): entry, (0x5D0B, 0x1F): wide("ada@lark.example")}
    assert read_item(bag, TYPE, CONTEXT).sender == "Ada Lark <ada@lark.example>"
    bag.values[0x3FFB, 0x102] = bytes(28) + b"/o=lark/ou=site/cn=recipients/cn=ben\x00"
    assert read_item(bag, TYPE, CONTEXT).sender == f"Ada Lark <{own}>"


def test_a_simple_name_stands_in_for_a_sender_and_the_creator_tells_more_of_it() -> None:
    entry = bytes(4) + bytes.fromhex("812b1fa4bea310199d6e00dd010f5402") + b"\0\0\0\x80" + wide("Ada\0SMTP\0a@x.test\0")
    bag = Bag({(0x4030, 0x1F): wide("a@x.test"), (0x3FF9, 0x102): entry})
    assert read_item(bag, TYPE, CONTEXT).sender == "Ada <a@x.test>"
    bag.values[0x4031, 0x1F] = wide("HEATHER")
    assert read_item(bag, TYPE, CONTEXT).sender == "HEATHER"


def test_the_index_in_the_conversation_is_kept_as_the_header_has_it() -> None:
    bag = item()
    bag.values[0x71, 0x102] = bytes(range(1, 23))
    assert ("Thread-Index", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFg==") in read_item(bag, TYPE, CONTEXT).properties
    bag.values[0x7D, 0x1F] = wide("Thread-Index: AQIDBA==\n")
    assert [text for name, text in read_item(bag, TYPE, CONTEXT).properties if name == "Thread-Index"] == ["AQIDBA=="]


def test_who_reacted_is_read() -> None:
    said = b'[{"reactionType":"laugh","userEmail":"ben@lark.example"}]'
    bag = Bag({(0x8001, 0x102): said, (0x8002, 0x102): b"\x01\x00Ben Wren\x00\xff"})
    bag.names = {0x8001: "ReactionsHistory", 0x8002: "ReactionsSummary"}
    extract = read_item(bag, TYPE, CONTEXT)
    assert ("ReactionsHistory", said.decode()) in extract.properties
    assert ("ReactionsSummary", "Ben Wren") in extract.properties


def test_days_that_a_series_leaves_out_are_told() -> None:
    first, second = ((date(2016, 8, day) - date(1601, 1, 1)).days * 1440 for day in (9, 23))
    pattern = struct.pack("<5H4I", 0x3004, 0x3004, 0x200B, 1, 0, 0, 1, 0, 4) + struct.pack("<3I", 0x2023, 10, 0)
    pattern += struct.pack("<3I", 2, first, second) + struct.pack("<2I", 1, second)
    bag = Bag({(0x8001, 0x102): pattern}, {0x8001: ("appointment", 0x8216)})
    days = [value for label, value in read_item(bag, TYPE, CONTEXT).properties if label == "Not held on"]
    assert days == ["2016-08-09"]
    for size in range(len(pattern)):
        bag.values[0x8001, 0x102] = pattern[:size]
        read_item(bag, TYPE, CONTEXT)


def test_how_much_of_a_task_is_done_is_told_in_words() -> None:
    bag = Bag({(0x8001, 5): struct.pack("<d", 0.2), (0x8002, 3): struct.pack("<i", 2)})
    bag.names = {0x8001: ("task", 0x8102), 0x8002: ("task", 0x8101)}
    properties = read_item(bag, TYPE, CONTEXT).properties
    assert ("Percent complete", "20 %") in properties and ("Task status", "complete") in properties


def test_another_name_that_an_attachment_is_shown_under_is_kept() -> None:
    bag = item()
    bag.attachments[0].values[0x3001, 0x1F] = wide("the secret plan")
    assert ("Attachment shown as", "the secret plan") in read_item(bag, TYPE, CONTEXT).properties


def test_displayed_names_stand_in_for_a_missing_table() -> None:
    bag = item()
    bag.recipients.clear()
    bag.values[0x0E04, 0x1F] = wide("Ben Wren; Dana Finch")
    assert read_item(bag, TYPE, CONTEXT).to == ["Ben Wren", "Dana Finch"]


def test_internet_headers_are_kept_and_their_fields_used() -> None:
    bag = item()
    bag.values[0x7D, 0x1F] = wide("Message-ID: <1@lark.example>\r\nX-Heron: blue\r\n\r\n")
    extract = read_item(bag, TYPE, CONTEXT)
    assert extract.message_id == "<1@lark.example>"
    assert Segment("headers", "X-Heron: blue") in extract.segments
    assert Segment("message-id", "Message-ID: <1@lark.example>") in extract.segments


def test_identifiers_and_types_are_those_of_the_properties_where_no_header_has_them() -> None:
    bag = item()
    texts = {0x1035: "<1@lark.example>", 0x1042: "<2@lark.example>", 0x1039: "<3@lark.example> <2@lark.example>"}
    texts[0x7D] = "message-id: <1@lark.example>"
    bag.values |= {(number, 0x1F): wide(text) for number, text in texts.items()}
    bag.attachments[0].values[0x370E, 0x1F] = wide("text/x-plan")
    segments = read_item(bag, TYPE, CONTEXT).segments
    ids = "message-id: <1@lark.example>\nIn-Reply-To: <2@lark.example>\nReferences: <3@lark.example> <2@lark.example>"
    assert Segment("message-id", ids) in segments and Segment("transport", "Content-Type: text/x-plan") in segments


def test_the_date_of_the_headers_comes_before_that_of_the_file() -> None:
    bag = item()
    bag.values[0x3007, 0x40] = bag.values.pop((0x39, 0x40))
    assert read_item(bag, TYPE, CONTEXT).date == "2024-01-01T00:00:00Z"
    bag.values[0x7D, 0x1F] = wide("Date: Mon, 1 Jan 2001 10:00:00 +0200\r\n\r\n")
    assert read_item(bag, TYPE, CONTEXT).date == "Mon, 1 Jan 2001 10:00:00 +0200"


def test_the_conversation_s_topic_stands_in_for_a_subject() -> None:
    bag = item()
    bag.values[0x70, 0x1F] = wide("Heron")
    assert read_item(bag, TYPE, CONTEXT).subject == "Falcon"
    del bag.values[0x37, 0x1F]
    assert read_item(bag, TYPE, CONTEXT).subject == "Heron"
    bag.values[0x7D, 0x1F] = wide("Subject: Egret\r\n\r\n")
    assert read_item(bag, TYPE, CONTEXT).subject == "Egret"


def test_an_appointment_is_dated_by_its_start() -> None:
    bag = Bag({(0x8001, 0x40): (133_485_408_000_000_000).to_bytes(8, "little")}, {0x8001: ("appointment", 0x820D)})
    assert read_item(bag, TYPE, CONTEXT).date == "2024-01-01T00:00:00Z"


def test_attachments_that_lie_elsewhere_or_are_lost_are_told() -> None:
    bag = Bag()
    bag.attachments = [
        Bag({(0x3707, 0x1F): wide("far.txt"), (0x3705, 3): struct.pack("<i", 2), (0x3708, 0x1F): wide("//server/far")}),
        Bag({(0x3707, 0x1F): wide("lost.txt"), (0x3705, 3): struct.pack("<i", 1)}),
    ]
    troubles = [child for child in read_item(bag, TYPE, CONTEXT).children if isinstance(child, Trouble)]
    assert [trouble.code for trouble in troubles] == ["external", "damaged"]
    assert "//server/far" in render(troubles[0].message)


def test_a_rights_protected_placeholder_is_told() -> None:
    bag = item()
    bag.attachments[0].values[0x3707, 0x1F] = wide("message.rpmsg")
    assert [t.code for t in read_item(bag, TYPE, CONTEXT).troubles] == ["rights-protected"]


def test_copies_share_who_gets_the_answer_and_what_is_answered() -> None:
    sent, arrived, other, elsewhere = item(), item(), item(), item()
    for bag in (sent, arrived, elsewhere):
        bag.values |= {(0x50, 0x1F): wide("Eve"), (0x4F, 0x102): b"eve@x.example"}
        bag.values[0x1042, 0x1F] = wide("<1@x.example>")
    other.values[0x1042, 0x1F] = wide("<2@x.example>")
    elsewhere.values[0x4F, 0x102] = b"eve@y.example"
    arrived.values[0x7D, 0x1F] = wide("Received: by heron\r\nIn-Reply-To:  <1@x.example>\r\n\r\n")
    compared = [read_item(bag, TYPE, CONTEXT).compared for bag in (item(), sent, arrived, other, elsewhere)]
    assert compared[1] == compared[2]
    assert len({tuple(texts) for texts in compared}) == 4


def test_a_header_alone_says_it_too() -> None:
    bag = item()
    bag.values[0x7D, 0x1F] = wide("Reply-To: eve@x.example\r\n\r\n")
    assert "reply-to: eve@x.example" in read_item(bag, TYPE, CONTEXT).compared


def test_the_formats_of_the_text_are_on_record() -> None:
    bag = item()
    for number in (0x1000, 0x1013, 0x1009):
        bag.values = {key: value for key, value in bag.values.items() if key[0] != number}
    assert (BODY_FORMAT, "none") in read_item(bag, TYPE, CONTEXT).properties
    bag.values |= {(0x1000, 0x1F): wide("one"), (0x1013, 0x102): b"<p>two</p>"}
    assert (BODY_FORMAT, "plain text, HTML") in read_item(bag, TYPE, CONTEXT).properties


def test_the_sender_s_name_in_the_internet_headers_is_kept_beside_that_of_the_item() -> None:
    bag = item()
    own = read_item(bag, TYPE, CONTEXT).sender
    bag.values[0x7D, 0x1F] = wide("From: Zebulon Quark <zq@lark.example>\r\n\r\n")
    bag.values[0x0C1F, 0x1F] = wide("ada@lark.example")
    extract = read_item(bag, TYPE, CONTEXT)
    assert own and extract.sender and own.split()[0] in extract.sender
    assert Segment("headers", "From: Zebulon Quark <zq@lark.example>") in extract.segments


# Bodies of Outlook items: plain text, HTML and rich text beside each other.

LIMIT = 1 << 20


def _said(**values: Value) -> list[tuple[str, str]]:
    """Return (origin, text) of the bodies: "plain" and "html" as text, "rtf" as bytes that aren't compressed."""
    places = {"plain": (0x1000, 0x1F), "html": (0x1013, 0x102), "rtf": (0x1009, 0x102)}
    extract, _ = _read(Bag({places[name]: value for name, value in values.items()}))
    assert not extract.troubles
    return [(s.origin, s.text) for s in extract.segments]


def _read(bag: Bag) -> tuple[Extract, list[str]]:
    extract = Extract("x/x")
    return extract, bodies(bag, LIMIT, extract)


def _stored(rtf: bytes) -> bytes:
    """Return RTF in the packed form that isn't compressed (MS-OXRTFCP 2.2.1)."""
    return struct.pack("<III", len(rtf) + 12, len(rtf), 0x414C454D) + bytes(4) + rtf


def test_html_stands_beside_the_plain_text_or_alone() -> None:
    assert _said(plain=wide("one\r\ntwo"), html=b"<p>three</p>") == [("body", "one\ntwo"), ("alternative", "three")]
    assert _said(html=b"<p>three</p>") == [("body", "three")]


def test_the_code_page_for_internet_text_counts() -> None:
    page = {(0x3FDE, 3): struct.pack("<i", 1255), (0x1013, 0x102): "<p>עיט</p>".encode("cp1255")}
    assert [s.text for s in _read(Bag(dict(page)))[0].segments] == ["עיט"]


def test_rtf_counts_only_where_it_says_something_else() -> None:
    assert _said(plain=wide("same words"), rtf=_stored(rb"{\rtf1 same\par words}")) == [("body", "same words")]
    assert _said(plain=wide("a"), rtf=_stored(rb"{\rtf1 blue heron}")) == [("body", "a"), ("alternative", "blue heron")]


def test_html_wrapped_in_rtf_is_the_html_body() -> None:
    wrapped = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}blue heron{\*\htmltag </p>}}"
    assert _said(rtf=_stored(wrapped)) == [("body", "blue heron")]


def test_every_body_is_given_as_written() -> None:
    bag = Bag({(0x1000, 0x1F): wide("$1.00"), (0x1013, 0x102): b"<p>$1.00", (0x1009, 0x102): _stored(rb"{\rtf1 $100}")})
    assert _read(bag)[1] == ["$1.00", "<p>$1.00", "$100"]


def test_a_broken_rtf_body_is_told() -> None:
    extract, _ = _read(Bag({(0x1009, 0x102): b"nothing that is compressed RTF"}))
    assert not extract.segments and [t.code for t in extract.troubles] == ["damaged"]


# MAPI properties: texts, numbers, times, lists, and named ones.


def test_texts_are_wide_or_in_the_item_s_code_page() -> None:
    bag = Bag(
        {(0x37, 0x1F): wide("wide\0"), (0x1000, 0x1E): "עיט".encode("cp1255"), (0x3FFD, 3): struct.pack("<i", 1255)}
    )
    inner = Bag({(0x3001, 0x1E): "נשר".encode("cp1255")})
    bag.recipients.append(inner)
    choose_code_page(bag)
    assert (bag.text(0x37), bag.text(0x1000), inner.text(0x3001), bag.text(0x9999)) == ("wide", "עיט", "נשר", "")


@pytest.mark.parametrize(
    ("properties", "page"),
    [
        ({0x3FF1: 0x407, 0x3FDE: 65001}, "cp1252"),
        ({0x3FF1: 0x40D, 0x3FDE: 20127}, "cp1255"),
        ({0x3FF1: 0x40D, 0x3FFD: 1251}, "cp1251"),
        ({0x3FF1: 0, 0x3FDE: 1253}, "cp1253"),
        ({0x3FF1: 0x400}, None),
        ({}, None),
    ],
)
def test_the_writer_s_language_comes_before_the_page_for_the_internet(
    properties: dict[int, int], page: str | None
) -> None:
    bag = Bag({(number, 3): struct.pack("<i", value) for number, value in properties.items()})
    choose_code_page(bag)
    assert bag.codepage == page


@pytest.mark.parametrize(
    ("kind", "raw", "number", "shown"),
    [
        (3, struct.pack("<i", -7), -7, "-7"),
        (0x0B, b"\1", 1, "yes"),
        (2, struct.pack("<h", 300), 300, "300"),
        (0x14, struct.pack("<q", 1 << 40), 1 << 40, str(1 << 40)),
        (3, b"\1", None, ""),
        (5, struct.pack("<d", 1.5), None, "1.5"),
    ],
)
def test_numbers(kind: int, raw: bytes, number: int | None, shown: str) -> None:
    bag = Bag({(0x17, kind): raw})
    assert bag.integer(0x17) == number and bag.shown(0x17) == shown


def test_times_and_several_values() -> None:
    bag = Bag({(0x39, 0x40): (133_485_408_000_000_000).to_bytes(8, "little"), (0x3A, 0x101F): [wide("a"), wide("b")]})
    assert bag.time(0x39) == "2024-01-01T00:00:00Z" and bag.shown(0x39) == bag.time(0x39)
    assert bag.shown(0x3A) == "a; b"
    assert Bag({(0x39, 0x40): b"\xff" * 8}).time(0x39) is None and bag.time(0x40) is None


def test_a_value_that_can_t_be_fetched_is_missing() -> None:
    def broken() -> bytes:
        raise OSError("the chain is broken")

    assert Bag({(0x1000, 0x1F): broken}).text(0x1000) == ""


def test_names_of_named_properties() -> None:
    guids = uuid.UUID("00062002-0000-0000-c000-000000000046").bytes_le
    text = wide("x-heron")
    strings = struct.pack("<I", len(text)) + text
    entries = struct.pack("<IHH", 0x820D, 3 << 1, 0) + struct.pack("<IHH", 0, 2 << 1 | 1, 1)
    assert named_properties(guids, entries, strings) == {0x8000: ("appointment", 0x820D), 0x8001: "x-heron"}
    assert named_properties(b"", struct.pack("<IHH", 5, 40 << 1, 0), b"") == {0x8000: ("mapi", 5)}
