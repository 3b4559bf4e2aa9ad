"""The text view: quotations are folded, say how much, and open by click, Shift+Enter, Q, a hit or a find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from ui.models.page import TextRun
from ui.panels.preview import Preview
from ui.preview.text_area import Reader


def folds(reader: Reader) -> list[bool]:
    return list(reader._folds.values())


def visible(reader: Reader) -> str:
    lines, block = [], reader.document().firstBlock()
    while block.isValid():
        if block.isVisible():
            lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


def place(reader: Reader, words: str) -> QTextCursor:
    cursor = reader.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    return cursor


@pytest.fixture
def preview(look: Look) -> Preview:
    return look('subject:gannets file:"quoted.eml"', 0)


def test_quotations_are_folded_to_a_line_that_says_how_much(preview: Preview) -> None:
    text = visible(preview.reader)
    assert "▸ 3 quoted lines" in text
    assert "one gannet" not in text
    assert "New gannet words." in text
    assert "Regards" in text
    assert sum(not is_open for is_open in preview.reader._folds.values()) == 1


@pytest.mark.nightly
def test_a_click_on_the_line_opens_it_and_folds_it_again(qtbot: QtBot, preview: Preview) -> None:
    reader = preview.reader
    spot = reader.cursorRect(place(reader, "3 quoted lines")).center()
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "one gannet" in visible(reader)
    assert "▾ 3 quoted lines" in visible(reader)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert folds(reader) == [False]


def test_shift_enter_opens_the_first_in_view_and_q_all_of_them(qtbot: QtBot, preview: Preview) -> None:
    reader = preview.reader
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert folds(reader) == [True]
    qtbot.keyClick(reader, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(reader, Qt.Key.Key_Q)
    assert folds(reader) == [True]
    assert Preview(preview.session).reader.unfolded
    qtbot.keyClick(reader, Qt.Key.Key_Q)
    assert folds(reader) == [False]


@pytest.mark.nightly
def test_the_line_counts_the_hits_inside_and_a_hit_opens_it(look: Look) -> None:
    preview = look('gannet file:"quoted.eml"', 0)
    assert "▸ 3 quoted lines, 1 hit" in visible(preview.reader)
    assert preview.page is not None
    for _ in preview.page.hits:
        preview.step(1)
        selections = preview.reader.extraSelections()
        assert selections[0].cursor.selectedText().casefold() in ("gannet", "gannets", "quoted.eml")
        assert selections[0].cursor.block().isVisible()
    assert folds(preview.reader) == [True]


@pytest.mark.nightly
def test_find_opens_it(preview: Preview) -> None:
    preview.finder.setText("ONE GANNET")
    preview.find_next()
    assert folds(preview.reader) == [True]
    assert preview.reader.textCursor().selectedText() == "one gannet"


def test_find_passes_over_the_breaking_of_lines(preview: Preview) -> None:
    for sought in ("gannet two THREE", "New  gannet words."):
        preview.finder.setText(sought)
        preview.find_next()
        assert words_of(preview.reader.selected()) == words_of(sought)


def words_of(text: str) -> list[str]:
    return text.casefold().replace(">", " ").split()


def test_copied_text_holds_no_line_of_ours_and_what_is_folded(preview: Preview) -> None:
    preview.reader.selectAll()
    copied = preview.reader.selected()
    assert "quoted lines" not in copied
    assert "wrote:\n\n> one gannet\n> two\n> three\n\nRegards" in copied


# ---- directions


def ways(text: str) -> list[Qt.LayoutDirection]:
    reader = Reader()
    reader.show_runs((TextRun("text", text),))
    document = reader.document()
    return [document.findBlockByNumber(at).textDirection() for at in range(document.blockCount())]


RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_a_line_that_goes_on_keeps_the_direction_of_the_paragraph(qapp: object) -> None:
    assert ways("לפי מה שהבנתי זה השם הפנימי לייצוא הטבלה\nperson_scores אל השותף במפרץ. אושר?") == [RIGHT, RIGHT]
    assert ways("this is the name that they use for it, and they say\nגפן when nobody listens") == [LEFT, LEFT]


def test_a_line_of_another_script_or_paragraph_has_its_own_direction(qapp: object) -> None:
    assert ways("שלום כרים,\nHello Karim, thank you") == [RIGHT, LEFT]
    assert ways("שלום כרים\n\nDana דליה בן אוריאל")[2] == LEFT
    assert ways("plain words\nand more") == [LEFT, LEFT]


def select(reader: Reader, words: str) -> None:
    reader.setTextCursor(reader.document().find(words))
    reader.setFocus()


def underlined(reader: Reader) -> list[str]:
    return [one.cursor.selectedText() for one in reader.extraSelections() if one.format.fontUnderline()]


def test_m_marks_what_is_selected_and_takes_the_mark_off(qtbot: QtBot, preview: Preview) -> None:
    reader, no = preview.reader, preview.session.current
    assert no is not None
    select(reader, "gannet words")
    with qtbot.waitSignal(preview.session.decisions_saved) as saved:
        qtbot.keyClick(reader, Qt.Key.Key_M)
    assert saved.args[0].action == "mark"
    qtbot.waitUntil(lambda: underlined(reader) == ["gannet words"])
    (made,) = preview.text.passages
    assert made.text == "gannet words"
    preview.session.item_selected.emit(no)
    assert underlined(reader) == ["gannet words"], "it is there when the item is shown again"
    select(reader, "words.")
    with qtbot.waitSignal(preview.session.decisions_saved):
        qtbot.keyClick(reader, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: underlined(reader) == [])


def test_m_without_a_selection_says_what_to_do(qtbot: QtBot, preview: Preview) -> None:
    preview.reader.setFocus()
    with qtbot.waitSignal(preview.session.message_posted) as posted:
        qtbot.keyClick(preview.reader, Qt.Key.Key_M)
    assert "Select words in the text first" in posted.args[0]
