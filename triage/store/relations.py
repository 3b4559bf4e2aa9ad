"""Which items belong together: family, conversation, same content, and what is inside another item. Reads only.

"thread" is what headers say: decisions follow nothing that was inferred.
"""

from __future__ import annotations

from collections.abc import Collection

from triage.model.items import ItemNo
from triage.store.db import Store, listed

_SAME = "SELECT m.n, c.n FROM item c JOIN current_item m ON m.{0}=c.{0} AND m.n<>c.n WHERE c.n IN given AND c.{0}<>''"
_REACH = {
    "family": _SAME.format("family"),
    "thread": _SAME.format("thread"),
    "inferred": """SELECT m.n, c.n FROM item c JOIN joined a ON a.thread=c.thread JOIN joined b ON b.whole=a.whole
    JOIN current_item m ON m.thread=b.thread AND m.n<>c.n WHERE c.n IN given""",
    "duplicates": _SAME.format("digest"),
    # Within the family: a mailbox holds messages that stand for themselves.
    "children": """SELECT n, cause FROM (WITH RECURSIVE below(n, cause, family) AS (
    SELECT i.n, c.n, c.family FROM item c JOIN item i ON i.parent=c.n AND i.family=c.family WHERE c.n IN given
    UNION SELECT i.n, b.cause, b.family FROM below b JOIN item i ON i.parent=b.n AND i.family=b.family)
    SELECT n, cause FROM below)""",
}
_ABOVE = """SELECT n, cause FROM (WITH RECURSIVE above(n, cause, family) AS (
SELECT n, parent, family FROM item WHERE n IN given AND parent IS NOT NULL
UNION SELECT a.n, i.parent, a.family FROM above a JOIN item i ON i.n=a.cause WHERE i.parent IS NOT NULL)
SELECT a.n, a.cause FROM above a JOIN item c ON c.n=a.cause AND c.family=a.family)"""
_GIVEN = "WITH given(n) AS MATERIALIZED (SELECT value FROM json_each(?)) "


def alike(store: Store, column: str, no: ItemNo) -> list[ItemNo]:
    """Return the current items that share a column's value with this one, and itself, by their files' paths.

    Those of one file come by number. The numbers of items in different files tell only which was read first.
    """
    sql = f"""SELECT i.n FROM item i JOIN source s ON s.number=i.source
    WHERE i.{column}=(SELECT {column} FROM item WHERE n=:no) AND i.{column}<>''
    AND (i.n=:no OR i.n NOT IN (SELECT item FROM past)) ORDER BY s.root, s.path, i.n"""
    return [ItemNo(n) for (n,) in store.db.execute(sql, {"no": no})] or [no]


def attached(store: Store, no: ItemNo, most: int) -> list[ItemNo]:
    """Return the first current items that lie right inside this one."""
    sql = "SELECT n FROM current_item WHERE parent=? ORDER BY n LIMIT ?"
    return [ItemNo(n) for (n,) in store.db.execute(sql, (no, most))]


def reached(store: Store, rule: str, nos: Collection[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the further items to which a rule leads from these, each with the first one that leads to it."""
    if rule == "none" or not nos:
        return {}
    given, causes = set(nos), dict[ItemNo, ItemNo]()
    for member, cause in sorted(store.db.execute(_GIVEN + _REACH[rule], (listed(nos),))):
        if member not in given:
            causes.setdefault(ItemNo(member), ItemNo(cause))
    return causes


def related(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Return all items to which anything leads from these: family, conversation, same content; and these themselves."""
    return set(nos).union(*(reached(store, rule, nos) for rule in ("family", "thread", "inferred", "duplicates")))


def reaching(store: Store, rule: str, nos: Collection[ItemNo]) -> dict[ItemNo, set[ItemNo]]:
    """Return for each of the items those from which a rule leads to it."""
    sources: dict[ItemNo, set[ItemNo]] = {}
    sql = _ABOVE if rule == "children" else _REACH[rule]
    for one, other in store.db.execute(_GIVEN + sql, (listed(nos),)):
        item, source = (one, other) if rule == "children" else (other, one)
        sources.setdefault(ItemNo(item), set()).add(ItemNo(source))
    return sources
