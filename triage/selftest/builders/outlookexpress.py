"""Stores of Outlook Express (selftest room, builders): one of messages with deleted ones, and the list of folders.

The maker never described the form; it is written here as those describe it who took it apart.
"""

from __future__ import annotations

import struct

from triage.selftest.canary import Builder, Plant

_INFO = 0x618
_DELETED_AT, _COUNT_AT, _ROOT_AT = 0x48, 0xC4, 0xE4


class Store:
    """A store being written: objects one behind the other, each of which begins with its own place."""

    def __init__(self, kind: int = 0xC5, name: bytes = b"") -> None:
        head = b"\xcf\xad\x12\xfe" + bytes([kind]) + bytes.fromhex("fd746f66e3d1119a4e00c04fa309d40500000005000000")
        info = bytearray(_INFO)
        info[0x105 : 0x105 + len(name)] = name
        self.data = bytearray(head.ljust(0x24BC, b"\0") + info)
        self.data[0x1C:0x20] = struct.pack("<I", _INFO)

    def put(self, content: bytes, size: int = 0) -> int:
        """Add an object after its place; returns the place."""
        at = len(self.data)
        self.data += struct.pack("<I", at) + content.ljust(max(size - 4, len(content) + -len(content) % 4), b"\0")
        return at

    def text(self, data: bytes, freed: bool = False, gap: bool = False) -> int:
        """Add a message in pieces of 512 bytes (with a piece of another's between two where ``gap``)."""
        pieces = [data[at : at + 0x200] for at in range(0, len(data), 0x200)]
        places = []
        for piece in pieces:
            places.append(self.put(struct.pack("<III", 0x200, len(piece), 0) + piece, 0x210))
            if gap:
                self.put(struct.pack("<III", 0x200, 0, 0), 0x210)
        for number, at in enumerate(places):
            following = places[number + 1] if number + 1 < len(places) else 0
            struct.pack_into("<I", self.data, at + 12, following)
            if freed:
                before = places[number - 1] if number else 0
                struct.pack_into("<IIII", self.data, at + 4, 0x1FC, 0x210, following, before)
        return places[0]

    def entry(self, numbers: dict[int, int], values: dict[int, bytes]) -> int:
        """Add an entry of the index: numbers stand in it directly, values behind."""
        words, inside = [], b""
        for index in sorted({*numbers, *values}):
            if index in numbers:
                words.append(index | 0x80 | numbers[index] << 8)
            else:
                words.append(index | len(inside) << 8)
                inside += values[index]
        body = struct.pack(f"<{len(words)}I", *words) + inside
        return self.put(struct.pack("<IHBB", len(body), 0, len(words), 1) + body)

    def node(self, entries: list[int], first: int = 0, children: tuple[int, ...] = ()) -> int:
        """Add a node of the tree, with the nodes before and behind each entry."""
        below = dict(enumerate(children))
        body = b"".join(struct.pack("<III", entry, below.get(n, 0), 0) for n, entry in enumerate(entries))
        return self.put(struct.pack("<IIIBBHI", 0, first, 0, 0, len(entries), 0, 0) + body, 0x27C)

    def whole(self, root: int, count: int) -> bytes:
        """Return the store's bytes, with the tree that begins at a place."""
        struct.pack_into("<I", self.data, _COUNT_AT, count)
        struct.pack_into("<I", self.data, _ROOT_AT, root)
        return bytes(self.data)


def message(subject: str, body: str, *more: str) -> bytes:
    """Return a mail in UTF-8."""
    head = ["Received: from a.example by b.example; Tue, 14 May 2024 09:00:00 +0000", *more, f"Subject: {subject}"]
    head += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    return "\r\n".join((*head, "", body, "")).encode()


def listed(store: Store, data: bytes, subject: str = "", gap: bool = False) -> int:
    """Add a message and its entry in the index; returns the entry's place."""
    place = store.text(data, gap=gap)
    return store.entry({}, {0x04: struct.pack("<I", place), 0x08: subject.encode() + b"\0"})


def _messages(plant: Plant) -> bytes:
    """A store with messages that it lists, one that it lists no more, one that was freed, and one never fetched."""
    store = Store(name=plant("properties", "the folder's name").encode())
    people = (f"From: {plant('from')} <a@wren.example>", f"To: {plant('to')} <b@wren.example>")
    long = "and so on " * 100 + plant("attachment", "the end of a long message")
    places = [
        listed(store, message(plant("subject"), plant("attachment", "a message's text"), *people), gap=True),
        listed(store, message("long", long, f"Bcc: {plant('bcc')} <c@wren.example>"), gap=True),
    ]
    store.text(message("gone", plant("attachment", "a message that no entry points to")))
    store.text(message("deleted", plant("attachment", "a deleted message")), freed=True)
    header = {0x08: plant("subject", "a message that wasn't fetched").encode() + b"\0", 0x0E: b"d@wren.example\0"}
    places.append(store.entry({}, header))
    leaf = store.node(places[1:])
    return store.whole(store.node(places[:1], children=(leaf,)), len(places))


def _folders(plant: Plant) -> bytes:
    """The list of folders."""
    store = Store(0xC6)
    inbox = {2: plant("body", "a folder's name").encode() + b"\0", 3: plant("body", "a store's name").encode() + b"\0"}
    below = {2: plant("body", "the name of a folder in a folder").encode() + b"\0", 3: b"b.dbx\0"}
    places = [store.entry({0: 4, 1: 0}, inbox), store.entry({0: 5, 1: 4}, below)]
    return store.whole(store.node(places), 2)


BUILDERS = (
    Builder("dbx", "Inbox.dbx", "Outlook Express store", _messages),
    Builder("dbx folders", "Folders.dbx", "Outlook Express store", _folders),
)
