"""An index run over an open case, and what follows from new items: decisions that waited for them, known answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from triage.case import decisions, heads, known_answers
from triage.case.opened import OpenCase, note_unicode
from triage.case.team import adopt
from triage.errors import BrokerEnded
from triage.indexing.batch import Parts
from triage.indexing.run import Run
from triage.insight import threads
from triage.insight.near.api import NearDuplicates
from triage.model.items import ItemNo
from triage.model.runs import Progress, RunReport
from triage.review import sealing
from triage.scope.broker import absolute
from triage.scope.mounts import check_ways
from triage.store.db import temporary_files
from triage.store.writing import larger_cache


def index(
    case: OpenCase,
    only: Sequence[Path],
    progress: Callable[[Progress], None] | None,
    stop: threading.Event | None,
    *,
    retry: Sequence[str],
    passwords: Sequence[str],
    scheduler: str,
) -> RunReport:
    """Read what is new or changed, as ``Case.index`` says."""

    def keep_sealed(
        again: Sequence[ItemNo], fresh: Sequence[ItemNo], versions: dict[int, list[int]], detail: dict[str, Any]
    ) -> set[ItemNo]:
        return sealing.keep_sealed(case.store, again, fresh, versions, detail)

    policy = case.policy
    check_ways(policy, case.path)
    places = [policy.covering(absolute(p)) for p in only] or [(root, "") for root in policy.allow]
    with case.ledger() as ledger, _sorting_on_disk(case), larger_cache(case.store):
        policy = case.in_force(policy)
        note_unicode(case.store)
        parts = Parts(
            store=case.store,
            engine=case.engine,
            keep_sealed=keep_sealed,
            infer_threads=threads.update,
            policy=policy,
            ledger=ledger,
            settings=case.settings,
            retry=tuple(retry),
            passwords=tuple(passwords),
            scheduler=scheduler,
        )
        try:
            report = Run(parts, places, progress, stop).run()
        except BrokerEnded:  # goes on where that one ended
            report = Run(parts, places, progress, stop).run()
        ledger.end()
        adopt(case)
        if not report.stopped:
            stopped = stop.is_set if stop else lambda: False
            if report.indexed:
                NearDuplicates(case).update(stopped)
            known_answers.note(case, report.indexed + report.failed > 0)
            decisions.purge(case, stopped)
        return replace(report, unsigned=heads.sign(case), unused_indexes=tuple(case.engine.unused_indexes()))


@contextmanager
def _sorting_on_disk(case: OpenCase) -> Iterator[None]:
    """Keep what SQLite sorts out of memory: the indexes of a million items take 160 MB of it."""
    del case.engine  # its temporary tables are dropped
    try:
        with temporary_files(case.store):
            yield
    finally:
        del case.engine
