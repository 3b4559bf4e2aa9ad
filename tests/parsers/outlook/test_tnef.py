"""Transport envelopes of Outlook (winmail.dat)."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.mail_builders import wide
from tests.parsers.reading import read
from tests.writers.outlook import tnef, tnef_attribute, tnef_properties
from triage.parsers.kit.contract import Probe
from triage.parsers.outlook.tnef import claims

MESSAGE = tnef_attribute(
    1, 0x9003, 6, tnef_properties({(0x37, 0x1F): wide("Falcon\0"), (0x1000, 0x1F): wide("Meet at noon\0")})
)
OLD = (
    tnef_attribute(2, 0x9002, 6, bytes(14))
    + tnef_attribute(2, 0x8010, 1, b"plan.txt\0")
    + tnef_attribute(2, 0x800F, 6, b"secret plan")
)


def test_text_and_attachments() -> None:
    reading = read(tnef(MESSAGE, OLD), "winmail.dat")
    assert (reading.extract.subject, reading.text()) == ("Falcon", "Meet at noon")
    assert [(child.name, child.data) for child in reading.children] == [("plan.txt", b"secret plan")]
    assert reading.codes == []


def test_named_properties_are_told_apart_by_their_names_alone() -> None:
    group = bytes.fromhex("86030200000000c0000000000000460000"[:32])
    listed = struct.pack("<I", 2)
    for name, kind, value in (("x-originating-ip", 0x1F, "[192.0.2.5]"), ("x-ms-has-attach", 0x1F, "yes")):
        said, shown = wide(name + "\0"), wide(value + "\0")
        listed += struct.pack("<HH", kind, 0x8000) + group + struct.pack("<II", 1, len(said)) + said
        listed += bytes(-len(said) % 4) + struct.pack("<II", 1, len(shown)) + shown + bytes(-len(shown) % 4)
    extract = read(tnef(tnef_attribute(1, 0x9003, 6, listed)), "winmail.dat").extract
    assert ("x-originating-ip", "[192.0.2.5]") in extract.properties
    assert ("x-ms-has-attach", "yes") in extract.properties


def test_a_kind_of_item_of_the_old_form_is_kept() -> None:
    extract = read(tnef(tnef_attribute(1, 0x8008, 7, b"IPM.Note.Voice\0"), MESSAGE), "winmail.dat").extract
    assert ("Kind of item", "IPM.Note.Voice") in extract.properties


def test_the_long_name_of_an_attachment_wins() -> None:
    long_name = tnef_attribute(2, 0x9005, 6, tnef_properties({(0x3707, 0x1F): wide("the whole plan.txt\0")}))
    assert read(tnef(MESSAGE, OLD, long_name), "winmail.dat").names == ["the whole plan.txt"]


def test_attributes_of_the_old_kind() -> None:
    when = struct.pack("<7H", 2024, 1, 2, 3, 4, 5, 2)
    sender = struct.pack("<HHHH", 0, 0, 9, 21) + b"Ada Lark\0SMTP:ada@x.example\0\0"
    data = tnef(
        tnef_attribute(1, 0x9007, 6, struct.pack("<II", 1255, 0)),
        tnef_attribute(1, 0x8000, 0, sender),
        tnef_attribute(1, 0x8004, 1, "שלום\0".encode("windows-1255")),
        tnef_attribute(1, 0x8005, 3, when),
        tnef_attribute(1, 0x800C, 2, b"body\0"),
    )
    extract = read(data, "winmail.dat").extract
    assert (extract.subject, extract.date, extract.sender) == (
        "שלום",
        "2024-01-02T03:04:05Z",
        "Ada Lark <ada@x.example>",
    )


@pytest.mark.parametrize("year", [0, 1600, 10_000])
def test_a_date_outside_the_years_1601_to_9999_is_left_out(year: int) -> None:
    sent = tnef_attribute(1, 0x8005, 3, struct.pack("<7H", year, 1, 2, 3, 4, 5, 2))
    reading = read(tnef(sent, MESSAGE), "winmail.dat")
    assert (reading.extract.subject, reading.extract.date, reading.codes) == ("Falcon", None, ["damaged"])


def test_a_time_after_the_year_9999_is_left_out() -> None:
    sent = tnef_attribute(1, 0x9003, 6, struct.pack("<IHH", 1, 0x40, 0x39) + b"\xff" * 8)
    reading = read(tnef(sent, MESSAGE), "winmail.dat")
    assert (reading.extract.subject, reading.extract.date, reading.codes) == ("Falcon", None, [])


def test_recipients_the_hidden_ones_too() -> None:
    row = (
        struct.pack("<IHHI", 3, 3, 0xC15, 3)
        + tnef_properties({(0x3001, 0x1F): wide("Ben\0"), (0x39FE, 0x1F): wide("b@x.example\0")})[4:]
    )
    data = tnef(MESSAGE, tnef_attribute(1, 0x9004, 6, struct.pack("<I", 1) + row))
    assert read(data, "winmail.dat").extract.bcc == ["Ben <b@x.example>"]


def test_an_inner_item_is_a_child() -> None:
    interface = bytes.fromhex("0703020000000000c000000000000046")
    properties = tnef_properties({(0x3701, 0xD): interface + tnef(MESSAGE), (0x3001, 0x1F): wide("Inner\0")})
    reading = read(
        tnef(tnef_attribute(2, 0x9002, 6, bytes(14)), tnef_attribute(2, 0x9005, 6, properties)), "winmail.dat"
    )
    assert reading.names == ["Inner.msg"]
    assert read(reading.children[0].data, "", "application/ms-tnef").extract.subject == "Falcon"


def test_named_properties() -> None:
    name = wide("Secret Field\0")
    head = (
        struct.pack("<IHH", 1, 0x1F, 0x8001)
        + bytes(16)
        + struct.pack("<II", 1, len(name))
        + name
        + bytes(-len(name) % 4)
    )
    value = wide("Falcon\0")
    data = head + struct.pack("<II", 1, len(value)) + value
    assert "Secret Field: Falcon" in read(tnef(tnef_attribute(1, 0x9003, 6, data)), "winmail.dat").text("properties")


def test_a_cut_file_gives_what_is_there() -> None:
    reading = read(tnef(MESSAGE, OLD)[:-8], "winmail.dat")
    assert (reading.text(), reading.codes) == ("Meet at noon", ["truncated"])


def test_bytes_that_are_no_attribute_are_told() -> None:
    assert read(tnef(MESSAGE, b"\x09garbage here"), "winmail.dat").codes == ["damaged"]
    assert read(tnef(MESSAGE, bytes(30)), "winmail.dat").codes == []


@pytest.mark.parametrize("at", range(6, 200, 7))
def test_damage_raises_nothing(at: int) -> None:
    data = bytearray(tnef(MESSAGE, OLD))
    data[at % len(data)] ^= 0xFF
    read(bytes(data), "winmail.dat")


def test_known_by_its_signature() -> None:
    assert claims(Probe(tnef(MESSAGE), "anything"))
