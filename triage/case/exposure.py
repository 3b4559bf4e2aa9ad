"""What people were shown, on record: searches, rows, lines with hits, texts, pages; who saw them, and how much.

Each entry is in ``shown.jsonl`` of the case at once; none waits for the disk, and the audit names the end from time to
time. Where the case can't be written, they are in a file of the session's own in the login's state folder; where that
can't be written either, they wait in memory. Nothing is recorded before somebody is said to look.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage.errors import CaseError, TriageError, VerifyError
from triage.messages import encode, say
from triage.model.items import ItemNo, ListedPlace
from triage.review.shown_items import Showing, ShownItems
from triage.scope import ledger
from triage.scope.ledger import Ledger, showing
from triage.secret_keys import login
from triage.store.db import Store

if TYPE_CHECKING:
    from triage.model.team import ShownShare

SHOWN = "shown"
"""What the case calls the log, its end, and the audit rows that name it."""
_ANCHORED = 200
"""Entries after which the audit names the end, at the latest."""
_WORTH = 10
"""Entries of a session for which it does so at the end."""
_numbers = count(1)


def state_folder() -> Path:
    """Return the folder for what sessions record that can't write their case: as TRIAGE_STATE says, else at home."""
    state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return Path(os.environ.get("TRIAGE_STATE") or state / "triage")


class _Read:
    """What was read of a log, up to its ``end`` then: entries by event, and by person and item's id what was shown."""

    def __init__(self) -> None:
        self.end = ledger.NONE
        self.counts = Counter[str]()
        self.people: dict[str, dict[str, list[Showing]]] = {}

    def stop(self, end: ledger.Head) -> None:
        self.end = end


class Exposure:
    """The entries of one open case; ``unrecorded`` says, encoded, why some of them aren't in its log."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._reviewer = ""
        self.path, self._store = folder / f"{SHOWN}.jsonl", store
        self._own: Ledger | None = None
        self._shared: Ledger | None = None
        self._waiting: list[tuple[str, dict[str, str | int]]] = []
        self._written = 0
        self._read = _Read()
        self.unrecorded = ""

    def note(self, event: str, reviewer: str | None, **details: str | int) -> None:
        """Record that something is shown now, and to whom: "" for the login, None for nobody."""
        if reviewer is None:
            return
        name = login()
        self._reviewer = reviewer or name
        self._waiting.append((event, {"by": self._reviewer, "login": name, **details}))
        self._record_if_possible()

    def _record_if_possible(self) -> None:
        with suppress(TriageError):
            try:
                self._record()
            except OSError as error:
                self.unrecorded = encode(say("shown-unrecorded", error=error.strerror, own=state_folder()))

    def _record(self) -> None:
        """Write what waits into the case, or from then on into the session's own log where that can't be."""
        if self._own is None:
            self.unrecorded = ""
        if self._own is None and not self._store.read_only:
            try:
                with showing(self.path.parent):
                    log = self._log()
                    self._write(log)
                    if log.head.lines - int(self._known.partition(":")[0] or 0) >= _ANCHORED:
                        self._anchor(log)
                return
            except CaseError as error:
                if error.message.key != "record-broken":
                    return  # somebody else writes: with the next entry
            except OSError as error:
                if self._shared is not None:
                    self._shared.end()  # whoever opens it next closes a torn line
                    self._shared = None
                if not self._waiting:
                    return
                self.unrecorded = encode(
                    say("shown-elsewhere", log=self.path, error=error.strerror, own=state_folder())
                )
        own = self._own or self._own_log()
        try:
            self._write(own)
        except OSError:
            own.end()
            if self._own is None:
                own.path.unlink()  # nothing whole is in it
            self._own = None
            raise
        self._own = own

    def _own_log(self) -> Ledger:
        folder = state_folder() / self._store.first_audit_hash()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Ledger(folder / f"{time.time_ns()}-{os.getpid()}-{next(_numbers)}.jsonl", b"")

    def _log(self) -> Ledger:
        """Return the case's log, opened and checked anew where others wrote into it."""
        if self._shared and (not self.path.exists() or self.path.stat().st_size != self._shared.head.size):
            self._shared.end()
            self._shared = None
        self._shared = self._shared or Ledger(self.path, b"", self._known)
        return self._shared

    @property
    def _known(self) -> str:
        return self._store.meta(SHOWN)

    def _write(self, log: Ledger) -> None:
        for event, details in self._waiting:
            log.event(event, None, **details)
        log.flush()
        self._written += len(self._waiting)
        self._waiting.clear()

    def _anchor(self, log: Ledger) -> None:
        log.sync()
        with self._store.change(self._reviewer or login(), SHOWN, shown=log.head.name):
            self._store.set_meta(SHOWN, log.head.anchor)

    def anchor(self) -> None:
        """Let the audit name the log's end as it is now, unless it is broken, as verification says, or in use."""
        if self._store.read_only or not self.path.exists():
            return
        with suppress(CaseError), showing(self.path.parent):
            log = self._log()
            if log.head.anchor != self._known:
                self._anchor(log)

    def shown(self) -> ShownShare | None:
        """Return how much of the case people were shown, by the case's log; None where that was changed.

        Of a log that was read before only what came since is read.
        """
        from triage.model.team import ShownShare
        from triage.store import report_counts

        people = self._people()
        if people is None:
            return None
        counts, store = self._read.counts, self._store
        items, octets = report_counts.sizes(store, set[str]().union(*people.values()))
        of_items, of_octets = report_counts.sizes(store)
        return ShownShare(
            items=items,
            of_items=of_items,
            octets=octets,
            of_octets=of_octets,
            searches=counts["search"],
            hit_lists=counts["hits"],
            people=tuple(sorted((name, len(ids)) for name, ids in people.items())),
            elsewhere=len(list((state_folder() / store.first_audit_hash()).glob("*.jsonl"))),
            coded=report_counts.whole(store)[1],
            read=ShownItems(store, people).read(),
        )

    def shown_items(self) -> ShownItems:
        """Return what was shown by the case's log, nothing where that was changed."""
        return ShownItems(self._store, self._people() or {})

    def _people(self) -> dict[str, dict[str, list[Showing]]] | None:
        """Return by person and item's id when it was shown, by the case's log; None where that was changed."""
        try:
            self._read_on()
        except (VerifyError, LookupError):
            return None
        return self._read.people

    def _read_on(self) -> None:
        read, self._read = self._read, _Read()  # whatever ends the reading midway, nothing is counted twice
        ledger.check_end(self.path, self._known)
        try:
            ledger.check_end(self.path, read.end.anchor)
        except VerifyError:  # the record was begun anew
            read = _Read()
        for line in ledger.read(self.path, read.end, torn=True, ended=read.stop) if self.path.exists() else ():
            read.counts[line["e"]] += 1
            if "item" in line:
                now = Showing(str(line["t"]), _next_place(line))
                showings = read.people.setdefault(str(line["by"]), {}).setdefault(str(line["item"]), [])
                # Who goes back and forth adds nothing: what counts is since when it was shown, and where.
                if not showings or showings[-1].place != now.place or now.time < showings[-1].time:
                    showings.append(now)
        self._read = read

    def close(self) -> None:
        """Write what waits still; the audit names the end where the session recorded much."""
        if self._waiting:
            self._record_if_possible()
        with suppress(OSError, TriageError):
            if self._own is not None:
                self._own.sync()
                self._own.end()
            elif self._written >= _WORTH:
                self.anchor()
        if self._shared is not None:
            self._shared.end()
        self._own = self._shared = None


def _next_place(line: dict[str, Any]) -> ListedPlace | None:
    """Return where an item was shown as the next one in the suggested order, None where it wasn't, or isn't known."""
    if not line.get("place") or line.get("skipped") or "last" not in line:
        return None
    return ListedPlace(int(line["place"]), 0, str(line.get("q", "")), ItemNo(int(line["last"])))
