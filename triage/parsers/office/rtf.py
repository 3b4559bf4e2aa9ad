"""Rich Text Format: rtf, text in the code page of its font, with what is set apart kept under its own origin.

Rich Text Format Specification 1.9.1. Embedded objects become children; pictures are passed over. Objects stand there in
the OLE 1.0 form (MS-OLEDS 2.2) in hexadecimal digits; what isn't a digit, as hostile writers put there, is passed over.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from triage.files import rows
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.charset import CHARSETS, WIDE, codec_of_page
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.drawings import lines
from triage.parsers.kit.ole import OLE_SIGNATURE, native_child, unwrap
from triage.parsers.kit.texts import Changers, Texts, describe, moment, name_set
from triage.text import raised

# The tokens of RTF and the state of its groups. Specification 1.9.1: groups inherit the state of the group around them;
# ``\uN`` is followed by ``\ucN`` characters of the older encoding, which are passed over; bytes stand in the code page
# of the font (``\fcharset``), else of the document (``\ansicpg``). Destinations that aren't known and begin with ``\*``
# are passed over whole.

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n\0]+)|([^\\{}\r\n\0]+)|\\",
    re.DOTALL,
)
# The groups of a token; line breaks, the sixth, say nothing.
_WORD, _NUMBER, _CODE, _SIGN, _BRACE, _TEXT = 1, 2, 3, 4, 5, 7
# The words that change the state or add a fact; all others are passed over.
_FORMATS = name_set(
    "revauth revauthdel revdttm revdttmdel "
    "f fcharset cpg ansicpg mac pc pca uc v deleted revised fs emfblip wmetafile cf plain red green blue yr mo "
    "dy hr min sec super sub nosupersub up dn"
)
_WORD_ROWS = rows(__name__, "rtf_words.tsv")


def _words(kind: str) -> dict[str, str]:
    return {word: value for of, value, words in _WORD_ROWS if of == kind for word in words.split()}


SYMBOLS = {word: "" if code == "-" else chr(int(code, 16)) for word, code in _words("symbol").items()}
"""The characters that control words stand for, in mail bodies too."""

_TEXT_ORIGINS, _TABLES, _SHAPE_TEXTS = map(_words, ("origin", "table", "shape"))
_SKIPPED, _INFO, _KEPT_STARS, _DATE_WORDS = (frozenset(_words(kind)) for kind in ("skipped", "info", "kept", "date"))
_DESTINATIONS = frozenset({*_TEXT_ORIGINS, *_SKIPPED, *_INFO, *_DATE_WORDS, *_TABLES})
_ORIGINS = _TABLES | _TEXT_ORIGINS
_DATES = ("yr", "mo", "dy", "hr", "min", "sec")
_SWITCHES = {"v": "hidden", "deleted": "deleted", "revised": "inserted"}
_SWITCHES |= dict.fromkeys(("super", "sub", "up", "dn"), "small")
_DEEPEST = 2000


@dataclass(slots=True)
class _State:
    """What a group inherits: where its text belongs, its font, how many characters follow ``\\u``, what hides it."""

    origin: str = "body"
    font: int = -1
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    white: bool = False
    small: bool = False
    fresh: bool = False
    word: str = ""


class _RtfReader:
    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font_being_read = -1
        self._white_colors: set[int] = set()
        self._colors: list[int] = []
        self._color_count = 0
        self._state = _State()
        self._stack: list[_State] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._parts: dict[str, list[str]] = {}
        self._date: dict[str, int] = {}
        self._info: list[str] = []
        self._changers: list[str] = []
        self._changer = 0
        self._changes: dict[int, list[int]] = {}
        self.properties: list[tuple[str, str]] = []
        self.objects: list[bytearray] = []  # the data of each embedded object in hexadecimal digits
        self.pictures = 0
        self._metafile = bytearray()
        self._last_drawn = ""
        self._at = 0
        self._shape_property = ""

    def read(self, untrusted_data: bytes) -> None:
        at, size = 0, len(untrusted_data)
        self._texts.reached = lambda: say("place-byte", byte=self._at, size=size)
        self._texts.waiting = self._waiting
        while at < len(untrusted_data) and not self._texts.full:
            at = self._tokens(untrusted_data, at)
        self._decode()
        if self._stack and not self._texts.full:
            self._texts.trouble("truncated", "rtf-group-cut")
        white = self._parts.pop("white", [])
        for origin in list(self._parts):
            self._flush(origin)
        # Where everything is white, the page's ground isn't
        self._texts.add("hidden" if self._texts.has_text("body") else "body", "".join(white))

    def _waiting(self) -> list[str]:
        self._decode()
        body = self._parts.pop("body", [])
        self._texts.add("body", "".join(body), "")
        return ["".join(parts) for parts in self._parts.values()]

    def changed_by(self) -> str:
        """Return who made tracked changes, and when ("Track Changes"): the table begins with a name for nobody."""
        changers = Changers()
        for number, name in enumerate("".join(self._changers).split(";")):
            if name.strip() and (number or number in self._changes):
                changers.note(name.strip(), "")
                for date in self._changes.get(number, ()):
                    changers.note(name.strip(), moment(date))
        return changers.text()

    def _tokens(self, data: bytes, start: int) -> int:
        """Take the tokens from ``start`` on; return where to go on: at the end, or behind bytes that are no text."""
        texts = self._texts
        for match in _TOKEN.finditer(data, start):
            kind = match.lastindex
            if kind == _TEXT:
                self._add_bytes(match[_TEXT])
            elif kind in (_WORD, _NUMBER):
                word, number = match[_WORD], match[_NUMBER]
                if word == b"bin" and number:
                    return match.end() + max(int(number), 0)
                self._control(word.decode("ascii"), int(number) if number is not None else None)
            elif kind == _CODE:
                self._add_bytes(bytes.fromhex(match[_CODE].decode("ascii")), counted=True)
            elif kind == _BRACE:
                self._at = match.start()
                self._brace(match[_BRACE] == b"{")
                if texts.full:
                    break
            elif kind == _SIGN:
                self._sign(match[_SIGN])
        return len(data)

    def _brace(self, opens: bool) -> None:
        self._decode()
        self._to_skip = 0
        if opens:
            if len(self._stack) < _DEEPEST:
                outer = self._state
                self._stack.append(outer)
                look = (outer.hidden, outer.deleted, outer.inserted, outer.white, outer.small)
                self._state = _State(outer.origin, outer.font, outer.skip, *look, fresh=True)
            else:
                self._texts.trouble("limit-depth", "rtf-nested-too-deeply", most=_DEEPEST)
                self._stack.clear()
                self._state = _State("skip")
        elif self._stack:
            closed, self._state = self._state, self._stack.pop()
            self._close(closed)

    def _close(self, closed: _State) -> None:
        if closed.word in _DATE_WORDS and self._date.get("yr"):
            year, month, day, hour, minute, second = (self._date.get(n, 0) for n in _DATES)
            self.properties.append((closed.word, f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
            self._date.clear()
        elif closed.word in _INFO:
            value = "".join(self._info).strip()
            if value:
                self.properties.append((closed.word, value))
            self._info.clear()
        elif closed.word == "sn":
            self._shape_property = "".join(self._info).strip()
            self._info.clear()
        elif closed.word == "sv":
            if origin := _SHAPE_TEXTS.get(self._shape_property):
                self._texts.add(origin, "".join(self._info))
            self._info.clear()
        elif closed.word == "pict":
            self._drawn()
        elif self._state.word == "docvar":
            self._put(" ")
        elif closed.origin != self._state.origin and closed.origin not in ("skip", "none", "info", "body"):
            self._flush(closed.origin)

    def _flush(self, origin: str) -> None:
        text = "".join(self._parts.pop(origin, ()))
        self._texts.add(origin, text.strip("\n") if origin != "body" else text, "" if origin == "body" else "\n")

    def _sign(self, sign: bytes) -> None:
        self._decode()
        if sign == b"*":
            self._state.word = "*"
            return
        if sign in b"{}\\":
            self._add_bytes(sign, counted=True)
        elif sign in (b"\r", b"\n"):
            self._put("\n")
        else:
            self._put({b"~": "\u00a0", b"_": "-", b"-": "", b"\t": "\t"}.get(sign, ""))
        self._state.fresh = False

    def _add_bytes(self, data: bytes, counted: bool = False) -> None:
        """Take literal bytes; those that repeat a ``\\u`` character in the older encoding are passed over."""
        if self._to_skip:
            passed = min(self._to_skip, len(data))
            self._to_skip -= passed
            data = data[passed:]
        if not data:
            return
        self._state.fresh = False
        if self._state.origin == "object":
            self.objects[-1] += data
        elif self._state.origin == "metafile":
            self._metafile += data
        elif self._state.origin == "fonts":
            return
        elif self._state.origin == "colors":
            self._color(data)
        elif self._state.origin != "skip":
            self._bytes += data

    def _decode(self) -> None:
        if not self._bytes:
            return
        own = self._fonts.get(self._state.font, self._codec)
        data = bytes(self._bytes)
        self._bytes.clear()
        for codec in (own, self._codec, "cp1252"):
            try:
                text = data.decode(codec)
                break
            except (UnicodeDecodeError, LookupError):
                text = data.decode(own if own in WIDE else "cp1252", "replace")
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if not text or state.origin in ("skip", "none", "fonts", "colors", "object", "metafile"):
            return
        if state.origin == "info":
            self._info.append(text)
            return
        if state.origin == "changers":
            self._changers.append(text)
            return
        if state.small:
            text = raised(text)
        if state.hidden:
            origin = "hidden"
        elif state.white and state.origin == "body":
            origin = "white"
        elif state.deleted:
            origin = "tracked"
        else:
            origin = state.origin
        self._parts.setdefault(origin, []).append(text)
        if state.inserted and origin == state.origin:
            self._parts.setdefault("tracked", []).append(text)
        for apart in ("hidden", "tracked"):
            if apart in self._parts and apart != origin and (text == "\n" or not state.inserted):
                self._flush(apart)

    def _control(self, word: str, number: int | None) -> None:
        star = self._state.word == "*"
        if word == "u" and number is not None:
            self._decode()
            self._put(chr(number & 0xFFFF))
            self._to_skip = self._state.skip
            self._state.fresh = False
            return
        if self._to_skip and word in SYMBOLS:
            self._to_skip -= 1
            return
        self._decode()
        self._to_skip = 0
        if word in SYMBOLS:
            self._put(SYMBOLS[word])
        elif self._state.fresh and (star or word in _DESTINATIONS):
            self._destination(word, star)
        elif word in _FORMATS:
            self._format(word, number)
        self._state.fresh = self._state.fresh and star
        if star and self._state.word == "*":
            self._state.word = word

    def _destination(self, word: str, star: bool) -> None:
        state = self._state
        state.word = word
        if state.origin == "skip" and word not in ("shptxt", "objdata", "objclass", "sn", "sv"):
            return
        if word in ("sn", "sv"):
            state.origin = "info"
        elif word in _INFO or word in _DATE_WORDS:
            state.origin = "info" if state.origin == "none" and word in _INFO else state.origin
        elif word == "object":
            self.objects.append(bytearray())
            state.origin = state.origin if state.origin != "skip" else "body"
        elif word == "objdata" and self.objects:
            state.origin = "object"
        else:
            self.pictures += word == "pict"
            is_skipped = word == "pict" or word in _SKIPPED or (star and word not in _KEPT_STARS)
            state.origin = _ORIGINS.get(word, "skip" if is_skipped else state.origin)

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "f" and number is not None:
            state.font = number
            if state.origin == "fonts":
                self._font_being_read = number
        elif word == "fcharset" and number in CHARSETS and number != 0:
            self._fonts[self._font_being_read] = CHARSETS[number]
        elif word == "cpg" and number is not None and state.origin == "fonts":
            self._fonts[self._font_being_read] = codec_of_page(number)
        elif word in ("ansicpg", "mac", "pc", "pca"):
            fixed = {"mac": 10000, "pc": 437, "pca": 850}
            self._codec = codec_of_page(fixed.get(word, number or 1252))
        elif word == "uc" and number is not None:
            state.skip = max(number, 0)
        elif word in _SWITCHES:
            setattr(state, _SWITCHES[word], number != 0)
        elif word == "nosupersub":
            state.small = False
        elif word == "fs" and number is not None:
            state.hidden = state.hidden or number <= 2
        elif word in ("emfblip", "wmetafile") and state.word == "pict" and state.origin == "skip":
            state.origin = "metafile"
        elif word == "cf":
            state.white = number in self._white_colors
        elif word == "plain":
            state.hidden = state.deleted = state.inserted = state.white = state.small = False
            state.font = -1
        elif word in ("red", "green", "blue") and number is not None:
            self._colors.append(number)
        elif word in _DATES and number is not None:
            self._date[word] = number
        elif word in ("revauth", "revauthdel") and number is not None:
            self._changer = number
            self._changes.setdefault(number, [])
        elif word in ("revdttm", "revdttmdel") and number is not None:
            self._changes.setdefault(self._changer, []).append(number & 0xFFFFFFFF)

    def _drawn(self) -> None:
        try:
            picture = bytes.fromhex(self._metafile.decode("ascii", "ignore"))
        except ValueError:
            return
        finally:
            self._metafile.clear()
        text = "\n".join(lines(picture))
        if text.split() != self._last_drawn.split():
            self._texts.add("textbox", text)
        self._last_drawn = text

    def _color(self, data: bytes) -> None:
        """Note a white entry of the color table, which a semicolon ends."""
        for _ in range(data.count(b";")):
            if self._colors == [255, 255, 255]:
                self._white_colors.add(self._color_count)
            self._colors.clear()
            self._color_count += 1


TYPE = "application/rtf"
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")


def claims(probe: Probe) -> bool:
    return probe.head.lstrip(b"\xef\xbb\xbf \t\r\n\0")[:5] in (b"{\\rtf", b"{\\urt")


def parse(untrusted_data: Data, context: Context) -> Extract:
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    reader = _RtfReader(texts)
    reader.read(untrusted_data[:])
    if authors := reader.changed_by():
        reader.properties.append(("Changed by", authors))
    extract.properties = reader.properties
    describe(extract, texts, dict(extract.properties), "title", "revtim", "creatim")
    texts.report_missing_text(reader.pictures > 0)
    extract.segments = texts.segments()
    extract.children = _children(reader.objects, context.limits)
    return extract


def _children(objects: list[bytearray], limits: Limits) -> Iterator[Child | Trouble]:
    for number, written in enumerate(objects, 1):
        digits = _NO_DIGIT.sub(b"", written)
        if not digits:
            continue
        data = bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
        if len(data) > limits.item_bytes:
            yield Trouble("limit-size", say("embedded-too-large", number=number))
            continue
        yield from _object(data, f"object{number}")


def _object(data: bytes, name: str) -> Iterator[Child | Trouble]:
    if data[4:8] == b"\1\0\0\0":
        yield Trouble("external", say("linked-content", name=name))
        return
    try:
        kind, native = _embedded(data)
    except (struct.error, ValueError):
        at = data.find(OLE_SIGNATURE)
        if at >= 0:
            yield from unwrap(data[at:], name)
        else:
            yield Trouble("damaged", say("embedded-breaks-rules", name=name))
            yield Child(name, data)
        return
    if native.startswith(OLE_SIGNATURE):
        yield from unwrap(native, name)
    elif kind.lower() == "package":
        yield native_child(struct.pack("<I", len(native)) + native, name)
    elif native:
        yield Child(name, native)


def _embedded(data: bytes) -> tuple[str, bytes]:
    """Return (class name, native data) of an embedded object (2.2.5). Raises struct.error or ValueError."""
    form = struct.unpack_from("<I", data, 4)[0]
    if form != 2:
        raise ValueError("not an embedded object")
    kind, at = _string(data, 8)
    _, at = _string(data, at)
    _, at = _string(data, at)
    size = struct.unpack_from("<I", data, at)[0]
    return kind, data[at + 4 : at + 4 + size]


def _string(data: bytes, at: int) -> tuple[str, int]:
    size = struct.unpack_from("<I", data, at)[0]
    if size > len(data):
        raise ValueError("a string's length runs over the end")
    return data[at + 4 : at + 4 + size].rstrip(b"\0").decode("latin-1"), at + 4 + size
