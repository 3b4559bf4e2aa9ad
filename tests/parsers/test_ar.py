from __future__ import annotations

import pytest

from tests.parsers.archives import ar_of, cpio_of
from tests.parsers.reading import read

FILES = {"a.txt": b"alpha!", "b.txt": b"beta", "odd": b"xyz"}


@pytest.mark.parametrize("build", [ar_of, cpio_of])
def test_members_are_children(build: object) -> None:
    reading = read(build(FILES))  # type: ignore[operator]
    assert {c.name: c.data for c in reading.children} == FILES
    assert reading.codes == []


@pytest.mark.parametrize("build", [ar_of, cpio_of])
def test_truncation_is_told(build: object) -> None:
    whole = build({"a.txt": b"alpha", "b.txt": b"b" * 400})  # type: ignore[operator]
    reading = read(whole[:300])
    assert reading.children[0].data == b"alpha"
    assert "truncated" in reading.codes


def test_long_names_of_both_kinds() -> None:
    gnu = ar_of({"/": b"a_rather_long_name.txt/\n"}).replace(b"//              ", b"//              ")
    gnu = gnu + f"{'/0':<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{3:<10}`\n".encode() + b"one\n"
    bsd = (
        b"!<arch>\n"
        + f"{'#1/20':<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{23:<10}`\n".encode()
        + b"another_long_name.md"
        + b"two\n"
    )
    assert [(c.name, c.data) for c in read(gnu).children] == [("a_rather_long_name.txt", b"one")]
    assert [(c.name, c.data) for c in read(bsd).children] == [("another_long_name.md", b"two")]


@pytest.mark.parametrize(
    ("name", "time", "codes"),
    [
        (b"/0", b"1454694016", []),
        (b"/0", b"9e9", ["damaged"]),
        (b"/99", b"1454694016", ["damaged"]),
        (b"a.txt/", b"", []),
    ],
)
def test_broken_headers_are_told_and_the_member_is_read(name: bytes, time: bytes, codes: list[str]) -> None:
    def member(name: bytes, time: bytes, content: bytes) -> bytes:
        return (
            name.ljust(16)
            + time.ljust(12)
            + b"0     0     644     "
            + str(len(content)).encode().ljust(10)
            + b"`\n"
            + content
        )

    reading = read(b"!<arch>\n" + member(b"//", b"", b"long.txt/\n") + member(name, time, b"heron\n"))
    assert [c.data for c in reading.children] == [b"heron\n"] and reading.codes[:1] == codes


def test_a_file_whose_mode_does_not_say_file_is_read() -> None:
    data = cpio_of({"a.txt": b"heron"}).replace(b"%08X" % 0o100644, b"%08X" % 0o644)
    assert [(c.name, c.data) for c in read(data).children] == [("a.txt", b"heron")]
