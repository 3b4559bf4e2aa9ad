"""Whether what was worked out of a case is as the program made it, and what it finds is so by the texts."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from triage import __version__
from triage.errors import VerifyError
from triage.insight.names import storage as names
from triage.insight.near import storage as near
from triage.insight.near.api import read_conversation
from triage.insight.open_case import InsightCase
from triage.insight.order import storage as order
from triage.messages import joined, say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.store import derived_files, reading

_COMMANDS = {
    near.CONTAINED: "triage near --contained",
    near.NEAR: "triage near",
    names.FILE: "triage names",
    near.SIGNATURES: "triage near",
    order.FILE: "triage order",
}
_MOST = 200
"""Items that are compared again of each file, drawn anew for each check."""


class _Pair(NamedTuple):
    """An item that a query finds, the one for which it does, and how near they are."""

    no: ItemNo
    other: ItemNo
    nearness: float = 1.0


def check(case: InsightCase) -> Message:
    """Return how many files are as the record has them, and how many of the items that they find were compared again.

    Raises VerifyError where a file isn't, or finds an item that isn't so by the texts. Items are not compared again
    where they, or the program, changed since.
    """
    sound, again, count, more = 0, 0, 0, list[Message]()
    for name, command in _COMMANDS.items():
        match derived_files.state(case.store, name):
            case "changed" | "unrecorded":
                raise VerifyError("derived-changed", file=name, command=command)
            case "missing":
                more.append(say("derived-unused", file=name, command=command))
            case "sound":
                sound += 1
                pairs = _pairs(case, name)
                count += len(pairs)
                if made := derived_files.made(case.store, name):
                    pairs = [] if made.program != __version__ else _unchanged(case, pairs, made.audit)
                drawn = random.SystemRandom().sample(pairs, min(len(pairs), _MOST))
                again += len(drawn)
                if (no := next(_wrong(case, name, drawn), None)) is not None:
                    id_ = reading.ids(case.store, [no])[no]
                    raise VerifyError("derived-item-wrong", file=name, id=id_, command=command)
    return joined("two-clauses", [say("derived-held", files=sound, again=again, count=count), *more])


def _pairs(case: InsightCase, name: str) -> list[_Pair]:
    if name == near.CONTAINED:
        report = near.contained(case.store)
        return [_Pair(mail.no, mail.later) for mail in report.mails] if report else []
    return [_Pair(*row) for row in near.pairs(case.store)] if name == near.NEAR else []


def _unchanged(case: InsightCase, pairs: list[_Pair], audit: int) -> list[_Pair]:
    """Return the pairs of items that are here and whose texts are from before an audit row."""
    stamps = derived_files.stamps(case.store) if pairs else {}
    return [pair for pair in pairs if all(no in stamps and stamps[no] <= audit for no in pair[:2])]


def _wrong(case: InsightCase, name: str, pairs: list[_Pair]) -> Iterator[ItemNo]:
    if name == near.CONTAINED and pairs:
        from triage.insight.near import containment

        mails = {mail.no: mail for mail in near.mails(case.store)}
        for no, later, _ in pairs:
            both = [mails[one] for one in sorted((no, later)) if one in mails]
            if len(both) < 2 or containment.find(read_conversation(case.store, both)).get(no) != later:
                yield no
    elif pairs:
        from triage.insight.near.duplicates import nearness, runs

        for no, other, share in pairs:
            if nearness(*(runs(near.text(case.store, one)) for one in (no, other))) != share:
                yield no
