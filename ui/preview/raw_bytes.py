"""The view of an original's bytes: sixteen a line, loaded as they are looked at. Nothing reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from triage.model.previews import NativeBytes
from ui import theme
from ui.case.session import Session
from ui.i18n.language import later, tr
from ui.models.tables import CHUNK, LINE, Octets, ascii_of
from ui.panel import Brief
from ui.preview.base import OriginalTable, OriginalView


class OctetsView(OriginalView):
    """Offset, bytes, ASCII."""

    is_rendering: ClassVar[bool] = False

    title: ClassVar[str] = later("Bytes")
    hint: ClassVar[str] = later("The original's bytes, as they are on disk or in their container")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = Octets()
        self.model.portion_requested.connect(self._need)
        self.lines = OriginalTable(tr("Bytes of the item"), self.model)
        self.lines.setShowGrid(False)
        self.lines.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.lines.verticalHeader().hide()
        self.lines.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.foot = Brief("", "muted")
        self.foot.setContentsMargins(theme.STEP, theme.STEP // 2, theme.STEP, theme.STEP // 2)
        self.set_content(self.lines, self.foot)

    def clear(self) -> None:
        """Let go of the bytes."""
        super().clear()
        self.model.clear()

    def begin(self) -> None:
        """Ask for the first bytes."""
        self._need(0, self._start, "bytes")

    def _need(self, start: int, take: Callable[[NativeBytes], None] | None = None, newest: str = "") -> None:
        if self.page is not None:
            no, reviewer = self.page.item.row.no, self.session.reviewer
            self.ask(
                lambda case: case.originals.read_bytes(no, start, CHUNK, reviewer), take or self.model.take, newest
            )

    def _start(self, found: NativeBytes) -> None:
        assert self.page is not None
        self.model.start(found)
        digest = self.page.item.sha256
        self.foot.setText(tr("{size} bytes, SHA-256 {digest}", size=found.total, digest=digest))
        self.foot.setToolTip(self.foot.text())
        self.ready()

    def selected(self) -> str:
        """Return the chosen lines as they are shown."""
        rows = sorted({index.row() for index in self.lines.selectedIndexes()})
        found = ((row, self.model.line(row) or b"") for row in rows)
        return "\n".join(f"{row * LINE:08x}  {line.hex(' '):<47}  {ascii_of(line)}" for row, line in found)

    def zoom(self, percent: int) -> None:
        """Set the letters' size."""
        self.model.set_size(QApplication.font().pointSizeF() * percent / 100)
        self.lines.setFont(self.model.font)
        metrics = QFontMetrics(self.model.font)
        self.lines.verticalHeader().setDefaultSectionSize(metrics.height() + theme.STEP // 4)
        for column_, letters in enumerate((8, 3 * LINE - 1, LINE)):
            self.lines.setColumnWidth(column_, metrics.horizontalAdvance("0" * letters) + 3 * theme.STEP // 2)
