"""Review at random by keys, fast, for an hour: warnings, stalls, memory, and whether what was pressed is on record.

``python -m tests.benchmarks.hour CASE [--minutes 60] [--seed 1]``, offscreen, on a case that may be written. It prints
a line for each tenth of the time, and at last what it found. Exits with 1 for a warning, an exception, a stall of our
own of over 100 ms, memory that isn't flat within 10 % (the last tenth beside the second), or a decision that differs
from the keys pressed.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
import traceback
import warnings
from collections import Counter, deque
from pathlib import Path
from random import Random
from statistics import mean

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.keys import Watch, wait_for
from triage.case import Case
from triage.model.items import ItemNo, Receipt
from triage.store.decision_log import next_step
from ui import preferences, theme
from ui.app import limit_memory, put_keys_first
from ui.case.session import Session
from ui.keyboard import REST
from ui.main_window import MainWindow

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
REVIEWER = "Bench"
STALL = 100.0
"""Longest time in milliseconds for which the window may compute without taking a key."""
_HARMLESS = "propagateSizeHints"
_QUERIES = ("", "meeting", "price", "contract OR agenda", "gas w/5 price", "subject:re", "trad*", "none such")
_MOVES = (*((Key.Key_Right, CTRL),) * 2, (Key.Key_Left, CTRL), (Key.Key_Down, NONE), (Key.Key_PageDown, NONE))
_READS = ((Key.Key_F3, NONE), (Key.Key_F3, SHIFT), (Key.Key_Space, NONE), (Key.Key_G, CTRL))
_VIEWS = (Key.Key_1, Key.Key_1, Key.Key_4, Key.Key_5, Key.Key_7)
_TAGS = {"R": "relevant", "I": "not-relevant", "U": "unsure", "H": "hot"}
_OPPOSITE = {"tag": "untag", "untag": "tag"}

Step = tuple[ItemNo, str, str]
"""An item, "tag" or "untag", and the tag."""


class Stalls(Watch):
    """Keeps the worst gaps alone, so that an hour takes no memory; ``worst`` by the name of what was done last."""

    def __init__(self) -> None:
        super().__init__()
        self.doing = ""
        self.longest = 0.0
        self.worst: dict[str, float] = {}

    def _turn(self) -> None:
        super()._turn()
        gap = self.gaps.pop()
        self.longest = max(self.longest, gap)
        ours = min(gap, self.own.pop())  # another program may have had the machine; threads compute side by side
        self.worst[self.doing] = max(self.worst.get(self.doing, 0.0), ours)


class Reviewer:
    """Presses keys at random and remembers what should be on record: steps in order."""

    def __init__(self, window: MainWindow, stalls: Stalls, seed: int) -> None:
        self.stalls = stalls
        self.window, self.session, self.random = window, window.session, Random(seed)
        self.pressed: list[Step | None] = []  # None for a key that changed nothing, as what it is for was there
        self.unwritten: deque[int] = deque()  # which of them haven't come back
        self.standing: list[int] = []  # which of them can be undone
        self.session.decisions_saved.connect(self._note)
        self.acts: Counter[str] = Counter()
        self.ignored = False
        self.pausing = 0.0
        self.session.keyboard.letter_ignored.connect(self._ignore)
        self.list = window.panels["Results"].list  # type: ignore[attr-defined]

    def _note(self, receipt: Receipt) -> None:
        if receipt.action not in _OPPOSITE:  # of an undo, or of what was read again
            return
        if self.unwritten:
            number = self.unwritten.popleft()
            if not receipt.changed:
                self.pressed[number] = None
                self.standing.remove(number)  # the next undo is of the step before

    def _ignore(self) -> None:
        self.ignored = True

    def act(self) -> None:
        often = (self.code,) * 10 + (self.move,) * 10 + (self.read,) * 6 + (self.look,) * 3
        one = self.random.choice((*often, self.search, self.undo, self.panel))
        self.acts[one.__name__] += 1
        self.stalls.doing = one.__name__
        one()
        until = time.perf_counter() + self.random.choice((0.0, 0.005, 0.02, 0.06))
        QApplication.processEvents()
        while time.perf_counter() < until:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            time.sleep(0.0005)

    def press(self, key: Key, held: Qt.KeyboardModifier = NONE) -> bool:
        """Press a key where the focus is; return whether it was taken."""
        self.ignored = False
        if (window := QGuiApplication.focusWindow()) is None:
            self.window.activateWindow()
            return False
        QTest.keyClick(window, key, held)
        return not self.ignored

    def code(self) -> None:
        """Put a tag on the item, or take it off, from the list; who sees that a key was ignored pauses for a moment."""
        if time.perf_counter() < self.pausing:
            return
        if QApplication.focusWidget() is not self.list:
            self.press(Key.Key_Escape)
        no, letter = self.session.current, self.random.choice("RIUH")
        if no is None or QApplication.focusWidget() is not self.list or len(self.session.selected()) != 1:
            return
        tag = _TAGS[letter]
        action = "untag" if tag in self.session.tags_of(no) else "tag"
        self.unwritten.append(len(self.pressed))
        self.standing.append(len(self.pressed))
        self.pressed.append((no, action, tag))
        if not self.press(Key[f"Key_{letter}"]):
            for some in (self.unwritten, self.standing, self.pressed):
                some.pop()
            self.pausing = time.perf_counter() + 1.2 * REST / 1e3

    def undo(self) -> None:
        if self.session.unwritten or not self.standing:
            return
        if QApplication.focusWidget() is not self.list:
            self.press(Key.Key_Escape)
        step = self.pressed[self.standing.pop()]
        assert step is not None
        self.press(Key.Key_Z, CTRL)
        while self.session.keyboard.suspended:  # until what it left is shown, letters are ignored
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self.pressed.append((step[0], _OPPOSITE[step[1]], step[2]))

    def move(self) -> None:
        self.press(*self.random.choice(_MOVES))

    def read(self) -> None:
        self.press(*self.random.choice(_READS))

    def look(self) -> None:
        self.press(self.random.choice(_VIEWS), CTRL)

    def search(self) -> None:
        self.press(Key.Key_L, CTRL)
        self.press(Key.Key_A, CTRL)
        self.press(Key.Key_Delete)
        for letter in self.random.choice(_QUERIES):
            QTest.keyClick(self.window.windowHandle(), letter)
        self.press(Key.Key_Return)

    def panel(self) -> None:
        title = self.random.choice(list(self.window.panels))
        self.stalls.doing = f"panel {title}"
        self.session.panel_requested.emit(title)


def recorded(case: Path, before: int, nos: set[ItemNo]) -> dict[ItemNo, list[set[tuple[str, str]]]]:
    """Return the steps on record on these items since a step: what each did to the item, but what followed from others.

    A step that tags with one of a group takes the group's other tag off too.
    """
    found: dict[ItemNo, list[set[tuple[str, str]]]] = {}
    with Case.open(case) as opened:
        for no in nos:
            steps: dict[int, set[tuple[str, str]]] = {}
            for one in opened.decisions.history(no):
                if one.group > before and not one.derived:
                    steps.setdefault(one.group, set()).add((one.action, one.value))
            found[no] = [steps[group] for group in sorted(steps)]
    return found


def last_group(case: Path) -> int:
    with Case.open(case) as opened:
        return next_step(opened._opened.store) - 1


def resident() -> float:
    """Return the memory that this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def review(window: MainWindow, minutes: float, seed: int) -> tuple[Reviewer, Stalls, list[float]]:
    """Press keys for so long; return who did, the stalls, and the memory in MB at each thousandth of the time."""
    stalls, memory = Stalls(), []
    someone = Reviewer(window, stalls, seed)
    began = time.monotonic()
    while (share := (time.monotonic() - began) / (60 * minutes)) < 1:
        someone.act()
        if len(memory) < int(1000 * share):
            memory.append(resident())
            if len(memory) % 100 == 0:
                print(f"{len(memory) // 10} %: {sum(someone.acts.values()):,} acts, {memory[-1]:,.0f} MB", flush=True)
    while window.session.unwritten:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return someone, stalls, memory


def differing(someone: Reviewer, on_record: dict[ItemNo, list[set[tuple[str, str]]]]) -> list[str]:
    pressed: dict[ItemNo, list[tuple[str, str]]] = {}
    for no, action, tag in filter(None, someone.pressed):
        pressed.setdefault(no, []).append((action, tag))
    unlike = [
        (no, keys)
        for no, keys in pressed.items()
        if len(keys) != len(on_record[no])
        or any(key not in step for key, step in zip(keys, on_record[no], strict=True))
    ]
    return [f"item {no}: pressed {keys}, on record {on_record[no]}" for no, keys in unlike]


def listen(wrong: list[str]) -> None:
    """Note every warning and exception of Python and of Qt."""

    def qt(kind: QtMsgType, place: object, said: str) -> None:
        if kind != QtMsgType.QtDebugMsg and _HARMLESS not in said:
            wrong.append(said)

    sys.excepthook = lambda kind, error, trace: wrong.append("".join(traceback.format_exception(error)))
    threading.excepthook = lambda args: wrong.append(f"{args.thread}: {args.exc_value!r}")
    warnings.showwarning = lambda message, *rest, **named: wrong.append(str(message))
    qInstallMessageHandler(qt)


def main() -> int:
    wrong: list[str] = []
    listen(wrong)
    try:
        return compare(wrong)
    except BaseException:
        print("\n".join(["ended early", *wrong[:20]]))
        sys.excepthook = sys.__excepthook__
        raise


def compare(wrong: list[str]) -> int:
    """Review, and return 1 where anything is not as it should be; ``wrong`` collects warnings and exceptions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    case = given.case.absolute()
    before = last_group(case)
    put_keys_first()
    limit_memory()
    settings = case.with_name(f"{case.name}.settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    app = QApplication([])
    preferences.put("reviewer", REVIEWER)
    theme.apply(app, "light")
    window = MainWindow(Session())
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.session.error_posted.connect(wrong.append)
    window.open_case(case)
    wait_for(window.session.item_shown)
    someone, stalls, memory = review(window, given.minutes, given.seed)
    window.close()
    wrong += differing(someone, recorded(case, before, {step[0] for step in someone.pressed if step}))
    tenth = len(memory) // 10
    early, late = mean(memory[tenth : 2 * tenth]), mean(memory[9 * tenth :])
    print(f"{dict(someone.acts)}; {len(someone.pressed):,} decisions pressed")
    print(f"memory {early:,.0f} MB in the second tenth, {late:,.0f} in the last: {late / early - 1:+.1%}")
    worst = sorted(((took, name) for name, took in stalls.worst.items()), reverse=True)
    print(f"longest gap {stalls.longest:.0f} ms; computed without taking a key, after each kind of act:")
    print(", ".join(f"{name} {took:.0f} ms" for took, name in worst))
    print("\n".join([f"{len(wrong)} things went wrong", *wrong[:20]]))
    return int(bool(wrong) or abs(late / early - 1) > 0.1 or worst[0][0] > STALL)


if __name__ == "__main__":
    sys.exit(main())
