"""Tests of the hit list's table."""

from __future__ import annotations

from triage.export.hit_table import HEAD, table
from triage.messages import plain
from triage.model.items import ItemId, ItemNo
from triage.model.reports import HitLine, HitList


def test_the_lines_in_their_order() -> None:
    lines = tuple(HitLine(ItemNo(n), ItemId(f"id{n}"), "body", "the ", "heron", " flies", 0, 4, 0) for n in (7, 3))
    said = table(HitList("heron", (plain("a note"),), 2, 40, lines))
    assert said.head == HEAD and said.notes == ("a note",)
    assert said.rows == ((1, "id7", "body", "the ", "heron", " flies"), (2, "id3", "body", "the ", "heron", " flies"))
    assert dict(said.facts) == {"Read as": "heron", "Hits": "40 in 2 items", "Listed": "2 hits"}
