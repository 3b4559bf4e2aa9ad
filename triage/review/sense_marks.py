"""Which lines of a word people marked as meant or not, and which lines were drawn to judge the rest by.

Lines are known by their item's id and their place among its hits. Nothing is decided of items here.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from triage.model.items import ItemNo
from triage.store import reading
from triage.store.db import Store

_KEY = "sense_marks"


class SenseMarks(msgspec.Struct, frozen=True):
    """Of one query: whether each marked line is meant, and who says so; the lines that were drawn."""

    meant: Mapping[str, bool] = msgspec.field(default_factory=dict)
    reviewers: Mapping[str, str] = msgspec.field(default_factory=dict)
    drawn: Sequence[str] = ()


def load(store: Store, query: str) -> SenseMarks:
    """Return what was marked of a query's lines."""
    kept = json.loads(store.meta(_KEY, "{}")).get(query)
    return SenseMarks(**kept) if kept else SenseMarks()


def save(store: Store, actor: str, query: str, marks: SenseMarks) -> None:
    """Keep what is marked of a query's lines, and put on record that somebody marked some."""
    counts = {"meant": sum(marks.meant.values()), "not": len(marks.meant) - sum(marks.meant.values())}
    with store.change(actor, "mark senses", query=query, **counts, drawn=len(marks.drawn)):
        _write(store, json.loads(store.meta(_KEY, "{}")) | {query: msgspec.to_builtins(marks)})


def forget(store: Store, nos: Collection[ItemNo]) -> None:
    """Drop the marks of items; called inside a change."""
    kept = json.loads(store.meta(_KEY, "{}"))
    if not kept:
        return
    ids = {row.id for row in reading.rows(store, sorted(nos))}
    for query, marks in ((query, SenseMarks(**one)) for query, one in kept.items()):
        left = [line for line in {*marks.meant, *marks.drawn} if line.partition(":")[0] not in ids]
        kept[query] = msgspec.to_builtins(
            replace(
                marks,
                meant={line: meant for line, meant in marks.meant.items() if line in left},
                reviewers={line: name for line, name in marks.reviewers.items() if line in left},
                drawn=[line for line in marks.drawn if line in left],
            )
        )
    _write(store, {query: marks for query, marks in kept.items() if marks["meant"] or marks["drawn"]})


def _write(store: Store, marks: Mapping[str, object]) -> None:
    store.set_meta(_KEY, json.dumps(marks, ensure_ascii=False, sort_keys=True))
