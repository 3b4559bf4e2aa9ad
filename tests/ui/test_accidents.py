"""Words typed at random moments of searches, sorts, indexing and closing panels decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_keyboard import CTRL, NEVER, NONE, Key, pause, press
from tests.ui.waiting import settle
from triage.case import Case
from triage.model.items import Receipt
from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = "riuhpcnq. "  # what is a key in the list, and a blank, which presses a button
_QUERIES = ("heron", "report", "invoice OR week", "subject:heron", "", "nothing such", "from:")


class Typist:
    """Somebody who starts something, and types words into whatever has the focus by then."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.random = window, Random(seed)
        self.words = 0
        self.others: list[QWidget] = []
        self.starts: tuple[Callable[[], None], ...] = (
            self.search,
            self.sort,
            self.index,
            self.close_panel,
            self.leave_dialog,
            self.come_back,
            self.choose_facet,
            self.lose_note,
        )

    def word(self) -> str:
        """Return a word, every other letter of which is a key; what begins a query stays one."""
        length = self.random.randint(3, 8)
        return "".join(self.random.choice(self.random.choice((_KEYS, "abdefgjklmostvwxyz"))) for _ in range(length))

    def type_words(self, count: int) -> None:
        """Type words; what arrives meanwhile arrives between any two keys."""
        for _ in range(count):
            self.words += 1
            for letter in f"{self.word()}{self.random.choice((' ', ' ', ' ', chr(13)))}":
                if QGuiApplication.focusWindow() is not None:  # else the key goes nowhere
                    press(Key.Key_Return if letter == "\r" else letter)
                for _ in range(self.random.choice((0, 0, 1, 3))):
                    QApplication.processEvents()

    def run(self, words: int) -> None:
        """Type so many words, some after each start."""
        while self.words < words:
            pause(self.window)  # what was begun before is over, and whoever types has looked
            self._to_line()
            self.random.choice(self.starts)()
            self.type_words(self.random.randint(1, 4))

    def _to_line(self) -> None:
        self.window.activateWindow()
        while QGuiApplication.focusWindow() is not self.window.windowHandle():
            QApplication.processEvents()
        press(Key.Key_L, CTRL)

    # ---- what words come in between

    def search(self) -> None:
        """Search: what has the focus when it ends depends on what was pressed meanwhile."""
        self._write(self.random.choice(_QUERIES))
        press(Key.Key_Return)
        for _ in range(self.random.randint(0, 60)):
            QApplication.processEvents()

    def sort(self) -> None:
        """Search, go to the list, and sort it by a click."""
        self.search()
        heads = self.window.panels["Results"].list.horizontalHeader()  # type: ignore[attr-defined]
        column = self.random.choice([at for at in range(heads.count()) if not heads.isSectionHidden(at)])
        at = QPoint(heads.sectionViewportPosition(column) + 9, 9)
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, NONE, heads.mapTo(self.window, at))

    def index(self) -> None:
        """Do as when indexing has ended: everything is searched again."""
        self.search()
        self.window.session.search_again()

    def close_panel(self) -> None:
        """Write into a panel, which is closed."""
        title, key = self.random.choice(
            (("Batches", Key.Key_B), ("Sampling", Key.Key_Q), ("Saved searches", Key.Key_S))
        )
        press(key, CTRL | SHIFT)
        self._write("my own")
        self.window.columns.docks[title].toggleViewAction().trigger()

    def leave_dialog(self) -> None:
        """Look for a command and leave, or run one that nobody minds."""
        press(Key.Key_K, CTRL)
        self._write("actual size")
        press(self.random.choice((Key.Key_Escape, Key.Key_Return)))

    def come_back(self) -> None:
        """Be in another window, which is closed."""
        press(Key.Key_Escape)
        other = QWidget()
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        other.close()
        self.window.activateWindow()
        self.others.append(other)

    def choose_facet(self) -> None:
        """Take a facet in, where letters go to a line."""
        press(Key.Key_L, CTRL | SHIFT)
        press(Key.Key_Down)
        press(Key.Key_Return)

    def lose_note(self) -> None:
        """Begin a note on an item that a search takes away."""
        press(Key.Key_Escape)
        press(Key.Key_N)
        self.window.session.query_proposed.emit(self.random.choice(_QUERIES))

    def _write(self, text: str) -> None:
        for letter in text:
            press(letter)


@pytest.fixture
def typist(qtbot: QtBot, opened: MainWindow, case_path: Path) -> Iterator[Callable[[int, int], None]]:
    """Type so many words with a seed, and compare what is on disk."""
    opened.session.keyboard.rest = NEVER
    saved: list[Receipt] = []
    ignored: list[None] = []
    opened.session.decisions_saved.connect(saved.append)
    opened.session.keyboard.letter_ignored.connect(lambda: ignored.append(None))

    def run(words: int, seed: int) -> None:
        someone = Typist(opened, seed)
        someone.run(words)
        settle(qtbot, opened, opened.session.jobs)
        assert len(ignored) > words, "they came to where letters are keys"
        written = {receipt.action for receipt in saved} - {"merge"}  # what was read from the case, such as those notes
        assert written <= {"note"}, "of which one was begun with N"
        with Case.open(case_path) as case:
            past = [decision for no in case.search.run("").nos for decision in case.decisions.history(no)]
            assert {decision.action for decision in past} <= {"note"} and not case.status().tagged

    yield run


def test_forty_words_decide_nothing(typist: Callable[[int, int], None]) -> None:
    typist(40, 1)


@pytest.mark.nightly
def test_five_hundred_words_decide_nothing(typist: Callable[[int, int], None]) -> None:
    typist(500, 2)
