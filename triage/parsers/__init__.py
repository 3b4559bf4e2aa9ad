"""SOCKET. One file per file format (floor 2): bytes in, Extract out.

Nothing here opens a file, reaches a network or knows of the store. A format is one module with a ``FORMAT`` and one
line in PARSERS; the first that claims a file reads it, so the specific stand before the general.
"""

from __future__ import annotations

from triage.parsers.access import FORMAT as ACCESS
from triage.parsers.binary import FORMAT as BINARY
from triage.parsers.binhex import FORMAT as BINHEX
from triage.parsers.compound import FORMAT as COMPOUND
from triage.parsers.compressed import FORMAT as COMPRESSED
from triage.parsers.contract import Format, Probe
from triage.parsers.doc import FORMAT as DOC
from triage.parsers.docx import FORMAT as DOCX
from triage.parsers.eml import FORMAT as EML
from triage.parsers.emlx import FORMAT as EMLX
from triage.parsers.encrypted import FORMAT as ENCRYPTED
from triage.parsers.epub import FORMAT as EPUB
from triage.parsers.html import FORMAT as HTML
from triage.parsers.ics import FORMAT as ICS
from triage.parsers.image import FORMAT as IMAGE
from triage.parsers.iwork import FORMAT as IWORK
from triage.parsers.jsontext import FORMAT as JSON
from triage.parsers.libarchive import FORMAT as LIBARCHIVE
from triage.parsers.mbox import FORMAT as MBOX
from triage.parsers.media import FORMAT as MEDIA
from triage.parsers.msg import FORMAT as MSG
from triage.parsers.odf import FORMAT as ODF
from triage.parsers.officexml import FORMAT as OFFICEXML
from triage.parsers.olm import FORMAT as OLM
from triage.parsers.onenote import FORMAT as ONENOTE
from triage.parsers.pdf import FORMAT as PDF
from triage.parsers.pgp import FORMAT as PGP
from triage.parsers.ppt import FORMAT as PPT
from triage.parsers.pptx import FORMAT as PPTX
from triage.parsers.pst import FORMAT as PST
from triage.parsers.rtf import FORMAT as RTF
from triage.parsers.sevenzip import FORMAT as SEVENZIP
from triage.parsers.smime import FORMAT as SMIME
from triage.parsers.sqlite import FORMAT as SQLITE
from triage.parsers.tar import FORMAT as TAR
from triage.parsers.text import FORMAT as TEXT
from triage.parsers.tnef import FORMAT as TNEF
from triage.parsers.vcf import FORMAT as VCF
from triage.parsers.visio import FORMAT as VISIO
from triage.parsers.wordperfect import FORMAT as WORDPERFECT
from triage.parsers.xls import FORMAT as XLS
from triage.parsers.xlsb import FORMAT as XLSB
from triage.parsers.xlsx import FORMAT as XLSX
from triage.parsers.xml import FORMAT as XML
from triage.parsers.xps import FORMAT as XPS
from triage.parsers.zip import FORMAT as ZIP

PARSERS: tuple[Format, ...] = (
    MBOX,
    EML,
    BINHEX,
    ENCRYPTED,
    MSG,
    PST,
    TNEF,
    SMIME,
    PGP,
    EMLX,
    DOC,
    XLS,
    PPT,
    DOCX,
    XLSB,
    XLSX,
    PPTX,
    OFFICEXML,
    VISIO,
    XPS,
    ODF,
    IWORK,
    ONENOTE,
    PDF,
    RTF,
    WORDPERFECT,
    EPUB,
    SEVENZIP,
    LIBARCHIVE,
    TAR,
    COMPRESSED,
    IMAGE,
    MEDIA,
    OLM,
    ZIP,
    COMPOUND,
    SQLITE,
    ACCESS,
    BINARY,
    ICS,
    VCF,
    HTML,
    JSON,
    XML,
    TEXT,
)


def choose(probe: Probe) -> Format | None:
    """Return the first format that claims the file, or None where no reader knows it."""
    return next((f for f in PARSERS if f.claims(probe)), None)
