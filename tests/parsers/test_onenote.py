from __future__ import annotations

from tests.parsers.reading import read


def test_loose_strings_in_several_scripts() -> None:
    head = bytes.fromhex("e4525c7b8cd8a74d") + bytes(8)
    data = head + "Blue Heron".encode("utf-16-le") + b"\x01\xff\x03" + "פגישה עם דנה".encode("utf-16-le") + b"\xff\x9f"
    reading = read(data, "a.one")
    assert "Blue Heron" in reading.text() and "פגישה עם דנה" in reading.text() and reading.codes == ["unsupported"]
