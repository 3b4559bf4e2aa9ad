"""Limits on unpacking: size of an item, of all items, ratio; names of members; parts of split archives."""

from __future__ import annotations

import io
import random

import py7zr
import pytest

from sample_corpus.archive import zip_of
from tests.parsers.archive_builders import deflated
from tests.parsers.reading import Reading, read
from tests.writers.package import zipped
from triage.messages import render
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.unpacking import OverRatioError, UnpackingBudget, kind_of_part, member_list, shown, unsafe_name

LIMITS = Limits(item_bytes=3 << 20, total_bytes=5 << 20, ratio=10, text_chars=1000)


def test_collects_what_keeps_to_the_limits() -> None:
    unpacked = UnpackingBudget(LIMITS).collect([b"ab", b"c"], 3, "x")
    assert (unpacked.data, unpacked.trouble) == (b"abc", None)


def test_item_limit_counts_what_comes_out() -> None:
    unpacked = UnpackingBudget(LIMITS).collect((bytes(1 << 20) for _ in range(4)), 4 << 20, "x")
    assert unpacked.data is None
    assert unpacked.trouble is not None and unpacked.trouble.code == "limit-size"


def test_total_limit_runs_over_members() -> None:
    budget = UnpackingBudget(LIMITS)
    first = budget.collect([bytes(3 << 20)], 3 << 20, "first")
    second = budget.collect([bytes(3 << 20)], 3 << 20, "second")
    assert first.trouble is None
    assert second.trouble is not None and "second" in render(second.trouble.message)


def test_ratio_counts_above_one_mebibyte_only() -> None:
    assert UnpackingBudget(LIMITS).collect([bytes(1 << 20)], 1, "small").trouble is None
    over = UnpackingBudget(LIMITS).collect([bytes((1 << 20) + 1)], 1, "large").trouble
    assert over is not None and over.code == "limit-ratio"


@pytest.mark.parametrize(
    ("error", "code"),
    [(EOFError("end"), "truncated"), (ValueError("bad"), "damaged"), (OverRatioError(), "limit-ratio")],
)
def test_an_error_ends_the_member_and_keeps_what_came_before_it(error: Exception, code: str) -> None:
    def pieces() -> object:
        yield b"before"
        raise error

    unpacked = UnpackingBudget(LIMITS).collect(pieces(), 6, "x")  # type: ignore[arg-type]
    assert unpacked.data == (None if code == "limit-ratio" else b"before")
    assert unpacked.trouble is not None and unpacked.trouble.code == code


def test_memory_is_no_damage() -> None:
    def pieces() -> object:
        raise MemoryError
        yield b""

    unpacked = UnpackingBudget(LIMITS).collect(pieces(), 6, "x")  # type: ignore[arg-type]
    assert unpacked.data is None and unpacked.trouble is not None and unpacked.trouble.code == "limit-memory"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/x", "C:\\x", "..\\x", "\\\\host\\x", "a\x00b"])
def test_unsafe_names(name: str) -> None:
    assert [trouble.code for trouble in unsafe_name(name)] == ["unsafe-name"]


@pytest.mark.parametrize("name", ["a/b.txt", "..a/b", "a..b", "דוח.txt", "a:b"])
def test_safe_names(name: str) -> None:
    assert list(unsafe_name(name)) == [] or name == "a:b"


def test_names_in_sentences_are_short_and_printable() -> None:
    assert "\n" not in shown("a\nb") and len(shown("x" * 500)) < 130
    assert member_list(["a", "b"]) == "a\nb"


MEMOS = {f"{n}.txt": random.Random(n).randbytes(500).hex().encode() for n in range(4)}


def _sevenzip() -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w") as archive:
        for name, data in MEMOS.items():
            archive.writestr(data, name)
    return buffer.getvalue()


def _is_told(reading: Reading) -> bool:
    message = reading.troubles[0].message
    return set(reading.codes) == {"truncated"} and message.key.startswith("split-") and "Join all" in render(message)


def _spanned(*parts: int, zip64: bool = False) -> bytes:
    """Return the last part of a split zip whose members stand in the parts of these numbers."""
    members = [deflated(name, data) for name, data in list(MEMOS.items())[: len(parts)]]
    last = max(parts)
    whole = bytearray(zip_of(*members))
    here = zip_of(*(m for m, part in zip(members, parts, strict=True) if part == last), directory=False)
    listing = whole[whole.index(b"PK\x01\x02") : whole.rindex(b"PK\x05\x06")]
    at, places = 0, 0
    for member, part in zip(members, parts, strict=True):
        listing[at + 34 : at + 36] = part.to_bytes(2, "little")
        listing[at + 42 : at + 46] = (places if part == last else 5 + part).to_bytes(4, "little")
        places += (30 + len(member.name) + len(member.data)) * (part == last)
        at += 46 + len(member.name)
    count = len(parts).to_bytes(2, "little")
    place = len(here).to_bytes(4, "little")
    sizes = count * 2 + len(listing).to_bytes(4, "little") + place
    end = b"PK\x05\x06" + last.to_bytes(2, "little") * 2 + sizes + b"\0\0"
    locator = b"PK\x06\x07" + last.to_bytes(4, "little") + bytes(8) + (last + 1).to_bytes(4, "little")
    return here + bytes(listing) + (locator if zip64 else b"") + end


def test_parts_are_known_by_their_names() -> None:
    assert kind_of_part("a.7z.001") == "7z"
    assert [kind_of_part(f"a.{ending}") for ending in ("ZIP.002", "z01", "zx12", "zipx.003")] == ["zip"] * 4
    assert [kind_of_part(name) for name in ("a.7z", "a.zip", "a.001", "az01", "a.z", "")] == [""] * 6


def test_parts_of_a_split_7z() -> None:
    data = _sevenzip()
    assert _is_told(read(data[:900], "a.7z.001"))
    assert _is_told(read(data[900:], "a.7z.002"))
    whole = read(data, "a.7z.001")
    assert whole.codes == [] and len(whole.children) == 4
    cut = read(data[:900], "a.7z")
    assert cut.codes == ["truncated"] and "part" not in render(cut.troubles[0].message)
    assert read(data[:20], "a.7z").codes == ["truncated"]


def test_parts_of_a_split_zip_by_name() -> None:
    data = zipped(MEMOS)
    half = data.index(b"PK\x03\x04", 1000)
    first, later = read(data[:half], "a.zip.001"), read(data[half : half + 700], "a.zip.002")
    assert _is_told(first) and {c.name: c.data for c in first.children}.items() <= MEMOS.items() and first.children
    assert _is_told(later) and later.children
    assert _is_told(read(data[half + 50 : half + 400], "a.z02"))
    assert read(data, "a.zip.001").codes == []


def test_the_first_part_of_a_split_zip_by_its_mark() -> None:
    data = zipped(MEMOS)
    reading = read(b"PK\x07\x08" + data[: data.index(b"PK\x01\x02")], "x")
    assert _is_told(reading) and len(reading.children) == 4


@pytest.mark.parametrize("zip64", [False, True])
def test_the_last_part_of_a_split_zip_by_its_directory(zip64: bool) -> None:
    reading = read(_spanned(0, 1, 2, zip64=zip64), "a.zip")
    assert _is_told(reading) and reading.names == ["2.txt"]
    assert render(reading.troubles[0].message).startswith("It is the last of 3 parts")


def test_a_split_zip_that_was_joined_lacks_nothing() -> None:
    data = bytearray(zipped(MEMOS))
    end = data.rindex(b"PK\x05\x06")
    data[end + 4 : end + 8] = b"\x02\x00\x02\x00"
    reading = read(b"PK\x07\x08" + bytes(data), "a.zip")
    assert reading.codes == [] and len(reading.children) == 4


def test_text_that_is_named_like_a_part_is_text() -> None:
    assert [read(b"the falcon memo", f"a.{ending}").text() for ending in ("7z.002", "z01")] == ["the falcon memo"] * 2
