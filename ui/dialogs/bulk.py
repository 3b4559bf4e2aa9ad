"""Coding many items in one step: it says in numbers what will change, and against whom, before it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.tags import Conflict, Foreseen, Tag
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog, form
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label
from ui.presenters import tags
from ui.widgets.builders import beside, choice, tree

SETS = (
    later("All results"),
    later("Family of this item"),
    later("Conversation of this item (by headers)"),
    later("Duplicates"),
    later("Selected items"),
)
_LISTED = 200  # conflicts with one reviewer
_WIDE = 100  # steps, with earlier decisions to read
_Seen = tuple[tuple[ItemNo, ...], Foreseen, dict[ItemNo, str]]


def _members(case: Case, which: str, no: ItemNo | None) -> Sequence[ItemNo]:
    if no is None:
        return ()
    return {SETS[1]: case.search.family, SETS[2]: case.search.thread, SETS[3]: case.search.duplicates}[which](no)


def _foresee(case: Case, nos: Sequence[ItemNo], tag: str, put: bool, reviewer: str, leave_decided: bool) -> _Seen:
    foreseen = case.decisions.preview(nos, tag, put, reviewer, copies=True, leave_decided=leave_decided)
    seen = [c.no for name, _ in foreseen.reviewers for c in _of(foreseen, name)]
    return tuple(nos), foreseen, {row.no: formatting.titled(row) for row in case.search.rows(list(dict.fromkeys(seen)))}


def _of(foreseen: Foreseen, reviewer: str) -> list[Conflict]:
    """Return the earlier decisions of one reviewer that are listed."""
    return list(islice((c for c in foreseen.conflicts if c.reviewer == reviewer), _LISTED))


class BulkDialog(Dialog):
    """Which items, which tag, and what that changes."""

    def __init__(self, parent: QWidget, session: Session, which: str, tag: str = "", put: bool = True) -> None:
        super().__init__(parent, tr("Code many items"))
        self.session = session
        self.which = choice(tr("Which items"), [tr(name) for name in SETS])
        self.which.setCurrentIndex(SETS.index(which))
        self._selected = session.selected()  # whatever is selected later
        self.deed = choice(tr("Apply or remove the tag"), [tr("Apply"), tr("Remove")])
        self.deed.setCurrentIndex(0 if put else 1)
        self.tag = choice(tr("Tag"), [tags.said(tag) for tag in session.tags.palette])
        self.tag.setCurrentIndex(max(0, [one.name for one in session.tags.palette].index(tag) if tag else 0))
        self.leave = QCheckBox(tr("Leave decided items alone"))
        self.leave.setToolTip(tr("Items keep what a person decided on this tag, or on another tag of its group."))
        self.told = label(tr("Counting …"), "muted", wraps=True)
        self.told.setMinimumHeight(5 * self.told.fontMetrics().height())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        heads = (tr("Conflicting decisions"), tr("State"), tr("Item"))
        self.against = tree(tr("Conflicting decisions"), heads, wide=2)
        self.against.hide()
        self._nos: tuple[ItemNo, ...] = ()
        self._query = ""
        fields = form((tr("Items"), self.which), (tr("Tag"), beside(self.deed, (self.tag, 1))), ("", self.leave))
        self.arrange(fields, self.told, (self.against, 1000), 1, self.answers(tr("Code")), wide=64)
        self.which.currentIndexChanged.connect(self._ask)
        self.tag.currentIndexChanged.connect(self._ask)
        self.deed.currentIndexChanged.connect(self._ask)
        self.leave.toggled.connect(self._ask)
        self._ask()

    def chosen(self) -> Tag:
        """Return the tag at hand."""
        return self.session.tags.palette[self.tag.currentIndex()]

    @property
    def puts(self) -> bool:
        """Whether the tag is applied, not removed."""
        return self.deed.currentIndex() == 0

    @property
    def leaves(self) -> bool:
        """Whether items that a person has decided on are left alone."""
        return self.leave.isEnabled() and self.leave.isChecked()

    def _ask(self) -> None:
        self.go.setEnabled(False)
        if (results := self.session.results) is None:
            return
        which, no, tag = SETS[self.which.currentIndex()], self.session.current, self.chosen()
        self._query = results.text if which == SETS[0] else ""
        sets: dict[str, Iterable[ItemNo]] = {SETS[0]: results.nos, SETS[4]: self._selected}
        given = sets.get(which)
        self.leave.setEnabled(self.puts and not tag.seals)
        puts, leaves, who = self.puts, self.leaves, self.session.reviewer

        def work(case: Case) -> _Seen:
            nos = _members(case, which, no) if given is None else sorted(given)
            return _foresee(case, nos, tag.name, puts, who, leaves)

        def refuse(error: TriageError) -> None:
            self.told.setText(messages.error(error))

        self.ask(self.session, work, self._say, refuse, newest="bulk")

    def _say(self, seen: _Seen) -> None:
        self._nos, foreseen, names = seen
        self.told.setText("\n".join(self._sentences(foreseen)))
        self._list(foreseen, names)
        self.go.setText(tr("Code {items}", items=formatting.count(foreseen.changed + foreseen.propagated, "item")))
        self.go.setEnabled(foreseen.changed + foreseen.propagated > 0)

    def _sentences(self, foreseen: Foreseen) -> list[str]:
        tag, items = self.chosen(), formatting.count(foreseen.changed, "item")
        if not self.puts:
            return self._removal(foreseen, tags.said(tag), items)
        lines = [tr("{tag} applied to {items}.", tag=tags.said(tag), items=items)]
        if foreseen.left_alone:
            left = formatting.count(foreseen.left_alone, "item")
            lines.append(tr("Left alone, as a person decided: {items}.", items=left))
        if foreseen.already:
            lines.append(tr("Already tagged: {items}.", items=formatting.count(foreseen.already, "item")))
        if foreseen.copies:
            lines.append(tr("Also applied to %n copies.", foreseen.copies))
        if (more := foreseen.propagated - foreseen.copies) and not tag.seals:
            lines.append(tr("It is propagated to {items} more.", items=formatting.count(more, "item")))
        if foreseen.replaced:
            lines.append(tr("It replaces another tag on {items}.", items=formatting.count(foreseen.replaced, "item")))
        if foreseen.kept:
            kept = formatting.count(foreseen.kept, "item")
            lines.append(tr("It is not propagated to {items} with decisions of their own.", items=kept))
        if tag.seals:
            inner = formatting.count(foreseen.propagated, "item")
            lines.append(tr("Also sealed, as attachments or duplicates: {items}.", items=inner))
            lines.append(tr("Their text leaves searches, lists and exports; opening takes two people."))
        return lines

    @staticmethod
    def _removal(foreseen: Foreseen, tag: str, items: str) -> list[str]:
        lines = [tr("{tag} removed from {items}.", tag=tag, items=items)]
        if foreseen.already:
            lines.append(tr("Not tagged: {items}.", items=formatting.count(foreseen.already, "item")))
        if foreseen.copies:
            lines.append(tr("Also removed from %n copies.", foreseen.copies))
        if more := foreseen.propagated - foreseen.copies:
            items = formatting.count(more, "item")
            lines.append(tr("Also removed from {items} that it was propagated to.", items=items))
        return lines

    def _list(self, foreseen: Foreseen, names: dict[ItemNo, str]) -> None:
        """List the earlier decisions against it, by reviewer."""
        self.against.clear()
        for name, count in foreseen.reviewers:
            mine = _of(foreseen, name)
            text = tr("{who}: %n earlier decisions", count, who=formatting.safe_line(name))
            head = QTreeWidgetItem(self.against, [text])
            head.setFirstColumnSpanned(True)
            for conflict in mine:
                line = QTreeWidgetItem(head, [*_cells(conflict), names[conflict.no]])
                line.setToolTip(2, formatting.hint(formatting.listed((names[conflict.no], conflict.id))))
            if count > len(mine):
                QTreeWidgetItem(head, ["…"])
        self.against.expand(self.against.model().index(0, 0))
        self.against.setVisible(bool(foreseen.conflicts))
        if foreseen.conflicts and self.height() < 60 * theme.STEP:
            theme.fit(self, _WIDE, 60)  # so that what becomes of each decision is read, too

    def accept(self) -> None:
        """Put the tag on, or take it off."""
        self.session.decide(self._nos, self.chosen().name, self.puts, "bulk", self._query, leave_decided=self.leaves)
        super().accept()


def _cells(conflict: Conflict) -> tuple[str, str]:
    deed = tags.deed(conflict.action, formatting.safe_line(conflict.reviewer), formatting.safe_line(conflict.tag))
    return f"{formatting.when(conflict.time)}  {deed}", tr("stays") if conflict.kept else tr("is replaced")
