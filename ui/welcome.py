"""The first page: without a case it says what to do, and lists the cases opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import preferences, theme
from ui.i18n.language import as_is, tr
from ui.panel import label
from ui.session import Session
from ui.widgets.builders import beside, under
from ui.widgets.controls import button


class Welcome(QWidget):
    """A sentence, two buttons, the recent cases."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        title = label("Triage", "title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        hint = tr("Create a case that states what may be read, open an existing one, or look around in the sample.")
        self.new = self._button("New case …", "main")
        self.old = self._button("Open a case …")
        self.sample = self._button("Open the sample")
        self._recent = under()
        self._recent.setSpacing(0)
        buttons = beside(self.new, self.old, self.sample, 0, gap=theme.STEP)
        inner = under(1, title, label(hint, "muted", wraps=True), buttons, self._recent, 2)
        inner.setSpacing(2 * theme.STEP)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner, 2)
        outer.addStretch(1)
        self.refresh()

    def _button(self, command: str, role: str = "") -> QPushButton:
        return button(tr(command), lambda: self._session.command_requested.emit(command), role)

    def refresh(self) -> None:
        """List the recent cases again."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        recent = preferences.recent_cases()
        if recent:
            self._recent.addWidget(label(tr("Recent cases"), "muted"))
        for path in recent:
            self._recent.addWidget(self._link(path))

    def _link(self, path: Path) -> QPushButton:
        text = f"{as_is(path.name)}   {as_is(str(path.parent))}".replace("&", "&&")
        link = button(text, lambda: self._session.open(path), "link")
        link.setStyleSheet("padding-left: 0; padding-right: 0")  # so that it begins where the lines above it do
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleName(tr("Open the case {name}", name=path.name))
        return link
