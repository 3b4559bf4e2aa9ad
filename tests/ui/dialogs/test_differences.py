"""Differences of two texts: what isn't marked is the same, blanks don't count, and long texts are bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.dialogs import compare as module
from ui.dialogs.compare import differences

TEXTS = st.text(alphabet="ab. \n", max_size=60)


def rest(text: str, marked: list[tuple[int, int]]) -> list[str]:
    """Return the words of a text that aren't marked."""
    kept = "".join(c for at, c in enumerate(text) if not any(start <= at < end for start, end in marked))
    return [c for c in kept if not c.isspace()]


@given(first=TEXTS, second=TEXTS)
def test_what_is_not_marked_is_the_same(first: str, second: str) -> None:
    found = differences(first, second)
    assert rest(first, found.of(0)) == rest(second, found.of(1))


def test_words_are_marked_within_lines() -> None:
    found = differences("one two three\nsame\n", "one 2 three\nsame\nmore\n")
    assert [("one two three\nsame\n"[a:b]) for a, b in found.of(0)] == ["two", ""]
    assert [("one 2 three\nsame\nmore\n"[a:b]) for a, b in found.of(1)] == ["2", "more"]
    assert not differences("a  b\r\n\n c", "a b\n c\n\n").pairs


def test_what_is_too_long_is_marked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    found = differences("same\na\nb\nc\n", "same\nx\ny\nz\n")
    assert [found.of(side) for side in (0, 1)] == [[(5, 10)], [(5, 10)]]
