"""LZW as compress packs it."""

from __future__ import annotations

import random

import pytest

from tests.parsers.archive_builders import compress
from triage.parsers.archives.lzw import unpack


@pytest.mark.parametrize("most", [9, 12, 16])
@pytest.mark.parametrize("kind", ["text", "same", "noise"])
def test_unpacks_what_compress_packs(most: int, kind: str) -> None:
    made = {
        "text": b"the falcon memo and the other memo; " * 3000,
        "same": b"a" * 100_000,
        "noise": random.Random(7).randbytes(60_000),
    }
    assert b"".join(unpack(compress(made[kind], most))) == made[kind]


def test_impossible_codes_raise() -> None:
    with pytest.raises(ValueError, match="code"):
        list(unpack(b"\x1f\x9d\x90" + b"\xff" * 20))
    with pytest.raises(ValueError, match="width"):
        list(unpack(b"\x1f\x9d\x1f" + b"\xff" * 20))
