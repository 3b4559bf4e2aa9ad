from __future__ import annotations

import pytest

from tests.parsers.reading import read


@pytest.mark.parametrize(
    ("data", "media", "code"),
    [
        (b"MZ" + bytes(100), "application/vnd.microsoft.portable-executable", "unsupported"),
        (b"AC1015" + bytes(100), "image/vnd.dwg", "unsupported"),
        (b"\x00\x05\x16\x07" + bytes(100), "application/applefile", "unsupported"),
    ],
)
def test_known_kinds_are_named_and_told(data: bytes, media: str, code: str) -> None:
    reading = read(data, "x.bin")
    assert reading.extract.type == media and reading.codes == [code]


@pytest.mark.parametrize("engine", [b"Standard Jet DB", b"Standard ACE DB"])
def test_loose_strings_of_a_database_are_kept(engine: bytes) -> None:
    """Text in UTF-16, and in single bytes behind their mark; empty fields are no words."""
    rows = "Blue Heron".encode("utf-16-le") + bytes(3) + b"\xff\xfeFalcon pays" + b"\xff\xfeDana Levi\x01"
    data = b"\x00\x01\x00\x00" + engine + bytes(200) + rows + b"\xff" * 12 + b"\x00AAAAAA\x00"
    reading = read(data, "x.mdb")
    assert {"Blue Heron", "Falcon pays", "Dana Levi"} <= set(reading.text().splitlines())
    assert "ÿÿ" not in reading.text() and "AAA" not in reading.text()
    assert reading.extract.type == "application/x-msaccess" and reading.codes == ["unsupported"]
