"""Choosing a region of a page by mouse and by keys; redacting it and words of a text; both are shown and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from triage.model.redactions import SCALE
from ui.dialogs.redact import RedactDialog
from ui.panels.preview import Preview
from ui.preview.page_images import PagesView, RegionPicker

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
    assert dialog.fields["subject"].isHidden() and len(dialog.there) == 2
    assert dialog.reason.currentText() == "Trade secret", "the last reason comes first"
    for one, box in dialog.there.items():
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
