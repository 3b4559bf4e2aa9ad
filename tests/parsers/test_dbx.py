from __future__ import annotations

import random
import struct
import time

import pytest

from tests.parsers.reading import LIMITS, Reading, read
from triage.model import Child
from triage.parsers.contract import Context, Probe
from triage.parsers.dbx import claims, parse
from triage.selftest.builders.outlookexpress import Store, listed, message

LONG = "falcon " * 300


def store_of(*bodies: str, count: int | None = None, name: bytes = b"") -> bytes:
    store = Store(name=name)
    entries = [listed(store, message(f"Subject {n}", body), f"Subject {n}") for n, body in enumerate(bodies)]
    return store.whole(store.node(entries), len(bodies) if count is None else count)


def mails(reading: Reading) -> list[Reading]:
    return [read(child.data, child.name or "", child.declared or "") for child in reading.children]


def codes(reading: Reading) -> list[list[str]]:
    return [[trouble.code for trouble in child.troubles] for child in reading.children]


def test_every_message_is_a_mail_of_its_own() -> None:
    reading = read(store_of("Meet at noon", LONG, name=b"Inbox"), "Inbox.dbx")
    assert (reading.label, reading.codes, codes(reading)) == ("Outlook Express store", [], [[], []])
    assert reading.names == ["Subject 0.eml", "Subject 1.eml"]
    assert ("Folder", "Inbox") in reading.extract.properties and ("Messages", "2") in reading.extract.properties
    first, second = mails(reading)
    assert (first.extract.subject, first.text().strip()) == ("Subject 0", "Meet at noon")
    assert second.text().strip() == LONG.strip()


def test_pieces_that_lie_apart_and_a_tree_of_many_nodes() -> None:
    store = Store()
    entries = [listed(store, message(str(n), f"{LONG} {n}"), str(n), gap=True) for n in range(9)]
    leaves = [store.node(entries[at : at + 2]) for at in (0, 3, 6)]
    root = store.node([entries[2], entries[5], entries[8]], leaves[0], (leaves[1], leaves[2]))
    reading = read(store.whole(root, 9))
    assert reading.codes == [] and reading.names == [f"{n}.eml" for n in range(9)]
    assert all(mail.text().strip() == f"{LONG} {n}" for n, mail in enumerate(mails(reading)))


def test_a_pointer_may_stand_in_the_entry_itself() -> None:
    store = Store()
    entry = store.entry({0x04: store.text(message("a", "falcon"))}, {})
    reading = read(store.whole(store.node([entry]), 1))
    assert reading.codes == [] and mails(reading)[0].text().strip() == "falcon"


def test_messages_that_nothing_points_to_and_deleted_ones_are_read() -> None:
    store = Store()
    entries = [listed(store, message("a", "listed"))]
    lost = store.text(message("b", LONG))
    freed = store.text(message("c", LONG + "the end"), freed=True)
    reading = read(store.whole(store.node(entries), 1))
    assert reading.names == ["message.eml", f"not listed {lost:X}.eml", f"deleted {freed:X}.eml"]
    assert codes(reading) == [[], [], ["damaged"]]
    _, whole, part = mails(reading)
    assert (whole.extract.subject, whole.text().strip()) == ("b", LONG.strip())
    assert part.extract.subject == "c" and part.text().strip().endswith("the end")
    assert reading.children[2].data[:4] == reading.children[2].data[512:516] == b"    "


def test_deleted_messages_in_one_run_are_told_apart() -> None:
    store = Store()
    first = message("one", LONG)
    store.text(first.ljust(-(-len(first) // 512) * 512, b"\0") + message("two", "falcon"), freed=True)
    reading = read(store.whole(store.node([]), 0))
    assert [mail.extract.subject for mail in mails(reading)] == ["one", "two"]


def test_a_message_that_was_never_fetched_is_told_with_what_is_known_of_it() -> None:
    store = Store()
    when = struct.pack("<Q", (1_715_677_200 + 11_644_473_600) * 10_000_000)
    known = {2: when, 8: b"Falcon\0", 0x0D: b"Ada Lark\0", 0x0E: b"ada@lark.example\0", 0x07: b"<a@lark.example>\0"}
    known |= {0x14: b"bea@lark.example\0", 0x1A: b"Lark account\0"}
    reading = read(store.whole(store.node([store.entry({}, known)]), 1))
    extract = mails(reading)[0].extract
    assert codes(reading) == [["external"]] and reading.names == ["Falcon.eml"]
    assert (extract.subject, extract.sender, extract.to) == (
        "Falcon",
        "Ada Lark <ada@lark.example>",
        ["bea@lark.example"],
    )
    assert (extract.date, extract.message_id) == ("Tue, 14 May 2024 09:00:00 +0000", "<a@lark.example>")
    assert "Lark account" in mails(reading)[0].text("headers")


def test_counts_that_dont_fit_are_told() -> None:
    reading = read(store_of("a", "b", count=5))
    assert [trouble.sentence for trouble in reading.troubles] == ["The store counts 5 messages, but lists 2."]


def test_a_damaged_index_costs_no_message() -> None:
    data = bytearray(store_of("one " + LONG, "two"))
    root = int.from_bytes(data[0xE4:0xE8], "little")
    data[root] ^= 1
    reading = read(bytes(data))
    assert reading.codes == ["damaged", "damaged"]
    assert [mail.extract.subject for mail in mails(reading)] == ["Subject 0", "Subject 1"]


@pytest.mark.parametrize("to", ["itself", "nowhere", "beyond"])
def test_broken_chains_end_and_are_told(to: str) -> None:
    store = Store()
    place = store.text(message("a", LONG))
    entry = store.entry({}, {0x04: struct.pack("<I", place), 0x08: b"broken\0"})
    store.data[place + 12 : place + 16] = struct.pack("<I", {"itself": place, "nowhere": 8, "beyond": 1 << 31}[to])
    reading = read(store.whole(store.node([entry]), 1))
    assert codes(reading)[0] == ["damaged"] and reading.children[0].data.count(b"falcon") > 10
    assert len(reading.children) == 2, "the pieces behind the break are found by themselves"
    assert sum(child.data.count(b"falcon") for child in reading.children) >= 298


def test_two_entries_for_one_text_read_it_once() -> None:
    store = Store()
    place = struct.pack("<I", store.text(message("a", LONG)))
    entries = [store.entry({}, {0x04: place, 0x08: b"a\0"}) for _ in range(2)]
    reading = read(store.whole(store.node(entries), 2))
    assert codes(reading) == [[], ["damaged"]] and b"Subject: a" in reading.children[1].data


def test_folders_are_listed_with_their_paths() -> None:
    store = Store(0xC6)
    entries = [
        store.entry({0: 1, 1: 0}, {2: b"Local\0"}),
        store.entry(
            {0: 4, 1: 1},
            {2: "Входящие письма от заказчиков".encode("cp1251") + b"\0", 3: b"in.dbx\0", 11: b"old name\0"},
        ),
        store.entry({0: 5, 1: 5}, {2: b"Loop\0"}),
    ]
    reading = read(store.whole(store.node(entries), 3), "Folders.dbx")
    assert reading.text().split("\n") == ["Local\t", "Local/Входящие письма от заказчиков\tin.dbx\told name", "Loop\t"]
    assert reading.codes == ["charset-guessed"] and reading.children == []


def test_other_databases_give_their_texts() -> None:
    store = Store(0xC7)
    reading = read(store.whole(store.node([store.entry({0: 1}, {1: b"falcon-uidl\0"})]), 1), "Pop3uidl.dbx")
    assert reading.text() == "falcon-uidl"


def test_stores_are_known_by_their_first_bytes() -> None:
    assert claims(Probe(store_of(), "x.bin")) and not claims(Probe(b"\xcf\xad\x12\xfe", "x.dbx"))
    assert not claims(Probe(b"falcon" * 100, "x.dbx"))


def test_damage_ends_soon_and_whole_messages_are_never_lost_in_silence() -> None:
    rng = random.Random(3)
    data = store_of(*(f"word{n}bird {LONG}" for n in range(12)))
    start = time.process_time()
    for _ in range(300):
        broken = bytearray(data)
        at = rng.randrange(0xC4, len(broken))
        broken[at : at + 4] = rng.randbytes(4)
        end = rng.randrange(300, len(broken)) if rng.random() < 0.3 else len(broken)
        taken = list(parse(bytes(broken[:end]), Context("", "", LIMITS)).children)
        told = [one for one in taken if not isinstance(one, Child) or one.troubles]
        words = b"".join(one.data for one in taken if isinstance(one, Child))
        assert told or sum(b"word%dbird" % n in words for n in range(12)) >= 11
    assert time.process_time() - start < 10


def test_a_store_made_to_hurt_ends_soon() -> None:
    size = 1 << 20
    data = bytearray(struct.pack(f"<{size // 4}I", *range(0, size, 4)))
    data[:5] = b"\xcf\xad\x12\xfe\xc5"
    data[0xE4:0xE8] = struct.pack("<I", 0x1000)
    start = time.process_time()
    list(parse(bytes(data), Context("", "", LIMITS)).children)
    list(parse(bytes(data).replace(struct.pack("<I", 0x2000), b"\0\2\0\0"), Context("", "", LIMITS)).children)
    assert time.process_time() - start < 10


def test_a_store_whose_parts_have_moved_is_told_to_be_unread() -> None:
    data = store_of(LONG)
    reading = read(data[:0x100] + bytes(8) + data[0x100:])
    assert reading.codes.count("damaged") > 1 and "can't be told" in reading.troubles[-1].sentence


def test_an_entry_that_points_out_of_itself_is_told() -> None:
    store = Store(0xC6)
    place = store.entry({0: 1}, {2: b"Local\0", 3: b"a.dbx\0"})
    store.data[place + 12 + 4 + 2] = 9
    assert "damaged" in read(store.whole(store.node([place]), 1)).codes


def test_a_listed_message_in_freed_pieces_is_told_to_have_lost_some() -> None:
    store = Store()
    place = struct.pack("<I", store.text(message("a", LONG), freed=True))
    reading = read(store.whole(store.node([store.entry({}, {0x04: place})]), 1))
    assert codes(reading) == [["damaged"]] and "4 of every 512" in reading.children[0].troubles[0].sentence
