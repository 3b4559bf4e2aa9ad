"""Mail HTML as rich text: what the reader process left of it, words and their arrangement.

The browser loads nothing, whatever is asked for, and follows no link: a click copies the address.
"""

from __future__ import annotations

import re
from html import unescape
from operator import itemgetter
from typing import Any, ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from triage.errors import TriageError
from triage.model.items import LISTED, Item, ItemId
from triage.model.previews import RichText, may_have_html
from ui import theme
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.preview import text_area
from ui.preview.base import Foot, OriginalView
from ui.preview.text_area import ReadOnlyText, text_format

_MOST_LIT = 500
_TAG = re.compile("<[^>]*>")
_NOTES = {
    "pictures": later("pictures aren't loaded"),
    "tables": later("deeply nested tables are shown flat"),
    "rest": later("the rest is only in the Text view"),
}


class Browser(ReadOnlyText, QTextBrowser):
    def __init__(self) -> None:
        super().__init__(tr("Rich text of the item"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def doSetSource(self, name: QUrl | str, kind: Any = None) -> None:
        """Go nowhere."""


class RichView(OriginalView):
    title: ClassVar[str] = later("Rich text")
    hint: ClassVar[str] = later("A mail's HTML without styles, pictures and links; hidden text is shown as well")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.parts: tuple[str, ...] = ()
        self._places: list[QTextCursor] = []
        self._at = -1
        self._without: set[ItemId] = set()
        self.browser = Browser()
        self.browser.anchorClicked.connect(self._copy_address)
        self.browser.highlighted.connect(self._show_address)
        self.foot = Foot(self, tr("Previous part"), tr("Next part"))
        self._notes = ""
        self.set_content(self.browser, self.foot)

    def fits(self, item: Item) -> bool:
        # Decided by what is on record; an item that was opened in vain isn't opened again.
        return may_have_html(item) and item.row.id not in self._without

    def clear(self) -> None:
        super().clear()
        self.parts, self._places = (), []

    def begin(self) -> None:
        assert self.page is not None
        no, reviewer = self.page.item.row.no, self.session.reviewer
        self.ask(lambda case: case.originals.rich_text(no, reviewer), self._take, "rich")

    def _take(self, rich: RichText) -> None:
        self.parts, self.part_count = rich.parts, len(rich.parts)
        notes = [tr(_NOTES[note]) for note in rich.notes if note in _NOTES]
        self._notes = formatting.listed([tr("Simplified view; remote content blocked"), *notes])
        if rich.parts:
            self.show_part(0)
            self.ready()
        else:
            self._lack(tr("Its HTML contains no words."), for_good=True)

    def failed(self, error: TriageError) -> None:
        # The text view shows the item: it can show every one.
        self._lack(messages.error(error), for_good=error.message.key == "view-no-html")

    def _lack(self, sentence: str, *, for_good: bool) -> None:
        if for_good and self.page is not None:
            self._without.add(self.page.item.row.id)
        self.view_unavailable.emit(sentence)

    def show_part(self, part: int) -> None:
        self.part = part
        with self.browser.changing():
            self.browser.setHtml(self.parts[part])
            text_area.box_missing_letters(self.browser.document())
        parts = self.part_count
        several = tr("Part {number} of {parts}", number=part + 1, parts=parts) if parts > 1 else ""
        self.foot.show_words(formatting.listed([several, self._notes]))
        self._light()

    def _light(self) -> None:
        self._places, self._at = [], -1
        lit: list[QTextEdit.ExtraSelection] = []
        words = sorted(self.page.hit_texts.items(), key=itemgetter(1)) if self.page else ()
        for word, term in words:
            cursor = self.browser.document().find(word)
            while not cursor.isNull() and len(lit) < _MOST_LIT:
                lit.append(QTextEdit.ExtraSelection())
                lit[-1].cursor = cursor
                lit[-1].format = text_format("hit text", theme.ground(term), bold=term < LISTED)
                if self.page is not None and self.page.stops(term):
                    self._places.append(cursor)
                cursor = self.browser.document().find(word, cursor)
        self._places.sort(key=lambda cursor: cursor.selectionStart())
        self.browser.setExtraSelections(lit[::-1])  # a hit stands over what is marked beside it
        self.hit_changed.emit()

    def apply_colours(self) -> None:
        if self.parts:
            self.show_part(self.part)

    def step(self, by: int) -> bool:
        if not self._places:
            return False
        self._at = (self._at + by) % len(self._places) if self._at >= 0 or by > 0 else len(self._places) - 1
        self.browser.lay_out()
        self.browser.setTextCursor(self._places[self._at])
        self.browser.ensureCursorVisible()
        self.hit_changed.emit()
        return True

    def hit_position(self) -> str:
        total = len(self._places)
        if not total:
            return ""
        if self._at < 0:
            return tr("{hits} here", hits=formatting.count(total, "hit"))
        return tr("hit {number} of {total} here", number=self._at + 1, total=total)

    def find_in_part(self, text: str, by: int, *, again: bool = False) -> bool:
        self.browser.lay_out()
        if again and by < 0:
            self.browser.moveCursor(QTextCursor.MoveOperation.End)
        way = QTextDocument.FindFlag.FindBackward if by < 0 else QTextDocument.FindFlag(0)
        return bool(self.browser.find(text, way))

    def part_holds(self, part: int, text: str) -> bool:
        return text.casefold() in unescape(_TAG.sub("", self.parts[part])).casefold()

    def _copy_address(self, address: QUrl) -> None:
        QGuiApplication.clipboard().setText(address.toString())
        self.session.say(tr("The link's address is copied; it isn't opened."))

    def _show_address(self, address: QUrl) -> None:
        self.foot.words.setText(formatting.isolate(formatting.safe_line(address.toString())) or self._notes)
