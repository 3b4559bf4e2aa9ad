"""Zip files with fixed times and no compression, so that they are the same bytes whatever zlib made them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence

from sample_corpus.catalog import Node, noise
from triage.selftest.writers.archives import ZipMember, old_encryption, zip_of
from triage.selftest.writers.package import Stamp
from triage.selftest.writers.package import zipped as zipped_members

STAMP: Stamp = (2024, 6, 3, 9, 30, 0)


def zip_bytes(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a stored zip with these members in this order."""
    return zipped_members(dict(members), zipfile.ZIP_STORED, STAMP)


def zipped(key: str, members: Sequence[Node]) -> Node:
    """Write named nodes into a zip."""
    data = zip_bytes([(node.name, node.data) for node in members])
    return Node(key, data, [], list(members), media="application/zip")


def encrypted_zip(name: str, plain: bytes, password: bytes) -> bytes:
    """Return a zip with one stored member under traditional encryption (APPNOTE 6.1.5 to 6.1.7)."""
    year, month, day, hour, minute, _ = STAMP
    stamp = hour << 11 | minute << 5, (year - 1980) << 9 | month << 5 | day
    data = old_encryption(plain, password, noise(name, 11) + bytes([zlib.crc32(plain) >> 24]))
    return zip_of(ZipMember(name.encode(), data, plain, flags=1, stamp=stamp))
