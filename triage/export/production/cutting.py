"""Cutting redacted words out of what is written about an item. Pure.

A phrase is cut wherever it occurs in the item: in its text, its header, its name. What takes its place is the same
whatever was cut. Words are those that are searched, so a phrase is found however it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from triage.export.production.near_misses import remaining
from triage.model.items import Item, Row, Segment
from triage.model.redactions import NOWHERE, Redaction
from triage.text import Phrases, tokens, words

_MARK = "[Redacted: {}]"
_GAP = " 0 "
"""Stands for a mark, whose reason may have any words, so that what is before it and after it isn't joined."""
_MARKS = re.compile(r"\[Redacted: [^\]]*\]")
_REGIONS = "Regions of its pages are redacted. Its text isn't produced."
_UNSEEN = frozenset(("properties", "headers", "message-id", "transport"))
"""Origins of text that no page shows."""


class Cutter:
    """Cuts out of an item what is redacted in it.

    ``reasons_on_pages`` are those of the phrases ``sought``, then those of the ``regions``.
    """

    def __init__(self, item: Item, redactions: Collection[Redaction]) -> None:
        self.reasons = tuple(sorted({redaction.reason for redaction in redactions}))
        regions = sorted((one.region, one.reason) for one in redactions if one.region is not None)
        self.regions = tuple(region for region, _ in regions)
        self._fields = {one.field: one.reason for one in redactions if one.field}
        texts = dict([*_passages(redactions), *_of_fields(item, self._fields)])
        phrases = {tuple(words(text)): reason for text, reason in texts.items()}
        phrases.pop((), None)
        self._signs = {text.strip(): reason for text, reason in texts.items() if text.strip() and not words(text)}
        self._phrases, self._reasons = list(phrases), list(phrases.values())
        self.reasons_on_pages = (*self._reasons, *(reason for _, reason in regions))
        self._finder = Phrases(self._phrases)
        self._redacted = [
            words(one.passage.text) for one in redactions if one.passage and one.passage.segment != NOWHERE
        ]

    @property
    def can_be_drawn_over(self) -> bool:
        """Whether all that is cut has words, which can be located on pages; signs alone can't be."""
        return not self._signs

    @property
    def sought(self) -> tuple[str, ...]:
        """The phrases, as words with blanks between them."""
        return tuple(" ".join(phrase) for phrase in self._phrases)

    def text(self, untrusted: str) -> str:
        """Return a text without what is redacted."""
        pieces, at = list[str](), 0
        for start, end, reason in self._stretches(untrusted):
            if start >= at:
                pieces += [untrusted[at:start], _MARK.format(reason)]
            at = max(at, end)
        cut = "".join([*pieces, untrusted[at:]])
        for signs, reason in self._signs.items():
            cut = cut.replace(signs, _MARK.format(reason))
        return cut

    def _stretches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where phrases begin and end, and the reason of each, in the order of the text."""
        found = list(tokens(text))
        for at, which, length in self._finder.among([token.word for token in found]):
            yield found[at].start, found[at + length - 1].end, self._reasons[which]

    def expected(self, item: Item) -> list[int]:
        """Return how often each phrase occurs in the text of an item that its pages may show."""
        shown = (words(segment.text) for segment in item.segments if segment.origin not in _UNSEEN)
        counts = Counter(which for spelled in shown for _, which, _ in self._finder.among(spelled))
        return [counts[which] for which in range(len(self._phrases))]

    def item(self, item: Item) -> Item:
        """Return the item as what is written about it may know it."""
        segments = tuple(Segment(segment.origin, self.text(segment.text)) for segment in item.segments)
        return replace(
            item,
            row=self.row(item.row),
            path=self.path(item.path),
            member=self.member(item.member),
            sha256="",
            message_id=self.text(item.message_id),
            references=tuple(map(self.text, item.references)),
            segments=(Segment("body", _MARK.format(_REGIONS)),) if self.regions else segments,
            to=tuple(self._people("to", item.to)),
            cc=tuple(self._people("cc", item.cc)),
            bcc=tuple(self._people("bcc", item.bcc)),
        )

    def row(self, row: Row) -> Row:
        """Return an item's row, or that of a copy of it, as what is written about it may know it."""
        return replace(
            row,
            subject=self._field("subject", row.subject),
            sender=self._field("from", row.sender),
            name=self._field("file", row.name),
            path=self.path(row.path),
            custodian=self.text(row.custodian),
        )

    def path(self, untrusted: str) -> str:
        """Return the path of the item's file."""
        return self._field("file", untrusted)

    def member(self, member: str) -> str:
        """Return the way to the item inside its file, "" where the name of that is cut."""
        return "" if "file" in self._fields else member

    def mark(self) -> str:
        """Return what stands for something that is cut as a whole."""
        return _MARK.format(", ".join(self.reasons))

    def _field(self, name: str, value: str) -> str:
        return _MARK.format(self._fields[name]) if name in self._fields and value else self.text(value)

    def _people(self, name: str, persons: Sequence[str]) -> Iterator[str]:
        if name in self._fields and persons:
            yield _MARK.format(self._fields[name])
        else:
            yield from map(self.text, persons)

    def remains(self, texts: Iterable[str], accepted: Iterable[str] = ()) -> bool:
        """Return whether something that is redacted, or a near miss that isn't accepted, stands in texts after all.

        It is looked for in other ways than those in which it was cut.
        """
        texts = [_MARKS.sub(_GAP, text) for text in texts]
        plain = "\0".join(" ".join(text.split()).casefold() for text in texts)
        spelled = (r"[^\w\0]+".join(map(re.escape, phrase)) for phrase in self._phrases)
        exact = any(re.search(rf"(?<!\w){words_of_it}(?!\w)", plain) for words_of_it in spelled)
        return exact or bool(remaining(self._redacted, texts, accepted))


def texts_of(item: Item) -> Iterator[str]:
    """Yield what is written about an item that may be its own words."""
    row = item.row
    yield from (row.subject, row.sender, row.name, row.path, row.custodian, item.path, item.message_id)
    yield from (*item.to, *item.cc, *item.bcc, *item.references)
    yield from (segment.text for segment in item.segments)


def _passages(redactions: Collection[Redaction]) -> list[tuple[str, str]]:
    return [(one.passage.text, one.reason) for one in redactions if one.passage is not None]


def _of_fields(item: Item, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the values of redacted fields, which are cut wherever they stand."""
    row = item.row
    values: dict[str, tuple[str, ...]] = {
        "subject": (row.subject,),
        "from": (row.sender,),
        "to": item.to,
        "cc": item.cc,
        "bcc": item.bcc,
        "file": (row.name,),
    }
    for name, reason in fields.items():
        yield from ((value, reason) for value in values[name] if value)
