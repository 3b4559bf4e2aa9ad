"""PowerPoint 97-2003 presentations that are encrypted."""

from __future__ import annotations

import hashlib
import struct

from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher

from tests.parsers.reading import read
from tests.writers.office97 import atom, holder
from tests.writers.office97 import summary as property_set
from triage.parsers.kit.compound import Storage, build

SALT, PASSWORD = bytes(range(16)), "heron"


def sealed(data: bytes, block: int) -> bytes:
    """Lock data as MS-OFFCRYPTO 2.3.5.2 derives the key of a block."""
    first = hashlib.sha1(SALT + PASSWORD.encode("utf-16-le")).digest()
    key = hashlib.sha1(first + struct.pack("<I", block)).digest()[:16]
    return Cipher(ARC4(key), mode=None).encryptor().update(data)


def session() -> bytes:
    verifier = bytes(16)
    lock = sealed(verifier + hashlib.sha1(verifier).digest(), 0)
    header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0) + "RC4\0".encode("utf-16-le")
    info = struct.pack("<HHII", 2, 2, 4, len(header)) + header
    info += struct.pack("<I", 16) + SALT + lock[:16] + struct.pack("<I", 20) + lock[16:]
    return struct.pack("<HHI", 0xF, 0x2F14, len(info)) + info


def summary(count: int = 1) -> bytes:
    """Return the stream of encrypted properties (MS-OFFCRYPTO 2.3.5.4)."""
    locked = sealed(property_set("The hidden plan"), 3)
    name = "\x05SummaryInformation"
    listing = struct.pack("<I", count) + struct.pack("<IIHBBI", 8, len(locked), 3, len(name), 1, 0)
    listing += (name + "\0").encode("utf-16-le")
    return sealed(struct.pack("<II", 8 + len(locked), len(listing)), 0) + locked + sealed(listing, 0)


def presentation(**streams: bytes) -> bytes:
    objects = {1: holder(0x03E8), 2: holder(0x03EE, atom(0x0FA0, "on a slide".encode("utf-16-le")))}
    stream, entries = b"", b""
    for number, content in objects.items():
        entries += struct.pack("<II", 1 << 20 | number, len(stream))
        stream += sealed(content, number)
    entries += struct.pack("<II", 1 << 20 | 3, len(stream))
    stream += session()
    directory = len(stream)
    stream += atom(0x1772, entries)
    edit = len(stream)
    stream += atom(0x0FF5, struct.pack("<IHBBIIIIHHI", 0, 0, 0, 3, 0, directory, 1, 9, 0, 0, 3))
    root = Storage()
    root.put(["PowerPoint Document"], stream)
    user = struct.pack("<IIIHHBBH", 20, 0xF3D1C4DF, edit, 0, 0x3F4, 3, 0, 0)
    root.put(["Current User"], atom(0x0FF6, user + struct.pack("<I", 8)))
    for name, content in streams.items():
        root.put([name], content)
    return build(root)


def test_the_properties_are_locked_with_the_deck() -> None:
    reading = read(presentation(EncryptedSummary=summary()), passwords=(PASSWORD,))
    assert reading.text() == "on a slide" and reading.text("properties") == "title: The hidden plan"
    assert reading.extract.subject == "The hidden plan" and reading.codes == []


def test_without_the_password_nothing_is_read_but_open_properties() -> None:
    reading = read(presentation(**{"\x05SummaryInformation": property_set("Left open")}))
    assert reading.codes == ["encrypted"] and reading.text() == ""
    assert reading.text("properties") == "title: Left open"


def test_damage_in_locked_properties_is_reported() -> None:
    for broken in (summary()[:4], summary()[:40], summary(1 << 30)):
        reading = read(presentation(EncryptedSummary=broken), passwords=(PASSWORD,))
        assert reading.text() == "on a slide" and reading.codes == ["damaged"]
