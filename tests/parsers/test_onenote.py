from __future__ import annotations

from uuid import UUID

from tests.parsers.reading import read


def test_loose_strings_in_several_scripts() -> None:
    head = bytes.fromhex("e4525c7b8cd8a74d") + bytes(8)
    data = head + "Blue Heron".encode("utf-16-le") + b"\x01\xff\x03" + "פגישה עם דנה".encode("utf-16-le") + b"\xff\x9f"
    reading = read(data, "a.one")
    assert "Blue Heron" in reading.text() and "פגישה עם דנה" in reading.text() and reading.codes == ["unsupported"]


def test_a_table_of_contents() -> None:
    """MS-ONESTORE 2.3.1: {43FF2FA1-EFD9-4C76-9EE2-10EA5722765F}."""
    head = UUID("43FF2FA1-EFD9-4C76-9EE2-10EA5722765F").bytes_le
    reading = read(head + bytes(8) + "Plans for Falcon".encode("utf-16-le"), "a.onetoc2")
    assert reading.extract.type == "application/onenote"
    assert reading.text() == "Plans for Falcon" and reading.codes == ["unsupported"]
