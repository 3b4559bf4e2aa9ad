"""Family, conversation and duplicates of the current item (ui/panels); a click goes to the member."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QTreeWidget, QTreeWidgetItem

from triage.case import Case
from triage.model import Item, ItemNo, Row
from ui import theme, words
from ui.panel import Command, Empty, Panel
from ui.session import Session

_WAIT = 150  # milliseconds on an item before its relatives are read
_MOST = 300
_NO = Qt.ItemDataRole.UserRole
Kin = list[tuple[str, int, list[Row]]]


def _kin(no: ItemNo, case: Case) -> Kin:
    found = (
        ("Family", case.family(no)),
        ("Conversation", case.thread(no)),
        ("Same content elsewhere", case.duplicates(no)),
    )
    return [(name, len(nos), case.rows(nos[:_MOST])) for name, nos in found if set(nos) - {no}]


class FamilyPanel(Panel):
    """Three groups of related items."""

    title = "Related"
    place = "left"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Family, conversation and duplicates of this item")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(theme.STEP)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.empty = Empty("Attachments, replies and copies of the selected item appear here.")
        self.stack = QStackedLayout(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.tree)
        self._kin: list[ItemNo] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._ask)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        session.shown.connect(self._wait)
        session.opened.connect(lambda: self.stack.setCurrentIndex(0))

    def commands(self) -> tuple[Command, ...]:
        """Going round the relatives."""
        return (Command("Next related item", "Item", self.go_round, ("Ctrl+G",)),)

    def go_round(self) -> None:
        """Go to the next of the relatives, round the end."""
        current = self.session.current
        if current in self._kin and len(self._kin) > 1:
            self.session.visit(self._kin[(self._kin.index(current) + 1) % len(self._kin)])
        else:
            self.session.said.emit("This item has no attachments, replies or copies.")

    def _wait(self, item: Item) -> None:
        self._timer.start()

    def _ask(self) -> None:
        no, jobs = self.session.current, self.session.jobs
        if no is not None and jobs is not None:
            jobs.ask("aside", lambda case: _kin(no, case), lambda kin: self._show(no, kin), newest="kin")

    def _show(self, no: ItemNo, kin: Kin) -> None:
        if no != self.session.current:
            return
        self._kin = list(dict.fromkeys(row.no for _, _, rows in kin for row in rows))
        self.tree.clear()
        self.empty.sentence.setText("This item has no attachments, replies or copies.")
        self.stack.setCurrentIndex(1 if kin else 0)
        for name, total, rows in kin:
            self._group(name, total, rows)

    def _group(self, name: str, total: int, rows: list[Row]) -> None:
        head = QTreeWidgetItem(self.tree, [f"{name}: {words.count(total, 'item')}"])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, theme.colour("muted"))
        for row in rows:
            line = QTreeWidgetItem(head, [_line(name, row)])
            line.setData(0, _NO, row.no)
            line.setToolTip(0, words.hint(f"{words.safe_line(row.custodian)}: {words.safe_line(row.path)}"))
            if row.no == self.session.current:
                line.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = line.font(0)
                font.setBold(True)
                line.setFont(0, font)
        head.setExpanded(True)

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        no = line.data(0, _NO)
        if no is not None:
            self.session.visit(ItemNo(int(no)))


def _line(group: str, row: Row) -> str:
    """Say of a copy where it lies, of a message when and what, of an attachment its name."""
    if group == "Same content elsewhere":
        return words.safe_line(f"{row.custodian}  {row.path}")
    name = words.isolate(words.safe_line(row.subject or row.name or "(no subject)"))
    if group == "Conversation":
        return f"{row.date[:10]}  {name}"
    return f"{name}  {words.kind(row.type)}" if row.parent is None else f"    {name}  {words.kind(row.type)}"
