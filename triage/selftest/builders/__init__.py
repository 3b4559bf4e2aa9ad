"""SOCKET. One file per kind of format (selftest room): canaries in, a document's bytes out.

A builder writes the least document that holds a canary in every hiding place of its format. It uses the standard
library and lxml, never a parser of ours: what writes and what reads must not share a mistake. A kind of format is one
module with ``BUILDERS`` and one line here.
"""

from __future__ import annotations

from triage.selftest.builders import docx, mail, odf, pdf, pptx, rtf, text, xlsx
from triage.selftest.canary import Builder

BUILDERS: tuple[Builder, ...] = (
    *text.BUILDERS,
    *mail.BUILDERS,
    *docx.BUILDERS,
    *xlsx.BUILDERS,
    *pptx.BUILDERS,
    *odf.BUILDERS,
    *pdf.BUILDERS,
    *rtf.BUILDERS,
)

UNTESTED = {
    "Encrypted Office document": "its content is read by the reader of the document's own format",
    "Word 97-2003 document": "not built: the binary format needs a word processor to write",
    "Excel 97-2003 workbook": "not built: the binary format needs a spreadsheet program to write",
    "PowerPoint 97-2003 presentation": "not built: the binary format needs a presentation program to write",
    "Excel binary workbook": "not built: the binary format needs a spreadsheet program to write",
    "Outlook data file": "not built: the binary format needs Outlook to write",
    "other known kinds of files": "nothing is read of them but their kind",
    "RAR archive": "not built: only the maker of the format may write it",
}
"""Readers without a builder, by label, and why."""
