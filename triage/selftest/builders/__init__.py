"""SOCKET. One file per kind of format: canaries in, a document's bytes out.

A builder writes the least document that holds a canary in every hiding place of its format. It uses the standard
library, never what reads the format: what writes and what reads must not share a mistake. A kind of format is one
module with ``BUILDERS`` and one line here.
"""

from __future__ import annotations

from triage.parsers.archives.libarchive import library
from triage.selftest.builders import (
    access,
    archives,
    docx,
    iwork,
    mail,
    media,
    odf,
    office97,
    officexml,
    olm,
    onenote,
    outlook,
    pdf,
    pptx,
    rtf,
    sealed,
    sqlite,
    text,
    xlsb,
    xlsx,
)
from triage.selftest.canary import Builder

BUILDERS: tuple[Builder, ...] = (
    *mail.BUILDERS,
    *outlook.BUILDERS,
    *olm.BUILDERS,
    *sealed.BUILDERS,
    *docx.BUILDERS,
    *xlsx.BUILDERS,
    *xlsb.BUILDERS,
    *pptx.BUILDERS,
    *office97.BUILDERS,
    *officexml.BUILDERS,
    *odf.BUILDERS,
    *pdf.BUILDERS,
    *rtf.BUILDERS,
    *iwork.BUILDERS,
    *onenote.BUILDERS,
    *text.BUILDERS,
    *archives.BUILDERS,
    *(archives.OPTIONAL if library() else ()),
    *sqlite.BUILDERS,
    *access.BUILDERS,
    *media.BUILDERS,
)

UNTESTED = {
    "Encrypted Office document": "its content is read by the reader of the document's own format",
    "WordPerfect document": "its letters are in sets of its own, which don't hold all scripts of the canaries",
    "other known kinds of files": "of some of them readable strings are kept, and nothing else is read",
    **({} if library() else {archives.LIBARCHIVE: "the extra 'archives' isn't installed"}),
}
"""Readers without a builder, by label, and why."""
