"""Stretches of a stream that can only be unpacked forward (floor 2): many members, each unpacked once.

Shared by cabinets and compiled help files, whose members stand side by side in one packed stream. Nothing is held but
the frame in hand; what is unpacked for no member is counted, and ends at a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from triage.model import Child, Trouble
from triage.parsers.contract import Meter
from triage.parsers.unpacking import Budget, OverRatioError, shown

WASTE = 256 << 20
"""How many bytes may be unpacked in an archive that no member asked for."""

_STEP = 256
_MOST_WHY = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of a stream: its bytes, how many are missing behind them, and what is wrong with it ("" for nothing).

    ``doubt`` says that bytes may be wrong, without any missing.
    """

    data: bytes
    missing: int = 0
    why: str = ""
    doubt: str = ""


@dataclass(slots=True)
class Losses:
    """What a stretch suffered: bytes that are missing in it and why, and the first reason to doubt the others."""

    missing: int = 0
    why: str = ""
    doubt: str = ""

    def note(self, frame: Frame, missing: int) -> None:
        """Add what a frame lacks in this stretch."""
        self.missing += missing
        self.why = self.why or (frame.why if missing else "")
        self.doubt = self.doubt or frame.doubt


@dataclass(slots=True)
class Forward:
    """A stream of frames; ``frames`` begins it anew, ``meter`` counts what is unpacked in vain."""

    frames: Callable[[], Iterator[Frame]]
    meter: Meter
    _open: Iterator[Frame] | None = None
    _frame: Frame = field(default=Frame(b""))
    _at: int = 0
    _ended: Exception | None = None

    def stretch(self, begin: int, size: int, losses: Losses) -> Iterator[bytes]:
        """Yield the bytes from ``begin`` on; what is missing between them shows as blanks.

        Raises as the frames do, EOFError where the stream ends before, OverRatioError at the bound of ``meter``.
        """
        end, blank = begin + size, 0
        self._rewind(begin)
        while begin < end:
            self._reach(begin)
            frame, start = self._frame, begin - self._at
            piece = frame.data[start : start + end - begin]
            missing = min(end, self._end) - begin - len(piece)
            losses.note(frame, missing)
            if piece:
                if blank:
                    yield from _blanks(blank)
                    blank = 0
                yield piece
            blank += missing
            begin += len(piece) + missing

    @property
    def _end(self) -> int:
        return self._at + len(self._frame.data) + self._frame.missing

    def _rewind(self, begin: int) -> None:
        if self._open is None or begin < self._at:
            self._open, self._frame, self._at, self._ended = self.frames(), Frame(b""), 0, None

    def _reach(self, begin: int) -> None:
        """Go on to the frame that holds ``begin``."""
        while self._end <= begin:
            if self._ended is not None:
                raise self._ended.with_traceback(None)
            self.meter.left -= _STEP + max(0, self._end - self._at if self._passed(begin) else 0)
            if self.meter.left < 0:
                raise OverRatioError
            self._at = self._end
            self._frame = Frame(b"")
            try:
                self._frame = next(self._open or iter(()))
            except StopIteration:
                self._ended = EOFError("the packed data ends too early")
            except Exception as error:  # each kind of packing fails in its own way
                self._ended = error

    def _passed(self, begin: int) -> bool:
        """Whether the frame in hand lies wholly before what is asked for next."""
        return self._end < begin


def _blanks(count: int) -> Iterator[bytes]:
    for at in range(0, count, 1 << 15):
        yield b" " * min(1 << 15, count - at)


def unread(count: int) -> Trouble:
    """Tell that the bound of ``WASTE`` was met before this many members."""
    sentence = f"The archive unpacks to far more than its members; {count} members were not read."
    return Trouble("limit-ratio", sentence)


def member(
    stream: Forward,
    begin: int,
    size: int,
    packed: int,
    untrusted_name: str,
    budget: Budget,
    declared: str | None = None,
) -> Iterator[Child | Trouble]:
    """Yield a member of a stream, and what is wrong with it; ``packed`` as in ``Budget.collect``."""
    losses = Losses()
    unpacked = budget.collect(stream.stretch(begin, size, losses), packed, untrusted_name)
    name = shown(untrusted_name)
    nothing = unpacked.data == b"" and size > 0
    if unpacked.data is not None and not nothing:
        yield Child(untrusted_name, unpacked.data, declared)
    if unpacked.trouble is not None:
        yield unpacked.trouble
    if nothing:
        yield Trouble("damaged", f"{name} can't be unpacked ({losses.why[:_MOST_WHY]}).")
    elif losses.missing and unpacked.data is not None:
        yield Trouble("damaged", f"{losses.missing} bytes of {name} can't be unpacked ({losses.why[:_MOST_WHY]}).")
    elif losses.doubt and unpacked.data is not None:
        yield Trouble("damaged", f"{name} may hold wrong bytes: {losses.doubt}.")


def unlisted(stream: Forward, begin: int, size: int, packed: int, number: int, budget: Budget) -> list[Child | Trouble]:
    """Return a stretch of stream ``number`` that belongs to no member as a file, or nothing where it is blank.

    Where the stream ends before it, nobody can say that there was anything.
    """
    found = list(member(stream, begin, size, packed, f"unlisted-{number}-{begin}", budget))
    if all(isinstance(one, Trouble) and one.code == "truncated" for one in found):
        return []
    return [one for one in found if isinstance(one, Trouble) or one.data.strip(b"\0 ")]


def told(found: list[Child | Trouble]) -> Iterator[Child | Trouble]:
    """Yield what ``unlisted`` found, and say so."""
    for one in found:
        if isinstance(one, Child):
            sentence = f"{len(one.data)} bytes of the archive belong to no listed member; they were read as a file."
            yield Trouble("damaged", sentence)
        yield one
