"""Models that load as they are looked at: a portion is asked for once, the oldest bytes are let go of."""

from __future__ import annotations

from PySide6.QtCore import Qt

from triage.model.previews import NativeBytes, SheetRows
from ui.models.tables import CHUNK, LINE, CellsModel, Octets, highlighted, letters


def rows(first: int, *cells: tuple[str, ...], total: int = 10) -> SheetRows:
    return SheetRows((("a", False),), first, total, 2, cells, frozenset((1,)), frozenset(), ())


def test_a_portion_that_is_not_there_is_asked_for_once() -> None:
    model = CellsModel()
    asked: list[int] = []
    model.portion_requested.connect(asked.append)
    model.start(highlighted(rows(0, ("a", "1"), ("b", "2")), {}))
    for row in (2, 3, 5):
        assert model.data(model.index(row, 0)) == "…"
    assert asked == [2, 4]
    model.take(highlighted(rows(2, ("c",), ("d", "x\ny")), {}))
    assert model.data(model.index(2, 1)) == ""
    assert model.data(model.index(3, 1)) == "x ⏎ y"


def test_hits_are_found_in_cells_letter_case_apart() -> None:
    portion = highlighted(rows(4, ("Blue Heron", "x"), ("y", "HERONS")), {"heron": 3})
    assert portion.hits == {(4, 0): 3, (5, 1): 3}


def test_numbers_stand_right_and_words_left() -> None:
    model = CellsModel()
    model.start(highlighted(rows(0, ("-1.5", "1-2 a"), ("שלום", "")), {}))
    sides = [
        model.data(model.index(row, column), Qt.ItemDataRole.TextAlignmentRole) for row in (0, 1) for column in (0, 1)
    ]
    right = [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides]  # type: ignore[operator]
    assert right == [True, False, True, False]


def test_columns_have_letters() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_of_many_chunks_the_oldest_is_asked_for_again() -> None:
    model = Octets()
    asked: list[int] = []
    model.portion_requested.connect(asked.append)
    total = CHUNK * 200
    model.start(NativeBytes(0, total, bytes(CHUNK)))
    for chunk in range(1, 70):
        assert model.line(chunk * CHUNK // LINE) is None
        model.take(NativeBytes(chunk * CHUNK, total, bytes([chunk]) * CHUNK))
        assert model.line(chunk * CHUNK // LINE) == bytes([chunk]) * LINE
    assert model.line(0) is None
    assert asked == [*(chunk * CHUNK for chunk in range(1, 70)), 0]
    assert len(model._portions) <= 64
