"""Family, conversation, duplicates and near-duplicates of the current item; a click or a key goes to the member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from triage.model.items import Item, ItemNo
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import tr
from ui.models.tables import AnyIndex
from ui.panel import Command, Empty, Panel
from ui.presenters import relations
from ui.widgets.builders import children, delayed, group, pages

_WAIT = 150  # milliseconds on an item before its relatives are read
_NO = Qt.ItemDataRole.UserRole
_COPY = Qt.ItemDataRole.UserRole + 1
_KIND = Qt.ItemDataRole.UserRole + 2
_GAP = "\u2069  \u2068"  # between a custodian and a place, each of which keeps its own order


class _PlaceLines(QStyledItemDelegate):
    """Leaves out the middle of a place that is too long, as its end tells places apart."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        if index.parent().data(_KIND) not in ("copies", "elsewhere"):
            return
        option.textElideMode = middle = Qt.TextElideMode.ElideMiddle
        who, gap, place = option.text.partition(_GAP)
        style = option.widget.style() if option.widget is not None else QApplication.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        room = option.rect.width() - 2 * margin - option.fontMetrics.horizontalAdvance(f"{who}{gap}")
        if gap and room > 0:  # cut as a whole, a line would lose the marks that keep the order of its parts
            option.text = (
                f"{who}{gap}{option.fontMetrics.elidedText(formatting.strip_isolates(place), middle, room)}\u2069"
            )


class Relatives(QTreeWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Family, conversation and duplicates of this item"))
        self.setHeaderHidden(True)
        self.setIndentation(theme.STEP + theme.STEP // 2)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_PlaceLines(self))
        self._rest: list[relations.Group] = []
        self._kind = ""
        self._timer = delayed(self, 0, self._more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and line is not None:
            QGuiApplication.clipboard().setText(str(line.data(0, _COPY) or formatting.strip_isolates(line.text(0))))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: letters are keys of the program's."""

    def show_groups(self, groups: Sequence[relations.Group]) -> None:
        """Put the groups in place of those before, one in each turn; the item itself is bold and in sight.

        Who goes through the lines by keys stays in the group at hand.
        """
        kinds = [group.kind for group in groups]
        at = self.currentItem()
        while at is not None and at.parent() is not None:
            at = at.parent()
        kind = str(at.data(0, _KIND)) if at is not None else ""
        self._kind = kind if kind in kinds else next(iter(kinds), "")
        self.clear()
        self._rest = list(groups)
        self._more()

    def _more(self) -> None:
        if not self._rest:
            return
        head = _branch(self, self._rest.pop(0))
        for line in _below(head):
            line.setExpanded(True)
            if line.font(0).bold() and self.hasFocus() and head.data(0, _KIND) == self._kind:
                self.setCurrentItem(line)
            elif line.font(0).bold() and head is self.topLevelItem(0):
                self.scrollToItem(line)
        self._timer.start()

    def apply_colours(self) -> None:
        for line in self.lines():
            if line.data(0, _NO) is None:
                line.setForeground(0, theme.colour("muted"))

    def lines(self) -> Iterator[QTreeWidgetItem]:
        return _below(self.invisibleRootItem())


def _below(line: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for child in children(line):
        yield child
        yield from _below(child)


def _branch(tree: QTreeWidget, related: relations.Group) -> QTreeWidgetItem:
    head = group(tree, related.name)
    head.setData(0, _KIND, related.kind)
    head.setToolTip(0, formatting.hint(related.name))
    above: list[tuple[int, QTreeWidgetItem]] = []
    for relative in related.lines:
        while above and above[-1][0] >= relative.depth:
            above.pop()
        parents = above[: relations.DEEPEST]
        line = QTreeWidgetItem(parents[-1][1] if parents else head, [relative.text])
        line.setData(0, _NO, relative.no)
        line.setData(0, _COPY, relative.plain)
        line.setToolTip(0, formatting.hint(relative.hint))
        if relative.here or relative.no is None:
            font = line.font(0)
            font.setBold(relative.here)
            font.setItalic(relative.no is None)
            line.setFont(0, font)
        if relative.no is None:
            line.setForeground(0, theme.colour("muted"))
        above.append((relative.depth, line))
    return head


class FamilyPanel(Panel):
    title = "Related"
    place = "left"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree = Relatives()
        self.empty = Empty(tr("Attachments, replies and copies of the selected item appear here."))
        self.stack = pages(self, self.empty, self.tree)
        self._groups: dict[str, list[ItemNo]] = {}
        self._round: list[ItemNo] = []
        self._going: ItemNo | None = None
        self._kind = relations.KINDS[-1]
        self._timer = delayed(self, _WAIT, self._ask)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        session.item_shown.connect(self._wait)
        session.case_opened.connect(self._forget)
        session.seals_changed.connect(lambda nos: self._timer.start())
        session.task_finished.connect(lambda *_: self._timer.start())
        session.colours_changed.connect(self.tree.apply_colours)

    def readers(self) -> tuple[QWidget, ...]:
        return (self.tree,)

    def commands(self) -> tuple[Command, ...]:
        find_near = partial(self.session.task_requested.emit, "Finding near-duplicates", ())
        return (
            Command("Next related item", "Item", lambda: self.go_round(1), ("Ctrl+G",), repeats=True),
            Command("Previous related item", "Item", lambda: self.go_round(-1), ("Ctrl+Shift+G",), repeats=True),
            Command("Next related group", "Item", self.go_on, ("Alt+G",), repeats=True),
            Command("Go to parent or replied-to message", "Item", self.go_up, ("Alt+Up",), repeats=True),
            Command("Related items", "Item", self.show_it, ("Ctrl+Shift+R",)),
            Command("Find near-duplicates", "Case", find_near, begins_part=True, writes=True),
        )

    def show_it(self) -> None:
        here = next((line for line in self.tree.lines() if line.data(0, _NO) == self.session.current), None)
        if here is not None:
            self.tree.setCurrentItem(here)
        self.bring(self.tree)

    # ---- going

    def go_round(self, step: int) -> None:
        """Go to the next of all relatives, round the end; the round stays the same while one goes round it."""
        current = self.session.current
        if current not in self._round:
            self._round = list(dict.fromkeys(no for line in self._groups.values() for no in line))
        if current in self._round and len(self._round) > 1:
            self._visit(self._round[(self._round.index(current) + step) % len(self._round)])
        else:
            self.session.remark(tr("This item has no attachments, replies or copies."))

    def go_on(self) -> None:
        """Go on from the family to the conversation, from there to the copies, and round: to the next item there."""
        at = relations.KINDS.index(self._kind) + 1
        for kind in (*relations.KINDS[at:], *relations.KINDS[:at]):
            line, current = self._groups.get(kind, []), self.session.current
            start = line.index(current) + 1 if current in line else 0
            if others := [no for no in (*line[start:], *line[:start]) if no != current]:
                self._kind = kind
                self._visit(others[0])
                return
        self.session.remark(tr("This item has no attachments, replies or copies."))

    def _visit(self, no: ItemNo) -> None:
        self._going = no
        self.session.visit(no)

    def go_up(self) -> None:
        if (no := self.session.current) is None:
            return

        def visit(parent: ItemNo | None) -> None:
            if no == self.session.current and parent is not None:
                self.session.visit(parent)
            elif no == self.session.current:
                self.session.remark(tr("This item has no parent and replies to no message in the case."))

        self.session.ask("rest", lambda case: relations.up(no, case), visit, newest="up")

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        no = line.data(0, _NO)
        if no is not None:
            self.session.visit(ItemNo(int(no)))
        elif line.data(0, _COPY):
            self.session.say(tr("This message is not in the case: {id}", id=str(line.data(0, _COPY))))

    # ---- reading

    def _forget(self) -> None:
        self._groups, self._round = {}, []
        self.stack.setCurrentIndex(0)

    def _wait(self, item: Item) -> None:
        if item.row.no != self._going:
            self._round, self._kind = [], relations.KINDS[-1]
        self._timer.start()

    def _ask(self) -> None:
        if (no := self.session.current) is not None:
            show = partial(self._show, no)
            self.session.ask("rest", lambda case: relations.read(no, case), show, newest="kin")

    def _show(self, no: ItemNo, groups: list[relations.Group]) -> None:
        if no != self.session.current:
            return
        self._groups = {g.kind: [line.no for line in g.lines if line.no is not None] for g in groups}
        self.empty.sentence.setText(tr("This item has no attachments, replies or copies."))
        self.stack.setCurrentIndex(1 if groups else 0)
        self.tree.show_groups(groups)
