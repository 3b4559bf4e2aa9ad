"""The text area: a long text is laid out as it is needed, and letters without a font cost no other's."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from ui.models.marks import Hit
from ui.models.page import Fold, TextRun
from ui.preview import text_area
from ui.preview.rich_text import Browser
from ui.preview.text_area import Reader

LINES = 2_000
TEXT = "\n".join(f"line {n} of a long text" for n in range(LINES))
LAST = f"line {LINES - 1} of"


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    shown = Reader()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    shown.show_runs([TextRun("text", TEXT)])
    return shown


def length(shown: Reader | Browser) -> int:
    return shown.verticalScrollBar().maximum() + shown.viewport().height()


def test_the_length_is_estimated_at_once_and_known_soon(qtbot: QtBot, reader: Reader) -> None:
    uneven = "a\n" * LINES + "in long lines, " * LINES
    reader.show_runs([TextRun("text", uneven)])
    estimated = length(reader)
    qtbot.waitUntil(lambda: length(reader) < estimated / 2)
    soon = length(reader)
    reader.lay_out()
    assert length(reader) == soon


@pytest.mark.parametrize(
    "go",
    [
        lambda reader: reader.find_text(LAST),
        lambda reader: reader.mark(Hit(0, TEXT.index(LAST), len(TEXT), 0, 0)),
        lambda reader: reader.scroll_to(len(TEXT)),
    ],
    ids=["find", "hit", "scroll"],
)
def test_the_end_is_reached_before_it_is_laid_out(reader: Reader, go: Callable[[Reader], None]) -> None:
    go(reader)
    at = reader.document().find(LAST)
    assert 0 < reader.cursorRect(at).top() < reader.viewport().height()


@pytest.mark.parametrize("line", [LINES // 2, LINES - 1])
def test_a_hit_in_a_long_fold_is_brought_into_view(reader: Reader, line: int) -> None:
    quoted = TEXT.index("line 100 of")
    reader.show_runs([TextRun("text", TEXT)], [Fold(0, quoted - 2, quoted, len(TEXT) + 1)])
    hidden = length(reader)
    start = TEXT.index(f"line {line} of")
    reader.mark(Hit(0, start, start + 9, 0, 0))
    at = reader.document().find(f"line {line} of")
    assert 0 < reader.cursorRect(at).top() < reader.viewport().height()
    value = reader.verticalScrollBar().value()
    assert value > hidden
    reader.lay_out()
    assert reader.verticalScrollBar().value() == value


def test_only_what_is_needed_for_a_hit_is_laid_out(reader: Reader) -> None:
    uneven = "a\n" * LINES + "in long lines, " * LINES
    reader.show_runs([TextRun("text", uneven)])
    estimated = length(reader)
    reader.mark(Hit(0, LINES, LINES + 1, 0, 0))
    assert length(reader) > estimated / 2
    reader.lay_out()
    assert length(reader) < estimated / 2


def test_the_end_key_goes_to_the_end_at_once(qtbot: QtBot, reader: Reader) -> None:
    qtbot.keyClick(reader, Qt.Key.Key_End)
    bar = reader.verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert length(reader) >= LINES * reader.fontMetrics().height()


def test_space_turns_the_page_of_a_text_that_was_shown_just_now(look: Look) -> None:
    preview = look("", 0)
    view = preview.views[0]
    area = view.area
    assert isinstance(area, Reader)
    area.show_runs([TextRun("text", TEXT)])
    turned = 0
    while view.turn(1):
        turned += 1
    assert turned > LINES * area.fontMetrics().height() // area.viewport().height()


def test_another_text_is_shown_from_its_beginning(qtbot: QtBot, reader: Reader) -> None:
    reader.scroll_to(len(TEXT))
    reader.show_runs([TextRun("text", TEXT[::-1])])
    assert reader.verticalScrollBar().value() == 0
    reader.lay_out()
    assert reader.verticalScrollBar().value() == 0


def test_markup_is_laid_out_likewise(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    browser.resize(600, 400)
    browser.show()
    with browser.changing():
        browser.setHtml("<p>a</p>" * LINES + "in long lines, " * LINES)
    estimated = length(browser)
    browser.lay_out()
    assert estimated > 2 * length(browser)


# ---- letters that no font has are told from the others, and nothing of the text is lost by it.

NOWHERE = "\U00030a54"  # a Chinese letter of the rarest


@given(st.text())
def test_the_pieces_are_the_text(qapp: QApplication, text: str) -> None:
    found = list(text_area.pieces_by_font(text))
    assert "".join(piece for piece, _ in found) == text
    assert all(before != after for (_, before), (_, after) in pairwise(found))


@pytest.fixture
def unheld(dressed: QApplication) -> None:
    """Fonts as nearly every machine has them."""
    if QFontMetrics(dressed.font()).inFontUcs4(ord(NOWHERE)):
        pytest.skip("a font of this machine has even this letter")


def test_only_letters_without_a_font_stand_alone(unheld: None) -> None:
    assert list(text_area.pieces_by_font(f"aé שלום{NOWHERE * 2}z")) == [
        ("aé שלום", True),
        (NOWHERE * 2, False),
        ("z", True),
    ]


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
    text_area.box_missing_letters(document)
    assert document.toPlainText() == before
    assert _alone(document) == NOWHERE * 2
