"""Tests of triage.parsers.pdf.fonts: character maps of each format, and broken ones."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.fonts import character_map
from triage.parsers.pdf.fonts import meanings


def _font(subtable: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    table = struct.pack(">HHHHI", 0, 1, platform, encoding, 12) + subtable
    return struct.pack(">IHHHH4sIII", 0x10000, 1, 16, 0, 0, b"cmap", 0, 28, len(table)) + table


def _segment(start: int, end: int, delta: int, offset: int, glyphs: tuple[int, ...] = ()) -> bytes:
    head = struct.pack(">HHHHHHH", 4, 0, 0, 4, 0, 0, 0)
    return head + struct.pack(
        f">HHHHHHHHH{len(glyphs)}H", end, 0xFFFF, 0, start, 0xFFFF, delta & 0xFFFF, 1, offset, 0, *glyphs
    )


@pytest.mark.parametrize(
    ("font", "meant"),
    [
        (character_map({ord("a"): 7, ord("б"): 9}), {7: "a", 9: "б"}),
        (_font(_segment(0x61, 0x63, 0, 4, (5, 0, 8))), {5: "a", 8: "c"}),
        (_font(_segment(0xF061, 0xF062, -0xF000, 0), 3, 0), {0x61: "a", 0x62: "b"}),
        (_font(struct.pack(">HHHHH3H", 6, 16, 0, 0x62, 3, 4, 0, 6)), {4: "b", 6: "d"}),
        (_font(struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F601, 3), 3, 10), {3: "😀", 4: "😁"}),
        (_font(struct.pack(">HHH", 0, 262, 0) + bytes([0] * 0x8A + [9] + [0] * 117), 1, 0), {9: "ä"}),
    ],
    ids=["4", "4 with offsets", "4 of a symbol font", "6", "12", "0 of Apple"],
)
def test_formats(font: bytes, meant: dict[int, str]) -> None:
    assert meanings(font) == meant


@pytest.mark.parametrize("kind", [0, 4, 6, 12, 99])
def test_cut_and_unbounded_maps(kind: int) -> None:
    hostile = _font(struct.pack(">HH", kind, 0xFFFF) + b"\xff" * 400, 3, 10)
    assert len(meanings(hostile)) <= 70_000
    assert all(meanings(character_map({97: 1, 98: 2})[:end]) is not None for end in range(90))
