"""Tags in dialogs: coding many items in one step, managing the tags, opening what the tag of a seal has locked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidgetItem,
    QWidget,
)

from triage.case import Case, checked_palette
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.tags import COLOURS, RULES, Conflict, Foreseen, Palette, PaletteVersion, Seal, Tag
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog, EditTable, form
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, show_message
from ui.presenters import tags
from ui.widgets.builders import beside, choice, tree, under
from ui.widgets.controls import button, entry

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
    return list(islice((c for c in foreseen.conflicts if c.reviewer == reviewer), _LISTED))


class BulkDialog(Dialog):
    def __init__(self, parent: QWidget, session: Session, which: str, tag: str = "", put: bool = True) -> None:
        super().__init__(parent, tr("Code many items"))
        self.session = session
        self.which = choice(tr("Which items"), [tr(name) for name in SETS])
        self.which.setCurrentIndex(SETS.index(which))
        self._selected = session.selected()  # whatever is selected later
        self.deed = choice(tr("Apply or remove the tag"), [tr("Apply"), tr("Remove")])
        self.deed.setCurrentIndex(0 if put else 1)
        self.tag = choice(tr("Tag"), [tags.label(tag) for tag in session.tags.palette])
        self.tag.setCurrentIndex(max(0, [known.name for known in session.tags.palette].index(tag) if tag else 0))
        self.leave = QCheckBox(tr("Leave decided items alone"))
        self.leave.setToolTip(tr("Items keep what a person decided on this tag, or on another tag of its group."))
        self.status = label(tr("Counting …"), "muted", wraps=True)
        self.status.setMinimumHeight(5 * self.status.fontMetrics().height())
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        heads = (tr("Conflicting decisions"), tr("State"), tr("Item"))
        self.against = tree(tr("Conflicting decisions"), heads, wide=2)
        self.against.hide()
        self._nos: tuple[ItemNo, ...] = ()
        self._query = ""
        fields = form((tr("Items"), self.which), (tr("Tag"), beside(self.deed, (self.tag, 1))), ("", self.leave))
        self.arrange(fields, self.status, (self.against, 1000), 1, self.answers(tr("Code")), wide=64)
        self.which.currentIndexChanged.connect(self._ask)
        self.tag.currentIndexChanged.connect(self._ask)
        self.deed.currentIndexChanged.connect(self._ask)
        self.leave.toggled.connect(self._ask)
        self._ask()

    def chosen(self) -> Tag:
        return self.session.tags.palette[self.tag.currentIndex()]

    @property
    def puts(self) -> bool:
        return self.deed.currentIndex() == 0

    @property
    def leaves(self) -> bool:
        return self.leave.isEnabled() and self.leave.isChecked()

    def _ask(self) -> None:
        self.go.setEnabled(False)
        if (results := self.session.results) is None:
            return
        which, no, tag = SETS[self.which.currentIndex()], self.session.current, self.chosen()
        self._query = results.text if which == SETS[0] else ""
        sets: dict[str, Iterable[ItemNo]] = {SETS[0]: results.nos, SETS[4]: self._selected}
        members = sets.get(which)
        self.leave.setEnabled(self.puts and not tag.seals)
        puts, leaves, who = self.puts, self.leaves, self.session.reviewer

        def work(case: Case) -> _Seen:
            nos = _members(case, which, no) if members is None else sorted(members)
            return _foresee(case, nos, tag.name, puts, who, leaves)

        def refuse(error: TriageError) -> None:
            self.status.setText(messages.error(error))

        self.ask(self.session, work, self._say, refuse, newest="bulk")

    def _say(self, seen: _Seen) -> None:
        self._nos, foreseen, names = seen
        self.status.setText("\n".join(self._sentences(foreseen)))
        self._list(foreseen, names)
        self.go.setText(tr("Code {items}", items=formatting.count(foreseen.changed + foreseen.propagated, "item")))
        self.go.setEnabled(foreseen.changed + foreseen.propagated > 0)

    def _sentences(self, foreseen: Foreseen) -> list[str]:
        tag, items = self.chosen(), formatting.count(foreseen.changed, "item")
        if not self.puts:
            return self._removal(foreseen, tags.label(tag), items)
        lines = [tr("{tag} applied to {items}.", tag=tags.label(tag), items=items)]
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
        self.session.decide(self._nos, self.chosen().name, self.puts, "bulk", self._query, leave_decided=self.leaves)
        super().accept()


def _cells(conflict: Conflict) -> tuple[str, str]:
    deed = tags.describe_decision(
        conflict.action, formatting.safe_line(conflict.reviewer), formatting.safe_line(conflict.tag)
    )
    return f"{formatting.when(conflict.time)}  {deed}", tr("stays") if conflict.kept else tr("is replaced")


# ---- the tags: a table to edit, which says at once what can't work, and every version there was

_HEADS = (
    later("Key"),
    later("Name"),
    later("Label"),
    later("Colour"),
    later("Group"),
    later("Apply also to"),
    later("Seals"),
    later("Finding"),
)
_KEY, _NAME, _WORDS, _COLOUR, _GROUP, _RULE, _SEALS, _FINDING = range(len(_HEADS))
_NEW = Tag("", "", "", "blue")


class PaletteDialog(Dialog):
    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, tr("Manage tags"))
        self.session = session
        self._versions: list[PaletteVersion] = []
        self._filling = True
        self.table = EditTable(tr("Manage tags"), [tr(head) for head in _HEADS])
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(lambda item: self._check())
        self.versions = QListWidget()
        self.versions.setAccessibleName(tr("Versions"))
        self.versions.setMaximumWidth(28 * theme.STEP)
        self.versions.currentRowChanged.connect(self._show_version)
        self.status = label("", "muted", wraps=True)
        self.status.setMinimumHeight(2 * self.status.fontMetrics().height())
        self.add = button(tr("Add"), lambda: self._add(_NEW))
        self.drop = button(tr("Remove"), self._drop)
        self.up = button(tr("Up"), lambda: self._move(-1))
        self.down = button(tr("Down"), lambda: self._move(1))
        QShortcut(QKeySequence("Alt+Up"), self, lambda: self._move(-1))
        QShortcut(QKeySequence("Alt+Down"), self, lambda: self._move(1))
        for made in (self.add, self.drop, self.up, self.down):
            made.setAutoDefault(False)
        left = under((self.table, 1), beside(self.add, self.drop, self.up, self.down, 0))
        right = under(label(tr("Versions"), "muted"), (self.versions, 1))
        both = beside((left, 1), right, gap=2 * theme.STEP)
        self.arrange((both, 1), self.status, self.answers(tr("Save as new version")), wide=116, high=60)
        self._fill(session.tags.palette)
        self.ask(session, lambda case: case.decisions.palette_versions(), self._list, newest="palette")

    # ---- the table

    def _fill(self, palette: Palette) -> None:
        self._filling = True
        self.table.setRowCount(0)
        for tag in palette:
            self._put(self.table.rowCount(), tag)
        self._filling = False
        self._check()

    def _put(self, at: int, tag: Tag) -> None:
        self.table.insertRow(at)
        for column, text in ((_KEY, tag.key), (_NAME, tag.name), (_WORDS, tag.words), (_GROUP, tag.group)):
            self.table.setItem(at, column, QTableWidgetItem(text))
        colours = [tr(name) for name in COLOURS]
        self._choose(at, _COLOUR, colours, COLOURS.index(tag.colour))
        for n, name in enumerate(COLOURS):
            self._box(at, _COLOUR).setItemData(n, theme.colour(name), Qt.ItemDataRole.ForegroundRole)
        self._choose(at, _RULE, [tr(tags.RULES[rule]) for rule in RULES], RULES.index(tag.propagates))
        for column, ticked in ((_SEALS, tag.seals), (_FINDING, tag.finding)):
            box = QTableWidgetItem()
            box.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            box.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.table.setItem(at, column, box)

    def _ticked(self, at: int, column: int) -> bool:
        box = self.table.item(at, column)
        return box is not None and box.checkState() == Qt.CheckState.Checked

    def _choose(self, at: int, column: int, choices: list[str], chosen: int) -> None:
        box = choice(tr(_HEADS[column]), choices)
        box.setCurrentIndex(chosen)
        box.currentIndexChanged.connect(lambda index: self._check())
        self.table.setCellWidget(at, column, box)

    def _box(self, at: int, column: int) -> QComboBox:
        box = self.table.cellWidget(at, column)
        assert isinstance(box, QComboBox)
        return box

    def tag_at(self, at: int) -> Tag:
        return Tag(
            name=self.table.text(at, _NAME),
            key=self.table.text(at, _KEY),
            words=self.table.text(at, _WORDS),
            colour=COLOURS[self._box(at, _COLOUR).currentIndex()],
            group=self.table.text(at, _GROUP),
            propagates=RULES[self._box(at, _RULE).currentIndex()],
            seals=self._ticked(at, _SEALS),
            finding=self._ticked(at, _FINDING),
        )

    def edited_palette(self) -> list[Tag]:
        return [self.tag_at(at) for at in range(self.table.rowCount())]

    def _add(self, tag: Tag) -> None:
        names = {known.name for known in self.edited_palette()}
        number = next(n for n in range(1, 1000) if f"tag-{n}" not in names)
        self._filling = True
        self._put(self.table.rowCount(), replace(tag, name=f"tag-{number}"))
        self._filling = False
        at = self.table.rowCount() - 1
        self.table.setCurrentCell(at, _NAME)
        self._check()
        if (name := self.table.item(at, _NAME)) is not None:
            self.table.editItem(name)

    def _drop(self) -> None:
        if (at := self.table.currentRow()) >= 0:
            self.table.removeRow(at)
            self._check()

    def _move(self, by: int) -> None:
        at = self.table.currentRow()
        if at < 0 or not 0 <= at + by < self.table.rowCount():
            return
        tag = self.tag_at(at)
        self._filling = True
        self.table.removeRow(at)
        self._put(at + by, tag)
        self._filling = False
        self.table.setCurrentCell(at + by, _NAME)
        self._check()

    def _check(self) -> None:
        if self._filling:
            return
        try:
            palette = checked_palette(self.edited_palette())
        except TriageError as error:
            show_message(self.status, messages.error(error), "error")
            self.go.setEnabled(False)
            return
        available = {tag.name for tag in palette}
        names = formatting.listed(tags.label(tag) for tag in self.session.tags.palette if tag.name not in available)
        show_message(
            self.status, tr("No longer available: {tags}. Items keep them.", tags=names) if names else "", "muted"
        )
        self.go.setEnabled(palette != self.session.tags.palette)

    # ---- the versions

    def _list(self, versions: list[PaletteVersion]) -> None:
        self._versions = versions[::-1]
        self.versions.blockSignals(True)
        self.versions.addItems([_version(version) for version in self._versions])
        self.versions.setCurrentRow(0)
        self.versions.blockSignals(False)

    def _show_version(self, at: int) -> None:
        if 0 <= at < len(self._versions):
            self._fill(self._versions[at].tags)

    def accept(self) -> None:
        self.session.offer(self.edited_palette())
        super().accept()


def _version(version: PaletteVersion) -> str:
    number = formatting.number(version.version)
    if not version.version:
        return tr("{number}: built in", number=number)
    who, time = formatting.safe_line(version.author), formatting.moment(version.time)
    return tr("{number}: {who}, {time}", number=number, who=who, time=time)


# ---- opening a sealed item takes two people: one asks and says why, another grants it


class UnsealDialog(Dialog):
    def __init__(self, parent: QWidget, session: Session, no: ItemNo) -> None:
        super().__init__(parent, tr("Open a sealed item"))
        self.session, self.no = session, no
        self.status = label(tr("Reading …"), wraps=True)
        self.status.setMinimumHeight(10 * self.status.fontMetrics().height())
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.why = entry(tr("Reason for opening"))
        self.why.textChanged.connect(lambda: self._enable())
        self._asked_by = ""
        self._ready = False
        self._since = session.keyboard.presses
        self.arrange(self.status, self.why, self.answers(tr("Ask")), wide=64)
        self._enable()
        who = session.reviewer
        self.ask(
            session,
            lambda case: (next(iter(case.decisions.seals(no)), None), case.decisions.unseal_refusal(no, who)),
            lambda answer: self._say(*answer),
            newest="seal",
        )

    def _say(self, seal: Seal | None, refusal: Message | None) -> None:
        if seal is None:
            self.status.setText(tr("This item isn't sealed."))
            self.why.hide()
            return
        lines = [tags.describe_seal(seal)]
        if seal.derived:
            lines.append(
                tr(
                    "Sealed by propagation from another item; unsealing opens this item and what was "
                    "propagated from it."
                )
            )
        lines += self._rest(seal, refusal)
        self.status.setText("\n\n".join(lines))
        self._asked_by, self._ready = seal.asked_by, refusal is None
        self.why.setVisible(not seal.asked_by)
        self.go.setText(tr("Grant") if seal.asked_by else tr("Ask"))
        self.session.keyboard.give(self.go if seal.asked_by else self.why, self._since)
        self._enable()

    def _rest(self, seal: Seal, refusal: Message | None) -> Iterator[str]:
        if seal.asked_by:
            yield tags.describe_request(seal)
        if refusal is not None:
            yield messages.shown(refusal)
        elif seal.asked_by:
            yield tr("If you grant it, the text returns to searches, lists and exports.")
        else:
            yield tr("Opening takes two people. You ask and give a reason; another reviewer grants it.")

    def _enable(self) -> None:
        self.go.setEnabled(self._ready and bool(self._asked_by or self.why.text().strip()))

    def accept(self) -> None:
        no, why = self.no, self.why.text()
        if self._asked_by:
            self.session.record(lambda case, who: case.decisions.grant_unseal(no, who, "key"))
        else:
            self.session.record(lambda case, who: case.decisions.ask_unseal(no, who, why, "key"))
        super().accept()
