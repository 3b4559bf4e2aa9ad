"""Hyperlink objects: address, text and path."""

from __future__ import annotations

import struct

import pytest

from triage.parsers.kit.ole import hyperlink

URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
FILE = bytes.fromhex("0303000000000000c000000000000046")


def counted(text: str) -> bytes:
    return struct.pack("<I", len(text) + 1) + (text + "\0").encode("utf-16-le")


def link(flags: int, *parts: bytes) -> bytes:
    return struct.pack("<II", 2, flags) + b"".join(parts)


def address(text: str) -> bytes:
    raw = (text + "\0").encode("utf-16-le")
    return URL + struct.pack("<I", len(raw) + 24) + raw + bytes(24)


def path(narrow: bytes, wide: str = "", ups: int = 0) -> bytes:
    raw = wide.encode("utf-16-le")
    more = struct.pack("<IIH", len(raw) + 6, len(raw), 3) + raw if wide else bytes(4)
    return FILE + struct.pack("<HI", ups, len(narrow) + 1) + narrow + b"\0" + b"\xff\xff\xad\xde" + bytes(20) + more


def test_all_that_a_link_says() -> None:
    data = link(0x99, counted("מכרז"), counted("_blank"), address("https://example.test/מ"), counted("גיליון1!A1"))
    assert hyperlink(b"xx" + data, 2) == ["מכרז", "_blank", "https://example.test/מ", "גיליון1!A1"]


def test_paths_of_files() -> None:
    assert hyperlink(link(0x09, path(b"PLAN~1.XLS", "план.xls"), counted("A1")), 0) == ["план.xls", "A1"]
    assert hyperlink(link(0x09, path(b"plan.xls", ups=2), counted("A1")), 0) == ["..\\..\\plan.xls", "A1"]
    assert hyperlink(link(0x101, counted("\\\\server\\share")), 0) == ["\\\\server\\share"]


@pytest.mark.parametrize("data", [b"", link(0x10, b"\xff\xff\xff\xff"), link(1, bytes(60)), link(1, FILE, b"\0\0\xff")])
def test_damage_raises(data: bytes) -> None:
    with pytest.raises((struct.error, ValueError)):
        hyperlink(data, 0)
