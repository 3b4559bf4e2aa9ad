"""Batches: a result becomes portions for one person at a time; who has which, and how far each is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QCheckBox, QTreeWidgetItem, QWidget

from triage.case import Case
from triage.errors import TriageError
from triage.model.team import Batch, NewBatches
from ui import theme
from ui.case.memory import CasePlace
from ui.case.session import Session
from ui.dialogs.merge import MergeDialog, choose_target
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, Command, Empty, Panel
from ui.presenters.dashboard_sheets import BATCH_STATES
from ui.widgets.builders import delayed, lay_out, number_field, pages
from ui.widgets.controls import Listing, Strip, button, entry, row

T = TypeVar("T")
_HEADS = (
    *(later("Batch"), later("State"), later("Reviewer"), later("Coded"), later("Items"), later("With copies")),
    *(later("Since"), later("Source")),
)
_WAIT = 400  # milliseconds after a decision before the counts are taken again
_MOST = 2000  # batches that are listed, the latest


class BatchesPanel(Panel):
    title = "Batches"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = entry(tr("Name for batches of the current results"))
        self.name.setMaxLength(70)
        self.name.returnPressed.connect(self.make)
        size, none = tr("Items in each batch; families stay whole"), tr("all in one")
        self.size_field = number_field(size, 0, 100_000, 200, special=none, suffix=tr(" items each"))
        self.size_field.setSingleStep(50)
        self.fresh = QCheckBox(tr("Exclude items in open batches"))
        self.fresh.setChecked(True)
        self.make_button = button(tr("Create batches"), self.make)
        self.list = Listing(tr("Batches"), list(map(tr, _HEADS)), stretch=7, numbers=(3, 4, 5))
        self.list.itemActivated.connect(lambda line, column: self.open())
        self.list.currentItemChanged.connect(lambda now, before: self._show_state())
        self.strip = Strip()
        self.empty = Empty(tr("No batches yet: search, enter a name above, and create batches from the results."))
        self.status = Brief("", "muted")
        self.next_button = button(tr("Check out next"), self.take_next, "main")
        self.take_button = button(tr("Check out"), self.take)
        self.open_button = button(tr("Open"), self.open)
        self.uncoded_button = button(tr("Open uncoded"), self.open_left)
        self.return_button = button(tr("Return batch"), self.give)
        self.complete_button = button(tr("Complete"), self.complete)
        self.dialog: MergeDialog | None = None
        self._batches: dict[str, Batch] = {}
        self._opened = ("", "")  # the batch opened last, and the query that finds it
        self._presses = 0  # the presses so far when the last change was asked for
        self._timer = delayed(self, _WAIT, self.refresh)
        offered = (
            self.next_button,
            self.take_button,
            self.open_button,
            self.uncoded_button,
            self.return_button,
            self.complete_button,
        )
        page = QWidget()
        self.stack = pages(page, self.empty, self.list)
        lay_out(
            self,
            row((self.name, self.size_field, self.fresh, self.make_button, *offered, self.status), (1, *[0] * 9, 1)),
            self.strip,
            (page, 1),
        )
        session.case_opened.connect(self._forget)
        session.decisions_saved.connect(lambda receipt: self._timer.start())
        session.results_changed.connect(lambda results: self._show_state())
        session.selection_changed.connect(self._count_selected)
        session.memory.place_requested.connect(self._write_place)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Batches", "Code", self.show_it, ("Ctrl+Shift+B",), begins_part=True),
            Command("Put the selected items into a batch", "Code", self.batch_selected, ("Ctrl+Shift+N",)),
            Command("Check out the next batch", "Code", self.take_next, ("Ctrl+B",), writes=True),
            Command("Merge decisions …", "Case", self.merge, ("Ctrl+M",), begins_part=True, writes=True),
            Command("Export decisions …", "Case", lambda: choose_target(self.below_dialogs(), self.session)),
        )

    def writers(self) -> tuple[QWidget, ...]:
        making = (self.name, self.size_field, self.fresh, self.make_button)
        return *making, self.next_button, self.take_button, self.return_button, self.complete_button

    def show_it(self) -> None:
        self.bring(self.list if self._batches else self.name)

    def batch_selected(self) -> None:
        if self.session.selection:
            self.size_field.setValue(0)
            self.bring(self.name)
        else:
            self.session.say(tr("Select several items first."))

    def _count_selected(self) -> None:
        selected = formatting.count(len(self.session.selection), "selected item")
        self.make_button.setText(
            tr("Batch {items}", items=selected) if self.session.selection else tr("Create batches")
        )

    def merge(self) -> None:
        if self.session.has_case() and not self.session.refuse_while_blind():
            self.dialog = MergeDialog(self.below_dialogs(), self.session)
            self.dialog.show()

    # ---- reading

    def _forget(self) -> None:
        self._batches = {}
        self._opened = (self.session.memory.place.batch, self.session.memory.place.query)
        self.list.clear()
        self.strip.hide()
        self.status.setText("")
        self.refresh()

    def read(self) -> None:
        self.session.ask("rest", lambda case: case.team.batches.all(), self._show, newest="batches")

    def _show(self, batches: list[Batch]) -> None:
        latest = batches[-_MOST:]
        self._batches = {batch.id: batch for batch in latest}
        self.list.fill(map(self._line, latest), self._opened[0])
        self._show_state()

    def _write_place(self, place: CasePlace) -> None:
        place.batch = self._opened[0] if place.query == self._opened[1] else ""

    def _line(self, batch: Batch) -> QTreeWidgetItem:
        line = self.list.line(_columns(batch), batch.id, formatting.hint(_hint(batch)))
        if batch.contested:
            line.setForeground(2, theme.colour("error"))
        elif batch.state == "completed":
            for column in range(line.columnCount()):
                line.setForeground(column, theme.colour("muted"))
        return line

    def _show_state(self) -> None:
        batch = self._chosen()
        out = batch is not None and batch.state == "checked out"
        mine = batch is not None and self.session.reviewer in (batch.contested or (batch.reviewer,))
        self.take_button.setEnabled(batch is not None and not out)
        self.take_button.setText(tr("Check out again") if batch and batch.state == "completed" else tr("Check out"))
        self.open_button.setEnabled(batch is not None)
        self.uncoded_button.setEnabled(batch is not None and batch.coded < batch.items)
        self.return_button.setEnabled(out)
        self.complete_button.setEnabled(out and mine)
        self.make_button.setEnabled(self.session.results is not None)
        done = sum(other.state == "completed" for other in self._batches.values())
        batches = formatting.count(len(self._batches), "batch", "batches")
        complete = tr("{done} of {batches} complete", done=formatting.number(done), batches=batches)
        self.status.setText(complete if self._batches else "")
        self.stack.setCurrentIndex(1 if self._batches else 0)

    def _chosen(self) -> Batch | None:
        return self._batches.get(str(self.list.chosen()))

    # ---- changing

    def _change(self, work: Callable[[Case, str], T], done: Callable[[T], None]) -> None:
        if self.session.has_case():
            self.strip.hide()
            self._presses = self.session.keyboard.presses
            self.session.change(work, done, self._refused)

    def _refused(self, error: TriageError) -> None:
        self.refresh()
        self.session.keyboard.give(self.strip.ask(messages.error(error)), self._presses)

    def make(self) -> None:
        results, name, size = self.session.results, self.name.text().strip(), self.size_field.value()
        if results is None:
            return
        if not name:
            self.session.say(tr("Give the batches a name first."))
            self.name.setFocus()
            return
        text, fresh, selected = results.text or "*", self.fresh.isChecked(), tuple(self.session.selection)
        self._change(lambda case, who: case.team.batches.create(text, name, who, size, fresh, selected), self._made)

    def _made(self, made: NewBatches) -> None:
        self.name.clear()
        self.refresh()
        parts = [tr("Created {batches}", batches=formatting.count(len(made.batches), "batch", "batches"))]
        if made.added:
            parts.append(tr("%n items were added with their families", made.added))
        if made.elsewhere:
            parts.append(tr("%n are also in another open batch", made.elsewhere))
        self.session.say(f"{formatting.listed(parts)}.")
        self.session.keyboard.give(self.list, self._presses)

    def take_next(self) -> None:
        self._change(lambda case, who: case.team.batches.check_out("", who), self._taken)

    def take(self) -> None:
        if (batch := self._chosen()) is not None:
            name, again = batch.id, batch.state == "completed"
            self._change(lambda case, who: case.team.batches.check_out(name, who, again), self._taken)

    def _taken(self, batch: Batch) -> None:
        self.refresh()
        self._open(batch.left_query if 0 < batch.coded < batch.items else batch.query, batch, self._presses)

    def open(self) -> None:
        if (batch := self._chosen()) is not None:
            self._open(batch.query, batch, self.session.keyboard.presses)

    def open_left(self) -> None:
        if (batch := self._chosen()) is not None:
            self._open(batch.left_query, batch, self.session.keyboard.presses)

    def _open(self, query: str, batch: Batch, since: int) -> None:
        self._opened = (batch.id, query)
        self.session.query_proposed.emit(query)
        coded, items = formatting.number(batch.coded), formatting.count(batch.items, "item")
        self.session.say(tr("{batch}: {coded} of {items} coded.", batch=batch.name, coded=coded, items=items))
        if self.session.keyboard.untouched_since(since):
            self.session.command_requested.emit("Go to the list")

    def give(self) -> None:
        if (batch := self._chosen()) is not None:
            name = batch.id
            self._change(lambda case, who: case.team.batches.check_in(name, who), self._changed)

    def complete(self) -> None:
        batch = self._chosen()
        if batch is None:
            return
        if batch.coded < batch.items:
            left = formatting.count(batch.items - batch.coded, "item")
            anyway = (tr("Complete anyway"), lambda: self._complete(anyway=True))
            question = tr("{items} of {batch} have no tag.", items=left, batch=batch.name)
            self.strip.ask(question, (tr("Show them"), self.open_left), anyway).setFocus()
        else:
            self._complete(anyway=False)

    def _complete(self, *, anyway: bool) -> None:
        if (batch := self._chosen()) is not None:
            name = batch.id
            self._change(lambda case, who: case.team.batches.complete(name, who, anyway), self._changed)

    def _changed(self, batch: Batch) -> None:
        self.refresh()
        self.session.say(tr("{batch} is {state}.", batch=batch.name, state=tr(BATCH_STATES[batch.state])))
        self.session.keyboard.give(self.list, self._presses)


def _columns(batch: Batch) -> list[str]:
    who = tr(" and ").join(batch.contested) if batch.contested else batch.reviewer
    share = as_is(f"({100 * batch.coded // batch.items} %)") if batch.items else ""
    return [
        formatting.safe_line(batch.name),
        tr(BATCH_STATES[batch.state]),
        formatting.safe_line(who),
        f"{formatting.number(batch.coded)} {share}".rstrip(),
        formatting.number(batch.items),
        formatting.number(batch.with_copies),
        formatting.when(batch.since or batch.time),
        formatting.safe_line(batch.source) or tr("all items"),
    ]


def _hint(batch: Batch) -> str:
    items = formatting.count(batch.items, "item")
    families = formatting.count(batch.families, "family", "families")
    parts = [tr("{items} in {families}", items=items, families=families)]
    if batch.missing:
        parts.append(tr("%n more aren't in this copy of the case", batch.missing))
    if batch.contested:
        parts.append(tr("checked out in two copies at the same time: agree who continues; the other returns it"))
    parts.append(tr("made by {author}, {time} UTC", author=batch.author, time=formatting.moment(batch.time)))
    return formatting.safe_line(formatting.listed(parts))
