"""Batches: a result becomes portions for one person at a time; who has which, and how far each is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QSpinBox, QStackedWidget, QTreeWidgetItem, QVBoxLayout

from triage.case import Case
from triage.errors import TriageError
from triage.model.team import Batch, NewBatches
from ui import theme
from ui.dialogs.merge import MergeDialog, choose_target
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, tr
from ui.panel import Brief, Command, Empty, Panel
from ui.session import Session
from ui.widgets.controls import Listing, Strip, button, entry, row

T = TypeVar("T")
_WAIT = 400  # milliseconds after a decision before the counts are taken again
_MOST = 2000  # batches that are listed, the latest
_STATES = {
    "blank": later("free"),
    "checked out": later("checked out"),
    "pending": later("returned"),
    "completed": later("complete"),
}


class BatchesPanel(Panel):
    """A line to make batches with, the list of all, and what can be done with the one chosen."""

    title = "Batches"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.name = entry(tr("Name for batches of the current results"))
        self.name.setMaxLength(70)
        self.name.returnPressed.connect(self.make)
        self.size_ = QSpinBox()
        self.size_.setRange(0, 100_000)
        self.size_.setSingleStep(50)
        self.size_.setValue(200)
        self.size_.setSpecialValueText(tr("all in one"))
        self.size_.setSuffix(tr(" items each"))
        self.size_.setAccessibleName(tr("Items in each batch; families stay whole"))
        self.fresh = QCheckBox(tr("Exclude items in open batches"))
        self.fresh.setChecked(True)
        self.make_ = button(tr("Create batches"), self.make)
        self.list = Listing(
            tr("Batches"),
            [tr("Batch"), tr("State"), tr("Reviewer"), tr("Coded"), tr("Items"), tr("Since"), tr("Source")],
            stretch=6,
            numbers=(3, 4),
        )
        self.list.itemActivated.connect(lambda line, column: self.open())
        self.list.currentItemChanged.connect(lambda now, before: self._show_state())
        self.strip = Strip()
        self.empty = Empty(tr("No batches yet: search, enter a name above, and create batches from the results."))
        self.told = Brief("", "muted")
        self.next_ = button(tr("Check out next"), self.take_next, main=True)
        self.take_ = button(tr("Check out"), self.take)
        self.open_ = button(tr("Open"), self.open)
        self.left_ = button(tr("Open uncoded"), self.open_left)
        self.give_ = button(tr("Return batch"), self.give)
        self.complete_ = button(tr("Complete"), self.complete)
        self.dialog: MergeDialog | None = None
        self._batches: dict[str, Batch] = {}
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        session.opened.connect(self._forget)
        session.changed.connect(lambda receipt: self._timer.start())
        session.searched.connect(lambda results: self._show_state())

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        offered = (self.next_, self.take_, self.open_, self.left_, self.give_, self.complete_, self.told)
        lines.addLayout(row((self.name, self.size_, self.fresh, self.make_), (1,)))
        lines.addLayout(row(offered, (0, 0, 0, 0, 0, 0, 1)))
        lines.addWidget(self.strip)
        self.stack = QStackedWidget()
        for widget in (self.empty, self.list):
            self.stack.addWidget(widget)
        lines.addWidget(self.stack, 1)

    def commands(self) -> tuple[Command, ...]:
        """Getting to the batches and through them."""
        return (
            Command("Batches", "Code", self.show_it, ("Ctrl+Shift+B",)),
            Command("Check out the next batch", "Code", self.take_next, ("Ctrl+B",)),
            Command("Merge decisions …", "Case", self.merge, ("Ctrl+M",)),
            Command("Export decisions …", "Case", lambda: choose_target(self, self.session)),
        )

    def show_it(self) -> None:
        """Bring the panel to the front."""
        self.session.raised.emit(self.title)
        (self.list if self._batches else self.name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def merge(self) -> None:
        """Take over the decisions of another copy of the case."""
        if self.session.jobs is None:
            self.session.said.emit(tr("Open a case first."))
        elif not self.session.held():
            self.dialog = MergeDialog(self.window(), self.session)
            self.dialog.show()

    # ---- reading

    def _forget(self) -> None:
        self._batches = {}
        self.list.clear()
        self.strip.hide()
        self.told.setText("")
        self.refresh()

    def sight_changed(self) -> None:
        """Ask what a panel out of sight didn't ask."""
        if self.in_sight and self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read the batches again."""
        self._stale = not self.in_sight
        if not self._stale and self.session.jobs is not None:
            self.session.jobs.ask("team", lambda case: case.team.batches(), self._show, newest="batches")

    def _show(self, batches: list[Batch]) -> None:
        listed = batches[-_MOST:]
        self._batches = {batch.id: batch for batch in listed}
        self.list.fill(map(self._line, listed))
        self._show_state()

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
        said = tr("{done} of {batches} complete", done=formatting.number(done), batches=_many(self._batches))
        self.told.setText(said if self._batches else "")
        self.stack.setCurrentIndex(1 if self._batches else 0)

    def _chosen(self) -> Batch | None:
        return self._batches.get(str(self.list.chosen()))

    # ---- changing

    def _change(self, work: Callable[[Case], T], done: Callable[[T], None]) -> None:
        if self.session.jobs is None:
            self.session.said.emit(tr("Open a case first."))
            return
        self.strip.hide()
        self.session.jobs.change(work, done, self._refused)

    def _refused(self, error: TriageError) -> None:
        self.refresh()
        self.strip.ask(messages.error(error))

    def make(self) -> None:
        """Make batches of what the query finds."""
        results, name, size = self.session.results, self.name.text().strip(), self.size_.value()
        if results is None:
            return
        if not name:
            self.session.said.emit(tr("Give the batches a name first."))
            self.name.setFocus()
            return
        text, who, fresh = results.text, self.session.reviewer, self.fresh.isChecked()
        self._change(lambda case: case.team.create_batches(text, name, who, size, fresh), self._made)

    def _made(self, made: NewBatches) -> None:
        self.name.clear()
        self.refresh()
        said = [tr("Created {batches}", batches=formatting.count(len(made.batches), "batch", "batches"))]
        if made.added:
            said.append(tr("%n items were added with their families", made.added))
        if made.elsewhere:
            said.append(tr("%n are also in another open batch", made.elsewhere))
        self.session.said.emit(f"{formatting.listed(said)}.")
        self.list.setFocus()

    def take_next(self) -> None:
        """Check out the next free batch, or go on with the one at hand, and open it."""
        who = self.session.reviewer
        self._change(lambda case: case.team.check_out_batch("", who), self._taken)

    def take(self) -> None:
        """Check out the batch chosen and open it."""
        if (batch := self._chosen()) is not None:
            name, who, again = batch.id, self.session.reviewer, batch.state == "completed"
            self._change(lambda case: case.team.check_out_batch(name, who, again), self._taken)

    def _taken(self, batch: Batch) -> None:
        self.refresh()
        self._open(batch.left_query if 0 < batch.coded < batch.items else batch.query, batch)

    def open(self) -> None:
        """Search for the batch chosen."""
        if (batch := self._chosen()) is not None:
            self._open(batch.query, batch)

    def open_left(self) -> None:
        """Search for what isn't coded in the batch chosen."""
        if (batch := self._chosen()) is not None:
            self._open(batch.left_query, batch)

    def _open(self, query: str, batch: Batch) -> None:
        self.session.wanted.emit(query)
        self.session.said.emit(
            tr(
                "{batch}: {coded} of {items} coded.",
                batch=batch.name,
                coded=formatting.number(batch.coded),
                items=formatting.count(batch.items, "item"),
            )
        )
        self.session.called.emit("Go to the list")

    def give(self) -> None:
        """Give the batch chosen back before it is complete."""
        if (batch := self._chosen()) is not None:
            name, who = batch.id, self.session.reviewer
            self._change(lambda case: case.team.return_batch(name, who), lambda batch: self._said(batch))

    def complete(self) -> None:
        """Complete the batch chosen; asks first where items of it have no tag."""
        batch = self._chosen()
        if batch is None:
            return
        if batch.coded < batch.items:
            left = formatting.count(batch.items - batch.coded, "item")
            said = tr("{items} of {batch} have no tag.", items=left, batch=batch.name)
            self.strip.ask(said, (tr("Show them"), self.open_left), (tr("Complete anyway"), self._complete_anyway))
        else:
            self._complete(batch)

    def _complete_anyway(self) -> None:
        if (batch := self._chosen()) is not None:
            self._complete(batch, anyway=True)

    def _complete(self, batch: Batch, *, anyway: bool = False) -> None:
        name, who = batch.id, self.session.reviewer
        self._change(lambda case: case.team.complete_batch(name, who, anyway), self._said)

    def _said(self, batch: Batch) -> None:
        self.refresh()
        self.session.said.emit(tr("{batch} is {state}.", batch=batch.name, state=tr(_STATES[batch.state])))
        self.list.setFocus()


def _many(batches: dict[str, Batch]) -> str:
    return formatting.count(len(batches), "batch", "batches")


def _columns(batch: Batch) -> list[str]:
    who = tr(" and ").join(batch.contested) if batch.contested else batch.reviewer
    share = as_is(f"({100 * batch.coded // batch.items} %)") if batch.items else ""
    return [
        formatting.safe_line(batch.name),
        tr(_STATES[batch.state]),
        formatting.safe_line(who),
        f"{formatting.number(batch.coded)} {share}".rstrip(),
        formatting.number(batch.items),
        formatting.when(batch.since or batch.time),
        formatting.safe_line(batch.source) or tr("all items"),
    ]


def _hint(batch: Batch) -> str:
    said = [
        tr(
            "{items} in {families}",
            items=formatting.count(batch.items, "item"),
            families=formatting.count(batch.families, "family", "families"),
        )
    ]
    if batch.missing:
        said.append(tr("%n more aren't in this copy of the case", batch.missing))
    if batch.contested:
        said.append(tr("checked out in two copies at the same time: agree who continues; the other returns it"))
    said.append(tr("made by {author}, {time} UTC", author=batch.author, time=formatting.moment(batch.time)))
    return formatting.safe_line(formatting.listed(said))
