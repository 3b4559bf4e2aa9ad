"""Productions of one case: what is produced is planned and put on record first, then written.

A production of the same name and protocol that wasn't finished is gone on with, under the numbers that it has.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from triage.case import heads
from triage.case.known_answers import current
from triage.case.leaving.desk import CaseDesk, ItemReader, begin_on_record, end_on_record, write_on_record
from triage.case.opened import OpenCase
from triage.errors import ExportError
from triage.export.bundle import OnProgress, Stopped
from triage.export.collect import Collector
from triage.export.production import loadfiles
from triage.export.production.cutting import NearMisses, texts_of
from triage.export.production.loadfiles import SHEETS, Protocol, families_together
from triage.export.production.originals import CONVERTED
from triage.export.production.pages import Listed, count_pages, has_pages, is_text
from triage.export.production.volume import write_volume
from triage.files import sha256
from triage.messages import fields, say
from triage.model.items import Check, ItemNo, Row
from triage.model.leaving import (
    CHOICES,
    DONE,
    HOLDER,
    IMAGES,
    NATIVE,
    NEAR_MISS,
    NEAR_MISS_CHOICES,
    PRODUCTION_CHOICES,
    REBUILT,
    REDACT,
    REDACTED,
    SHEET,
    UNDECIDED,
    WITHHELD,
    WITHHOLD,
    Decided,
    ProducedDocument,
    Production,
    ProductionReport,
    StopLine,
    counts,
)
from triage.model.redactions import NOWHERE, MarkedPassage, Redaction
from triage.model.reports import Results
from triage.proof import folders
from triage.proof.verify.manifest import SUMS
from triage.scope.ledger import Ledger
from triage.store import extent, productions, reading, relations
from triage.store.db import Store
from triage.text import words

# What stops items from leaving before a person has decided: for exports and productions alike.
#
# It is worked out anew whenever something is written, so that nothing leaves on the strength of an older decision.

_MOST_NAMED = 5
_EXPORT_ERRORS = {"privileged": "export-privileged", "redactions": "export-redacted"}
Redactions = Mapping[ItemNo, Mapping[Redaction, frozenset[str]]]
Choices = Mapping[str, Sequence[str]]


def stops(
    store: Store,
    nos: Collection[ItemNo],
    decided: Decided = UNDECIDED,
    choices: Choices = CHOICES,
    tags: Collection[str] = (),
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
    made = (replace(line, nos=tuple(found[key]), count=found[key].total()) for key, line in lines.items())
    return sorted(made, key=lambda line: (-line.count, line.text))


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
    return {no for line in lines if decided.leaves_out(line) for no in line.nos}


def check(
    store: Store,
    lines: Sequence[StopLine],
    decided: Decided,
    choices: Choices = CHOICES,
    errors: Mapping[str, str] = _EXPORT_ERRORS,
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


_AT_ONCE = 500
_ON_RECORD = "production on record"
_ERRORS = {"privileged": "production-families"}


class _Plan(NamedTuple):
    """What would be produced, what is to be decided before, and what is redacted."""

    documents: list[ProducedDocument]
    lines: list[StopLine]
    redacted: Redactions


class Productions:
    def __init__(
        self,
        case: OpenCase,
        findings: Callable[[str], tuple[Results, list[ItemNo]]],
        belonging: Callable[[Sequence[ItemNo], str], dict[ItemNo, ItemNo]],
    ) -> None:
        """``findings`` and ``belonging`` are those of ``Export``."""
        self._case, self._findings, self._belonging = case, findings, belonging
        self.all_of = partial(productions.all_of, case.store)

    def check(self, folder: Path, keys: Sequence[str] = ()) -> list[Check]:
        """Check a production's folder, and that it is one that the case has on record."""
        try:
            seal = sha256(folder / SUMS)
        except OSError as error:
            return [Check(_ON_RECORD, False, say("file-unreadable", path=folder / SUMS, error=error.strerror))]
        name = next((made.name for made in self.all_of() if made.seal == seal), "")
        found = say("production-on-record", name=name) if name else say("production-not-on-record", sha256=seal)
        return [*folders.check(folder, keys=keys, versions=dict(current())), Check(_ON_RECORD, bool(name), found)]

    def example(self) -> str:
        """Return a protocol to begin with: the text of a TOML file."""
        return loadfiles.example_protocol(len(self.all_of()) + 1)

    def plan(self, untrusted_protocol: str, decided: Decided = UNDECIDED) -> dict[str, int]:
        """Return how many documents a protocol would produce in which way; nothing is recorded or written."""
        return Counter(
            one.treatment for one in self._planned(loadfiles.read_protocol(untrusted_protocol), decided).documents
        )

    def stops(self, untrusted_protocol: str, decided: Decided = UNDECIDED) -> list[StopLine]:
        """Return what is to be decided before what a protocol says is produced."""
        return self._planned(loadfiles.read_protocol(untrusted_protocol), decided).lines

    def produce(
        self,
        target: Path,
        untrusted_protocol: str,
        reviewer: str,
        progress: OnProgress | None = None,
        stop: threading.Event | None = None,
        decided: Decided = UNDECIDED,
    ) -> ProductionReport:
        """Produce what a protocol says into a new folder; ``decided`` is what a person decided on what stops it.

        Raises ExportError where the protocol is wrong, nothing is left to produce, a production of its name is finished
        or has another protocol, something privileged would leave, something is undecided, or the folder can't be
        written. One that is gone on with needs the same decisions again.
        """
        case, protocol = self._case, loadfiles.read_protocol(untrusted_protocol)
        made = productions.named(case.store, protocol.name)
        resumed = made is not None
        if made is None:
            try:
                made = self._begin(protocol, untrusted_protocol, reviewer, decided, progress, stop)
            except Stopped:
                return ProductionReport(name=protocol.name, folder=str(target.absolute()), stopped=True)
        elif made.state == DONE or made.protocol != untrusted_protocol:
            raise ExportError("production-name-taken", name=protocol.name)
        documents = list(productions.documents(case.store, made))
        leaving = [one.item for one in documents if one.treatment != WITHHELD]
        keeping, lines = self._kept_out(protocol, leaving, [one.item for one in documents], decided)
        check(case.store, lines, decided, PRODUCTION_CHOICES, _ERRORS)
        keeping.check(protocol, documents, self._rows([document.item for document in documents]))

        def produce(desk: CaseDesk, ledger: Ledger) -> ProductionReport:
            desk.kept_back, desk.redacted, desk.replaced = keeping.back, keeping.redacted, self._replaced(protocol)
            desk.accepted, record = decided.accepted, recorded(lines, decided)
            begin = begin_on_record(case, target, reviewer, "production-write", {"name": protocol.name, **record})
            statements = list(_statements(record, reviewer))
            volume = (made, protocol)
            return write_volume(
                target, volume, case.policy, desk, documents, progress, stop, begin=begin, decisions=statements
            )

        report: ProductionReport = write_on_record(case, produce, partial(self._record, made, reviewer), target)
        return replace(report, resumed=resumed)

    def _replaced(self, protocol: Protocol) -> dict[ItemNo, Listed]:
        before = productions.named(self._case.store, protocol.replaces) if protocol.replaces else None
        if before is None:
            return {}
        number = loadfiles.read_protocol(before.protocol).number
        documents = productions.documents(self._case.store, before)
        return {one.item: Listed(number(one.at), number(one.last), one) for one in documents}

    def _record(
        self, made: Production, reviewer: str, report: ProductionReport, desk: CaseDesk, ledger: Ledger
    ) -> ProductionReport:
        store = self._case.store
        with store.change(reviewer, "production", name=made.name, seal=report.seal) as detail:
            end_on_record(self._case, ledger, detail)
            detail |= {"unconfined": True} if desk.unconfined else {}
            if not report.stopped:
                productions.finish(store, made, report.seal)
        unsigned = heads.sign(self._case) or desk.unsigned
        return replace(report, unconfined=desk.unconfined, unsigned=unsigned, extent=extent.extent(store))

    def _begin(
        self,
        protocol: Protocol,
        text: str,
        reviewer: str,
        decided: Decided,
        progress: OnProgress | None,
        stop: threading.Event | None,
    ) -> Production:
        """Reserve numbers and put on record who gets which; where pages have numbers, they are counted before."""
        planned, lines, redacted = self._planned(protocol, decided)
        check(self._case.store, lines, decided, PRODUCTION_CHOICES, _ERRORS)
        record = recorded(lines, decided)
        if not planned:
            raise ExportError("nothing-to-produce", query=protocol.query)
        if not any(document.treatment == IMAGES for document in planned):
            return self._reserve(protocol, text, planned, reviewer, record)

        def count(desk: CaseDesk, _: Ledger) -> list[ProducedDocument]:
            desk.redacted = redacted
            return count_pages(desk, planned, progress, stop)

        def reserve(counted: list[ProducedDocument], _: CaseDesk, ledger: Ledger) -> Production:
            return self._reserve(protocol, text, counted, reviewer, record, ledger)

        return write_on_record(self._case, count, reserve)

    def _reserve(
        self,
        protocol: Protocol,
        text: str,
        planned: Sequence[ProducedDocument],
        reviewer: str,
        record: Mapping[str, Any],
        ledger: Ledger | None = None,
    ) -> Production:
        store, pages = self._case.store, sum(document.pages for document in planned)
        protocol.number(productions.next_number(store, protocol.prefix) + pages - 1)  # or refuse it
        with store.change(reviewer, "production-begin", name=protocol.name, documents=len(planned)) as detail:
            made = productions.reserve(store, (protocol.name, protocol.prefix, text), planned, reviewer)
            detail.update(record, first=protocol.number(made.first), last=protocol.number(made.last))
            if ledger is not None:
                end_on_record(self._case, ledger, detail)
        return made

    def _kept_out(
        self, protocol: Protocol, leaving: Collection[ItemNo], nos: Collection[ItemNo], decided: Decided
    ) -> tuple[KeptOut, list[StopLine]]:
        """Return what stays out of a production of items, by its protocol and by decision, and what is to be decided.

        ``leaving`` are those of the items that aren't withheld on record.
        """
        store = self._case.store
        keeping = kept_out(store, protocol, leaving)
        rest = [no for no in nos if no not in keeping.withheld]
        lines = stops(store, rest, decided, PRODUCTION_CHOICES, protocol.withhold)
        behind = left_behind(lines, decided)
        if behind:
            first = next(iter(protocol.withhold.values()))
            bases = dict.fromkeys(behind, first) | productions.family_bases(store, behind, keeping.withheld)
            keeping = keeping.withholding(store, bases)
        return keeping._replace(redacted=with_near_misses(keeping.redacted, lines, decided)), lines

    def _planned(self, protocol: Protocol, decided: Decided) -> _Plan:
        """Return the documents in the order of their numbers, which they don't have yet."""
        store = self._case.store
        if protocol.replaces and productions.named(store, protocol.replaces) is None:
            raise ExportError("no-such-production", name=protocol.replaces)
        results, decided_past = self._findings(protocol.query)
        found = [*results.nos, *decided_past]
        nos = set(found).union(self._belonging(found, protocol.belonging))
        if protocol.only_new:
            nos -= productions.produced(store)
        (keeping, lines), desk = self._kept_out(protocol, nos, nos, decided), ItemReader(self._case)
        rows = self._rows(Collector(desk, list(nos), "").order(nos))
        parents, treated = dict[ItemNo, ItemNo | None](), dict[ItemNo, tuple[str, str]]()
        for row in rows:
            parents[row.no], treated[row.no] = row.parent, keeping.treatment(row)
        documents = [ProducedDocument(0, no, *treated[no]) for no in families_together(parents)]
        return _Plan(documents, lines, keeping.redacted)

    def _rows(self, nos: Sequence[ItemNo]) -> Iterator[Row]:
        """Yield the rows of items, some read at a time: there may be a hundred thousand."""
        desk = ItemReader(self._case)
        return (row for at in range(0, len(nos), _AT_ONCE) for row in desk.rows(nos[at : at + _AT_ONCE]))


def _statements(record: Mapping[str, Any], reviewer: str) -> Iterator[str]:
    """Yield what was decided, for whoever receives the production."""
    if family := record.get("privileged"):
        done = "withheld as well" if family["decision"] == WITHHOLD else "produced"
        yield f"Documents in a family with a withheld one: {family['family']:,}, {done}, as {reviewer} decided."
    if near := record.get("near_misses"):
        yield (
            f"Other strings that are similar to redacted words: {near['redacted']:,} redacted, "
            f"{near['accepted']:,} not redacted, as {reviewer} decided."
        )
