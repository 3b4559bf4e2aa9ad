"""Which words and people each item has, as numbers, in a file of their own; and what each ranking was learned from.

The file can be made anew at any time and holds no text: a word is a number that many words share. The step that seals
an item deletes its words, and every ranking, as each of them may have learned from that item.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

import apsw
import msgspec

from triage.model.items import ItemId, ItemNo
from triage.store import derived_files
from triage.store.db import Store
from triage.store.decision_log import COUNTS
from triage.store.records import listed
from triage.store.relations import HERE, copy_groups, items_state

FILES = (FILE,) = ("item-words.db",)
_TABLES = """CREATE TABLE words(
    item INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, columns BLOB NOT NULL, counts BLOB NOT NULL);
CREATE TABLE complete(state TEXT NOT NULL);"""
_RANKING = "ranking/"
"""The prefix of the keys of rankings in the table ``meta``."""
_IS_RANKING = f"key GLOB '{_RANKING}*'"
_GIVEN = "(SELECT value FROM json_each(?))"

WordRow = tuple[ItemNo, int, bytes, bytes]
"""An item's number, the audit row as of which its texts are, its columns, and how often each of them counts."""


def ids(store: Store) -> dict[ItemNo, ItemId]:
    """Return the ids of the items that are here and not sealed."""
    return dict(store.db.execute(f"SELECT n, id FROM item WHERE {HERE}"))


def known_words(store: Store, version: int) -> dict[ItemNo, int]:
    """Return the items of which words are kept by this version, each with its stamp."""
    with derived_files.vouched(store, FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return {}
        return dict(db.execute("SELECT item, stamp FROM words"))


def is_complete(store: Store, version: int, state: str) -> bool:
    """Whether the words of all items are kept as they are in this state, so that none need be read."""
    with derived_files.vouched(store, FILE) as db:
        if db is None or db.pragma("user_version") != version:
            return False
        return list(db.execute("SELECT state FROM complete")) == [(state,)]


class StoredRows:
    """The rows of one moment, which can be read several times: an item's number, its columns, how often each counts."""

    def __init__(self, db: apsw.Connection | None) -> None:
        self._db = db

    def __iter__(self) -> Iterator[tuple[ItemNo, bytes, bytes]]:
        if self._db is not None:
            yield from self._db.execute(
                "SELECT item, columns, counts FROM words WHERE length(columns)=4*length(counts) ORDER BY item"
            )


@contextmanager
def rows(store: Store) -> Iterator[StoredRows]:
    """Open the rows that are kept, by number; they stay as they are meanwhile."""
    with derived_files.vouched(store, FILE) as db:
        yield StoredRows(db)


def save_words(store: Store, version: int, kept: Collection[ItemNo], fresh: Sequence[WordRow], state: str = "") -> None:
    """Keep the words of items, beside those of the items ``kept``, and no others.

    ``state`` is given where these are all items as they are in that state. No seal is set meanwhile: an item that was
    sealed since it was read is left out, and a later seal deletes its row.
    """
    with derived_files.replacing(store, FILE, _TABLES, version=version, kept=True) as db:
        here = set(
            store.db.execute(f"SELECT n FROM item WHERE n IN {_GIVEN} AND {HERE}", (listed(r[0] for r in fresh),))
        )
        gone = [no for (no,) in db.execute("SELECT item FROM words") if no not in kept]
        db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(gone),))
        db.executemany("INSERT OR REPLACE INTO words VALUES(?,?,?,?)", (r for r in fresh if (r[0],) in here))
        db.execute("DELETE FROM complete")
        # The file may have been lost and made anew since it was read: then it isn't complete.
        if state == items_state(store) and db.execute("SELECT count(*) FROM words").get == len(ids(store)):
            db.execute("INSERT INTO complete VALUES(?)", (state,))


def forget(store: Store, nos: Collection[ItemNo]) -> None:
    """Delete what was kept of items, and every ranking."""
    store.db.execute(f"DELETE FROM meta WHERE {_IS_RANKING}")
    with derived_files.leaving_out(store, FILE) as db:
        if db is not None:
            db.execute(f"DELETE FROM words WHERE item IN {_GIVEN}", (listed(nos),))
            db.execute("DELETE FROM complete")


def keep_ranking(store: Store, target: str, made: str, state: str) -> None:
    """Keep what a ranking was made of, as JSON, in place of the one before for the same target.

    None is kept if items were changed or sealed since ``state``, as of which it was made.
    """
    with store.immediate():
        if items_state(store) == state:
            store.set_meta(_RANKING + target, made)


def rankings(store: Store) -> list[str]:
    """Return what the rankings that are kept were made of, as JSON."""
    return [made for (made,) in store.db.execute(f"SELECT value FROM meta WHERE {_IS_RANKING} ORDER BY key")]


# What people decided about items, as a ranking learns from it: relevant or not, by their own decisions alone. It reads
# decisions, also as they were up to an earlier one, and stores nothing.

# Its name hides the table, so that the subqueries in COUNTS, too, see only the decisions up to ?1.
_DECISIONS = f"""WITH decision AS (SELECT * FROM main.decision WHERE seq<=?1)
SELECT item, action, value, reviewer, time, derived='', seq FROM decision
WHERE {COUNTS} AND action IN ('tag', 'untag') AND value IN (SELECT value FROM json_each(?2)) ORDER BY time, event"""


class OwnLabels(msgspec.Struct, frozen=True):
    """Which items are relevant (True) or not, in the order in which that was decided; ``first`` decision to ``last``.

    Items on which people differ are left out, with all their copies. ``by`` is who decided last on each item, and when.
    ``others`` are the items that carry a tag as well: it only followed from another item's, or people differ.
    """

    of: dict[ItemNo, bool]
    by: dict[ItemNo, tuple[str, str]]
    others: frozenset[ItemNo]
    first: int
    last: int


class _Decided(msgspec.Struct):
    """The latest decisions on an item: by tag (carried or not, own, number), and by reviewer and tag."""

    carried: dict[str, tuple[bool, bool, int]] = msgspec.field(default_factory=dict)
    words: dict[tuple[str, str], bool] = msgspec.field(default_factory=dict)
    by: tuple[str, str] = ("", "")


def last_decision(store: Store) -> int:
    """Return the number of the last decision, 0 where there is none."""
    return int(store.value("SELECT max(seq) FROM decision") or 0)


def labels(store: Store, relevant: Collection[str], not_relevant: Collection[str], last: int) -> OwnLabels:
    """Return what people decided up to the decision ``last``, by tags that make items relevant or not relevant."""
    decided: dict[ItemNo, _Decided] = {}
    bindings = (last, json.dumps([*relevant, *not_relevant]))
    for no, action, tag, reviewer, time, own, seq in store.db.execute(_DECISIONS, bindings):
        item = decided.pop(no, None) or _Decided()
        decided[no] = item  # at the end: by the last decision on it
        item.carried[tag] = (action == "tag", bool(own), seq)
        item.words[reviewer, tag] = action == "tag"
        if own and action == "tag":
            item.by = reviewer, time
    relevance, disputed, tagged, seqs = dict[ItemNo, bool](), set[ItemNo](), set[ItemNo](), list[int]()
    for no, item in decided.items():
        tags = {tag: (own, seq) for tag, (carries, own, seq) in item.carried.items() if carries}
        tagged.update([no] if tags else ())
        own_tags = [tag for tag, (own, _) in tags.items() if own]
        if _differ(item.words) or (tags.keys() & set(relevant) and tags.keys() & set(not_relevant)):
            disputed.add(no)
        elif own_tags:
            relevance[no] = any(tag in relevant for tag in own_tags)
            seqs += [tags[tag][1] for tag in own_tags]
    agreed = _agreed(store, relevance, disputed)
    by = {no: decided[no].by for no in agreed}
    return OwnLabels(agreed, by, frozenset(tagged - agreed.keys()), min(seqs, default=0), last)


def _differ(words: dict[tuple[str, str], bool]) -> bool:
    by_tag: dict[str, bool] = {}
    return any(by_tag.setdefault(tag, carries) != carries for (_, tag), carries in words.items())


def _agreed(store: Store, relevance: dict[ItemNo, bool], disputed: Iterable[ItemNo]) -> dict[ItemNo, bool]:
    """Return what was decided of items of which no copy is disputed, nor decided otherwise."""
    groups = copy_groups(store)
    nos = list(relevance)
    keys = dict(zip(nos, groups.keys(nos), strict=True))
    odd, by_key = set(groups.keys(list(disputed))), dict[int, bool]()
    for no in nos:
        if by_key.setdefault(keys[no], relevance[no]) != relevance[no]:
            odd.add(keys[no])
    return {no: relevant for no, relevant in relevance.items() if keys[no] not in odd}
