"""Page images: pixels of the right page and size, by keys; what can't be drawn is said and the text offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from tests.ui.waiting import settle
from triage.scope.ledger import read
from ui import theme
from ui.main_window import MainWindow
from ui.panels.preview import Preview
from ui.preview.page_images import PagesView

pytestmark = pytest.mark.xdist_group("pool")
CONTROL = Qt.KeyboardModifier.ControlModifier


def pages(preview: Preview) -> PagesView:
    assert isinstance(preview.view, PagesView)
    return preview.view


def colour(view: PagesView) -> str:
    picture = view.picture.pixmap().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 5).name()


def test_a_page_fills_the_width_and_space_turns_to_the_next(qtbot: QtBot, look: Look) -> None:
    view = pages(look('file:"drawing.pdf"', 1))
    assert view.foot.words.text() == "Page 1 of 3"
    assert abs(view.picture.pixmap().width() - view._width()) <= 1
    assert colour(view) == "#ff0000"
    view.area.setFocus()
    for _ in range(20):
        qtbot.keyClick(view.area, Qt.Key.Key_Space)
        if view.part:
            break
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 2 of 3")
    assert colour(view) == "#00ff00"


def test_it_opens_at_the_page_of_the_first_hit_and_f3_goes_on(qtbot: QtBot, look: Look) -> None:
    preview = look('osprey* file:"drawing.pdf"', 1)
    view = pages(preview)
    assert preview.place_of_hit.text() == "hits on 3 pages"
    preview.step(1)
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 2 of 3")
    preview = look("osprey3", 1)
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 3 of 3")


def test_zoom_draws_the_page_larger(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    view = pages(preview)
    before = view.picture.pixmap().width()
    preview.sights.rescale(1)
    qtbot.waitUntil(lambda: view.picture.pixmap().width() > before)
    assert view.picture.pixmap().width() == pytest.approx(before * 1.1, abs=2)


def test_pictures_are_pages(look: Look) -> None:
    view = pages(look('file:"scan.png"', 1))
    picture = view.picture.pixmap().toImage()
    assert (picture.width(), picture.height()) == (40, 20)
    assert picture.pixelColor(5, 5).name() == "#0000ff"


def test_a_document_without_an_office_says_so(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    preview = find("shearwater").panels["Item"]
    assert isinstance(preview, Preview)
    preview.look_at(1)
    said = pages(preview).message.sentence
    qtbot.waitUntil(lambda: "office_pages = 1" in said.text())
    assert "Ctrl+1" in said.text()


def test_views_are_offered_remembered_by_type_and_reached_by_keys(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 0)
    assert [button.isEnabled() for button in preview.sights.switch.buttons] == [True, True, False, False, True, True]
    window = preview.window()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert isinstance(preview.view, PagesView)
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert isinstance(preview.view, PagesView)
    look("tern", 0)
    assert not isinstance(preview.view, PagesView)
    preview.session.query_proposed.emit('file:"drawing.pdf"')
    qtbot.waitUntil(lambda: isinstance(preview.view, PagesView))


def test_passing_by_opens_nothing_and_staying_opens_once(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    assert preview.session.path is not None
    ledger = preview.session.path / "views.jsonl"
    before = len(list(read(ledger)))
    preview.session.query_proposed.emit('file:"drawing.pdf" OR file:"scan.png" OR tern')
    qtbot.waitUntil(lambda: len(preview.session.results.order) == 3)
    for no in preview.session.results.order:
        preview.session.select(no)
    settle(qtbot, preview.window(), preview.session.jobs)
    opened = [line["f"] for line in read(ledger) if line["e"] == "open"]
    assert len(list(read(ledger))) - before <= 4
    assert opened[0] == "mail:dana/drawing.pdf"


def test_a_sealed_item_shows_no_page(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    view = pages(preview)
    assert preview.session.current is not None
    preview.session.code(preview.session.current, "customer-content")
    qtbot.waitUntil(lambda: preview.stack.currentIndex() == 2)
    assert view.picture.pixmap().isNull()
    preview.look_at(5)
    assert preview.stack.currentIndex() == 2


def test_a_frame_shows_that_the_page_has_the_keys(qtbot: QtBot, look: Look, opened: MainWindow) -> None:
    view = pages(look('file:"drawing.pdf"', 1))
    edge = [view.area.grab().toImage().pixelColor(0, 40).name()]
    qtbot.keyClick(opened, Qt.Key.Key_F6)
    qtbot.waitUntil(view.area.hasFocus)
    edge.append(view.area.grab().toImage().pixelColor(0, 40).name())
    assert edge[0] != edge[1] == theme.colour("accent").name()
