"""What a person chooses of an export: what leaves with what is found, and how the report is arranged. Pure values."""

from __future__ import annotations

import msgspec

LEAVE_OUT, INCLUDE = "leave-out", "include"
"""What a person decides on privileged items that an export would hold."""

BELONGING = FAMILY, THREAD, COPIES, NOTHING = "family", "thread", "copies", "nothing"
"""What belongs to the items that a query finds, and is exported with them: the rest of their families, which are also
completed with the rest of conversations and with exact copies; or nothing."""

ORDERS = DATE, PERSON, TAG, CONVERSATION = "date", "person", "tag", "conversation"
"""How a report orders its findings; by all but the date it has a heading for each person, tag or conversation."""

PARTS = DETAILS, PASSAGES, DECISIONS, RECORD = "details", "passages", "decisions", "record"
"""What a report says of each finding: people and dates; why it is one; who decided what; what proves it."""


class Arrangement(msgspec.Struct, frozen=True):
    """How a report is arranged: one of ORDERS, which of PARTS are left out, and a text for the beginning."""

    order: str = DATE
    without: frozenset[str] = frozenset()
    cover: str = ""


class ReportProfile(msgspec.Struct, frozen=True):
    """A named choice for reports of one case: the arrangement, and what belongs (one of BELONGING).

    ``author`` saved it last, at ``time`` (ISO 8601 in UTC).
    """

    name: str
    arrangement: Arrangement
    belonging: str = FAMILY
    author: str = ""
    time: str = ""


BY_DATE = Arrangement()
"""How a report is arranged unless a person chooses otherwise."""
