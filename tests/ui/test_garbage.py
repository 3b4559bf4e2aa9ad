"""What Python clears away in the window's process."""

from __future__ import annotations

import ctypes
import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.benchmarks.hour import resident
from triage.case import Case
from ui.case.jobs import GarbageCollector, Jobs


class _Circle:
    """Refers to itself, so that only a search for garbage finds it."""

    cleared: list[threading.Thread]

    def __init__(self, cleared: list[threading.Thread]) -> None:
        self.cleared, self.itself = cleared, self

    def __del__(self) -> None:
        self.cleared.append(threading.current_thread())


def _make_much(_: Case) -> int:
    return len([[number] for number in range(100_000)])


def test_garbage_is_cleared_in_the_gui_thread_alone(qtbot: QtBot, case_path: Path) -> None:
    cleared: list[threading.Thread] = []
    jobs, done = Jobs(case_path), []
    for _ in range(20):
        _Circle(cleared)
        jobs.ask("much", _make_much, done.append)
    qtbot.waitUntil(lambda: len(done) == 20 and len(cleared) == 20)
    jobs.close()
    assert set(cleared) == {threading.main_thread()}


def test_much_that_is_new_waits_but_not_for_ever(qapp: QObject) -> None:
    GarbageCollector.start()
    collector = GarbageCollector._only
    assert collector is not None
    cleared: list[threading.Thread] = []
    gc.collect()
    _Circle(cleared)
    kept = [[number] for number in range(150_000)]
    collector._waited = 0
    collector.look()
    assert not cleared
    for _ in range(10):
        collector.look()
    assert len(cleared) == 1
    assert len(kept) == 150_000


def test_what_was_looked_at_once_is_looked_at_again_after_a_case_is_closed(qtbot: QtBot, case_path: Path) -> None:
    GarbageCollector.start()
    collector = GarbageCollector._only
    assert collector is not None

    def look_at_everything() -> None:
        collector._looks, collector._waited = 30, 10
        collector.look()

    gc.unfreeze()
    gc.collect()
    unfrozen = gc.get_freeze_count()  # Python 3.12 counts what it never frees
    cleared: list[threading.Thread] = []
    late, later = _Circle(cleared), _Circle(cleared)
    collector._whole = 0
    look_at_everything()
    assert gc.get_freeze_count() > unfrozen
    del late
    look_at_everything()
    assert not cleared
    Jobs(case_path).close()
    look_at_everything()
    assert len(cleared) == 1 and gc.get_freeze_count() == unfrozen
    del later
    look_at_everything()
    assert len(cleared) == 2
    for _ in range(2):
        look_at_everything()
    assert gc.get_freeze_count() > unfrozen


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="This C library gives memory back by itself.")
def test_memory_between_what_is_held_is_given_back(qapp: QObject) -> None:
    GarbageCollector.start()
    collector = GarbageCollector._only
    assert collector is not None
    held = [bytes(50_000) for _ in range(2_000)]
    kept = held[::50]
    before = resident()
    held.clear()
    collector._looks = 30
    collector.look()
    assert resident() < before - 50
    assert len(kept) == 40
