"""Keeps what would change a case disabled while the case can't be written, with the reason. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WriteLock(QObject):
    """Holds controls disabled, whatever enables them, and shows why as their hint."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: dict[QWidget, tuple[str, bool]] = {}

    def hold(self, widgets: Iterable[QWidget], reason: str) -> None:
        """Disable controls until ``release``."""
        for widget in widgets:
            self._before[widget] = widget.toolTip(), widget.isEnabled()
            widget.setToolTip(reason)
            widget.setEnabled(False)
            widget.installEventFilter(self)

    def release(self) -> None:
        """Leave the controls to their panels again, as they were."""
        for widget, (hint, enabled) in self._before.items():
            widget.removeEventFilter(self)
            widget.setToolTip(hint)
            widget.setEnabled(enabled)
        self._before.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Disable a control again that something has enabled."""
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget) and watched.isEnabled():
            watched.setEnabled(False)
        return super().eventFilter(watched, event)
