"""Outlook data files: items of every form, lost ones, limits, and damage."""

from __future__ import annotations

import mmap
import struct
import tracemalloc
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import pytest

from tests.parsers.mail_builders import item, wide
from tests.parsers.reading import LIMITS, Reading, read
from tests.writers.pst import PstBuilder, scramble
from triage.messages import render
from triage.model.items import Child
from triage.parsers.kit.contract import PASSED, Context, Probe
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.pst import _I, _R, _S, CYCLIC, PERMUTED, claims, decode, parse

ROOT, TOP, INBOX = 0x122, 0x8022, 0x8042


def store(wide_form: bool = True, crypt: int = 1, count: int | None = None) -> PstBuilder:
    builder = PstBuilder(wide_form, crypt)
    builder.folder(ROOT, "", ROOT)
    builder.folder(TOP, "Top", ROOT)
    builder.folder(INBOX, "Inbox", TOP, count)
    return builder


def items(reading: Reading) -> list[Reading]:
    return [read(child.data, child.name or "") for child in reading.children]


@pytest.mark.parametrize("wide_form", [True, False])
@pytest.mark.parametrize("crypt", [0, 1, 2])
def test_items_of_every_form_and_cipher(wide_form: bool, crypt: int) -> None:
    builder = store(wide_form, crypt)
    builder.message(item(), INBOX)
    reading = read(builder.build(), "x.pst")
    (mail,) = items(reading)
    assert (reading.names, reading.codes) == (["Falcon.msg"], [])
    assert (mail.extract.subject, mail.text(), mail.extract.sender) == (
        "Falcon",
        "Meet at noon",
        "Ada Lark <ada@lark.example>",
    )
    assert mail.extract.bcc == ["Bcc Person <bcc@lark.example>"]
    assert [child.data for child in mail.children] == [b"secret plan"]
    assert ("Folder", "Top/Inbox") in mail.extract.properties


def test_inner_items_and_long_values() -> None:
    builder = store()
    outer = item("Outer", "long " * 5000)
    outer.attachments.append(
        Bag({(0x3001, 0x1F): wide("Inner"), (0x3705, 3): struct.pack("<i", 5)}, item=item("Inner", "deep"))
    )
    outer.attachments.append(
        Bag(
            {
                (0x3707, 0x1F): wide("big.bin"),
                (0x3705, 3): struct.pack("<i", 1),
                (0x3701, 0x102): bytes(range(256)) * 200,
            }
        )
    )
    builder.message(outer, INBOX)
    (mail,) = items(read(builder.build(), "x.pst"))
    assert mail.text() == "long " * 5000
    assert mail.names == ["plan.txt", "Inner.msg", "big.bin"]
    assert mail.children[2].data == bytes(range(256)) * 200
    assert read(mail.children[1].data, "Inner.msg").text() == "deep"


def test_named_properties_keep_their_names() -> None:
    builder = store()
    builder.names({0x8005: "Secret Field", 0x8006: "Unused"})
    bag = item()
    bag.values[0x8005, 0x1F] = wide("Falcon")
    builder.message(bag, INBOX)
    (mail,) = items(read(builder.build(), "x.pst"))
    assert "Secret Field: Falcon" in mail.text("properties")
    assert "Unused" not in mail.text("properties")


def test_items_without_a_folder_and_unlisted_ones_are_found_and_said_to_be_so() -> None:
    builder = store()
    builder.message(item("Listed"), INBOX)
    builder.message(item("Unlisted"), INBOX, listed=False)
    builder.message(item("Orphan"), 0x99982)
    reading = read(builder.build(), "x.pst")
    properties = dict(reading.extract.properties)
    assert (properties["Items"], properties["Items without a folder"]) == ("3", "1")
    assert properties["Items that no folder lists"] == "1"
    places = {mail.extract.subject: dict(mail.extract.properties)["Folder"] for mail in items(reading)}
    assert places == {
        "Listed": "Top/Inbox",
        "Unlisted": "Top/Inbox (not listed in its folder)",
        "Orphan": "(no folder)",
    }


def test_a_folder_that_counts_more_than_is_there_is_told() -> None:
    builder = store(count=2)
    builder.message(item(), INBOX)
    reading = read(builder.build(), "x.pst")
    assert reading.codes == ["damaged"]
    assert "'Top/Inbox' counts 2 items, but 1" in render(reading.troubles[0].message)


def test_an_item_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    builder = store()
    broken = builder.message(item("Broken"), INBOX)
    builder.message(item("Whole"), INBOX)
    builder.nodes[broken] = (0xFFFC, 0, INBOX)
    reading = read(builder.build(), "x.pst")
    assert (reading.names, reading.codes) == (["Whole.msg"], ["damaged"])
    assert "Top/Inbox" in render(reading.troubles[0].message)
    assert [(one.path, one.data) for one in reading.lost] == [("Top/Inbox/item.msg", b"")]


def test_items_that_nobody_wants_keep_their_numbers() -> None:
    builder = store()
    for number in range(5):
        broken = builder.message(item(f"Number {number}"), INBOX)
        if number == 2:
            builder.nodes[broken] = (0xFFFC, 0, INBOX)
    data = builder.build()

    def given(unwanted: Collection[int]) -> list[Child]:
        children = parse(data, Context("x.pst", "", LIMITS, passes=unwanted.__contains__)).children
        return [one for one in children if isinstance(one, Child)]

    every = given(())
    assert [one.lost for one in every] == [False, False, True, False, False]
    for unwanted in ((0,), (2,), (1, 3), range(5)):
        assert given(unwanted) == [PASSED if number in unwanted else one for number, one in enumerate(every)]


def test_a_password_is_noted_and_hides_nothing() -> None:
    builder = store()
    builder.nodes[0x21] = (builder.properties({(0x67FF, 3): b"\1\2\3\4", (0x3001, 0x1F): wide("Ada's mail")}, {}), 0, 0)
    builder.message(item(), INBOX)
    reading = read(builder.build(), "x.pst")
    assert (reading.extract.subject, len(reading.children), reading.codes) == ("Ada's mail", 1, [])
    assert ("Password", "set, not needed to read the file") in reading.extract.properties


@pytest.mark.parametrize("count", [500, pytest.param(10_000, marks=pytest.mark.nightly)])
def test_thousands_of_items_in_flat_memory(tmp_path: Path, count: int) -> None:
    builder = store(crypt=0)
    file = tmp_path / "big.pst"
    for number in range(count):
        builder.message(Bag({(0x37, 0x1F): wide(f"Number {number}"), (0x1000, 0x1F): wide("text " * 100)}), INBOX)
    # One node lists the folder's items; thousands do not fit the small writer's single block.
    builder.folders[INBOX] = []
    file.write_bytes(builder.build())
    with file.open("rb") as source, mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as data:
        tracemalloc.start()
        children = parse(data, Context("big.pst", "", LIMITS)).children
        seen = sum(isinstance(child, Child) and child.name == f"Number {at}.msg" for at, child in enumerate(children))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert seen == count
    assert peak < 1_000_000


def test_known_by_its_head() -> None:
    assert claims(Probe(store().build(), "anything"))
    assert not claims(Probe(b"!BDN" + bytes(4) + b"AB" + bytes(600), "x.pab"))


@pytest.mark.parametrize("at", range(0, 60_000, 997))
def test_damage_raises_only_what_the_airlock_expects(at: int) -> None:
    builder = store()
    for number in range(4):
        builder.message(item(f"Number {number}"), INBOX)
    data = bytearray(builder.build())
    data[at % len(data)] ^= 0xFF
    with suppress(ValueError, KeyError, AssertionError, struct.error):
        read(bytes(data), "x.pst")


# Ciphers of Outlook data files.


def test_the_tables_are_permutations_and_the_third_undoes_the_first() -> None:
    assert sorted(_R) == sorted(_S) == sorted(_I) == list(range(256))
    assert bytes(_I[value] for value in _R) == bytes(range(256))
    assert (_I[0], _I[1], _S[0], _S[255]) == (71, 241, 20, 138)  # as printed in MS-PST 5.1


@pytest.mark.parametrize("method", [0, PERMUTED, CYCLIC])
def test_what_was_scrambled_comes_out(method: int) -> None:
    data = bytes(range(256)) * 3
    assert decode(scramble(data, method, 0x12345), method, 0x12345) == data
