"""What the core says, in the window's language: sentences come as keys and values, and are rendered here."""

from __future__ import annotations

from triage.errors import TriageError
from triage.model.messages import Message
from ui.i18n import formatting, language


def shown(message: Message) -> str:
    """Return a sentence of the core in the window's language; no name in it breaks the line or turns it round."""
    return language.of_core(message, formatting.foreign)


def error(raised: TriageError) -> str:
    """Return what an error says, in the window's language."""
    return shown(raised.message)
