"""The pieces of a finding's text that a report shows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from triage.export.contract import Excerpt
from triage.model.items import Item, Span

_MOST = 5
_AROUND = 90
_LONGEST = 600
_OPENING = 300


def excerpts(item: Item, spans: Sequence[Span]) -> list[Excerpt]:
    """Return up to five pieces of text around the hits, in reading order; without a hit the text's opening.

    Every term of the query that has a hit in the text comes before a second piece for any other.
    """
    groups = list(_groups(spans))
    if not groups and item.segments:
        opening = item.segments[0]
        more = "…" if len(opening.text) > _OPENING else ""
        return [Excerpt(opening.origin, ((opening.text[:_OPENING] + more, False),))]
    return [_excerpt(item, groups[at]) for at in sorted(_chosen(groups))]


def _chosen(groups: Sequence[Sequence[Span]]) -> list[int]:
    """Return which groups are shown: the first with each term, then the earliest others."""
    firsts: dict[int, int] = {}
    for at, group in enumerate(groups):
        for span in group:
            firsts.setdefault(span.term, at)
    return list(dict.fromkeys([*firsts.values(), *range(len(groups))]))[:_MOST]


def _groups(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the hits in the text, those together that stand closer than an excerpt's width."""
    group: list[Span] = []
    for span in [s for s in spans if s.segment >= 0]:
        if group and (
            span.segment != group[0].segment
            or span.start > group[-1].end + _AROUND
            or span.end - group[0].start > _LONGEST
        ):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _excerpt(item: Item, group: Sequence[Span]) -> Excerpt:
    segment = item.segments[group[0].segment]
    text = segment.text
    at = max(0, group[0].start - _AROUND)
    end = min(len(text), group[-1].end + _AROUND)
    runs = [("…", False)] if at else []
    for span in group:
        runs += [(text[at : span.start], False), (text[max(at, span.start) : span.end], True)]
        at = max(at, span.end)
    runs += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return Excerpt(segment.origin, tuple(run for run in runs if run[0]))
