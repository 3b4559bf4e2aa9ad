"""The tags on offer: a table to edit, told at once what can't work, and every version there was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from triage.case import checked_palette
from triage.errors import TriageError
from triage.model.tags import COLOURS, RULES, Palette, PaletteVersion, Tag
from ui import theme
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import label, tell
from ui.presenters import tags
from ui.session import Session
from ui.widgets.result_cells import Foreign

_HEADS = (
    later("Key"),
    later("Name"),
    later("Label"),
    later("Colour"),
    later("Group"),
    later("Apply also to"),
    later("Seals"),
)
_KEY, _NAME, _WORDS, _COLOUR, _GROUP, _RULE, _SEALS = range(len(_HEADS))
_COLOUR_WORDS = {
    "green": later("green"),
    "grey": later("grey"),
    "amber": later("amber"),
    "red": later("red"),
    "violet": later("violet"),
    "teal": later("teal"),
    "blue": later("blue"),
    "pink": later("pink"),
    "brown": later("brown"),
}
_NEW = Tag("", "", "", "blue")


class PaletteDialog(QDialog):
    """The table, its buttons, the versions; nothing is changed before Save."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(tr("Manage tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._versions: list[PaletteVersion] = []
        self._filling = self._alive = True
        self._make_table()
        self.versions = QListWidget()
        self.versions.setAccessibleName(tr("Versions"))
        self.versions.setMaximumWidth(28 * theme.STEP)
        self.versions.currentRowChanged.connect(self._show_version)
        self.told = label("", "muted")
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().height())
        self._make_buttons()
        self._lay_out()
        self.finished.connect(self._end)
        self._fill(session.tags.palette)
        if session.jobs is not None:
            session.jobs.ask("aside", lambda case: case.decisions.palette_versions(), self._list, newest="palette")

    def _make_table(self) -> None:
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setAccessibleName(tr("Manage tags"))
        self.table.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        self.table.setItemDelegate(Foreign(self.table))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(theme.WORDS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(lambda item: self._check())

    def _make_buttons(self) -> None:
        self.add = self._button(tr("Add"), lambda: self._add(_NEW))
        self.drop = self._button(tr("Remove"), self._drop)
        self.up = self._button(tr("Up"), lambda: self._move(-1))
        self.down = self._button(tr("Down"), lambda: self._move(1))
        QShortcut(QKeySequence("Alt+Up"), self, lambda: self._move(-1))
        QShortcut(QKeySequence("Alt+Down"), self, lambda: self._move(1))
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.save = self.buttons.addButton(tr("Save as new version"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("role", "main")
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    @staticmethod
    def _button(text: str, run: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (self.add, self.drop, self.up, self.down):
            row.addWidget(button)
        row.addStretch()
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addLayout(row)
        right = QVBoxLayout()
        right.addWidget(label(tr("Versions"), "muted"))
        right.addWidget(self.versions, 1)
        both = QHBoxLayout()
        both.setSpacing(2 * theme.STEP)
        both.addLayout(left, 1)
        both.addLayout(right)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP, 2 * theme.STEP)
        lines.setSpacing(2 * theme.STEP)
        lines.addLayout(both, 1)
        lines.addWidget(self.told)
        lines.addWidget(self.buttons)
        theme.fit(self, 116, 60)

    def _end(self) -> None:
        self._alive = False

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
        colours = [tr(_COLOUR_WORDS[name]) for name in COLOURS]
        self._choose(at, _COLOUR, colours, COLOURS.index(tag.colour))
        for n, name in enumerate(COLOURS):
            self._box(at, _COLOUR).setItemData(n, theme.colour(name), Qt.ItemDataRole.ForegroundRole)
        self._choose(at, _RULE, [tr(tags.RULES[rule]) for rule in RULES], RULES.index(tag.propagates))
        seals = QTableWidgetItem()
        seals.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        seals.setCheckState(Qt.CheckState.Checked if tag.seals else Qt.CheckState.Unchecked)
        self.table.setItem(at, _SEALS, seals)

    def _choose(self, at: int, column: int, choices: list[str], chosen: int) -> None:
        box = QComboBox()
        box.addItems(choices)
        box.setCurrentIndex(chosen)
        box.setAccessibleName(tr(_HEADS[column]))
        box.view().setAccessibleName(tr(_HEADS[column]))
        box.currentIndexChanged.connect(lambda index: self._check())
        self.table.setCellWidget(at, column, box)

    def _box(self, at: int, column: int) -> QComboBox:
        box = self.table.cellWidget(at, column)
        assert isinstance(box, QComboBox)
        return box

    def _text(self, at: int, column: int) -> str:
        item = self.table.item(at, column)
        return item.text() if item is not None else ""

    def tag_at(self, at: int) -> Tag:
        """Return the tag that a row describes."""
        seals = self.table.item(at, _SEALS)
        return Tag(
            name=self._text(at, _NAME),
            key=self._text(at, _KEY),
            words=self._text(at, _WORDS),
            colour=COLOURS[self._box(at, _COLOUR).currentIndex()],
            group=self._text(at, _GROUP),
            propagates=RULES[self._box(at, _RULE).currentIndex()],
            seals=seals is not None and seals.checkState() == Qt.CheckState.Checked,
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
            self.save.setEnabled(False)
            return
        gone = [tag for tag in self.session.tags.palette if tag.name not in {one.name for one in palette}]
        names = formatting.listed(tags.said(tag) for tag in gone)
        tell(self.told, tr("No longer available: {tags}. Items keep them.", tags=names) if gone else "", "muted")
        self.save.setEnabled(palette != self.session.tags.palette)

    # ---- the versions

    def _list(self, versions: list[PaletteVersion]) -> None:
        if not self._alive:
            return
        self._versions = versions[::-1]
        self.versions.blockSignals(True)
        self.versions.addItems([_version(version) for version in self._versions])
        self.versions.setCurrentRow(0)
        self.versions.blockSignals(False)

    def _show_version(self, at: int) -> None:
        if 0 <= at < len(self._versions):
            self._fill(self._versions[at].tags)

    def _accept(self) -> None:
        self.session.offer(self.palette_())
        self.accept()


def _version(version: PaletteVersion) -> str:
    number = formatting.number(version.version)
    if not version.version:
        return tr("{number}: built in", number=number)
    who, time = formatting.safe_line(version.author), formatting.moment(version.time)
    return tr("{number}: {who}, {time}", number=number, who=who, time=time)
