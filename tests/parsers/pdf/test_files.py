"""Files inside PDFs: attached, deleted, replaced, encrypted, and those that nothing leads to."""

from __future__ import annotations

import base64
import random
import re
import struct
import zlib
from hashlib import md5

import pytest
from Cryptodome.Cipher import ARC4

from tests.parsers.office_builders import PADDING, PdfLock, packed, pdf, shows
from tests.parsers.pdf.test_opening import turned
from tests.parsers.pdf.test_revisions import changed
from tests.parsers.reading import LIMITS, read
from triage.messages import render
from triage.parsers.kit.contract import Limits
from triage.parsers.pdf.objects import qpdf

PAGE = [shows("one page")]


def embedded(number: int, content: str, entries: str = "/Type/EmbeddedFile") -> str:
    return f"{number} 0 obj\n<<{entries}/Length {len(content)}>>stream\n{content}\nendstream\nendobj\n"


def listed(number: int) -> str:
    return f"/Names<</EmbeddedFiles<</Names[(plan) {number} 0 R]>>>>"


def files_of(data: bytes) -> dict[str | None, bytes]:
    reading = read(data)
    assert reading.codes == []
    assert len({child.data for child in reading.children}) == len(reading.children)
    return {child.name: child.data for child in reading.children}


def test_each_content_of_a_specification_is_given() -> None:
    """One entry for each platform (7.11.3), and related files (7.11.4.3); the dictionaries stand apart."""
    extra = (
        "120 0 obj\n<</F(plan.txt)/Mac(mac \\(1\\).txt)/DOS 129 0 R/EF 121 0 R/RF<</F 122 0 R>>>>\nendobj\n"
        "121 0 obj\n<</F 123 0 R/Mac 124 0 R/DOS 125 0 R/Unix 126 0 R>>\nendobj\n"
        "122 0 obj\n[(side.txt) 127 0 R]\nendobj\n129 0 obj\n<FEFF0064006F0073>\nendobj\n"
    )
    extra += "".join(embedded(123 + n, f"content {n}") for n in range(5))
    reading = read(pdf(PAGE, extra=extra, catalog=listed(120)))
    assert reading.names == ["plan.txt", "mac (1).txt", "dos", "plan.txt", "side.txt"] and reading.codes == []
    assert [child.data for child in reading.children] == [b"content %d" % n for n in range(5)]


def test_assets_of_rich_media_are_given() -> None:
    """Their specification stands in an object stream, their streams don't say what they are."""
    extra = (
        "101 0 obj\n[102 0 R]\nendobj\n"
        "102 0 obj\n<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent 150 0 R>>\nendobj\n"
        + embedded(152, "FWS film", "")
    )
    named = {150: "<</Assets<</Names[(film.swf) 151 0 R]>>>>", 151: "<</F(film.swf)/#45F<</F 152 0 R>>>>"}
    reading = read(packed(pdf(PAGE, extra=extra), named))
    assert [(child.name, child.data) for child in reading.children] == [("film.swf", b"FWS film")]


def test_files_that_a_later_save_deleted_or_replaced_are_given_and_kept_apart() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n" + embedded(121, "first plan")
    extra += "130 0 obj\n<</Type/Filespec/F(list.txt)/EF<</F 131 0 R>>>>\nendobj\n" + embedded(131, "the list")
    names = "/Names<</EmbeddedFiles<</Names[(list) 130 0 R(plan) 120 0 R]>>>>"
    first = pdf(PAGE, extra=extra, catalog=names)
    replaced = "<</Type/EmbeddedFile/Length 4>>stream\nsoft\nendstream"
    now = {1: f"<</Type/Catalog/Pages 2 0 R{listed(120)}>>", 121: replaced}
    assert files_of(first) == {"plan.txt": b"first plan", "list.txt": b"the list"}
    assert files_of(changed(first, now)) == {
        "plan.txt": b"soft",
        "earlier revision/plan.txt": b"first plan",
        "earlier revision/list.txt": b"the list",
    }


def test_files_that_nothing_leads_to_are_given() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(loose.txt)/EF<</F 121 0 R>>>>\nendobj\n" + embedded(121, "loose")
    assert files_of(pdf(PAGE, extra=extra + embedded(122, "nameless"))) == {
        "not listed/loose.txt": b"loose",
        "not listed/file": b"nameless",
    }


@pytest.mark.parametrize("parts", ["[(template) 121 0 R(form) 122 0 R]", "123 0 R"])
def test_parts_of_a_form_are_no_files(parts: str) -> None:
    extra = embedded(121, "<template/>") + embedded(122, "<form/>") + embedded(124, "a file")
    extra += "123 0 obj\n[(template) 121 0 R(form) 122 0 R]\nendobj\n"
    reading = read(pdf(PAGE, extra=extra, catalog=f"/AcroForm<</XFA {parts}>>"))
    assert [(child.name, child.data) for child in reading.children] == [("not listed/file", b"a file")]


def test_the_same_content_is_given_once() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R/Mac 122 0 R>>>>\nendobj\n"
    extra += embedded(121, "plan") + embedded(122, "plan")
    assert [child.data for child in read(pdf(PAGE, extra=extra, catalog=listed(120))).children] == [b"plan"]


def test_packed_files_are_unpacked() -> None:
    packed = base64.a85encode(zlib.compress(b"deep inside")).decode() + "~>"
    extra = "120 0 obj\n<</F(plan.txt)/EF<</Unix 121 0 R>>>>\nendobj\n124 0 obj\n[/ASCII85Decode/FlateDecode]\nendobj\n"
    extra += embedded(121, packed, "/Filter 124 0 R")
    assert files_of(pdf(PAGE, extra=extra, catalog="/X 120 0 R")) == {"plan.txt": b"deep inside"}


@pytest.mark.parametrize("apart", [False, True])
def test_what_stands_in_an_embedded_pdf_is_its_own(apart: bool) -> None:
    spec = "120 0 obj\n<</Type/Filespec/F(in.txt)/EF<</F 121 0 R>>>>\nendobj\n"
    inside = pdf(PAGE, extra=spec + embedded(121, "inner"), catalog=listed(120))
    length = "140 0 R" if apart else str(len(inside))
    extra = "130 0 obj\n<</Type/Filespec/F(in.pdf)/EF<</F 131 0 R>>>>\nendobj\n"
    extra += f"140 0 obj\n{len(inside)}\nendobj\n"
    extra += f"131 0 obj\n<</Length {length}>>stream\n{inside.decode('latin-1')}\nendstream\nendobj\n"
    place = extra.index("%PDF")
    outside = pdf(PAGE, extra=extra[:place] + "X" * len(inside) + extra[place + len(inside) :], catalog="/X 130 0 R")
    assert files_of(outside.replace(b"X" * len(inside), inside)) == {"in.pdf": inside}


def test_a_file_that_is_missing_is_reported_once() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n"
    for catalog in (listed(120), "/X 120 0 R"):
        reading = read(pdf(PAGE, extra=extra, catalog=catalog))
        assert reading.codes == ["damaged"] and "plan.txt" in render(reading.troubles[0].message)
    assert read(pdf(PAGE, extra=extra)).codes == []


def test_a_file_beyond_the_limit_is_reported() -> None:
    extra = "120 0 obj\n<</F(plan.txt)/EF<</Mac 121 0 R>>>>\nendobj\n" + embedded(121, "x" * 2000)
    narrow = Limits(item_bytes=1000, total_bytes=LIMITS.total_bytes, ratio=LIMITS.ratio, text_chars=LIMITS.text_chars)
    reading = read(pdf(PAGE, extra=extra, catalog="/X 120 0 R"), limits=narrow)
    assert reading.codes == ["limit-size"] and reading.children == []


def test_objects_beyond_a_limit_are_reported() -> None:
    plain = pdf(PAGE, extra=embedded(121, "plan"), catalog="/X 120 0 R")
    document = packed(plain, {120: f"<</F(plan.txt)/EF<</Mac 121 0 R>>/Remark({'x' * 4000})>>"})
    before = qpdf().settings.set_qpdf_limits(flate_max_memory=1000)
    try:
        reading = read(document)
    finally:
        qpdf().settings.set_qpdf_limits(**before)
    assert reading.names == ["earlier revision/file"] and reading.codes == ["limit-count"]
    assert read(document).names == ["plan.txt"]


def test_files_that_no_table_lists_are_given() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n" + embedded(121, "plan")
    whole = pdf(PAGE, extra=extra)
    unlisted = re.sub(rb"12[01] 1\n\d{10} 00000 n \n", b"", whole)
    assert len(unlisted) == len(whole) - 52
    assert files_of(unlisted) == {"not listed/plan.txt": b"plan"}


def test_the_parts_of_an_earlier_form_are_no_files() -> None:
    extra = embedded(121, "<template/>") + embedded(122, "<form/>")
    first = pdf(PAGE, extra=extra, catalog="/AcroForm<</XFA[(template) 121 0 R(form) 122 0 R]>>")
    assert files_of(changed(first, {1: "<</Type/Catalog/Pages 2 0 R>>"})) == {}


def test_a_file_whose_name_only_an_earlier_revision_knows_is_called_so() -> None:
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n" + embedded(121, "plan")
    later = changed(pdf(PAGE, extra=extra, catalog=listed(120)), {1: "<</Type/Catalog/Pages 2 0 R>>", 120: "null"})
    assert files_of(later) == {"earlier revision/plan.txt": b"plan"}


def test_what_was_unpacked_of_a_damaged_file_is_given_with_its_trouble() -> None:
    content = zlib.compress(b"the plan " * 9)[:-6].decode("latin-1")
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n"
    extra += embedded(121, content, "/Type/EmbeddedFile/Filter/FlateDecode")
    (child,) = read(pdf(PAGE, extra=extra, catalog=listed(120))).children
    assert child.data.startswith(b"the plan") and [trouble.code for trouble in child.troubles] == ["truncated"]


def spec(lock: PdfLock, number: int, name: str, entry: str) -> str:
    sealed = lock.sealed(number, name).encode("latin-1").hex()
    return f"{number} 0 obj\n<</Type/Filespec/F<{sealed}>/EF<</{entry} {number + 1} 0 R>>>>\nendobj\n"


def test_encrypted_files_are_given_also_from_earlier_revisions() -> None:
    lock = PdfLock()
    extra = spec(lock, 120, "plan.txt", "F") + embedded(121, lock.sealed(121, "first plan"))
    extra += spec(lock, 130, "mac.txt", "Mac") + embedded(131, lock.sealed(131, "for the mac"), "")
    first = pdf([""], extra=extra, catalog=listed(120) + "/X 130 0 R", trailer=lock.trailer)
    reading = read(first)
    both = {"plan.txt": b"first plan", "mac.txt": b"for the mac"}
    assert {child.name: child.data for child in reading.children} == both
    reading = read(changed(first, {1: "<</Type/Catalog/Pages 2 0 R>>"}, lock.trailer))
    assert {child.name: child.data for child in reading.children} == {
        f"earlier revision/{name}": content for name, content in both.items()
    }
    assert reading.codes == ["no-text"]


def test_an_encrypted_file_that_nothing_leads_to_is_given() -> None:
    lock = PdfLock()
    reading = read(pdf([""], extra=embedded(121, lock.sealed(121, "first plan")), trailer=lock.trailer))
    assert {child.name: child.data for child in reading.children} == {"not listed/file": b"first plan"}
    assert reading.codes == ["no-text"]


def with_locked_files(user: bytes, content: str) -> bytes:
    """Return a PDF of which only the attached files are encrypted (7.6.5, EFF; RC4 with 128 bits)."""
    owner, identity = bytes(32), b"0" * 16
    key = md5((user + PADDING)[:32] + owner + struct.pack("<i", -4) + identity).digest()
    for _ in range(50):
        key = md5(key).digest()
    proof = turned(key, md5(PADDING + identity).digest()) + bytes(16)
    sealed = ARC4.new(md5(key + b"\x79\0\0\0\0").digest()).encrypt(content.encode()).decode("latin-1")
    filters = "/CF<</C<</CFM/V2/AuthEvent/EFOpen/Length 16>>>>/StmF/Identity/StrF/Identity/EFF/C"
    entries = f"/Filter/Standard/V 4/R 4/Length 128/P -4/O<{owner.hex()}>/U<{proof.hex()}>{filters}"
    extra = "120 0 obj\n<</Type/Filespec/F(plan.txt)/EF<</F 121 0 R>>>>\nendobj\n"
    extra += embedded(121, sealed, "/Type/EmbeddedFile/Filter[/Crypt]/DecodeParms[<</Name/C>>]")
    extra += "122 0 obj\n<</S/JavaScript/JS(in the open)>>\nendobj\n"
    trailer = f"/Encrypt<<{entries}>>/ID[<{identity.hex()}><{identity.hex()}>]"
    return pdf(PAGE, extra=extra, catalog=listed(120) + "/OpenAction 122 0 R", trailer=trailer)


def test_attached_files_that_alone_are_encrypted_are_reported_or_opened() -> None:
    locked = with_locked_files(b"sesame", "the plan")
    reading = read(locked)
    assert (reading.codes, reading.children) == (["encrypted"], [])
    assert reading.text().strip() == "one page" and reading.text("hidden") == "in the open"
    reading = read(locked, passwords=("wrong", "sesame"))
    assert reading.codes == [] and {child.name: child.data for child in reading.children} == {"plan.txt": b"the plan"}
    assert reading.text("hidden") == "in the open"


@pytest.mark.nightly
def test_broken_documents_do_no_harm() -> None:
    extra = "120 0 obj\n<</F(plan.txt)/EF<</F 121 0 R/Mac 122 0 R>>/RF[[[(]>>\nendobj\n" + embedded(121, "plan")
    packed = zlib.compress(b"150 0 151 4 <</EF 120 0 R>> [").decode("latin-1")
    extra += embedded(122, "other") + embedded(110, packed, "/Type/ObjStm/N 9/First 12/Filter/FlateDecode")
    whole = pdf(PAGE, extra=extra + "160 0 obj\n" + "[" * 5000 + "/EF", catalog=listed(120))
    chance = random.Random(7)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(10, len(broken))
            broken[place : place + chance.randint(0, 3)] = chance.choice((b"<<", b"(", b"\\", b"endobj", b"9", b" obj"))
        try:
            read(bytes(broken))
        except ValueError as error:
            assert "PDFium" in str(error)
