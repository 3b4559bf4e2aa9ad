"""What is no longer in the sources: items whose file vanished, or that a later version of it no longer holds.

Their rows, text and decisions stay. Which items are past follows from the state of their sources, and is worked out at
the end of an index run; a run that was stopped or killed before leaves it to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from triage.model.items import ItemId, ItemNo, PastItem
from triage.store.db import Store, listed

_UNSETTLED = "unsettled"
"""The meta value that says that sources changed since it was worked out which items are past."""

# What a file that is half read holds isn't known yet.
_HALF_READ = """EXISTS (SELECT 1 FROM source c WHERE c.root=s.root AND c.path=s.path
AND c.current=1 AND c.gone IS NULL AND c.state='reading')"""
# Nor what a container still holds that can't be read to its end in its later version.
_LOSSY = (
    "crashed encrypted damaged truncated internal unsupported "
    "limit-count limit-depth limit-memory limit-ratio limit-size limit-stopped limit-time".split()
)
_UNKNOWN = f"""WITH RECURSIVE unknown(n) AS (
SELECT i.n FROM source s JOIN item i ON i.source=s.number LEFT JOIN successor x ON x.item=i.parent
JOIN problem p ON p.item=coalesce(x.later, i.parent) AND p.code IN ('{"', '".join(_LOSSY)}')
JOIN item l ON l.n=p.item JOIN source c ON c.number=l.source AND c.current=1 AND c.gone IS NULL WHERE s.current=0
UNION SELECT i.n FROM unknown u JOIN item i ON i.parent=u.n JOIN source s ON s.number=i.source AND s.current=0)
SELECT n FROM unknown"""
_ADD = f"""INSERT OR IGNORE INTO past SELECT i.n FROM source s JOIN item i ON i.source=s.number
WHERE (s.current=0 OR s.gone IS NOT NULL OR s.state='purged') AND NOT {_HALF_READ} AND i.n NOT IN ({_UNKNOWN})"""
_EMPTIED = """UPDATE item SET children=(SELECT count(*) FROM item c WHERE c.parent=item.n)
WHERE n IN (SELECT item FROM past) AND children>0"""
_REPLACED = """INSERT OR IGNORE INTO successor SELECT i.n, l.n FROM past p JOIN item i ON i.n=p.item AND i.member=''
JOIN source s ON s.number=i.source AND s.current=0 JOIN source c ON c.root=s.root AND c.path=s.path AND c.current=1
JOIN item l ON l.source=c.number AND l.member=''"""
_BACK = """SELECT i.n FROM past p JOIN item i ON i.n=p.item JOIN source s ON s.number=i.source
WHERE s.current=1 AND s.gone IS NULL AND s.state<>'purged'"""
_RETURNED = """DELETE FROM problem WHERE code='vanished' AND item IS NOT NULL
AND source IN (SELECT number FROM source WHERE current=0 OR gone IS NULL)"""
_VANISHED = """INSERT INTO problem(source, item, path, code, sentence, searchable, run)
SELECT s.number, i.n, s.path, 'vanished', ?, 0, s.gone FROM source s
LEFT JOIN item i ON i.source=s.number AND i.member='' WHERE s.current=1 AND s.gone IS NOT NULL AND s.state<>'purged'
AND NOT EXISTS (SELECT 1 FROM problem p WHERE p.source=s.number AND p.code='vanished' AND p.run=s.gone)"""

PURGED = """SELECT p.item FROM past p JOIN item i ON i.n=p.item JOIN source s ON s.number=i.source
WHERE s.state='purged'"""
"""SQL for the items of which nothing is left, as their source isn't in scope any more."""

STATE = """CASE WHEN i.n NOT IN (SELECT item FROM past) THEN ''
WHEN (SELECT state FROM source WHERE number=i.source)='purged' THEN 'purged'
WHEN i.n IN (SELECT item FROM successor) THEN 'superseded' ELSE 'vanished' END"""
"""SQL for the state of an item ``i``: "", purged, superseded or vanished."""

# What kept a file from being read is of no interest once it isn't there.
_FAILED = """DELETE FROM problem WHERE source IN (SELECT number FROM source WHERE gone IS NOT NULL AND state='failed')
AND (code<>'vanished' OR run<>(SELECT gone FROM source WHERE number=problem.source))"""
_DECIDED = f"""SELECT i.n, i.id, {STATE}, (SELECT l.id FROM successor x JOIN item l ON l.n=x.later WHERE x.item=i.n)
FROM past p JOIN item i ON i.n=p.item WHERE i.n IN (SELECT item FROM decision) AND i.n NOT IN ({PURGED})
ORDER BY i.n"""


def expect(store: Store) -> None:
    """Note that sources changed, in the same transaction."""
    store.set_meta(_UNSETTLED, "yes")


def settle(store: Store, sentence: str) -> None:
    """Work out which items are past where sources changed; each vanished file has a Problem with this sentence."""
    if not store.meta(_UNSETTLED):
        return
    store.db.execute(f"DELETE FROM successor WHERE item IN ({_BACK})")
    store.db.execute(f"DELETE FROM past WHERE item IN ({_BACK})")
    store.db.execute(_ADD)
    store.db.execute(_REPLACED)
    store.db.execute(_EMPTIED)
    store.db.execute(_RETURNED)
    store.db.execute(_FAILED)
    store.db.execute(_VANISHED, (sentence,))
    store.set_meta(_UNSETTLED, "")


def with_decisions(store: Store, nos: Sequence[ItemNo]) -> list[ItemNo]:
    """Return those of the items on which anybody decided."""
    sql = "SELECT value FROM json_each(?) WHERE value IN (SELECT item FROM decision)"
    return [ItemNo(n) for (n,) in store.db.execute(sql, (listed(nos),))] if nos else []


def decided(store: Store) -> tuple[PastItem, ...]:
    """Return the past items on which anybody decided, in the order in which they were read."""
    tags: dict[int, list[str]] = {}
    for n, tag in store.db.execute("SELECT item, tag FROM tagged WHERE item IN (SELECT item FROM past) ORDER BY tag"):
        tags.setdefault(n, []).append(tag)
    return tuple(
        PastItem(ItemId(item_id), state, tuple(tags.get(n, ())), later and ItemId(later))
        for n, item_id, state, later in store.db.execute(_DECIDED)
    )
