"""Which items are withheld from a production or redacted, and which originals hold one of them. It changes nothing.

What has the same content as something that is withheld is withheld as well, wherever it lies: it says the same.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from triage.model.items import ItemNo
from triage.model.redactions import Redaction
from triage.model.tags import PRIVILEGED
from triage.store import current_decisions
from triage.store.db import Store, listed

_ALIKE = """WITH tagging(n, tag, digest) AS (SELECT i.n, t.tag, iif(i.size>0, i.digest, '') FROM tagged t
JOIN item i ON i.n=t.item WHERE t.tag IN (SELECT value FROM json_each(?)))
SELECT n, tag FROM tagging UNION SELECT i.n, t.tag FROM tagging t JOIN item i ON i.digest=t.digest WHERE t.digest<>''"""
_SAME = """SELECT i.n, j.n FROM item i JOIN item j ON j.digest=i.digest AND j.n<>i.n
WHERE i.n IN (SELECT value FROM json_each(?)) AND i.digest<>'' AND i.size>0"""
_FAMILY = """SELECT i.n, j.n FROM item i JOIN item j ON j.family=i.family
WHERE i.n IN (SELECT value FROM json_each(?)) AND j.n IN (SELECT value FROM json_each(?)) ORDER BY j.n"""
_ABOVE = """WITH RECURSIVE above(n) AS (
SELECT parent FROM item WHERE n IN (SELECT value FROM json_each(?)) AND parent IS NOT NULL
UNION SELECT i.parent FROM above a JOIN item i ON i.n=a.n WHERE i.parent IS NOT NULL) SELECT n FROM above"""


def withheld(store: Store, bases: Mapping[str, str]) -> dict[ItemNo, str]:
    """Return the items that have one of these tags, or the content of one, each with the basis of its first tag."""
    tags, ranks = dict[ItemNo, str](), list(bases)
    for n, tag in store.db.execute(_ALIKE, (json.dumps(ranks),)):
        no = ItemNo(n)
        tags[no] = min(tags.get(no, tag), tag, key=ranks.index)
    return {no: bases[tag] for no, tag in tags.items()}


def family_bases(store: Store, nos: Collection[ItemNo], bases: Mapping[ItemNo, str]) -> dict[ItemNo, str]:
    """Return for those of the items that are in a family with one that is withheld the basis of the first such."""
    found = dict[ItemNo, str]()
    for no, other in store.db.execute(_FAMILY, (listed(nos), listed(bases))):
        found.setdefault(ItemNo(no), bases[ItemNo(other)])
    return found


def redacted(store: Store) -> dict[ItemNo, dict[Redaction, frozenset[str]]]:
    """Return the items in which something is redacted, or in one of the same content, with who redacted what."""
    found = current_decisions.redactions(store)
    made = dict(found)
    for one, other in store.db.execute(_SAME, (listed(found),)):
        made[ItemNo(other)] = made.get(ItemNo(other), {}) | found[ItemNo(one)]
    return made


def privileged_tags(store: Store) -> list[str]:
    """Return the tags on items that say that something is privileged."""
    sql = "SELECT DISTINCT tag FROM tagged WHERE tag LIKE ? ORDER BY tag"
    return [tag for (tag,) in store.db.execute(sql, (f"{PRIVILEGED}%",))]


def holders(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Return the items whose originals hold one of these: messages that they are attached to, mailboxes, archives."""
    return {ItemNo(n) for (n,) in store.db.execute(_ABOVE, (listed(nos),))}
