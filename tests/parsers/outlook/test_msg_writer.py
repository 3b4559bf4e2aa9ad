"""Outlook message files that our writer writes read as the same item."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.mail_builders import item, wide
from tests.parsers.reading import read
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.msg import build_msg


def test_what_was_built_reads_as_the_same_item() -> None:
    reading = read(build_msg(item("Blue heron", "meet at the orchard")), "x.msg")
    extract = reading.extract
    assert (extract.subject, reading.text()) == ("Blue heron", "meet at the orchard")
    assert extract.bcc == ["Bcc Person <bcc@lark.example>"] and extract.date == "2024-01-01T00:00:00Z"
    assert [(child.name, child.data) for child in reading.children] == [("plan.txt", b"secret plan")]


def test_named_properties_and_lists_come_back() -> None:
    bag = item()
    bag.names = {0x9001: "x-heron", 0x9002: ("appointment", 0x8208)}
    bag.values |= {(0x9001, 0x101F): [wide("one"), wide("two")], (0x9002, 0x1F): wide("the long table")}
    properties = read(build_msg(bag), "x.msg").text("properties")
    assert "x-heron: one; two" in properties and "the long table" in properties


def test_an_item_inside_an_item_is_an_item() -> None:
    outer = item("outer")
    outer.attachments = [Bag({(0x3705, 3): struct.pack("<i", 5)}, item=item("inner", "deep words"))]
    (child,) = read(build_msg(outer), "x.msg").children
    inner = read(child.data, child.name or "")
    assert inner.extract.subject == "inner" and inner.text() == "deep words"


def test_endless_nesting_is_refused() -> None:
    bag = item()
    bag.attachments = [Bag(item=bag)]
    with pytest.raises(ValueError, match="nested too deeply"):
        build_msg(bag)
