"""AutoCAD drawings (floor 2): the text in the drawing, names, properties, embedded objects and the preview picture.

Open Design Specification for .dwg files; R13 and later are taken apart, of older ones loose strings are read. What is
on layers that are off or frozen is text as all else. Objects that no map tells of any more, and data that programs keep
with objects, are hidden text. Files that a drawing refers to are named and never fetched.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator

from triage.model import Child, Extract, Trouble
from triage.parsers.blips import file_header
from triage.parsers.cadtext import CODE_PAGES, MACHINE_MADE, VERSIONS, moment_of, plain
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.dwgbits import shifted
from triage.parsers.dwgfile import CLASSES, HANDLES, OBJECTS, SUMMARY, File
from triage.parsers.dwgloose import MOST
from triage.parsers.dwgmap import Map
from triage.parsers.dwgobjects import Layout, Record, class_list, header_strings, object_map
from triage.parsers.dwgtexts import MACROS, OLE_FRAME, Teller
from triage.parsers.ole import OLE_SIGNATURE, loose, strings, unwrap
from triage.parsers.texts import Texts, speaks
from triage.parsers.unpacking import Budget

TYPE = "image/vnd.dwg"
_MAGIC = re.compile(rb"AC10(?:0[1-9]|[1-9][0-9])|AC[12]\.[0-9]{1,2}\0?|MC0\.0")
_FIRST = b"AC1012"
_PREVIEW, _SENTINEL = "AcDb:Preview", bytes.fromhex("1f256d07d43628289d57ca3f9d44102b")
_PICTURES = {2: ".bmp", 3: ".wmf", 6: ".png"}
_ONCE = frozenset(("properties", "hidden", "fieldcode"))
_SUMMARY = ("title", "subject", "author", "keywords", "comments", "last_saved_by", "revision", "hyperlink_base")
_SUMMARY_2000 = {2: "title", 3: "subject", 4: "author", 7: "keywords", 6: "comments", 8: "last_saved_by",
                 9: "revision", 1: "hyperlink_base"}  # fmt: skip
_TOLD_LOOSELY = ("AcDb:FileDepList", "AcDb:AppInfo", "AcDb:Template", "AcDb:RevHistory")
_MOST_CUSTOM, _MOST_PICTURES = 2000, 8
_PIECE, _OVERLAP = 1 << 20, 1 << 10


def claims(probe: Probe) -> bool:
    """Tell by the version that stands first."""
    return _MAGIC.match(probe.head) is not None and not probe.is_text


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the drawing; what can't be taken apart gives loose strings."""
    texts = Texts(context.limits)
    magic = untrusted_data[:6]
    extract = Extract(TYPE, properties=[("version", _version(magic))])
    if magic < _FIRST or magic.startswith(b"MC"):
        loose(untrusted_data[:], texts)
        texts.trouble("partial", "It is a drawing of AutoCAD Release 12 or before; loose strings of it were read.")
    else:
        drawing = _Drawing(untrusted_data, texts, Budget(context.limits))
        drawing.read(extract)
        extract.children = drawing.children()
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
    extract.segments, extract.troubles = texts.segments(), texts.troubles
    if not extract.segments and not extract.troubles:
        extract.troubles.append(Trouble("no-text", "It holds no text."))
    return extract


def _version(magic: bytes) -> str:
    told = magic.decode("latin-1").rstrip("\0")
    return f"{told} (AutoCAD {VERSIONS[magic]})" if magic in VERSIONS else told


class _Drawing:
    """Takes one drawing into ``texts``, and gives what is embedded in it."""

    def __init__(self, untrusted_data: Data, texts: Texts, budget: Budget) -> None:
        self._data, self._texts = untrusted_data, texts
        self._file = File(untrusted_data, texts, budget)
        self._layout = Layout(self._file.magic)
        page = int.from_bytes(untrusted_data[0x13:0x15], "little")
        self._codec = CODE_PAGES[page] if page < len(CODE_PAGES) else "cp1252"
        classes, sound = class_list(self._file.section(CLASSES), self._layout, self._codec, self._maintenance)
        if not sound:
            texts.trouble(
                "damaged", "The drawing's list of classes is damaged; what objects say may be taken for less."
            )
        self._teller = Teller(self._layout, classes, self._codec)
        self._frames: list[Record] = []
        self._stopped = False
        self._once: set[tuple[str, str]] = set()

    @property
    def _maintenance(self) -> int:
        return int.from_bytes(self._data[0x0B:0x0C], "little")

    def read(self, extract: Extract) -> None:
        """Read the objects, then the properties, then names that other sections hold."""
        places, whole = object_map(self._file.section(HANDLES))
        section = self._file.section(OBJECTS)
        first, last = self._bounds(places, section)
        follower = Map(section, self._layout, self._teller, first, last)
        for record in follower.listed(places):
            self._object(record)
        sound = whole and not follower.lost and bool(places)
        self._left(follower, "hidden" if sound else "body")
        for name in self._file.pages:
            if name.startswith("Section "):  # found without the maps; the objects may be in any of them
                self._salvage(self._file.section(name))
        self._tell(follower, sound, len(places))
        extract.properties += self._summary()
        known = dict(extract.properties)
        extract.subject = known.get("title") or None
        extract.date = known.get("last_saved_time") or known.get("create_time") or None
        self._names()

    def _bounds(self, places: list[int], section: bytes) -> tuple[int, int]:
        """Return between which bytes objects stand: of a whole file, behind the classes and before the map."""
        if self._file.packed:
            return 4, len(section.rstrip(b"\0"))
        sound = [place for place in places if 0 < place < len(section)]
        first, last = self._file.between(CLASSES, HANDLES)
        return min([first, *sound]), max([last, *sound])

    def _object(self, record: Record, origin: str = "") -> None:
        for place, text in self._teller.said(record):
            self._add(origin or place, text)
        if record.kind in (OLE_FRAME, MACROS):
            self._frames.append(record)

    def _add(self, origin: str, text: str) -> None:
        """Add a text; of what is no text of the picture, each once, and no name that AutoCAD made up."""
        if origin in _ONCE:
            if (origin, text) in self._once or MACHINE_MADE.fullmatch(text):
                return
            self._once.add((origin, text))
        self._texts.add(origin, text)

    def _left(self, follower: Map, origin: str) -> None:
        self._stopped |= follower.stopped
        for found in follower.between():
            if isinstance(found, Record):
                self._object(found, "" if origin == "body" else origin)
            else:
                for at in range(0, len(found), _PIECE):
                    for text in self._teller.loose(found[at : at + _PIECE + _OVERLAP]):
                        self._add(origin, plain(text))

    def _salvage(self, section: bytes) -> None:
        """Read the objects of a section that may hold some."""
        follower = Map(section, self._layout, self._teller, 4, len(section.rstrip(b"\0")))
        self._left(follower, "body")

    def _tell(self, follower: Map, sound: bool, count: int) -> None:
        trouble, teller = self._texts.trouble, self._teller
        if "AcDb:Security" in self._file.pages and not sound:
            trouble("encrypted", "The drawing is encrypted; no password is tried on it.")
        elif not sound:
            lost = f"{follower.lost:,} of {count:,}"
            trouble(
                "damaged", f"The list of objects is damaged ({lost} are missing); all that look like one were read."
            )
        if self._stopped:
            trouble("limit-size", "The drawing holds more objects than there was time for; the rest was not read.")
        if follower.marred:
            told = (
                f"{follower.marred:,} objects of the drawing don't match their check sums; what they say may be wrong."
            )
            trouble("damaged", told)
        if teller.torn:
            trouble("damaged", f"{teller.torn:,} objects of the drawing make no sense; their loose strings were read.")
        if teller.loosely:
            told = (
                f"{teller.loosely:,} objects of the drawing are of kinds of their own; loose strings of them were read."
            )
            trouble("partial", told)
        if teller.limited:
            trouble("limit-size", f"Loose strings were looked for in {MOST >> 20} MiB of the drawing at most.")
        if teller.elsewhere:
            trouble(
                "external",
                f"The drawing refers to files that lie elsewhere ({len(teller.elsewhere):,}); they were not fetched.",
            )

    def _summary(self) -> list[tuple[str, str]]:
        """Return the drawing's properties: of a section of their own, before R2004 of a record."""
        if not self._file.packed:
            return list(_summary_2000(self._teller.summary))
        found: list[tuple[str, str]] = []
        section = self._file.section(SUMMARY)
        try:
            found.extend(_summary(section, self._layout.wide, self._codec))
        except ValueError:
            self._texts.trouble("damaged", "The drawing's properties are damaged; loose strings of them were read.")
            loose(section, self._texts, "properties")
        return found

    def _names(self) -> None:
        header = self._file.section("AcDb:Header")
        for text in header_strings(header, self._layout, self._maintenance):
            self._add("properties", text)
        for name in _TOLD_LOOSELY:
            for text in filter(speaks, strings(self._file.section(name)) if self._file.packed else ()):
                self._add("properties", text.strip())

    def children(self) -> Iterator[Child | Trouble]:
        """Yield embedded objects, macros, and the pictures that show the drawing in a list of files."""
        known = len(self._texts.troubles)
        for number, record in enumerate(self._frames, 1):
            name = "macros" if record.kind == MACROS else f"object{number}"
            yield from self._embedded(shifted(record.data), name)
        if "AcDb:VBAProject" in self._file.pages:
            yield from self._embedded([self._file.section("AcDb:VBAProject")], "macros")
        place = int.from_bytes(self._data[0x0D:0x11], "little")
        pictured = self._file.section(_PREVIEW) if self._file.packed else self._data[place : place + (8 << 20)]
        yield from _pictures(pictured)
        yield from self._texts.troubles[known:]  # those of the sections that were unpacked just now

    def _embedded(self, readings: Iterable[bytes], name: str) -> Iterator[Child | Trouble]:
        for data in readings:
            at = data.find(OLE_SIGNATURE)
            if at >= 0:
                yield from unwrap(data[at:], name)
                return
        yield Trouble("partial", f"The embedded object {name} of the drawing can't be taken out; it was not read.")


def _summary(data: bytes, wide: bool, codec: str) -> Iterator[tuple[str, str]]:
    """Yield what the section of the properties holds (chapter 12), none where there is none. Raises ValueError."""
    if not data:
        return
    at = 0

    def text() -> str:
        nonlocal at
        size = int.from_bytes(data[at : at + 2], "little") * (2 if wide else 1)
        said = data[at + 2 : at + 2 + size].decode("utf-16-le" if wide else codec, "replace").rstrip("\0")
        at += 2 + size
        if "\0" in said or at > len(data):
            raise ValueError("a text doesn't end where it should")
        return said

    for name in _SUMMARY:
        if value := text():
            yield name, plain(value)
    days = struct.unpack("<6I", data[at : at + 24].ljust(24, b"\0"))
    for name, day, milliseconds in (("create_time", *days[2:4]), ("last_saved_time", *days[4:6])):
        if shown := moment_of(day, milliseconds):
            yield name, shown
    count = int.from_bytes(data[at + 24 : at + 26], "little")
    at += 26
    for _ in range(min(count, _MOST_CUSTOM)):
        name, value = text(), text()
        if name or value:
            yield plain(name), plain(value)


def _summary_2000(found: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the properties by the numbers under which a record keeps them; those of a user's own are name=value."""
    for code, text in found:
        name, value = (_SUMMARY_2000.get(code, ""), text) if code < 300 else text.partition("=")[::2]
        if name and value.rstrip("\0"):
            yield plain(name), plain(value.rstrip("\0"))


def _pictures(untrusted_section: bytes) -> Iterator[Child]:
    """Yield the pictures of a preview (chapter 14): a list of their kinds and places; the first is right behind it."""
    at = untrusted_section.find(_SENTINEL, 0, 256)
    if at < 0:
        return
    count = min(untrusted_section[at + 20 : at + 21].ljust(1, b"\0")[0], _MOST_PICTURES)
    listed = untrusted_section[at + 21 : at + 21 + 9 * count]
    entries = list(struct.iter_unpack("<BII", listed[: len(listed) // 9 * 9]))
    first = min((place for _, place, _ in entries), default=0)
    for kind, place, size in entries:
        begin = at + 21 + 9 * count + place - first
        picture = untrusted_section[begin : begin + size]
        if kind in _PICTURES and picture:
            before = file_header(picture[:40], len(picture)) if kind == 2 else b""
            yield Child(f"thumbnail{_PICTURES[kind]}", before + picture)


FORMAT = Format(
    label="AutoCAD drawing",
    types=(TYPE,),
    extensions=("dwg", "dwt", "dws"),
    level="text, names of layers, blocks and files, properties, embedded objects, preview; deleted text as hidden text",
    claims=claims,
    parse=parse,
)
