"""Drawing exchange files (floor 2): DXF, as text and in its binary form. Pairs of a number and a value.

Autodesk's DXF reference. The text of a drawing is kept apart from its coordinates, and from the codes within it; names
of layers, blocks and styles are properties, each once; what programs keep with objects is hidden text. Files that a
drawing refers to are named and never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from triage.model import Child, Extract, Trouble
from triage.parsers.blips import file_header
from triage.parsers.cadtext import BYTES, MACHINE_MADE, STRING, VERSIONS, day_and_time, flowing, plain, value_size
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.ole import OLE_SIGNATURE, loose, unwrap
from triage.parsers.text import read_text
from triage.parsers.texts import Texts

TYPE = "image/vnd.dxf"
_BINARY = b"AutoCAD Binary DXF\r\n\x1a\0"
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:999[ \t]*(?:\r\n?|\n)[^\r\n]*(?:\r\n?|\n)\s*)*0[ \t]*(?:\r\n?|\n)[ \t]*SECTION\s"
)
_VERSION = re.compile(rb"\$ACADVER[\s\0]+[1\x01][\s\0]*(AC\d{4})")
_PAGE = re.compile(rb"\$DWGCODEPAGE[\s\0]+[3\x03][\s\0]*([A-Za-z0-9_]+)")
_HEAD, _COMMENT = 65_536, (999).to_bytes(2, "little")
_WIDE = b"AC1021"
_HANDLES = frozenset((5, 105, *range(320, 370), *range(390, 400), 480, 481, 1005))
_PROPERTIES = {
    "$ACADVER": "version", "$TITLE": "title", "$SUBJECT": "subject", "$AUTHOR": "author", "$KEYWORDS": "keywords",
    "$COMMENTS": "comments", "$LASTSAVEDBY": "last_saved_by", "$REVISIONNUMBER": "revision",
    "$HYPERLINKBASE": "hyperlink_base",
}  # fmt: skip
_TIMES = {"$TDCREATE": "create_time", "$TDUPDATE": "last_saved_time"}
_TEXT = frozenset((1, 9, *range(300, 310)))
_NAMES = frozenset((2, 3, 4, 6, 7, 8, *range(410, 420), *range(430, 440), *range(470, 480), 1003))
_IN_PIECES = frozenset(("MTEXT", "ACAD_TABLE", "ATTRIB", "ATTDEF"))
_TAGGED = frozenset(("ATTRIB", "ATTDEF"))
_ONE_LINE = frozenset(("TEXT", "RTEXT", "ARCALIGNEDTEXT", "IMAGE"))
_REFERENCES = frozenset(("IMAGEDEF", "PDFDEFINITION", "DWFDEFINITION", "DGNDEFINITION", "POINTCLOUDDEF"))
_SECTIONS = frozenset(
    ("HEADER", "CLASSES", "TABLES", "BLOCKS", "ENTITIES", "OBJECTS", "THUMBNAILIMAGE", "ACDSDATA", "ACDSRECORD")
)
_BEHIND = frozenset(("TABLES", "OBJECTS", "THUMBNAILIMAGE"))
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_FRAME = re.compile(r"^[A-Z_]*\{$|^\}$")
_PIECE = 250
"""How many letters the pieces of a long text have, save its last."""

Pair = tuple[int, str | bytes]


def claims(probe: Probe) -> bool:
    """Tell by how the first section begins."""
    return probe.head.startswith(_BINARY) or _START.match(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the pairs; behind what is no pair, the lines are read as text."""
    texts, extract = Texts(context.limits), Extract(TYPE)
    head = untrusted_data[:_HEAD]
    version, page = _VERSION.search(head), _PAGE.search(head)
    charset = (
        "utf-8" if version and version[1] >= _WIDE else page[1].decode().replace("ANSI_", "windows-") if page else None
    )
    reading = _Reading(texts, extract)
    if head.startswith(_BINARY):
        reading.take(_binary_pairs(untrusted_data, charset or "windows-1252", texts))
    else:
        text, troubles = read_text(untrusted_data, charset, context.limits)
        texts.troubles += troubles
        _look(text, texts)
        reading.take(_pairs(text, texts))
    reading.end()
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
    known = dict(extract.properties)
    extract.subject = known.get("title") or None
    extract.date = known.get("last_saved_time") or known.get("create_time") or None
    extract.segments, extract.troubles = texts.segments(), texts.troubles
    if not extract.segments and not extract.troubles:
        extract.troubles.append(Trouble("no-text", "It holds no text."))
    extract.children = reading.children()
    return extract


def _pairs(text: str, texts: Texts) -> Iterator[Pair]:
    """Yield the pairs of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, (code, value) in enumerate(zip(islice(lines, 0, None, 2), islice(lines, 1, None, 2), strict=False)):
        try:
            pair = int(code), value
        except ValueError:
            if not code.strip() and not any(line.strip() for line in lines[2 * number :]):
                return
            told = f"From line {2 * number + 1:,} on it isn't written in pairs; what follows was read as text."
            texts.trouble("damaged", told)
            texts.add("body", "\n".join(lines[2 * number :]))
            return
        yield pair
    if not text.rstrip().endswith("EOF"):
        texts.trouble("truncated", "The drawing ends without its mark of the end.")


def _binary_pairs(data: Data, charset: str, texts: Texts) -> Iterator[Pair]:
    """Yield the pairs of the binary form: the number says how long its value is; before R13 it has one byte."""
    at, size = len(_BINARY), len(data)
    wide = data[at : at + 2] in (b"\0\0", _COMMENT)
    while at < size:
        code = int.from_bytes(data[at : at + 2], "little") if wide else data[at]
        at += 2 if wide else 1
        if not wide and code == 255:
            code = int.from_bytes(data[at : at + 2], "little")
            at += 2
        length = _binary_size(code)
        if length == STRING:
            end = data.find(b"\0", at)
            if end < 0:
                break
            value = decode_text(data[at:end], charset)[0]
            _look(value, texts)
            at = end + 1
            yield code, value
            if code == 0 and value == "EOF":
                _behind(data[at:], texts)
                return
        elif length == BYTES:
            length = data[at] if at < size else 0
            yield code, data[at + 1 : at + 1 + length]
            at += 1 + length
        elif length:
            yield code, data[at : at + length]
            at += length
        else:
            texts.trouble("damaged", f"At byte {at:,} stands nothing that can be; loose strings of the rest were read.")
            loose(data[at:], texts)
            return
    texts.trouble("truncated", "The drawing ends without its mark of the end.")


def _behind(untrusted_rest: bytes, texts: Texts) -> None:
    if untrusted_rest.strip(b"\0\x1a\r\n "):
        texts.trouble("damaged", "The drawing goes on behind its end; loose strings of that were read.")
        loose(untrusted_rest, texts)


def _look(text: str, texts: Texts) -> None:
    """Tell of what no text holds."""
    if _CONTROL.search(text):
        texts.trouble("damaged", "The drawing holds control characters where text should be; parts may be missing.")


def _binary_size(code: int) -> int:
    if code in _HANDLES:
        return STRING
    size = value_size(code)
    return 8 if size == 24 else 2 if 280 <= code < 290 else size


class _Reading:
    """Takes the pairs of one drawing into ``texts``."""

    def __init__(self, texts: Texts, extract: Extract) -> None:
        self._texts, self._extract = texts, extract
        self._section = self._kind = self._variable = self._tag = ""
        self._pieces: list[str] = []
        self._bytes: list[str | bytes] = []
        self._once: set[tuple[str, str]] = set()
        self._elsewhere: set[str] = set()
        self._held: list[tuple[str, bytes]] = []

    def take(self, pairs: Iterator[Pair]) -> None:
        """Read all pairs."""
        for code, value in pairs:
            if code == 0 and isinstance(value, str):
                self._begin(value.strip().upper())
            elif code == 2 and self._kind == "SECTION" and isinstance(value, str):
                self._section, self._kind = value.strip().upper(), ""
                if self._section not in _SECTIONS:
                    self._astray()
            elif code == 999 and isinstance(value, str):
                self._texts.add("comment", value)
            elif code == 310:
                self._bytes.append(value)
            elif self._section == "HEADER":
                self._header(code, value)
            elif isinstance(value, str) and value.strip() and self._section != "CLASSES":
                self._value(code, value)

    def _begin(self, kind: str) -> None:
        """Begin an object, or a section, or end one."""
        self._close()
        if kind == "ENDSEC":
            self._section = ""
        elif not kind or (not self._section and kind not in ("SECTION", "EOF")):
            self._astray()
        self._kind = kind

    def _astray(self) -> None:
        told = "The drawing's sections don't begin and end as they should; parts may be taken for what they aren't."
        self._texts.trouble("damaged", told)

    def end(self) -> None:
        """Close the last object, and tell of files that lie elsewhere."""
        self._close()
        if self._elsewhere:
            count = len(self._elsewhere)
            told = f"The drawing refers to files that lie elsewhere ({count:,}); they were not fetched."
            self._texts.trouble("external", told)

    def _header(self, code: int, value: str | bytes) -> None:
        """Take a variable of the header: after its name, its values."""
        found = self._extract.properties
        if code == 9 and isinstance(value, str):
            self._variable = value.strip()
        elif code == 40 and self._variable in _TIMES:
            if shown := day_and_time(value):
                found.append((_TIMES[self._variable], shown))
        elif not isinstance(value, str) or code > 9 or not value.strip() or self._variable == "$DWGCODEPAGE":
            return
        elif self._variable == "$CUSTOMPROPERTYTAG":
            self._tag = plain(value)
        elif self._variable == "$CUSTOMPROPERTY":
            found.append((self._tag, plain(value)))
        elif self._variable == "$ACADVER":
            release = VERSIONS.get(value.strip().encode())
            found.append(("version", f"{value.strip()} (AutoCAD {release})" if release else value.strip()))
        elif self._variable in _PROPERTIES:
            found.append((_PROPERTIES[self._variable], plain(value)))
        else:
            self._add("properties", f"{self._variable.lstrip('$')}: {plain(value)}")

    def _value(self, code: int, value: str) -> None:
        """Take a string of an object."""
        if self._kind == "TABLE":
            return  # it says which table it is
        drawn = self._section not in _BEHIND and self._kind not in ("BLOCK", "ENDBLK")
        kept = self._kind == "XRECORD" and value_size(code) == STRING and code != 100
        if kept or code in (1000, 1009):
            self._add("hidden", plain(value))
        elif drawn and code in (2, 3) and self._kind in _IN_PIECES and (self._kind == "MTEXT" or len(value) >= _PIECE):
            self._pieces.append(value)
        elif drawn and (code in _TEXT or (code in (2, 3) and self._kind in _TAGGED)):
            self._flush("" if _FRAME.search(value) else value)
        elif code in _TEXT or code in _NAMES:
            if code == 1 and (self._kind == "BLOCK" or self._kind in _REFERENCES):
                self._elsewhere.add(value)
            self._add("fieldcode" if self._kind == "FIELD" else "properties", plain(value))

    def _flush(self, value: str) -> None:
        """Add a text of the picture with the pieces that came before it."""
        whole = "".join((*self._pieces, value))
        self._pieces.clear()
        if whole and whole != "<>":
            self._texts.add("body", plain(whole) if self._kind in _ONE_LINE else flowing(whole))

    def _add(self, origin: str, text: str) -> None:
        if (origin, text) not in self._once and not MACHINE_MADE.fullmatch(text):
            self._once.add((origin, text))
            self._texts.add(origin, text)

    def _close(self) -> None:
        """End an object: pieces of text and bytes that wait are its own."""
        self._flush("")
        if self._bytes:
            if self._section == "THUMBNAILIMAGE" or self._kind == "OLE2FRAME":
                self._held.append((self._kind, b"".join(map(_raw, self._bytes))))
            self._bytes.clear()

    def children(self) -> Iterator[Child | Trouble]:
        """Yield embedded objects, and the picture that shows the drawing in a list of files."""
        for number, (kind, data) in enumerate(self._held, 1):
            at = data.find(OLE_SIGNATURE)
            if kind != "OLE2FRAME":
                yield Child("thumbnail.bmp", file_header(data[:40], len(data)) + data)
            elif at >= 0:
                yield from unwrap(data[at:], f"object{number}")
            else:
                told = f"The embedded object object{number} of the drawing can't be taken out; it was not read."
                yield Trouble("partial", told)


def _raw(value: str | bytes) -> bytes:
    """Return the bytes of a value that is written in hexadecimal digits, b"" where it isn't."""
    try:
        return value if isinstance(value, bytes) else bytes.fromhex(value)
    except ValueError:
        return b""


FORMAT = Format(
    label="drawing exchange file (DXF)",
    types=(TYPE,),
    extensions=("dxf",),
    level="text without its codes, names of layers, blocks and files, properties, comments, embedded objects, preview",
    claims=claims,
    parse=parse,
)
