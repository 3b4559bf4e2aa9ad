"""Encrypted Office documents: opened by a listed password, or reported."""

from __future__ import annotations

import io
import random
import struct
from hashlib import sha1

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.parsers.reading import read
from tests.writers.excel import xlsx
from tests.writers.word import docx, paragraph
from triage.messages import render
from triage.parsers.kit.compound import Storage, build

FILLER = random.Random(7).randbytes(20_000)
"""msoffcrypto-tool writes packages under about 5,000 bytes so that nothing can open them."""


def locked(plain: bytes, password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    target = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(password, target)
    return target.getvalue()


def test_a_package_opens_with_one_of_the_passwords_and_is_read_as_itself() -> None:
    data = locked(docx(paragraph("under lock"), {"word/media/a_png": FILLER}), "sesame")
    shut = read(data, "a.docx")
    assert shut.codes == ["encrypted"] and shut.extract.segments == []
    assert shut.extract.type.endswith("wordprocessingml.document")
    assert read(data, "a.docx", passwords=("wrong",)).codes == ["encrypted"]
    opened = read(data, "a.docx", passwords=("wrong", "sesame"))
    assert opened.text() == "under lock" and opened.codes == []


def locked_by_standard(plain: bytes, password: str, rest: bytes) -> bytes:
    """Return the package under ECMA-376 standard encryption (AES-128), with a rest after its blocks."""
    from msoffcrypto.method.ecma376_standard import ECMA376Standard

    salt, proof = bytes(range(16)), b"proof of the key"
    key = ECMA376Standard.makekey_from_password(password, 0x660E, 0x8004, 24, 128, 16, salt)

    def cipher(data: bytes) -> bytes:
        return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(data + bytes(-len(data) % 16))

    name = "Lark Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 24, 0, 0) + name
    check = struct.pack("<I", 16) + salt + cipher(proof) + struct.pack("<I", 20) + cipher(sha1(proof).digest())
    root = Storage()
    root.put(["EncryptionInfo"], struct.pack("<HHII", 3, 2, 0x24, len(header)) + header + check)
    root.put(["EncryptedPackage"], struct.pack("<Q", len(plain)) + cipher(plain) + rest)
    return build(root)


def test_a_rest_behind_the_last_block_does_no_harm() -> None:
    data = locked_by_standard(docx(paragraph("under lock"), {"word/media/a_png": FILLER}), "sesame", b"left over")
    assert read(data, "a.docx").codes == ["encrypted"]
    assert read(data, "a.docx", passwords=("sesame",)).text() == "under lock"


def test_the_password_that_excel_uses_by_itself_is_known() -> None:
    reading = read(locked(xlsx([("Sums", "visible", "")], {"xl/media/a_png": FILLER}), "VelvetSweatshop"), "a.xlsx")
    assert reading.text() == "Sums" and reading.codes == []


def test_the_password_is_never_said() -> None:
    reading = read(locked(docx(paragraph("x"), {"word/media/a_png": FILLER}), "right"), passwords=("hunter2",))
    assert all("hunter2" not in render(t.message) for t in reading.troubles)


def test_rights_management_is_reported() -> None:
    root = Storage()
    root.put(["EncryptedPackage"], b"\0" * 64)
    root.put(["\x06DataSpaces", "DataSpaceInfo", "DRMEncryptedDataSpace"], b"\0" * 8)
    reading = read(build(root), "a.docx")
    assert set(reading.codes) == {"encrypted", "rights-protected"} and reading.extract.segments == []
