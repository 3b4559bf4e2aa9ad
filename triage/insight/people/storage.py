"""What headers say of every message that is here: who wrote to whom, when, in whose records, in answer to what.

It reads, and keeps nothing: what is worked out of it is made anew each time, so that a seal leaves no trace of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from triage.model.items import ItemId, ItemNo
from triage.store.db import Store
from triage.store.records import listed, numbers
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import plain

_HERE = "i.n NOT IN (SELECT item FROM past) AND i.n NOT IN (SELECT item FROM sealed)"
_MAIL = """({0}.type LIKE 'message/%'
OR {0}.type IN ('application/vnd.ms-outlook', 'application/vnd.ms-outlook-template'))"""
_MESSAGES = f"""SELECT i.n, i.id, i.custodian, i.sender, i.recipients, iif(i.date_kind LIKE 'sent%', i.date, NULL),
i.message_id, i.refs, i.digest, i.subject
FROM item i WHERE {_MAIL.format("i")} AND {_HERE} ORDER BY i.n"""


class MessageRecord(NamedTuple):
    """What is stored of a message. Untrusted, as it was read; lists are JSON.

    ``date`` is when it was sent, in seconds since 1970, None where it doesn't say.
    """

    no: ItemNo
    id: ItemId
    custodian: str
    sender: str
    recipients: str
    date: int | None
    message_id: str
    refs: str
    digest: str
    subject: str


def messages(store: Store) -> Iterator[MessageRecord]:
    """Yield the messages that are here and not sealed, in ascending order."""
    return map(MessageRecord._make, store.db.execute(_MESSAGES))


def exchange_headers(store: Store) -> Iterator[tuple[ItemNo, str, str, str]]:
    """Yield messages whose headers name people as Exchange did, too: item, sender, recipients as JSON, header lines."""
    sql = f"""SELECT i.n, i.sender, i.recipients, s.text FROM segment s CROSS JOIN item i ON i.n=s.key/{MOST_SEGMENTS}
    WHERE s.origin='headers' AND (typeof(s.text)='blob' OR s.text LIKE '%X-From:%') AND {_MAIL.format("i")} AND {_HERE}
    ORDER BY s.key"""
    rows = ((*of, plain(text)) for *of, text in store.db.execute(sql))
    return (row for row in rows if "x-from:" in row[-1].lower())


def file_names(store: Store) -> Iterator[str]:
    """Yield the names of all files and attachments, those that are gone since among them."""
    return (name for (name,) in store.db.execute("SELECT DISTINCT name FROM item WHERE name<>''"))


def holding_sealed(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Return those of the items that hold a sealed one, whose name isn't known."""
    sql = """SELECT parent FROM item WHERE parent IN (SELECT value FROM json_each(?))
    AND n IN (SELECT item FROM sealed)"""
    return numbers(store.db, sql, (listed(nos),))


def subjects(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, str]:
    sql = "SELECT n, subject FROM item WHERE n IN (SELECT value FROM json_each(?))"
    return dict(store.db.execute(sql, (listed(nos),)))
