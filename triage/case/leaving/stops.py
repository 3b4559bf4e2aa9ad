"""What stops items from leaving before a person has decided: for exports and productions alike.

It is worked out anew whenever something is written, so that nothing leaves on the strength of an older decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from triage.errors import ExportError
from triage.model.items import ItemNo
from triage.model.leaving import CHOICES, HOLDER, REDACTED, Decided, StopLine, counts
from triage.store import reading, relations
from triage.store.db import Store
from triage.store.history import withholding

_MOST_NAMED = 5
_ERRORS = {"privileged": "export-privileged", "redactions": "export-redacted"}


def stops(store: Store, nos: Collection[ItemNo], decided: Decided) -> list[StopLine]:
    """Return what is to be decided before items leave, whether or not it is decided.

    Of what stays behind by decision nothing more is asked.
    """
    lines = relations.privileged(store, nos)
    behind = left_behind(lines, decided)
    lines += _redactions(store, [no for no in nos if no not in behind])
    return lines


def _redactions(store: Store, nos: Sequence[ItemNo]) -> Iterator[StopLine]:
    redacted = withholding.redacted(store)
    holders = withholding.holders(store, redacted) - redacted.keys()
    for kind, some in ((REDACTED, redacted.keys()), (HOLDER, holders)):
        yield from (StopLine(kind, (no,)) for no in nos if no in some)


def left_behind(lines: Sequence[StopLine], decided: Decided) -> set[ItemNo]:
    """Return the items that stay behind by decision."""
    return {no for line in lines if decided.leaves_out(line) for no in line.nos}


def check(store: Store, lines: Sequence[StopLine], decided: Decided) -> None:
    """Raise ExportError where a line is undecided: it says how many there are and names the first."""
    for name, choices in CHOICES.items():
        waiting = [line for line in lines if line.decided_as == name and decided.on(line) not in choices]
        if waiting:
            rows = reading.rows(store, [line.nos[0] for line in waiting[:_MOST_NAMED]])
            first = "; ".join(f"{row.id} {row.subject or row.name}".rstrip() for row in rows)
            raise ExportError(_ERRORS[name], count=len(waiting), first=first, **counts(waiting, name))


def recorded(lines: Sequence[StopLine], decided: Decided) -> dict[str, Any]:
    """Return what was decided and on how many lines, for the record; only what there was something to decide on."""
    groups = dict.fromkeys(line.decided_as for line in lines)
    return {name: {"decision": getattr(decided, name), **counts(lines, name)} for name in groups}
