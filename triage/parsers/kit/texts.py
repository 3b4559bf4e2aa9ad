"""Gathering of a document's text by origin, shared by the office parsers.

Nothing here reads bytes; it only keeps strings apart by where they came from and stops at the text limit, saying so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Context, Limits, seconds_left
from triage.parsers.kit.unpacking import member_list

_UNFIT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def clean(text: str) -> str:
    """Return the text without surrogates and control characters but ESC, which shows an encoding left undone."""
    # All that is unfit isn't printable; blanks of other kinds aren't either, but are no reason to look closer.
    if text.isprintable() or text.replace("\t", " ").replace("\n", " ").replace("\xa0", " ").isprintable():
        return text
    if not text.isascii() and _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNFIT.sub("", text)


def name_set(names: str) -> frozenset[str]:
    """Return the names in a text, which blanks separate."""
    return frozenset(names.split())


_WORD = re.compile(r"[^\W\d_]{3,}")
_FILLED = re.compile(r"ÿ{2,}|([A-Za-zÀ-ÿ])\1{3,}")
"""Runs of one byte, such as the 255s of an empty field, where they look like letters."""


def looks_like_words(text: str) -> bool:
    """Whether a loose string looks like words rather than chance: mostly letters and blanks, one word at least."""
    letters = sum(map(str.isalpha, text)) + text.count(" ")
    return letters * 10 >= len(text) * 7 and _WORD.search(_FILLED.sub(" ", text)) is not None


def others_share(most: int) -> int:
    """Return how much of a text limit no single origin may take: hidden text, comments and properties come late."""
    return most // 8


class Texts:
    """Lines of text by origin, in order; one segment for each origin and ``cut``, as a phrase is found within a segment
    only.

    ``reached`` says what is being read; ``waiting`` gives text that has no place in the document yet, should a limit
    end it.
    """

    def __init__(self, limits: Limits) -> None:
        self._left = limits.text_chars
        self._most_of_one = limits.text_chars - others_share(limits.text_chars)
        self._rooms: dict[str, int] = {}
        self._count = 0
        self._over = False
        self.full = False  # whether nothing more fits, of whatever origin
        self.sheets = 0
        self.reached: Callable[[], Message] = self._characters
        self.waiting: Callable[[], Iterable[str]] = tuple
        limits.gathered.append(self)
        self._lines: dict[str, list[str]] = {}
        self._done: list[Segment] = []
        self.troubles: list[Trouble] = []

    def add(self, origin: str, text: str, end: str = "\n") -> None:
        """Append text to an origin, followed by ``end``; past the text limit it is dropped and the fact noted once."""
        if not text or text.isspace():
            return
        room = self._rooms.get(origin, self._most_of_one)
        if len(text) > room or len(text) > self._left:
            self.full = self.full or room >= self._left
            text = text[: min(room, self._left)]
            if not self._over:
                self._over = True
                self._count += len(text)  # where the text ends is where the reading came to
                self.trouble("limit-size", "read-up-to", reason=say("text-over-limit"), place=self.reached())
                self._count -= len(text)
            if not text:
                return
        size = len(text) + len(end)
        self._count += len(text)
        self._rooms[origin] = max(0, room - size)
        self._left = max(0, self._left - size)
        lines = self._lines.get(origin)
        if lines is None:
            lines = self._lines[origin] = []
        lines.append(clean(text))
        lines.append(end)

    def _characters(self) -> Message:
        return say("place-character", count=self._count)

    def contains(self, origin: str, text: str) -> bool:
        return clean(text) in self._lines.get(origin, ())

    def end_with(self, origin: str, end: str) -> None:
        """Change what follows the last text of an origin (a table cell ends with a tab, its row with a line feed)."""
        lines = self._lines.get(origin)
        if lines:
            lines[-1] = end

    def cut(self, *origins: str) -> None:
        """Close the segments of these origins (all of them where none is named): what follows starts new ones."""
        for origin in origins or tuple(self._lines):
            text = "".join(self._lines.pop(origin, ())).strip("\n")
            if text:
                self._done.append(Segment(origin, text))

    def trouble(self, code: str, key: str, /, **values: object) -> None:
        """Note a trouble by its code and the key and values of its sentence, the same one only once."""
        self.add_trouble(Trouble(code, say(key, **values)))

    def add_trouble(self, trouble: Trouble) -> None:
        """Note a trouble, the same one only once."""
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def segments(self) -> list[Segment]:
        """Close everything and return the segments, bodies first, each origin in reading order."""
        self.cut()
        return sorted(self._done, key=lambda s: s.origin != "body")

    def so_far(self) -> list[Segment]:
        """Return what a parser has read that a limit has stopped."""
        for text in self.waiting():
            self.add("hidden", text)
        return self.segments()

    def has_text(self, *origins: str) -> bool:
        """Whether any of these origins has text so far (any origin at all where none is named)."""
        wanted = origins or (*self._lines, *(s.origin for s in self._done))
        return any(self._lines.get(o) for o in wanted) or any(s.origin in wanted for s in self._done)

    def report_pictures_only(self) -> None:
        self.trouble("needs-ocr", "pictures-only")

    def report_missing_text(self, pictured: bool, has_files: bool = False) -> None:
        """Note where a document has no text besides its properties: pictures to be recognised, or nothing at all.
        Beside pictures hidden text doesn't count; ``has_files`` says that it holds files, which are items of their own.
        """
        unseen = {"properties", "fieldcode"} | ({"hidden"} if pictured else set())
        origins = {*self._lines, *(s.origin for s in self._done)} - unseen
        if any(self.has_text(o) for o in origins):
            return
        if pictured:
            self.report_pictures_only()
        elif not has_files and not self.troubles:
            self.trouble("no-text", "holds-no-text")


def describe(extract: Extract, texts: Texts, known: Mapping[str, str], title: str, *dates: str) -> None:
    """Add an extract's properties to the text; its subject is the ``known`` title, its date the first of ``dates``."""
    extract.subject = known.get(title) or None
    extract.date = next(filter(None, map(known.get, dates)), None)
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")


# What is kept of an item whose reading a limit ends, where ``Texts`` doesn't gather it; made in the little time left.

_Piece = TypeVar("_Piece")
Piece = tuple[list[Segment], Trouble | None, Message]


def while_time_remains(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces for half of the time that is left, the first one in any case."""
    until = seconds_left() / 2
    for piece in pieces:
        yield piece
        if seconds_left() < until:
            return


class PlainerReading:
    """A reading of an item that is quick and less exact, made only where a limit has left no other."""

    def __init__(self, limits: Limits, pieces: Callable[[], Iterable[Piece]]) -> None:
        self.troubles: list[Trouble] = []
        self._pieces = pieces
        self._position: Message | None = None
        limits.plainer.append(self)

    def so_far(self) -> list[Segment]:
        """Return the text that can be had in the time that is left."""
        texts: dict[str, list[str]] = {}
        for segments, trouble, position in while_time_remains(self._pieces()):
            self._position = position
            for segment in segments:
                texts.setdefault(segment.origin, []).append(segment.text)
            if trouble is not None and trouble not in self.troubles:
                self.troubles.append(trouble)
        joined = (Segment(origin, "".join(parts)) for origin, parts in texts.items())
        return [segment for segment in joined if segment.text.strip()]

    def reached(self) -> Message | None:
        return self._position


class MemberNames(list[str]):
    """The names of an archive's members as they are found, before they become its text."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.troubles: list[Trouble] = []
        self._context = context
        context.limits.gathered.append(self)

    def segment(self) -> Segment:
        """Return them as the archive's text."""
        return Segment("properties", member_list(self._context.listable(self)))

    def so_far(self) -> list[Segment]:
        return [self.segment()] if self else []

    def reached(self) -> Message:
        return say("place-member", count=len(self))


# Who made the tracked changes in a text document, and when.


def moment(date: int) -> str:
    """Return a date and time of Word as ISO 8601 without a zone, "" where it says none."""
    minute, hour, day = date & 0x3F, date >> 6 & 0x1F, date >> 11 & 0x1F
    month, year = date >> 16 & 0xF, date >> 20 & 0x1FF
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60):
        return ""
    return f"{1900 + year}-{month:02}-{day:02}T{hour:02}:{minute:02}"


class Changers:
    """Gathers names, each with its first and its last date, in the order in which they come."""

    def __init__(self) -> None:
        self._dates: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._dates)

    def __contains__(self, name: str) -> bool:
        return name in self._dates

    def note(self, name: str, date: str) -> None:
        """Note a change; ``date`` is ISO 8601, "" where it isn't known."""
        dates = self._dates.setdefault(name, [])
        if date:
            dates[:] = (min([date, *dates]), max([date, *dates]))

    def text(self) -> str:
        """Return the names with their dates in brackets, "" where nobody was noted."""
        spans = {name: " to ".join(dict.fromkeys(dates)) for name, dates in self._dates.items()}
        return "; ".join(f"{name} ({span})" if span else name for name, span in spans.items())
