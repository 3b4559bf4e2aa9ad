"""What the commands that write a folder for somebody else print last: its checksum, and how to check it."""

from __future__ import annotations

from collections.abc import Iterator

from triage.cli import terminal
from triage.messages import decode, render
from triage.model.items import ExportReport
from triage.model.productions import ProductionReport


def lines(report: ExportReport | ProductionReport) -> Iterator[str]:
    """Yield the last lines on an export or a production."""
    yield from terminal.confinement(report)
    if report.unsigned:
        yield render(decode(report.unsigned))
    yield f"Its checksum, to be sent separately: {report.seal}"
    yield f"Check it with: triage verify {report.folder}"
