"""Compound files that our writer writes, read by another reader."""

from __future__ import annotations

import io

import olefile
import pytest

from triage.parsers.kit.compound import Storage, build


@pytest.mark.parametrize("sizes", [(), (0,), (1, 64, 4095), (4096, 5000), (3, 100_000, 9_000_000)])
def test_streams_come_back_as_they_went_in(sizes: tuple[int, ...]) -> None:
    root = Storage()
    for number, size in enumerate(sizes):
        root.put(["Deep", f"Stream {number}"], bytes([number + 1]) * size)
        root.put([f"Top {number}"], bytes([number + 101]) * size)
    ole = olefile.OleFileIO(io.BytesIO(build(root)))
    assert ole.parsing_issues == []
    for number, size in enumerate(sizes):
        assert ole.openstream(["Deep", f"Stream {number}"]).read() == bytes([number + 1]) * size
        assert ole.openstream(f"Top {number}").read() == bytes([number + 101]) * size


def test_many_entries_and_a_class() -> None:
    root = Storage(clsid=bytes(range(16)))
    for number in range(700):
        root.put([f"s{number}"], b"x")
    ole = olefile.OleFileIO(io.BytesIO(build(root)))
    assert len(ole.listdir()) == 700 and ole.root.clsid == "03020100-0504-0706-0809-0A0B0C0D0E0F"
