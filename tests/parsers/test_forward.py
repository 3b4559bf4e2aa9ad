from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.parsers.reading import LIMITS
from triage.model import Child
from triage.parsers.contract import Meter
from triage.parsers.forward import WASTE, Forward, Frame, Losses, member, told, unlisted
from triage.parsers.unpacking import Budget, OverRatioError


def stream(*frames: Frame | Exception, left: int = WASTE) -> Forward:
    def given() -> Iterator[Frame]:
        for frame in frames:
            if isinstance(frame, Exception):
                raise frame
            yield frame

    return Forward(given, Meter(left))


def text(found: Forward, begin: int, size: int, losses: Losses | None = None) -> bytes:
    return b"".join(found.stretch(begin, size, losses or Losses()))


def test_stretches_go_over_frames_forward_and_back() -> None:
    found = stream(Frame(b"abc"), Frame(b""), Frame(b"defg"), Frame(b"h"))
    assert [text(found, *at) for at in ((0, 2), (1, 4), (5, 3), (0, 8), (8, 0))] == [
        b"ab",
        b"bcde",
        b"fgh",
        b"abcdefgh",
        b"",
    ]


def test_what_is_missing_shows_as_blanks_save_at_the_end() -> None:
    found, losses = stream(Frame(b"ab", 3, "broken"), Frame(b"cd", 2, "torn")), Losses()
    assert text(found, 0, 9, losses) == b"ab   cd"
    assert (losses.missing, losses.why) == (5, "broken")


def test_an_end_comes_to_each_stretch_beyond_it() -> None:
    found = stream(Frame(b"abc"), ValueError("torn"))
    for begin in (1, 2, 3, 5):
        with pytest.raises(ValueError, match="torn"):
            text(found, begin, 9)
    with pytest.raises(EOFError):
        text(stream(Frame(b"abc")), 0, 4)


def test_what_nobody_asked_for_is_bounded() -> None:
    frames = [Frame(bytes(1_000)) for _ in range(100)]
    assert len(text(stream(*frames, left=30_000), 0, 100_000)) == 100_000
    with pytest.raises(OverRatioError):
        text(stream(*frames, left=30_000), 99_000, 1)


def test_members_are_told_of_with_what_they_lack() -> None:
    found = stream(Frame(b"ab", 3, "broken"), Frame(b"", 9, "torn"), Frame(b"cd", doubt="its checksum is wrong"))

    def told_of(begin: int, size: int) -> list[str]:
        parts = member(found, begin, size, 99, "a.txt", Budget(LIMITS))
        return [repr(part.data) if isinstance(part, Child) else part.sentence for part in parts]

    assert told_of(0, 2) == ["b'ab'"]
    assert told_of(0, 5) == ["b'ab'", "3 bytes of 'a.txt' can't be unpacked (broken)."]
    assert told_of(5, 9) == ["'a.txt' can't be unpacked (torn)."]
    assert told_of(14, 2) == ["b'cd'", "'a.txt' may hold wrong bytes: its checksum is wrong."]
    assert told_of(16, 0) == ["b''"]


def test_bytes_of_no_member_are_told_unless_blank_or_not_there() -> None:
    found = stream(Frame(b"ab"), Frame(bytes(4)))
    parts = list(told(unlisted(found, 0, 2, 99, 1, Budget(LIMITS))))
    assert parts[1] == Child("unlisted-1-0", b"ab") and len(parts) == 2
    assert unlisted(found, 2, 4, 99, 1, Budget(LIMITS)) == [] == unlisted(found, 6, 4, 99, 1, Budget(LIMITS))
