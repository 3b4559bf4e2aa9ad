"""Rows of originals: cells in their places with hits lit, and bytes; both are loaded as they are looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.preview.conftest import Look
from ui import theme
from ui.panels.preview import Preview
from ui.preview.table import OctetsView, TableView

pytestmark = pytest.mark.xdist_group("pool")


def table(preview: Preview) -> TableView:
    assert isinstance(preview.view, TableView)
    return preview.view


@pytest.mark.nightly
def test_sheets_cells_and_what_is_hidden(qtbot: QtBot, look: Look) -> None:
    view = table(look('file:"prices.xlsx"', 2))
    assert [view.tabs.tabText(n) for n in range(view.tabs.count())] == ["Prices", "Secret (hidden)"]
    assert view.model.text(1, 1) == "heron 0"
    assert view.model.headerData(2, Qt.Orientation.Vertical) == "3 hidden"
    assert view.model.headerData(3, Qt.Orientation.Horizontal) == "D hidden"
    assert view.cell.text() == "2,501 rows, 5 columns"
    qtbot.mouseClick(view.tabs, Qt.MouseButton.LeftButton, pos=view.tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: view.model.text(0, 0) == "kept back")


@pytest.mark.nightly
def test_hits_are_lit_and_f3_goes_from_cell_to_cell(qtbot: QtBot, look: Look) -> None:
    preview = look('"heron 7" file:"prices.xlsx"', 2)
    view = table(preview)
    index = view.model.index(8, 1)
    assert view.model.data(index, Qt.ItemDataRole.BackgroundRole) == theme.colour("hit 0")
    preview.step(1)
    qtbot.waitUntil(lambda: preview.place_of_hit.text().startswith("cell 1 of "))
    assert view.grid.currentIndex() == index
    assert "heron 7" in view.cell.text()


@pytest.mark.nightly
def test_cells_with_listed_terms_are_lit_and_f3_goes_to_those_with_hits(qtbot: QtBot, look: Look) -> None:
    preview = look('"heron 7" file:"prices.xlsx"', 2)
    view = table(preview)
    preview.session.memory.highlights.switch({"birds": ["kept", '"heron 9" OR "heron 7"']})
    other, hit = view.model.index(10, 1), view.model.index(8, 1)
    background, font = Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.FontRole
    qtbot.waitUntil(lambda: view.model.data(other, background) == theme.colour("mark 1"))
    assert view.model.data(hit, background) == theme.colour("hit 0")
    assert view.model.data(hit, font).bold() and view.model.data(other, font) is None  # type: ignore[attr-defined]
    preview.step(1)
    qtbot.waitUntil(lambda: preview.place_of_hit.text().startswith("cell 1 of "))
    assert view.grid.currentIndex() == hit


@pytest.mark.nightly
def test_f3_goes_to_rows_not_loaded_yet_and_to_other_sheets_round_the_end(qtbot: QtBot, look: Look) -> None:
    preview = look('("heron 2399" OR "kept back") file:"prices.xlsx"', 2)
    view = table(preview)
    qtbot.waitUntil(lambda: preview.place_of_hit.text() == "2 cells with hits")
    preview.step(1)
    assert preview.view is view
    assert view.grid.currentIndex() == view.model.index(2_400, 1)
    qtbot.waitUntil(lambda: view.cell.text().endswith("heron 2399\u2069"))
    preview.step(1)
    qtbot.waitUntil(lambda: view.model.text(0, 0) == "kept back")
    assert view.tabs.currentIndex() == 1
    assert preview.place_of_hit.text() == "cell 2 of 2"
    preview.step(1)
    qtbot.waitUntil(lambda: view.grid.currentIndex() == view.model.index(2_400, 1))
    preview.step(-1)
    qtbot.waitUntil(lambda: preview.place_of_hit.text() == "cell 2 of 2")


@pytest.mark.nightly
def test_f3_goes_to_the_text_where_a_hit_is_in_no_cell(qtbot: QtBot, look: Look) -> None:
    preview = look("file:prices", 2)
    preview.step(1)
    qtbot.waitUntil(lambda: preview.view is preview.text)
    assert preview.place_of_hit.text() == "hit 1 of 1"


@pytest.mark.nightly
def test_rows_are_loaded_as_they_are_looked_at(qtbot: QtBot, look: Look) -> None:
    view = table(look('file:"prices.xlsx"', 2))
    assert view.model.text(2_400, 1) == ""
    view.grid.scrollToBottom()
    qtbot.waitUntil(lambda: view.model.text(2_400, 1) == "heron 2399")


def test_separated_text_is_a_table_and_no_markup(look: Look) -> None:
    view = table(look("petrel", 2))
    assert view.model.text(2, 1) == "<b>bold</b>"
    assert not view.tabs.isVisible()


@pytest.mark.nightly
def test_copy_and_find(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"prices.xlsx"', 2)
    view = table(preview)
    preview.finder.setText("HERON 12")
    preview.find_next()
    qtbot.waitUntil(lambda: view.grid.currentIndex() == view.model.index(13, 1))
    view.grid.selectRow(13)
    assert view.selected() == "\theron 12\t18\t12\tTRUE"


@pytest.mark.nightly
def test_find_looks_through_every_row_and_sheet(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"prices.xlsx"', 2)
    view = table(preview)
    preview.finder.setText("Heron 2399")
    preview.find_next()
    qtbot.waitUntil(lambda: view.grid.currentIndex() == view.model.index(2_400, 1))
    preview.finder.setText("kept")
    preview.find_next()
    qtbot.waitUntil(lambda: view.cell.text().endswith("kept back\u2069"))
    preview.finder.setText("heron 1")
    preview.find_next(-1)
    qtbot.waitUntil(lambda: view.cell.text().endswith("heron 1999\u2069"))


@pytest.mark.nightly
def test_what_is_in_no_cell_is_found_in_the_text_or_said_to_be_nowhere(qtbot: QtBot, look: Look) -> None:
    preview = look('file:"prices.xlsx"', 2)
    preview.finder.setText("penguin")
    with qtbot.waitSignal(preview.session.message_posted) as said:
        preview.find_next()
    assert said.args == ["“penguin” isn't in this item's text."]
    assert isinstance(preview.view, TableView)
    preview.finder.setText("openxmlformats")
    preview.find_next()
    qtbot.waitUntil(lambda: preview.view is preview.text)
    assert preview.text.selected() == "openxmlformats"


# ---- bytes: offset, hexadecimal, ASCII, loaded in chunks as they are looked at.


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
