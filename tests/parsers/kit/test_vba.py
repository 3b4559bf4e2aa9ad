"""VBA macros: the source of each module."""

from __future__ import annotations

import struct

import pytest

from tests.parsers.reading import LIMITS
from triage.parsers.kit import ole
from triage.parsers.kit.compound import Storage, build
from triage.parsers.kit.ole import decompressed, macro_source
from triage.parsers.kit.texts import Texts

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
