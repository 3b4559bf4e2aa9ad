"""How the window looks and speaks: colours, language and size, as commands; what was chosen is remembered.

Colours change at once. Language and size need every widget made anew: ``window_outdated`` says so, and
``app.WindowHolder`` makes a new window over the same case.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui import preferences, theme
from ui.i18n import language
from ui.i18n.language import later
from ui.panel import Command

_COLOURS = {
    "system": later("Colours: system"),
    "light": later("Colours: light"),
    "dark": later("Colours: dark"),
}
_LANGUAGES = {
    language.SYSTEM: later("Language: system"),
    "en": later("Language: English"),
    "he": later("Language: עברית"),
    "ar": later("Language: العربية"),
}


def prepare(app: QApplication) -> str:
    """Set language, size and colours as they were chosen last; return the sheet for ``theme.put_sheet``.

    A new window gets the sheet once it is made: while it is put together, the sheet would be worked out for each part
    again whenever that is put into another.
    """
    language.speak(app, preferences.text("language", language.SYSTEM))
    theme.enlarge(app, size())
    return theme.prepare(app, preferences.text("theme", "system"))


def size() -> int:
    """Return the size of the interface in per cent, one of theme.ZOOMS."""
    kept = preferences.text("size", "100")
    return int(kept) if kept.isdecimal() and int(kept) in theme.ZOOMS else 100


class Looks(QObject):
    """The commands, and what they do."""

    colours_changed = Signal()
    window_outdated = Signal()

    def commands(self) -> tuple[Command, ...]:
        """Colours, languages, sizes."""
        return (
            *(_choice(words, "View/Colours", self.dress, "theme", name) for name, words in _COLOURS.items()),
            *(_choice(words, "View/Language", self.speak, "language", code) for code, words in _LANGUAGES.items()),
            Command("Larger interface", "View/Size", partial(self.enlarge, 1), ("Alt+=", "Alt++")),
            Command("Smaller interface", "View/Size", partial(self.enlarge, -1), ("Alt+-",)),
            Command("Interface at 100 %", "View/Size", partial(self.enlarge, 0), ("Alt+0",)),
        )

    def dress(self, name: str) -> None:
        """Change the colours; the name is one of theme.THEMES."""
        preferences.put("theme", name)
        theme.apply(_app(), name)
        self.colours_changed.emit()

    def speak(self, choice: str) -> None:
        """Change the language; the choice is a code of tongue.NAMES or tongue.SYSTEM."""
        before = language.code()
        preferences.put("language", choice)
        if language.meant(choice) != before:
            self.window_outdated.emit()

    def enlarge(self, by: int) -> None:
        """Go a size up (1) or down (-1), or back to 100 per cent (0)."""
        sizes, now = theme.ZOOMS, size()
        wanted = sizes[max(0, min(sizes.index(now) + by, len(sizes) - 1))] if by else 100
        preferences.put("size", str(wanted))
        if wanted != now:
            self.window_outdated.emit()


def _choice(words: str, menu: str, choose: Callable[[str], None], key: str, value: str) -> Command:
    """Return a command that ticks what is chosen."""
    return Command(words, menu, partial(choose, value), state=lambda: preferences.text(key, "system") == value)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
