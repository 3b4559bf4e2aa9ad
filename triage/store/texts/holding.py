"""Searches the texts of many items for pieces of text without blanks, with the help of a second thread if there is one.

What a portion of items has is read and unpacked in few calls, during which Python's lock is free for the other thread.
Nothing here decides what matches.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import apsw
import msgspec

from triage.model.items import ItemNo
from triage.store.db import listed
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts.packing import decoded, unpacked, unpacked_at_once

if TYPE_CHECKING:
    from concurrent.futures import Future

    Submit = Callable[[Callable[[apsw.Connection], "Candidates"]], "Future[Candidates] | None"]
    """Gives work to another thread with a connection of its own; None where there is none."""

_AT_ONCE = 250
"""Items of one portion: what is unpacked of them is still in the processor's cache when it is looked through."""
_AHEAD = 4
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
"""Short texts in a row with their lengths, below zero those of packed ones, and the keys of long ones."""
_BY_KEY = "SELECT s.key, s.text FROM json_each(?1) w CROSS JOIN segment s ON s.key=w.value"
_EDGES = (b"", b" ", b"\n", b"\r", b"\t")
_IN_LISTS = re.compile(r'[",\\]')
"""Characters that the JSON of ``recipients`` escapes, or has between two persons."""

Record = tuple[ItemNo, str, str, str, str]
Text = tuple[ItemNo, str]
_read_records = msgspec.json.Decoder(list[Record]).decode
_read_numbers = msgspec.json.Decoder(list[int]).decode


class Candidates(NamedTuple):
    """What one connection read of some items.

    ``head`` is the end of the audit, which differs after every change of a text; ``records`` may hold all pieces, and
    so may ``texts``, by key and as UTF-8, and long ones, of which ``long`` has the keys, joined by commas.
    """

    head: str
    records: list[Record]
    texts: Iterable[tuple[int, bytes]]
    long: str | None


class Pieces:
    """Pieces that one text of some fields must hold, all of them, and the SQL that searches for them.

    ``in_records``: the only items whose records may hold all pieces, None where any may. ``whole``: what the pieces
    are of; where it stands in a text between blanks as it is, these few characters are enough of that text.
    """

    def __init__(
        self,
        pieces: Sequence[str],
        fields: Collection[str],
        in_records: Collection[ItemNo] | None = None,
        whole: str = "",
    ) -> None:
        parts = list(filter(None, dict.fromkeys(chain.from_iterable(map(_IN_LISTS.split, pieces)))))
        columns = [column for column, named in _COLUMNS.items() if not named.isdisjoint(fields)]
        each = (" AND ".join(f"instr({column}, ?{at})" for at, _ in enumerate(parts, 4)) for column in columns)
        among = f"({' OR '.join(each) if parts else 'true'})" if columns else "false"
        written = " AND ".join(f"instr(s.text, ?{at})" for at, _ in enumerate(pieces, 4 + len(parts)))
        within = f"AND (typeof(s.text)='blob' OR {written})" if pieces else ""
        self._sql = f"""SELECT ({_HEAD}), ({_RECORDS} AND {among}), {_TEXTS} {within}
        AND s.origin IN ({", ".join(map(repr, fields))})"""
        self._sought = *parts, *pieces
        self.pieces, self.fields = tuple(pieces), frozenset(fields)
        self._first, *self._others = list(map(str.encode, pieces)) or [b""]
        self._whole = whole.encode() if whole.isascii() else b""
        self._items = in_records

    def stand_in(self, text: str) -> bool:
        """Whether all pieces stand in a text."""
        return all(map(text.__contains__, self.pieces))

    def read(self, db: apsw.Connection, nos: Sequence[ItemNo]) -> Candidates:
        """Return what items have that may hold all pieces."""
        items = self._items
        recorded = listed(nos if items is None else (no for no in nos if no in items))
        bindings = recorded, *self._sought
        try:
            found = db.execute(self._sql, (listed(nos), _SHORT, *bindings)).get
        except apsw.TooBigError:
            found = db.execute(self._sql, (listed(nos), -1, *bindings)).get
        end, records, keys, lengths, row, long = found
        texts = zip(_numbers(keys), _apart(_numbers(lengths), row or b""), strict=True)
        return Candidates(end, _read_records(records), texts, long)

    def texts(self, db: apsw.Connection, portion: Candidates) -> Iterator[Text]:
        """Yield the texts of a portion that hold all pieces; packed ones are looked through here, because SQL can't."""
        first, others = self._first, self._others
        for key, text in chain(portion.texts, _one_by_one(db, portion.long)):
            at = text.find(first)
            if at >= 0 and (enough := self._excerpt(text, at) or all(map(text.__contains__, others))):
                yield ItemNo(key // MOST_SEGMENTS), decoded(text if enough is True else enough)

    def _excerpt(self, text: bytes, at: int) -> bytes:
        """Return where a text holds the whole between blanks, given where it first holds a piece; empty for nowhere."""
        whole = self._whole
        start = text.find(whole, max(at - whole.find(self._first), 0)) if whole else -1
        end = start + len(whole)
        plain = start >= 0 and text[start - 1 : start] in _EDGES and text[end : end + 1] in _EDGES
        return text[max(start - 1, 0) : end + 1] if plain else b""


def _one_by_one(db: apsw.Connection, keys: str | None) -> Iterator[tuple[int, bytes]]:
    for key, text in db.execute(_BY_KEY, (f"[{keys}]",)) if keys else ():
        yield key, unpacked(text) if isinstance(text, bytes) else text.encode()


def _numbers(joined: str | None) -> list[int]:
    return _read_numbers(f"[{joined or ''}]")


def _apart(lengths: Sequence[int], row: bytes) -> Iterator[bytes]:
    """Return the texts that stand in a row, of frames what they hold."""
    at, stretches = 0, []
    for length in lengths:
        stretches.append((at, length if length >= 0 else -1 - length))
        at += stretches[-1][1]
    frames = unpacked_at_once(row, [stretch for stretch, length in zip(stretches, lengths, strict=True) if length < 0])
    return (
        next(frames) if length < 0 else row[start : start + length]
        for (start, _), length in zip(stretches, lengths, strict=True)
    )


def head(db: apsw.Connection) -> str:
    """Return the end of the audit."""
    end: str = db.execute(_HEAD).get
    return end


def holding(
    db: apsw.Connection, nos: Collection[ItemNo], sought: Pieces, beside: Submit | None
) -> Iterator[tuple[list[Record], Iterator[Text]]]:
    """Yield records and texts of items, portion by portion; all that hold the pieces are among them.

    The texts of a portion have to be read before the next portion is asked for.
    """
    ordered = sorted(nos)
    portions = deque(ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))
    waiting: deque[tuple[list[ItemNo], Future[Candidates]]] = deque()
    try:
        while portions or waiting:
            while beside is not None and len(portions) > 1 and len(waiting) < _AHEAD:
                nos = portions.popleft()
                future = beside(lambda other, nos=nos: sought.read(other, nos))  # type: ignore[misc]
                if future is None:
                    portions.appendleft(nos)
                    beside = None
                else:
                    waiting.append((nos, future))
            if waiting and (waiting[0][1].done() or not portions):
                nos, future = waiting.popleft()
                portion = future.result()
                if portion.head != head(db):
                    portion = sought.read(db, nos)
            else:
                portion = sought.read(db, portions.popleft())
            yield portion.records, sought.texts(db, portion)
    finally:
        for _, future in waiting:
            future.cancel()
