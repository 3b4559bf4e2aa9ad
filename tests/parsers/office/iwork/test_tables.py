"""Tables of newer iWork documents: cells, strings, menus, and damage."""

from __future__ import annotations

import struct

import pytest

from tests.effort import counted
from tests.parsers.iwork_builders import (
    LIST,
    MENU,
    RICH,
    SEGMENT,
    STORY,
    TABLE,
    TILE,
    decimal,
    document,
    message,
    new_cell,
    old_cell,
    refer,
    row,
    table,
)
from tests.parsers.reading import LIMITS, read
from tests.writers.iwork import field
from triage.parsers.kit.contract import Limits

DAY = 276048000.0
"""2009-10-01, in seconds since 2001."""


def string(key: int) -> bytes:
    return new_cell(3, 0x08, struct.pack("<I", key))


def number(digits: int, exponent: int = 0) -> bytes:
    return new_cell(2, 0x01, decimal(digits, exponent))


def shown(*cells: bytes | None, newer: bool = True) -> list[str]:
    """Return what the cells of one row say."""
    text = read(document(*table("t", [row(0, list(cells), newer)], {})), "a.numbers").text()
    return text.partition("\n")[2].split("\t")


def test_rows_in_order_with_the_name_of_their_table() -> None:
    rows = [row(1, [string(2), number(-1375, -1)]), row(0, [string(1), None, number(465, 1)])]
    reading = read(document(*table("Costs", rows, {1: "Home", 2: "Gas", 3: "left over"})), "a.numbers")
    assert reading.text() == "Costs\nHome\t4650\nGas\t-137.5"
    assert reading.text("hidden") == "left over" and reading.codes == []


def test_cells_of_the_newer_form() -> None:
    at = struct.pack("<d", DAY + 3661)
    cells = [
        number(-97400000000000006, -15),
        number(1, 40),
        number(0, -3),
        new_cell(10, 0x01, decimal(250, -2)),
        new_cell(5, 0x04, struct.pack("<d", DAY)),
        new_cell(5, 0x06, bytes(8) + at),
        new_cell(6, 0x02, struct.pack("<d", 1)),
        new_cell(6, 0x02, bytes(8)),
        new_cell(7, 0x02, struct.pack("<d", 5400)),
        new_cell(7, 0x02, struct.pack("<d", -61.5)),
    ]
    assert shown(*cells) == [
        "-97.4",
        "1E+40",
        "0",
        "2.5",
        "2009-10-01",
        "2009-10-01 01:01:01",
        "true",
        "false",
        "1:30:00",
        "-0:01:01.5",
    ]


@pytest.mark.parametrize("version", [1, 3, 4])
def test_cells_of_the_older_form(version: int) -> None:
    styles = struct.pack("<3I", 7, 8, 9)
    flags = 0x02 | 0x04 | 0x08
    cells = [
        old_cell(2, flags | 0x20, styles + struct.pack("<d", -226), version),
        old_cell(5, 0x1040, struct.pack("<Id", 1, DAY), version),
        old_cell(6, 0x20, struct.pack("<d", 1), version),
        old_cell(8, 0, b"", version),
    ]
    assert shown(*cells, newer=False) == ["-226", "2009-10-01", "true"]


def test_strings_of_the_older_form_and_wide_offsets() -> None:
    old = row(0, [old_cell(3, 0x10, struct.pack("<I", 1))], newer=False)
    wide = row(1, [string(1), string(2)], wide=True)
    assert read(document(*table("t", [old, wide], {1: "a", 2: "b"})), "a.numbers").text() == "t\na\na\tb"


def test_the_newer_form_goes_before_the_older_one() -> None:
    both = field(1, 0) + field(3, old_cell(2, 0x20, struct.pack("<d", 1))) + field(4, bytes(2))
    both += field(6, number(2)) + field(7, bytes(2))
    assert read(document(*table("t", [both], {})), "a.numbers").text() == "t\n2"


def test_rich_text_stands_in_its_cell_only() -> None:
    rich = new_cell(9, 0x10, struct.pack("<I", 5))
    payload = message(13, LIST, field(1, 8) + field(3, field(1, 5) + field(9, refer(14))))
    parts = table("t", [row(0, [rich, string(1)])], {1: "x"}, field(17, refer(13)))
    stories = message(15, STORY, field(3, b"two words")), message(16, STORY, field(3, b"apart"))
    reading = read(document(*stories, *parts, payload, message(14, RICH, field(1, refer(15)))), "a.numbers")
    assert reading.text() == "apart\nt\ntwo words\tx"


def test_what_is_chosen_in_a_menu() -> None:
    items = [field(1, 1), *(field(1, 5) + field(5, field(1, said)) for said in (b"Home", b"Food"))]
    menu = message(20, MENU, b"".join(field(2, item) for item in items))
    menus = message(21, LIST, field(1, 7) + field(3, field(1, 1) + field(4, refer(20))))
    formats = message(22, LIST, field(1, 2) + field(3, field(1, 4) + field(6, field(1, 266) + field(38, 1))))
    cells = [old_cell(2, 0x26, struct.pack("<2Id", form, form, value)) for form, value in ((4, 2), (4, 9), (3, 2))]
    parts = table("t", [row(0, list(cells), newer=False)], {}, field(16, refer(21)) + field(11, refer(22)))
    reading = read(document(*parts, menu, menus, formats), "a.numbers")
    assert reading.text() == "t\nFood\t9\t2" and reading.text("hidden") == "Home\nFood"


def test_strings_in_parts_of_a_list() -> None:
    parts = table("t", [row(0, [string(1)])], {})
    parts[2] = message(12, LIST, field(1, 1) + field(4, refer(30)))
    segment = message(30, SEGMENT, field(3, field(1, 1) + field(3, b"far")))
    assert read(document(*parts, segment), "a.numbers").text() == "t\nfar"


@pytest.mark.parametrize("broken", [b"", b"\x09\2" + bytes(20), new_cell(2, 0x01, b"")])
def test_a_broken_cell_is_told_and_the_strings_are_kept(broken: bytes) -> None:
    reading = read(document(*table("Costs", [row(0, [string(1), broken])], {1: "a", 2: "b"})), "a.numbers")
    assert reading.text() == "Costs\na\nb" and reading.codes == ["damaged"]


def test_missing_rows_are_told() -> None:
    reading = read(document(*table("Costs", [], {1: "a"}, tile=99)), "a.numbers")
    assert reading.codes == ["damaged"] and reading.text() == "Costs\na"


def test_a_tile_that_is_named_often_is_read_once() -> None:
    parts = table("t", [row(0, [string(1)])], {1: "word"})
    tiles = b"".join(field(1, field(1, at) + field(2, refer(11))) for at in range(50))
    store = field(3, tiles) + field(4, refer(12))
    parts[0] = message(10, 6001, field(8, b"t") + field(4, store))
    assert read(document(*parts), "a.numbers").text() == "t\nword"


def test_one_cell_that_is_named_often_keeps_to_the_limit() -> None:
    held = field(1, 0) + field(6, string(1)) + field(7, bytes(40_000))
    parts = table("t", [held], {1: "x" * 20_000})
    limits = Limits(LIMITS.item_bytes, LIMITS.total_bytes, 200, 100_000)
    reading = read(document(*parts), "a.numbers", limits=limits)
    assert reading.codes == ["limit-size"] and len(reading.text()) < 200_000


def test_many_tables_are_no_work() -> None:
    parts = table("t", [row(0, [string(1)])], {n: f"s{n}" for n in range(2000)})
    models = [parts[0]] * 2000
    with counted() as effort:
        reading = read(document(b"".join(models), *parts[1:]), "a.numbers")
    assert effort.steps < 4_000_000 and reading.codes == ["damaged"]


@pytest.mark.parametrize("kind", [TABLE, TILE, LIST, MENU, RICH])
def test_messages_that_break_off_hold_up_nothing(kind: int) -> None:
    bodies = {
        TABLE: field(8, b"Costs") + field(4, field(3, field(1, field(2, refer(11)))) + field(4, refer(12))),
        TILE: field(5, row(0, [string(1), number(1)])) + field(5, row(1, [string(2)])),
        LIST: field(3, field(1, 1) + field(3, b"Home")) + field(3, field(1, 2) + field(3, b"Gas")),
        MENU: field(2, field(1, 5) + field(5, field(1, b"Food"))),
        RICH: field(1, refer(99)),
    }
    apart = message(9, STORY, field(3, b"apart"))
    told = 0
    for cut in range(len(bodies[kind])):
        held = {**bodies, kind: bodies[kind][:cut]}
        parts = [message(number, k, body) for number, (k, body) in enumerate(held.items(), 10)]
        reading = read(document(apart, *parts), "a.numbers")
        assert reading.text().startswith("apart") and set(reading.codes) <= {"damaged"}
        assert kind in (TABLE, TILE) or "Costs" in reading.text()
        told += len(reading.codes)
    assert told


def test_past_what_can_be_kept_strings_are_read_without_their_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.office.iwork._MOST", 120)
    reading = read(document(*table("Costs", [row(0, [string(1)])], {1: "Home" * 30})), "a.numbers")
    assert reading.codes == ["limit-size"]
    assert "Home" * 30 in reading.text()
