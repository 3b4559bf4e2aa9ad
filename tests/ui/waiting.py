"""Waiting for a window without a clock: until something is there, or until nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.case.jobs import BackgroundJob, Jobs

_HANGS = 300_000
_SOON = 500


class PatientBot(QtBot):
    """Waits for minutes, for a busy machine needs longer than anybody would guess; only what never comes ends it."""

    def waitSignal(self, signal: Any, timeout: int = _HANGS, raising: bool = True) -> Any:
        """Wait until a signal is emitted; ``assertNotEmitted`` calls this without any patience."""
        return super().waitSignal(signal, timeout=timeout, raising=raising)

    def waitSignals(self, signals: list[Any]) -> Any:
        """Wait until all signals were emitted."""
        return super().waitSignals(signals, timeout=_HANGS)

    def waitUntil(self, callback: Callable[[], Any]) -> None:
        """Wait until a condition holds."""
        super().waitUntil(callback, timeout=_HANGS)


def settle(qtbot: QtBot, top: QObject, jobs: Jobs | None) -> None:
    """Wait until no work, no short timer and no event is left that could change what ``top`` shows."""
    assert jobs is not None
    landings = []

    def land(job: BackgroundJob) -> None:
        landings.append(job)

    def idle() -> bool:
        known = len(landings)
        if not _at_rest(top, jobs):
            return False
        QApplication.processEvents()  # what a thread at rest has posted arrives now, and may ask for more
        return _at_rest(top, jobs) and len(landings) == known

    jobs._landed.connect(land, Qt.ConnectionType.DirectConnection)
    try:
        qtbot.waitUntil(idle)
    finally:
        jobs._landed.disconnect(land)


def _at_rest(top: QObject, jobs: Jobs) -> bool:
    timers = (timer for timer in top.findChildren(QTimer) if timer.isActive() and timer.isSingleShot())
    return jobs.idle and not any(timer.interval() <= _SOON for timer in timers)
