"""Tests of compound.reader: the same as olefile says of sound and of broken files, and no circle holds it up."""

from __future__ import annotations

import io
import logging
import random
import struct

import olefile
import pytest

from triage.parsers.kit.compound import CompoundEntry, CompoundFile, Storage, broken_rule, build, compound
from triage.parsers.kit.contract import Probe


def sample() -> bytes:
    root = Storage(bytes(range(16)))
    root.put(["Small"], b"few bytes")
    root.put(["Large"], bytes(range(256)) * 40)
    root.put(["Empty"], b"")
    root.put(["Box", "inner ש"], b"x" * 200)
    root.put(["Box", "Deeper", "leaf"], b"y" * 5000)
    return build(root)


def streams(entry: CompoundEntry) -> list[CompoundEntry]:
    return [s for kid in entry.kids for s in (streams(kid) if kid.storage else [kid])]


def theirs(data: bytes) -> tuple[dict[tuple[str, ...], bytes], str]:
    """Return what olefile reads, and of what it complains that counts."""
    ole = olefile.OleFileIO(io.BytesIO(data))
    told = broken_rule(ole)
    return {tuple(path): ole.openstream(path).read() for path in ole.listdir()}, told


def test_the_tree_and_its_streams() -> None:
    file = CompoundFile(sample())
    assert file.issue == "" and file.root.clsid == bytes(range(16))
    assert [kid.name for kid in file.root.kids] == ["Box", "Empty", "Large", "Small"]
    found = {entry.path: file.read(entry) for entry in streams(file.root)}
    assert found == theirs(sample())[0]
    assert found["Box", "Deeper", "leaf"] == b"y" * 5000 and found["Empty",] == b""


def test_names_are_found_in_any_case() -> None:
    root = CompoundFile(sample()).root
    box = root.kid("BOX")
    assert box is not None and box.kid("Inner ש") is not None and root.kid("Boxes") is None


def test_paths_are_found_from_the_root() -> None:
    file = CompoundFile(sample())
    leaf = file.find("box/deeper/LEAF")
    assert leaf is not None and leaf.path == ("Box", "Deeper", "leaf") and file.find("/".join(leaf.path)) is leaf
    assert file.find("Box/nothing/leaf") is None and file.find("leaf") is None
    assert [entry.name for entry in file.streams()] == ["leaf", "inner ש", "Empty", "Large", "Small"]
    assert [entry.name for entry in file.entries() if entry.storage] == ["Box", "Deeper"]


@pytest.mark.parametrize("count", [0, 1, 7, 90])
def test_a_probe_knows_the_names_at_the_root(count: int) -> None:
    held = {f"stream {n}": bytes(n * 40) for n in range(count)} | {"Box": Storage(entries={"deeper": b"x"})}
    data = build(Storage(entries=held))
    assert Probe(data).ole_names == set(held)
    assert Probe(data[: len(data) - 512] if count else data[:700]).ole_names <= set(held)
    assert Probe(data[:100]).ole_names == Probe(b"%PDF-1.4").ole_names == frozenset()


def test_a_storage_has_no_bytes() -> None:
    file = CompoundFile(sample())
    with pytest.raises(OSError, match="not a stream"):
        file.read(file.root.kids[0])


def test_what_is_no_compound_file_raises() -> None:
    with pytest.raises(OSError, match="not an OLE2"):
        CompoundFile(b"%PDF-1.4" + bytes(2000))


def test_a_file_that_goes_on_behind_its_header_table() -> None:
    root = Storage()
    root.put(["Large"], random.Random(1).randbytes(8_000_000))
    data = build(root)
    assert struct.unpack_from("<I", data, 72)[0] > 0, "the list of tables must go on in sectors of its own"
    file = CompoundFile(data)
    assert file.issue == "" and file.read(file.root.kids[0]) == root.entries["Large"]


def test_a_circle_ends_and_a_cut_stream_is_short() -> None:
    data = bytearray(sample())
    file = CompoundFile(bytes(data))
    large = file.root.kids[2]
    tables = struct.unpack_from("<I", data, 76)[0]
    place = (tables + 1) * 512 + large.start * 4
    struct.pack_into("<I", data, place, large.start)
    assert len(CompoundFile(bytes(data)).read(large)) == large.size
    struct.pack_into("<I", data, place, 0xFFFFFFFE)
    assert 0 < len(CompoundFile(bytes(data)).read(large)) < large.size


def test_a_rule_that_is_broken_is_told() -> None:
    data = bytearray(sample())
    struct.pack_into("<H", data, 34, 7)
    assert "reserved" in CompoundFile(bytes(data)).issue


def entry_at(data: bytes, name: str) -> int:
    """Return where the entry of this name begins in the directory."""
    return data.index((name + "\0").encode("utf-16-le").ljust(64, b"\0"))


@pytest.mark.parametrize("also", [0, 1])
def test_what_the_standard_allows_is_no_damage(also: int) -> None:
    """Also where something else makes olefile read the file."""
    data = bytearray(sample())
    struct.pack_into("<I", data, 52, 7)  # how often the file was saved
    struct.pack_into("<I", data, entry_at(data, "Large") + 124, 0x1234)  # the high half of a size
    struct.pack_into("<I", data, entry_at(data, "Box") + 120, 40 * also)  # a storage's size
    file = CompoundFile(bytes(data))
    large = next(kid for kid in file.root.kids if kid.name == "Large")
    assert file.issue == "" and len(file.read(large)) == large.size == 10240


def test_a_storage_with_a_size_and_nothing_in_it_may_have_been_a_stream() -> None:
    data = bytearray(sample())
    data[entry_at(data, "Large") + 66] = 1
    assert "storage with size" in CompoundFile(bytes(data)).issue


@pytest.mark.parametrize("seed", range(12))
def test_broken_files_are_read_as_olefile_reads_them(seed: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    chance, whole, compared = random.Random(seed), sample(), 0
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5))):
            data[chance.choice((chance.randrange(512), chance.randrange(len(data))))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(1, len(data)) :]
        try:
            expected, told = theirs(bytes(data))
        except Exception:
            expected = None
        try:
            file = CompoundFile(bytes(data))
            found = {entry.path: file.read(entry) for entry in streams(file.root)}
        except Exception:
            found = None
        assert found == expected
        if found is not None:
            assert file.issue == told
            compared += 1
    assert compared > 5


def test_a_file_whose_type_was_told_is_not_taken_apart_again(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Storage()
    root.put(["Heron"], b"lands")
    data, opened = build(root), []
    taken_apart = CompoundFile.__init__
    monkeypatch.setattr(CompoundFile, "__init__", lambda self, d: (opened.append(d), taken_apart(self, d))[1])
    probe = Probe(data)
    assert probe.ole_names == {"Heron"} and compound(data).find("Heron") is not None and len(opened) == 1
    other = bytes(bytearray(data))
    assert compound(other).find("Heron") is not None and opened[-1] is other
    del probe
    assert compound(data).find("Heron") is not None and len(opened) == 3 and opened[-1] is data


# Compound files that our writer writes, read by another reader.


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
