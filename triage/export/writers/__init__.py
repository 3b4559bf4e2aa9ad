"""SOCKET. One file per output format (export room): findings in, a file out. One module and one line in WRITERS."""

from __future__ import annotations

from triage.export.contract import Writer
from triage.export.writers import csv, docx, html

WRITERS: tuple[Writer, ...] = (
    Writer("findings.csv", "one line per finding, for spreadsheets and review tools", csv.write),
    Writer("report.html", "the findings for reading and printing, in any browser", html.write),
    Writer("report.docx", "the same report as a Word document", docx.write),
)
"""Every output format, in the order in which a bundle is written."""
