"""MAPI properties: texts, numbers, times, lists, and named ones."""

from __future__ import annotations

import struct
import uuid

import pytest

from tests.parsers.mail_builders import wide
from triage.parsers.outlook.item import Bag, named_properties, settle_codepage


def test_texts_are_wide_or_in_the_item_s_code_page() -> None:
    bag = Bag(
        {(0x37, 0x1F): wide("wide\0"), (0x1000, 0x1E): "עיט".encode("cp1255"), (0x3FFD, 3): struct.pack("<i", 1255)}
    )
    inner = Bag({(0x3001, 0x1E): "נשר".encode("cp1255")})
    bag.recipients.append(inner)
    settle_codepage(bag)
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
    settle_codepage(bag)
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
