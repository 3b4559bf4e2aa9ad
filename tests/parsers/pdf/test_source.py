"""Tests of pdf.source on objects that hold a name, also where they were replaced, deleted, or are listed nowhere."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests.parsers.office_builders import packed, pdf, shows
from tests.parsers.pdf.test_revisions import changed
from triage.parsers.pdf import objects as module
from triage.parsers.pdf.objects import Marks, ObjectMark, PdfSource, marks

NAME = re.compile(rb"/Heron\b")
FIRST = pdf([shows("page")], extra="120 0 obj\n<</Heron 1>>\nendobj\n121 0 obj\n<</Heron 2>>\nendobj\n")


def heron(document: bytes) -> Marks:
    return marks(document, {"birds": rb"Heron\b"})["birds"]


def herons(document: bytes, source: PdfSource | None = None) -> list[tuple[bool, list[int]]]:
    """Return of each revision whether it is the document as it is, and the numbers that follow the name."""
    source = source or PdfSource(document, pypdfium2.PdfDocument(document), ("",))
    asked = [
        (revision.is_now, sorted(int(one["/Heron"]) for one in revision.marked(NAME)))
        for revision in source.revisions(heron(document))
    ]
    source.closing.close()
    return asked


def test_earlier_revisions_are_asked_where_something_was_replaced() -> None:
    assert herons(FIRST) == [(True, [1, 2])]
    assert herons(changed(FIRST, {130: "<</Crane 1>>"})) == [(True, [1, 2])]
    second = changed(FIRST, {120: "<</Heron 3>>"})
    assert herons(changed(second, {121: "null"})) == [(True, [3]), (False, [1, 2])]
    assert herons(changed(second, {120: "<</Heron 4>>"})) == [(True, [2, 4]), (False, [2, 3]), (False, [1, 2])]


def test_an_object_stream_of_which_objects_were_replaced_is_looked_for_in_an_earlier_revision() -> None:
    first = packed(FIRST, {140: "<</Heron 3>>", 141: "<</Heron 4>>"})
    assert herons(first) == [(True, [1, 2, 3, 4])]
    assert herons(changed(first, {140: "null"})) == [(True, [1, 2, 4]), (False, [1, 2, 3, 4])]


def test_what_no_table_lists_is_found_but_not_what_a_stream_holds() -> None:
    unlisted = re.sub(rb"120 1\n\d{10} 00000 n \n", b"", FIRST)
    assert herons(unlisted) == [(True, [2]), (False, [1])]
    stream = "<</Length 32>>stream\n130 0 obj\n<</Heron 1>>\nendobj\n\nendstream"
    inside = re.sub(rb"130 1\n.{19}\n", b"", pdf([shows("page")], extra=f"120 0 obj\n{stream}\nendobj\n"))
    assert len(heron(inside)) == 1 and herons(inside) == [(True, [])]


def test_places_are_counted_from_the_header() -> None:
    assert herons(b"junk\n" + FIRST) == [(True, [1, 2])]


def test_a_broken_table_has_pdfium_asked_too() -> None:
    document = packed(FIRST, {140: "<</Heron 3>>"})
    broken = document[: document.rindex(b"startxref")] + b"startxref\n1\n%%EOF\n"
    asked = herons(broken)
    assert all(is_now for is_now, _ in asked) and {n for _, numbers in asked for n in numbers} == {1, 2, 3}


def test_a_document_that_qpdf_can_t_read_is_read_as_pdfium_writes_it() -> None:
    whole = pdf([shows("page")], extra="120 0 obj\n<</Heron 1>>\nendobj\n", catalog="/X 120 0 R")
    assert herons(b"", PdfSource(b"%PDF-1.7\n", pypdfium2.PdfDocument(whole), ("",))) == [(True, [1])]


def test_what_the_catalogue_leads_to_is_live() -> None:
    document = pdf([shows("page")], extra="120 0 obj\n[121 0 R]\nendobj\n121 0 obj\n7\nendobj\n", catalog="/X 120 0 R")
    source = PdfSource(document, pypdfium2.PdfDocument(document), ("",))
    (now,) = source.revisions({})
    assert [now.is_live((number, 0)) for number in (1, 11, 121, 3, 122)] == [True, True, True, True, False]


def test_revisions_beyond_a_limit_or_the_time_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    document = changed(changed(FIRST, {120: "<</Heron 3>>"}), {120: "<</Heron 4>>"})
    source = PdfSource(document, pypdfium2.PdfDocument(document), ("",))
    monkeypatch.setattr(module, "_MOST_REVISIONS", 1)
    assert herons(document, source) == [(True, [2, 4]), (False, [2, 3])] and source.is_cut
    source = PdfSource(document, pypdfium2.PdfDocument(document), ("",))
    monkeypatch.setattr(module, "seconds_left", lambda: 0.1)
    assert herons(document, source) == [(True, [2, 4])] and source.is_cut


NAMES = {"files": rb"EF\b", "scripts": rb"JS\b"}
OBJECTS = "119 0 obj\n<<>>\nendobj\n120 3 obj\n<</A[1 0 R]/EF<<>>>>\nendobj\n12\0 0\n\0obj<</B/X/JS(a)/JS(b)>>endobj\n"


def test_a_name_marks_the_object_around_it() -> None:
    document = OBJECTS.encode()
    first, second = document.index(b"120 3"), document.index(b"12\0 0")
    assert marks(document, NAMES) == {
        "files": {first: ObjectMark(120, 3, is_packed=False)},
        "scripts": {second: ObjectMark(12, 0, is_packed=False)},
    }


@pytest.mark.parametrize(
    "document",
    [
        b"/EF<<>> obj /JS(x) no 7 0 object /JS(y) 8 0 obj <</JSX 1/AEF 2>>",
        b"4000000000 0 obj\n<</JS(a)>>\nendobj\n",
    ],
    ids=["outside of objects and longer ones", "a number that no object can have"],
)
def test_what_only_looks_like_a_name_in_an_object_marks_nothing(document: bytes) -> None:
    assert marks(document, NAMES) == {"files": {}, "scripts": {}}


def test_a_name_in_an_object_stream_marks_that() -> None:
    document = packed(pdf([shows("page")]), {140: "<</JS(a)>>"})
    offset = document.index(b"130 0 obj")
    assert marks(document, NAMES) == {"files": {}, "scripts": {offset: ObjectMark(130, 0, is_packed=True)}}
    opened = document.replace(b"/Filter/FlateDecode", b"/Filler/FlateDecode")
    assert marks(opened.replace(b"stream\nx", b"stream\n/JS x"), NAMES) == marks(document, NAMES)


@pytest.mark.parametrize("limit", ["_MOST_UNPACKED", "_LARGEST_STREAM"])
def test_an_object_stream_beyond_a_limit_is_marked_for_all_names(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = packed(pdf([shows("page")]), {140: "<</A(a)>>"})
    assert marks(document, NAMES) == {"files": {}, "scripts": {}}
    monkeypatch.setattr(module, limit, 4)
    assert [len(offsets) for offsets in marks(document, NAMES).values()] == [1, 1]


def test_an_object_stream_that_is_packed_otherwise_is_marked_for_all_names() -> None:
    document = packed(pdf([shows("page")]), {140: "<</A(a)>>"}).replace(b"stream\nx", b"stream\n~")
    assert [len(offsets) for offsets in marks(document, NAMES).values()] == [1, 1]
