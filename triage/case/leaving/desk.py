"""What a case hands over for what leaves it: items, the decisions on them, and what lies in their sources.

Originals are opened again through the broker, so each is in the ledger.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from triage.case import decisions, known_answers, opened
from triage.case.opened import FILLED, OpenCase
from triage.case.search import Search
from triage.errors import CaseError, ExportError, TriageError
from triage.export.folder import remove_left_over
from triage.export.production.pages import Listed, PageOrder
from triage.indexing.reopen import Natives, ViewOrder
from triage.messages import encode, say
from triage.model.items import Item, ItemNo, Status, Trouble
from triage.model.previews import StampedPages
from triage.model.redactions import Redaction
from triage.review.passages import Passages
from triage.sandbox.render import libreoffice
from triage.sandbox.wire import STAMPED, ViewRequest
from triage.scope.ledger import Ledger
from triage.secret_keys import login
from triage.settings import FILE as SETTINGS_FILE
from triage.store import decision_log, reading, relations, sealed
from triage.store.db import DatabaseError, stored_text


class ItemReader(Search):
    """What a report asks of the case: its items and the decisions on them. It opens no source."""

    def __init__(self, case: OpenCase) -> None:
        super().__init__(case)
        self.decisions = partial(decision_log.history, case.store)
        self.passages = Passages(case.store).of
        self.places = partial(reading.places, case.store)

    def copy_keys(self, nos: Sequence[ItemNo]) -> list[int]:
        return relations.copy_groups(self._store).keys(nos)


class CaseDesk(ItemReader):
    """What an export asks of the case besides: what lies in the sources, and a signature."""

    def __init__(self, case: OpenCase, ledger: Ledger) -> None:
        super().__init__(case)
        self.keys, self.id, self.versions = case.keys, case.store.first_audit_hash(), dict(known_answers.current())
        self._natives, self._settings = Natives(case.in_force, ledger, case.settings), case.settings
        self.renditions, self.close = self._natives.renditions, self._natives.close
        self.kept_back: Collection[ItemNo] = frozenset()
        self.redacted: Mapping[ItemNo, Collection[Redaction]] = {}
        self.accepted: Collection[str] = ()
        self.unsigned = ""
        self.replaced: Mapping[ItemNo, Listed] = {}

    @property
    def unconfined(self) -> bool:
        return self._natives.unconfined

    def status(self) -> Status:
        """Return the sums of the case, with how this export will open sources."""
        self._natives.start()
        status = reading.status(self._store, self._case.path.name, self._case.engine_name)
        return replace(status, unconfined=status.unconfined or self.unconfined)

    def sign(self, kind: str, digest: str) -> bytes:
        """Return the signature of a manifest by the login's key; ``unsigned`` says, encoded, why there is none."""
        try:
            return self.keys.secret(login()).sign_digest(self.id, kind, digest)
        except CaseError as error:
            self.unsigned = encode(say("export-not-signed", why=error))
            return b""

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        """Yield the items' original bytes, or the reasons why they can't be had; of what is sealed, none."""
        withheld = [decisions.withheld(self._case, item.row.no) for item in items]
        free = self._natives.read([item for item, why in zip(items, withheld, strict=True) if not why])
        for why in withheld:
            yield Trouble(sealed.CODE, why) if why else next(free)
        next(free, None)  # to the end of the answer

    def stamped(self, orders: Sequence[PageOrder]) -> Iterator[StampedPages | Trouble]:
        """Yield the pages that were ordered, drawn by the readers, or why they can't be."""
        wanted = [ViewOrder("document", one.custodian, one.media, one.data, _page_view(one)) for one in orders]
        return (view for view in self._natives.views(wanted) if isinstance(view, StampedPages | Trouble))

    def printed(self, item: Item, data: bytes) -> bytes | Trouble:
        """Return what an office program makes of an item, where the case's settings let one be used."""
        if not self._settings.office_pages:
            return Trouble("unsupported", say("office-pages-off", file=self._case.path / SETTINGS_FILE))
        try:
            return libreoffice.to_pdf(data, item.row.type, self._case.path)
        except CaseError as error:
            return Trouble("unsupported", error.message)


def _page_view(order: PageOrder) -> ViewRequest:
    return ViewRequest(
        STAMPED,
        order.number,
        sought=order.sought,
        stamp=order.stamp,
        regions=order.regions,
        reasons=order.reasons,
    )


# What leaves a case is on record before it is written, and tied to the ledger at its end. What one that was killed left
# behind is deleted by the next one. One that is complete and that the case couldn't record is deleted, too; where it
# stays all the same, the next change puts that on record.

T = TypeVar("T")
Recorded = TypeVar("Recorded")
Begin = Callable[[Path], None]
"""Is called with the folder that is filled, before anything is in it."""


def begin_on_record(case: OpenCase, target: Path, reviewer: str, action: str, about: dict[str, Any]) -> Begin:
    """Return what records, under this action, where something is written; an earlier leftover is deleted now."""
    left = opened.filled(case.store)
    removed = str(left) if left and remove_left_over(left) else ""
    return partial(_begin, case, reviewer, action, about, {"target": str(target.absolute()), "removed": removed})


def _begin(
    case: OpenCase, reviewer: str, action: str, about: dict[str, Any], paths: dict[str, str], filled: Path
) -> None:
    texts = {key: stored_text(path) for key, path in paths.items() if path}
    with case.store.change(reviewer, action, **about, **texts):
        case.store.set_meta(FILLED, json.dumps(str(filled)))


def write_on_record(
    case: OpenCase,
    work: Callable[[CaseDesk, Ledger], T],
    record: Callable[[T, CaseDesk, Ledger], Recorded],
    target: Path | None = None,
) -> Recorded:
    """Do work that reads sources again, and record it once the ledger has ended; return what ``record`` returns.

    ``target`` is the folder that is there once the work is done, unless it was stopped. Raises ExportError where it
    can't be put on record.
    """
    case.exposure.anchor()
    done: T | None = None
    with case.ledger() as ledger:
        desk = CaseDesk(case, ledger)
        try:
            try:
                done = work(desk, ledger)
            finally:
                desk.close()
                ledger.sync()
            ledger.end()
            return record(done, desk, ledger)
        except (TriageError, OSError, DatabaseError) as error:
            if target is None or done is None or getattr(done, "stopped", False) or not opened.filled(case.store):
                raise
            raise _withdrawn(target, error) from error


def _withdrawn(target: Path, error: Exception) -> ExportError:
    """Delete what the case couldn't record; return what to say of it."""
    cause = error.__cause__ or error
    try:
        shutil.rmtree(target)
    except OSError as fault:
        return ExportError("export-unrecorded", path=target, error=cause, why=fault.strerror)
    return ExportError("export-withdrawn", path=target, error=cause)


def end_on_record(case: OpenCase, ledger: Ledger, detail: dict[str, Any]) -> None:
    """Tie the ledger to the audit, so that its end can't be cut off unseen; called inside ``Store.change``."""
    detail["ledger"] = ledger.head.name
    case.store.set_meta("ledger", ledger.head.anchor)
    case.store.set_meta(FILLED, "")
