"""OneNote sections and tables of contents: pages with title, text and files; earlier versions as hidden text.

MS-ONESTORE 2.3.1 and 2.8.1 for the two forms in which such a file is written. What can't be followed is told, and the
loose strings of such places are kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.compound.ole import MOST_STRINGS, ending_of, loose
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.office.onenote.fsshttp import PACKAGED, read_package
from triage.parsers.office.onenote.objects import OneNoteStore
from triage.parsers.office.onenote.pages import OneNoteFile, OneNotePages
from triage.parsers.office.onenote.store import STORED, read_store

TYPE = "application/onenote"
_HEADERS = (bytes.fromhex("e4525c7b8cd8a74d"), bytes.fromhex("a12fff43d9ef764c"))
_TYPE_ENDS, _FORM = 16, slice(48, 64)


def claims(probe: Probe) -> bool:
    """Whether it begins as a section or a table of contents."""
    return probe.head[:8] in _HEADERS


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the pages; of a form that isn't known nor like the older one, loose strings are kept."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    form = untrusted_data[_FORM]
    store = (read_package if form == PACKAGED else read_store)(untrusted_data, texts)
    if form not in (STORED, PACKAGED) and not store.spaces:
        texts = Texts(context.limits)
        loose(untrusted_data[_TYPE_ENDS : _TYPE_ENDS + MOST_STRINGS + 1], texts)
        texts.trouble("partial", "onenote-form-unknown")
        return Extract(TYPE, texts.segments(), texts.troubles)
    pages = OneNotePages(store, texts, extract)
    pages.read()
    if pages.encrypted:
        texts.trouble("encrypted", "onenote-encrypted")
    extract.segments = texts.segments()
    extract.children = _children(store, pages, context.limits)
    return extract


def _children(store: OneNoteStore, pages: OneNotePages, limits: Limits) -> Iterator[Child | Trouble]:
    """Yield the files in the order in which pages name them, then those that no page names, each place once."""
    budget = UnpackingBudget(limits)
    names = {**pages.files, **{key: OneNoteFile("") for key in store.files if key not in pages.files}}
    places: set[tuple[int, int]] = set()
    for number, (key, file) in enumerate(names.items(), 1):
        place = store.files.get(key)
        if place is not None and place not in places and place[0] < place[1]:
            places.add(place)
            start, end = place
            unpacked = budget.collect([store.data[start:end]], end - start, file.name or f"file {number}")
            if unpacked.trouble is not None:
                yield unpacked.trouble
            if unpacked.data and (not pages.encrypted or ending_of(unpacked.data, "")):
                name = _name(file, unpacked.data, number)
                yield Child(name, unpacked.data, came_from=(file.source,) if file.source else ())


def _name(file: OneNoteFile, data: bytes, number: int) -> str:
    """Return a file's name; that of a picture with the ending of its form, where it has another one."""
    if file.name and not file.is_picture:
        return file.name
    ending = file.ending if file.ending.startswith(".") else ending_of(data, "")
    name = file.name or f"file {number}"
    return name if name.lower().endswith(ending.lower()) else name + ending
