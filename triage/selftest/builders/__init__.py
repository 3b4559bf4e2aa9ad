"""SOCKET. One file per kind of format: canaries in, a document's bytes out.

A builder writes the least document that holds a canary in every hiding place of its format. It uses the standard
library, never what reads the format: what writes and what reads must not share a mistake. A kind of format is one
module with ``BUILDERS`` and one line here.
"""

from __future__ import annotations

from importlib import import_module

from triage.parsers.archives.libarchive import library
from triage.selftest.builders.archives import LIBARCHIVE
from triage.selftest.canary import Builder

MODULES = (
    "mail",
    "outlook",
    "sealed",
    "docx",
    "excel",
    "pptx",
    "stored",
    "visio",
    "odf",
    "pdf",
    "rtf",
    "text",
    "archives",
    "databases",
    "media",
)
"""The modules in this package that write a kind of format each, in the order of the matrix."""
BUILDERS: tuple[Builder, ...] = tuple(
    builder for name in MODULES for builder in import_module(f"{__name__}.{name}").BUILDERS
)

UNTESTED = {
    "Office document in one XML file (flat package)": "its parts are put back into a package, and read as that",
    "Encrypted Office document": "its content is read by the reader of the document's own format",
    "other known kinds of files": "of some of them readable strings are kept, and nothing else is read",
    **({} if library() else {LIBARCHIVE: "the extra 'archives' isn't installed"}),
}
"""Readers without a builder, by label, and why."""
