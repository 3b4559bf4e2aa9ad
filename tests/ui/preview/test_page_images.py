"""Page images: pixels of the right page and size, by keys; regions are chosen, redacted, shown and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from tests.ui.waiting import settle
from triage.model.redactions import SCALE
from triage.scope.ledger import read
from ui import theme
from ui.main_window import MainWindow
from ui.models import page as laid_out
from ui.panels.preview import Preview
from ui.preview import page_images
from ui.preview.page_images import PagesView, RegionPicker
from ui.preview.passages import RedactDialog

pytestmark = pytest.mark.xdist_group("pool")
CONTROL = Qt.KeyboardModifier.ControlModifier


def pages(preview: Preview) -> PagesView:
    assert isinstance(preview.view, PagesView)
    return preview.view


def colour(view: PagesView) -> str:
    picture = view.picture.pixmap().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() - 5).name()


@pytest.mark.nightly
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


@pytest.mark.nightly
def test_it_opens_at_the_page_of_the_first_hit_and_f3_goes_on(qtbot: QtBot, look: Look) -> None:
    preview = look('osprey* file:"drawing.pdf"', 1)
    view = pages(preview)
    assert "hits on 3 pages" in preview.place_of_hit.text()
    preview.step(1)
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 2 of 3")
    preview = look("osprey3", 1)
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 3 of 3")


def lit(view: PagesView, colour: str) -> bool:
    """Return whether something of a colour of the light theme is on the page."""
    picture, sought = view.picture.pixmap().toImage(), QColor(theme.LIGHT[colour])
    return any(
        picture.pixelColor(x, y) == sought for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )


def inside(view: PagesView) -> bool:
    """Return whether the hit at hand is in sight."""
    box, ratio = view.marks[view.at].boxes[0], view.picture.pixmap().devicePixelRatio()
    beside = (view.picture.width() - view.picture.pixmap().width() / ratio) / 2
    at = view.picture.mapTo(view.area.viewport(), (QPointF(box.center()) / ratio + QPointF(beside, 0)).toPoint())
    return view.area.viewport().rect().contains(at)


@pytest.mark.nightly
def test_f3_goes_from_hit_to_hit_across_the_pages_and_back(qtbot: QtBot, look: Look, opened: MainWindow) -> None:
    preview = look('curlew file:"marked.pdf"', 1)
    view = pages(preview)
    places = ["hit 1 of 2 here, hits on 2 pages", "hit 2 of 2 here, hits on 2 pages"]
    last = "hit 1 of 1 here, hits on 2 pages"
    for way, said, page in (
        (Qt.KeyboardModifier.NoModifier, [places[0], places[1], last, places[0]], [2, 2, 4, 2]),
        (Qt.KeyboardModifier.ShiftModifier, [last, places[1], places[0], last], [4, 2, 2, 4]),
    ):
        for at, (words, number) in enumerate(zip(said, page, strict=True)):
            if at or way:
                qtbot.keyClick(opened, Qt.Key.Key_F3, way)
            qtbot.waitUntil(lambda words=words: preview.place_of_hit.text() == words)  # type: ignore[misc]
            assert view.foot.words.text() == f"Page {number} of 4"
            qtbot.waitUntil(lambda: inside(view))
            assert lit(view, "hit 0")
    look('gulls file:"marked.pdf"', 1)
    qtbot.waitUntil(lambda: preview.place_of_hit.text() == last)
    qtbot.keyClick(opened, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: view.foot.words.text() == "Page 3 of 4")


@pytest.mark.nightly
def test_a_page_is_fitted_and_rotated_with_its_hits(qtbot: QtBot, look: Look, opened: MainWindow) -> None:
    preview = look('curlew file:"marked.pdf"', 1)
    view = pages(preview)
    wide, high = view.picture.pixmap().width(), view.picture.pixmap().height()
    assert high > view.area.viewport().height()
    qtbot.keyClick(opened, Qt.Key.Key_9, CONTROL)
    qtbot.waitUntil(lambda: view.picture.pixmap().height() <= view.area.viewport().height() + 1)
    assert PagesView(preview.session).whole and view.fit_button.isChecked()
    qtbot.keyClick(opened, Qt.Key.Key_9, CONTROL)
    qtbot.waitUntil(lambda: view.picture.pixmap().height() == high)
    before = view.marks[0].boxes[0]
    qtbot.keyClick(opened, Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: abs(view.picture.pixmap().width() - wide) <= 2 and view.marks[0].boxes[0] != before)
    picture = view.picture.pixmap()
    assert picture.height() < picture.width() and lit(view, "hit 0")
    preview.step(1)
    assert view.at == 1
    preview.look_at(0)
    assert not preview.session.tags_of(preview.session.current or 0)
    with qtbot.waitSignal(preview.session.message_posted) as said:
        qtbot.keyClick(opened, Qt.Key.Key_R, CONTROL)
    assert said.args == ["Only pages can be rotated (Ctrl+2)."]


@pytest.mark.nightly
def test_f3_looks_through_pages_of_which_the_text_tells_nothing(
    qtbot: QtBot, look: Look, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (laid_out, page_images):  # as for documents, of which an office program makes the pages
        monkeypatch.setattr(module, "drawn_by_office", "application/pdf".__eq__)
    monkeypatch.setattr(laid_out, "sheets", lambda item, spans: {})
    preview = look('curlew file:"marked.pdf"', 1)
    view = pages(preview)
    assert view.part == 0 and not view.marks
    for number, at in ((2, 0), (2, 1), (4, 0), (2, 0)):
        qtbot.keyClick(opened, Qt.Key.Key_F3)
        qtbot.waitUntil(lambda n=number: view.foot.words.text() == f"Page {n} of 4")  # type: ignore[misc]
        qtbot.waitUntil(lambda at=at: view.at == at and lit(view, "hit 0"))  # type: ignore[misc]
    look("path:*drawing.pdf AND drawing", 1)  # a hit in its name alone
    qtbot.keyClick(opened, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: preview.view is preview.text)


@pytest.mark.nightly
def test_listed_terms_are_marked_beside_the_hits_and_f3_goes_to_the_hits(qtbot: QtBot, look: Look) -> None:
    preview = look('curlew file:"marked.pdf"', 1)
    view = pages(preview)
    preview.session.memory.highlights.switch({"names": ["flies", "curlew*", "gulls"]})
    qtbot.waitUntil(lambda: bool(view._beside))
    assert view.part == 1 and (len(view.marks), len(view._beside)) == (2, 1), "curlews, beside two hits"
    assert lit(view, "hit 0") and lit(view, "mark 1") and lit(view, "here")
    preview.step(1)
    preview.step(1)
    qtbot.waitUntil(lambda: view.part == 3 and view._drawn == 3)
    assert lit(view, "mark 0") and (len(view.marks), len(view._beside)) == (1, 1)
    look("path:*marked.pdf", 1)
    qtbot.waitUntil(lambda: view.part == 0 and view.marks and view.at == -1 and not view._beside)
    assert lit(view, "mark 2")


@pytest.mark.nightly
def test_zoom_draws_the_page_larger(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    view = pages(preview)
    before = view.picture.pixmap().width()
    preview.sights.rescale(1)
    qtbot.waitUntil(lambda: view.picture.pixmap().width() > before)
    assert view.picture.pixmap().width() == pytest.approx(before * 1.1, abs=2)


@pytest.mark.nightly
def test_pictures_are_pages(look: Look) -> None:
    view = pages(look('file:"scan.png"', 1))
    picture = view.picture.pixmap().toImage()
    assert (picture.width(), picture.height()) == (40, 20)
    assert picture.pixelColor(5, 5).name() == "#0000ff"


@pytest.mark.nightly
def test_a_document_without_an_office_says_so(qtbot: QtBot, find: Callable[[str], MainWindow]) -> None:
    preview = find("shearwater").panels["Item"]
    assert isinstance(preview, Preview)
    preview.look_at(1)
    said = pages(preview).message.sentence
    qtbot.waitUntil(lambda: "office_pages = 1" in said.text())
    assert "Ctrl+1" in said.text()


@pytest.mark.nightly
def test_views_are_offered_remembered_by_type_and_reached_by_keys(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 0)
    assert [button.isEnabled() for button in preview.sights.switch.buttons] == [
        True,
        True,
        False,
        False,
        True,
        True,
        False,
    ]
    window = preview.window()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert isinstance(preview.view, PagesView)
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert isinstance(preview.view, PagesView)
    look("tern", 0)
    assert not isinstance(preview.view, PagesView)
    preview.session.query_proposed.emit('file:"drawing.pdf"')
    qtbot.waitUntil(lambda: isinstance(preview.view, PagesView))


@pytest.mark.nightly
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


@pytest.mark.nightly
def test_a_sealed_item_shows_no_page(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    view = pages(preview)
    assert preview.session.current is not None
    preview.session.code(preview.session.current, "customer-content")
    qtbot.waitUntil(lambda: preview.stack.currentIndex() == 2)
    assert view.picture.pixmap().isNull()
    preview.look_at(5)
    assert preview.stack.currentIndex() == 2


@pytest.mark.nightly
def test_a_frame_shows_that_the_page_has_the_keys(qtbot: QtBot, look: Look, opened: MainWindow) -> None:
    view = pages(look('file:"drawing.pdf"', 1))
    edge = [view.area.grab().toImage().pixelColor(0, 40).name()]
    qtbot.keyClick(opened, Qt.Key.Key_F6)
    qtbot.waitUntil(view.area.hasFocus)
    edge.append(view.area.grab().toImage().pixelColor(0, 40).name())
    assert edge[0] != edge[1] == theme.colour("accent").name()


# ---- choosing a region of a page by mouse and by keys; redacting it and words of a text; both are shown and undone.

REDACT = Qt.Key.Key_X
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[RegionPicker]:
    room = QWidget()
    room.resize(400, 500)
    qtbot.addWidget(room)
    made = RegionPicker(room)
    room.show()
    made.begin(QRect(50, 0, 200, 400))
    yield made
    room.close()


def test_keys_move_size_and_confirm(qtbot: QtBot, picker: RegionPicker) -> None:
    for key, held in ((Qt.Key.Key_Right, None), (Qt.Key.Key_Down, None), (Qt.Key.Key_Down, SHIFT)):
        qtbot.keyClick(picker, key, held or Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(picker.region_chosen) as chosen:
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    region: QRectF = chosen.args[0]
    assert [round(side, 3) for side in (region.left(), region.top(), region.width(), region.height())] == [
        0.11,
        0.11,
        0.3,
        0.06,
    ]
    assert not picker.isVisible()


def test_the_mouse_draws_it_and_a_click_alone_draws_none(qtbot: QtBot, picker: RegionPicker) -> None:
    qtbot.mousePress(picker, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    qtbot.mouseMove(picker, QPoint(100, 120))
    with qtbot.waitSignal(picker.region_chosen) as chosen:
        qtbot.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=QPoint(100, 120))
    assert chosen.args[0] == QRectF(0.1, 0.1, 0.4, 0.2)


def test_it_stays_on_the_page_and_escape_leaves_it(qtbot: QtBot, picker: RegionPicker) -> None:
    for _ in range(120):
        qtbot.keyClick(picker, Qt.Key.Key_Left)
    assert picker._region.left() >= 0
    with qtbot.waitSignal(picker.region_cancelled):
        qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()


def dialog_of(preview: Preview) -> RedactDialog:
    (dialog,) = (one for one in preview.window().findChildren(RedactDialog) if one.isVisible())
    return dialog


def struck(preview: Preview) -> list[str]:
    selections = preview.reader.extraSelections()
    return [one.cursor.selectedText() for one in selections if one.format.fontStrikeOut()]


def test_words_and_fields_are_redacted_and_taken_back(qtbot: QtBot, look: Look) -> None:
    preview = look('subject:gannets file:"quoted.eml"', 0)
    preview.reader.setTextCursor(preview.reader.document().find("gannet words"))
    qtbot.keyClick(preview.reader, REDACT, HELD)
    dialog = dialog_of(preview)
    dialog.fields["subject"].setChecked(True)
    dialog.reason.setEditText("Trade | secret")
    with qtbot.waitSignal(preview.session.decisions_saved) as saved:
        dialog.accept()
    assert saved.args[0].action == "redact"
    qtbot.waitUntil(lambda: struck(preview) == ["gannet words"])
    assert {one.reason for one in preview.text.redactions} == {"Trade secret"}
    assert {one.field for one in preview.text.redactions} == {"", "subject"}
    preview.marker.redact()
    dialog = dialog_of(preview)
    assert dialog.fields["subject"].isHidden() and len(dialog.existing) == 2
    assert dialog.reason.currentText() == "Trade secret", "the last reason comes first"
    for one, box in dialog.existing.items():
        box.setChecked(one.passage is None)
    with qtbot.waitSignal(preview.session.decisions_saved) as saved:
        dialog.accept()
    assert saved.args[0].action == "unredact"
    qtbot.waitUntil(lambda: struck(preview) == [])


def test_a_redaction_needs_a_reason(qtbot: QtBot, look: Look) -> None:
    preview = look('subject:gannets file:"quoted.eml"', 0)
    qtbot.keyClick(preview.reader, REDACT, HELD)
    dialog = dialog_of(preview)
    dialog.fields["from"].setChecked(True)
    dialog.reason.setEditText("  ")
    dialog.accept()
    assert dialog.isVisible() and preview.session.unwritten == 0
    dialog.reject()


@pytest.mark.xdist_group("pool")
@pytest.mark.nightly
def test_a_region_of_a_rotated_page_is_redacted_where_it_lies(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"drawing.pdf"', 1)
    view = preview.view
    assert isinstance(view, PagesView)
    view.turned = 90
    qtbot.keyClick(view.area, REDACT, HELD)
    assert view.picker.isVisible()
    view.picker._region = QRectF(0.1, 0.2, 0.3, 0.1)
    qtbot.keyClick(view.picker, Qt.Key.Key_Return)
    with qtbot.waitSignal(preview.session.decisions_saved):
        dialog_of(preview).accept()
    qtbot.waitUntil(lambda: len(view.redactions) == 1)
    (made,) = view.redactions
    assert made.region is not None
    shares = [round(edge / SCALE, 2) for edge in made.region[1:]]
    assert (made.region.page, shares) == (0, [0.2, 0.6, 0.3, 0.9])
