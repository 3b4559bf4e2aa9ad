"""Which objects an AutoCAD drawing has (floor 2): those its map tells of, and those that stand between them.

An object that no map tells of was deleted, or the map is damaged. Where objects can't be followed, the bytes are given
as they are, so that loose strings can be looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.parsers.contract import seconds_left
from triage.parsers.dwgbits import check_sum
from triage.parsers.dwgobjects import Layout, Record
from triage.parsers.dwgtexts import Teller

_LEAST, _TRIES, _TIMES, _EACH, _SECONDS = 8, 100_000, 4, 1024, 5
_FILLED = re.compile(rb"[^\0]")


class Map:
    """Follows the objects; afterwards ``lost`` counts those that aren't in their place, ``stopped`` tells of time.

    ``marred`` counts those that don't match their check sums.
    ``first`` and ``last`` bound the bytes in which objects stand.
    """

    def __init__(self, section: bytes, layout: Layout, teller: Teller, first: int, last: int) -> None:
        self._section, self._layout, self._teller = section, layout, teller
        self._first, self._last = first, last
        self._spans: list[tuple[int, int]] = []
        self._tries = _TRIES
        self.lost = self.marred = 0
        self.stopped = False

    def listed(self, places: list[int]) -> Iterator[Record]:
        """Yield the objects at these places, in their order. What a hostile map lists again and again is read once."""
        left = _TIMES * len(self._section)
        for number, place in enumerate(dict.fromkeys(places)):
            record = self._layout.record(self._section, place) if place > 0 else None
            if number % _EACH == 0 and seconds_left() < _SECONDS:
                self.stopped = True
                return
            if record is None or left < 0:
                self.lost += 1
                continue
            left -= len(record.data)
            self._spans.append((record.place, record.past))
            if self._layout.summed:
                stored = self._section[record.past - 2 : record.past]
                self.marred += check_sum(self._section[place : record.past - 2]) != int.from_bytes(stored, "little")
            yield record

    def between(self) -> Iterator[Record | bytes]:
        """Yield the objects that stand where no other does, and what no object can be made out in."""
        at = self._first
        for place, past in [*sorted(self._spans), (self._last, self._last)]:
            if place - at >= _LEAST and not self.stopped:
                yield from self._follow(at, min(place, self._last))
            at = max(at, past)

    def _follow(self, at: int, end: int) -> Iterator[Record | bytes]:
        """Yield objects one behind the other; behind what is none, the next one is looked for."""
        begun = at
        while end - at >= _LEAST:
            record = self._sound(at, end)
            if record is not None:
                if at - begun >= _LEAST:
                    yield self._section[begun:at]
                yield record
                begun = at = record.past
                continue
            filled = _FILLED.search(self._section, at + 1, end)
            self._tries -= 1
            if filled is None or self._tries < 0 or (self._tries % _EACH == 0 and seconds_left() < _SECONDS):
                break
            at = filled.start()
        if end - begun >= _LEAST and _FILLED.search(self._section, begun, end):
            yield self._section[begun:end]

    def _sound(self, at: int, end: int) -> Record | None:
        record = self._layout.record(self._section, at)
        return record if record is not None and record.past <= end and self._teller.knows(record) else None
