"""The preview: the current item in one of several views, opened at its first hit. Nothing is fetched.

It knows views only as ``ui/preview/stack.py`` holds them, and shows an item that is closed in none of them.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from triage.model.items import LISTED, Item, ItemNo
from triage.model.reports import HitLine
from ui import preferences, theme
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.models.page import Page
from ui.models.pages import Pages
from ui.panel import Brief, Command, Empty, Panel, label
from ui.preview.base import View
from ui.preview.passages import Marker
from ui.preview.plain_text import TextView
from ui.preview.stack import AttachmentLine, Finder, Legend, LegendTerm, ViewStack
from ui.preview.text_area import Reader
from ui.widgets.builders import delayed, lay_out, pages
from ui.widgets.controls import row, tool_button

_PATIENCE = 200  # milliseconds before an item that takes long says so
_NOTHING = later("Select an item in the list to read it here.")


class Preview(Panel):
    title = "Item"
    place = "right"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.page: Page | None = None
        self._wanted_hit: HitLine | None = None
        self._pages = Pages(session)
        self._pages.page_loaded.connect(self._show)
        self._slow = delayed(self, _PATIENCE, self._wait)
        self.sights = ViewStack(session)
        self.sights.view_changed.connect(self._say_hit)
        self.marker = Marker(session, self.text, self.sights.pages)
        self._build()
        for view in self.views:
            view.hit_changed.connect(self._say_hit)
            view.find_failed.connect(partial(self._missed, view))
        self.reader.unfold(preferences.text("quotations", "folded") == "open")
        session.case_opened.connect(self._forget)
        session.colours_changed.connect(self._apply_colours)
        session.item_selected.connect(self._select)
        session.hit_requested.connect(self._seek)
        session.results_changed.connect(self._read_again)
        session.memory.highlights.changed.connect(self._read_again)
        session.tags_changed.connect(lambda nos: self._look_again())
        session.seals_changed.connect(self._resealed)
        session.sealing.changed.connect(self._say_closed)

    @property
    def views(self) -> tuple[View, ...]:
        return self.sights.views

    @property
    def view(self) -> View:
        return self.sights.view

    @property
    def text(self) -> TextView:
        return self.sights.text

    @property
    def reader(self) -> Reader:
        return self.text.reader

    @property
    def hit(self) -> int:
        return self.text.hit

    def _build(self) -> None:
        self.subject = Brief("", "title")
        self.place_of_hit = label("", "muted")
        self.previous_button = tool_button(
            formatting.back(), tr("Previous hit (Shift+F3)"), lambda: self.step(-1), hint=True
        )
        self.next_button = tool_button(formatting.forward(), tr("Next hit (F3)"), lambda: self.step(1), hint=True)
        self.attachments = AttachmentLine()
        self.attachments.attachment_opened.connect(self._open_attachment)
        self.attachments.rest_requested.connect(lambda: self.session.command_requested.emit("Related items"))
        self.finder = Finder()
        self.finder.find_requested.connect(self.find_next)
        self.finder.finder_closed.connect(self.go_to_it)
        self.legend = Legend()
        hide = tool_button("✕", tr("Hide the legend (menu View)"), self.toggle_legend, hint=True)
        self.key = lay_out(QWidget(), row((self.legend, hide), (1,)))
        top = row((self.subject, self.place_of_hit, self.previous_button, self.next_button), (1,), theme.STEP // 2)
        self.empty = Empty(tr(_NOTHING))
        self.closed = Empty("")
        page = lay_out(QWidget(), top, self.sights.switch, self.attachments, self.key, self.finder, (self.sights, 1))
        self.stack = pages(self, self.empty, page, self.closed)

    def readers(self) -> tuple[QWidget, ...]:
        return tuple(view.area for view in self.views)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() in self.readers():
            if not event.isAutoRepeat():
                self.session.step_requested.emit(1)
        else:
            super().keyPressEvent(event)

    def commands(self) -> tuple[Command, ...]:
        paper, word = self.sights.pages, preferences.text
        return (
            Command("Next hit", "Item", lambda: self.step(1), ("F3",), begins_part=True, repeats=True),
            Command("Previous hit", "Item", lambda: self.step(-1), ("Shift+F3",), repeats=True),
            Command(
                "Scroll down", "Item", partial(self.turn_pages, 1), ("Space",), True, begins_part=True, repeats=True
            ),
            Command("Scroll up", "Item", partial(self.turn_pages, -1), ("Shift+Space",), reading=True, repeats=True),
            Command(
                "Expand quoted text", "Item", self.unfold, ("Q",), reading=True, state=lambda: self.reader.unfolded
            ),
            Command("Go to the item", "Item", self.go_to_it, ("F6",)),
            Command("Go to first attachment", "Item", self.open_first, ("Alt+Down",), reading=True),
            Command("Find in this item", "Item", self.finder.start, ("Ctrl+F",), begins_part=True),
            Command("Copy with citation", "Item", self.copy_cited, ("Ctrl+Shift+C",)),
            *self.marker.commands(),
            Command("Show text", "Item", partial(self.look_at, 0), ("Ctrl+1",), begins_part=True),
            Command("Show pages", "Item", partial(self.look_at, 1), ("Ctrl+2",)),
            Command("Show table", "Item", partial(self.look_at, 2), ("Ctrl+3",)),
            Command("Show rich text", "Item", partial(self.look_at, 3), ("Ctrl+4",)),
            Command("Show details", "Item", partial(self.look_at, 4), ("Ctrl+5",)),
            Command("Show bytes", "Item", partial(self.look_at, 5), ("Ctrl+6",)),
            Command("Show conversation", "Item", partial(self.look_at, 6), ("Ctrl+7",)),
            Command("Larger text", "View", lambda: self.sights.rescale(1), ("Ctrl++", "Ctrl+="), repeats=True),
            Command("Smaller text", "View", lambda: self.sights.rescale(-1), ("Ctrl+-",), repeats=True),
            Command("Actual size", "View", lambda: self.sights.rescale(0), ("Ctrl+0",)),
            Command("Fit page", "View", paper.fit, ("Ctrl+9",), state=lambda: paper.whole),
            Command("Rotate page", "View", self.sights.rotate, ("Ctrl+R",)),
            Command(
                "Legend of highlights", "View", self.toggle_legend, state=lambda: word("legend", "shown") == "shown"
            ),
        )

    # ---- getting the page

    def _forget(self) -> None:
        self._pages.forget()
        self._slow.stop()
        self.page = None
        self.sights.clear()
        self._cover(tr(_NOTHING))

    def _cover(self, sentence: str) -> None:
        self.empty.sentence.setText(sentence)
        self.stack.setCurrentIndex(0)

    def _read_again(self) -> None:
        self._pages.forget()
        if self.session.current is not None:
            self._select(self.session.current)

    def _select(self, no: ItemNo | None) -> None:
        if no is None:
            self._forget()
        elif (page := self._pages.want(no)) is not None:
            self._show(page)
        else:
            self._slow.start()

    def _resealed(self, nos: frozenset[ItemNo]) -> None:
        self._pages.forget()
        if self.page is not None and self.page.item.row.no in nos and self.session.current is not None:
            self.page = None  # it must not be shown again before what is true now was read
            self.sights.clear()
            if self.stack.currentIndex() == 1:
                self._cover(tr("Reading the item …"))
            self._select(self.session.current)

    def _wait(self) -> None:
        # Another item's text must never stand beside the one that is selected.
        if self.page is None or self.page.item.row.no != self.session.current:
            self._cover(tr("Reading the item …"))

    # ---- showing it

    def _show(self, page: Page) -> None:
        self._slow.stop()
        self.page = page
        row = page.item.row
        self.session.learn([row], over=False)
        title = formatting.subject(row.subject or row.name or tr("(no subject)"))
        self.subject.setText(formatting.isolate(title))
        self.subject.setToolTip(formatting.hint(title))
        if self.session.is_closed(row.no):
            self._close()
            return
        self._name_attachments()
        self._show_legend()
        self.stack.setCurrentIndex(1)
        if not self.finder.hasFocus():
            self.finder.hide()
        self.sights.show_page(page)
        self._say_hit()
        self._go_to_wanted_hit()
        self._pages.read_ahead()
        self.session.item_shown.emit(page.item)

    def _name_attachments(self) -> None:
        if self.page is None:
            return
        names = []
        for attachment in self.page.attached:
            closed = attachment.sealed or self.session.is_closed(attachment.no)
            name = (
                tr("[sealed]")
                if closed
                else formatting.safe_line(attachment.name or attachment.subject) or tr("(no name)")
            )
            hint = f"{name} ({formatting.kind(attachment.type)}, {formatting.size(attachment.size)})"
            names.append((formatting.isolate(name), formatting.hint(name if closed else hint)))
        self.attachments.show_names(names, self.page.item.row.attachments)

    def _open_attachment(self, at: int) -> None:
        if self.page is not None and at < len(self.page.attached):
            self.session.visit(self.page.attached[at].no)

    def open_first(self) -> None:
        if self.page is not None and self.page.attached and self.page.item.row.no == self.session.current:
            self._open_attachment(0)
        else:
            self.session.remark(tr("This item has no attachments."))

    def look_at(self, at: int) -> None:
        if at == 0 or (self.page is not None and self.stack.currentIndex() == 1):
            self.sights.look_at(at)

    def _apply_colours(self) -> None:
        if self.page is not None and self.stack.currentIndex() == 1:
            self.view.apply_colours()

    def _close(self) -> None:
        assert self.page is not None
        self.sights.clear()
        self.subject.clear()
        self.subject.setToolTip("")
        self._say_closed()
        self.stack.setCurrentIndex(2)
        self.session.item_shown.emit(self.page.item)

    def _say_closed(self) -> None:
        sealed = tr("This item is sealed: its text is in no search, list or export. Continue with Ctrl+Right.")
        mistake = tr("If this was a mistake, two people can open it: Code > Open a sealed item.")
        if self.session.sealing.pending:
            mistake = tr("If this was a mistake, press Esc now.")
        self.closed.sentence.setText(f"{sealed} {mistake}")

    def _look_again(self) -> None:
        self._name_attachments()
        if self.page is None or self.stack.currentIndex() == 0:
            return
        closed = self.session.is_closed(self.page.item.row.no)
        if closed != (self.stack.currentIndex() == 2) and self.page.item.row.no == self.session.current:
            self._show(self.page)

    # ---- hits

    def _show_legend(self) -> None:
        page, terms = self.page, enumerate(self.session.memory.highlights.terms, LISTED)
        named = [LegendTerm(text, page.marked[at], theme.ground(at)) for at, text in terms if page and page.marked[at]]
        self.legend.show_terms(named)
        self.key.setVisible(bool(named) and preferences.text("legend", "shown") == "shown")

    def toggle_legend(self) -> None:
        preferences.put("legend", "hidden" if preferences.text("legend", "shown") == "shown" else "shown")
        self._show_legend()

    def _say_hit(self) -> None:
        total = len(self.page.hits) if self.page else 0
        without = tr("no hit to show") if self._pages.words(self.session.current).query.strip() else ""
        if self.page is not None and not self.page.hits_known:
            without = tr("finding hits …")
        self.place_of_hit.setText((self.view.hit_position() or formatting.count(total, "hit")) if total else without)
        for button in (self.previous_button, self.next_button):
            button.setVisible(total > 0)
            button.setEnabled(total > 1 or self.view is not self.text)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end; in the text where this view can't show it."""
        if self.page is None or not self.page.hits or self.stack.currentIndex() != 1:
            return
        if not self.view.step(by):
            self._step_in_text()
        self._say_hit()

    def _step_in_text(self) -> None:
        self.sights.bring_text()
        if self.text.hit < 0:
            self.text.step(1)

    def _missed(self, view: View, text: str) -> None:
        if view is self.view and text:
            self._find_in_text(text)
        elif view is self.view:
            self._step_in_text()
            self._say_hit()

    def _seek(self, line: HitLine) -> None:
        self._wanted_hit = line
        if self.page is not None and self.page.item.row.no == line.no and self.stack.currentIndex() == 1:
            self._go_to_wanted_hit()

    def _go_to_wanted_hit(self) -> None:
        line = self._wanted_hit
        if line is None or self.page is None or (line.no == self.page.item.row.no and not self.page.hits_known):
            return
        self._wanted_hit = None
        if line.no == self.page.item.row.no:
            self.sights.bring_text()
            self.text.seek(line)
            self._say_hit()

    # ---- scrolling, quotations, size

    def turn_pages(self, pages: int) -> None:
        self.view.turn(pages)

    def unfold(self) -> None:
        self.reader.unfold(not self.reader.unfolded)
        preferences.put("quotations", "open" if self.reader.unfolded else "folded")
        expanded, collapsed = tr("Quoted text is expanded."), tr("Quoted text is collapsed; Q expands it.")
        self.session.say(expanded if self.reader.unfolded else collapsed)

    # ---- finding and copying

    def go_to_it(self) -> None:
        self.bring(self.view.area)

    def find_next(self, by: int = 1) -> None:
        text = self.finder.text()
        if not text or self.page is None or self.stack.currentIndex() != 1:
            return
        if not self.view.look_for(text, by):
            self._find_in_text(text)

    def _find_in_text(self, text: str) -> None:
        before = self.view
        if before is not self.text:
            self.sights.bring_text()
            if self.text.look_for(text):
                return
            self.sights.bring(self.views.index(before))
        self.session.remark(tr("“{sought}” isn't in this item's text.", sought=text))

    def copy_cited(self) -> None:
        if self.page is None or self.stack.currentIndex() != 1 or not (text := self.view.selected()):
            self.session.say(tr("Select the words to copy first."))
            return
        QGuiApplication.clipboard().setText(f"{text}\n{source_of(self.page.item)}")
        self.session.say(tr("Copied with citation."))


def source_of(item: Item) -> str:
    """Return where quoted words come from: item, custodian, date and hash."""
    date = f"{formatting.moment(item.row.date)} UTC" if item.row.date else tr("(undated)")
    return f"[{item.row.id}, {item.row.custodian}, {date}, SHA-256 {item.sha256}]"
