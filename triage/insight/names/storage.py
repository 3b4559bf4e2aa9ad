"""The ranking of names as last worked out, in a file of its own, which can be made anew any time; and what it is of.

The file has words and the numbers of the items that use them, and no other text. With the step that seals an item its
numbers are deleted, and every word that no other item is left for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

import msgspec

from triage.insight.names.nouns import RankedName, RankingOrigin, Writing
from triage.insight.near.storage import text
from triage.model.items import ItemNo
from triage.store import derived_files
from triage.store.db import Store
from triage.store.records import listed, numbers
from triage.store.relations import HERE

FILES = (FILE,) = ("names.db",)
_TABLES = """CREATE TABLE made(origin TEXT NOT NULL);
CREATE TABLE name(word TEXT PRIMARY KEY, written TEXT NOT NULL, score REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE uses(word TEXT NOT NULL, item INTEGER NOT NULL, PRIMARY KEY(word, item)) WITHOUT ROWID;
CREATE INDEX uses_item ON uses(item);"""
_ONE_OF_EACH = f"""SELECT n, sender, date, subject FROM item WHERE {HERE} AND (digest='' OR n IN
(SELECT min(n) FROM item WHERE {HERE} GROUP BY digest)) ORDER BY n"""
_GIVEN = "(SELECT value FROM json_each(?))"


def writings(store: Store) -> Iterator[Writing]:
    """Yield what each item that is here says, of equal ones the first, in ascending order."""
    for no, sender, date, subject in store.db.execute(_ONE_OF_EACH):
        yield Writing(ItemNo(no), sender, date, f"{subject}\n\n{text(store, ItemNo(no))}")


def addresses(store: Store) -> Iterator[str]:
    """Yield the senders and the recipients of the items that are here, item by item."""
    for sender, recipients in store.db.execute(f"SELECT sender, recipients FROM item WHERE {HERE} ORDER BY n"):
        yield from {sender, *(one for kind in json.loads(recipients) for one in kind)}


def origin(store: Store, program: str, seed: int) -> RankingOrigin:
    """Return of what a ranking would be made now."""
    ((items, decisions),) = store.rows("SELECT (SELECT max(n) FROM item), (SELECT max(seq) FROM decision)")
    return RankingOrigin(program, seed, items or 0, decisions or 0)


def save(store: Store, made: RankingOrigin, ranked: Sequence[RankedName]) -> None:
    """Store a ranking in place of the one before. No seal is set meanwhile; items sealed before are left out."""
    with derived_files.replacing(store, FILE, _TABLES) as db:
        here = numbers(store.db, f"SELECT n FROM item WHERE {HERE}")
        uses = [(one.word, no) for one in ranked for no in one.items if no in here]
        names = [(one.word, one.written, one.score) for one in ranked if not here.isdisjoint(one.items)]
        db.execute("INSERT INTO made VALUES(?)", (json.dumps(msgspec.to_builtins(made)),))
        db.executemany("INSERT INTO name VALUES(?, ?, ?)", names)
        db.executemany("INSERT INTO uses VALUES(?, ?)", uses)


def forget(store: Store, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items, and the words that only they use."""
    with derived_files.leaving_out(store, FILE) as db:
        if db is not None:
            db.execute(f"DELETE FROM uses WHERE item IN {_GIVEN}", (listed(nos),))
            db.execute("DELETE FROM name WHERE word NOT IN (SELECT word FROM uses)")


def load(store: Store) -> tuple[RankingOrigin, list[RankedName]] | None:
    """Return the ranking with what it was made of, the best first; None where there is none.

    Items that are no longer here are left out, and so are words that none is left for.
    """
    with derived_files.vouched(store, FILE) as db:
        if db is None:
            return None
        ((made,),) = db.execute("SELECT origin FROM made")
        names = list(db.execute("SELECT word, written, score FROM name ORDER BY score DESC, word"))
        uses = list(db.execute("SELECT word, item FROM uses ORDER BY word, item"))
    here = numbers(store.db, f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed({no for _, no in uses}),))
    items: dict[str, list[ItemNo]] = {}
    for word, no in uses:
        if no in here:
            items.setdefault(word, []).append(ItemNo(no))
    ranked = [RankedName(word, written, score, tuple(items[word])) for word, written, score in names if word in items]
    return RankingOrigin(**json.loads(made)), ranked
