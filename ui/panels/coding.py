"""Coding: the tags that can be applied with their keys, the note, and who decided what on the current item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QStyle, QToolButton, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import Decision, Item, ItemNo, LastStep, Receipt
from triage.model.redactions import value_words
from triage.model.tags import Seal, Tag
from ui import preferences, theme
from ui.case import drafts
from ui.case.session import MOST_AT_ONCE, Selection, Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.panel import Command, Panel, label
from ui.presenters import tags
from ui.widgets.builders import beside, delayed, lay_out
from ui.widgets.controls import Strip, button, entry

# ---- the buttons of the tags: as many on a line as can be read in full

_PER_LINE = 3
_AROUND = 22  # pixels: what a button has beside its words
_LINES = 4  # of buttons, before the rest is scrolled to


class TagButtons(QScrollArea):
    """Buttons in lines, none of them narrower than its words; higher than some lines they are scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QToolButton] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def show_buttons(self, buttons: Iterable[QToolButton]) -> None:
        self._buttons = list(buttons)
        holder = QWidget()
        for tag_button in self._buttons:
            tag_button.setParent(holder)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._place()

    def set_colour(self, button: QToolButton, ink: str) -> None:
        if button.styleSheet() != (style := button_style(ink)):
            button.setStyleSheet(style)
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        holder = self.widget()
        if holder is None or not self._buttons:
            return
        wide, gap = self.viewport().width(), theme.STEP // 2
        lines = lines_of([_room(button) for button in self._buttons], wide, gap)
        high = max(button.sizeHint().height() for button in self._buttons)
        rest = iter(self._buttons)
        for at, line in enumerate(lines):
            for x, width in line:
                area = QRect(x, at * (high + gap), width, high)
                next(rest).setGeometry(QStyle.visualRect(self.layoutDirection(), QRect(0, 0, wide, high), area))
        holder.setMinimumHeight(len(lines) * (high + gap) - gap)
        self.setFixedHeight(min(len(lines), _LINES) * (high + gap) - gap)


def lines_of(needed: Sequence[int], wide: int, gap: int) -> list[list[tuple[int, int]]]:
    """Return the place (from, width) of each button, line by line: in columns, else as many on a line as fit.

    Columns are alike where the widest words fit into them, up to so many on a line.
    """
    for across in range(_PER_LINE, 1, -1):
        width = (wide - (across - 1) * gap) // across
        if max(needed) <= width:
            columns = [(at * (width + gap), width) for at in range(across)]
            return [columns[: len(needed) - at] for at in range(0, len(needed), across)]
    lines: list[list[int]] = [[]]
    for need in needed:
        if lines[-1] and sum(lines[-1]) + need + len(lines[-1]) * gap > wide:
            lines.append([])
        lines[-1].append(need)
    return [_spread(line, wide, gap) for line in lines]


def _spread(line: Sequence[int], wide: int, gap: int) -> list[tuple[int, int]]:
    """Return the places on one line, which its buttons share by what they need."""
    room, x, places = wide - (len(line) - 1) * gap, 0, []
    for need in line:
        width = max(1, need * room // sum(line))
        places.append((x, width))
        x += width + gap
    return places


def _room(button: QToolButton) -> int:
    """Return the width in which a button's words are read in full, also once its tag is on."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + theme.px(_AROUND)


def button_style(ink: str) -> str:
    """Return the style sheet of a tag's button; the focus has the accent's colour, which no tag has.

    That a tag is on is a state of the sheet: another sheet for each item would have Qt lay out all buttons each time.
    """
    named = {
        name: theme.colour(name).name() for name in ("accent", "muted", "window", "line", "base", "chosen", "edge")
    }
    return (
        f"QToolButton {{ color: {ink}; background: {named['base']}; border: 1px solid {named['edge']};"
        " border-radius: 4px; padding: 4px 8px; font-weight: 400; }"
        f"QToolButton:checked {{ background: {named['chosen']}; border: 1px solid {ink}; font-weight: 700; }}"
        f"QToolButton:focus {{ border: 2px solid {named['accent']}; padding: 3px 7px; }}"
        f"QToolButton:disabled {{ color: {named['muted']}; background: {named['window']};"
        f" border: 1px solid {named['line']}; font-weight: 400; }}"
    )


# ---- the note, and what reminds of notes and steps that an earlier session left

End = Callable[..., None]


class NoteLine:
    """A ``line`` that keeps what is typed as a draft on the item shown, and a ``reminder`` to stand under it."""

    def __init__(self, session: Session, hint: str) -> None:
        self.session, self.drafts = session, session.memory.drafts
        self.line = entry(tr("Note on this item"), hint)
        self.line.textChanged.connect(self._typed)
        self.reminder = Strip()
        self._at: ItemNo | None = None
        self._about: frozenset[ItemNo] | None = None  # the items that the reminder is about, None for no certain ones
        session.case_opened.connect(self._remind)
        session.seals_changed.connect(self._close_items)
        session.tags_changed.connect(self._close_items)
        session.undo_asked.connect(self._ask_undo)
        session.naming.named.connect(self._read)
        session.watch.case_changed.connect(self._drop_lost)
        self.drafts.save_failed.connect(self._report_failure)

    def select(self, no: ItemNo | None) -> None:
        self._at = no
        self._fill()
        if no in self.drafts.earlier or (self._about is not None and no not in self._about):
            self._remind()

    def identify(self, item: Item) -> None:
        self.drafts.identify(item.row.no, item.row.id)

    def begin_saving(self, text: str) -> End:
        """Take note that a note is ordered to be written; return what is to be called at the end, with the error."""
        if self._at is None:
            return lambda error=None: None
        self.drafts.begin_saving(self._at, text)
        end = partial(self._end_saving, self._at)
        self._fill()
        self._remind()
        return end

    def _end_saving(self, no: ItemNo, error: TriageError | None = None) -> None:
        self.drafts.end_saving(no, written=error is None)
        self._fill()
        if error is not None:
            why = messages.error(error)
            self.session.error_posted.emit(tr("The note was not saved; its text is kept as a draft. {why}", why=why))

    def _fill(self) -> None:
        if self.line.text() != (text := self.drafts.of(self._at)):
            self.line.setText(text)
        self.line.setEnabled(self._at is not None and not self.session.is_closed(self._at))

    def _typed(self, text: str) -> None:
        if self._at is not None and text != self.drafts.of(self._at):
            self.drafts.put(self._at, text)

    # ---- what becomes of drafts elsewhere

    def _close_items(self, nos: frozenset[ItemNo]) -> None:
        for closed in (True, False):
            self.drafts.close_items([no for no in nos if self.session.is_closed(no) == closed], closed=closed)
        self._fill()

    def _drop_lost(self) -> None:
        if nos := self.drafts.items:
            self.session.ask(
                "rest", partial(drafts.unsavable, nos=nos), self._drop, lambda error: None, newest="drafts"
            )

    def _drop(self, nos: Iterable[ItemNo]) -> None:
        self.drafts.forget(nos)
        self._fill()
        self._remind()

    def _read(self, name: str) -> None:
        def take(read: dict[ItemNo, drafts.Draft]) -> None:
            self.drafts.take(name, read)
            self._fill()
            self._remind()

        self._fill()
        self.session.ask("rest", partial(self.drafts.read, reviewer=name), take, lambda error: None, newest="drafts")

    def _report_failure(self, error: str) -> None:
        self.session.error_posted.emit(tr("The draft of a note can't be kept on disk: {error}. Save it.", error=error))

    # ---- reminders

    def _remind(self) -> None:
        earlier = self.drafts.earlier
        self._about = frozenset(earlier & {self._at}) or None
        if self._about:
            sentence = tr("You began this note in an earlier session and did not save it. Enter saves it.")
            self.reminder.ask(sentence, (tr("Discard note"), partial(self._drop, self._about)))
        elif earlier:
            items = formatting.count(len(earlier), "item")
            sentence = tr("In an earlier session you began notes that you did not save, on {items}.", items=items)
            self.reminder.ask(sentence, (tr("Show"), lambda: self.session.visit(min(self.drafts.earlier))))
        else:
            self.reminder.hide()

    def _ask_undo(self, step: LastStep) -> None:
        if self.session.veiled.intersection(step.items) and self.session.refuse_while_blind():
            return
        self._about = frozenset(step.items)
        if self.session.current not in self._about:
            self.session.visit(step.items[0])
        sentence = tr(
            "Your last step is from an earlier session or from elsewhere: {what} ({items}, {time} UTC).",
            what=tags.describe_decision(step.action, self.session.reviewer, formatting.safe_line(step.value)),
            items=formatting.count(len(step.items), "item"),
            time=formatting.moment(step.time),
        )
        self.reminder.ask(sentence, (tr("Undo it"), partial(self.session.undo, step.group))).setFocus()


_NUMBERS = 9  # tags that Alt and a digit reach from anywhere
_NOTE = later("Note  (N), Enter saves it")
_NOT_SHOWN = later("The selected row isn't the item shown. Click its row, or add this one with Ctrl+Space.")
_STAYED = 100  # milliseconds on an item before its history is read: who goes on at once needs the next item sooner
Past = tuple[list[Decision], Seal | None]


class CodingPanel(Panel):
    title = "Coding"
    place = "below"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.buttons: dict[str, QToolButton] = {}
        self.tag_buttons = TagButtons()
        self.several = label("", "title", wraps=True)
        self.several.hide()
        self.notes = NoteLine(session, tr(_NOTE))
        self.note = self.notes.line
        self.note.returnPressed.connect(self._save_note)
        self.strip = Strip()
        self.undo = button(tr("Undo"), session.undo)
        self.undo.setToolTip(tr("Undo your last decision (Ctrl+Z)"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.seal = label("", "error", wraps=True)
        self.history = QListWidget()
        self.history.setAccessibleName(tr("Decisions on this item"))
        self.history.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.history.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.history.setWordWrap(True)
        self.history.setMinimumHeight(2 * self.history.fontMetrics().height())
        self.none = label(tr("No decision on this item yet."), "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        noting = (beside((self.note, 1), self.undo), self.strip, self.notes.reminder, self.seal)
        lines = (self.several, self.tag_buttons, *noting, self.none, (self.history, 1000), 1)
        lay_out(self, *lines, margins=theme.STEP, gap=theme.STEP)
        self._make_buttons()
        self._offered = self._tag_commands()
        session.autoforward = preferences.text("autoforward") == "on"
        self._stayed = delayed(self, _STAYED, self._ask_history)
        session.case_opened.connect(partial(self._select, None))
        session.item_selected.connect(self._select)
        session.selection_changed.connect(self._count_selected)
        session.item_shown.connect(self._show)
        session.tags_changed.connect(lambda nos: self._light())
        session.decisions_saved.connect(self._changed)
        session.colours_changed.connect(self._apply_colours)
        session.palette_changed.connect(self._offer)
        self._select(None)

    # ---- the tags on offer

    def _make_buttons(self) -> None:
        self.buttons = {tag.name: self._button(at, tag) for at, tag in enumerate(self.session.tags.palette)}
        self.tag_buttons.show_buttons(self.buttons.values())
        self._apply_colours()

    def _button(self, at: int, tag: Tag) -> QToolButton:
        button = QToolButton()
        words = tags.label(tag)
        button.setText((f"{tag.key}  {words}" if tag.key else words).replace("&", "&&"))
        button.setAccessibleName(tr("{tag}, key {key}", tag=words, key=tag.key) if tag.key else words)
        button.setToolTip(formatting.hint("\n".join(self._hints(at, tag))).replace("\n", "<br>"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(button.sizePolicy().Policy.Ignored, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(partial(self.code, tag.name))
        return button

    @staticmethod
    def _hints(at: int, tag: Tag) -> list[str]:
        keys = list(_keys(tag))
        if at < _NUMBERS:
            keys.append(tr("Alt+{number} anywhere", number=str(at + 1)))
        lines = [f"{tags.label(tag)} ({formatting.listed(keys)})" if keys else tags.label(tag)]
        if tag.group:
            lines.append(tr("One of the group {group}", group=tag.group))
        if tag.propagates != "none":
            lines.append(tr("Also applied to {whom}", whom=tr(tags.RULES[tag.propagates])))
        if tag.seals:
            lines.append(tr("Seals: the text leaves searches, lists and exports. Opening takes two people."))
        return lines

    def _tag_commands(self) -> tuple[Command, ...]:
        coding = [
            Command(tag.words, "Code", partial(self.code, tag.name), _keys(tag), True, writes=True)
            for tag in self.session.tags.palette
        ]
        anywhere = [
            Command(
                tr("{tag}, from anywhere", tag=tags.label(tag)),
                "",
                partial(self.code, tag.name),
                (f"Alt+{at}",),
                writes=True,
            )
            for at, tag in enumerate(self.session.tags.palette[:_NUMBERS], 1)
        ]
        removing = [
            Command(tr("Remove {tag}", tag=tags.label(tag)), "Code/Remove tag", partial(self.remove, tag.name))
            for tag in self.session.tags.palette
            if not tag.seals
        ]
        return (*coding, *anywhere, *removing)

    def _offer(self) -> None:
        self._make_buttons()
        before, self._offered = self._offered, self._tag_commands()
        self.session.commands_changed.emit(before, self._offered)
        for tag_button in self.buttons.values():
            tag_button.setEnabled(self.session.current is not None)
        self._light()

    def commands(self) -> tuple[Command, ...]:
        return (
            *self._offered,
            Command("Repeat the last coding", "Code", self.repeat, (".",), True, begins_part=True, writes=True),
            Command("Write a note", "Code", self.write_note, ("N",), True, writes=True),
            Command("Undo your last decision", "Code", self.session.undo, ("Ctrl+Z",), writes=True),
            Command("Advance after coding", "Code", self.switch_forward, state=lambda: self.session.autoforward),
        )

    def writers(self) -> tuple[QWidget, ...]:
        return self.tag_buttons, self.note, self.undo

    # ---- deciding

    def code(self, tag: str, *_: object) -> None:
        """Put a tag on what is selected, or take it off where all of it carries the tag."""
        if self.session.current is None:
            self.session.say(tr("Select an item first."))
        elif self.session.selection:
            self._code_selected(tag, not all(tag in self.session.tags_of(no) for no in self._few()))
        else:
            self.session.code(self.session.current, tag)
        self._light()

    def remove(self, tag: str) -> None:
        if self.session.selection:
            self._code_selected(tag, put=False)
        elif self.session.current is not None and tag in self.session.tags_of(self.session.current):
            self.session.code(self.session.current, tag)

    def _few(self) -> tuple[ItemNo, ...]:
        return tuple(islice(self.session.selection, MOST_AT_ONCE))

    def _code_selected(self, tag: str, put: bool) -> None:
        if len(self.session.selection) == 1:
            self.session.say(tr(_NOT_SHOWN))
        elif len(self.session.selection) > MOST_AT_ONCE or self.session.tags.seals(tag):
            self.session.bulk_requested.emit(tag, put)
        elif not self.session.refuse_while_blind():
            self.session.last_tag = tag if put else self.session.last_tag
            self.session.decide(self.session.selection, tag, put, "bulk")

    def repeat(self) -> None:
        if self.session.selection and self.session.last_tag:
            self._code_selected(self.session.last_tag, put=True)
        elif self.session.current is not None:
            self.session.repeat(self.session.current)

    def write_note(self) -> None:
        if self.session.current is not None:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save_note(self) -> None:
        text, selected = self.note.text().strip(), self.session.selected()
        write = partial(self.session.naming.when_named, partial(self._write, selected, text))
        if not text or not selected or (len(selected) > 1 and self.session.refuse_while_blind()):
            return
        if self.session.selection and len(selected) == 1:
            self.session.say(tr(_NOT_SHOWN))
        elif len(selected) > MOST_AT_ONCE:
            items = formatting.count(len(selected), "item")
            question = tr("Write this note on {items}? It takes the place of earlier notes on them.", items=items)
            self.strip.ask(question, (tr("Write note"), write)).setFocus()
        else:
            write()

    def _write(self, selected: Selection, text: str) -> None:
        nos, how, end = tuple(selected), "key" if len(selected) == 1 else "bulk", self.notes.begin_saving(text)
        self.session.record(lambda case, who: case.decisions.note(nos, text, who, how), end, end)
        self.session.command_requested.emit("Go to the list")

    def switch_forward(self) -> None:
        self.session.autoforward = not self.session.autoforward
        preferences.put("autoforward", "on" if self.session.autoforward else "off")

    # ---- showing

    def _select(self, no: ItemNo | None) -> None:
        self.notes.select(no)
        self.history.clear()
        self.history.hide()
        self.seal.hide()
        veiled = no in self.session.veiled
        self.none.setText(tr("Hidden while its sample is open.") if veiled else tr("No decision on this item yet."))
        self.none.setVisible(no is not None)
        for widget in self.buttons.values():
            widget.setEnabled(no is not None)
        self._light()

    def _show(self, item: Item) -> None:
        self.notes.identify(item)
        self._light()
        self._stayed.start()

    def _changed(self, receipt: Receipt) -> None:
        if self.session.current in receipt.changed:
            self._ask_history()

    def _ask_history(self) -> None:
        no = self.session.current
        if no is not None and no not in self.session.veiled:
            self.session.ask("rest", partial(_past, no), partial(self._show_past, no), newest="history")

    def _show_past(self, no: ItemNo, past: Past) -> None:
        if no != self.session.current or no in self.session.veiled:
            return
        decisions, seal = past
        self.history.clear()
        for decision in reversed(decisions):
            line = QListWidgetItem(_sentence(decision))
            if decision.derived:
                line.setForeground(theme.colour("muted"))
                line.setToolTip(tr("Propagated from another item."))
            self.history.addItem(line)
        self.history.setVisible(bool(decisions))
        self.none.setVisible(not decisions)
        self.seal.setVisible(seal is not None)
        if seal is not None:
            self.seal.setText(
                "\n".join((tags.describe_seal(seal), *([tags.describe_request(seal)] if seal.asked_by else [])))
            )

    def _count_selected(self) -> None:
        selected = self.session.selection
        items = formatting.count(len(selected), "selected item")
        few = tr("Keys and buttons code {items}.", items=items)
        self.several.setText(few if len(selected) <= MOST_AT_ONCE else tr("Codes {items}, after asking.", items=items))
        self.several.setVisible(len(selected) > 1)
        self.strip.hide()
        note = tr("Note on {items}, Enter saves it", items=items) if len(selected) > 1 else tr(_NOTE)
        self.note.setPlaceholderText(note)
        self._light()

    def _tags_shown(self) -> set[str]:
        """Return the tags that all carry which a key would code; of many they aren't asked for."""
        selected = self._few() or (() if self.session.current is None else (self.session.current,))
        if len(self.session.selection) > MOST_AT_ONCE or not selected:
            return set()
        return set.intersection(*(set(self.session.tags_of(no)) for no in selected))

    def _light(self) -> None:
        now = self._tags_shown()
        for name, tag_button in self.buttons.items():
            tag_button.setChecked(name in now)

    def _apply_colours(self) -> None:
        for name, tag_button in self.buttons.items():
            self.tag_buttons.set_colour(tag_button, theme.colour(self.session.tags.colour(name)).name())


def _keys(tag: Tag) -> tuple[str, ...]:
    """Return a tag's key; a palette of an earlier version may have one that marks passages since."""
    return (tag.key,) if tag.key not in ("", "M") else ()


def _past(no: ItemNo, case: Case) -> Past:
    return case.decisions.history(no), next(iter(case.decisions.seals(no)), None)


def _sentence(decision: Decision) -> str:
    who, value = formatting.safe_line(decision.reviewer), formatting.safe_line(value_words(decision))
    deed = tags.describe_decision(decision.action, who, value)
    return f"{formatting.utc(decision.time)}  {deed}  ({tags.origin(decision)})"
