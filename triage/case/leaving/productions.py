"""Productions of one case: what is produced is planned and put on record first, then written.

A production of the same name and protocol that wasn't finished is gone on with, under the numbers that it has.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from triage.case import heads
from triage.case.leaving import on_record
from triage.case.leaving.desk import CaseDesk, ItemReader
from triage.case.opened import OpenCase
from triage.errors import ExportError
from triage.export.bundle import Stopped, Told
from triage.export.collect import Collector
from triage.export.production import protocol as protocols
from triage.export.production.documents import families_together
from triage.export.production.mailbox import CONVERTED
from triage.export.production.pages import count_pages, has_pages, is_text
from triage.export.production.protocol import SHEETS, Protocol
from triage.export.production.volume import write_volume
from triage.model.items import ItemNo, Row
from triage.model.productions import (
    DONE,
    IMAGES,
    NATIVE,
    REBUILT,
    SHEET,
    WITHHELD,
    ProducedDocument,
    Production,
    ProductionReport,
)
from triage.model.reports import Results
from triage.scope.ledger import Ledger
from triage.store.history import productions, withholding

_SEALED = "Sealed"
_HOLDS = "It contains a document that is withheld"
_MESSAGES = CONVERTED | {"message/rfc822"}


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

    def plan(self, untrusted_protocol: str) -> dict[str, int]:
        """Return how many documents a protocol would produce in which way; nothing is recorded or written."""
        return Counter(document.treatment for document in self._planned(protocols.read(untrusted_protocol)))

    def produce(
        self,
        target: Path,
        untrusted_protocol: str,
        reviewer: str,
        progress: Told | None = None,
        stop: threading.Event | None = None,
    ) -> ProductionReport:
        """Produce what a protocol says into a new folder.

        Raises ExportError where the protocol is wrong, nothing is left to produce, a production of its name is finished
        or has another protocol, something privileged would leave, or the folder can't be written.
        """
        case, protocol = self._case, protocols.read(untrusted_protocol)
        made = productions.named(case.store, protocol.name)
        resumed = made is not None
        if made is None:
            try:
                made = self._begin(protocol, untrusted_protocol, reviewer, progress, stop)
            except Stopped:
                return ProductionReport(protocol.name, str(target.absolute()), "", "", 0, {}, (), 0, "", stopped=True)
        elif made.state == DONE or made.protocol != untrusted_protocol:
            raise ExportError("production-name-taken", name=protocol.name)
        documents = list(productions.documents(case.store, made))
        kept_back = self._kept_back(protocol, documents)

        def produce(desk: CaseDesk, ledger: Ledger) -> ProductionReport:
            desk.kept_back = kept_back
            begin = on_record.beginning(case, target, reviewer, "production-write", {"name": protocol.name})
            return write_volume(target, (made, protocol), case.policy, desk, documents, progress, stop, begin=begin)

        report: ProductionReport = on_record.write(case, produce, partial(self._record, made, reviewer))
        return replace(report, resumed=resumed)

    def _record(
        self, made: Production, reviewer: str, report: ProductionReport, desk: CaseDesk, ledger: Ledger
    ) -> ProductionReport:
        """Put on record that a production is finished, or was stopped."""
        store = self._case.store
        with store.change(reviewer, "production", name=made.name, seal=report.seal) as detail:
            on_record.end(self._case, ledger, detail)
            detail |= {"unconfined": True} if desk.unconfined else {}
            if not report.stopped:
                productions.finish(store, made, report.seal)
        return replace(report, unconfined=desk.unconfined, unsigned=heads.sign(self._case))

    def _begin(
        self, protocol: Protocol, text: str, reviewer: str, progress: Told | None, stop: threading.Event | None
    ) -> Production:
        """Reserve numbers and put on record who gets which; where pages have numbers, they are counted before."""
        planned = self._planned(protocol)
        if not planned:
            raise ExportError("nothing-to-produce", query=protocol.query)
        if protocol.images == SHEETS:
            return self._reserve(protocol, text, planned, reviewer)

        def count(desk: CaseDesk, _: Ledger) -> list[ProducedDocument]:
            return count_pages(desk, planned, progress, stop)

        def reserve(counted: list[ProducedDocument], _: CaseDesk, ledger: Ledger) -> Production:
            return self._reserve(protocol, text, counted, reviewer, ledger)

        return on_record.write(self._case, count, reserve)

    def _reserve(
        self,
        protocol: Protocol,
        text: str,
        planned: Sequence[ProducedDocument],
        reviewer: str,
        ledger: Ledger | None = None,
    ) -> Production:
        store, pages = self._case.store, sum(document.pages for document in planned)
        protocol.number(productions.next_number(store, protocol.prefix) + pages - 1)  # or refuse it
        with store.change(reviewer, "production-begin", name=protocol.name, documents=len(planned)) as detail:
            made = productions.reserve(store, (protocol.name, protocol.prefix, text), planned, reviewer)
            detail.update(first=protocol.number(made.first), last=protocol.number(made.last))
            if ledger is not None:
                on_record.end(self._case, ledger, detail)
        return made

    def _planned(self, protocol: Protocol) -> list[ProducedDocument]:
        """Return the documents in the order of their numbers, which they don't have yet."""
        store = self._case.store
        if protocol.replaces and productions.named(store, protocol.replaces) is None:
            raise ExportError("no-such-production", name=protocol.replaces)
        results, decided_past = self._findings(protocol.query)
        found = [*results.nos, *decided_past]
        nos = set(found).union(self._belonging(found, protocol.belonging))
        if protocol.only_new:
            nos -= productions.produced(store)
        withheld = self._withheld(protocol, nos)
        desk = ItemReader(self._case)
        holders, ordered = withholding.holders(store, withheld), Collector(desk, list(nos), "").order(nos)
        return [
            ProducedDocument(0, row.no, *_treatment(row, withheld, holders, protocol.images != SHEETS))
            for row in families_together(desk.rows(ordered))
        ]

    def _withheld(self, protocol: Protocol, nos: Collection[ItemNo]) -> dict[ItemNo, str]:
        """Return what is withheld, with the basis of each.

        Raises ExportError where one of these items has another tag that says privileged, or the same content as an item
        that has, or holds either: the protocol doesn't say what becomes of it.
        """
        store = self._case.store
        withheld = withholding.withheld(store, protocol.withhold)
        others = {tag: tag for tag in withholding.privileged_tags(store) if tag not in protocol.withhold}
        open_ones = withholding.withheld(store, others).keys() - withheld.keys()
        released = (open_ones | withholding.holders(store, open_ones)) & set(nos)
        if released:
            raise ExportError("production-privileged", count=len(released), tags=", ".join(others))
        return withheld

    def _kept_back(self, protocol: Protocol, documents: Sequence[ProducedDocument]) -> set[ItemNo]:
        """Return what is withheld, and what holds it.

        Raises ExportError where what was put on record would now release something that is withheld.
        """
        withheld = self._withheld(protocol, [document.item for document in documents if document.treatment != WITHHELD])
        holders = withholding.holders(self._case.store, withheld)
        drawn = {row.no for row in ItemReader(self._case).rows(sorted(holders)) if not is_text(row.type)}
        changed = [
            document
            for document in documents
            if (document.item in withheld and document.treatment != WITHHELD)
            or (document.item in holders and document.treatment == NATIVE)
            or (document.item in drawn and document.treatment == IMAGES)
        ]
        if changed:
            raise ExportError("production-decisions-changed", count=len(changed), name=protocol.name)
        return holders.union(withheld)


def _treatment(row: Row, withheld: Mapping[ItemNo, str], holders: Collection[ItemNo], paged: bool) -> tuple[str, str]:
    """Return how an item leaves, and what keeps its original back.

    Of what holds something withheld the pages leave where they are made of its text, as those of a message are.
    """
    if row.sealed:
        return WITHHELD, _SEALED
    if row.no in withheld:
        return WITHHELD, withheld[row.no]
    why = _HOLDS if row.no in holders else ""
    if paged and has_pages(row.type) and (not why or is_text(row.type)):
        return IMAGES, why
    if why and row.type in _MESSAGES:
        return REBUILT, why
    return SHEET if why else NATIVE, why
