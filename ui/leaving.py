"""What leaves a case: exports and productions; which is chosen in a dialog, done in the status bar, and reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from triage.messages import decode, say
from triage.model.items import ExportReport
from triage.model.leaving import ProductionReport
from ui.case.session import Session
from ui.dialogs.export import ExportDialog, ProduceDialog, treatments
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.panel import Command
from ui.status_bar import PRODUCING, Works
from ui.widgets.controls import notice

_LISTED = 20


class Leaving(QObject):
    def __init__(self, window: QWidget, session: Session, works: Works, show: Callable[[QDialog], None]) -> None:
        super().__init__()
        self._window, self._session, self._works, self._show = window, session, works, show
        session.export_finished.connect(self._exported)
        session.task_finished.connect(self._finished)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Export findings …", "Case", self.export, ("Ctrl+E",), writes=True),
            Command("Produce documents …", "Case", self.produce, ("Ctrl+P",), writes=True),
        )

    def export(self) -> None:
        if self._session.has_case() and not self._session.refuse_while_blind():
            dialog = ExportDialog(self._window, self._session)
            dialog.export_confirmed.connect(self._works.export)
            self._show(dialog)

    def produce(self) -> None:
        if self._session.has_case() and not self._session.refuse_while_blind():
            dialog = ProduceDialog(self._window, self._session)
            dialog.production_confirmed.connect(self._works.produce)
            self._show(dialog)

    def _exported(self, report: ExportReport) -> None:
        self._show(notice(self._window, tr("Export"), "\n".join(_exported(report))))

    def _finished(self, task: str, report: ProductionReport | None) -> None:
        if task == PRODUCING and report is not None:
            if report.stopped:
                self._session.say(tr("The production was stopped; its numbers stay reserved."))
            else:
                self._show(notice(self._window, tr("Production"), "\n".join(_produced(report))))


def _exported(report: ExportReport) -> list[str]:
    findings, size = formatting.count(report.findings, "finding"), formatting.size(report.bytes)
    lines = [tr("{findings}, {size}, are in", findings=findings, size=size), report.folder, ""]
    if n := report.belonging:
        lines += [tr("%n of these don't match themselves, but belong to items that do.", n), ""]
    if n := report.redacted:
        lines += [tr("%n findings leave without what is redacted, and without their originals.", n), ""]
    lines += _faded(report)
    if report.quotations:
        others = list(dict.fromkeys(other for _, other in report.quotations))
        lines += [tr("These items or searches say words that are redacted in others:"), *_first(others)]
    if n := len(report.missing) - report.redacted:
        lines += [tr("%n originals could not be exported; the report in the folder says which and why.", n), ""]
    if n := len(report.unconverted):
        lines += [tr("%n Outlook items could not be converted to mail messages; the report says which and why.", n), ""]
    return [*lines, *_in_the_end(report)]


def _produced(report: ProductionReport) -> list[str]:
    sentence = tr("{name}: {first} to {last}, in", name=report.name, first=report.first, last=report.last)
    lines = [sentence, report.folder, treatments(report.treatments), ""]
    if report.missing:
        lines += [tr("%n originals or pages are missing; their slip sheets state why.", len(report.missing)), ""]
    lines += _faded(report)
    if n := report.clawed_back:
        lines += [tr("%n documents of the replaced production are clawed back; see replaced.xlsx.", n), ""]
    if report.quotations:
        lines += [tr("These documents quote what is withheld or redacted in others:")]
        lines += _first([f"{other} → {document}" for document, other in report.quotations])
    return [*lines, *_in_the_end(report)]


def _faded(report: ExportReport | ProductionReport) -> list[str]:
    if not report.faded:
        return []
    sentence = tr("These pages lack pale marks of what they were drawn from; compare the two:")
    return [sentence, *_first(report.faded)]


def _first(lines: Sequence[str]) -> list[str]:
    return [*lines[:_LISTED], *(["…"] if len(lines) > _LISTED else []), ""]


def _in_the_end(report: ExportReport | ProductionReport) -> list[str]:
    lines = [messages.shown(report.extent.message), ""] if report.extent.message else []
    lines += [messages.shown(say("broker-unconfined")), ""] if report.unconfined else []
    if report.unsigned:
        lines += [messages.shown(decode(report.unsigned)), ""]
    lines += [tr("Checksum (keep it separate from the folder; it proves that nothing was changed):"), report.seal, ""]
    return [*lines, tr("To check the folder:"), f'triage verify "{report.folder}"']
