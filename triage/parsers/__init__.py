"""SOCKET. One file per file format: bytes in, Extract out.

Nothing here opens a file, reaches a network or knows of the store. A format is one module with a ``FORMAT`` and one
line in FORMATS; the first that claims a file reads it, so the specific stand before the general.
"""

from __future__ import annotations

from importlib import import_module

from triage.parsers.kit.contract import Format, Probe

FORMATS = (
    "mail.mbox",
    "mail.eml",
    "mail.binhex",
    "office.encrypted",
    "outlook.msg",
    "outlook.pst.reader",
    "outlook.tnef",
    "signed.smime",
    "signed.pgp",
    "mail.emlx",
    "office.word97.reader",
    "office.excel97.reader",
    "office.powerpoint97.reader",
    "office.ooxml.docx",
    "office.ooxml.xlsb",
    "office.ooxml.xlsx",
    "office.ooxml.pptx",
    "office.ooxml.flat_xml",
    "office.visio.drawing",
    "office.xps",
    "office.odf.reader",
    "office.iwork.reader",
    "office.onenote.reader",
    "pdf.reader",
    "rtf.reader",
    "office.wordperfect",
    "books.epub",
    "archives.seven_zip",
    "archives.libarchive",
    "archives.tar",
    "archives.compressed",
    "pictures.image",
    "pictures.media",
    "outlook.olm.reader",
    "archives.zip",
    "office.compound",
    "databases.sqlite",
    "databases.access",
    "binary",
    "text.ics",
    "text.vcf",
    "text.html",
    "text.json_text",
    "text.xml",
    "text.plain",
)
"""The modules in this package that read a format each."""
PARSERS: tuple[Format, ...] = tuple(import_module(f"{__name__}.{name}").FORMAT for name in FORMATS)


def by_type(media: str) -> Format | None:
    """Return the first format of a media type."""
    return next((f for f in PARSERS if media in f.types), None)


def choose(probe: Probe) -> Format | None:
    """Return the first format that claims the file, or None where no reader knows it."""
    return next((f for f in PARSERS if f.claims(probe)), None)
