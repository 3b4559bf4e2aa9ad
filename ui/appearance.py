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
    percent = preferences.text("size", "100")
    return int(percent) if percent.isdecimal() and int(percent) in theme.ZOOMS else 100


class Looks(QObject):
    colours_changed = Signal()
    window_outdated = Signal()

    def commands(self) -> tuple[Command, ...]:
        return (
            *(_choice(words, "View/Colours", self.set_colours, "theme", name) for name, words in _COLOURS.items()),
            *(
                _choice(words, "View/Language", self.set_language, "language", code)
                for code, words in _LANGUAGES.items()
            ),
            Command("Larger interface", "View/Size", partial(self.set_size, 1), ("Alt+=", "Alt++")),
            Command("Smaller interface", "View/Size", partial(self.set_size, -1), ("Alt+-",)),
            Command("Interface at 100 %", "View/Size", partial(self.set_size, 0), ("Alt+0",)),
        )

    def set_colours(self, name: str) -> None:
        preferences.put("theme", name)
        theme.apply(_app(), name)
        self.colours_changed.emit()

    def set_language(self, choice: str) -> None:
        before = language.code()
        preferences.put("language", choice)
        if language.meant(choice) != before:
            self.window_outdated.emit()

    def set_size(self, by: int) -> None:
        sizes, now = theme.ZOOMS, size()
        wanted = sizes[max(0, min(sizes.index(now) + by, len(sizes) - 1))] if by else 100
        preferences.put("size", str(wanted))
        if wanted != now:
            self.window_outdated.emit()


def _choice(words: str, menu: str, choose: Callable[[str], None], key: str, value: str) -> Command:
    return Command(words, menu, partial(choose, value), state=lambda: preferences.text(key, "system") == value)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
