"""The table of keys: every command that has one, by menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.actions import MENUS, keys_of
from ui.i18n.language import tr
from ui.panel import Command, label


class Keys(QDialog):
    """Keys and what they do."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Keys"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for menu in (*MENUS, ""):
            self._group(menu, [c for c in commands if c.menu.partition("/")[0] == menu and c.keys])
        told = label(tr("Single letters work while the list or the text has the focus."), "muted")
        told.setWordWrap(True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        lines.addWidget(told)
        lines.addWidget(self.tree)
        theme.fit(self, 60, 75)

    def _group(self, menu: str, commands: list[Command]) -> None:
        if not commands:
            return
        head = QTreeWidgetItem(self.tree, [tr(menu) if menu else tr("Anywhere")])
        head.setForeground(0, theme.colour("muted"))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for command in commands:
            QTreeWidgetItem(head, [keys_of(command), tr(command.words)])
        head.setExpanded(True)
