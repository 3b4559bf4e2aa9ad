"""Form fields in Word 97-2003 documents: what was chosen or ticked."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.reading import Reading, read
from tests.writers.office97 import doc
from triage.parsers.office import word97

TEXT, BOX, LIST, UNSET = 0, 1, 2, 25


def xstz(text: str) -> bytes:
    return struct.pack("<H", len(text)) + text.encode("utf-16-le") + b"\0\0"


def settings(kind: int, result: int, default: int | str, choices: tuple[str, ...] = (), told: str = "") -> bytes:
    """Return the settings of a form field after the head of a picture; ``told`` is its help text."""
    data = b"\xff\xff\xff\xff" + struct.pack("<HHH", kind | result << 2, 0, 0) + xstz("Name1")
    data += xstz(default) if isinstance(default, str) else struct.pack("<H", default)
    data += xstz("") + xstz(told) + xstz("") + xstz("Enter") + xstz("Leave")
    if kind == LIST:
        data += struct.pack("<HHH", 0xFFFF, len(choices), 0) + b"".join(xstz(choice)[:-2] for choice in choices)
    return struct.pack("<IH", 0x44 + len(data), 0x44).ljust(0x44, b"\0") + data


def fields(*held: bytes, code: str = "FORMDROPDOWN", places: list[int] | None = None) -> Reading:
    """Read a document with a field for each of the settings, all in one paragraph."""
    text, looks = "", []
    for index, _ in enumerate(held):
        place = sum(map(len, held[:index])) if places is None else places[index]
        text += f"\x13 {code} \x01"
        looks += [(len(text) - 1, struct.pack("<HIHB", 0x6A03, place, 0x0806, 1)), (len(text), b"")]
        text += "\x14\x15, "
    return read(doc({0: text + "\r"}, [(0, b""), *looks], {"Data": b"".join(held)}))


def test_what_was_chosen_is_text_and_the_rest_is_not() -> None:
    choices = ("Riga", "Haifa", "Oslo")
    reading = fields(settings(LIST, 1, 0, choices, "Where to?"), settings(LIST, UNSET, 2, choices))
    assert reading.text() == "Haifa, Oslo, " and reading.codes == []
    told = reading.text("fieldcode").splitlines()
    assert [line for line in told if "FORM" not in line] == ["Where to?", "Riga", "Oslo", "Riga", "Haifa"]
    assert "Enter" not in told and "Name1" not in told


def test_boxes_show_whether_they_are_ticked() -> None:
    boxes = [settings(BOX, result, default) for result, default in ((1, 0), (0, 1), (UNSET, 1), (UNSET, 0))]
    assert fields(*boxes, code="FORMCHECKBOX").text() == "☒, ☐, ☒, ☐, "


def test_a_text_field_has_its_result_as_text_and_its_default_apart() -> None:
    held = settings(TEXT, 0, "none so far", told="Say why")
    run_format = [(0, b""), (12, struct.pack("<HIHB", 0x6A03, 0, 0x0806, 1)), (13, b"")]
    reading = read(doc({0: "\x13 FORMTEXT  \x01\x14of course\x15\r"}, run_format, {"Data": held}))
    assert reading.text() == "of course"
    assert reading.text("fieldcode").splitlines()[-2:] == ["none so far", "Say why"]


@pytest.mark.parametrize(
    "broken",
    (
        settings(LIST, 0, 0, ("a", "b"))[:-1],
        settings(LIST, 0, 0, ("a", "b"))[:0x50],
        settings(LIST, 0, 0, ("x" * 256,)),
        b"",
        bytes(200),
    ),
    ids=("cut", "cut short", "too long", "empty", "none"),
)
def test_settings_that_are_damaged_are_reported(broken: bytes) -> None:
    reading = fields(broken, places=[0])
    assert reading.codes == ["damaged"] and reading.text() == ", "


def test_a_choice_that_is_not_in_the_list_shows_nothing() -> None:
    reading = fields(settings(LIST, 9, 0, ("a", "b")))
    assert reading.text() == ", " and {"a", "b"} <= set(reading.text("fieldcode").splitlines())


def test_more_fields_than_the_limit_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word97, "_MOST", 2)
    reading = fields(*[settings(BOX, 1, 0)] * 3, code="FORMCHECKBOX")
    assert reading.text() == "☒, ☒, , " and "limit-count" in reading.codes


def test_other_data_of_fields_is_left_alone() -> None:
    """A link keeps its address in the same way; it is no form."""
    link = struct.pack("<IH", 0x60, 0x44).ljust(0x60, b"\xd0")
    reading = fields(link, code='HYPERLINK "https://example.test"')
    assert reading.codes == [] and reading.text() == ", "


def test_a_field_without_an_end_loses_no_word() -> None:
    reading = read(doc({0: "Before\r\x13 what follows is all code\r"}))
    assert reading.text() == "Before" and "what follows is all code" in reading.text("fieldcode")
