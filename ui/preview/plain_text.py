"""The text view: the item's text with every hit, in parts, quotations folded. Plain text, no markup."""

from __future__ import annotations

from typing import ClassVar

from triage.model.reports import HitLine
from ui.i18n.language import later, tr
from ui.models.page import Hit, Page
from ui.preview.base import Foot, View
from ui.preview.text_area import Reader, sought_in
from ui.session import Session
from ui.widgets.builders import lay_out


class TextView(View):
    """Text and the place among its hits."""

    title: ClassVar[str] = later("Text")
    hint: ClassVar[str] = later("The text as it was read, with every hit")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hit = -1
        self.area = self.reader = Reader()
        self.foot = Foot(self, tr("Previous part of a long text"), tr("Next part of a long text"))
        lay_out(self, (self.reader, 1), self.foot)

    def show_page(self, page: Page) -> None:
        """Show an item at its first hit."""
        super().show_page(page)
        self.hit, self.part_count = -1, len(page.parts)
        self.show_part(0)
        self.step(1)

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self.hit = -1

    def dress(self) -> None:
        """Draw the text anew in the colours in force."""
        if self.page is not None:
            self.show_part(self.part)
            if 0 <= self.hit < len(self.page.hits):
                self._go(self.page.hits[self.hit])

    def show_part(self, part: int) -> None:
        """Show a part from its beginning."""
        assert self.page is not None
        self.part = part
        self.reader.show_runs(self.page.parts[part], [fold for fold in self.page.folds if fold.part == part])
        self.foot.setVisible(self.part_count > 1)
        self.foot.tell(tr("Part {number} of {parts} of a long text", number=part + 1, parts=self.part_count))

    def step(self, by: int) -> bool:
        """Go to the next hit or the one before, round the end."""
        if self.page is not None and self.page.hits:
            self._to((self.hit + by) % len(self.page.hits))
        return True

    def _to(self, hit: int) -> None:
        assert self.page is not None
        self.hit = hit
        self._go(self.page.hits[hit])
        self.hit_changed.emit()

    def place(self) -> str:
        """Return "hit 3 of 12"."""
        total = len(self.page.hits) if self.page else 0
        return tr("hit {number} of {total}", number=self.hit + 1, total=total) if total else ""

    def seek(self, sought: HitLine) -> None:
        """Go to a hit that another list names."""
        assert self.page is not None
        place = sought.segment if sought.segment >= 0 else sought.field
        before = self.page.hits.last_before(place, sought.start)
        if before >= 0:  # the last of them, as a hit inside another is lit with it
            self._to(before)

    def _go(self, hit: Hit) -> None:
        if hit.part != self.part:
            self.show_part(hit.part)
        self.reader.mark(hit)

    def part_holds(self, part: int, sought: str) -> bool:
        """Look through the text of a part, quotations too."""
        return self.page is not None and sought_in(sought).search(self.page.parts[part].text()) is not None
