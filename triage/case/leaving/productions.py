"""Productions of one case: what is produced is planned and put on record first, then written.

A production of the same name and protocol that wasn't finished is gone on with, under the numbers that it has.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from triage.case import heads
from triage.case.leaving import stops
from triage.case.leaving.desk import CaseDesk, ItemReader, begin_on_record, end_on_record, write_on_record
from triage.case.leaving.stops import KeptOut, kept_out
from triage.case.opened import OpenCase
from triage.case.versions import current
from triage.errors import ExportError
from triage.export.bundle import Stopped, Told
from triage.export.collect import Collector
from triage.export.production import loadfiles
from triage.export.production.loadfiles import Protocol, families_together
from triage.export.production.pages import Listed, count_pages
from triage.export.production.volume import write_volume
from triage.files import sha256
from triage.messages import say
from triage.model.items import Check, ItemNo, Row
from triage.model.leaving import (
    DONE,
    IMAGES,
    PRODUCTION_CHOICES,
    UNDECIDED,
    WITHHELD,
    WITHHOLD,
    Decided,
    ProducedDocument,
    Production,
    ProductionReport,
    StopLine,
)
from triage.model.reports import Results
from triage.proof import folders
from triage.proof.verify.manifest import SUMS
from triage.scope.ledger import Ledger
from triage.store import extent, productions

_AT_ONCE = 500
_ON_RECORD = "production on record"
_ERRORS = {"privileged": "production-families"}


class _Plan(NamedTuple):
    """What would be produced, what is to be decided before, and what is redacted."""

    documents: list[ProducedDocument]
    lines: list[StopLine]
    redacted: stops.Redactions


class Productions:
    """The productions of one open case."""

    def __init__(
        self,
        case: OpenCase,
        findings: Callable[[str], tuple[Results, list[ItemNo]]],
        belonging: Callable[[Sequence[ItemNo], str], dict[ItemNo, ItemNo]],
    ) -> None:
        """``findings`` and ``belonging`` are those of ``Export``."""
        self._case, self._findings, self._belonging = case, findings, belonging

    def all_of(self) -> list[Production]:
        """Return the productions on record, the first one first."""
        return productions.all_of(self._case.store)

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
        progress: Told | None = None,
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
        stops.check(case.store, lines, decided, PRODUCTION_CHOICES, _ERRORS)
        keeping.check(protocol, documents, self._rows([document.item for document in documents]))

        def produce(desk: CaseDesk, ledger: Ledger) -> ProductionReport:
            desk.kept_back, desk.redacted, desk.replaced = keeping.back, keeping.redacted, self._replaced(protocol)
            desk.accepted, record = decided.accepted, stops.recorded(lines, decided)
            begin = begin_on_record(case, target, reviewer, "production-write", {"name": protocol.name, **record})
            said = list(_said(record, reviewer))
            volume = (made, protocol)
            return write_volume(
                target, volume, case.policy, desk, documents, progress, stop, begin=begin, decisions=said
            )

        report: ProductionReport = write_on_record(case, produce, partial(self._record, made, reviewer), target)
        return replace(report, resumed=resumed)

    def _replaced(self, protocol: Protocol) -> dict[ItemNo, Listed]:
        """Return the documents of the production that a protocol replaces, in the order of their numbers."""
        before = productions.named(self._case.store, protocol.replaces) if protocol.replaces else None
        if before is None:
            return {}
        number = loadfiles.read_protocol(before.protocol).number
        documents = productions.documents(self._case.store, before)
        return {one.item: Listed(number(one.at), number(one.last), one) for one in documents}

    def _record(
        self, made: Production, reviewer: str, report: ProductionReport, desk: CaseDesk, ledger: Ledger
    ) -> ProductionReport:
        """Put on record that a production is finished, or was stopped."""
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
        progress: Told | None,
        stop: threading.Event | None,
    ) -> Production:
        """Reserve numbers and put on record who gets which; where pages have numbers, they are counted before."""
        planned, lines, redacted = self._planned(protocol, decided)
        stops.check(self._case.store, lines, decided, PRODUCTION_CHOICES, _ERRORS)
        record = stops.recorded(lines, decided)
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
        lines = stops.stops(store, rest, decided, PRODUCTION_CHOICES, protocol.withhold)
        behind = stops.left_behind(lines, decided)
        if behind:
            first = next(iter(protocol.withhold.values()))
            bases = dict.fromkeys(behind, first) | productions.family_bases(store, behind, keeping.withheld)
            keeping = keeping.withholding(store, bases)
        return keeping._replace(redacted=stops.with_near_misses(keeping.redacted, lines, decided)), lines

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


def _said(record: Mapping[str, Any], reviewer: str) -> Iterator[str]:
    """Yield what was decided, for whoever receives the production."""
    if family := record.get("privileged"):
        done = "withheld as well" if family["decision"] == WITHHOLD else "produced"
        yield f"Documents in a family with a withheld one: {family['family']:,}, {done}, as {reviewer} decided."
    if near := record.get("near_misses"):
        yield (
            f"Other strings that are similar to redacted words: {near['redacted']:,} redacted, "
            f"{near['accepted']:,} not redacted, as {reviewer} decided."
        )
