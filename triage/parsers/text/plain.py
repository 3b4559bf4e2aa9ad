"""Plain text of any kind: notes, tables, logs, source code, subtitles. The last format to be asked.

The text is kept as written, in whatever character set it is. The label comes from the ending of the name, as content
alone can't tell a table from a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from triage.files import rows
from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.texts import Piece, PlainerReading, clean, name_set

TYPE = "text/plain"
_TYPES = {ending: media for media, endings in rows(__name__, "types.tsv") for ending in endings.split()}
TYPES = (TYPE, *dict.fromkeys(_TYPES.values()))

_NO_TEXT = name_set(
    "zip 7z rar gz pdf docx docm xlsx xlsm xlsb pptx pptm ppt odt ods odp msg pst ost vsdx one epub jpg jpeg "
    "png gif tif tiff"
)
"""Endings of files that are never text; doc and xls aren't here, as many programs write text under these."""

_PIECE, _SMALL_PIECE = 8 << 20, 1 << 18
"""Bytes that are decoded at a time where a whole file is, and where there is little time."""

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r\f"


def charset_of(declared: str) -> str | None:
    """Return the charset parameter of a declared media type, or None."""
    _, equals, rest = declared.lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None if equals else None


def _body(text: str) -> list[Segment]:
    return [Segment("body", clean(text))]


def read_text(
    untrusted_data: Data, charset: str | None, limits: Limits, plainly: Callable[[str], list[Segment]] = _body
) -> tuple[str, list[Trouble]]:
    """Decode a file up to the text limit, with a trouble beyond; ``plainly`` makes segments if time runs out."""
    PlainerReading(limits, partial(as_written, untrusted_data, charset, limits.text_chars, plainly))
    troubles: list[Trouble] = []
    data = untrusted_data[: limits.text_chars]
    if len(untrusted_data) > len(data):
        data = data[: data.rfind(b"\n") + 1 or len(data)]
        first = say("text-first-part-only", read=len(data) >> 20, size=len(untrusted_data) >> 20)
        troubles.append(Trouble("limit-size", first))
    text, trouble = decode_text(data, charset)
    if trouble is not None:
        troubles.append(trouble)
    return text, troubles


def as_written(
    untrusted_data: Data, charset: str | None, most: int, plainly: Callable[[str], list[Segment]] = _body
) -> Iterator[Piece]:
    """Yield the first ``most`` bytes of a file as text in small pieces, cut at lines or blanks where there are any."""
    start, end = 0, min(len(untrusted_data), most)
    size = end if b"\0" in untrusted_data[:4096] else _SMALL_PIECE
    while start < end:
        piece = untrusted_data[start : min(start + size, end)]
        if start + size < end:
            piece = piece[: piece.rfind(b"\n") + 1 or piece.rfind(b" ") + 1 or size]
        start += len(piece)
        text, trouble = decode_text(piece, charset)
        yield plainly(text), trouble, say("place-byte", byte=start, size=len(untrusted_data))


def pieces(untrusted_data: Data, charset: str | None, start: int = 0) -> Iterator[tuple[int, str]]:
    """Yield a file's text from a byte on in pieces that end with a line, each with the byte at which it begins.

    However large it is, all is read; wide characters come in one piece. ``start`` is where a piece begins.
    """
    end = len(untrusted_data)
    head = untrusted_data[:4096]
    while start < end:
        cut = end
        if b"\0" not in head and end - start > _PIECE:
            cut = untrusted_data.find(b"\n", start + _PIECE) + 1 or end
        yield start, decode_text(untrusted_data[start:cut], charset)[0]
        start = cut


def claims(probe: Probe) -> bool:
    if probe.is_text:
        return True
    named = probe.extension in _TYPES or probe.declared.startswith("text/")
    return named or is_wide(probe.head)


def is_wide(head: bytes) -> bool:
    """Whether this is ASCII in UTF-16 or UTF-32 without a byte order mark."""
    if len(head) < 8 or b"\x00" not in head:
        return False
    for width in (2, 4):
        for offset in (0, width - 1):
            letters = head[offset::width]
            zeros = len(head) - len(letters)
            filled = len(head.translate(None, b"\x00"))
            strange = len(letters.translate(None, _PRINTABLE))
            if abs(filled - len(letters)) * 20 <= zeros and strange * 20 <= len(letters):
                return True
    return False


def parse(untrusted_data: Data, context: Context) -> Extract:
    ending = context.name.rpartition(".")[2].lower()
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits)
    if ending in _NO_TEXT and "." in context.name:
        troubles.append(Trouble("damaged", say("text-under-wrong-name", ending=ending)))
    body = clean(text)
    if not body.strip():
        troubles.append(Trouble("no-text", say("text-blank")))
        return Extract(_TYPES.get(ending, TYPE), troubles=troubles)
    return Extract(_TYPES.get(ending, TYPE), [Segment("body", body)], troubles)
