from __future__ import annotations

import pytest

from tests.parsers.reading import read


@pytest.mark.parametrize(
    ("data", "media", "code"),
    [
        (b"MZ" + bytes(100), "application/vnd.microsoft.portable-executable", "unsupported"),
        (b"\x00\x05\x16\x07" + bytes(100), "application/applefile", "unsupported"),
    ],
)
def test_known_kinds_are_named_and_told(data: bytes, media: str, code: str) -> None:
    reading = read(data, "x.bin")
    assert reading.extract.type == media and reading.codes == [code]
