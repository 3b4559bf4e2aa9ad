"""The first page: without a case it says what to do, and lists the cases opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import preferences, theme
from ui.case.session import Session
from ui.i18n.language import as_is, tr
from ui.panel import label
from ui.widgets.builders import beside, lay_out, under
from ui.widgets.controls import button, tool_button


class Welcome(QWidget):
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
        self.trouble = label("", "error", wraps=True, copies=True)
        self.trouble.hide()
        session.error_posted.connect(self._show_error)
        self._recent = under()
        self._recent.setSpacing(0)
        buttons = beside(self.new, self.old, self.sample, 0, gap=theme.STEP)
        inner = under(1, title, label(hint, "muted", wraps=True), buttons, self.trouble, self._recent, 2)
        inner.setSpacing(2 * theme.STEP)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner, 2)
        outer.addStretch(1)
        self.refresh()

    def _button(self, command: str, role: str = "") -> QPushButton:
        return button(tr(command), lambda: self._session.command_requested.emit(command), role)

    def refresh(self) -> None:
        self.trouble.hide()
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        recent = preferences.recent_cases()
        if recent:
            self._recent.addWidget(label(tr("Recent cases"), "muted"))
        for path in recent:
            self._recent.addWidget(self._link(path))

    def _show_error(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(self._session.path is None)

    def _drop(self, path: Path) -> None:
        preferences.add_recent(path, drop=True)
        self.refresh()

    def _link(self, path: Path) -> QWidget:
        text = f"{as_is(path.name)}   {as_is(str(path.parent))}".replace("&", "&&")
        link = button(text, lambda: self._session.open(path), "link")
        link.setStyleSheet("padding-left: 0; padding-right: 0")  # so that it begins where the lines above it do
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAccessibleName(tr("Open the case {name}", name=path.name))
        if path.is_dir():
            return link
        away = tool_button("✕", tr("Remove {name} from the list", name=path.name), lambda: self._drop(path), hint=True)
        return lay_out(QWidget(), beside(link, label(tr("not found"), "muted"), away, 1))
