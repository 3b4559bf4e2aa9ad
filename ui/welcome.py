"""The first page: without a case it says what to do, and lists the cases opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import preferences, theme
from ui.i18n.language import as_is, tr
from ui.panel import label
from ui.session import Session


class Welcome(QWidget):
    """A sentence, two buttons, the recent cases."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        title = label("Triage", "title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        told = label(
            tr("Create a case that states what may be read, open an existing one, or look around in the sample."),
            "muted",
        )
        told.setWordWrap(True)
        self.new = self._button("New case …", "main")
        self.old = self._button("Open a case …")
        self.sample = self._button("Open the sample")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        inner = QVBoxLayout()
        inner.setSpacing(2 * theme.STEP)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        row.addWidget(self.new)
        row.addWidget(self.old)
        row.addWidget(self.sample)
        row.addStretch()
        inner.addStretch(1)
        inner.addWidget(title)
        inner.addWidget(told)
        inner.addLayout(row)
        inner.addLayout(self._recent)
        inner.addStretch(2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner, 2)
        outer.addStretch(1)
        self.refresh()

    def _button(self, command: str, role: str = "") -> QPushButton:
        button = QPushButton(tr(command))
        if role:
            button.setProperty("role", role)
        button.clicked.connect(lambda: self._session.called.emit(command))
        return button

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
        button = QPushButton(f"{as_is(path.name)}   {as_is(str(path.parent))}".replace("&", "&&"))
        button.setProperty("role", "link")
        button.setStyleSheet("padding-left: 0; padding-right: 0")  # so that it begins where the lines above it do
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(tr("Open the case {name}", name=path.name))
        button.clicked.connect(lambda: self._session.open(path))
        return button
