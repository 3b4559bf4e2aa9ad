"""The table of keys: every command that has one, by menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from ui import theme
from ui.actions import MENUS, keys_of
from ui.dialogs.base import Dialog
from ui.i18n.language import tr
from ui.panel import Command, label
from ui.widgets.builders import group, lay_out, tree


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
