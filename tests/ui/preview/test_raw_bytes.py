"""Bytes: offset, hexadecimal, ASCII, loaded in chunks as they are looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from ui.preview.raw_bytes import OctetsView

pytestmark = pytest.mark.xdist_group("pool")


@pytest.mark.nightly
def test_lines_of_bytes_are_shown_and_loaded_as_they_are_looked_at(qtbot: QtBot, look: Look) -> None:
    view = look("tern", 5).view
    assert isinstance(view, OctetsView)
    first = [view.model.data(view.model.index(0, column)) for column in range(3)]
    assert first == ["00000000", b"line 000000 tern".hex(" "), "line 000000 tern"]
    last = view.model.rowCount() - 1
    assert view.model.rowCount() == 60_000 * 17 // 16
    assert view.model.data(view.model.index(last, 1)) == "…"
    view.lines.scrollToBottom()
    qtbot.waitUntil(lambda: view.model.data(view.model.index(last, 1)) != "…")
    assert view.model.data(view.model.index(last, 2)) == "ine 059999 tern·"


@pytest.mark.nightly
def test_no_column_is_cut_and_lines_are_copied_as_shown(look: Look) -> None:
    view = look("tern", 5).view
    assert isinstance(view, OctetsView)
    for column in range(3):
        assert view.lines.sizeHintForIndex(view.model.index(0, column)).width() <= view.lines.columnWidth(column)
    view.lines.selectRow(0)
    assert view.selected() == f"00000000  {b'line 000000 tern'.hex(' ')}  line 000000 tern"
    assert view.lines.horizontalHeader().orientation() == Qt.Orientation.Horizontal


@pytest.mark.nightly
def test_the_hash_takes_no_room_that_the_preview_doesn_t_have(look: Look) -> None:
    view = look("tern", 5).view
    assert isinstance(view, OctetsView)
    assert "SHA-256" in view.foot.text()
    assert view.minimumSizeHint().width() <= 300
