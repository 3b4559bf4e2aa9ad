"""Coding: the tags on offer with their keys, the note, and who decided what on the current item."""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QToolButton, QWidget

from triage.case import Case
from triage.model.items import Decision, Item, ItemNo, Receipt
from triage.model.redactions import value_words
from triage.model.tags import Seal, Tag
from ui import preferences, theme
from ui.case.selection import MOST_AT_ONCE, Selection
from ui.case.session import Session
from ui.i18n import formatting
from ui.i18n.language import later, tr
from ui.panel import Command, Panel, label
from ui.presenters import tags
from ui.widgets.builders import beside, lay_out
from ui.widgets.controls import Strip, button
from ui.widgets.note_line import NoteLine
from ui.widgets.tag_buttons import TagButtons

_NUMBERS = 9  # tags that Alt and a digit reach from anywhere
_NOTE = later("Note  (N), Enter saves it")
_NOT_SHOWN = later("The selected row isn't the item shown. Click its row, or add this one with Ctrl+Space.")
Past = tuple[list[Decision], Seal | None]


class CodingPanel(Panel):
    """A button for each tag, a note, a history."""

    title = "Coding"
    place = "below"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.buttons: dict[str, QToolButton] = {}
        self.palette_ = TagButtons()
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
        lines = (self.several, self.palette_, *noting, self.none, (self.history, 1000), 1)
        lay_out(self, *lines, margins=theme.STEP, gap=theme.STEP)
        self._make_buttons()
        self._offered = self._tag_commands()
        session.autoforward = preferences.text("autoforward") == "on"
        session.case_opened.connect(self._clear)
        session.item_selected.connect(self._select)
        session.selection_changed.connect(self._count_selected)
        session.item_shown.connect(self._show)
        session.tags_changed.connect(lambda nos: self._light())
        session.decisions_saved.connect(self._changed)
        session.colours_changed.connect(self._dress)
        session.palette_changed.connect(self._offer)
        self._clear()

    # ---- the tags on offer

    def _make_buttons(self) -> None:
        """Make a button for each tag; a group's stand together as they are in the palette."""
        self.buttons = {tag.name: self._button(at, tag) for at, tag in enumerate(self.session.tags.palette)}
        self.palette_.hold(self.buttons.values())
        self._dress()

    def _button(self, at: int, tag: Tag) -> QToolButton:
        button = QToolButton()
        said = tags.said(tag)
        button.setText((f"{tag.key}  {said}" if tag.key else said).replace("&", "&&"))
        button.setAccessibleName(tr("{tag}, key {key}", tag=said, key=tag.key) if tag.key else said)
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
        lines = [f"{tags.said(tag)} ({formatting.listed(keys)})" if keys else tags.said(tag)]
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
                tr("{tag}, from anywhere", tag=tags.said(tag)),
                "",
                partial(self.code, tag.name),
                (f"Alt+{at}",),
                writes=True,
            )
            for at, tag in enumerate(self.session.tags.palette[:_NUMBERS], 1)
        ]
        removing = [
            Command(tr("Remove {tag}", tag=tags.said(tag)), "Code/Remove tag", partial(self.remove, tag.name))
            for tag in self.session.tags.palette
            if not tag.seals
        ]
        return (*coding, *anywhere, *removing)

    def _offer(self) -> None:
        """Put other tags on offer: buttons, keys, menu."""
        self._make_buttons()
        before, self._offered = self._offered, self._tag_commands()
        self.session.commands_changed.emit(before, self._offered)
        for tag_button in self.buttons.values():
            tag_button.setEnabled(self.session.current is not None)
        self._light()

    def commands(self) -> tuple[Command, ...]:
        """A command for each tag, the note, undo, repeat, autoforward."""
        return (
            *self._offered,
            Command("Repeat the last coding", "Code", self.repeat, (".",), True, begins_part=True, writes=True),
            Command("Write a note", "Code", self.write_note, ("N",), True, writes=True),
            Command("Undo your last decision", "Code", self.session.undo, ("Ctrl+Z",), writes=True),
            Command("Advance after coding", "Code", self.switch_forward, state=lambda: self.session.autoforward),
        )

    def writers(self) -> tuple[QWidget, ...]:
        """Return what decides."""
        return self.palette_, self.note, self.undo

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
        """Take a tag off what is selected."""
        if self.session.selection:
            self._code_selected(tag, put=False)
        elif self.session.current is not None and tag in self.session.tags_of(self.session.current):
            self.session.code(self.session.current, tag)

    def _few(self) -> tuple[ItemNo, ...]:
        """Return what is selected, where it is little enough to be coded by a key."""
        return tuple(islice(self.session.selection, MOST_AT_ONCE))

    def _code_selected(self, tag: str, put: bool) -> None:
        """Put a tag on what is selected, or take it off, in one step; much, or what seals, a person confirms."""
        if len(self.session.selection) == 1:
            self.session.say(tr(_NOT_SHOWN))
        elif len(self.session.selection) > MOST_AT_ONCE or self.session.tags.seals(tag):
            self.session.bulk_requested.emit(tag, put)
        elif not self.session.held():
            self.session.last_tag = tag if put else self.session.last_tag
            self.session.decide(self.session.selection, tag, put, "bulk")

    def repeat(self) -> None:
        """Put on the tag that was put on last."""
        if self.session.selection and self.session.last_tag:
            self._code_selected(self.session.last_tag, put=True)
        elif self.session.current is not None:
            self.session.repeat(self.session.current)

    def write_note(self) -> None:
        """Put the cursor into the note."""
        if self.session.current is not None:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save_note(self) -> None:
        text, selected = self.note.text().strip(), self.session.selected()
        if not text or not selected or (len(selected) > 1 and self.session.held()):
            return
        if self.session.selection and len(selected) == 1:
            self.session.say(tr(_NOT_SHOWN))
        elif len(selected) > MOST_AT_ONCE:
            items = formatting.count(len(selected), "item")
            question = tr("Write this note on {items}? It takes the place of earlier notes on them.", items=items)
            self.strip.ask(question, (tr("Write note"), partial(self._write, selected, text))).setFocus()
        else:
            self._write(selected, text)

    def _write(self, selected: Selection, text: str) -> None:
        self.session.naming.when_given(partial(self._write_named, selected, text))

    def _write_named(self, selected: Selection, text: str) -> None:
        nos, how, ended = tuple(selected), "key" if len(selected) == 1 else "bulk", self.notes.begin_saving(text)
        self.session.record(lambda case, who: case.decisions.note(nos, text, who, how), ended, ended)
        self.session.command_requested.emit("Go to the list")

    def switch_forward(self) -> None:
        """Turn going on after coding on or off."""
        self.session.autoforward = not self.session.autoforward
        preferences.put("autoforward", "on" if self.session.autoforward else "off")

    # ---- showing

    def _clear(self) -> None:
        self._select(None)

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
        self._ask_history()

    def _changed(self, receipt: Receipt) -> None:
        if self.session.current in receipt.changed:
            self._ask_history()

    def _ask_history(self) -> None:
        no = self.session.current
        if no is not None and no not in self.session.veiled:
            self.session.ask("aside", partial(_past, no), partial(self._show_past, no), newest="history")

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
            self.seal.setText("\n".join((tags.sealed(seal), *([tags.asked(seal)] if seal.asked_by else []))))

    def _count_selected(self) -> None:
        """Say what keys and buttons code where that is more than the item shown."""
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
        """Show which tags the current item carries, or all that are selected."""
        now = self._tags_shown()
        for name, tag_button in self.buttons.items():
            tag_button.setChecked(name in now)

    def _dress(self) -> None:
        """Give the buttons their tags' colours in force."""
        for name, tag_button in self.buttons.items():
            self.palette_.dress(tag_button, theme.colour(self.session.tags.colour(name)).name())


def _keys(tag: Tag) -> tuple[str, ...]:
    """Return a tag's key; a palette of an earlier version may have one that marks passages since."""
    return (tag.key,) if tag.key not in ("", "M") else ()


def _past(no: ItemNo, case: Case) -> Past:
    return case.decisions.history(no), next(iter(case.decisions.seals(no)), None)


def _sentence(decision: Decision) -> str:
    who, value = formatting.safe_line(decision.reviewer), formatting.safe_line(value_words(decision))
    deed = tags.deed(decision.action, who, value)
    return f"{formatting.utc(decision.time)}  {deed}  ({tags.way(decision)})"
