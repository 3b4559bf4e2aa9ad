"""The text view: the item's text with every hit, in parts, quotations folded. Plain text, no markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from triage.model.redactions import MarkedPassage, Redaction
from triage.model.reports import HitLine
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.marks import Hit
from ui.models.page import Page
from ui.preview.base import Foot, View
from ui.preview.text_area import Reader, sought_in
from ui.widgets.builders import lay_out


class TextView(View):
    """Text and the place among its hits."""

    title: ClassVar[str] = later("Text")
    hint: ClassVar[str] = later("The text as it was read, with every hit")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hit = -1
        self.shown: Page | None = None  # what the parts and hits are of
        self.passages: Sequence[MarkedPassage] = ()
        self.redactions: Sequence[Redaction] = ()
        self.area = self.reader = self.make_reader()
        self.foot = Foot(self, tr("Previous part of a long text"), tr("Next part of a long text"))
        lay_out(self, (self.reader, 1), self.foot)

    def make_reader(self) -> Reader:
        """Return the widget that shows the text."""
        return Reader()

    def show_page(self, page: Page) -> None:
        """Show an item at the first hit of the query."""
        super().show_page(page)
        self.take(page)
        if page.searched:
            self.step(1)

    def take(self, shown: Page) -> None:
        """Show a text from its beginning."""
        self.shown, self.hit, self.part_count = shown, -1, len(shown.parts)
        self.passages, self.redactions = shown.passages, shown.redactions
        self.show_part(0)

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self.shown, self.hit, self.passages, self.redactions = None, -1, (), ()

    def dress(self) -> None:
        """Draw the text anew in the colours in force."""
        if self.shown is not None:
            self.show_part(self.part)
            if 0 <= self.hit < len(self.shown.hits):
                self._go(self.shown.hits[self.hit])

    def show_part(self, part: int) -> None:
        """Show a part from its beginning."""
        assert self.shown is not None
        self.part = part
        self.reader.show_runs(self.shown.parts[part], [fold for fold in self.shown.folds if fold.part == part])
        self.show_passages(self.passages, self.redactions)
        self.foot.setVisible(self.part_count > 1)
        self.foot.tell(tr("Part {number} of {parts} of a long text", number=part + 1, parts=self.part_count))

    def show_passages(self, passages: Sequence[MarkedPassage], redactions: Sequence[Redaction]) -> None:
        """Underline what reviewers marked, and strike out what they redacted."""
        self.passages, self.redactions = passages, redactions
        if self.shown is not None:
            cut = [one.passage for one in redactions if one.passage is not None]
            ranges = self.shown.parts[self.part].ranges
            self.reader.underline(ranges(passages) if passages else (), ranges(cut) if cut else ())

    def chosen(self) -> list[MarkedPassage]:
        """Return what is selected of the item's text."""
        cursor = self.reader.textCursor()
        if self.shown is None or not cursor.hasSelection():
            return []
        return self.shown.parts[self.part].chosen(cursor.selectionStart(), cursor.selectionEnd())

    def step(self, by: int) -> bool:
        """Go to the next hit or the one before, round the end."""
        if self.shown is not None and self.shown.hits:
            self._to((self.hit + by) % len(self.shown.hits))
        return True

    def _to(self, hit: int) -> None:
        assert self.shown is not None
        self.hit = hit
        self._go(self.shown.hits[hit])
        self.hit_changed.emit()

    def place(self) -> str:
        """Return "hit 3 of 12"."""
        total = len(self.shown.hits) if self.shown else 0
        if total and self.hit < 0:
            return formatting.count(total, "hit")
        return tr("hit {number} of {total}", number=self.hit + 1, total=total) if total else ""

    def seek(self, sought: HitLine) -> None:
        """Go to a hit that another list names."""
        assert self.shown is not None
        place = sought.segment if sought.segment >= 0 else sought.field
        before = self.shown.hits.last_before(place, sought.start)
        if before >= 0:  # the last of them, as a hit inside another is lit with it
            self._to(before)

    def _go(self, hit: Hit) -> None:
        if hit.part != self.part:
            self.show_part(hit.part)
        self.reader.mark(hit)

    def part_holds(self, part: int, sought: str) -> bool:
        """Look through the text of a part, quotations too."""
        return self.shown is not None and sought_in(sought).search(self.shown.parts[part].text()) is not None
