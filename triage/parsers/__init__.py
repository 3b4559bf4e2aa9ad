"""SOCKET. One file per file format (floor 2): bytes in, Extract out.

Nothing here opens a file, reaches a network or knows of the store. A format is one module with a ``FORMAT`` and one
line in PARSERS; the first that claims a file reads it, so the specific stand before the general.
"""

from __future__ import annotations

from triage.parsers.contract import Format, Probe
from triage.parsers.doc import FORMAT as DOC
from triage.parsers.docx import FORMAT as DOCX
from triage.parsers.eml import FORMAT as EML
from triage.parsers.encrypted import FORMAT as ENCRYPTED
from triage.parsers.mbox import FORMAT as MBOX
from triage.parsers.pdf import FORMAT as PDF
from triage.parsers.pptx import FORMAT as PPTX
from triage.parsers.xls import FORMAT as XLS
from triage.parsers.xlsb import FORMAT as XLSB
from triage.parsers.xlsx import FORMAT as XLSX

PARSERS: tuple[Format, ...] = (ENCRYPTED, DOC, XLS, DOCX, XLSB, XLSX, PPTX, PDF, MBOX, EML)


def choose(probe: Probe) -> Format | None:
    """Return the first format that claims the file, or None where no reader knows it."""
    return next((f for f in PARSERS if f.claims(probe)), None)
