"""Mail HTML: shown without a single resource asked for, hostile pages without a stall, links copied and not opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from ui.main_window import MainWindow
from ui.panels.preview import Preview
from ui.preview.rich_text import Browser, RichView

pytestmark = pytest.mark.xdist_group("pool")


def rich(preview: Preview) -> RichView:
    assert isinstance(preview.view, RichView)
    return preview.view


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


def test_hits_are_lit_and_f3_goes_to_them(look: Look) -> None:
    preview = look('heron file:"rich.eml"', 3)
    view = rich(preview)
    assert preview.place_of_hit.text() == "2 hits here"
    preview.step(1)
    assert view.browser.textCursor().selectedText() == "heron"
    assert preview.place_of_hit.text() == "hit 1 of 2 here"


def test_a_link_is_copied_and_not_opened(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"rich.eml"', 3)
    with qtbot.waitSignal(preview.session.message_posted):
        rich(preview).browser.anchorClicked.emit(QUrl("http://x.example/go"))
    assert QGuiApplication.clipboard().text() == "http://x.example/go"
    rich(preview).browser.highlighted.emit(QUrl("http://x.example/go"))
    assert "http://x.example/go" in rich(preview).foot.words.text()


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


def test_a_mail_without_html_shows_its_text_and_the_next_one_its_html_again(
    qtbot: QtBot, opened: MainWindow, find: Callable[[str], MainWindow]
) -> None:
    preview = find('file:"rich.eml"').panels["Item"]
    assert isinstance(preview, Preview)
    preview.look_at(3)
    qtbot.waitUntil(lambda: rich(preview)._stack.currentIndex() == 1)
    rich(preview).browser.setFocus()
    with qtbot.waitSignal(preview.session.message_posted) as said:
        find('file:"quoted.eml"')
    assert said.args == ["It has no HTML text."]
    assert preview.view is preview.text
    assert "New gannet words" in preview.reader.toPlainText()
    find('file:"rich.eml"')
    qtbot.waitUntil(lambda: rich(preview)._stack.currentIndex() == 1)
