"""Coding (ui/panels): the palette of tags with their keys, the note, and who decided what on the current item."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QToolButton, QVBoxLayout

from triage.model import Decision, Item, ItemNo, Receipt
from ui import remember, tags, theme, words
from ui.panel import Command, Panel, label
from ui.session import Session

_PER_LINE = 3


class CodingPanel(Panel):
    """Six buttons, a note, a history."""

    title = "Coding"
    place = "below"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.buttons: dict[str, QToolButton] = {}
        self._at: ItemNo | None = None
        self._drafts: dict[ItemNo, str] = {}
        self.note = QLineEdit()
        self.note.setPlaceholderText("Note  (N), Enter saves it")
        self.note.setAccessibleName("Note on this item")
        self.note.returnPressed.connect(self._save_note)
        self.undo = QPushButton("Undo")
        self.undo.setToolTip("Take back your last decision (Ctrl+Z)")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(lambda: session.undo())
        self.history = QListWidget()
        self.history.setAccessibleName("Decisions on this item")
        self.history.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.history.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.history.setWordWrap(True)
        self.none = label("No decision on this item yet.", "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        session.autoforward = remember.text("autoforward") == "on"
        session.opened.connect(self._clear)
        session.selected.connect(self._select)
        session.shown.connect(self._show)
        session.coded.connect(lambda nos: self._light())
        session.changed.connect(self._changed)
        session.dressed.connect(self._light)
        self._clear()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme.STEP, theme.STEP, theme.STEP, theme.STEP)
        lines.setSpacing(theme.STEP)
        grid = QGridLayout()
        grid.setSpacing(theme.STEP // 2)
        for at, tag in enumerate(tags.PALETTE):
            button = self._button(tag)
            self.buttons[tag.name] = button
            grid.addWidget(button, at // _PER_LINE, at % _PER_LINE)
        lines.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.undo)
        lines.addLayout(row)
        lines.addWidget(self.none)
        lines.addWidget(self.history, 1000)
        lines.addStretch(1)

    def _button(self, tag: tags.Tag) -> QToolButton:
        button = QToolButton()
        button.setText(f"{tag.letter}  {tag.words}")
        button.setAccessibleName(f"{tag.words}, key {tag.letter}")
        button.setToolTip(f"{tag.words} ({tag.letter}, or Alt+{tags.PALETTE.index(tag) + 1} anywhere)")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(partial(self.code, tag.name))
        return button

    def commands(self) -> tuple[Command, ...]:
        """A command for each tag, the note, undo, repeat, autoforward."""
        coding = [
            Command(tag.words, "Code", partial(self.code, tag.name), (tag.letter,), reading=True)
            for tag in tags.PALETTE
        ]
        anywhere = [
            Command(f"{tag.words}, from anywhere", "", partial(self.code, tag.name), (f"Alt+{at}",))
            for at, tag in enumerate(tags.PALETTE, 1)
        ]
        return (
            *coding,
            *anywhere,
            Command("Repeat the last coding", "Code", self.repeat, (".",), reading=True),
            Command("Write a note", "Code", self.write_note, ("N",), reading=True),
            Command("Undo your last decision", "Code", self.session.undo, ("Ctrl+Z",)),
            Command(
                "Go to the next item after coding", "Code", self.switch_forward, state=lambda: self.session.autoforward
            ),
        )

    # ---- deciding

    def code(self, tag: str, *_: object) -> None:
        """Put a tag on the current item, or take it off."""
        if self.session.current is None:
            self.session.said.emit("Select an item first.")
        else:
            self.session.code(self.session.current, tag)
        self._light()

    def repeat(self) -> None:
        """Put on the tag that was put on last."""
        if self.session.current is not None:
            self.session.repeat(self.session.current)

    def write_note(self) -> None:
        """Put the cursor into the note."""
        if self.session.current is not None:
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _save_note(self) -> None:
        text = self.note.text().strip()
        if text and self.session.current is not None:
            self.session.note(self.session.current, text)
            self.note.clear()
            self.session.called.emit("Go to the list")

    def switch_forward(self) -> None:
        """Turn going on after coding on or off."""
        self.session.autoforward = not self.session.autoforward
        remember.put("autoforward", "on" if self.session.autoforward else "off")

    # ---- showing

    def _clear(self) -> None:
        self._at = None
        self._drafts.clear()
        self._select(None)

    def _select(self, no: ItemNo | None) -> None:
        self._keep_draft(no)
        self.history.clear()
        self.history.hide()
        self.none.setVisible(no is not None)
        for widget in (*self.buttons.values(), self.note):
            widget.setEnabled(no is not None)
        self._light()

    def _keep_draft(self, no: ItemNo | None) -> None:
        """Keep a note that was begun with the item it is about."""
        if self._at is not None:
            self._drafts[self._at] = self.note.text()
        self._at = no
        self.note.setText(self._drafts.pop(no, "") if no is not None else "")

    def _show(self, item: Item) -> None:
        self._light()
        self._ask_history()

    def _changed(self, receipt: Receipt) -> None:
        if self.session.current in receipt.changed:
            self._ask_history()

    def _ask_history(self) -> None:
        no, jobs = self.session.current, self.session.jobs
        if no is not None and jobs is not None and no not in self.session.veiled:
            jobs.ask("aside", lambda case: case.decisions(no), lambda d: self._tell(no, d), newest="history")

    def _tell(self, no: ItemNo, decisions: list[Decision]) -> None:
        if no != self.session.current:
            return
        self.history.clear()
        self.history.addItems([_sentence(decision) for decision in reversed(decisions)])
        self.history.setVisible(bool(decisions))
        self.none.setVisible(not decisions)

    def _light(self) -> None:
        """Show which tags the current item carries."""
        no = self.session.current
        now = self.session.tags_of(no) if no is not None else ()
        for name, button in self.buttons.items():
            button.setChecked(name in now)
            tag = tags.BY_NAME[name]
            ink = theme.colour(tag.colour).name()
            ground = theme.colour("base" if name not in now else "chosen").name()
            line = ink if name in now else theme.colour("line").name()
            weight = "700" if name in now else "400"
            if button.property("worn") == (dress := ink + ground):
                continue
            button.setProperty("worn", dress)
            button.setStyleSheet(
                f"QToolButton {{ color: {ink}; background: {ground}; border: 1px solid {line}; border-radius: 4px;"
                f" padding: 4px 8px; font-weight: {weight}; }}"
                f"QToolButton:focus {{ border: 2px solid {ink}; padding: 3px 7px; }}"
                f"QToolButton:disabled {{ color: {theme.colour('muted').name()}; }}"
            )


def _sentence(decision: Decision) -> str:
    did = {"tag": "tagged", "untag": "took off", "note": "noted"}.get(decision.action, decision.action)
    time, value = words.moment(decision.time), words.safe_line(decision.value)
    return f"{time} UTC  {words.safe_line(decision.reviewer)} {did} {value}  ({decision.how})"
