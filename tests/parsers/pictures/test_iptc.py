"""IPTC captions in pictures."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.parsers.pictures.image import captions


def dataset(number: int, value: bytes, record: int = 2) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(block: bytes) -> bytes:
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block


VERSION = dataset(0, b"\0\2")


def test_repeated_sets_are_joined_and_unknown_ones_are_numbered() -> None:
    block = VERSION + dataset(25, b"coast") + dataset(15, b"S") + dataset(25, b"birds")
    assert list(captions(block, "")) == [("Keywords", "coast; birds"), ("IPTC 2:15", "S")]


def test_a_resource_inside_another_is_unwrapped_and_what_follows_it_is_no_caption() -> None:
    inner = resource(VERSION + dataset(120, b"heron at rest"))
    assert list(captions(resource(inner) + b"8BIM\x04\x25\0\0", "")) == [("Caption", "heron at rest")]
    named = b"8BIM\x04\x04\x03abc" + struct.pack(">I", 18) + dataset(120, b"heron at rest")
    assert list(captions(named, "")) == [("Caption", "heron at rest")]


def test_a_long_value_has_its_size_behind_the_size_of_that() -> None:
    long = b"heron " * 8000
    block = VERSION + b"\x1c\x02\x78\x80\x04" + struct.pack(">I", len(long)) + long + dataset(80, b"Dana")
    assert dict(captions(block, "")) == {"Caption": long.decode(), "By-line": "Dana"}


@pytest.mark.parametrize(
    ("raw", "declared", "elsewhere"),
    [
        ("Skåne".encode(), b"\x1b%G", ""),
        ("Skåne".encode(), b"", ""),
        ("Skåne".encode("mac_roman"), b"", "a bird site in Skåne, Sweden"),
        ("Skåne".encode("mac_roman"), b"", "Adobe Photoshop CS2 Macintosh"),
        ("Skåne".encode("cp1252"), b"", "Adobe Photoshop CS2 Macintosh, Skåne"),
        ("Skåne".encode("cp1252"), b"", ""),
    ],
)
def test_letters_are_told_by_what_is_declared_or_said_elsewhere(raw: bytes, declared: bytes, elsewhere: str) -> None:
    block = (dataset(90, declared, 1) if declared else b"") + VERSION + dataset(120, raw)
    assert list(captions(block, elsewhere)) == [("Caption", "Skåne")]


def test_a_broken_block_gives_what_stands_before_the_damage() -> None:
    for broken in (dataset(120, b"heron at rest")[:-3], dataset(120, b"heron at rest") + b"noise"):
        found = []
        with pytest.raises(ValueError, match="damaged or truncated"):
            for entry in captions(VERSION + broken, ""):
                found.append(entry)
        assert found[0][0] == "Caption" and found[0][1].startswith("heron at r")
    assert list(captions(VERSION + dataset(80, b"Dana") + bytes(3), "")) == [("By-line", "Dana")]


@given(st.binary(max_size=300), st.booleans())
def test_damage_raises_nothing_but_value_errors(noise: bytes, wrapped: bool) -> None:
    with contextlib.suppress(ValueError):
        list(captions(resource(noise) if wrapped else b"\x1c\x02" + noise, "Macintosh"))
