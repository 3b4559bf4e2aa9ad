"""The command palette: every command by its words, found by typing some of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget

from ui import theme
from ui.actions import MENUS, keys_of
from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import Command, label
from ui.widgets.builders import group, lay_out, tree
from ui.widgets.controls import entry

_WORDS = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(Dialog):
    """A line and a list under it, keys in a column of their own; Enter runs, Escape leaves."""

    def __init__(self, parent: QWidget, commands: Sequence[Command], run: Callable[[str], None]) -> None:
        super().__init__(parent, tr("Commands"))
        self._commands, self._run = commands, run
        self.line = entry(tr("Words of the command"), tr("What do you want to do?"))
        self.list = tree(tr("Commands"), 2, flat=True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lay_out(self, self.line, self.list, margins=theme.STEP, gap=-1)
        theme.fit(self, 60, 50)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self.choose)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda item, column: self.choose())
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line is typed in."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        sought = text.casefold().split()
        self.list.clear()
        for command in self._commands:
            if all(word in _sought_in(command) for word in sought):
                line = QTreeWidgetItem(self.list, [tr(command.words), keys_of(command)])
                line.setData(0, _WORDS, command.words)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def choose(self) -> None:
        """Run the command at hand and leave."""
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            self._run(str(item.data(0, _WORDS)))


def _sought_in(command: Command) -> str:
    """Return where words are looked for: the menu and the words as shown, and as they are in English."""
    menu = command.menu.partition("/")[0]
    return f"{tr(menu) if menu else ''} {tr(command.words)} {menu} {command.words}".casefold()


# The table of keys: every command that has one, by menu.


class Keys(Dialog):
    """Keys and what they do."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent, tr("Keys"))
        self.tree = tree(tr("Keys"), 2, wide=1, flat=True)
        for menu in (*MENUS, ""):
            listed = [c for c in commands if c.menu.partition("/")[0] == menu and c.keys]
            if listed:
                head = group(self.tree, tr(menu) if menu else tr("Anywhere"))
                head.addChildren([QTreeWidgetItem([keys_of(command), tr(command.words)]) for command in listed])
        hint = label(tr("Single letters work while the list or the text has the focus."), "muted", wraps=True)
        lay_out(self, hint, self.tree, margins=theme.STEP, gap=-1)
        theme.fit(self, 60, 75)
