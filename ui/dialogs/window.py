"""The dialogs of the window itself: commands, keys, what went wrong, the reviewer's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTreeWidgetItem, QWidget

from ui import theme
from ui.actions import MENUS, keys_of
from ui.case.session import Session
from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import Command, label
from ui.widgets.builders import beside, group, lay_out, tree
from ui.widgets.controls import button, entry

_WORDS = Qt.ItemDataRole.UserRole
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(Dialog):
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
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        self.list.clear()
        for command in self._commands:
            if all(word in _searched_text(command) for word in words):
                line = QTreeWidgetItem(self.list, [tr(command.words), keys_of(command)])
                line.setData(0, _WORDS, command.words)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def choose(self) -> None:
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            self._run(str(item.data(0, _WORDS)))


def _searched_text(command: Command) -> str:
    menu = command.menu.partition("/")[0]
    return f"{tr(menu) if menu else ''} {tr(command.words)} {menu} {command.words}".casefold()


# ---- the table of keys: every command that has one, by menu


class Keys(Dialog):
    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent, tr("Keys"))
        self.tree = tree(tr("Keys"), 2, wide=1, flat=True)
        for menu in (*MENUS, ""):
            shortcuts = [c for c in commands if c.menu.partition("/")[0] == menu and c.keys]
            if shortcuts:
                head = group(self.tree, tr(menu) if menu else tr("Anywhere"))
                head.addChildren([QTreeWidgetItem([keys_of(command), tr(command.words)]) for command in shortcuts])
        hint = label(tr("Single letters work while the list or the text has the focus."), "muted", wraps=True)
        lay_out(self, hint, self.tree, margins=theme.STEP, gap=-1)
        theme.fit(self, 60, 75)


# ---- what went wrong, in full


class ErrorsDialog(Dialog):
    def __init__(self, parent: QWidget, sentences: Sequence[str]) -> None:
        super().__init__(parent, tr("What went wrong"))
        self.text = QPlainTextEdit("\n\n".join(reversed(sentences)), readOnly=True)
        self.text.setAccessibleName(tr("What went wrong"))
        self.text.setTabChangesFocus(True)
        copy = button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.dismiss_button = button(tr("Dismiss"), self.accept, "main")
        self.arrange((self.text, 1), beside(1, copy, self.dismiss_button), wide=80, high=26)
        self.dismiss_button.setFocus()


class NotesNotKept(Dialog):
    def __init__(self, parent: QWidget, error: str) -> None:
        super().__init__(parent, tr("A note is not saved"))
        why = tr("You began a note that isn't saved, and its text can't be kept on disk: {error}.", error=error)
        more = tr("If you close now, the text is lost. Save the note, or copy it elsewhere.")
        self.warning = label(f"{why}\n\n{more}", wraps=True)
        self.arrange(self.warning, self.answers(tr("Close and lose the note")), wide=56)


# ---- the reviewer's name


class ReviewerDialog(Dialog):
    """The name to decide under. Where a decision waits for it, the line has no keys before a person has gone to it."""

    name_chosen = Signal(str)

    def __init__(self, parent: QWidget, session: Session, *, waiting: bool) -> None:
        super().__init__(parent, tr("Reviewer"))
        self._keyboard = session.keyboard
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.name = entry(tr("Reviewer"))
        self.name.setText(session.reviewer)
        self.name.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        keys = tr("Enter records your decision under this name, Tab changes the name first.")
        hint = label(keys, "muted", wraps=True)
        hint.setVisible(waiting)
        heading = label(tr("Your decisions are recorded under this name:"), wraps=True)
        self.arrange(heading, self.name, hint, self.answers(tr("Use this name")), wide=56)
        self.go.setDefault(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        (self if waiting else self.name).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter that goes nowhere is part of a word, whose Enter confirms nothing.
        if event.text().isalpha():
            self._keyboard.ignore_letters()
        super().keyPressEvent(event)

    def accept(self) -> None:
        super().accept()
        self.name_chosen.emit(" ".join(self.name.text().split()))
