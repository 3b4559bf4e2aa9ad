"""Which items are near-duplicates, as last worked out: numbers in a file of their own, which can be made anew any time.

It holds no text. Rows of sealed items are deleted with the step that seals them, and never given out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from triage.model.items import ItemNo
from triage.model.tags import NearDuplicate
from triage.store.db import Store, joined_numbers, listed
from triage.store.derived import files
from triage.store.relations import HERE
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts.packing import plain

FOLDER, FILE = "derived", "near-duplicates.db"
_TABLE = """CREATE TABLE near(
    item INTEGER PRIMARY KEY, content INTEGER NOT NULL, pivot INTEGER NOT NULL, nearness REAL NOT NULL);
CREATE INDEX near_pivot ON near(pivot, content);"""
_CONTENTS = f"""SELECT group_concat(n) FROM item WHERE {HERE} AND digest<>'' GROUP BY digest
UNION ALL SELECT n FROM item WHERE {HERE} AND digest=''"""
_TEXT = "SELECT text FROM segment WHERE key>=? AND key<? AND origin IN ('body', 'textbox', 'note', 'speaker', 'ocr')"
_GIVEN = "(SELECT value FROM json_each(?))"


def contents(store: Store) -> list[list[ItemNo]]:
    """Return the items that are here, those of the same content together, each in ascending order."""
    return [sorted(joined_numbers(str(joined))) for (joined,) in store.db.execute(_CONTENTS)]


def text(store: Store, no: ItemNo) -> str:
    """Return what a reader of an item sees of it: without headers, names, and what is hidden."""
    rows = store.db.execute(_TEXT, (no * MOST_SEGMENTS, (no + 1) * MOST_SEGMENTS))
    return "\n".join(plain(text) for (text,) in rows)


def save(
    store: Store,
    case: Path,
    groups: Mapping[ItemNo, tuple[ItemNo, float]],
    alike: Sequence[Sequence[ItemNo]],
    program: str = "",
) -> None:
    """Store the groups, of the first item of each content, for all that have it, in place of those before.

    ``program`` is the version that found them.

    No seal is set meanwhile: one that was set since the texts were read is left out, and a later one deletes its rows.
    """
    rows = [(no, nos[0], *groups[nos[0]]) for nos in alike if nos[0] in groups for no in nos]
    with files.replacing(store, case / FOLDER / FILE, _TABLE, program) as db:
        here = _here(store, [no for no, *_ in rows])
        db.executemany("INSERT INTO near VALUES(?, ?, ?, ?)", (row for row in rows if row[0] in here))


def forget(store: Store, case: Path, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items; a group whose pivot goes is named by the first item that is left, and has none."""
    with files.leaving_out(store, case / FOLDER / FILE) as db:
        if db is not None:
            given = (listed(nos),)
            db.execute(f"DELETE FROM near WHERE item IN {_GIVEN}", given)
            for column, sign in (("pivot", "-"), ("content", "")):
                sql = f"SELECT {sign}min(item), {column} FROM near WHERE {column} IN {_GIVEN} GROUP BY {column}"
                db.executemany(f"UPDATE near SET {column}=? WHERE {column}=?", list(db.execute(sql, given)))


def _rows(store: Store, case: Path, sql: str, bindings: tuple[object, ...] = ()) -> list[tuple[int, int, int, float]]:
    with files.vouched(store, case / FOLDER / FILE) as db:
        return [] if db is None else list(db.execute(sql, bindings))


def _here(store: Store, nos: Collection[int]) -> set[int]:
    sql = f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}"
    return {n for (n,) in store.db.execute(sql, (listed(nos),))}


def pairs(store: Store, case: Path) -> list[tuple[ItemNo, ItemNo, float]]:
    """Return each item that has near-duplicates with the pivot of its group and how near it is to that.

    Those whose pivot is gone are left out.
    """
    sql = "SELECT * FROM near WHERE pivot>0 ORDER BY item"
    return [(ItemNo(no), ItemNo(pivot), nearness) for no, _, pivot, nearness in _rows(store, case, sql)]


def counts(store: Store, case: Path, nos: Collection[ItemNo]) -> dict[ItemNo, int]:
    """Return of these items those that have near-duplicates, with how many other contents these have."""
    own = _rows(store, case, f"SELECT * FROM near WHERE item IN {_GIVEN}", (listed(nos),))
    groups = _rows(store, case, f"SELECT * FROM near WHERE pivot IN {_GIVEN}", (listed({row[2] for row in own}),))
    here = _here(store, {row[0] for row in groups})
    in_group: dict[int, set[int]] = {}
    for item, content, pivot, _ in groups:
        if item in here:
            in_group.setdefault(pivot, set()).add(content)
    others = {
        ItemNo(item): len(in_group.get(pivot, set()) - {content}) for item, content, pivot, _ in own if item in here
    }
    return {no: many for no, many in others.items() if many}


def items(store: Store, case: Path) -> frozenset[ItemNo]:
    """Return all items that have near-duplicates, as ``counts`` counts them."""
    return frozenset(counts(store, case, [ItemNo(item) for item, *_ in _rows(store, case, "SELECT * FROM near")]))


def group(store: Store, case: Path, no: ItemNo) -> list[NearDuplicate]:
    """Return an item's near-duplicates, one item of each content, the nearest to the group's pivot first, and itself.

    The list is blank where it has none, or none were looked for since it came.
    """
    sql = "SELECT * FROM near WHERE pivot=(SELECT pivot FROM near WHERE item=?) ORDER BY nearness DESC, content, item"
    rows = _rows(store, case, sql, (no,))
    here, first = _here(store, {row[0] for row in rows}), dict[int, NearDuplicate]()
    for item, content, pivot, nearness in rows:
        if item in here and (content not in first or item == no):
            first[content] = NearDuplicate(ItemNo(item), nearness, content == pivot)
    return list(first.values()) if no in here and len(first) > 1 else []
