"""Objects inside compound files: packaged files, embedded documents, properties, loose strings."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.reading import LIMITS
from tests.writers.office97 import packaged
from triage.messages import render
from triage.model.items import Child, Trouble
from triage.parsers.kit import ole
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.ole import (
    decompressed,
    hyperlink,
    macro_source,
    native_child,
    open_ole,
    stream,
    strings,
    summary,
    unwrap,
)
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


# VBA macros: the source of each module.

EXAMPLES = {
    b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa": (
        "012FB000236161616263646582660070616768696A013808616B6C00306D6E6F700671027004107273747576107778797A003C"
    ),
    b"a" * 73: "0103B002614500",
    b"abcdefghijklmnopqrstuv.": "0119B000616263646566676800696A6B6C6D6E6F70007172737475762E",
}
"""The examples of MS-OVBA 3.2: normal, maximum and no compression."""


@pytest.mark.parametrize("plain", EXAMPLES)
def test_the_examples_of_the_specification(plain: bytes) -> None:
    assert decompressed(bytes.fromhex(EXAMPLES[plain])) == plain


@pytest.mark.parametrize("packed", [b"", b"\1", b"\2\x03\xb0", b"\1\x03\xb0\xff\xff\xff\xff", b"\1\x00\x10aaa"])
def test_what_is_no_container_gives_nothing(packed: bytes) -> None:
    assert decompressed(packed) == b""


def test_small_containers_cannot_unpack_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ole, "_MOST_SOURCE", 1 << 20)
    chunk = bytes.fromhex("03B00261FF0F")
    assert len(decompressed(b"\1" + chunk * 2_000)) <= (1 << 20) + 4096


def stored(plain: bytes) -> bytes:
    """Return a container whose only chunk holds bytes as they are, eight after each byte of flags."""
    body = b"".join(b"\0" + plain[at : at + 8] for at in range(0, len(plain), 8))
    return b"\1" + struct.pack("<H", len(body) - 1 | 0xB000) + body


def project(offset: int = 20, stated: bytes = b"Module1") -> bytes:
    """Return a project of one module in Hebrew, whose source stands behind ``offset`` bytes of compiled code."""
    code = 'Attribute VB_Name = "Module1"\r\nSub Report()\r\n MsgBox "האנפה"\r\nEnd Sub\r\n'.encode("cp1255")
    records = [(3, b"\xe7\x04"), (9, bytes(6)), (0x1A, stated), (0x31, struct.pack("<I", 20))]
    listed = b"".join(struct.pack("<HI", kind, 4 if kind == 9 else len(data)) + data for kind, data in records)
    root = Storage()
    root.put(["Macros", "VBA", "dir"], stored(listed))
    root.put(["Macros", "VBA", "_VBA_PROJECT"], b"\xcc\x61 compiled")
    root.put(["Macros", "VBA", "Module1"], bytes(offset) + stored(code))
    return build(root)


def hidden(data: bytes) -> tuple[str, list[str]]:
    texts = Texts(LIMITS)
    macro_source(data, texts)
    return "\n".join(s.text for s in texts.segments()), [trouble.code for trouble in texts.troubles]


def test_the_source_of_a_module_is_hidden_text_in_the_projects_code_page() -> None:
    assert hidden(project()) == ('Module1\nSub Report()\n MsgBox "האנפה"\nEnd Sub', [])


@pytest.mark.parametrize("data", [project(offset=31), project(stated=b"Other")], ids=["wrong place", "not listed"])
def test_a_module_that_is_not_where_the_list_says_is_found_by_how_it_begins(data: bytes) -> None:
    assert hidden(data) == ('Module1\nSub Report()\n MsgBox "האנפה"\nEnd Sub', [])


def test_a_module_without_source_and_a_broken_project_are_told() -> None:
    broken = project()
    at = broken.index(b"Attribut") - 4
    assert hidden(broken[:at] + b"\0" + broken[at + 1 :]) == ("", ["damaged"])
    assert hidden(b"no compound file") == ("", ["damaged"])


# Hyperlink objects: address, text and path.

URL = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
FILE = bytes.fromhex("0303000000000000c000000000000046")


def counted(text: str) -> bytes:
    return struct.pack("<I", len(text) + 1) + (text + "\0").encode("utf-16-le")


def link(flags: int, *parts: bytes) -> bytes:
    return struct.pack("<II", 2, flags) + b"".join(parts)


def address(text: str) -> bytes:
    raw = (text + "\0").encode("utf-16-le")
    return URL + struct.pack("<I", len(raw) + 24) + raw + bytes(24)


def path(narrow: bytes, wide: str = "", ups: int = 0) -> bytes:
    raw = wide.encode("utf-16-le")
    more = struct.pack("<IIH", len(raw) + 6, len(raw), 3) + raw if wide else bytes(4)
    return FILE + struct.pack("<HI", ups, len(narrow) + 1) + narrow + b"\0" + b"\xff\xff\xad\xde" + bytes(20) + more


def test_all_that_a_link_says() -> None:
    data = link(0x99, counted("מכרז"), counted("_blank"), address("https://example.test/מ"), counted("גיליון1!A1"))
    assert hyperlink(b"xx" + data, 2) == ["מכרז", "_blank", "https://example.test/מ", "גיליון1!A1"]


def test_paths_of_files() -> None:
    assert hyperlink(link(0x09, path(b"PLAN~1.XLS", "план.xls"), counted("A1")), 0) == ["план.xls", "A1"]
    assert hyperlink(link(0x09, path(b"plan.xls", ups=2), counted("A1")), 0) == ["..\\..\\plan.xls", "A1"]
    assert hyperlink(link(0x101, counted("\\\\server\\share")), 0) == ["\\\\server\\share"]


@pytest.mark.parametrize("data", [b"", link(0x10, b"\xff\xff\xff\xff"), link(1, bytes(60)), link(1, FILE, b"\0\0\xff")])
def test_damage_raises(data: bytes) -> None:
    with pytest.raises((struct.error, ValueError)):
        hyperlink(data, 0)
