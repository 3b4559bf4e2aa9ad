"""Productions of one case: what is produced is planned and put on record first, then written.

A production of the same name and protocol that wasn't finished is gone on with, under the numbers that it has.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from triage.case.leaving.desk import CaseDesk, ItemReader
from triage.case.opened import OpenCase
from triage.errors import ExportError
from triage.export.collect import Collector
from triage.export.production import protocol as protocols
from triage.export.production.documents import families_together
from triage.export.production.protocol import Protocol
from triage.export.production.volume import write_volume
from triage.model.items import ItemNo
from triage.model.productions import DONE, NATIVE, SHEET, WITHHELD, Production, ProductionReport
from triage.model.reports import Results
from triage.store.history import productions, withholding
from triage.store.relations import privileged

_SEALED = "Sealed"
_HOLDS = "It holds a document that is withheld"
_PRIVILEGED = "privileged"


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
        counts = dict.fromkeys((NATIVE, SHEET, WITHHELD), 0)
        for _, treatment, _ in self._planned(protocols.read(untrusted_protocol)):
            counts[treatment] += 1
        return counts

    def produce(
        self,
        target: Path,
        untrusted_protocol: str,
        reviewer: str,
        progress: Callable[[int, int], None] | None = None,
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
            made = self._begin(protocol, untrusted_protocol, reviewer)
        elif made.state == DONE or made.protocol != untrusted_protocol:
            raise ExportError("production-name-taken", name=protocol.name)
        documents = list(productions.documents(case.store, made))
        case.exposure.anchor()
        with case.ledger() as ledger:
            desk = CaseDesk(case, ledger)
            try:
                report = write_volume(target, (made, protocol), case.policy, desk, documents, progress, stop)
            finally:
                desk.close()
                ledger.sync()
            ledger.end()
            if not report.stopped:
                with case.store.change(reviewer, "production", name=made.name, seal=report.seal) as detail:
                    detail["ledger"] = ledger.head.name
                    case.store.set_meta("ledger", ledger.head.anchor)
                    productions.finish(case.store, made, report.seal)
        return replace(report, resumed=resumed)

    def _begin(self, protocol: Protocol, text: str, reviewer: str) -> Production:
        """Reserve numbers and put on record who gets which."""
        planned = self._planned(protocol)
        if not planned:
            raise ExportError("nothing-to-produce", query=protocol.query)
        store = self._case.store
        protocol.number(productions.next_number(store, protocol.prefix) + len(planned) - 1)  # or refuse it
        with store.change(reviewer, "production-begin", name=protocol.name, documents=len(planned)) as detail:
            made = productions.reserve(store, (protocol.name, protocol.prefix, text), planned, reviewer)
            detail.update(first=protocol.number(made.first), last=protocol.number(made.last))
        return made

    def _planned(self, protocol: Protocol) -> list[tuple[ItemNo, str, str]]:
        """Return the documents in the order of their numbers: item, treatment, and what keeps its original back."""
        store = self._case.store
        if protocol.replaces and productions.named(store, protocol.replaces) is None:
            raise ExportError("no-such-production", name=protocol.replaces)
        results, decided_past = self._findings(protocol.query)
        found = [*results.nos, *decided_past]
        nos = set(found).union(self._belonging(found, protocol.belonging))
        if protocol.only_new:
            nos -= productions.produced(store)
        withheld = withholding.withheld(store, protocol.withhold)
        open_ones = privileged(store, [no for no in nos if no not in withheld]).tagged
        if open_ones and _PRIVILEGED not in protocol.withhold:
            raise ExportError("production-privileged", count=len(open_ones))
        desk = ItemReader(self._case)
        holders, ordered = withholding.holders(store, withheld), Collector(desk, list(nos), "").order(nos)
        made = []
        for row in families_together(desk.rows(ordered)):
            if row.sealed:
                made.append((row.no, WITHHELD, _SEALED))
            elif row.no in withheld:
                made.append((row.no, WITHHELD, withheld[row.no]))
            else:
                made.append((row.no, SHEET, _HOLDS) if row.no in holders else (row.no, NATIVE, ""))
        return made
