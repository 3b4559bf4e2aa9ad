"""What stops items from leaving before a person has decided: for exports and productions alike.

It is worked out anew whenever something is written, so that nothing leaves on the strength of an older decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from triage.errors import ExportError
from triage.export.production.cutting import NearMisses, texts_of
from triage.export.production.loadfiles import SHEETS, Protocol
from triage.export.production.originals import CONVERTED
from triage.export.production.pages import has_pages, is_text
from triage.messages import fields
from triage.model.items import ItemNo, Row
from triage.model.leaving import (
    CHOICES,
    HOLDER,
    IMAGES,
    NATIVE,
    NEAR_MISS,
    NEAR_MISS_CHOICES,
    REBUILT,
    REDACT,
    REDACTED,
    SHEET,
    WITHHELD,
    Decided,
    ProducedDocument,
    StopLine,
    counts,
)
from triage.model.redactions import NOWHERE, MarkedPassage, Redaction
from triage.store import productions, reading, relations
from triage.store.db import Store
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
    redacted = productions.redacted(store)
    if "redactions" in choices:
        lines += _redactions(store, leaving, redacted)
    if "redactions" not in choices or decided.redactions == REDACT:
        lines += _near_misses(store, {no: redacted[no] for no in leaving if no in redacted})
    return lines


def _redactions(store: Store, nos: Sequence[ItemNo], redacted: Redactions) -> Iterator[StopLine]:
    holders = productions.holders(store, redacted.keys()) - redacted.keys()
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


# What stays out of a production, and how each item therefore leaves: withheld, redacted, or holding either. It is
# worked out anew as well.

_SEALED = "Sealed"
_HOLDS = "It contains a document that is withheld or redacted"
_MESSAGES = CONVERTED | {"message/rfc822"}
_TWO = 2


class KeptOut(NamedTuple):
    """What is withheld and on which basis, what is redacted and by whom, and which originals hold either."""

    withheld: Mapping[ItemNo, str]
    redacted: Mapping[ItemNo, Mapping[Redaction, frozenset[str]]]
    holders: Collection[ItemNo]
    paged: bool

    @property
    def back(self) -> set[ItemNo]:
        """All items whose originals are kept back."""
        return {*self.withheld, *self.redacted, *self.holders}

    def treatment(self, row: Row) -> tuple[str, str]:
        """Return how an item leaves, and what keeps its original back.

        Of what holds something that is kept out the pages leave where they are made of its text, as those of a message
        are.
        """
        if row.sealed:
            return WITHHELD, _SEALED
        if row.no in self.withheld:
            return WITHHELD, self.withheld[row.no]
        if row.no in self.redacted:
            reasons = sorted({redaction.reason for redaction in self.redacted[row.no]})
            return IMAGES if has_pages(row.type) else SHEET, f"Redacted: {', '.join(reasons)}"
        why = _HOLDS if row.no in self.holders else ""
        if self.paged and has_pages(row.type) and (not why or is_text(row.type)):
            return IMAGES, why
        if why and row.type in _MESSAGES:
            return REBUILT, why
        return SHEET if why else NATIVE, why

    def withholding(self, store: Store, more: Mapping[ItemNo, str]) -> KeptOut:
        """Return the same with further items that are withheld, each with the basis."""
        withheld = {**more, **self.withheld}
        return self._replace(
            withheld=withheld, holders=productions.holders(store, withheld.keys() | self.redacted.keys())
        )

    def check(self, protocol: Protocol, documents: Sequence[ProducedDocument], rows: Iterable[Row]) -> None:
        """Raise ExportError where documents would now leave otherwise than is on record; ``rows`` are theirs."""
        changed = 0
        for document, row in zip(documents, rows, strict=True):
            treatment, why = self.treatment(row)
            undrawn = treatment == IMAGES and document.treatment == (SHEET if why else NATIVE)
            changed += why != document.why or (treatment != document.treatment and not undrawn)
        if changed:
            raise ExportError("production-decisions-changed", count=changed, name=protocol.name)


def kept_out(store: Store, protocol: Protocol, nos: Collection[ItemNo]) -> KeptOut:
    """Return what stays out of a production of these items.

    Raises ExportError where one of them has a tag that says privileged and isn't in the protocol, or the same content
    as an item that has, or holds either; and where redactions await a second person.
    """
    withheld = productions.withheld(store, protocol.withhold)
    others = {tag: tag for tag in productions.privileged_tags(store) if tag not in protocol.withhold}
    open_ones = productions.withheld(store, others).keys() - withheld.keys()
    released = (open_ones | productions.holders(store, open_ones)) & set(nos)
    if released:
        raise ExportError("production-privileged", count=len(released), tags=", ".join(others))
    redacted = productions.redacted(store)
    if protocol.second_reviewer:
        waiting = [no for no in redacted.keys() & set(nos) - withheld.keys() if not _confirmed(redacted[no])]
        if waiting:
            raise ExportError("redactions-unconfirmed", count=len(waiting))
    holders = productions.holders(store, withheld.keys() | redacted.keys())
    return KeptOut(withheld, redacted, holders, protocol.images != SHEETS)


def _confirmed(redactions: Mapping[Redaction, frozenset[str]]) -> bool:
    return all(len(people) >= _TWO for people in redactions.values())
