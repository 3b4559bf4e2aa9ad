"""The known-answer test's documents: a kind of format is one module with ``BUILDERS`` and one line in ``MODULES``.

A builder writes the least document that holds a canary in every hiding place of its format. It uses the standard
library, never what reads the format: what writes and what reads must not share a mistake.
"""

from __future__ import annotations

from importlib import import_module

from tests.selftest.plant import Builder

MODULES = (
    "mail",
    "outlook",
    "sealed",
    "docx",
    "excel",
    "pptx",
    "binary",
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
    builder for name in MODULES for builder in import_module(f"tests.selftest.builders.{name}").BUILDERS
)
