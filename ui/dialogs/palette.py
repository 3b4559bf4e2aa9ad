"""The tags on offer: a table to edit, told at once what can't work, and every version there was."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHeaderView, QListWidget, QTableWidget, QTableWidgetItem, QWidget

from triage.case import checked_palette
from triage.errors import TriageError
from triage.model.tags import COLOURS, RULES, Palette, PaletteVersion, Tag
from ui import theme
from ui.case.session import Session
from ui.dialogs.base import Dialog, EditTable
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, tell
from ui.presenters import tags
from ui.widgets.builders import beside, choice, under
from ui.widgets.controls import button

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
    """The table, its buttons, the versions; nothing is changed before Save."""

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
        self.told = label("", "muted", wraps=True)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().height())
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
        self.arrange((both, 1), self.told, self.answers(tr("Save as new version")), wide=116, high=60)
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
        """Insert a row for a tag."""
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
        """Return the tag that a row describes."""
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

    def palette_(self) -> list[Tag]:
        """Return the tags as the table has them."""
        return [self.tag_at(at) for at in range(self.table.rowCount())]

    def _add(self, tag: Tag) -> None:
        names = {known.name for known in self.palette_()}
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
        """Say at once what can't work; Save waits for it to be mended."""
        if self._filling:
            return
        try:
            palette = checked_palette(self.palette_())
        except TriageError as error:
            tell(self.told, messages.error(error), "error")
            self.go.setEnabled(False)
            return
        left = {tag.name for tag in palette}
        names = formatting.listed(tags.said(tag) for tag in self.session.tags.palette if tag.name not in left)
        tell(self.told, tr("No longer available: {tags}. Items keep them.", tags=names) if names else "", "muted")
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
        """Put the tags of the table on offer."""
        self.session.offer(self.palette_())
        super().accept()


def _version(version: PaletteVersion) -> str:
    number = formatting.number(version.version)
    if not version.version:
        return tr("{number}: built in", number=number)
    who, time = formatting.safe_line(version.author), formatting.moment(version.time)
    return tr("{number}: {who}, {time}", number=number, who=who, time=time)
