"""Compiled help files (floor 2): topics, contents, index and every other file in them are children.

Files that the help viewer keeps for itself (tables of topics and strings, a word index) say again what stands in the
topics, and are left out; title and language are taken from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.model import Child, Extract, Segment, Trouble
from triage.parsers import chmfile, forward
from triage.parsers.charset import decode_text
from triage.parsers.charset_names import page_of_language
from triage.parsers.chmfile import Entry, Help
from triage.parsers.contract import Context, Data, Format, Meter, Probe
from triage.parsers.forward import Frame
from triage.parsers.texts import clean
from triage.parsers.unpacking import CHUNK, Budget, OverRatioError, member_list, some, unsafe_name

TYPE = "application/vnd.ms-htmlhelp"
_OWN = re.compile(
    r"::DataSpace/|/(?:#(?:IDXHDR|ITBITS|IVB|STRINGS|SUBSETS|SYSTEM|TOCIDX|TOPICS|URLSTR|URLTBL|WINDOWS|GRPINF|BSSC)"
    r"|\$FIftiMain|\$OBJINST|\$HHTitleMap|\$TitleMap|\$(?:WWAssociativeLinks|WWKeywordLinks)/\w*)$"
)
"""Files of the viewer's own, by the names that its compiler gives them."""

_LISTS = (".hhc", ".hhk")
_PAGES = (".htm", ".html", *_LISTS)
_STATED = re.compile(rb"charset|encoding\s*=|\xef\xbb\xbf|\xff\xfe", re.IGNORECASE)
_SYSTEM = {0: "contents", 1: "index", 2: "first topic", 3: "title", 6: "compiled as", 9: "compiler"}
_LANGUAGE, _MOST_SYSTEM, _MOST_HELD = 4, 1 << 16, 64 << 20


def claims(probe: Probe) -> bool:
    """Tell by the signature at the start."""
    return probe.head.startswith(chmfile.MAGIC) and not probe.is_text


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the help file; unpack its files one by one, as the children are asked for."""
    book = chmfile.opened(untrusted_data)
    extract = Extract(TYPE)
    if book.end > len(untrusted_data):
        extract.troubles.append(Trouble("truncated", "The archive breaks off; the members before that were read."))
    if book.bad:
        sentence = f"{book.bad} pieces of its list of files can't be read to their end; files may be missing."
        extract.troubles.append(Trouble("damaged", sentence))
    if book.more:
        extract.troubles.append(
            Trouble("limit-count", f"It lists more than {len(book.entries)} files; no more were read.")
        )
    entries = [entry for entry in book.entries if not _OWN.match(entry.name) and entry.name != "/"]
    extract.segments.append(Segment("properties", member_list(map(_name, entries))))
    streams = _Streams(book)
    page = _describe(book, streams, extract)
    extract.subject = dict(extract.properties).get("title")
    extract.children = _children(streams, page, context)
    return extract


def _name(entry: Entry) -> str:
    return entry.name.removeprefix("/")


class _Streams:
    """The sections of a help file, each opened at most once."""

    def __init__(self, book: Help) -> None:
        self.book = book
        self.troubles: list[Trouble] = []
        self.meter = Meter(forward.WASTE)
        self.unread = 0
        self._open: dict[int, tuple[forward.Forward, int, int]] = {}

    def __getitem__(self, number: int) -> tuple[forward.Forward, int, int]:
        """Return a section as a stream, its packed and its unpacked size; ValueError where it isn't there."""
        if number not in self._open:
            self._open[number] = self._plain() if number == 0 else self._packed(number)
        return self._open[number]

    def _plain(self) -> tuple[forward.Forward, int, int]:
        data, begin = self.book.data, self.book.content
        end = min(self.book.end or len(data), len(data))

        def frames() -> Iterator[Frame]:
            for at in range(begin, end, CHUNK):
                yield Frame(data[at : min(at + CHUNK, end)])

        return forward.Forward(frames, self.meter), max(0, end - begin), max(0, end - begin)

    def _packed(self, number: int) -> tuple[forward.Forward, int, int]:
        part = chmfile.section(self.book, number)
        if part.guessed:
            sentence = "It doesn't say how its files are packed; they were read as is usual."
            self.troubles.append(Trouble("damaged", sentence))
        data = self.book.data
        return forward.Forward(lambda: chmfile.frames(data, part), self.meter), part.end - part.begin, part.size


def _describe(book: Help, streams: _Streams, extract: Extract) -> str:
    """Read title and language from the viewer's own table; return the code page of texts that state none."""
    records = _system(_system_table(book, streams))
    language = book.language
    if len(records.get(_LANGUAGE, b"")) >= 4:
        language = int.from_bytes(records[_LANGUAGE][:4], "little")
    page = page_of_language(language)
    for code, name in _SYSTEM.items():
        text = clean(decode_text(records.get(code, b"").partition(b"\0")[0], page)[0]).strip()
        if text:
            extract.properties.append((name, text))
    return page


def _system_table(book: Help, streams: _Streams) -> bytes:
    """Return the table #SYSTEM as far as it can be read; b"" where it isn't there."""
    entry = next((entry for entry in book.entries if entry.name == "/#SYSTEM"), None)
    if entry is None:
        return b""
    table = b""
    try:
        stream, _, _ = streams[entry.section]
        for piece in stream.stretch(entry.begin, min(entry.size, _MOST_SYSTEM), forward.Losses()):
            table += piece
    except (ValueError, EOFError, OverRatioError):
        return table
    return table


def _system(table: bytes) -> dict[int, bytes]:
    """Return the records of the table #SYSTEM by their codes, the first of each: code, length, bytes."""
    records: dict[int, bytes] = {}
    at = 4
    while at + 4 <= len(table):
        code, size = int.from_bytes(table[at : at + 2], "little"), int.from_bytes(table[at + 2 : at + 4], "little")
        records.setdefault(code, table[at + 4 : at + 4 + size])
        at += 4 + size
    return records


def _children(streams: _Streams, page: str, context: Context) -> Iterator[Child | Trouble]:
    """Yield the files section by section, in the order in which they stand there, so that each is unpacked once."""
    budget = Budget(context.limits)
    sections: dict[int, list[Entry]] = {0: [], 1: []}
    for entry in sorted(streams.book.entries, key=lambda entry: (entry.section, entry.begin)):
        sections.setdefault(entry.section, []).append(entry)
    for number, entries in sections.items():
        try:
            streams[number]
        except ValueError as error:
            names = [_name(entry) for entry in entries if _is_file(entry)]
            if names:
                yield Trouble("damaged", f"{len(names)} members can't be unpacked ({error}): {some(names)}.")
            continue
        for found in _section(streams, number, entries, budget):
            yield _declared(found, page) if isinstance(found, Child) else found
    yield from streams.troubles
    if streams.unread:
        yield forward.unread(streams.unread)
    yield from _behind(streams.book)


def _is_file(entry: Entry) -> bool:
    """Whether an entry is neither a folder nor of the viewer's own."""
    return not _OWN.match(entry.name) and not (entry.name.endswith("/") and not entry.size)


def _section(streams: _Streams, number: int, entries: list[Entry], budget: Budget) -> Iterator[Child | Trouble]:
    """Yield a section's files, and at its end the bytes that belong to none.

    Compilers leave the contents and the index there a second time, which no entry lists; that is passed over.
    """
    stream, packed, size = streams[number]
    rest: list[Child | Trouble] = []
    again: list[bytes] = []
    covered = held = 0
    for place, entry in enumerate(entries):
        if streams.meter.left < 0:
            streams.unread += sum(map(_is_file, entries[place:]))
            break
        if entry.begin > covered:
            rest += forward.unlisted(stream, covered, entry.begin - covered, packed, number, budget)
            held += entry.begin - covered
            if held > _MOST_HELD:
                yield from forward.told(rest)
                rest, held = [], 0
        covered = max(covered, entry.begin + entry.size)
        if not _is_file(entry):
            continue
        name = _name(entry)
        unsafe = unsafe_name(name)
        if unsafe is not None:
            yield unsafe
        for found in forward.member(stream, entry.begin, entry.size, packed, name, budget):
            yield found
            if isinstance(found, Child) and name.lower().endswith(_LISTS):
                again.append(found.data)
    if size > covered and streams.meter.left >= 0:
        rest += forward.unlisted(stream, covered, size - covered, packed, number, budget)
    yield from forward.told([one for one in rest if isinstance(one, Trouble) or not _is_again(one.data, again)])


def _is_again(data: bytes, known: list[bytes]) -> bool:
    """Whether the bytes are nothing but these files once more."""
    for one in known:
        data = data.replace(one, b"", 1)
    return not data.strip(b"\0 ")


def _declared(child: Child, page: str) -> Child:
    """State the code page of the help file's language for a page that states no character set of its own."""
    name = child.name or ""
    if not name.lower().endswith(_PAGES):
        return child
    stated = "" if _STATED.search(child.data[:8192]) else f"; charset={page}"
    return Child(name, child.data, f"text/html{stated}")


def _behind(book: Help) -> Iterator[Child | Trouble]:
    """Read what stands behind the help file's end."""
    tail = book.data[book.end :].rstrip(b"\0") if 0 < book.end < len(book.data) else b""
    if tail:
        yield Trouble("damaged", f"{len(tail)} bytes stand behind the archive's end; they were read as a file.")
        yield Child("behind-the-end", tail)


FORMAT = Format(
    label="compiled help file",
    types=(TYPE, "application/x-chm"),
    extensions=("chm",),
    level="title, topics, contents and index as children, also of damaged files; not the viewer's own tables",
    claims=claims,
    parse=parse,
)
