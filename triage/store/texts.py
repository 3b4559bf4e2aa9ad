"""Texts as the database holds them: a long one as a Zstandard frame (RFC 8878), which any program for those unpacks.

A frame is a blob, and shorter texts are stored as text. What the audit commits to is the text itself. A frame that is
damaged is never taken for another text, or for none.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

import apsw
import msgspec

from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.store.records import listed
from triage.store.schema import MOST_SEGMENTS
from triage.text import INVISIBLE_UTF8, unmarked, visible
from triage.zstd import zstd

if TYPE_CHECKING:
    from concurrent.futures import Future

    Submit = Callable[[Callable[[apsw.Connection], "Candidates"]], "Future[Candidates] | None"]
    """Gives work to another thread with a connection of its own; None where there is none."""


SHORTEST = 8192
"""Characters of a text from which it is packed: most of what there is to gain is in few long texts."""
_LEVEL = -1
"""A quarter larger than by level 3, and unpacked twice as fast, which searches for exact text notice."""
_MOST = 1_000_000_000
"""Bytes of the largest value that SQLite stores by default: no text was longer before it was packed."""


def packed(text: str) -> str | bytes:
    """Return a text as it is stored: a long one as a frame, unless it is blank, which SQL has to see."""
    return zstd().compress(text.encode(), _LEVEL) if len(text) >= SHORTEST and text.strip(" ") else text


def plain(stored: str | bytes) -> str:
    """Return a text of what is stored, as it is shown and given away; raises CaseError where it is damaged."""
    return unmarked(whole(stored))


def whole(stored: str | bytes) -> str:
    """Return the same with the marks of what stands small, which an index is made of."""
    return stored if isinstance(stored, str) else decoded(unpacked(stored))


def decoded(data: bytes) -> str:
    """Return a text of its UTF-8; raises CaseError where that is damaged."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise CaseError("text-damaged", error=error) from error


def unpacked(frame: bytes) -> bytes:
    """Return the text of a frame as UTF-8; raises CaseError where it is damaged."""
    if (octets := size(frame)) > _MOST:
        raise CaseError("text-damaged", error=f"{octets:,} bytes")
    unpacking = zstd().ZstdDecompressor()
    try:
        text: bytes = unpacking.decompress(frame)
    except zstd().ZstdError as error:
        raise CaseError("text-damaged", error=error) from error
    if not unpacking.eof or unpacking.unused_data:
        raise CaseError("text-damaged", error="ZstdError")
    return text


def size(frame: bytes) -> int:
    """Return how many bytes a text has as UTF-8, by its frame, without unpacking it; raises CaseError for no frame."""
    try:
        octets: int | None = zstd().get_frame_info(frame).decompressed_size
    except zstd().ZstdError as error:
        raise CaseError("text-damaged", error=error) from error
    if octets is None:
        raise CaseError("text-damaged", error="ZstdError")
    return octets


def teach(db: apsw.Connection) -> None:
    """Let the SQL of a connection ask how long the text of a frame is: ``unpacked_size(frame)``."""
    db.create_scalar_function("unpacked_size", lambda *values: size(values[0]), 1, deterministic=True)


# Searching the texts of many items for pieces of text without blanks, with the help of a second thread if there is one:
# the texts of a portion of items are read and unpacked in few calls, which release the GIL. Nothing here decides what
# matches.

_HOLDING_AT_ONCE = 500
"""Items of one portion: what is unpacked of them is still in the processor's cache when it is looked through."""
_AHEAD = 4
"""Most portions that the other thread has been given and that aren't looked through yet."""
_SHORT = 65_536
"""Bytes of a stored text up to which it is read together with others."""
_HEAD = "SELECT max(seq) || ' ' || hash FROM audit"
_COLUMNS = {
    "subject": {"subject"},
    "sender": {"from"},
    "recipients": {"to", "cc", "bcc"},
    "name": {"file"},
}
"""Columns of an item's record that are text, and the fields that stand in them."""
IN_RECORDS = frozenset[str]().union(*_COLUMNS.values())
"""All of these fields."""
_RECORDS = f"""SELECT json_group_array(json_array(n, {", ".join(_COLUMNS)}))
FROM item WHERE n IN (SELECT value FROM json_each(?3))"""
_LENGTH = "octet_length(s.text)"
_TEXTS = f"""group_concat(s.key) FILTER (WHERE {_LENGTH}<=?2),
group_concat(iif(typeof(s.text)='blob', -1-{_LENGTH}, {_LENGTH})) FILTER (WHERE {_LENGTH}<=?2),
CAST(group_concat(s.text, '') FILTER (WHERE {_LENGTH}<=?2) AS blob), group_concat(s.key) FILTER (WHERE {_LENGTH}>?2)
FROM json_each(?1) w CROSS JOIN segment s
ON s.key >= w.value * {MOST_SEGMENTS} AND s.key < (w.value + 1) * {MOST_SEGMENTS}"""
"""Short texts, concatenated, with their keys and lengths, negative for packed ones, and the keys of long texts."""
_BY_KEY = "SELECT s.key, s.text FROM json_each(?1) w CROSS JOIN segment s ON s.key=w.value"
_IN_LISTS = re.compile(r'[",\\]')
"""Characters that the JSON of ``recipients`` escapes, or has between two persons."""

Record = tuple[ItemNo, str, str, str, str]
Text = tuple[ItemNo, str]
_read_records = msgspec.json.Decoder(list[Record]).decode
_read_numbers = msgspec.json.Decoder(list[int]).decode


class Candidates(NamedTuple):
    """What one connection read of a portion of items: records and texts that may hold all pieces.

    ``head`` is the end of the audit, which differs after every change of a text; ``texts`` are (key, UTF-8) pairs;
    ``long_keys`` are the keys of long texts, which aren't read yet, joined by commas.
    """

    head: str
    records: list[Record]
    texts: Iterable[tuple[int, bytes]]
    long_keys: str | None


class Pieces:
    """Pieces that one text of some fields must hold, all of them, and the SQL that searches for them.

    A text is looked through without its invisible characters; SQL lets every text pass that may have some.

    ``in_records``: the only items whose records may hold all pieces, None where any may. ``excerpt``: where it
    matches the UTF-8 of a text, what it matches stands for the text.
    """

    def __init__(
        self,
        pieces: Sequence[str],
        fields: Collection[str],
        in_records: Collection[ItemNo] | None = None,
        excerpt: re.Pattern[bytes] | None = None,
    ) -> None:
        parts = list(filter(None, dict.fromkeys(chain.from_iterable(map(_IN_LISTS.split, pieces)))))
        columns = [column for column, named in _COLUMNS.items() if not named.isdisjoint(fields)]
        each = (_holds(column, range(4, 4 + len(parts))) for column in columns)
        among = f"({' OR '.join(each) if parts else 'true'})" if columns else "false"
        written = _holds("s.text", range(4 + len(parts), 4 + len(parts) + len(pieces)))
        within = f"AND (typeof(s.text)='blob' OR {written})" if pieces else ""
        self._sql = f"""SELECT ({_HEAD}), ({_RECORDS} AND {among}), {_TEXTS}
        AND s.origin IN ({", ".join(map(repr, fields))}) {within}"""
        self._sought = *parts, *pieces
        self.pieces, self.fields = tuple(pieces), frozenset(fields)
        self._encoded = list(map(str.encode, pieces)) or [b""]
        self._excerpt = excerpt
        self._items = in_records

    def stand_in(self, text: str) -> bool:
        return all(map(visible(text).__contains__, self.pieces))

    def read(self, db: apsw.Connection, nos: Sequence[ItemNo]) -> Candidates:
        items = self._items
        recorded = listed(nos if items is None else (no for no in nos if no in items))
        bindings = recorded, *self._sought
        try:
            row = db.execute(self._sql, (listed(nos), _SHORT, *bindings)).get
        except apsw.TooBigError:
            row = db.execute(self._sql, (listed(nos), -1, *bindings)).get
        end, records, keys, lengths, data, long_keys = row
        texts = zip(_numbers(keys), _split(_numbers(lengths), data or b""), strict=True)
        return Candidates(end, _read_records(records), texts, long_keys)

    def texts(self, db: apsw.Connection, candidates: Candidates) -> Iterator[Text]:
        """Yield the texts that hold all pieces, or excerpts; packed ones are looked through here, as SQL can't."""
        sought, excerpt = self._encoded, self._excerpt
        for key, text in chain(candidates.texts, _one_by_one(db, candidates.long_keys)):
            match = excerpt.search(text) if excerpt and sought[0] in text else None
            if match or all(map(text.__contains__, sought)) or INVISIBLE_UTF8.search(text):
                yield ItemNo(key // MOST_SEGMENTS), decoded(match[0] if match else text)


def _holds(column: str, places: Iterable[int]) -> str:
    """Return the SQL that says whether the pieces bound at these places may stand in a column."""
    pieces = " AND ".join(f"instr({column}, ?{place})" for place in places)
    return f"({pieces} OR octet_length({column})<>length({column}))"


def _one_by_one(db: apsw.Connection, keys: str | None) -> Iterator[tuple[int, bytes]]:
    for key, text in db.execute(_BY_KEY, (f"[{keys}]",)) if keys else ():
        yield key, unpacked(text) if isinstance(text, bytes) else text.encode()


def _numbers(joined: str | None) -> list[int]:
    return _read_numbers(f"[{joined or ''}]")


def _split(lengths: Sequence[int], data: bytes) -> Iterator[bytes]:
    """Return the texts of which ``data`` is made up, unpacked; of a packed one the length is -1 - its bytes."""
    sizes = [length if length >= 0 else -1 - length for length in lengths]
    starts = list(accumulate(sizes, initial=0))[:-1]
    parts = zip(lengths, (data[at : at + size] for at, size in zip(starts, sizes, strict=True)), strict=True)
    return (unpacked(part) if length < 0 else part for length, part in parts)


def head(db: apsw.Connection) -> str:
    end: str = db.execute(_HEAD).get
    return end


def holding(
    db: apsw.Connection, nos: Collection[ItemNo], sought: Pieces, beside: Submit | None
) -> Iterator[tuple[list[Record], Iterator[Text]]]:
    """Yield records and texts of items, portion by portion; all that hold the pieces are among them.

    The texts of a portion have to be read before the next portion is asked for.
    """
    ordered = sorted(nos)
    portions = deque(ordered[at : at + _HOLDING_AT_ONCE] for at in range(0, len(ordered), _HOLDING_AT_ONCE))
    waiting: deque[tuple[list[ItemNo], Future[Candidates]]] = deque()
    try:
        while portions or waiting:
            while beside is not None and len(portions) > 1 and len(waiting) < _AHEAD:
                portion = portions.popleft()
                future = beside(lambda other, portion=portion: sought.read(other, portion))  # type: ignore[misc]
                if future is None:
                    portions.appendleft(portion)
                    beside = None
                else:
                    waiting.append((portion, future))
            if waiting and (waiting[0][1].done() or not portions):
                portion, future = waiting.popleft()
                candidates = future.result()
                if candidates.head != head(db):
                    candidates = sought.read(db, portion)
            else:
                candidates = sought.read(db, portions.popleft())
            yield candidates.records, sought.texts(db, candidates)
    finally:
        for _, future in waiting:
            future.cancel()
