"""People of a case and who wrote to whom; which addresses and names may be one person's. Data alone, no counting."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemId
from triage.model.messages import Message


class Identity(msgspec.Struct, frozen=True):
    """One way in which headers name somebody: ``key`` is an address or an Exchange name in lower case, or a name.

    ``name`` is what is most often written with it, ``mails`` how many messages have it.
    """

    key: str
    name: str
    mails: int


class SamePerson(msgspec.Struct, frozen=True):
    """A suggestion that two identities are one person, with its evidence.

    ``id`` is what it is accepted or rejected by, ``items`` examples. ``state`` is "", "accepted" or "rejected", by
    ``reviewer`` at ``time`` (ISO 8601).
    """

    id: str
    first: Identity
    second: Identity
    score: float
    evidence: tuple[Message, ...]
    items: tuple[ItemId, ...]
    state: str = ""
    reviewer: str = ""
    time: str = ""


class PersonNode(msgspec.Struct, frozen=True):
    """A person of the graph: all identities that are merged, how many messages they sent and got, from when to when.

    ``key`` names it; ``contacts`` counts the people at the other end. ``query`` finds exactly the messages, ""
    where there is no short one, and for people far down. Copies of a message count once. Dates are ISO 8601, "" where
    no message has one.
    """

    key: str
    name: str
    identities: tuple[str, ...]
    sent: int
    received: int
    contacts: int
    first: str
    last: str
    query: str = ""


class Tie(msgspec.Struct, frozen=True):
    """That one person wrote to another: how many messages, and their weight, where one to many counts 1 in all."""

    sender: str
    recipient: str
    mails: int
    weight: float
    first: str
    last: str
    query: str = ""


class Period(msgspec.Struct, frozen=True):
    """How many messages were sent in a month (``2023-05``) or in the week that begins on a day (``2023-05-01``)."""

    start: str
    mails: int
    query: str = ""


class PeopleReport(msgspec.Struct, frozen=True):
    """Who wrote to whom: of how many messages it is made, people and ties with most messages first, and the timeline.

    ``undated`` messages are in no period. ``people_count`` and ``ties_count`` count all of them, listed or not.
    ``accepted`` and ``rejected`` count what was decided about who is one person.
    """

    query: str
    person: str
    mails: int
    undated: int
    people_count: int
    ties_count: int
    people: tuple[PersonNode, ...]
    ties: tuple[Tie, ...]
    timeline: tuple[Period, ...]
    accepted: int
    rejected: int
