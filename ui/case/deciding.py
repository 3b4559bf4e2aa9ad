"""What the items shown carry now, decisions on their way included, and who decides.

It reads and writes no case and holds no widget.

A decision shows at once; until it is on disk nothing that is read from the case may overwrite it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from triage.case import Case
from triage.errors import DecisionError, TriageError
from triage.model.items import ItemNo, Receipt, Row
from triage.model.tags import PENDING
from ui import preferences
from ui.case.jobs import Jobs
from ui.i18n import formatting
from ui.i18n.language import as_is, tr
from ui.keyboard import Keyboard
from ui.presenters.tags import Tags
from ui.presenters.tags import label as tag_label
from ui.widgets.builders import delayed

MANY = 1000
"""Steps over more items than this show when they are on disk, not before."""


class CurrentTags:
    """The tags of the items known to the window, and which of those are sealed."""

    def __init__(self) -> None:
        self.tags = Tags()
        self._now: dict[ItemNo, tuple[str, ...]] = {}
        self._unsaved: Counter[ItemNo] = Counter()
        self._sealed: set[ItemNo] = set()
        self._met: set[ItemNo] = set()  # of which it was known whether they are sealed
        self._jobs: Jobs | None = None
        self._written: dict[ItemNo, int] = {}  # after which write of the jobs the last step on an item was on disk
        self._all_written = 0  # the same of the last step on many

    def clear(self, jobs: Jobs | None = None) -> None:
        self._jobs, self._all_written = jobs, 0
        self._written.clear()
        self._now.clear()
        self._unsaved.clear()
        self._sealed.clear()
        self._met.clear()

    def forget_saved(self, current: ItemNo | None) -> None:
        """Forget the items that no decision is on its way for: what they carry is read again with their rows.

        The current one can be decided on before that.
        """
        self._now = {no: names for no, names in self._now.items() if no in self._unsaved or no == current}

    def of(self, no: ItemNo) -> tuple[str, ...]:
        return self._now.get(no, ())

    def known(self, nos: Iterable[ItemNo]) -> list[ItemNo]:
        return sorted(self._now.keys() & set(nos))

    def is_sealed(self, no: ItemNo) -> bool:
        return no in self._sealed

    def is_closed(self, no: ItemNo) -> bool:
        return no in self._sealed or self.tags.any_seals(self.of(no))

    def turn(self, receipt: Receipt) -> frozenset[ItemNo]:
        if receipt.action not in ("seal", "withdraw-seal", "unseal"):
            return frozenset()
        nos = frozenset(receipt.changed)
        self._sealed = self._sealed | nos if receipt.action == "seal" else self._sealed - nos
        return nos

    def learn(self, rows: Iterable[Row], *, over: bool = True) -> frozenset[ItemNo]:
        """Take rows just read as the truth, unless a decision on them is on its way (or, without ``over``, known).

        Nor are those that come ``late``. Return the items that were known otherwise: sealed, or open.
        """
        turned = set()
        for row in rows:
            known = row.no in self._unsaved or (row.no in self._now and not over)
            if not known and not self._is_late(row.no):
                if row.no in self._met and row.sealed != self.is_sealed(row.no):
                    turned.add(row.no)
                self._met.add(row.no)
                self._now[row.no] = row.tags
                (self._sealed.add if row.sealed else self._sealed.discard)(row.no)
        return frozenset(turned)

    def late(self, rows: Iterable[Row]) -> list[ItemNo]:
        return [row.no for row in rows if self._is_late(row.no)]

    def _is_late(self, no: ItemNo) -> bool:
        return self._jobs is not None and max(self._written.get(no, 0), self._all_written) > self._jobs.after

    def begin(self, nos: Sequence[ItemNo], tag: str, put: bool) -> frozenset[ItemNo]:
        """Show a decision that is on its way; return the items that show it, none where there are many."""
        if len(nos) > MANY:
            return frozenset()
        for no in nos:
            self._now[no] = self.tags.after(self.of(no), tag, put)
        self._unsaved.update(nos)
        return frozenset(nos)

    def finish(self, nos: Sequence[ItemNo], changed: Sequence[ItemNo] = ()) -> None:
        if self._jobs is not None and len(changed) > MANY:
            self._all_written = self._jobs.written
        elif self._jobs is not None:
            self._written.update(dict.fromkeys(changed, self._jobs.written))
        if len(nos) <= MANY:
            self._unsaved.subtract(nos)
            self._unsaved = +self._unsaved


class Steps:
    """This window's steps in the open case, so that undoing touches no other unless a person has seen it.

    Both functions run where the steps are written, one after another.
    """

    def __init__(self) -> None:
        self._groups: list[int] = []  # 0 for a step that changed nothing

    def noting(self, work: Callable[[Case, str], Receipt]) -> Callable[[Case, str], Receipt]:
        """Return the same step, of which is noted whether it changed anything."""

        def step(case: Case, reviewer: str) -> Receipt:
            receipt = work(case, reviewer)
            self._groups.append(receipt.group if receipt.changed else 0)
            return receipt

        return step

    def undo(self, case: Case, reviewer: str, confirmed: int = 0) -> Receipt | None:
        """Undo the last step; None where that changed nothing.

        Raises StepElsewhere where it is neither one of this window's nor the one that a person has ``confirmed``.
        """
        if not confirmed and self._groups and not self._groups[-1]:
            self._groups.pop()
            return None
        return case.decisions.undo(reviewer, steps=[confirmed] if confirmed else self._groups)


class Naming(QObject):
    """The name that decisions are recorded under. What needs one waits until a person has given it."""

    requested = Signal()
    named = Signal(str, bool)  # the name, and whether it is the first one that was given

    def __init__(self, failed: Callable[[TriageError], object]) -> None:
        super().__init__()
        self._failed = failed
        self.name = preferences.reviewer()
        self._confirmed = bool(preferences.text("reviewer"))
        self.waiting: list[tuple[Callable[[], object], Callable[[TriageError], object]]] = []

    def when_named(self, run: Callable[[], object], failed: Callable[[TriageError], object] | None = None) -> None:
        """Do something now, or once the name was asked for and given; else tell ``failed``."""
        if self._confirmed:
            run()
        else:
            self.waiting.append((run, failed or self._failed))
            if len(self.waiting) == 1:
                self.requested.emit()

    def take(self, name: str) -> None:
        """Record under this name from now on, first of all what has waited for it; "" drops what has waited."""
        waiting, self.waiting = self.waiting, []
        if name:
            first, self.name, self._confirmed = not self._confirmed, name, True
            preferences.put("reviewer", name)
            self.named.emit(name, first)
        for run, failed in waiting:
            if name:
                run()
            else:
                failed(DecisionError("reviewer-not-given"))


def receipt_message(receipt: Receipt, tags: Tags) -> str:
    """Return what is to be said of a step, "" where what is shown says all of it."""
    items, more = formatting.count(len(receipt.changed), "item"), len(receipt.derived) - receipt.copies
    if receipt.action == "seal":
        return tr(
            "Sealed: {items}, {more} of them attachments or duplicates. Opening takes two people.",
            items=items,
            more=formatting.number(more),
        )
    if receipt.action == "withdraw-seal":
        return tr("Sealing cancelled: {items}.", items=items)
    if receipt.action == "unseal":
        return tr("Unsealed: {items}.", items=items)
    if receipt.action == "ask-unseal":
        return tr("Requested. The item opens once another reviewer grants it.")
    if receipt.action in ("redact", "unredact"):
        return tr("Redacted for productions.") if receipt.action == "redact" else tr("Redaction removed.")
    if receipt.action in ("mark", "unmark"):
        return tr("Passage marked. Reports will show it.") if receipt.action == "mark" else tr("Mark removed.")
    if receipt.action.startswith("undo"):
        return tr("Undone on {items}.", items=items)
    several = len(receipt.changed) + receipt.unchanged > 1
    if not receipt.derived and not receipt.kept and not several:
        return ""
    if receipt.action == "note":
        return tr("Note written on {items}.", items=items)
    tag = tags.by_name.get(receipt.value)
    label = tag_label(tag) if tag is not None else as_is(receipt.value)
    if receipt.copies:
        items = tr("{items}, %n of them copies", receipt.copies, items=items)
    if receipt.action == "untag" and not more:
        return tr("{tag} removed from {items}.", tag=label, items=items)
    kept = tr("; %n keep an earlier decision", receipt.kept) if receipt.kept else ""
    if more:
        number = formatting.number(more)
        return tr("{tag}: {items}, {more} of them propagated{kept}.", tag=label, items=items, more=number, kept=kept)
    already = tr("Already tagged: {items}.", items=formatting.count(receipt.unchanged, "item"))
    applied = tr("{tag} applied to {items}.", tag=label, items=items + kept)
    return f"{applied} {already}" if receipt.unchanged and not receipt.kept else applied


# The moment in which a seal that this window set can be taken back: it is pending on disk, and Esc withdraws it.
#
# The text is gone from every window, search and export by then; what is known here is only whether a person can still
# cancel. It holds no widget and writes nothing itself.

GRACE = 8000
"""Milliseconds for which a seal that is on disk can be withdrawn, unless the reviewer moves on before."""


class Sealing(QObject):
    """The last step that sealed, while it can be cancelled; ``withdraw`` takes back the step of a number."""

    changed = Signal()  # it can be cancelled now, or no longer, or of more items
    sealed = Signal(object)  # Receipt: of what can't be cancelled any more

    def __init__(self, keyboard: Keyboard, withdraw: Callable[[int], None]) -> None:
        super().__init__()
        self._keyboard, self._withdraw = keyboard, withdraw
        self._since = 0
        self._nos: Sequence[ItemNo] = ()
        self._cancelled: Sequence[ItemNo] = ()
        self._receipt: Receipt | None = None  # None until it is on disk
        self.timer = delayed(self, GRACE, self.end)

    @property
    def pending(self) -> bool:
        return bool(self._nos)

    def sentence(self) -> str:
        receipt = self._receipt
        items = formatting.count(len(receipt.changed if receipt else self._nos), "item")
        if receipt is None or not receipt.derived:
            return tr("Sealing {items}. Esc to cancel.", items=items)
        more = formatting.number(len(receipt.derived))
        return tr("Sealing {items}, {more} of them attachments or duplicates. Esc to cancel.", items=items, more=more)

    def begin(self, nos: Sequence[ItemNo]) -> str:
        """Take note that these items are to be sealed, and what was pending no longer is; return how they are."""
        self.end()
        self._nos, self._since = nos, self._keyboard.presses
        self.changed.emit()
        return PENDING

    def written(self, receipt: Receipt, nos: Sequence[ItemNo]) -> bool:
        """Take note that a step is on disk; return whether it is one that is pending, or was cancelled meanwhile."""
        if nos and nos is self._cancelled:
            self._cancelled = ()
            self._withdraw(receipt.group)
            return True
        if not nos or nos is not self._nos:
            return False
        self._receipt = receipt
        self.timer.start()
        self.changed.emit()
        return True

    def failed(self, nos: Sequence[ItemNo]) -> None:
        if nos is self._nos:
            self._forget()

    def cancel(self) -> bool:
        nos, receipt = self._nos, self._receipt
        if not nos:
            return False
        self._forget()
        if receipt is None:
            self._cancelled = nos
        else:
            self._withdraw(receipt.group)
        return True

    def move_on(self) -> None:
        """End it where a person has gone to another item, not where the program has, as after a coding."""
        if not self._keyboard.untouched_since(self._since):
            self.end()

    def end(self) -> None:
        receipt, pending = self._receipt, self.pending
        if pending:
            self._forget()
        if receipt is not None:
            self.sealed.emit(receipt)

    def _forget(self) -> None:
        self.timer.stop()
        self._nos, self._receipt = (), None
        self.changed.emit()
