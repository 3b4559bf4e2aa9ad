"""Findings as files that leave the case. Originals are opened again through the broker, so each is in the ledger."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from triage.case import seals
from triage.case.opened import OpenCase
from triage.case.search import Search
from triage.model.items import Decision, ExportReport, ItemNo
from triage.scope.ledger import Ledger
from triage.store import decisions, reading
from triage.store.db import now


class Export:
    """What leaves one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    def bundle(
        self,
        target: Path,
        query: str,
        reviewer: str,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> ExportReport:
        """Export what a query finds into a new folder that can be verified on its own.

        Raises ExportError where it can't be written; nothing is left then, nor where it was stopped.
        """
        from triage.export.bundle import Access, write_bundle
        from triage.export.contract import Order
        from triage.indexing.reopen import Natives

        case = self._case
        desk = _Desk(case)
        results = desk.run(query)
        with case.ledger() as ledger:
            natives = Natives(case.policy, ledger, case.settings)
            order = Order(
                case=case.name,
                reviewer=reviewer,
                query=query,
                reading=results.reading,
                policy=case.policy,
                status=reading.status(case.store, case.name, case.engine_name),
                not_searchable=results.not_searchable,
                partly=results.partly,
                problems=tuple(reading.problems(case.store)),
                ledger_head=ledger.head.hash,
                audit_head=case.store.audit_head()[1],
                created=now(),
                version=_version(),
            )
            try:
                access = Access(seals.unless_sealed(case, natives.read), natives.rendition)
                report = write_bundle(target, order, desk, results.nos, access, progress, stop)
            finally:
                natives.close()
                ledger.sync()
            ledger.end()
            self._record(report, query, reviewer, ledger)
        return report

    def _record(self, report: ExportReport, query: str, reviewer: str, ledger: Ledger) -> None:
        """Tie the ledger to the audit, so that its end can't be cut off unseen."""
        store = self._case.store
        with store.change(reviewer, "export", query=query, findings=report.findings, seal=report.seal) as detail:
            detail["ledger"] = f"{ledger.head.lines}:{ledger.head.hash}"
            store.set_meta("ledger", detail["ledger"])


class _Desk(Search):
    """What the export asks of the case: its items, and the decisions on them."""

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return an item's decisions, oldest first."""
        return decisions.history(self._store, no)


def _version() -> str:
    from triage import __version__

    return __version__
