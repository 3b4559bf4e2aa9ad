"""The preview: opens at the first hit, goes from hit to hit, shows markup as text, right-to-left from the right."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui import records
from tests.ui.waiting import settle
from ui import theme
from ui.i18n.formatting import strip_isolates
from ui.main_window import MainWindow
from ui.models import pages
from ui.panels.preview import Preview, source_of
from ui.preview.stack import AttachmentLine

Find = Callable[[str], MainWindow]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _preview(window: MainWindow) -> Preview:
    panel = window.panels["Item"]
    assert isinstance(panel, Preview)
    return panel


def _marked(preview: Preview) -> str:
    selections = preview.reader.extraSelections()
    return selections[0].cursor.selectedText()


@pytest.mark.nightly
def test_an_item_opens_at_its_first_hit(qtbot: QtBot, find: Find) -> None:
    preview = _preview(find('"pelican last"'))
    assert preview.page is not None
    assert preview.text.part == len(preview.page.parts) - 1 > 2
    assert preview.place_of_hit.text() == "hit 1 of 1"
    assert _marked(preview) == "pelican last"
    place = preview.reader.cursorRect()
    assert 0 <= place.top() < preview.reader.viewport().height()


def test_f3_goes_from_hit_to_hit_and_round_the_end(qtbot: QtBot, find: Find) -> None:
    window = find('heron file:"heron-1.eml"')
    preview = _preview(window)
    assert preview.page is not None
    total = len(preview.page.hits)
    assert total >= 3
    seen = [preview.place_of_hit.text()]
    for _ in range(total):
        qtbot.keyClick(window, Qt.Key.Key_F3)
        seen.append(preview.place_of_hit.text())
    assert seen == [f"hit {n} of {total}" for n in (*range(1, total + 1), 1)]
    qtbot.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert preview.place_of_hit.text() == f"hit {total} of {total}"


def test_each_term_has_its_colour(find: Find) -> None:
    preview = _preview(find("heron invoice"))
    assert preview.page is not None
    terms = {run.term for part in preview.page.parts for run in part if run.hit >= 0}
    assert len(terms) == 2
    grounds = set()
    for hit in preview.page.hits:
        cursor = QTextCursor(preview.reader.document())
        cursor.setPosition(hit.start + 1)
        grounds.add(cursor.charFormat().background().color().name())
    assert grounds == {theme.colour(f"hit {term % theme.HITS}").name() for term in terms}


def test_wide_letters_shift_no_hit(qtbot: QtBot, find: Find) -> None:
    preview = _preview(find("osprey"))
    assert _marked(preview) == "osprey"
    preview.step(1)
    assert _marked(preview) == "osprey"


def test_markup_from_mail_is_shown_as_text(find: Find) -> None:
    preview = _preview(find("kestrel"))
    text = preview.reader.toPlainText()
    assert "<h1>kestrel</h1>" in text
    assert "<b>bold</b> <img src=http://tracker.example/x.png>" in text
    assert "<b>bold</b>" in preview.subject.text()
    assert preview.reader.loadResource(2, "http://tracker.example/x.png") is None


@pytest.mark.nightly
def test_right_to_left_text_stands_right_and_numbers_keep_their_order(find: Find) -> None:
    preview = _preview(find("חשבונית"))
    document = preview.reader.document()
    block = document.firstBlock()
    seen = {}
    while block.isValid():
        seen[block.text()] = block.textDirection()
        block = block.next()
    hebrew = next(text for text in seen if text.startswith("מצורפת"))
    assert "4411" in hebrew
    assert seen[hebrew] == Qt.LayoutDirection.RightToLeft
    head = next(text for text in seen if text.startswith("From"))
    assert seen[head] == Qt.LayoutDirection.LeftToRight
    assert "\u2068עומר סעיד <omar@halden.example>\u2069" in head
    cursor = document.find("מצורפת")
    right = preview.reader.cursorRect(cursor).right()
    assert right > preview.reader.viewport().width() // 2


def test_copied_text_is_as_it_stands_in_the_item(qtbot: QtBot, find: Find) -> None:
    window = find("חשבונית")
    preview = _preview(window)
    preview.reader.selectAll()
    copied = preview.reader.createMimeDataFromSelection().text()
    assert "\u2068" not in copied
    assert records.HEBREW.strip() in copied
    preview.copy_cited()
    assert preview.page is not None
    assert preview.page.item.sha256 in QGuiApplication.clipboard().text()


@pytest.mark.nightly
def test_a_long_text_comes_in_parts(qtbot: QtBot, find: Find) -> None:
    window = find('"pelican first"')
    preview = _preview(window)
    assert preview.page is not None
    parts = len(preview.page.parts)
    assert preview.text.foot.words.text() == f"Part 1 of {parts} of a long text"
    preview.reader.verticalScrollBar().setValue(preview.reader.verticalScrollBar().maximum())
    preview.reader.setFocus()
    qtbot.keyClick(preview.reader, Qt.Key.Key_Space)
    assert preview.text.part == 1
    shown = "".join(run.text for part in preview.page.parts for run in part)
    assert shown.count("filler words stand here") == records.LONG // 24


@pytest.mark.nightly
def test_space_scrolls_from_the_list_too(qtbot: QtBot, find: Find) -> None:
    window = find('"pelican first"')
    preview = _preview(window)
    results = window.panels["Results"].readers()[0]
    results.setFocus()
    before = preview.reader.verticalScrollBar().value()
    qtbot.keyClick(results, Qt.Key.Key_Space)
    assert preview.reader.verticalScrollBar().value() > before
    qtbot.keyClick(results, Qt.Key.Key_Space, SHIFT)
    assert preview.reader.verticalScrollBar().value() == before


@pytest.mark.nightly
def test_find_in_the_item_looks_through_every_part(qtbot: QtBot, find: Find) -> None:
    window = find('"pelican first"')
    preview = _preview(window)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(preview.finder.hasFocus)
    qtbot.keyClicks(preview.finder, "pelican LAST")
    qtbot.keyClick(preview.finder, Qt.Key.Key_Return)
    assert preview.page is not None
    assert preview.text.part == len(preview.page.parts) - 1
    assert preview.reader.textCursor().selectedText() == "pelican last"
    preview.finder.setText("pelican")
    qtbot.keyClick(preview.finder, Qt.Key.Key_Return, SHIFT)
    assert preview.text.part == 0
    qtbot.keyClick(preview.finder, Qt.Key.Key_Return, SHIFT)
    assert preview.text.part == len(preview.page.parts) - 1


@pytest.mark.nightly
def test_words_are_found_selected_and_copied_with_their_source_by_keys_alone(qtbot: QtBot, find: Find) -> None:
    window = find('"pelican first"')
    preview = _preview(window)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    qtbot.waitUntil(preview.finder.hasFocus)
    qtbot.keyClicks(preview.finder, "pelican")
    qtbot.keyClick(preview.finder, Qt.Key.Key_Return)
    qtbot.keyClick(preview.finder, Qt.Key.Key_Escape)
    assert not preview.finder.isVisible()
    qtbot.waitUntil(preview.reader.hasFocus)
    for _ in range(2):  # past the blank, past the next word
        qtbot.keyClick(preview.reader, Qt.Key.Key_Right, SHIFT | control)
    qtbot.keyClick(preview.reader, Qt.Key.Key_C, SHIFT | control)
    assert preview.page is not None
    item = preview.page.item
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].strip().startswith("pelican ")
    assert lines[-1].startswith(f"[{item.row.id}, {item.row.custodian}, ")
    assert lines[-1].endswith(f"SHA-256 {item.sha256}]")
    qtbot.keyClick(preview.reader, Qt.Key.Key_Escape)
    assert window.panels["Results"].readers()[0].hasFocus()


@pytest.mark.nightly
def test_words_of_an_item_without_a_date_are_cited_as_such(find: Find) -> None:
    page = _preview(find('"pelican first"')).page
    assert page is not None
    row = replace(page.item.row, date="")
    cited = source_of(replace(page.item, row=row))
    assert cited == f"[{row.id}, {row.custodian}, (undated), SHA-256 {page.item.sha256}]"


@pytest.mark.nightly
def test_in_the_text_arrows_scroll_and_letters_code(qtbot: QtBot, find: Find) -> None:
    window = find('"pelican first"')
    preview = _preview(window)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(preview.reader.hasFocus)
    bar = preview.reader.verticalScrollBar()
    preview.reader.lay_out()
    for key, there in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, bar.singleStep())):
        qtbot.keyClick(preview.reader, key)
        assert bar.value() == there
    assert preview.page is not None
    no = preview.page.item.row.no
    qtbot.keyClick(preview.reader, Qt.Key.Key_R)
    assert preview.session.tags_of(no) == ("relevant",)


def test_lines_hold_60_to_90_characters_on_a_laptop(qtbot: QtBot, find: Find) -> None:
    window = find("heron")
    window.resize(1366, 768)
    preview = _preview(window)
    wide = preview.reader.viewport().width() - 2 * theme.STEP
    assert wide / preview.reader.fontMetrics().averageCharWidth() >= 60
    window.resize(2560, 1440)
    settle(qtbot, window, window.session.jobs)
    assert preview.reader.document().textWidth() <= 91 * preview.reader.fontMetrics().averageCharWidth() + 16


@pytest.mark.nightly
def test_zoom_is_remembered(qtbot: QtBot, find: Find) -> None:
    preview = _preview(find("heron"))
    before = preview.reader.font().pointSizeF()
    preview.sights.rescale(1)
    assert preview.reader.font().pointSizeF() > before
    assert Preview(preview.session).sights._zoom == 110


@pytest.mark.nightly
def test_a_very_long_item_is_shown_before_its_hits_are_found(
    qtbot: QtBot, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = find("heron")
    preview = _preview(window)
    monkeypatch.setattr(pages, "LONG", 1000)
    seen: list[str] = []
    window.session.item_shown.connect(lambda item: seen.append(preview.place_of_hit.text()))
    window.session.query_proposed.emit('"pelican last"')
    qtbot.waitUntil(lambda: seen[-1:] == ["hit 1 of 1"])
    assert seen[-2:] == ["finding hits …", "hit 1 of 1"]
    assert _marked(preview) == "pelican last"


# ---- attachments


def _names(preview: Preview) -> list[str]:
    return [strip_isolates(button.text()) for button in preview.attachments.names if button.isVisible()]


def _current_name(window: MainWindow) -> str:
    preview = _preview(window)
    assert preview.page is not None
    return preview.page.item.row.name


def test_attachments_are_a_click_or_a_key_away(qtbot: QtBot, find: Find) -> None:
    window = find("subject:attachments plover")
    preview = _preview(window)
    assert _names(preview) == ["one.txt", "two.txt"]
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.mouseClick(preview.attachments.names[1], Qt.MouseButton.LeftButton)
    assert _current_name(window) == "two.txt"
    assert not preview.attachments.isVisible()
    window.actions_.run("Go to parent or replied-to message")
    qtbot.waitUntil(lambda: _current_name(window) == "attached.eml")
    preview.reader.setFocus()
    with qtbot.waitSignal(window.session.item_shown):
        qtbot.keyClick(preview.reader, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _current_name(window) == "one.txt"
    with qtbot.waitSignal(window.session.message_posted) as message:
        qtbot.keyClick(preview.reader, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert message.args == ["This item has no attachments."]


@pytest.mark.nightly
def test_the_name_of_a_sealed_attachment_is_not_shown(qtbot: QtBot, find: Find) -> None:
    window = find("subject:attachments plover")
    preview = _preview(window)
    assert preview.page is not None
    window.session.decide([preview.page.attached[0].no], "customer-content", True, "key")
    assert _names(preview) == ["[sealed]", "two.txt"]
    settle(qtbot, window, window.session.jobs)
    assert _names(preview) == ["[sealed]", "two.txt"]


def test_names_that_do_not_fit_are_counted(qtbot: QtBot) -> None:
    line = AttachmentLine()
    qtbot.addWidget(line)
    line.resize(400, 40)
    line.show_names([(f"a & b, attachment number {n}.docx", "") for n in range(8)], 300)
    line.show()
    shown = [name for name in line.names if name.isVisible()]
    assert 0 < len(shown) < 4
    assert shown[0].text().startswith("a && b")
    assert line._more.text() == f"{300 - len(shown)} more"
    with qtbot.waitSignal(line.rest_requested):
        qtbot.mouseClick(line._more, Qt.MouseButton.LeftButton)
