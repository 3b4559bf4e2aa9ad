"""Searches the texts of many items for pieces of text without blanks, with the help of a second thread if there is one.

That thread only says where the pieces are: what is returned was read by the first. Nothing here decides what matches.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from triage.model.items import ItemNo
from triage.store.db import listed
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts.packing import unpacked

if TYPE_CHECKING:
    from concurrent.futures import Future

    Submit = Callable[[Callable[[apsw.Connection], "Whereabouts"]], "Future[Whereabouts] | None"]
    """Gives work to another thread with a connection of its own; None where there is none."""

_AT_ONCE = 2_000
"""Items of one portion; it takes some hundredths of a second."""
_AHEAD = 2
_FEW_FIELDS = 3
"""Fields that are quickly compared with that of each text; where there are more, most texts are of one of them."""
_HEAD = "SELECT max(seq), hash FROM audit"
_RECORDS = "item WHERE n IN (SELECT value FROM json_each(?1))"
_COLUMNS = {
    "subject": {"subject"},
    "sender": {"from"},
    "recipients": {"to", "cc", "bcc"},
    "name": {"file"},
}
"""Columns of an item's record that are text, and the fields that stand in them."""
IN_RECORDS = frozenset[str]().union(*_COLUMNS.values())
"""All of these fields."""
_RECORD = f"SELECT n, {', '.join(_COLUMNS)} FROM {_RECORDS}"
_TEXTS = f"""json_each(?1) w CROSS JOIN segment s
ON s.key >= w.value * {MOST_SEGMENTS} AND s.key < (w.value + 1) * {MOST_SEGMENTS}"""
_TEXT = f"SELECT s.key/{MOST_SEGMENTS}, s.origin, s.text FROM"
_BY_KEY = f"{_TEXT} json_each(?1) w CROSS JOIN segment s ON s.key=w.value"
_IN_LISTS = re.compile(r'[",\\]')
"""Characters that the JSON of ``recipients`` escapes, or has between two persons."""

Record = tuple[ItemNo, str, str, str, str]
Text = tuple[ItemNo, str]


class Whereabouts(NamedTuple):
    """The items whose records hold all pieces, and the keys of such texts and of packed ones, joined by commas.

    ``head`` is the end of the audit, which differs after every change of a text.
    """

    head: tuple[Any, ...]
    records: str | None
    texts: str | None


class Pieces:
    """Pieces that one text of some fields must hold, all of them, and the SQL that searches for them.

    ``in_records``: the only items whose records may hold all pieces, None where any may.
    """

    def __init__(
        self, pieces: Sequence[str], fields: Collection[str], in_records: Collection[ItemNo] | None = None
    ) -> None:
        parts = list(filter(None, dict.fromkeys(chain.from_iterable(map(_IN_LISTS.split, pieces)))))
        columns = [column for column, named in _COLUMNS.items() if not named.isdisjoint(fields)]
        self._in_records = tuple(parts) if columns else ()
        each = (" AND ".join(f"instr({column}, ?{at})" for at, _ in enumerate(parts, 2)) for column in columns)
        self._records = f"AND ({' OR '.join(each) if parts else 'true'})" if columns else "AND false"
        origins = f" AND s.origin IN ({', '.join(map(repr, fields))})" if len(fields) <= _FEW_FIELDS else ""
        written = " AND ".join(f"instr(s.text, ?{at})" for at, _ in enumerate(pieces, 2))
        self._texts = f"{origins} AND (typeof(s.text)='blob' OR {written})" if pieces else origins
        self.pieces, self.fields = tuple(pieces), frozenset(fields)
        self._items = in_records

    def stand_in(self, text: str) -> bool:
        """Whether all pieces stand in a text."""
        return all(map(text.__contains__, self.pieces))

    def records(self, db: apsw.Connection, nos: Sequence[ItemNo]) -> Iterator[Record]:
        """Yield the records of items, their people and subjects, that may hold all pieces."""
        return iter(db.execute(f"{_RECORD} {self._records}", self._recorded(nos)))

    def _recorded(self, nos: Sequence[ItemNo]) -> tuple[str, ...]:
        """Return what stands for the parameters of ``_records``."""
        items = self._items
        return listed(nos if items is None else (no for no in nos if no in items)), *self._in_records

    def texts(self, db: apsw.Connection, nos: Sequence[ItemNo]) -> Iterator[Text]:
        """Yield the texts of items that hold all pieces."""
        return self._of(db.execute(f"{_TEXT} {_TEXTS} {self._texts}", (listed(nos), *self.pieces)))

    def found(self, db: apsw.Connection, where: Whereabouts) -> tuple[list[Record], Iterator[Text]]:
        """Read the records and texts that another connection named."""
        records, texts = (f"[{numbers or ''}]" for numbers in (where.records, where.texts))
        return list(db.execute(_RECORD, (records,))), self._of(db.execute(_BY_KEY, (texts,)))

    def _of(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Text]:
        """Yield the texts that hold all pieces; packed ones are looked through here, because SQL can't."""
        for n, origin, text in rows:
            if origin in self.fields:
                if isinstance(text, str):
                    yield n, text
                elif (written := unpacked(text, self.pieces)) is not None:
                    yield n, written

    def whereabouts(self, db: apsw.Connection, nos: Sequence[ItemNo]) -> Whereabouts:
        """Return where in these items to look."""
        records = f"SELECT group_concat(n) FROM {_RECORDS} {self._records}"
        texts = f"SELECT group_concat(s.key) FROM {_TEXTS} {self._texts}"
        with db:
            end = head(db)
            in_records = db.execute(records, self._recorded(nos)).get
            in_texts = db.execute(texts, (listed(nos), *self.pieces)).get
        return Whereabouts(end, in_records, in_texts)


def head(db: apsw.Connection) -> tuple[Any, ...]:
    """Return the end of the audit."""
    return next(iter(db.execute(_HEAD)))


def holding(
    db: apsw.Connection, nos: Collection[ItemNo], sought: Pieces, beside: Submit | None
) -> Iterator[tuple[list[Record], Iterator[Text]]]:
    """Yield records and texts of items, portion by portion; all that hold the pieces are among them.

    The texts of a portion have to be read before the next portion is asked for.
    """
    ordered = sorted(nos)
    portions = deque(ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))
    waiting: deque[tuple[list[ItemNo], Future[Whereabouts]]] = deque()
    try:
        while portions or waiting:
            while beside is not None and len(portions) > 1 and len(waiting) < _AHEAD:
                portion = portions.popleft()
                future = beside(lambda other, portion=portion: sought.whereabouts(other, portion))  # type: ignore[misc]
                if future is None:
                    portions.appendleft(portion)
                    beside = None
                else:
                    waiting.append((portion, future))
            if waiting and (waiting[0][1].done() or not portions):
                portion, future = waiting.popleft()
                where = future.result()
                if where.head == head(db):
                    yield sought.found(db, where)
                    continue
            else:
                portion = portions.popleft()
            yield list(sought.records(db, portion)), sought.texts(db, portion)
    finally:
        for _, future in waiting:
            future.cancel()
