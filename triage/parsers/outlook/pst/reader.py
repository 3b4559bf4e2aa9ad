"""Outlook data files: .pst and .ost, every item of every folder as a file of its own; MS-PST 2.4.

Items are found by the file's own index rather than by its folders: an item whose folder is gone, or which its folder
doesn't list any more, is found too, and said to be so. What folders count and what was found is compared. Memory stays
flat: one item at a time. A password on such a file is a number that readers are asked to respect; it encrypts nothing.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import PASSED, Context, Data, Probe
from triage.parsers.outlook.mapi import BINARY, OBJECT, UNICODE, Bag, named_properties, wide
from triage.parsers.outlook.msg_writer import build_msg
from triage.parsers.outlook.pst.heap import Heap, properties, row_numbers, rows
from triage.parsers.outlook.pst.nodes import MAGIC, PstFile, PstNode

TYPE = "application/vnd.ms-outlook-pst"
_ITEM_TYPE = "application/vnd.ms-outlook"
_FOLDER, _SEARCH, _MESSAGE, _ASSOCIATED = 0x02, 0x03, 0x04, 0x08
_STORE, _NAMES, _ROOT = 0x21, 0x61, 0x122
_RECIPIENTS, _ATTACHMENTS, _CONTENTS = 0x692, 0x671, 0x0E
_DEEPEST = 12
_BROKEN = (ValueError, KeyError, IndexError, struct.error, OverflowError)


@dataclass(slots=True)
class _Folder:
    """A folder: its name, the one above it, how many items it counts, which it lists, how many are there."""

    name: str
    parent: int
    counts: int | None
    lists: array[int] | None
    found: int = 0


@dataclass(slots=True)
class _PstFile:
    """What is known of one file before its items are read."""

    file: PstFile
    folders: dict[int, _Folder] = field(default_factory=dict)
    names: dict[int, str | tuple[str, int]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    lost: int = 0
    unlisted: int = 0
    hidden: int = 0


def claims(probe: Probe) -> bool:
    """Whether the file begins as an Outlook data file of a mail store (not of an address book)."""
    return probe.head[:4] == MAGIC and probe.head[8:10] in (b"SM", b"SO")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read one data file; its items are read when they are asked for."""
    store = _opened(untrusted_data)
    _survey(store)
    extract = Extract(TYPE, troubles=store.troubles)
    total = sum(folder.found for folder in store.folders.values()) + store.lost
    extract.properties = [("Items", str(total)), ("Folders", str(len(store.folders)))]
    for label, count in (
        ("Items without a folder", store.lost),
        ("Items that no folder lists", store.unlisted),
        ("Settings kept as hidden items, not read", store.hidden),
    ):
        if count:
            extract.properties.append((label, str(count)))
    described = _bag(store.file, _STORE)
    extract.subject = described.text(0x3001) or None
    if described.integer(0x67FF):  # it hides nothing (MS-PST 4.2)
        extract.properties.append(("Password", "set, not needed to read the file"))
    extract.children = _items(store, context)
    return extract


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child]:
    """Find items by the numbers of their nodes; of the folders only those are read that they lie in."""
    store = _opened(untrusted_data)

    def at(location: str) -> Child:
        node = store.file.node(int(location, 16))
        number = node.parent
        while number & 0x1F == _FOLDER and number not in store.folders:
            try:
                folder = store.file.node(number)
            except KeyError:
                break
            store.folders[number] = _folder(store, folder)
            number = folder.parent
        return context.denied(f"{_path(store, node.parent)}/") or _child(store, node)

    return at


def _opened(data: Data) -> _PstFile:
    store = _PstFile(PstFile(data))
    names = _bag(store.file, _NAMES)
    store.names = named_properties(*(names.binary(number) or b"" for number in (2, 3, 4)))
    return store


def _survey(store: _PstFile) -> None:
    """Find the folders, count the items, and compare the count with what the folders say."""
    for node in store.file.nodes():
        if node.number & 0x1F == _FOLDER:
            store.folders[node.number] = _folder(store, node)
    for node in store.file.nodes():
        kind = node.number & 0x1F
        if kind == _ASSOCIATED:
            store.hidden += 1
        if kind != _MESSAGE:
            continue
        folder = store.folders.get(node.parent)
        if folder is None:
            store.lost += 1
            continue
        folder.found += 1
        store.unlisted += not _is_listed(folder, node.number)
    if store.file.damaged_pages:
        store.troubles.append(Trouble("damaged", say("pst-index-damaged")))
    for number, folder in store.folders.items():
        expected = max(folder.counts or 0, len(folder.lists or ()))
        if folder.found < expected:
            path = repr(_path(store, number))
            fewer = say("folder-counts-more", folder=path, expected=expected, found=folder.found)
            store.troubles.append(Trouble("damaged", fewer))


def _bag(file: PstFile, number: int) -> Bag:
    """Return the properties of a node, none where it isn't there or can't be read."""
    try:
        return Bag(properties(Heap(file, file.node(number))))
    except _BROKEN:
        return Bag()


def _folder(store: _PstFile, node: PstNode) -> _Folder:
    bag = Bag()
    lists: array[int] | None = None
    try:
        bag.values = properties(Heap(store.file, node))
    except _BROKEN:
        store.troubles.append(Trouble("damaged", say("folder-name-unreadable")))
    try:
        contents = store.file.node(node.number & ~0x1F | _CONTENTS)
        lists = array("I", sorted(row_numbers(Heap(store.file, contents))))
    except KeyError:
        pass
    except _BROKEN:
        store.troubles.append(Trouble("damaged", say("folder-list-unreadable")))
    return _Folder(bag.text(0x3001), node.parent, bag.integer(0x3602), lists)


def _is_listed(folder: _Folder, number: int) -> bool:
    if folder.lists is None:
        return True
    at = bisect_left(folder.lists, number)
    return at < len(folder.lists) and folder.lists[at] == number


def _path(store: _PstFile, number: int) -> str:
    """Return a folder's path from the top; a folder that is reached from nowhere begins with a mark."""
    names: list[str] = []
    seen: set[int] = set()
    while number in store.folders and number not in seen and number != _ROOT:
        seen.add(number)
        folder = store.folders[number]
        names.append(folder.name or f"folder {number:X}")
        number = folder.parent
    if number != _ROOT:
        names.append("(lost folders)")
    return "/".join(reversed(names))


def _items(store: _PstFile, context: Context) -> Iterator[Child | Trouble]:
    items = (node for node in store.file.nodes() if node.number & 0x1F == _MESSAGE)
    for number, node in enumerate(items):
        if context.passes(number):
            yield PASSED
            continue
        try:
            yield context.denied(f"{_path(store, node.parent)}/") or _child(store, node)
        except _BROKEN as error:
            folder, name = repr(_where(store, node)), "item.msg"
            yield Trouble("damaged", say("item-in-folder-unreadable", folder=folder, error=error))
            path, location = f"{_path(store, node.parent)}/{name}", f"{node.number:x}"
            yield Child(name, b"", _ITEM_TYPE, location=location, path=path, lost=True)


def _where(store: _PstFile, node: PstNode) -> str:
    folder = store.folders.get(node.parent)
    if folder is None:
        return "(no folder)"
    return _path(store, node.parent) + ("" if _is_listed(folder, node.number) else " (not listed in its folder)")


def _child(store: _PstFile, node: PstNode) -> Child:
    bag = _item(store, node, 0)
    bag.values[0x0E05, UNICODE] = wide(_where(store, node))
    name = f"{bag.text(0x37).lstrip(chr(1))[:120].strip() or 'item'}.msg"
    path = f"{_path(store, node.parent)}/{name}"
    return Child(name, build_msg(bag), _ITEM_TYPE, location=f"{node.number:x}", path=path)


def _item(store: _PstFile, node: PstNode, depth: int) -> Bag:
    """Read an item with its recipients, attachments and the items inside it (MS-PST 2.4.5)."""
    heap = Heap(store.file, node)
    bag = Bag(properties(heap), store.names)
    table = heap.subnodes.get(_RECIPIENTS)
    if table is not None:
        bag.recipients = [Bag(values, store.names) for _, values in rows(Heap(store.file, table))]
    table = heap.subnodes.get(_ATTACHMENTS)
    if table is not None:
        for number in row_numbers(Heap(store.file, table)):
            if number in heap.subnodes:
                bag.attachments.append(_attachment(store, heap.subnodes[number], depth))
    return bag


def _attachment(store: _PstFile, node: PstNode, depth: int) -> Bag:
    heap = Heap(store.file, node)
    bag = Bag(properties(heap), store.names)
    place = bag.values.pop((0x3701, OBJECT), None)
    if isinstance(place, bytes) and len(place) >= 4 and depth < _DEEPEST:
        (number,) = struct.unpack_from("<I", place)
        inner = heap.subnodes.get(number)
        if inner is not None and bag.integer(0x3705) == 5:
            bag.item = _item(store, inner, depth + 1)
        elif inner is not None:
            bag.values[0x3701, BINARY] = b"".join(store.file.blocks(inner.data))
    return bag
