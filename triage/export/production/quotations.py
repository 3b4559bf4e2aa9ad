"""Which documents that leave quote others: words that are redacted there, lines of what is withheld.

It points out exact quotations; near ones it doesn't know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from triage.export.production.cutting import texts_of
from triage.model.items import Item, ItemNo
from triage.model.redactions import Redaction
from triage.text import Phrases, words

_LEAST = 5  # words of a line that is a quotation; "Best regards, Dana" is none


class Quotations:
    """Finds in items what is redacted or withheld in others."""

    def __init__(self, kept_out: Iterable[tuple[Item, Collection[Redaction]]]) -> None:
        """Each item comes with its redactions; one that has none is withheld, so all lines of its text count."""
        self._lines: dict[tuple[str, ...], set[ItemNo]] = defaultdict(set)
        phrases, self._owners = list[list[str]](), list[ItemNo]()
        for item, redactions in kept_out:
            for passage in (redaction.passage for redaction in redactions):
                if passage is not None:
                    phrases.append(words(passage.text))
                    self._owners.append(item.row.no)
            for line in () if redactions else _lines(item):
                self._lines[line].add(item.row.no)
        self._finder = Phrases(phrases)

    def sources(self, item: Item) -> set[ItemNo]:
        """Return the items that this one quotes."""
        found = set[ItemNo]()
        for line in _lines(item) if self._lines else ():
            found |= self._lines.get(line, set())
        for text in texts_of(item) if self._owners else ():
            found |= self.saying(text)
        return found - {item.row.no}

    def saying(self, text: str) -> set[ItemNo]:
        """Return the items of which a text has words that are redacted there."""
        return {self._owners[which] for _, which, _ in self._finder.among(words(text))}


def _lines(item: Item) -> set[tuple[str, ...]]:
    """Return the lines of an item's text, as words, that are long enough to be recognised."""
    texts = (segment.text for segment in item.segments if segment.origin in ("body", "alternative"))
    lines = (tuple(words(line)) for text in texts for line in text.split("\n"))
    return {line for line in lines if len(line) >= _LEAST}
