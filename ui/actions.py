"""Commands become menu entries, keys, the command palette and the table of keys, all from one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.i18n.language import later, tr
from ui.panel import Command

MENUS = ("Case", "Find", "Item", "Code", "View", "Help")
SUBMENUS = (later("Colours"), later("Language"), later("Size"), later("Bottom panels"))


def keys_of(command: Command) -> str:
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys[:2])


class Actions:
    """One QAction for each command; ``run`` finds one by its words."""

    def __init__(self, window: QMainWindow, commands: Sequence[Command], readers: Iterable[QWidget]) -> None:
        self.commands = tuple(commands)
        self._window, self._readers = window, tuple(readers)
        self.by_words: dict[str, QAction] = {}
        self._unwritable = ""
        self.menus: dict[str, QMenu] = {}
        for name in MENUS:
            self._put_menu(name, window.menuBar().addMenu(f"&{tr(name)}"))
        for command in self.commands:
            self._add(command)

    def _put_menu(self, path: str, menu: QMenu) -> QMenu:
        self.menus[path] = menu
        menu.aboutToShow.connect(self._look)
        return menu

    def _menu(self, path: str) -> QMenu:
        """Return a menu, or a submenu named by its path ("View/Colours"), which is made where it isn't there yet."""
        if path not in self.menus:
            above, _, name = path.rpartition("/")
            self._put_menu(path, self._menu(above).addMenu(tr(name)))
        return self.menus[path]

    def exchange(self, old: Sequence[Command], new: Sequence[Command]) -> None:
        """Take commands away and put others in their place, in the menu as well."""
        gone = [self.by_words.pop(command.words) for command in old if command.words in self.by_words]
        menu = self.menus.get(new[0].menu if new else "")
        actions = menu.actions() if menu is not None else []
        at = next((n for n, action in enumerate(actions) if action in gone), len(actions))
        before = next((action for action in actions[at:] if action not in gone), None)
        for action in gone:
            for widget in (self._window, *self._readers):
                widget.removeAction(action)
            action.setShortcuts([])  # until it is gone, its menu still has it
            action.deleteLater()
        added = [replace(c, words=f"{c.words} *") if c.words in self.by_words else c for c in new]
        position = self.commands.index(old[0]) if old and old[0] in self.commands else len(self.commands)
        self.commands = (*self.commands[:position], *(c for c in self.commands[position:] if c not in old))
        self.commands = (*self.commands[:position], *added, *self.commands[position:])
        for command in added:
            self._add(command, before)

    def _add(self, command: Command, before: QAction | None = None) -> None:
        action = QAction(tr(command.words).replace("&", "&&"), self._window)
        action.setAutoRepeat(command.repeats)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(lambda: command.run())
        self._restrict(command, action)
        if command.state is not None:
            action.setCheckable(True)
            action.setChecked(command.state())
        if command.reading:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for widget in self._readers:
                widget.addAction(action)
        else:
            self._window.addAction(action)
        if command.menu:
            menu = self._menu(command.menu)
            if before is None and command.begins_part:
                menu.addSeparator()
            menu.addAction(action) if before is None else menu.insertAction(before, action)
        self.by_words[command.words] = action

    def _look(self) -> None:
        for command in self.commands:
            if command.state is not None:
                self.by_words[command.words].setChecked(command.state())

    def restrict(self, why: str) -> None:
        """Disable what changes the case, with the reason why as a hint; "" enables it."""
        self._unwritable = why
        for menu in self.menus.values():
            menu.setToolTipsVisible(bool(why))
        for command in self.commands:
            self._restrict(command, self.by_words[command.words])

    def _restrict(self, command: Command, action: QAction) -> None:
        if command.writes:
            action.setEnabled(not self._unwritable)
            action.setToolTip(self._unwritable)

    def run(self, words: str) -> bool:
        """Run the command with these words; return False where it is disabled."""
        action = self.by_words[words]
        action.trigger()
        self._look()
        return action.isEnabled()
