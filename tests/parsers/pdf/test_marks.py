"""Tests of pdf.marks on loose objects, and on files with an object stream."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import packed, pdf, shows
from triage.parsers.pdf import marks as module
from triage.parsers.pdf.marks import ObjectMark, marks

NAMES = {"files": rb"EF\b", "scripts": rb"JS\b"}
OBJECTS = "119 0 obj\n<<>>\nendobj\n120 3 obj\n<</A[1 0 R]/EF<<>>>>\nendobj\n12\0 0\n\0obj<</B/X/JS(a)/JS(b)>>endobj\n"


def test_a_name_marks_the_object_around_it() -> None:
    document = OBJECTS.encode()
    first, second = document.index(b"120 3"), document.index(b"12\0 0")
    assert marks(document, NAMES) == {
        "files": {first: ObjectMark(120, 3, is_packed=False)},
        "scripts": {second: ObjectMark(12, 0, is_packed=False)},
    }


def test_names_outside_of_objects_and_longer_ones_mark_nothing() -> None:
    assert marks(b"/EF<<>> obj /JS(x) no 7 0 object /JS(y) 8 0 obj <</JSX 1/AEF 2>>", NAMES) == {
        "files": {},
        "scripts": {},
    }


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


def test_numbers_that_no_object_can_have_mark_nothing() -> None:
    assert marks(b"4000000000 0 obj\n<</JS(a)>>\nendobj\n", NAMES) == {"files": {}, "scripts": {}}


def test_the_first_holder_is_enough_of_some_names() -> None:
    document = b"5 0 obj<</JS 1>>endobj 6 0 obj<</JS 2/EF 3>>endobj 7 0 obj<</EF 4>>endobj"
    assert [len(offsets) for offsets in marks(document, NAMES, once=("scripts",)).values()] == [2, 1]
