"""The record of productions, and which items are withheld from them or redacted.

Numbers are reserved in the transaction that records who gets which, and never reused.
A production that was stopped or killed keeps its numbers and documents, and is gone on with under the same ones.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from triage.errors import ExportError
from triage.model.items import ItemNo
from triage.model.leaving import BEGUN, DONE, WITHHELD, ProducedDocument, Production
from triage.model.redactions import Redaction
from triage.model.tags import PRIVILEGED
from triage.store import decision_log
from triage.store.db import Store, now
from triage.store.records import listed

_COLUMNS = "number, name, protocol, prefix, first, last, author, time, state, seal"


def all_of(store: Store) -> list[Production]:
    return [Production(*row) for row in store.db.execute(f"SELECT {_COLUMNS} FROM production ORDER BY number")]


def named(store: Store, name: str) -> Production | None:
    rows = store.rows(f"SELECT {_COLUMNS} FROM production WHERE name=?", (name,))
    return Production(*rows[0]) if rows else None


def documents(store: Store, production: Production) -> Iterator[ProducedDocument]:
    """Yield a production's documents in the order of their numbers."""
    sql = """SELECT at, item, treatment, why, lead(at, 1, ?) OVER (ORDER BY at) - at FROM produced
    WHERE production=? ORDER BY at"""
    return (ProducedDocument(*row) for row in store.db.execute(sql, (production.last + 1, production.number)))


def produced(store: Store) -> set[ItemNo]:
    """Return the items that finished productions hold other than as withheld."""
    sql = "SELECT item FROM produced JOIN production ON number=production WHERE state=? AND treatment<>?"
    return {ItemNo(n) for (n,) in store.db.execute(sql, (DONE, WITHHELD))}


def next_number(store: Store, prefix: str) -> int:
    """Return the first number of a prefix that nothing has."""
    return int(store.value("SELECT coalesce(max(last), 0)+1 FROM production WHERE prefix=?", (prefix,)))


def reserve(
    store: Store, protocol: tuple[str, str, str], planned: Sequence[ProducedDocument], author: str
) -> Production:
    """Record a production and give each page of its documents the next number, in this order.

    ``protocol`` is the production's name, its prefix and the text of its protocol. Called inside ``Store.change``.
    """
    name, prefix, text = protocol
    if named(store, name) is not None:
        raise ExportError("production-name-taken", name=name)
    first = next_number(store, prefix)
    number = int(store.value("SELECT coalesce(max(number), 0)+1 FROM production"))
    begins = list(accumulate((document.pages for document in planned), initial=first))
    values = (number, name, text, prefix, first, begins[-1] - 1, author, now(), BEGUN, "")
    store.db.execute(f"INSERT INTO production({_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?)", values)
    made = Production(*values)
    rows = ((number, at, one.item, one.treatment, one.why) for at, one in zip(begins, planned, strict=False))
    store.db.executemany("INSERT INTO produced VALUES(?,?,?,?,?)", rows)
    return made


def finish(store: Store, production: Production, seal: str) -> None:
    store.db.execute("UPDATE production SET state=?, seal=? WHERE number=?", (DONE, seal, production.number))


# Which items are withheld from a production or redacted, and which originals hold one of them. It changes nothing.
#
# What has the same content as something that is withheld is withheld as well, wherever it lies: it says the same.

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
    found = decision_log.redactions(store)
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
