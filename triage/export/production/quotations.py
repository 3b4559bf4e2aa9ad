"""Where documents that leave say what is kept out of others: words that are redacted, lines of what is withheld.

It points out exact quotations; near ones it doesn't know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from triage.model.items import Item, ItemNo
from triage.model.redactions import Redaction
from triage.text import words

_LEAST = 5  # words of a line that is a quotation; "Best regards, Dana" is none


class Quotations:
    """Knows what is kept out, and finds it in other items."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, ...], set[ItemNo]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[tuple[str, ...], ItemNo]]] = defaultdict(list)

    def keep(self, item: Item, redactions: Collection[Redaction] = ()) -> None:
        """Know what is redacted in an item; of one in which nothing is, as it is withheld, all lines of its text."""
        for redaction in redactions:
            if redaction.passage is not None and (phrase := tuple(words(redaction.passage.text))):
                self._phrases[phrase[0]].append((phrase, item.row.no))
        for line in () if redactions else _lines(item):
            self._lines[line].add(item.row.no)

    def sources(self, item: Item) -> set[ItemNo]:
        """Return the items of which this one says what is kept out."""
        found = set[ItemNo]()
        for line in _lines(item) if self._lines else ():
            found |= self._lines.get(line, set())
        for segment in item.segments if self._phrases else ():
            spelled = words(segment.text)
            for at, word in enumerate(spelled if not self._phrases.keys().isdisjoint(spelled) else ()):
                for phrase, no in self._phrases.get(word, ()):
                    if tuple(spelled[at : at + len(phrase)]) == phrase:
                        found.add(no)
        return found - {item.row.no}


def _lines(item: Item) -> set[tuple[str, ...]]:
    """Return the lines of an item's text, as words, that are long enough to be recognised."""
    texts = (segment.text for segment in item.segments if segment.origin in ("body", "alternative"))
    lines = (tuple(words(line)) for text in texts for line in text.split("\n"))
    return {line for line in lines if len(line) >= _LEAST}
