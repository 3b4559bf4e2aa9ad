"""Letters that no font has are told from the others, and nothing of the text is lost by it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.models.page import TextRun
from ui.preview.text_area import Reader
from ui.widgets import glyphs

NOWHERE = "\U00030a54"  # a Chinese letter of the rarest


@given(st.text())
def test_the_pieces_are_the_text(qapp: QApplication, text: str) -> None:
    found = list(glyphs.pieces(text))
    assert "".join(piece for piece, _ in found) == text
    assert all(before != after for (_, before), (_, after) in pairwise(found))


@pytest.fixture
def unheld(dressed: QApplication) -> None:
    """Fonts as nearly every machine has them."""
    if QFontMetrics(dressed.font()).inFontUcs4(ord(NOWHERE)):
        pytest.skip("a font of this machine has even this letter")


def test_only_letters_without_a_font_stand_alone(unheld: None) -> None:
    assert list(glyphs.pieces(f"aé שלום{NOWHERE * 2}z")) == [("aé שלום", True), (NOWHERE * 2, False), ("z", True)]


def _alone(document: QTextDocument) -> str:
    """Return what is drawn with one font alone."""
    found, block = [], document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if at.fragment().charFormat().fontStyleStrategy() == QFont.StyleStrategy.NoFontMerging:
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return "".join(found)


def test_the_reader_asks_no_other_font_for_them(qtbot: QtBot, unheld: None) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.show_runs([TextRun("name", "From\t"), TextRun("text", f"ab😀{NOWHERE}cd\n{NOWHERE}")])
    assert reader.toPlainText() == f"From\tab😀{NOWHERE}cd\n{NOWHERE}"
    assert _alone(reader.document()) == NOWHERE * 2


def test_tables_keep_their_cells(unheld: None) -> None:
    document = QTextDocument()
    document.setHtml(f"<p>{NOWHERE}</p><table><tr><td>a</td><td>b{NOWHERE}</td></tr></table>")
    before = document.toPlainText()
    glyphs.box(document)
    assert document.toPlainText() == before
    assert _alone(document) == NOWHERE * 2
