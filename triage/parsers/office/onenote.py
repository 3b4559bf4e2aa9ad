"""OneNote sections and tables of contents: pages with title, text and files; earlier versions as hidden text.

MS-ONESTORE 2.3.1 and 2.8.1 for the two forms of such a file. What can't be followed is reported, and its loose strings
are kept. Libraries don't replace it: onenote-converter 0.1.2 and aspose-note-foss 26.9 lose words of each file tried.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.ole import MOST_STRINGS, WIDE, bounded, ending_of, loose
from triage.parsers.kit.texts import Texts, speaks
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.office import onenote_store as objects
from triage.parsers.office.onenote_store import PACKAGED, STORED, Ids, OneNoteStore, PackageReader, Set, StoreReader

# What the properties of OneNote's objects say: texts, the runs that aren't shown, links, moments. MS-ONE 2.1.12 for the
# properties, 2.2 and 2.3 for what each means. Nothing here knows how objects hang together.

ENDS, STYLES, HIDDEN = 0x1C001E12, 0x24001E13, 0x08001E16
"""Where the runs of a text end, the styles of the runs, and whether a style hides its text."""

TITLES = (0x1C001CF3, 0x1C001D3C, 0x1C001CA5)  # the title of a page, as it is kept beside the page's own text
SECTIONS = (0x1C00349B, 0x1C001D69)
LISTED = 0x1C001D6B
ALT, LINK, AUTHOR, RIVAL, TAG = 0x1C001E58, 0x1C001E20, 0x1C001D75, 0x1C001D9E, 0x1C003468
FILE_NAME, FILE_SOURCE, IMAGE_NAME, ENDING = 0x1C001D9C, 0x1C001D9D, 0x1C001DD7, 0x1C003424
CREATED, CHANGED = 0x18001C65, 0x18001D77
"""Names of a section, name of a file in a table of contents; a picture's other text, the link under it, who wrote, who
wrote otherwise at the same time, what a tag is called; names of files and their ending; moments as FILETIME."""

_WIDE, _NARROW, _LANGUAGE = 0x1C001C22, 0x1C003498, 0x10001CFE
# Fonts, names of styles, initials, marks of lists: no one looks for them.
_UNSEARCHED = {0x1C001C0A, 0x1C001C52, 0x1C00345A, 0x1C00348A, 0x1C001DF8, 0x1C001C1A, 0x1C001CDA, 0x1C001E5B}
_KNOWN = _UNSEARCHED | {*TITLES, *SECTIONS, LISTED, ALT, LINK, AUTHOR, RIVAL, TAG, FILE_NAME, FILE_SOURCE, IMAGE_NAME}
_KNOWN |= {ENDING, ENDS, _WIDE, _NARROW}
_GUID = 16
_BREAKS = {ord("\r"): "\n", ord("\x0b"): "\n", 0: None, 0xFFFC: None}
_FIELD = re.compile('\ufddf *([^"\n]{0,40}"[^"]*"|\\S*)')
_QUOTED = re.compile('"([^"]+)"')
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {0x08: "cp1253", 0x0D: "cp1255", 0x1F: "cp1254"}
_CODE_PAGES |= dict.fromkeys((0x02, 0x19, 0x22, 0x23), "cp1251") | dict.fromkeys((0x01, 0x20, 0x29), "cp1256")
"""Of languages whose letters aren't those of western Europe, by the lower bits of their number."""


def _wide(value: object) -> str:
    return value.decode("utf-16-le", "replace").translate(_BREAKS) if isinstance(value, bytes) else ""


def texts_of(properties: Set, hides: Iterator[bool]) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of a text (MS-ONE 2.2.5, 2.2.89), first what is shown; ``hides`` says it of each run."""
    raw, narrow = properties.get(_WIDE), properties.get(_NARROW)
    text, other = raw.decode("utf-16-le", "replace") if isinstance(raw, bytes) else "", ""
    if isinstance(narrow, bytes):
        single = narrow.decode("cp1252", "replace")
        is_it = not text.strip("\0")
        # OneNote is known to write Latin 1 so, but the standard only calls it "extended ASCII".
        language = properties.get(_LANGUAGE)
        codec = _CODE_PAGES.get(language & 0x3FF) if isinstance(language, int) and not narrow.isascii() else None
        other = (narrow.decode(codec, "replace") if codec else "") or ("" if is_it else single)
        text = single if is_it else text
    runs = [(run, hide and not run.startswith("\ufddf")) for run, hide in _runs(text, properties.get(ENDS), hides)]
    visible = "".join(run for run, is_hidden in runs if not is_hidden)
    yield "body", _FIELD.sub("", visible).translate(_BREAKS)
    yield "alternative", other
    for run, is_hidden in runs:
        if is_hidden:
            yield "hidden", run.translate(_BREAKS)
    for match in _FIELD.finditer(visible):
        yield "fieldcode", " ".join(_QUOTED.findall(match[1])) or match[1]


def _runs(text: str, ends: object, hides: Iterator[bool]) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a text, and whether each is hidden; the places in ``ends`` count units of UTF-16."""
    if not isinstance(ends, bytes):
        yield text, next(hides, False)
        return
    units, at = text.encode("utf-16-le", "surrogatepass"), 0
    for (end,) in struct.iter_unpack("<I", ends[: len(ends) // 4 * 4]):
        is_hidden = next(hides, False)
        if end > at // 2:
            yield units[at : 2 * end].decode("utf-16-le", "surrogatepass"), is_hidden
            at = min(2 * end, len(units))
    if at < len(units):
        yield units[at:].decode("utf-16-le", "surrogatepass"), next(hides, False)


def _moment(value: object) -> str:
    if not isinstance(value, int) or not value:
        return ""
    try:
        return (_EPOCH + timedelta(microseconds=value // 10)).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:
        return ""


def others(properties: Set) -> Iterator[str | bytes]:
    """Yield the values of properties whose meaning isn't known, as texts where they are, sets within sets included."""
    for number, value in properties.items():
        if isinstance(value, bytes):
            if number not in _KNOWN and len(value) > 3 and len(value) != _GUID:
                text = value.decode("utf-16-le", "replace")[:-1]
                is_text = value.endswith(b"\0\0") and text.replace("\n", " ").isprintable() and "\ufffd" not in text
                yield text if is_text else value
        elif isinstance(value, list):
            for inner in value:
                if isinstance(inner, dict):
                    yield from others(inner)


def _linked(properties: Set, number: int) -> Ids:
    value = properties.get(number)
    return [inner for inner in value if isinstance(inner, tuple)] if isinstance(value, list) else []


# The pages of a OneNote section: each with its title and text, its files, and what no page shows any more. MS-ONE 2.1
# and 2.2 for how pages hang together. Text of earlier versions, of deleted pages and of pages in conflict is hidden;
# where it is the same as what was added already, it isn't added again. Files are named here, given by ``onenote``.

# Properties that lead to the objects which one shows, in the order in which a reader sees them: the head of a page,
# marks of a list, content, what is inside or below; entries of a table of contents; objects in a text.
_BELOW = (0x24001D5F, 0x24001C26, 0x24001C1F, 0x24001C20, 0x24001CF6, 0x24003458)
_SPACES = 0x2C001D63
_LAST_AUTHOR = 0x20001D79
# Properties that lead to a file (picture, its twin for the web, embedded file), and those that name it.
_FILE_PROPERTIES = {0x20001C3F: IMAGE_NAME, 0x200034C8: IMAGE_NAME, 0x20001D9B: FILE_NAME}
# Where texts beside an object's own go; what is listed goes where its object is shown.
_ORIGINS = {
    **dict.fromkeys(TITLES, "hidden"),
    **dict.fromkeys(SECTIONS, "properties"),
    ALT: "hidden",
    LINK: "fieldcode",
    TAG: "annotation",
    LISTED: "",
    FILE_SOURCE: "properties",
    IMAGE_NAME: "properties",
}
_IMAGE, _ROW, _CELL, _PAGE = 0x11, 0x23, 0x24, 0x37
_INDEX = 0xFFFF
_INSIDE, _OUTSIDE = "<ifndf>", "<file>"
_LEAST = 5
# How many times the size of the file the sets of its objects may have together; each is read a few times at most.
_MOST_TIMES = 6
_RUNS = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_ASCII = b" " + bytes(range(65, 91)) + bytes(range(97, 123))


@dataclass(frozen=True, slots=True)
class _OneNoteFile:
    """A file as a page names it: its name, the path that it came from, the ending of its form, whether it is shown."""

    name: str
    source: str = ""
    ending: str = ""
    is_picture: bool = False


class _OneNotePages:
    """Reads the pages of a store into ``texts``; ``files`` are those that an object names, by their reference."""

    def __init__(self, store: objects.OneNoteStore, texts: Texts, extract: Extract) -> None:
        self._store = store
        self._texts = texts
        self._extract = extract
        self._done: set[objects.Id] = set()
        self._seen: set[int] = set()
        self._added: dict[str, set[str]] = {}
        self._counts = {"body": 0, "hidden": 0}
        self._objects: dict[objects.Id, objects.OneNoteObject] = {}
        self._hides: dict[objects.Id, bool] = {}
        self._title = ""
        self._left_bytes = _MOST_TIMES * len(store.data)
        self._people: dict[str, None] = {}
        self._made: list[str] = []
        self._changed: list[str] = []
        self._searched = self._missing = self._outside = 0
        self._pictured = False
        self.files: dict[str, _OneNoteFile] = {}
        self._locked = self.encrypted = False

    def read(self) -> None:
        listed = self._space(self._store.root, "body")
        for number in listed:
            for rival in self._space(number, "body"):
                self._space(rival, "hidden")
        for number in tuple(self._store.spaces):
            if number not in self._done:
                self._space(number, "hidden" if listed else "body", False)
        for space in self._store.spaces.values():
            self._earlier(space)
        if self._store.steps < 0:
            self._texts.trouble("limit-count", "onenote-too-many-revisions")
        self._add_leftovers()
        self._finish()

    def _space(self, number: objects.Id, origin: str, is_listed: bool = True) -> objects.Ids:
        """Read the current version of a space, once; returns the spaces that it leads to."""
        if number in self._done:
            return []
        self._done.add(number)
        space = self._store.spaces.get(number, objects.Space(number))
        self._begin(space)
        roots, self._objects = self._store.view(space)
        if objects.DEFAULT not in roots:
            if is_listed:
                self._texts.trouble("damaged", "onenote-page-missing")
            return []
        self._texts.cut("body", "hidden")
        self._head(roots)
        self._add(origin, self._title)
        return self._walk(roots[objects.DEFAULT], origin)

    def _begin(self, space: objects.Space) -> None:
        """Note whether a space is encrypted: what its objects say can't be read then, unless it isn't so after all."""
        self._locked = any(revision.is_encrypted for revision in space.revisions.values())
        self.encrypted = self.encrypted or self._locked
        self._hides.clear()

    def _head(self, roots: dict[int, objects.Id]) -> None:
        top = self._objects.get(roots[objects.DEFAULT])
        page = self._of(roots.get(objects.METADATA, objects.NONE))
        version = self._of(roots.get(objects.VERSION, objects.NONE))
        self._title = ""
        if top is None or top.kind & _INDEX != _PAGE:
            return
        self._title = next(filter(None, (_wide(page.get(number)) for number in TITLES)), "")
        made, changed = _moment(page.get(CREATED)), _moment(version.get(CHANGED))
        author = "".join(_wide(self._of(who).get(AUTHOR)) for who in _linked(version, _LAST_AUTHOR))
        self._made += filter(None, [made])
        self._changed += filter(None, [changed])
        facts = (("page", self._title), ("created", made), ("modified", changed), ("last author", author))
        self._texts.add("properties", "; ".join(f"{name}: {value}" for name, value in facts if value))

    def _of(self, number: objects.Id) -> objects.Set:
        thing = self._objects.get(number)
        return {} if thing is None else self._properties(thing)

    def _properties(self, thing: objects.OneNoteObject) -> objects.Set:
        """Return an object's properties; where they are torn, what looks like words in them is kept, too."""
        if thing.start >= thing.end:
            return {}
        self._left_bytes -= max(0, min(thing.end, len(self._store.data)) - thing.start)
        if self._left_bytes < 0:
            self._texts.trouble("limit-size", "onenote-overlap")
            return {}
        raw = self._store.data[thing.start : thing.end]
        values, is_whole = objects.properties(raw, thing)
        if not is_whole and self._locked:
            return {}
        if not is_whole:
            self._texts.trouble("damaged", "onenote-torn")
            self._add_loose_strings(raw)
        return values

    def _walk(self, top: objects.Id, origin: str) -> objects.Ids:
        """Tell what an object shows and all that is below it, each object once; returns the spaces that it leads to."""
        stack: list[objects.Id | tuple[str, int]] = [top]
        spaces: objects.Ids = []
        met: set[objects.Id] = set()
        while stack:
            entry = stack.pop()
            if isinstance(entry[0], str):  # the end of a table's cell or row
                if self._counts[origin] > entry[1]:
                    self._texts.end_with(origin, entry[0])
                continue
            thing = self._objects.get(entry)
            if thing is None:
                self._texts.trouble("damaged", "onenote-part-missing")
            if thing is None or entry in met:
                continue
            met.add(entry)
            values = self._properties(thing)
            self._add_object(thing, values, origin)
            spaces += _linked(values, _SPACES)
            mark = {_ROW: "\n", _CELL: "\t"}.get(thing.kind & _INDEX)
            if mark:
                stack.append((mark, self._counts[origin]))
            stack += reversed([below for number in _BELOW if number in values for below in _linked(values, number)])
        return spaces

    def _earlier(self, space: objects.Space) -> None:
        self._begin(space)
        groups = {id(g): g for revision in reversed(space.revisions.values()) for g in reversed(revision.groups)}
        self._objects = {}
        self._store.gather(groups.values(), self._objects)
        self._texts.cut("hidden")
        for group in groups.values():
            for thing in group if self._store.steps >= 0 else ():
                if id(thing) not in self._seen:
                    self._add_object(thing, self._properties(thing), "hidden")

    def _add_object(self, thing: objects.OneNoteObject, values: objects.Set, origin: str) -> None:
        self._seen.add(id(thing))
        shown = self._add_texts(thing, values, origin)
        for number in values:
            if number in _ORIGINS:
                text = _wide(values[number])
                self._add(_ORIGINS[number] or origin, text)
                if number in SECTIONS and origin == "body":
                    self._extract.subject = self._extract.subject or text or None
            elif number in (AUTHOR, RIVAL):
                if who := _wide(values[number]):
                    self._people[who] = None
            elif number == FILE_NAME:
                name = _wide(values[number])
                self._add(origin, "" if name == shown else name)
            elif number in _FILE_PROPERTIES:
                self._note_files(values, number, _FILE_PROPERTIES[number], origin)
        for value in others(values):
            if isinstance(value, str):
                self._add("properties", value)
            else:
                self._add_loose_strings(value)

    def _add_texts(self, thing: objects.OneNoteObject, values: objects.Set, origin: str) -> str:
        """Tell an object's text, in a picture what OneNote recognised in it; returns what is shown."""
        if thing.kind & _INDEX == _IMAGE:
            self._pictured = True
            origin = "ocr"
        (_, shown), *others = texts_of(values, map(self._is_hidden, _linked(values, STYLES)))
        if origin == "body" and shown == self._title:
            self._title = ""  # it came before all else
        else:
            self._add(origin, shown)
        for other, text in others:
            self._add(other, text)
        return shown

    def _is_hidden(self, style: objects.Id) -> bool:
        if style not in self._hides:
            self._hides[style] = self._of(style).get(HIDDEN) == 1
        return self._hides[style]

    def _note_files(self, values: objects.Set, number: int, naming: int, origin: str) -> None:
        name = _wide(values.get(naming))
        source = _wide(values.get(FILE_SOURCE)) if naming == FILE_NAME else ""
        for container in _linked(values, number):
            thing = self._objects.get(container)
            if thing is None or not thing.file:
                self._missing += origin == "body"  # of what is no longer shown, files may be gone
            elif thing.file.startswith(_OUTSIDE):
                self._outside += 1
                self._add("properties", thing.file.removeprefix(_OUTSIDE))
            else:
                ending = thing.ending or _wide(self._properties(thing).get(ENDING))
                inside = thing.file.removeprefix(_INSIDE)  # MS-ONESTORE 2.5.27; the list of files has the name alone
                reference = thing.file if inside == thing.file else inside.strip("{}").lower()
                self.files.setdefault(reference, _OneNoteFile(name, source, ending, naming != FILE_NAME))

    def _add(self, origin: str, text: str) -> None:
        """Add a line; other than on a page, the same is added once, and as hidden only what is nowhere else."""
        text = text.strip("\n")
        if not text or text.isspace() or self._texts.full:
            return
        origins = self._added.setdefault(text, set())
        if origin == "body" or not (origins if origin == "hidden" else origin in origins):
            origins.add(origin)
            self._counts[origin] = self._counts.get(origin, 0) + 1
            self._texts.add(origin, text)

    def _add_loose_strings(self, raw: bytes) -> None:
        """Keep what looks like words: in UTF-16, and in single bytes where most are letters of ASCII."""
        raw, self._searched = raw[: max(0, MOST_STRINGS - self._searched)], self._searched + len(raw)
        runs = [match[0].decode("utf-16-le") for match in WIDE.finditer(raw)]
        for match in _RUNS.finditer(raw):
            if len(match[0].translate(None, _ASCII)) * 3 <= len(match[0]):
                runs.append(match[0].decode("cp1252", "replace"))
        for text in runs:
            if text not in self._added and speaks(text):
                self._add("hidden", text)

    def _add_leftovers(self) -> None:
        """Read as loose strings what nothing was made of: room that became free, and what no list leads to."""
        gave_up = self._store.steps < 0 or self._left_bytes < 0
        for start, end in [(0, len(self._store.data))] if gave_up else self._store.gaps():
            if end - start > _LEAST:
                size = min(end - start, MOST_STRINGS + 1)
                self._add_loose_strings(self._store.data[start : start + size])
        bounded(self._searched, self._texts)

    def _finish(self) -> None:
        self._missing += sum(key not in self._store.files for key in self.files)
        if self._missing:
            self._texts.trouble("damaged", "onenote-files-missing", count=self._missing)
        if self._outside:
            self._texts.trouble("external", "onenote-files-beside", count=self._outside)
        made, changed = min(self._made, default=None), max(self._changed, default=None)
        self._extract.date = changed or made
        facts = [*(("author", name) for name in self._people), ("created", made), ("modified", changed)]
        for name, value in facts:
            if value:
                self._extract.properties.append((name, value))
                self._texts.add("properties", f"{name}: {value}")
        if not self.encrypted:
            self._texts.judge(self._pictured, bool(self._store.files))


TYPE = "application/onenote"
_HEADERS = (bytes.fromhex("e4525c7b8cd8a74d"), bytes.fromhex("a12fff43d9ef764c"))
_TYPE_ENDS, _FORM = 16, slice(48, 64)


def claims(probe: Probe) -> bool:
    return probe.head[:8] in _HEADERS


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the pages; of a form that isn't known nor like the older one, loose strings are kept."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    form = untrusted_data[_FORM]
    store = (PackageReader if form == PACKAGED else StoreReader)(untrusted_data, texts).store
    if form not in (STORED, PACKAGED) and not store.spaces:
        texts = Texts(context.limits)
        loose(untrusted_data[_TYPE_ENDS : _TYPE_ENDS + MOST_STRINGS + 1], texts)
        texts.trouble("partial", "onenote-form-unknown")
        return Extract(TYPE, texts.segments(), texts.troubles)
    pages = _OneNotePages(store, texts, extract)
    pages.read()
    if pages.encrypted:
        texts.trouble("encrypted", "onenote-encrypted")
    extract.segments = texts.segments()
    extract.children = _children(store, pages, context.limits)
    return extract


def _children(store: OneNoteStore, pages: _OneNotePages, limits: Limits) -> Iterator[Child | Trouble]:
    """Yield the files in the order in which pages name them, then those that no page names, each place once."""
    budget = UnpackingBudget(limits)
    names = {**pages.files, **{key: _OneNoteFile("") for key in store.files if key not in pages.files}}
    spans: set[tuple[int, int]] = set()
    for number, (key, file) in enumerate(names.items(), 1):
        span = store.files.get(key)
        if span is not None and span not in spans and span[0] < span[1]:
            spans.add(span)
            start, end = span
            unpacked = budget.collect([store.data[start:end]], end - start, file.name or f"file {number}")
            if unpacked.trouble is not None:
                yield unpacked.trouble
            if unpacked.data and (not pages.encrypted or ending_of(unpacked.data, "")):
                name = _name(file, unpacked.data, number)
                yield Child(name, unpacked.data, came_from=(file.source,) if file.source else ())


def _name(file: _OneNoteFile, data: bytes, number: int) -> str:
    """Return a file's name; that of a picture with the ending of its form, where it has another one."""
    if file.name and not file.is_picture:
        return file.name
    ending = file.ending if file.ending.startswith(".") else ending_of(data, "")
    name = file.name or f"file {number}"
    return name if name.lower().endswith(ending.lower()) else name + ending
