"""Objects inside compound files: packaged files, embedded documents, properties, loose strings."""

from __future__ import annotations

import struct

from tests.parsers.reading import LIMITS
from tests.writers.office97 import packaged
from triage.messages import render
from triage.model.items import Child, Trouble
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.ole import native_child, open_ole, stream, strings, summary, unwrap
from triage.parsers.kit.texts import Texts


def test_a_packaged_file_has_its_own_name() -> None:
    assert [(c.name, c.data) for c in unwrap(packaged("a.txt", b"data"), "object1") if isinstance(c, Child)] == [
        ("a.txt", b"data")
    ]


def test_native_data_without_a_header_is_kept_whole() -> None:
    child = native_child(struct.pack("<I", 4) + b"\xff\xfe\xfd\xfc", "object1")
    assert (child.name, child.data) == ("object1", b"\xff\xfe\xfd\xfc")


def packaging(label: str, source: str, temporary: str, wide: tuple[str, ...] = ()) -> bytes:
    def ansi(text: str) -> bytes:
        return text.encode("ascii", "replace") + b"\0"

    copied = ansi(temporary)
    body = b"\x02\x00" + ansi(label) + ansi(source) + b"\0\0\x03\0" + struct.pack("<I", len(copied)) + copied
    body += struct.pack("<I", 4) + b"data"
    body += b"".join(struct.pack("<I", len(text)) + text.encode("utf-16-le") for text in wide)
    return struct.pack("<I", len(body)) + body


def test_where_a_packaged_file_lay() -> None:
    source, copy = r"C:\Users\dana\Desktop\נשר\a.zip", r"C:\Users\dana\Temp\a.zip"
    whole = packaging("a.zip", source, copy, (copy, "a.zip", source))
    assert native_child(whole, "x").came_from == (source, copy)
    assert native_child(packaging("a.zip", source, copy), "x").came_from[1] == copy
    assert native_child(packaging("a.zip", "a.zip", "a.zip"), "x").came_from == ()
    for short in range(0, 120, 7):
        native_child(whole[:short], "x")
    child = native_child(packaging("?.zip", source, copy, (copy, "נשר.zip", source)), "object1")
    assert (child.name, child.data) == ("נשר.zip", b"data")


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


def test_strings_with_dashes_and_quotes_stay_whole() -> None:
    for said in ("It’s “Arial” – for €20…", "הסכם – סודי", "Договор – тайна", "اجتماع – سري"):
        assert said in strings(b"\xff\x9f\x01" + said.encode("utf-16-le") + b"\xff\x9f")


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
    assert isinstance(told, Trouble) and told.code == "no-text" and "_1234" in render(told.message)


def test_a_text_of_wordpad_is_a_file_and_no_control() -> None:
    root = Storage()
    root.put(["Contents"], b"{\\rtf1 heron}")
    held = build(root)
    assert [c for c in unwrap(held, "_14") if isinstance(c, Child)] == [Child("_14.rtf", b"{\\rtf1 heron}", None)]


def test_a_cut_stream_is_told() -> None:
    whole = bytes(range(256)) * 40
    data = bytearray(build(Storage(entries={"Book": whole})))
    entry = data.index("Book\0".encode("utf-16-le"))
    struct.pack_into("<I", data, entry + 120, 90_000)
    texts = Texts(LIMITS)
    assert whole == stream(open_ole(bytes(data), texts), "Book", texts)[: len(whole)]
    assert [t.code for t in texts.troubles] == ["truncated"] and "90000" in render(texts.troubles[0].message)


def test_a_counted_saving_is_no_damage() -> None:
    data = bytearray(build(Storage(entries={"Book": b"x"})))
    struct.pack_into("<I", data, 52, 9)
    texts = Texts(LIMITS)
    assert stream(open_ole(bytes(data), texts), "Book", texts) == b"x" and texts.troubles == []


def test_an_embedded_object_whose_directory_goes_round_is_told_and_kept() -> None:
    root = Storage()
    root.put(["note"], b"heron")
    data = bytearray(build(root))
    at = data.find("Root Entry".encode("utf-16-le"))
    data[at + 0x42] = 1  # a storage, and its own first child
    data[at + 0x4C : at + 0x50] = bytes(4)
    trouble, child = unwrap(bytes(data), "object1")
    assert isinstance(trouble, Trouble) and trouble.code == "damaged"
    assert isinstance(child, Child) and child.data == data
