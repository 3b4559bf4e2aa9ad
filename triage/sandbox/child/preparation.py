"""What the process that readers are forked from does for all of them: what it has ready, none of them makes anew.

A reader lives for some hundred items. It sees no byte of a source here: what is read is written below.
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from pathlib import Path

from triage.parsers.kit.charset import decode_text
from triage.sandbox.child import confine
from triage.sandbox.child.memory import collect_seldom, keep_freed
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Reply
from triage.settings import Settings

_LIBRARIES = [
    *"lxml.etree pypdfium2 pikepdf selectolax.lexbor python_calamine".split(),
    *(f"PIL.{kind}ImagePlugin" for kind in "Bmp Gif Jpeg Png Ppm".split()),
]
"""What readers of common files load, besides what ``warm_up`` has loaded."""

_UNDECLARED = "Déjà vu: l'été à la forêt, où l'élève dîne.".encode("latin-1")

_MAIL = Path(__file__).with_name("mail.eml").read_bytes()
"""A mail with what most mails have."""


def warm_up() -> None:
    """Set how memory is managed, and read a mail, so that patterns are compiled that every reader needs."""
    collect_seldom()
    keep_freed()
    confine.prepare()
    reading = SourceReading(Job(0, "mail.eml", _MAIL), Settings(), _ignore)
    reading.read(_MAIL, "mail.eml", "")


def load_tables() -> None:
    """Load the tables of characters, by which the encoding of a text is guessed."""
    decode_text(_UNDECLARED)


def load_libraries() -> None:
    """Load the libraries that readers of other files than mail need; a sixth of a second altogether.

    A library that is missing costs its formats, as in a reader.
    """
    for name in _LIBRARIES:
        with contextlib.suppress(ImportError, OSError):
            import_module(name)


def _ignore(reply: Reply) -> None:
    """Take a reply and forget it."""
