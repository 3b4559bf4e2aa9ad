"""The window's language: every word that a person sees goes through ``tr``. It knows no widget.

English is the source and the key; a text without a translation stays English. Names of people, files and tags are never
translated; between words of another direction they keep their own order (``as_is``). What the core says is looked up by
its key. The translations lie beside this module as Qt's own files: ``translations/triage_he.ts`` is the source,
``triage_he.qm`` what lrelease makes of it and is loaded. ``qt_he.ts`` holds what Qt's translations of its own dialogs
leave in English.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import bidirectional

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from triage.messages import PLAIN, render
from triage.model.messages import Message

FOLDER = Path(__file__).parent / "translations"
CONTEXT = "triage"
MESSAGE = "message:"
"""What stands before the key of a sentence of the core, where its translation is looked up."""
NAMES = {"en": "English", "he": "עברית", "ar": "العربية"}
"""Every language by its code (ISO 639-1), in its own word."""
SYSTEM = "system"
"""In place of a code: the language of the desktop, where it is one of NAMES; English otherwise."""

_BACKWARDS = ("he", "ar")


class _Language:
    code = "en"
    ours: QTranslator | None = None
    installed: tuple[QTranslator, ...] = ()


def code() -> str:
    return _Language.code


def backwards() -> bool:
    return _Language.code in _BACKWARDS


def meant(choice: str) -> str:
    """Return the code that a choice (a code or SYSTEM) stands for on this desktop."""
    named = QLocale.system().name()[:2] if choice == SYSTEM else choice
    return {"iw": "he"}.get(named, named if named in NAMES else "en")


def speak(app: QGuiApplication, choice: str) -> None:
    """Speak a language from now on; what is on the screen already stays as it is. Widgets made later are mirrored."""
    for old in _Language.installed:
        app.removeTranslator(old)
    _Language.code = meant(choice)
    _Language.ours = _loaded(_Language.code, FOLDER, "triage")
    qts = _loaded(_Language.code, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), "qtbase")
    rest = _loaded(_Language.code, FOLDER, "qt")
    _Language.installed = tuple(translator for translator in (_Language.ours, qts, rest) if translator is not None)
    for translator in _Language.installed:
        app.installTranslator(translator)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if backwards() else Qt.LayoutDirection.LeftToRight)


def _loaded(language: str, folder: Path, name: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(f"{name}_{language}.qm", str(folder)) else None


def translated(text: str, n: int = -1) -> str:
    """Return a text's translation, "" where there is none; before ``speak`` the language is English."""
    if _Language.ours is None:
        _Language.ours = _loaded("en", FOLDER, "triage") or QTranslator()
    return _Language.ours.translate(CONTEXT, text, "", n) or ""


def tr(text: str, n: int = -1, **values: object) -> str:
    """Return a text in the window's language, with ``{name}`` replaced by the values of that name.

    Whole numbers among them are written with thousands separators.

    ``n`` chooses the plural form (Qt's numerus rules); it stands as ``%n`` in the text and is written with thousands
    separators. The text must be a literal, here or where it went through ``later``: a test reads them in the source.
    """
    translation = translated(text, n)
    sentence = translation or text
    if n >= 0:
        sentence = sentence.replace("%n", f"{n:,}")
    if values:
        sentence = sentence.format(**{name: _value(value) for name, value in values.items()})
    return ours(sentence) if translation else sentence


def of_core(message: Message, mark: Callable[[str], str]) -> str:
    """Return a sentence of the core in the window's language, by its key; ``mark`` is applied to texts in it.

    One without a translation stays English.
    """
    sentence = render(message, _template, mark)
    return ours(sentence) if _template(message.key) or message.key == PLAIN else sentence


def _template(key: str) -> str:
    return translated(f"{MESSAGE}{key}")


def ours(line: str) -> str:
    """Return a line that the window puts together of names and words, in the window's direction whatever is first.

    One from right to left is marked where it begins with a name or has no word: a text document looks into isolates for
    the first strong character, which the standard (P2) doesn't.
    """
    first = next((kind for kind in map(bidirectional, line) if kind in ("L", "R", "AL")), "L") if backwards() else ""
    return f"\u200f{line}" if first == "L" else line


def _value(value: object) -> object:
    return as_is(f"{value:,}" if isinstance(value, int) else value) if isinstance(value, str | int) else value


def later(text: str) -> str:
    """Mark a literal that is translated where it is shown, by ``tr(variable)``; return it unchanged."""
    return text


def as_is(text: str) -> str:
    """Return words that aren't the window's (a name, a path, a query, a sentence of the core) for use in its lines.

    In English they stay as they are; elsewhere they stand in directional isolates (Unicode Annex 9, 2.5), or an English
    sentence would have its full stop at the wrong end.
    """
    return f"\u2068{text}\u2069" if text and _Language.code != "en" else text
