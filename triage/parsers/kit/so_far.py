"""What is kept of an item whose reading a limit ends, where ``Texts`` doesn't gather it: names of members, plain text.

It is asked for once the reading has ended, with little time left, and says how far it came in that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from triage.messages import say
from triage.model.items import Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Context, Limits, seconds_left
from triage.parsers.kit.unpacking import member_list

_Piece = TypeVar("_Piece")
Piece = tuple[list[Segment], Trouble | None, Message]
"""Texts, what is wrong with them, and the place that they reach to."""


def while_time_lasts(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces for half of the time that is left, the first one in any case."""
    until = seconds_left() / 2
    for piece in pieces:
        yield piece
        if seconds_left() < until:
            return


class PlainerReading:
    """A reading of an item that is quick and less exact, made only where a limit has left no other."""

    def __init__(self, limits: Limits, pieces: Callable[[], Iterable[Piece]]) -> None:
        self.troubles: list[Trouble] = []
        self._pieces = pieces
        self._place: Message | None = None
        limits.plainer.append(self)

    def so_far(self) -> list[Segment]:
        """Return the text that can be had in the time that is left."""
        texts: dict[str, list[str]] = {}
        for segments, trouble, place in while_time_lasts(self._pieces()):
            self._place = place
            for segment in segments:
                texts.setdefault(segment.origin, []).append(segment.text)
            if trouble is not None and trouble not in self.troubles:
                self.troubles.append(trouble)
        joined = (Segment(origin, "".join(parts)) for origin, parts in texts.items())
        return [segment for segment in joined if segment.text.strip()]

    def reached(self) -> Message | None:
        """Return the place of the last piece."""
        return self._place


class MemberNames(list[str]):
    """The names of an archive's members as they are found, before they become its text."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.troubles: list[Trouble] = []
        self._context = context
        context.limits.gathered.append(self)

    def segment(self) -> Segment:
        """Return them as the archive's text, once all are known."""
        self._context.limits.gathered.remove(self)
        return Segment("properties", member_list(self._context.listable(self)))

    def so_far(self) -> list[Segment]:
        """Return the names that were found."""
        return [Segment("properties", member_list(self._context.listable(self)))] if self else []

    def reached(self) -> Message:
        """Return how many these are."""
        return say("place-member", count=len(self))
