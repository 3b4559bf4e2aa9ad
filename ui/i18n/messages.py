"""What the core says, in the window's language: sentences come as keys and values, and are rendered here.

The meanings of Problem codes are texts of ``triage.errors`` that the translations know (``tests/ui/strings.py``).
"""

from __future__ import annotations

from triage.errors import PROBLEM_CODES, TriageError
from triage.model.messages import Message
from triage.model.runs import Extent
from ui.i18n import formatting, language
from ui.i18n.language import as_is, later, tr

LEVELS = {"not": later("not searchable"), "partly": later("partly searchable"), "fully": later("searchable")}
"""How far an item can be searched, in words; the worst first."""


def shown(message: Message) -> str:
    """Return a sentence of the core in the window's language; no name in it breaks the line or turns it round."""
    return language.of_core(message, formatting.foreign)


def part(extent: Extent) -> str:
    """Return what is to be said where a case isn't read to its end, without a full stop; "" where it is."""
    return shown(extent.message).rstrip(".") if extent.message else ""


def error(raised: TriageError) -> str:
    return shown(raised.message)


def meaning(code: str, given: str) -> str:
    """Return what a Problem's code means, in the words given with it where it is unknown here."""
    return tr(PROBLEM_CODES[code][1]) if code in PROBLEM_CODES else as_is(given)
