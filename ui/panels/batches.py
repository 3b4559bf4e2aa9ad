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
    """A line to make batches with, the list of all, and what can be done with the one chosen."""

    title = "Batches"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = entry(tr("Name for batches of the current results"))
        self.name.setMaxLength(70)
        self.name.returnPressed.connect(self.make)
        size, none = tr("Items in each batch; families stay whole"), tr("all in one")
        self.size_ = number_field(size, 0, 100_000, 200, special=none, suffix=tr(" items each"))
        self.size_.setSingleStep(50)
        self.fresh = QCheckBox(tr("Exclude items in open batches"))
        self.fresh.setChecked(True)
        self.make_ = button(tr("Create batches"), self.make)
        self.list = Listing(tr("Batches"), list(map(tr, _HEADS)), stretch=7, numbers=(3, 4, 5))
        self.list.itemActivated.connect(lambda line, column: self.open())
        self.list.currentItemChanged.connect(lambda now, before: self._show_state())
        self.strip = Strip()
        self.empty = Empty(tr("No batches yet: search, enter a name above, and create batches from the results."))
        self.told = Brief("", "muted")
        self.next_ = button(tr("Check out next"), self.take_next, "main")
        self.take_ = button(tr("Check out"), self.take)
        self.open_ = button(tr("Open"), self.open)
        self.left_ = button(tr("Open uncoded"), self.open_left)
        self.give_ = button(tr("Return batch"), self.give)
        self.complete_ = button(tr("Complete"), self.complete)
        self.dialog: MergeDialog | None = None
        self._batches: dict[str, Batch] = {}
        self._opened = ("", "")  # the batch opened last, and the query that finds it
        self._asked = 0  # the presses so far when the last change was asked for
        self._timer = delayed(self, _WAIT, self.refresh)
        offered = (self.next_, self.take_, self.open_, self.left_, self.give_, self.complete_)
        listed = QWidget()
        self.stack = pages(listed, self.empty, self.list)
        lay_out(
            self,
            row((self.name, self.size_, self.fresh, self.make_, *offered, self.told), (1, *[0] * 9, 1)),
            self.strip,
            (listed, 1),
        )
        session.case_opened.connect(self._forget)
        session.decisions_saved.connect(lambda receipt: self._timer.start())
        session.results_changed.connect(lambda results: self._show_state())
        session.selection_changed.connect(self._count_selected)
        session.memory.place_asked.connect(self._tell_place)

    def commands(self) -> tuple[Command, ...]:
        """Getting to the batches and through them."""
        return (
            Command("Batches", "Code", self.show_it, ("Ctrl+Shift+B",), begins_part=True),
            Command("Put the selected items into a batch", "Code", self.batch_selected, ("Ctrl+Shift+N",)),
            Command("Check out the next batch", "Code", self.take_next, ("Ctrl+B",), writes=True),
            Command("Merge decisions …", "Case", self.merge, ("Ctrl+M",), begins_part=True, writes=True),
            Command("Export decisions …", "Case", lambda: choose_target(self.below_dialogs(), self.session)),
        )

    def writers(self) -> tuple[QWidget, ...]:
        """Return what makes batches and gives them to people."""
        making = (self.name, self.size_, self.fresh, self.make_)
        return *making, self.next_, self.take_, self.give_, self.complete_

    def show_it(self) -> None:
        """Bring the panel to the front."""
        self.bring(self.list if self._batches else self.name)

    def batch_selected(self) -> None:
        """Ask for the name of a batch of the selected items, all in one."""
        if self.session.selection:
            self.size_.setValue(0)
            self.bring(self.name)
        else:
            self.session.say(tr("Select several items first."))

    def _count_selected(self) -> None:
        """Say what batches are created from."""
        selected = formatting.count(len(self.session.selection), "selected item")
        self.make_.setText(tr("Batch {items}", items=selected) if self.session.selection else tr("Create batches"))

    def merge(self) -> None:
        """Take over the decisions of another copy of the case."""
        if self.session.has_case() and not self.session.held():
            self.dialog = MergeDialog(self.below_dialogs(), self.session)
            self.dialog.show()

    # ---- reading

    def _forget(self) -> None:
        self._batches = {}
        self._opened = (self.session.memory.place.batch, self.session.memory.place.query)
        self.list.clear()
        self.strip.hide()
        self.told.setText("")
        self.refresh()

    def read(self) -> None:
        """Read the batches again."""
        self.session.ask("team", lambda case: case.team.batches(), self._show, newest="batches")

    def _show(self, batches: list[Batch]) -> None:
        listed = batches[-_MOST:]
        self._batches = {batch.id: batch for batch in listed}
        self.list.fill(map(self._line, listed), self._opened[0])
        self._show_state()

    def _tell_place(self, place: CasePlace) -> None:
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
        """Offer what can be done with the batch chosen."""
        batch = self._chosen()
        out = batch is not None and batch.state == "checked out"
        mine = batch is not None and self.session.reviewer in (batch.contested or (batch.reviewer,))
        self.take_.setEnabled(batch is not None and not out)
        self.take_.setText(tr("Check out again") if batch and batch.state == "completed" else tr("Check out"))
        self.open_.setEnabled(batch is not None)
        self.left_.setEnabled(batch is not None and batch.coded < batch.items)
        self.give_.setEnabled(out)
        self.complete_.setEnabled(out and mine)
        self.make_.setEnabled(self.session.results is not None)
        done = sum(one.state == "completed" for one in self._batches.values())
        batches = formatting.count(len(self._batches), "batch", "batches")
        complete = tr("{done} of {batches} complete", done=formatting.number(done), batches=batches)
        self.told.setText(complete if self._batches else "")
        self.stack.setCurrentIndex(1 if self._batches else 0)

    def _chosen(self) -> Batch | None:
        return self._batches.get(str(self.list.chosen()))

    # ---- changing

    def _change(self, work: Callable[[Case, str], T], done: Callable[[T], None]) -> None:
        if self.session.has_case():
            self.strip.hide()
            self._asked = self.session.keyboard.presses
            self.session.change(work, done, self._refused)

    def _refused(self, error: TriageError) -> None:
        self.refresh()
        self.session.keyboard.give(self.strip.ask(messages.error(error)), self._asked)

    def make(self) -> None:
        """Make batches of what the query finds."""
        results, name, size = self.session.results, self.name.text().strip(), self.size_.value()
        if results is None:
            return
        if not name:
            self.session.say(tr("Give the batches a name first."))
            self.name.setFocus()
            return
        text, fresh, selected = results.text or "*", self.fresh.isChecked(), tuple(self.session.selection)
        self._change(lambda case, who: case.team.create_batches(text, name, who, size, fresh, selected), self._made)

    def _made(self, made: NewBatches) -> None:
        self.name.clear()
        self.refresh()
        parts = [tr("Created {batches}", batches=formatting.count(len(made.batches), "batch", "batches"))]
        if made.added:
            parts.append(tr("%n items were added with their families", made.added))
        if made.elsewhere:
            parts.append(tr("%n are also in another open batch", made.elsewhere))
        self.session.say(f"{formatting.listed(parts)}.")
        self.session.keyboard.give(self.list, self._asked)

    def take_next(self) -> None:
        """Check out the next free batch, or go on with the one at hand, and open it."""
        self._change(lambda case, who: case.team.check_out_batch("", who), self._taken)

    def take(self) -> None:
        """Check out the batch chosen and open it."""
        if (batch := self._chosen()) is not None:
            name, again = batch.id, batch.state == "completed"
            self._change(lambda case, who: case.team.check_out_batch(name, who, again), self._taken)

    def _taken(self, batch: Batch) -> None:
        self.refresh()
        self._open(batch.left_query if 0 < batch.coded < batch.items else batch.query, batch, self._asked)

    def open(self) -> None:
        """Search for the batch chosen."""
        if (batch := self._chosen()) is not None:
            self._open(batch.query, batch, self.session.keyboard.presses)

    def open_left(self) -> None:
        """Search for what isn't coded in the batch chosen."""
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
        """Give the batch chosen back before it is complete."""
        if (batch := self._chosen()) is not None:
            name = batch.id
            self._change(lambda case, who: case.team.return_batch(name, who), self._changed)

    def complete(self) -> None:
        """Complete the batch chosen; asks first where items of it have no tag."""
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
            self._change(lambda case, who: case.team.complete_batch(name, who, anyway), self._changed)

    def _changed(self, batch: Batch) -> None:
        self.refresh()
        self.session.say(tr("{batch} is {state}.", batch=batch.name, state=tr(BATCH_STATES[batch.state])))
        self.session.keyboard.give(self.list, self._asked)


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
