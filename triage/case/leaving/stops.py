"""What stops items from leaving before a person has decided: for exports and productions alike.

It is worked out anew whenever something is written, so that nothing leaves on the strength of an older decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from triage.errors import ExportError
from triage.export.production.cutting import NearMisses, texts_of
from triage.messages import fields
from triage.model.items import ItemNo
from triage.model.leaving import (
    CHOICES,
    HOLDER,
    NEAR_MISS,
    NEAR_MISS_CHOICES,
    REDACT,
    REDACTED,
    Decided,
    StopLine,
    counts,
)
from triage.model.redactions import NOWHERE, MarkedPassage, Redaction
from triage.store import reading, relations
from triage.store.db import Store
from triage.store.history import withholding
from triage.text import words

_MOST_NAMED = 5
_ERRORS = {"privileged": "export-privileged", "redactions": "export-redacted"}
Redactions = Mapping[ItemNo, Mapping[Redaction, frozenset[str]]]
Choices = Mapping[str, Sequence[str]]


def stops(
    store: Store, nos: Collection[ItemNo], decided: Decided, choices: Choices = CHOICES, tags: Collection[str] = ()
) -> list[StopLine]:
    """Return what is to be decided before items leave, whether or not it is decided.

    ``tags`` are further ones that say privileged. Where ``choices`` have none for redactions, all of them are applied.
    Of what stays behind by decision nothing more is asked.
    """
    lines = relations.privileged(store, nos, tags)
    behind = left_behind(lines, decided)
    leaving = [no for no in nos if no not in behind]
    redacted = withholding.redacted(store)
    if "redactions" in choices:
        lines += _redactions(store, leaving, redacted)
    if "redactions" not in choices or decided.redactions == REDACT:
        lines += _near_misses(store, {no: redacted[no] for no in leaving if no in redacted})
    return lines


def _redactions(store: Store, nos: Sequence[ItemNo], redacted: Redactions) -> Iterator[StopLine]:
    holders = withholding.holders(store, redacted.keys()) - redacted.keys()
    for kind, some in ((REDACTED, redacted.keys()), (HOLDER, holders)):
        yield from (StopLine(kind, (no,)) for no in nos if no in some)


def _near_misses(store: Store, redacted: Redactions) -> list[StopLine]:
    """Return the strings in these items that are nearly a word redacted there, the most frequent first."""
    lines = dict[tuple[str, ...], StopLine]()
    found = dict[tuple[str, ...], Counter[ItemNo]]()
    for no, redactions in redacted.items():
        passages = [(one.passage.text, one.reason) for one in redactions if one.passage is not None]
        item = reading.item(store, no)
        if not passages or item.row.sealed:
            continue
        phrases = [words(text) for text, _ in passages]
        for miss in NearMisses(phrases, _other_letters).among(texts_of(item)):
            key, (near, reason) = tuple(words(miss.text)), passages[miss.phrase]
            lines.setdefault(key, StopLine(NEAR_MISS, (), miss.text, near, reason))
            found.setdefault(key, Counter())[no] += 1
    made = (_counted(line, found[key]) for key, line in lines.items())
    return sorted(made, key=lambda line: (-line.count, line.text))


def _counted(line: StopLine, found: Counter[ItemNo]) -> StopLine:
    return StopLine(line.kind, tuple(found), line.text, line.near, line.reason, found.total())


def _other_letters(phrase: str, vocabulary: Iterable[str]) -> Iterator[str]:
    """Yield how the words of a text write a phrase in another script, or in letters that look alike."""
    from triage.insight.names.spellings import IndexWords, propose

    known = list(vocabulary)
    index = IndexWords(lambda stem: ((word, 1) for word in known if word.startswith(stem)))
    yield from (one.query.strip('"') for one in propose(phrase, index) if one.kind in ("letters", "script"))


def with_near_misses(redacted: Redactions, lines: Iterable[StopLine], decided: Decided) -> Redactions:
    """Return what is cut, with the near misses that are to be redacted in the items in which they stand."""
    made = {no: dict(redactions) for no, redactions in redacted.items()}
    for line in lines:
        if line.kind == NEAR_MISS and decided.on(line) == REDACT:
            for no in line.nos:
                made[no][Redaction(line.reason, MarkedPassage(NOWHERE, 0, line.text))] = frozenset()
    return made


def left_behind(lines: Sequence[StopLine], decided: Decided) -> set[ItemNo]:
    """Return the items that stay behind by decision."""
    return {no for line in lines if decided.leaves_out(line) for no in line.nos}


def check(
    store: Store,
    lines: Sequence[StopLine],
    decided: Decided,
    choices: Choices = CHOICES,
    errors: Mapping[str, str] = _ERRORS,
) -> None:
    """Raise ExportError where a line is undecided: it says how many there are and names the first."""
    for name in choices:
        waiting = [line for line in lines if line.decided_as == name and decided.on(line) not in choices[name]]
        if waiting:
            rows = reading.rows(store, [line.nos[0] for line in waiting[:_MOST_NAMED]])
            first = "; ".join(f"{row.id} {row.subject or row.name}".rstrip() for row in rows)
            values = {"count": len(waiting), "first": first, **counts(waiting, name)}
            named = fields(errors[name])
            raise ExportError(errors[name], **{key: value for key, value in values.items() if key in named})
    near = [line for line in lines if line.kind == NEAR_MISS and decided.on(line) not in NEAR_MISS_CHOICES]
    if near:
        first = "; ".join(f"{line.text} ({line.count:,})" for line in near[:_MOST_NAMED])
        raise ExportError("near-misses-undecided", count=len(near), first=first)


def recorded(lines: Sequence[StopLine], decided: Decided) -> dict[str, Any]:
    """Return what was decided and on how many lines, for the record; only what there was something to decide on.

    Of near misses it has the numbers alone: they are words of items that may be sealed one day.
    """
    record = dict[str, Any]()
    for name in dict.fromkeys(line.decided_as for line in lines):
        some = [line for line in lines if line.decided_as == name]
        if name == "near_misses":
            made = Counter(decided.on(line) for line in some)
            record[name] = {"redacted": made[REDACT], "accepted": len(some) - made[REDACT]}
        else:
            record[name] = {"decision": getattr(decided, name), **counts(some, name)}
    return record
