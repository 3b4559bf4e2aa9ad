"""Letters that no font has are told from the others, and nothing of the text is lost by it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import glyphs
from ui.models.page import Run
from ui.reader import Reader

NOWHERE = "\U0010fffd"  # the last letter for private use


@given(st.text())
def test_the_pieces_are_the_text(qapp: QApplication, text: str) -> None:
    found = list(glyphs.pieces(text))
    assert "".join(piece for piece, _ in found) == text
    assert all(before != after for (_, before), (_, after) in pairwise(found))


def test_only_letters_without_a_font_stand_alone(qapp: QApplication) -> None:
    assert list(glyphs.pieces(f"aé שלום{NOWHERE * 2}z")) == [("aé שלום", True), (NOWHERE * 2, False), ("z", True)]


def test_the_reader_asks_no_other_font_for_them(qtbot: QtBot, dressed: QApplication) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.show_runs([Run("text", f"ab{NOWHERE}cd")])
    assert reader.toPlainText() == f"ab{NOWHERE}cd"
    cursor = QTextCursor(reader.document())
    alone = []
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        alone.append(cursor.charFormat().fontStyleStrategy() == QFont.StyleStrategy.NoFontMerging)
    assert [alone[0], alone[1], alone[-1]] == [False, False, False] and any(alone)
