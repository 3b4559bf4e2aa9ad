"""Divisions of a list of items with their counts (store room): by custodian, type, month, tag and the like.

Reads only; nothing here knows a query.
"""

from __future__ import annotations

import re
from collections import Counter

from triage.store.db import Store

ROLES = ("single", "parent", "attachment")
"""What an item is in its family: alone, the one that holds the others, or inside another."""

# custodian: an item counts for whoever has it or a duplicate of it, as ``custodian:`` finds it.
_CUSTODIANS = """SELECT custodian, count(*) FROM (
SELECT i.n, i.custodian FROM item i WHERE i.n IN chosen UNION
SELECT i.n, d.custodian FROM item i JOIN item d ON d.digest=i.digest WHERE i.digest<>'' AND i.n IN chosen) GROUP BY 1"""
_SIMPLE = {
    "custodian": _CUSTODIANS,
    "lang": "SELECT lang, count(*) FROM item WHERE n IN chosen GROUP BY 1",
    "type": "SELECT type, count(*) FROM item WHERE n IN chosen GROUP BY 1",
    "sender": "SELECT sender, count(*) FROM item WHERE n IN chosen GROUP BY 1",
    "month": "SELECT strftime('%Y-%m', date, 'unixepoch'), count(*) FROM item WHERE n IN chosen GROUP BY 1",
    "tag": """SELECT tag, count(*) FROM tagged WHERE item IN chosen GROUP BY 1 UNION ALL
    SELECT '', count(*) FROM chosen WHERE n NOT IN (SELECT item FROM tagged)""",
    "problem": """SELECT code, count(DISTINCT item) FROM problem WHERE item IN chosen GROUP BY 1 UNION ALL
    SELECT '', count(*) FROM chosen WHERE n NOT IN (SELECT item FROM problem WHERE item IS NOT NULL)""",
    "role": """SELECT iif(parent IS NOT NULL, 'attachment', iif(children>0, 'parent', 'single')), count(*)
    FROM item WHERE n IN chosen GROUP BY 1""",
}
FACETS = tuple(_SIMPLE)
_DOMAIN = re.compile(r"@([^\s@<>,;:\"'()\[\]]+)")


def domain(sender: str) -> str:
    """Return the domain of a sender written ``Name <address>``, in lower case; "" where there is none."""
    found = _DOMAIN.findall(sender)
    return found[-1].lower().strip(".") if found else ""


def counts(store: Store, facet: str, chosen: str) -> Counter[str]:
    """Return how many of the items, ``listed``, have each value of a facet (one of FACETS); "" stands for none."""
    sql = f"WITH chosen(n) AS MATERIALIZED (SELECT value FROM json_each(?)) {_SIMPLE[facet]}"
    return Counter({value or "": count for value, count in store.db.execute(sql, (chosen,))})
