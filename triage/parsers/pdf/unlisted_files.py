"""Files in a PDF that are in none of PDFium's lists: assets of rich media, second contents, deleted files.

ISO 32000-1, 7.11.3 and 7.11.4: a file specification leads to streams by the entries of its EF, one for each platform,
and to related files by RF; Adobe's Supplement to ISO 32000 (ExtensionLevel 3), 9.6: RichMedia annotations hold files in
a name tree of their own. So every version of every object is looked at, and what is embedded and wasn't given yet is
given here, each content once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Data
from triage.parsers.pdf.objects import FILE_MARKS, FILE_NAMES, Object, Objects, mentioned
from triage.parsers.pdf.revisions import earlier
from triage.parsers.pdf.syntax import Ref, Value, dictionaries, text, value

_STREAM = re.compile(rb"/EmbeddedFile(?![A-Za-z])")
_ROOT = re.compile(rb"/Root[\s\0]{1,8}(\d{1,10})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b")
_REFERENCE = re.compile(rb"\b(\d{1,10})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b")
_PACKING = re.compile(rb"/(Filter|DecodeParms)[\s\0]{1,8}(\d{1,10})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b")
_OWN_NAMES = ("/DOS", "/Mac", "/Unix")
_MOST_FILES = 100_000

Unpack = Callable[[bytes, bytes, str], Child | Trouble]
"""A stream's dictionary, its bytes as they stand, and the file's name to the file."""


class Given:
    """What was given of a document so far: contents by their hash, and what was said of files that can't be given."""

    def __init__(self) -> None:
        self._contents = set[bytes]()
        self._told = set[Message]()

    def new(self, child: Child | Trouble) -> bool:
        """Whether this is neither given nor told yet; from now on it is."""
        known, key = (self._told, child.message) if isinstance(child, Trouble) else (self._contents, _hash(child.data))
        fresh = key not in known
        known.add(key)  # type: ignore[arg-type]
        return fresh


def _hash(content: bytes) -> bytes:
    return sha256(content).digest()


def past(name: str | None) -> str:
    """Return what a file is called that only an earlier revision holds."""
    return f"earlier revision/{name or 'file'}"


def may_hold(untrusted_data: Data) -> bool:
    """Whether the file mentions an embedded file at all, as far as it isn't encrypted; also where a limit hides it."""
    return bool(mentioned(untrusted_data, {"files": FILE_NAMES}))


def embedded(untrusted_data: Data) -> set[int]:
    """Return the numbers of the streams that say that they are embedded files, also in an encrypted file."""
    if not _STREAM.search(untrusted_data):
        return set()
    return {one.number for one in Objects(untrusted_data).all() if one.end and _STREAM.search(one.head)}


def strays(untrusted_data: Data, given: Given, unpack: Unpack) -> Iterator[Child | Trouble]:
    """Yield embedded files that aren't among the given ones; the name says where one isn't part of the document now.

    The bytes must not be encrypted, and they must mention such files (``may_hold``).
    """
    objects = Objects(untrusted_data)
    found = list(objects.all())
    latest = {one.number: one for one in found}
    wanted = _wanted(found, latest)
    typed = {one.number for one in found if one.end and _STREAM.search(one.head)} - _form_parts(found, latest)
    streams = [one for one in found if one.end and (one.number in wanted or one.number in typed)]
    place = _Places(untrusted_data, latest)
    for one in streams[:_MOST_FILES]:
        names = wanted.get(one.number, [])
        name = min(names, key=lambda told: abs(told[0] - one.at), default=(0, ""))[1]
        child = unpack(_whole(one.head, latest), untrusted_data[one.start : one.end], name)
        if given.new(child):
            yield child if isinstance(child, Trouble) else Child(place.named(one, name), child.data)
    held = {one.number for one in streams}
    for number in wanted.keys() - held:
        name = wanted[number][-1][1]
        missing = Trouble("damaged", say(f"The attached file {name!r} can't be read, or isn't in the document."))
        if place.live(wanted[number][-1][2]) and given.new(missing):
            yield missing
    if objects.cut or len(streams) > _MOST_FILES or sum(map(len, wanted.values())) >= _MOST_FILES:
        yield Trouble(
            "limit-count", say("It holds more objects than were looked at; files that no list names may lack.")
        )


def _whole(head: bytes, latest: dict[int, Object]) -> bytes:
    """Return a stream's dictionary with what it says elsewhere about its packing."""

    def said(match: re.Match[bytes]) -> bytes:
        other = latest.get(int(match[2]))
        return b"/%s %s" % (match[1], other.head) if other else match[0]

    return _PACKING.sub(said, head)


def _wanted(found: list[Object], latest: dict[int, Object]) -> dict[int, list[tuple[int, str, int]]]:
    """Return by the streams' numbers where each is named, by what name, and in which object."""
    wanted: dict[int, list[tuple[int, str, int]]] = {}
    marked = (one for one in found if FILE_MARKS.search(one.head))
    named = ((one, *told) for one in marked for told in _named(value(one.head), latest))
    for one, number, name in islice(named, _MOST_FILES):
        wanted.setdefault(number, []).append((one.at, name, one.number))
    return wanted


def _named(held: Value, latest: dict[int, Object]) -> Iterator[tuple[int, str]]:
    """Yield the number and the name of each file that the specifications in a value lead to."""
    for dictionary in dictionaries(held):
        if "/EF" in dictionary:
            yield from _specified(dictionary, latest)


def _form_parts(found: list[Object], latest: dict[int, Object]) -> set[int]:
    """Return the streams that are parts of an XFA form (12.7.8); they say that they are files, and aren't."""
    numbers = set[int]()
    for one in found:
        for dictionary in dictionaries(value(one.head)) if b"/XFA" in one.head else ():
            parts = dictionary.get("/XFA", "")
            if isinstance(parts, Ref) and parts.number in latest and not latest[parts.number].end:
                parts = value(latest[parts.number].head)
            listed = parts if isinstance(parts, list) else [parts]
            numbers.update(part.number for part in listed if isinstance(part, Ref))
    return numbers


def _specified(specification: dict[str, Value], latest: dict[int, Object]) -> Iterator[tuple[int, str]]:
    """Yield what one file specification leads to: the file for each platform, and related files (7.11.4.3)."""

    def entry(held: Value) -> Value:
        other = latest.get(held.number) if isinstance(held, Ref) else None
        return value(other.head) if other else held

    def name(*keys: str) -> str:
        strings = (entry(specification.get(key, "")) for key in keys)
        return next((text(string) for string in strings if isinstance(string, bytes) and string), "")

    for key, stream in _entries(entry(specification["/EF"])):
        if isinstance(stream, Ref):
            yield stream.number, name(*([key] if key in _OWN_NAMES else []), "/UF", "/F", *_OWN_NAMES)
    for _, related in _entries(entry(specification.get("/RF", ""))):
        listed = entry(related)
        pairs = zip(listed[::2], listed[1::2], strict=False) if isinstance(listed, list) else ()
        for called, stream in pairs:
            if isinstance(stream, Ref):
                yield stream.number, text(called) if isinstance(called, bytes) else ""


def _entries(held: Value) -> list[tuple[str, Value]]:
    return list(held.items()) if isinstance(held, dict) else []


class _Places:
    """Which objects the document as it stands now leads to, found out when first asked."""

    def __init__(self, untrusted_data: Data, latest: dict[int, Object]) -> None:
        self._data = untrusted_data
        self._latest = latest
        self._reached: set[int] | None = None
        self._changed = 0

    def named(self, one: Object, name: str) -> str | None:
        """Return a file's name, which says where its object isn't part of the document."""
        if self._latest[one.number] is one and self.live(one.number):
            return name or None
        is_past = self._latest[one.number] is not one or one.at < self._changed
        return past(name) if is_past else f"not listed/{name or 'file'}"

    def live(self, number: int) -> bool:
        """Whether the catalogue leads to an object; all objects are live where there is no catalogue."""
        if self._reached is None:
            self._changed = max(earlier(self._data), default=0)
            self._reached = self._reach()
        return not self._reached or number in self._reached

    def _reach(self) -> set[int]:
        roots = _ROOT.findall(self._data)
        waiting = [int(number) for number in roots[-1:] if int(number) in self._latest]
        reached = set(waiting)
        while waiting:
            one = self._latest.get(waiting.pop())
            for number in map(int, _REFERENCE.findall(one.head)) if one else ():
                if number not in reached:
                    reached.add(number)
                    waiting.append(number)
        return reached
