"""What stands about the text of a Word document: who changed it and when, and names of content controls.

ECMA-376-1 17.13.5 (revisions) and 17.5.2 (structured document tags). Nothing here adds text; it becomes properties.
"""

from __future__ import annotations

from collections.abc import Iterator

from triage.parsers.kit.change_authors import Changers
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute
from triage.parsers.office.ooxml.common import iso_date

CHANGES = frozenset(
    (
        "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange numberingChange cellIns "
        "cellDel cellMerge"
    ).split()
)
"""Tracked changes that concern no text: of its look, and of tables."""

MOST = 1000
"""Names of each kind that are kept; each says something only once."""


class Marks:
    """Gathers the names from all parts of a document, in the order in which they come."""

    def __init__(self) -> None:
        self._changers = Changers()
        self._controls: dict[str, None] = {}
        self._full = False

    def changed(self, change: Element) -> None:
        """Note who made a tracked change, and when."""
        author = attribute(change, "author")
        if self._takes(author, self._changers):
            when = iso_date(attribute(change, "date") or attribute(change, "createdate"))  # Word 2003's own name
            self._changers.note(author, when if when.endswith("+00:00") else "")

    def control(self, entry: Element) -> None:
        """Note the title (17.5.2.1) or the tag (17.5.2.42) of a content control."""
        name = attribute(entry, "val")
        if self._takes(name, self._controls):
            self._controls[name] = None

    def _takes(self, name: str, names: Changers | dict[str, None]) -> bool:
        known, room = name in names, len(names) < MOST
        self._full = self._full or not (known or room)
        return bool(name) and (known or room)

    def properties(self, texts: Texts) -> Iterator[tuple[str, str]]:
        """Yield the properties that tell of it; names past the limit are left out and noted in ``texts``."""
        for name, values in (("Changed by", self._changers.told()), ("Content controls", "; ".join(self._controls))):
            if values:
                yield name, values
        if self._full:
            texts.trouble("limit-count", "too-many-persons-or-controls", most=MOST)
