"""Mail HTML: shown without a single resource asked for, hostile pages without a stall, links copied and not opened."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from tests.ui.waiting import settle
from triage.model.items import BODY_FORMAT
from ui import theme
from ui.main_window import MainWindow
from ui.panels.preview import Preview
from ui.preview.rich_text import Browser, RichView

pytestmark = pytest.mark.xdist_group("pool")


def rich(preview: Preview) -> RichView:
    assert isinstance(preview.view, RichView)
    return preview.view


@pytest.mark.nightly
def test_words_and_their_arrangement_are_shown_and_nothing_is_asked_for(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(Browser, "loadResource", lambda self, kind, name: asked.append(name))
    view = rich(look('subject:Rich file:"rich.eml"', 3))
    text = view.browser.toPlainText()
    assert "the blue heron" in text
    assert "last heron" in text
    assert "<b>" not in text
    assert asked == []
    assert "pictures aren't loaded" in view.foot.words.text()


def test_the_browser_loads_nothing_even_if_it_is_asked(qtbot: QtBot) -> None:
    browser = Browser()
    qtbot.addWidget(browser)
    assert browser.loadResource(2, QUrl("file:///etc/hostname")) is None
    browser.setSource(QUrl("file:///etc/hostname"))
    assert browser.toPlainText() == ""
    assert isinstance(browser, QTextBrowser)
    assert not browser.openLinks()


@pytest.mark.nightly
def test_hits_are_lit_and_f3_goes_to_them(qtbot: QtBot, look: Look) -> None:
    preview = look('heron file:"rich.eml"', 3)
    view = rich(preview)
    assert preview.place_of_hit.text() == "2 hits here"
    preview.step(1)
    assert view.browser.textCursor().selectedText() == "heron"
    assert preview.place_of_hit.text() == "hit 1 of 2 here"
    preview.session.memory.highlights.switch({"birds": ["portal", "blue OR heron"]})
    qtbot.waitUntil(lambda: len(view.browser.extraSelections()) > 2 and preview.place_of_hit.text() == "2 hits here")
    lit = [(one.cursor.selectedText(), one.format.background().color()) for one in view.browser.extraSelections()]
    assert [text for text, _ in lit if text == "heron"] == ["heron", "heron"]
    colours = {
        text: theme.colour(name) for text, name in (("heron", "hit 0"), ("blue", "mark 1"), ("portal", "mark 0"))
    }
    assert dict(lit) == colours


def test_a_link_is_copied_and_not_opened(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"rich.eml"', 3)
    with qtbot.waitSignal(preview.session.message_posted):
        rich(preview).browser.anchorClicked.emit(QUrl("http://x.example/go"))
    assert QGuiApplication.clipboard().text() == "http://x.example/go"
    rich(preview).browser.highlighted.emit(QUrl("http://x.example/go"))
    assert "http://x.example/go" in rich(preview).foot.words.text()


@pytest.mark.nightly
def test_a_hostile_page_comes_in_parts_that_are_laid_out_at_once(look: Look) -> None:
    view = rich(look('file:"nested.eml"', 3))
    assert len(view.parts) > 20
    assert "deeply nested tables are shown flat" in view.foot.words.text()
    for part in (0, 1, len(view.parts) // 2, len(view.parts) - 1):
        view.show_part(part)
        assert not view.browser.grab().isNull()  # a tree of 1,000 tables would take years


def test_find_looks_through_every_part(look: Look) -> None:
    preview = look('file:"rich.eml"', 3)
    preview.finder.setText("last HERON")
    preview.find_next()
    assert rich(preview).browser.textCursor().selectedText() == "last heron"
    preview.finder.setText("heron")
    for line in ("the blue heron", "last heron"):
        preview.find_next(-1)
        assert rich(preview).browser.textCursor().block().text() == line


# ---- in which view the next item opens

Find = Callable[[str], MainWindow]
RICH, TEXT = 3, 0


def openings(preview: Preview) -> int:
    """Return how often an original was asked for, by the case's own record."""
    path = preview.session.path
    assert path is not None
    lines = (path / "shown.jsonl").read_text().splitlines()
    return sum(json.loads(line)["e"] == "page" for line in lines)


@pytest.mark.nightly
def test_mail_without_html_is_never_opened_and_the_next_one_with_html_shows_it(
    qtbot: QtBot, look: Look, find: Find
) -> None:
    preview = look('file:"rich.eml"', RICH)
    rich(preview).browser.setFocus()
    before, messages = openings(preview), list[str]()
    preview.session.message_posted.connect(messages.append)
    window = find('file:"quoted.eml"')
    settle(qtbot, window, preview.session.jobs)
    assert preview.view is preview.text
    assert "New gannet words" in preview.reader.toPlainText()
    assert not preview.sights.switch.buttons[RICH].isEnabled()
    assert openings(preview) == before
    assert messages == []
    find('file:"rich.eml"')
    qtbot.waitUntil(lambda: rich(preview)._stack.currentIndex() == 1)


@pytest.mark.nightly
def test_ctrl_1_goes_back_to_the_text_from_any_mail(qtbot: QtBot, look: Look, find: Find) -> None:
    preview = look('file:"rich.eml"', RICH)
    window = find('file:"quoted.eml"')
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    find('file:"rich.eml"')
    assert preview.view is preview.text
    assert preview.sights.switch.buttons[RICH].isEnabled()


@pytest.mark.nightly
def test_mail_whose_html_turns_out_to_be_attached_is_opened_once(qtbot: QtBot, look: Look, find: Find) -> None:
    preview = look('file:"rich.eml"', TEXT)
    window = find('file:"page.eml"')
    preview.session.panel_requested.emit("Item")
    with qtbot.waitSignal(preview.session.message_posted) as message:
        preview.look_at(RICH)
    assert message.args == ["It has no HTML text."]
    before = openings(preview)
    assert preview.view is preview.text
    assert not preview.sights.switch.buttons[RICH].isEnabled()
    for query in ('file:"rich.eml"', 'file:"page.eml"'):
        find(query)
        settle(qtbot, window, preview.session.jobs)
    assert preview.view is preview.text
    assert openings(preview) == before + 1  # the mail with HTML


@pytest.mark.nightly
def test_what_nobody_sees_is_not_opened(qtbot: QtBot, look: Look, find: Find) -> None:
    preview = look('file:"rich.eml"', RICH)
    window = find('file:"quoted.eml"')
    window.columns.docks["Item"].hide()
    before = openings(preview)
    find('file:"rich.eml"')
    settle(qtbot, window, preview.session.jobs)
    assert openings(preview) == before
    window.columns.docks["Item"].show()
    qtbot.waitUntil(lambda: rich(preview)._stack.currentIndex() == 1)
    assert openings(preview) == before + 1


@pytest.mark.nightly
def test_what_is_on_record_says_whether_there_is_html(look: Look) -> None:
    preview = look('file:"quoted.eml"', TEXT)
    assert preview.page is not None
    item, view = preview.page.item, preview.views[RICH]
    outlook = replace(item, row=replace(item.row, type="application/vnd.ms-outlook"))
    assert not view.fits(item)
    assert view.fits(outlook)
    assert view.fits(replace(outlook, properties=((BODY_FORMAT, "plain text, HTML"),)))
    assert not view.fits(replace(outlook, properties=((BODY_FORMAT, "plain text"),)))
    assert view.fits(replace(item, segments=tuple(s for s in item.segments if s.origin != "transport")))
