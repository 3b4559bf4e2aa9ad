"""Outlook message files: fields, recipients, attachments, and damage."""

from __future__ import annotations

import contextlib
import struct

import pytest

from tests.parsers.mail_builders import item, wide
from tests.parsers.reading import Reading, read
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.contract import Probe
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.msg import build_msg, claims


def read_bag(bag: Bag) -> Reading:
    return read(build_msg(bag), "x.msg")


def test_fields_recipients_and_attachments() -> None:
    reading = read_bag(item())
    extract = reading.extract
    assert (extract.type, extract.subject, extract.sender) == (
        "application/vnd.ms-outlook",
        "Falcon",
        "Ada Lark <ada@lark.example>",
    )
    assert (extract.to, extract.cc) == (["To Person <to@lark.example>"], ["Cc Person <cc@lark.example>"])
    assert extract.bcc == ["Bcc Person <bcc@lark.example>"]
    assert (extract.date, reading.text(), reading.codes) == ("2024-01-01T00:00:00Z", "Meet at noon", [])
    assert [(child.name, child.data) for child in reading.children] == [("plan.txt", b"secret plan")]


@pytest.mark.nightly
def test_another_reader_sees_the_same_in_what_is_built() -> None:
    extract_msg = pytest.importorskip("extract_msg")
    with extract_msg.openMsg(build_msg(item())) as theirs:
        assert (theirs.subject, theirs.body) == ("Falcon", "Meet at noon")
        assert [person.email for person in theirs.recipients] == [
            f"{kind}@lark.example" for kind in ("to", "cc", "bcc")
        ]
        assert [(file.name, file.data) for file in theirs.attachments] == [("plan.txt", b"secret plan")]


def test_html_beside_plain_text_and_alone() -> None:
    bag = item()
    bag.values[0x1013, 0x102] = "<p>Rich ש</p>".encode("windows-1255")
    bag.values[0x3FDE, 3] = struct.pack("<i", 1255)
    assert read_bag(bag).text("alternative") == "Rich ש"
    del bag.values[0x1000, 0x1F]
    assert read_bag(bag).text() == "Rich ש"


def test_rtf_counts_where_it_says_more() -> None:
    rtf = rb"{\rtf1\ansi Meet at noon\par and bring Falcon}"
    bag = item()
    bag.values[0x1009, 0x102] = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    assert read_bag(bag).text("alternative") == "Meet at noon\nand bring Falcon"
    bag.values[0x1000, 0x1F] = wide("Meet at noon and bring Falcon")
    assert read_bag(bag).text("alternative") == ""


def test_an_inner_item_becomes_a_file_of_its_own() -> None:
    outer = item("Outer", "outer text")
    outer.attachments.append(
        Bag({(0x3001, 0x1F): wide("Inner mail"), (0x3705, 3): struct.pack("<i", 5)}, item=item("Inner", "inner text"))
    )
    plan, inner = read_bag(outer).children
    assert (plan.name, inner.name) == ("plan.txt", "Inner mail.msg")
    reading = read(inner.data, inner.name or "")
    assert (reading.extract.subject, reading.text(), reading.names) == ("Inner", "inner text", ["plan.txt"])


def test_eight_bit_texts_in_the_item_s_code_page() -> None:
    bag = Bag({(0x37, 0x1E): "שלום".encode("windows-1255"), (0x3FFD, 3): struct.pack("<i", 1255)})
    assert read_bag(bag).extract.subject == "שלום"


def test_internet_headers_fill_what_the_item_lacks() -> None:
    headers = "From: Ada <a@x.example>\r\nMessage-ID: <1@x.example>\r\nX-Code: Falcon\r\nBcc: b@x.example\r\n"
    reading = read_bag(Bag({(0x7D, 0x1F): wide(headers)}))
    assert (reading.extract.sender, reading.extract.message_id) == ("Ada <a@x.example>", "<1@x.example>")
    assert (reading.extract.bcc, reading.text("headers")) == (["b@x.example"], "X-Code: Falcon")


def test_an_internet_address_is_preferred_to_a_directory_name() -> None:
    bag = Bag(
        {(0x42, 0x1F): wide("Ada"), (0x65, 0x1F): wide("/O=LARK/CN=ADA"), (0x5D02, 0x1F): wide("ada@lark.example")}
    )
    assert read_bag(bag).extract.sender == "Ada <ada@lark.example>"


def test_fields_of_appointments_contacts_and_own_making_are_text() -> None:
    bag = Bag({(0x1A, 0x1F): wide("IPM.Appointment"), (0x3A16, 0x1F): wide("Lark Foods")})
    bag.names = {
        0x8010: ("appointment", 0x8208),
        0x8011: "Secret Field",
        0x8012: ("appointment", 0x820D),
        0x8013: "Keywords",
    }
    bag.values[0x8010, 0x1F] = wide("Room 7")
    bag.values[0x8011, 0x1F] = wide("Falcon")
    bag.values[0x8012, 0x40] = (133_485_408_000_000_000).to_bytes(8, "little")
    bag.values[0x8013, 0x101F] = [wide("red"), wide("blue")]
    reading = read_bag(bag)
    lines = reading.text("properties").split("\n")
    assert {"Company: Lark Foods", "Location: Room 7", "Secret Field: Falcon", "Keywords: red; blue"} <= set(lines)
    assert reading.extract.date == "2024-01-01T00:00:00Z"


def test_members_of_a_distribution_list() -> None:
    entry = bytes(4) + bytes.fromhex("812b1fa4bea310199d6e00dd010f5402") + b"\0\0\x01\x80"
    entry += wide("Ben\0SMTP\0ben@x.example\0")
    bag = Bag({(0x8010, 0x1102): [entry]}, {0x8010: ("address", 0x8054)})
    assert "Member: Ben <ben@x.example>" in read_bag(bag).text("properties")


def test_a_cut_file_gives_what_is_there() -> None:
    bag = item()
    bag.attachments[0].values[0x3701, 0x102] = b"x" * 9000
    data = build_msg(bag)
    reading = read(data[:-40], "x.msg")
    assert (reading.extract.subject, "truncated" in reading.codes) == ("Falcon", True)


def test_known_by_its_streams() -> None:
    assert claims(Probe(build_msg(item()), "anything"))
    assert not claims(Probe(build(Storage(entries={"WordDocument": b"x"})), "x.msg"))
    assert not claims(Probe(b"From: a@b.c\n\n", "x.msg"))


@pytest.mark.parametrize("at", range(8, 9000, 617))
def test_damaged_files_raise_only_what_the_airlock_expects(at: int) -> None:
    data = bytearray(build_msg(item()))
    data[at % len(data)] ^= 0xFF
    with contextlib.suppress(OSError):
        read(bytes(data), "x.msg")


def test_named_properties_and_lists_come_back() -> None:
    bag = item()
    bag.names = {0x9001: "x-heron", 0x9002: ("appointment", 0x8208)}
    bag.values |= {(0x9001, 0x101F): [wide("one"), wide("two")], (0x9002, 0x1F): wide("the long table")}
    properties = read_bag(bag).text("properties")
    assert "x-heron: one; two" in properties and "the long table" in properties


def test_endless_nesting_is_refused() -> None:
    bag = item()
    bag.attachments = [Bag(item=bag)]
    with pytest.raises(ValueError, match="nested too deeply"):
        build_msg(bag)
