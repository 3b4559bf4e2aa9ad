"""Messages that tests write by hand, as the store gives them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from triage.insight.people.headers import MailHeaders
from triage.insight.people.storage import MessageRecord
from triage.model.items import ItemId, ItemNo

DAY, WEEK = 86_400, 7 * 86_400
MONDAY = 1_682_899_200
"""Monday, 1 May 2023."""


def message(
    no: int,
    sender: str = "dana@orrin.example",
    to: Sequence[str] = ("omar@orrin.example",),
    *,
    date: int | None = MONDAY,
    custodian: str = "dana",
    digest: str = "",
    message_id: str = "",
    refs: Sequence[str] = (),
    subject: str = "Note",
) -> MessageRecord:
    """Return a message; its item's id is made of its number."""
    return MessageRecord(
        no=ItemNo(no),
        id=ItemId(f"{no:020x}"),
        custodian=custodian,
        sender=sender,
        recipients=json.dumps([list(to), [], []]),
        date=date,
        message_id=message_id,
        refs=json.dumps(list(refs)),
        digest=digest,
        subject=subject,
    )


def headers(*messages: MessageRecord) -> MailHeaders:
    return MailHeaders(messages)
