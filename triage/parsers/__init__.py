"""SOCKET. One file per file format (floor 2): bytes in, Extract out.

Nothing here opens a file, reaches a network or knows of the store. A format is one module with a ``FORMAT`` and one
line in PARSERS; the first that claims a file reads it, so the specific stand before the general.
"""

from __future__ import annotations

from triage.parsers.archives.compressed import FORMAT as COMPRESSED
from triage.parsers.archives.libarchive import FORMAT as LIBARCHIVE
from triage.parsers.archives.seven_zip.reader import FORMAT as SEVENZIP
from triage.parsers.archives.tar import FORMAT as TAR
from triage.parsers.archives.zip import FORMAT as ZIP
from triage.parsers.binary import FORMAT as BINARY
from triage.parsers.books.epub import FORMAT as EPUB
from triage.parsers.databases.access import FORMAT as ACCESS
from triage.parsers.databases.sqlite import FORMAT as SQLITE
from triage.parsers.kit.contract import Format, Probe
from triage.parsers.mail.binhex import FORMAT as BINHEX
from triage.parsers.mail.eml import FORMAT as EML
from triage.parsers.mail.emlx import FORMAT as EMLX
from triage.parsers.mail.mbox import FORMAT as MBOX
from triage.parsers.office.compound import FORMAT as COMPOUND
from triage.parsers.office.encrypted import FORMAT as ENCRYPTED
from triage.parsers.office.excel97.reader import FORMAT as XLS
from triage.parsers.office.iwork.reader import FORMAT as IWORK
from triage.parsers.office.odf.reader import FORMAT as ODF
from triage.parsers.office.onenote.reader import FORMAT as ONENOTE
from triage.parsers.office.ooxml.docx import FORMAT as DOCX
from triage.parsers.office.ooxml.flat_xml import FORMAT as OFFICEXML
from triage.parsers.office.ooxml.pptx import FORMAT as PPTX
from triage.parsers.office.ooxml.xlsb import FORMAT as XLSB
from triage.parsers.office.ooxml.xlsx import FORMAT as XLSX
from triage.parsers.office.powerpoint97.reader import FORMAT as PPT
from triage.parsers.office.visio.drawing import FORMAT as VISIO
from triage.parsers.office.word97.reader import FORMAT as DOC
from triage.parsers.office.wordperfect.reader import FORMAT as WORDPERFECT
from triage.parsers.office.xps import FORMAT as XPS
from triage.parsers.outlook.msg import FORMAT as MSG
from triage.parsers.outlook.olm.reader import FORMAT as OLM
from triage.parsers.outlook.pst.reader import FORMAT as PST
from triage.parsers.outlook.tnef import FORMAT as TNEF
from triage.parsers.pdf.reader import FORMAT as PDF
from triage.parsers.pictures.image import FORMAT as IMAGE
from triage.parsers.pictures.media import FORMAT as MEDIA
from triage.parsers.rtf.reader import FORMAT as RTF
from triage.parsers.signed.pgp import FORMAT as PGP
from triage.parsers.signed.smime import FORMAT as SMIME
from triage.parsers.text.html import FORMAT as HTML
from triage.parsers.text.ics import FORMAT as ICS
from triage.parsers.text.json_text import FORMAT as JSON
from triage.parsers.text.plain import FORMAT as TEXT
from triage.parsers.text.vcf import FORMAT as VCF
from triage.parsers.text.xml import FORMAT as XML

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
