"""One module for each output format: findings in, a file out. A format is one module and one line in NAMES."""

from __future__ import annotations

from importlib import import_module

from triage.export.contract import Writer
from triage.export.writers import record

NAMES = (
    "csv",
    "html",
    "docx",
    "pdf",
    "xlsx",
)
"""The modules in this package that write a file of a bundle each, in the order in which they are written."""
WRITERS: tuple[Writer, ...] = (*(import_module(f"{__name__}.{name}").WRITER for name in NAMES), *record.WRITERS)
