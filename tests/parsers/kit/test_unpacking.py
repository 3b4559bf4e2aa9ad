"""Limits on unpacking: size of an item, of all items, ratio; and names of members."""

from __future__ import annotations

import pytest

from triage.messages import render
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.unpacking import OverRatioError, UnpackingBudget, member_list, shown, unsafe_name

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

    with pytest.raises(MemoryError):
        UnpackingBudget(LIMITS).collect(pieces(), 6, "x")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/x", "C:\\x", "..\\x", "\\\\host\\x", "a\x00b"])
def test_unsafe_names(name: str) -> None:
    trouble = unsafe_name(name)
    assert trouble is not None and trouble.code == "unsafe-name"


@pytest.mark.parametrize("name", ["a/b.txt", "..a/b", "a..b", "דוח.txt", "a:b"])
def test_safe_names(name: str) -> None:
    assert unsafe_name(name) is None or name == "a:b"


def test_names_in_sentences_are_short_and_printable() -> None:
    assert "\n" not in shown("a\nb") and len(shown("x" * 500)) < 130
    assert member_list(["a", "b"]) == "a\nb"
