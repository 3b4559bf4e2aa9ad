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
    held, again, found, more = 0, 0, 0, list[Message]()
    for name, command in _COMMANDS.items():
        match derived_files.state(case.store, name):
            case "changed" | "unrecorded":
                raise VerifyError("derived-changed", file=name, command=command)
            case "missing":
                more.append(say("derived-unused", file=name, command=command))
            case "sound":
                held += 1
                pairs = _pairs(case, name)
                found += len(pairs)
                if made := derived_files.made(case.store, name):
                    pairs = [] if made.program != __version__ else _unchanged(case, pairs, made.audit)
                drawn = random.SystemRandom().sample(pairs, min(len(pairs), _MOST))
                again += len(drawn)
                for one in _wrong(case, name, drawn):
                    id_ = reading.ids(case.store, [one.no])[one.no]
                    raise VerifyError("derived-item-wrong", file=name, id=id_, command=command)
    return joined("two-clauses", [say("derived-held", files=held, again=again, count=found), *more])


def _pairs(case: InsightCase, name: str) -> list[_Pair]:
    """Return what a file finds."""
    if name == near.CONTAINED:
        report = near.contained(case.store)
        return [_Pair(one.no, one.later) for one in report.mails] if report else []
    return [_Pair(*row) for row in near.pairs(case.store)] if name == near.NEAR else []


def _unchanged(case: InsightCase, pairs: list[_Pair], audit: int) -> list[_Pair]:
    """Return the pairs of items that are here and whose texts are from before an audit row."""
    kept = {no for no, stamp in derived_files.stamps(case.store).items() if stamp <= audit} if pairs else set()
    return [one for one in pairs if one.no in kept and one.other in kept]


def _wrong(case: InsightCase, name: str, pairs: list[_Pair]) -> Iterator[_Pair]:
    """Yield the pairs that aren't so."""
    if name == near.CONTAINED and pairs:
        from triage.insight.near import containment

        mails = {mail.no: mail for mail in near.mails(case.store)}
        for one in pairs:
            both = [mails[no] for no in sorted(one[:2]) if no in mails]
            if len(both) < 2 or containment.find(read_conversation(case.store, both)).get(one.no) != one.other:
                yield one
    elif pairs:
        from triage.insight.near.duplicates import nearness, runs

        for one in pairs:
            if nearness(*(runs(near.text(case.store, no)) for no in one[:2])) != one.nearness:
                yield one
