"""Problems: everything that could not be read in full, grouped by what is wrong; a click shows the item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from triage.errors import PROBLEM_CODES
from triage.model.items import Problem, Status
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, tr
from ui.panel import Command, Empty, Panel
from ui.widgets.builders import pages, tree

_ID = Qt.ItemDataRole.UserRole
_MOST = 2000  # lines of one group


class ProblemsPanel(Panel):
    title = "Problems"
    place = "left"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tree = tree(tr("Problems by kind"), 2, indent=2 * theme.STEP)
        self.stack = pages(self, Empty(tr("Every item that was read could be searched.")), self.tree)
        self._known = -1
        self._groups: dict[str, list[Problem]] = {}
        self.tree.itemExpanded.connect(self._fill)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._go)
        session.status_changed.connect(self._counted)
        session.case_opened.connect(self._forget)

    def commands(self) -> tuple[Command, ...]:
        return (Command("Show what is not searchable", "Find", lambda: self.session.panel_requested.emit(self.title)),)

    def _forget(self) -> None:
        self._known = -1
        self.stack.setCurrentIndex(0)

    def _counted(self, status: Status) -> None:
        if status.problems != self._known and self.session.jobs is not None:
            self._known = status.problems
            self.session.ask("rest", lambda case: case.reports.problems(), self._show, newest="problems")

    def _show(self, problems: list[Problem]) -> None:
        self._groups = {}
        for problem in problems:
            self._groups.setdefault(problem.code, []).append(problem)
        self.tree.clear()
        self.stack.setCurrentIndex(1 if problems else 0)
        weights = list(messages.LEVELS)
        worst = {code: min(weights.index(p.searchable) for p in group) for code, group in self._groups.items()}
        for code in sorted(self._groups, key=lambda code: (worst[code], code)):
            group, weight = self._groups[code], weights[worst[code]]
            _, meaning = PROBLEM_CODES.get(code, ("", code))
            head = QTreeWidgetItem(self.tree, [code, formatting.number(len(group))])
            head.setToolTip(0, formatting.hint(f"{messages.meaning(code, meaning)} ({tr(messages.LEVELS[weight])})"))
            head.setTextAlignment(1, theme.NUMBER)
            if weight == "not":
                head.setForeground(0, theme.colour("error"))
            QTreeWidgetItem(head, ["…"])

    def _fill(self, head: QTreeWidgetItem) -> None:
        first = head.child(0)
        if first is None or first.text(0) != "…":
            return
        code = head.text(0)
        group = self._groups[code]
        head.removeChild(first)
        lines = []
        for problem in group[:_MOST]:
            folder, _, name = formatting.safe_line(problem.path).rpartition("/")
            line = QTreeWidgetItem([f"{as_is(name)}   {as_is(folder)}" if folder else as_is(name)])
            line.setData(0, _ID, problem.item)
            reason = messages.shown(problem.message)
            line.setToolTip(0, formatting.hint(f"{formatting.foreign(problem.path)}: {reason}"))
            lines.append(line)
        if len(group) > _MOST:
            more = formatting.number(len(group) - _MOST)
            lines.append(QTreeWidgetItem([tr("and {more} more: triage problems lists them", more=more)]))
        head.addChildren(lines)
        for line in lines:
            line.setFirstColumnSpanned(True)

    def _go(self, line: QTreeWidgetItem, column: int) -> None:
        if line.parent() is None:
            line.setExpanded(not line.isExpanded())
            return
        if untrusted_id := line.data(0, _ID):
            self.session.visit_id(str(untrusted_id))
        elif line.toolTip(0):
            self.session.say(tr("{file}: this file could not be processed.", file=line.text(0)))
