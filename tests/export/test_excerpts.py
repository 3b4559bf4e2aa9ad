"""Excerpts: what surrounds the hits, every term once before any twice."""

from __future__ import annotations

from tests.export.records import sample
from triage.export.collect import Collector
from triage.export.excerpts import excerpts
from triage.export.texts import details
from triage.model.items import ItemNo, Segment, Span


def test_a_rare_term_is_shown_even_after_many_hits_of_another() -> None:
    records = sample()
    text = ("energy " + "x" * 300) * 20 + "call"
    records.change(ItemNo(1), segments=(Segment("body", text),))
    spans = [Span(0, "body", at * 307, at * 307 + 6, 0) for at in range(20)]
    spans.append(Span(0, "body", len(text) - 4, len(text), 1))
    records.hits[ItemNo(1)] = spans
    found = excerpts(records.item(ItemNo(1)), spans)
    assert [[run for run, hit in e.runs if hit] for e in found] == [["energy"]] * 4 + [["call"]]
    dossier = Collector(records, [ItemNo(1)], "x").dossier(1, ItemNo(1))
    assert ("Hits", "21, of which 5 are shown in the excerpts") in details(dossier)


def test_excerpts_show_hits_with_what_is_around_and_join_close_ones() -> None:
    records = sample()
    text = "a" * 200 + " kestrel and kestrel " + "b" * 500 + " kestrel"
    records.change(ItemNo(1), segments=(Segment("body", text), Segment("comment", "kestrel?")))
    item = records.item(ItemNo(1))
    at = [text.index("kestrel"), text.index("kestrel", 210), text.rindex("kestrel")]
    spans = [Span(0, "body", start, start + 7, 0) for start in at] + [Span(1, "comment", 0, 7, 0)]
    found = excerpts(item, [Span(-1, "subject", 0, 3, 0), *spans])
    assert [e.field for e in found] == ["body", "body", "comment"]
    assert [run for run, hit in found[0].runs if hit] == ["kestrel", "kestrel"]
    assert found[0].text.startswith("…") and found[0].text.endswith("…")
    assert found[1].text.endswith("b kestrel")
    assert found[2].runs == (("kestrel", True), ("?", False))


def test_overlapping_hits_are_marked_once_and_lose_no_text() -> None:
    item = sample().item(ItemNo(1))
    found = excerpts(item, [Span(0, "body", 0, 11, 0), Span(0, "body", 7, 16, 1)])
    assert found[0].text == "Please keep this quiet."
    assert [run for run, hit in found[0].runs if hit] == ["Please keep", " this"]


def test_dense_hits_make_several_excerpts_of_bounded_length() -> None:
    records = sample()
    records.change(ItemNo(1), segments=(Segment("body", "kestrel " * 1000),))
    spans = [Span(0, "body", at * 8, at * 8 + 7, 0) for at in range(1000)]
    found = excerpts(records.item(ItemNo(1)), spans)
    assert len(found) == 5
    assert all(len(e.text) < 900 for e in found)


def test_without_a_hit_the_opening_is_shown() -> None:
    records = sample()
    assert [e.text for e in excerpts(records.item(ItemNo(1)), [])] == ["Please keep this quiet."]
    records.change(ItemNo(1), segments=())
    assert excerpts(records.item(ItemNo(1)), []) == []
