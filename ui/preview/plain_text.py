"""The text view: the item's text with every hit, in parts, quotations folded. Plain text, no markup."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from triage.model.reports import HitLine
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Hit, Page
from ui.preview.base import Foot, View, column
from ui.preview.text_area import Reader, sought_in
from ui.session import Session


class TextView(View):
    """Text and the place among its hits."""

    title: ClassVar[str] = later("Text")
    hint: ClassVar[str] = later("The text as it was read, with every hit")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hit = -1
        self.reader = Reader()
        self.foot = Foot(
            tr("Previous part of a long text"),
            tr("Next part of a long text"),
            (formatting.back(), formatting.forward()),
        )
        self.foot.turned.connect(self._turn)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column(self.reader, self.foot))

    def readers(self) -> tuple[QWidget, ...]:
        """The text takes single-letter keys."""
        return (self.reader,)

    def show_page(self, page: Page) -> None:
        """Show an item at its first hit."""
        super().show_page(page)
        self.hit = -1
        self._show_part(0)
        self.step(1)

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self.hit = -1
        self.reader.clear()

    def dress(self) -> None:
        """Draw the text anew in the colours in force."""
        if self.page is not None:
            self._show_part(self.reader.part)
            if 0 <= self.hit < len(self.page.hits):
                self._go(self.page.hits[self.hit])

    def _show_part(self, part: int) -> None:
        assert self.page is not None
        parts = len(self.page.parts)
        self.reader.show_part(self.page, part)
        self.foot.setVisible(parts > 1)
        said = tr("Part {number} of {parts} of a long text", number=f"{part + 1:,}", parts=f"{parts:,}")
        self.foot.tell(said, part, parts)

    def step(self, by: int) -> bool:
        """Go to the next hit or the one before, round the end."""
        if self.page is not None and self.page.hits:
            self._to((self.hit + by) % len(self.page.hits))
        return True

    def _to(self, hit: int) -> None:
        assert self.page is not None
        self.hit = hit
        self._go(self.page.hits[hit])
        self.stepped.emit()

    def place(self) -> str:
        """Return "hit 3 of 12"."""
        total = len(self.page.hits) if self.page else 0
        return tr("hit {number} of {total}", number=f"{self.hit + 1:,}", total=f"{total:,}") if total else ""

    def seek(self, sought: HitLine) -> None:
        """Go to a hit that another list names."""
        assert self.page is not None
        place = sought.segment if sought.segment >= 0 else sought.field
        before = self.page.hits.last_before(place, sought.start)
        if before >= 0:  # the last of them, as a hit inside another is lit with it
            self._to(before)

    def _go(self, hit: Hit) -> None:
        if hit.part != self.reader.part:
            self._show_part(hit.part)
        self.reader.mark(hit)

    def _turn(self, by: int) -> bool:
        if self.page is None or not 0 <= self.reader.part + by < len(self.page.parts):
            return False
        self._show_part(self.reader.part + by)
        return True

    def turn(self, pages: int) -> bool:
        """Scroll the text; past its end, turn to the next part."""
        return self.reader.turn(pages) or self._turn(pages)

    def zoom(self, percent: int) -> None:
        """Set the size of the text."""
        self.reader.zoom(percent)

    def selected(self) -> str:
        """Return the selected text as it stands in the item."""
        return self.reader.selected()

    def look_for(self, sought: str, by: int = 1) -> bool:
        """Go to the next place of a text or the one before; further parts are looked through as well."""
        if self.page is None or self.reader.find_text(sought, by):
            return self.page is not None
        parts, pattern = len(self.page.parts), sought_in(sought)
        for ahead in range(1, parts + 1):
            part = (self.reader.part + by * ahead) % parts
            if pattern.search(self.page.parts[part].text()):
                self._show_part(part)
                if self.reader.find_text(sought, by, again=True):
                    return True
        return False
