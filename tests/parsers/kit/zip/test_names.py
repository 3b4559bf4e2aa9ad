"""Tests of triage.parsers.kit.zip.names: the names that zipfile lists, or nothing at all."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from triage.parsers.kit.contract import Probe
from triage.parsers.kit.zip.names import listed_names

_BROKEN = (ValueError, struct.error)


def packed(*names: str, comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            member = zipfile.ZipInfo(name)
            member.comment = comment
            archive.writestr(member, b"words")
    return target.getvalue()


@pytest.mark.parametrize("names", [(), ("a",), ("word/document.xml", "a/", "[Content_Types].xml"), tuple("abcdefgh")])
def test_the_names_are_those_that_zipfile_lists(names: tuple[str, ...]) -> None:
    assert listed_names(packed(*names, comment=b"remark")) == frozenset(names)


def test_what_is_out_of_the_ordinary_is_left_to_zipfile() -> None:
    data = packed("word/document.xml", "b")
    for unusual in (b"", data[:10], data[:-1], data + b"\0", b"MZ" + data, packed("é.txt"), data[:-24] + data[-22:]):
        with pytest.raises(_BROKEN):
            listed_names(unusual)
    assert Probe(b"PK" + data).zip_names == {"word/document.xml", "b"}
    assert Probe(packed("é.txt")).zip_names == {"é.txt"}


def test_a_directory_that_counts_wrongly_is_refused() -> None:
    data = bytearray(packed("a", "b"))
    struct.pack_into("<HH", data, len(data) - 14, 1, 1)
    with pytest.raises(ValueError, match="longer"):
        listed_names(bytes(data))
    struct.pack_into("<HH", data, len(data) - 14, 3, 3)
    with pytest.raises(struct.error):
        listed_names(bytes(data))
