"""Hold the down key in a case and measure: key to item shown, and the longest stall of the event loop.

``python -m tests.benchmarks.keys CASE [--keys N] [--query Q]``, offscreen. Prints one line for each manner of pressing,
in one view of the item or, with ``--views``, in each of them.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import preferences, theme
from ui.app import limit_memory, put_keys_first
from ui.case.session import Session
from ui.main_window import MainWindow


class Watch:
    """Gaps between turns of the event loop in milliseconds, and how much of each this process computed itself.

    The second tells our own stalls from those of a busy machine.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._last, self._spent = time.perf_counter(), time.process_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._timer.start(1)

    def _turn(self) -> None:
        now, spent = time.perf_counter(), time.process_time()
        self.gaps.append((now - self._last) * 1e3)
        self.own.append((spent - self._spent) * 1e3)
        self._last, self._spent = now, spent


def wait_for(signal: object, seconds: float = 60) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)  # type: ignore[attr-defined]


def wait(milliseconds: int) -> None:
    """Turn the event loop for a while; ``QTest.qWait`` would hold up every other thread meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def share(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


class Bench:
    def __init__(self, case: Path, query: str, rows: int, start: float) -> None:
        self.session = Session()
        self.window = MainWindow(self.session)
        self.window.resize(1366, 768)
        self.window.show()
        self.session.open(case)
        wait_for(self.session.results_changed)
        wait_for(self.session.item_shown)
        print(f"window with {len(self.session.results.nos):,} items shown after {time.perf_counter() - start:.2f} s")
        if query:
            self.session.query_proposed.emit(query)
            wait_for(self.session.results_changed)
            print(f"{query!r} finds {len(self.session.results.nos):,}")
        if rows:
            nos = self.session.results.nos
            began = time.perf_counter()
            self.window.panels["Results"]._list((nos * (rows // len(nos) + 1))[:rows])  # type: ignore[attr-defined]
            print(f"{rows:,} rows listed in {(time.perf_counter() - began) * 1e3:.0f} ms")
        self.list = self.window.panels["Results"].list  # type: ignore[attr-defined]
        self.list.setFocus()
        self.sent: dict[int, float] = {}
        self.taken: list[float] = []
        self.session.item_shown.connect(self._shown)

    def _shown(self, item: object) -> None:
        sent = self.sent.pop(item.row.no, None)  # type: ignore[attr-defined]
        if sent is not None:
            self.taken.append((time.perf_counter() - sent) * 1e3)

    def _press(self) -> None:
        before = self.session.current
        now = time.perf_counter()
        row = self.list.currentIndex().row() + 1
        self.sent[self.list.model().nos[row]] = now
        QTest.keyClick(self.list, Qt.Key.Key_Down)
        assert self.session.current != before

    def run(self, name: str, keys: int, every: float) -> None:
        wait(300)
        self.sent.clear()
        self.taken.clear()
        watch = Watch()
        for _ in range(keys):
            due = time.perf_counter() + every / 1e3
            self._press()
            while time.perf_counter() < due:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
                time.sleep(0.0005)
        wait(300)
        gaps = watch.gaps[1:]
        print(
            f"{name}: {keys} keys every {every:.0f} ms: key to item p50 {share(self.taken, 0.5):.1f} ms,"
            f" p95 {share(self.taken, 0.95):.1f}, most {max(self.taken):.1f} ({len(self.taken)} shown);"
            f" stall p99 {share(gaps, 0.99):.1f} ms, longest {max(gaps):.1f}, of it own {max(watch.own[1:]):.1f}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--keys", type=int, default=600)
    parser.add_argument("--query", default="")
    parser.add_argument("--rows", type=int, default=0, help="list the results over and over up to so many rows")
    parser.add_argument("--panel", default="", help="bring this panel to the front first, so that it works meanwhile")
    parser.add_argument("--views", action="store_true", help="measure in every view of the item, not in its text alone")
    parser.add_argument("--index", action="store_true", help="index in the same window at the same time")
    parser.add_argument("--export", metavar="QUERY", help="export what it finds at the same time, to CASE.export")
    given = parser.parse_args()
    put_keys_first()
    limit_memory()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(given.case / ".bench-settings"))
    start = time.perf_counter()
    app = QApplication([])
    preferences.put("reviewer", "Bench")
    theme.apply(app, "light")
    bench = Bench(given.case.absolute(), given.query, given.rows, start)
    if given.panel:
        bench.session.panel_requested.emit(given.panel)
    if given.index:
        bench.window.works.index()
    if given.export is not None:
        bench.window.works.export(given.case.absolute().with_name(f"{given.case.name}.export"), given.export)
    preview = bench.window.panels["Item"]
    for at in range(len(preview.views) if given.views else 1):  # type: ignore[attr-defined]
        preview.look_at(at)  # type: ignore[attr-defined]
        wait(2000 if at else 0)
        name = f"{type(preview.views[at]).__name__}: " if given.views else ""  # type: ignore[attr-defined]
        bench.run(f"{name}held", given.keys, 33)
        bench.run(f"{name}fast", given.keys, 10)
        bench.run(f"{name}one by one", given.keys // 2, 120)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {most:,.0f} MB")
    print(f"still running behind: {', '.join(bench.window.works.running) or 'nothing'}")
    bench.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
