"""Which rows of the result list are selected, as runs of rows: a million of them take no list of a million items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from triage.model.items import ItemNo

MOST_AT_ONCE = 50
"""Items that one key or click codes without a dialog that says first, in numbers, what changes."""


class Selection:
    """Items selected in a list, in its order; a list that is shown later changes nothing in it."""

    def __init__(self, nos: Sequence[ItemNo] = (), rows: Iterable[range] = ()) -> None:
        self._nos = nos
        self.rows = tuple(_joined(rows))
        self._count = sum(map(len, self.rows))

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[ItemNo]:
        for run in self.rows:
            yield from self._nos[run.start : run.stop]


def _joined(rows: Iterable[range]) -> Iterator[range]:
    start = stop = -1
    for run in sorted(rows, key=lambda run: run.start):
        if run.start > stop:
            if stop > start:
                yield range(start, stop)
            start = run.start
        stop = max(stop, run.stop)
    if stop > start:
        yield range(start, stop)
