from __future__ import annotations

import io
import struct

import olefile
import pytest

from triage.parsers.kit.compound.root_names import root_names
from triage.parsers.kit.compound.writer import Storage, build

_BROKEN = (ValueError, IndexError, struct.error)


def _file(streams: int) -> bytes:
    inner = Storage(entries={"deeper": b"x"})
    return build(Storage(entries={f"stream {n}": bytes(n * 40) for n in range(streams)} | {"folder": inner}))


@pytest.mark.parametrize("streams", [0, 1, 7, 90])
def test_the_root_s_names_are_those_that_olefile_lists(streams: int) -> None:
    data = _file(streams)
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        listed = {path[0] for path in ole.listdir(streams=True, storages=True)}
    assert root_names(data) == listed and "folder" in listed and "deeper" not in listed


def test_a_cut_or_unusual_file_is_left_to_others() -> None:
    data = _file(9)
    for cut in (10, 100, 512, 700, len(data) - 512):
        with pytest.raises(_BROKEN):
            root_names(data[:cut])
    with pytest.raises(ValueError):
        root_names(data[:28] + b"\0\0" + data[30:])


def test_a_circle_in_the_tree_ends() -> None:
    data = bytearray(_file(3))
    start = 512 * (struct.unpack_from("<I", data, 48)[0] + 1)
    child = struct.unpack_from("<I", data, start + 76)[0]
    struct.pack_into("<I", data, start + child * 128 + 68, child)
    with pytest.raises(ValueError):
        root_names(bytes(data))
