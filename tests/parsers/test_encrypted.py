from __future__ import annotations

import io
import random

from tests.parsers.office_builders import docx, paragraph, xlsx
from tests.parsers.reading import read
from triage.parsers.cfb import Storage, build

FILLER = random.Random(7).randbytes(20_000)
"""msoffcrypto-tool writes packages under about 5,000 bytes so that nothing can open them."""


def locked(plain: bytes, password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    target = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(password, target)
    return target.getvalue()


def test_a_package_opens_with_one_of_the_passwords_and_is_read_as_itself() -> None:
    data = locked(docx(paragraph("under lock"), word__media__a_png=FILLER), "sesame")
    shut = read(data, "a.docx")
    assert shut.codes == ["encrypted"] and shut.extract.segments == []
    assert shut.extract.type.endswith("wordprocessingml.document")
    assert read(data, "a.docx", passwords=("wrong",)).codes == ["encrypted"]
    opened = read(data, "a.docx", passwords=("wrong", "sesame"))
    assert opened.text() == "under lock" and opened.codes == []


def test_the_password_that_excel_uses_by_itself_is_known() -> None:
    reading = read(locked(xlsx([("Sums", "visible", "")], xl__media__a_png=FILLER), "VelvetSweatshop"), "a.xlsx")
    assert reading.text() == "Sums" and reading.codes == []


def test_the_password_is_never_said() -> None:
    reading = read(locked(docx(paragraph("x"), word__media__a_png=FILLER), "right"), passwords=("hunter2",))
    assert all("hunter2" not in t.sentence for t in reading.troubles)


def test_rights_management_is_told() -> None:
    root = Storage()
    root.put(["EncryptedPackage"], b"\0" * 64)
    root.put(["\x06DataSpaces", "DataSpaceInfo", "DRMEncryptedDataSpace"], b"\0" * 8)
    reading = read(build(root), "a.docx")
    assert set(reading.codes) == {"encrypted", "rights-protected"} and reading.extract.segments == []
