from __future__ import annotations

import struct

from tests.parsers.office_builders import native
from triage.model import Child, Trouble
from triage.parsers.cfb import Storage, build
from triage.parsers.ole import native_child, strings, unwrap
from triage.parsers.oleprops import summary


def test_a_packaged_file_has_its_own_name() -> None:
    assert [(c.name, c.data) for c in unwrap(native("a.txt", b"data"), "object1") if isinstance(c, Child)] == [
        ("a.txt", b"data")
    ]


def test_native_data_without_a_header_is_kept_whole() -> None:
    child = native_child(struct.pack("<I", 4) + b"\xff\xfe\xfd\xfc", "object1")
    assert (child.name, child.data) == ("object1", b"\xff\xfe\xfd\xfc")


def test_an_inner_document_is_named_by_what_it_is() -> None:
    root = Storage()
    root.put(["WordDocument"], b"x")
    (child,) = unwrap(build(root), "_123")
    assert isinstance(child, Child) and child.name == "_123.doc"
    contents = Storage()
    contents.put(["CONTENTS"], b"%PDF-1.4")
    (child,) = unwrap(build(contents), "MBD1")
    assert isinstance(child, Child) and (child.name, child.data) == ("MBD1.pdf", b"%PDF-1.4")


def test_strings() -> None:
    assert strings(b"\x00\x01wire\x00\x01t\x00o\x00d\x00a\x00y\x00\x00") == ["today", "wire"]


def test_strings_in_other_scripts() -> None:
    """Six letters and more, which chance hardly makes."""
    said = ("פגישה סודית", "اجتماع سري", "встреча")
    data = b"\xff\x9f\x01".join(text.encode("utf-16-le") for text in said) + b"\xff\x9f"
    assert set(said) <= set(strings(data))


def test_properties_and_a_hostile_count() -> None:
    title = struct.pack("<II", 30, 5) + b"Plan\0\0\0\0"
    section = struct.pack("<IIII", 0, 1, 2, 16) + title
    stream = bytes(24) + struct.pack("<I", 1) + bytes(16) + struct.pack("<I", 48) + section
    assert summary(stream) == [("title", "Plan")]
    assert summary(stream[:48] + struct.pack("<II", 0, 0xFFFFFFFF)) == []
    assert summary(b"") == []


def test_a_formula_that_is_not_read_is_told() -> None:
    formula = build(Storage(entries={"Equation Native": b"\x1c" + bytes(60)}))
    (told,) = unwrap(formula, "_1234")
    assert isinstance(told, Trouble) and told.code == "no-text" and "_1234" in told.sentence


def test_a_text_of_wordpad_is_a_file_and_no_control() -> None:
    root = Storage()
    root.put(["Contents"], b"{\\rtf1 heron}")
    held = build(root)
    assert [c for c in unwrap(held, "_14") if isinstance(c, Child)] == [Child("_14.rtf", b"{\\rtf1 heron}", None)]
