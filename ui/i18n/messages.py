"""What the core says, in the window's language: sentences come as keys and values, and are rendered here."""

from __future__ import annotations

from triage.errors import TriageError
from triage.messages import render
from triage.model.messages import Message
from ui.i18n import language, sentences


def shown(message: Message) -> str:
    """Return a sentence of the core in the window's language; one without a translation stays English."""
    return language.of_core(message) if language.translates(message) else sentences.said(render(message))


def error(raised: TriageError) -> str:
    """Return what an error says, in the window's language."""
    return shown(raised.message)
