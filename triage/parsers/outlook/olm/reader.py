"""Outlook for Mac archives: .olm, a ZIP of XML; every mail, event, contact, task and note an item of its own.

No standard describes the form. Each item becomes a file that any tool can open, with its attachments in it and its
folder told. What no item takes is a member of the archive as of any ZIP, so that nothing is lost. Memory stays flat:
one item at a time.
"""

from __future__ import annotations

import html
import re
import struct
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from urllib.parse import unquote

from msgspec.structs import replace

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.archives.zip import Locks, listed, member
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.unpacking import UnpackingBudget, unsafe_name
from triage.parsers.kit.xml.parts import Element
from triage.parsers.kit.zip.directory import ZipEntry
from triage.parsers.outlook.msg_writer import build_msg
from triage.parsers.outlook.olm.fields import KINDS, SUBJECT
from triage.parsers.outlook.olm.item import Fetched, OlmItem
from triage.parsers.outlook.olm.xml import outermost

TYPE = "application/vnd.ms-outlook-olm"
_ITEM_TYPE = "application/vnd.ms-outlook"
_MARK = "com.microsoft.__"
_MESSAGES, _ATTACHMENTS = f"{_MARK}Messages/", f"{_MARK}Attachments/"
_HEAD = 4096
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(" + "|".join(KINDS).encode() + rb")(s?)[\s/>]")
_EMPTY = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>)?\s*<(\w{1,20})[^<>]{0,300}(?:/>|>\s*</\1\s*>)\s*")
_COUNT = re.compile(rb"elementCount\s*=\s*[\"'](\d{1,9})")
_MOST_TEXT = 4
"""How many times its own size an archive may unpack to, whatever ``limit_total_mb`` says: most of it is text."""


def claims(probe: Probe) -> bool:
    """Tell by the names of its members; of a damaged or split archive by the first of them, or by its own name."""
    if probe.extension == "olm":
        return probe.head[:2] == b"PK" or b"PK\x05\x06" in probe.data[max(0, len(probe.data) - 66_000) :]
    if probe.head[:4] != b"PK\x03\x04":
        return False
    return _MARK.encode() in probe.head or any(_MARK in name for name in probe.zip_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the archive; its items are read when they are asked for."""
    extract, found = listed(untrusted_data, TYPE, context)
    messages = [entry.name for entry in found if _MESSAGES in entry.name and _is_item_file(entry.name)]
    folders = {_folder(name) for name in messages}
    extract.properties[:0] = [("Messages", str(len(messages))), ("Folders", str(len(folders)))]
    extract.children = _OlmArchive(untrusted_data, found, context).children()
    return extract


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None]:
    """Find items by the numbers of their files and their own in them."""
    return _OlmArchive(untrusted_data, listed(untrusted_data, TYPE, context)[1], context).at


def _is_item_file(name: str) -> bool:
    return name[-4:].lower() == ".xml" and _ATTACHMENTS not in name


def _folder(untrusted_name: str) -> str:
    """Return where an item lies as a person would say it: account and folders, without the archive's own words."""
    parts = untrusted_name.replace("\\", "/").split("/")[:-1]
    kept = (part for part in parts if part and part != "Accounts" and not part.startswith(_MARK))
    return "/".join(kept) or "(no folder)"


def _key(untrusted_place: str) -> str:
    return unicodedata.normalize("NFC", untrusted_place.replace("\\", "/").strip("/"))


class _OlmArchive:
    """One archive being read: its members, which of them an item took, and what may still be unpacked."""

    def __init__(self, data: Data, found: list[ZipEntry], context: Context) -> None:
        self._data = data
        self._entries = found
        self._context = context
        self._limits = context.limits
        self._budget = self._whole_budget()
        self._locks = Locks(context)
        self._places = {_key(entry.name): number for number, entry in enumerate(found)}
        self._taken = bytearray(len(found))
        self._file_number, self._next = -1, 0
        self._rest: Iterator[Child | Trouble] = iter(())

    def _whole_budget(self) -> UnpackingBudget:
        total = max(self._limits.total_bytes, _MOST_TEXT * len(self._data))
        return UnpackingBudget(replace(self._limits, total_bytes=total))

    def at(self, location: str) -> Child | None:
        """Return the item or member at a location; the file it is in stays open for those after it."""
        number, own = map(int, location.split("-"))
        if number != self._file_number or own < self._next:
            self._file_number, self._next, self._budget = number, 0, self._whole_budget()
            self._rest = self._parts(number, self._entries[number])
        for part in self._rest:
            self._next += isinstance(part, Child)
            if isinstance(part, Child) and self._next > own:
                return part
        return None

    def children(self) -> Iterator[Child | Trouble]:
        """Yield the items file by file, then the members that none of them took."""
        for number, entry in enumerate(self._entries):
            unsafe = unsafe_name(entry.name)
            if unsafe is not None:
                yield unsafe
            if _is_item_file(entry.name):
                self._taken[number] = 1
                yield from self._parts(number, entry)
        for number, entry in enumerate(self._entries):
            if not self._taken[number]:
                yield from self._parts(number, entry)
        yield from self._locks.report()

    def _parts(self, number: int, entry: ZipEntry) -> Iterator[Child | Trouble]:
        """Yield what a member gives: its items, or itself."""
        own = count()
        if denied := self._context.denied(entry.name):
            yield replace(denied, location=f"{number}-0")
            return
        for part in self._file(entry) if _is_item_file(entry.name) else self._member(entry):
            if isinstance(part, Child):
                part = replace(part, location=f"{number}-{next(own)}", path=f"{_folder(entry.name)}/{part.name}")
            yield part

    def _member(self, entry: ZipEntry) -> Iterator[Child | Trouble]:
        return member(self._data, entry, self._budget, self._locks)

    def _file(self, entry: ZipEntry) -> Iterator[Child | Trouble]:
        """Yield the items of one file of XML, or the file itself where it isn't one of items."""
        parts = list(self._member(entry))
        file = next((part for part in parts if isinstance(part, Child)), None)
        root = _ROOT.search(file.data[:_HEAD]) if file is not None else None
        if file is None or root is None or not (root[2] or b"OPF" in file.data[:_HEAD]):
            yield from parts
        else:
            yield from self._items(entry, file, tuple(part for part in parts if isinstance(part, Trouble)))

    def _items(self, entry: ZipEntry, file: Child, told: tuple[Trouble, ...]) -> Iterator[Child | Trouble]:
        """Yield the items; what is wrong with the file is told of its item where it is one, else of the archive."""
        texts = Texts(self._limits)
        large: list[str] = []
        held: Child | None = None
        count, odd = 0, False
        for element in outermost(file.data, entry.name, texts, large):
            if element is None:
                odd = True
                continue
            count += 1
            if held is not None:
                yield held
                held = None
            item = self._item(element, large, entry)
            if isinstance(item, Trouble):
                odd = True
                yield item
            else:
                held = item
        told += tuple(texts.troubles)
        if held is not None:
            yield replace(held, troubles=held.troubles + told) if count == 1 else held
        if held is None or count != 1:
            yield from told
        stated = _COUNT.search(file.data[:_HEAD])
        if stated and int(stated[1]) > count:
            folder = repr(_folder(entry.name))
            yield Trouble("damaged", say("folder-counts-more", folder=folder, expected=int(stated[1]), found=count))
        if odd or (not count and (told or not _EMPTY.fullmatch(file.data))):
            yield file

    def _item(self, element: Element, large: list[str], entry: ZipEntry) -> Child | Trouble:
        where = _folder(entry.name)
        item = OlmItem(where, partial(self._fetch, entry), large)
        try:
            item.read(element)
            subject = item.bag.text(SUBJECT)[:120].strip() or "item"
            return Child(
                f"{subject}.msg", build_msg(item.bag), _ITEM_TYPE, troubles=tuple(dict.fromkeys(item.troubles))
            )
        except (ValueError, KeyError, IndexError, struct.error, OverflowError) as error:
            return Trouble("damaged", say("item-in-folder-unreadable", folder=repr(where), error=error))

    def _fetch(self, of: ZipEntry, untrusted_place: str, most: int) -> Fetched | None:
        number = self._find(untrusted_place, of.name.rpartition("/")[0])
        if number is None:
            return None
        entry = self._entries[number]
        parts = list(self._member(entry))
        data = next((part.data for part in parts if isinstance(part, Child)), None)
        if data is not None and len(data) > most:
            name = entry.name.rpartition("/")[2]
            return Fetched(None, [Trouble("limit-size", say("olm-attachment-too-large", name=name))])
        self._taken[number] = 1
        return Fetched(data, [part for part in parts if isinstance(part, Trouble)])

    def _find(self, untrusted_place: str, folder: str) -> int | None:
        """Return the number of the member at a place, as it stands, as a reference or address, or beside the item."""
        for place in (untrusted_place, html.unescape(untrusted_place), unquote(untrusted_place)):
            for key in (_key(place), _key(f"{folder}/{place}")):
                if key in self._places:
                    return self._places[key]
        return None
