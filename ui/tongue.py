"""The window's language (ui): every word that a person sees goes through ``tr``. It knows no widget.

English is the source and the key. Names of people, files and tags, and sentences of the core, are never translated.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, n: int = -1, **values: object) -> str:
    """Return a text in the window's language, with ``{name}`` replaced by the values of that name.

    ``n`` chooses the plural form where the text has one; it stands as ``%n`` in it. The text must be a literal.
    """
    said = QCoreApplication.translate("triage", text, None, n)
    return said.format(**values) if values else said
