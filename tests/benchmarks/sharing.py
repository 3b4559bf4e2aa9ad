"""Times the shared work on a large case: progress, batches, samples, writing and merging decisions.

Run it::

    python tests/benchmarks/sharing.py [--items 100000] [--json FILE]

A case of ten texts is made, and further items are written straight into its store, so that it has as many as asked
without as many files: nothing here searches by words. Nine in ten are coded by three people, one in five of these is
contradicted, one in fifty undone. Times are CPU time of this process, the best of three. Exits with 1 where the two
copies that were merged don't agree.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from measure import ROOT

sys.path.insert(0, str(ROOT))
from tests.records import case_of
from triage.case import Case
from triage.store import current_decisions

PEOPLE, TAGS = ("Rae", "Omar", "Dana"), ("relevant", "not-relevant", "hot")
_BEGIN = datetime(2023, 1, 2, 9, tzinfo=UTC)
_DECISION = "item, action, value, reviewer, time, how, grp, undoes, event, derived"


def grow(case: Case, items: int) -> None:
    """Write items into a case's store: families of three, duplicates, twelve custodians, forty months."""
    db = case._opened.store.db
    columns = [row[1] for row in db.execute("PRAGMA table_info(item)")]
    first = dict(zip(columns, next(iter(db.execute("SELECT * FROM item WHERE n=1"))), strict=True))
    known = int(case._opened.store.value("SELECT max(n) FROM item"))
    with db:
        for n in range(known + 1, items + 1):
            new = {
                "n": n,
                "id": f"{n:020x}",
                "member": str(n),
                "family": max(n - n % 3, known + 1),
                "custodian": f"person{n % 12}",
                "digest": f"d{n // 2 * 2 if n % 5 == 0 else n}",
                "date": 1_580_000_000 + n * 7919 % 100_000_000,
            }
            row = tuple({**first, **new}[name] for name in columns)
            db.execute(f"INSERT INTO item VALUES({','.join('?' * len(columns))})", row)


def decisions(items: int) -> Iterator[tuple[Any, ...]]:
    """Yield rows of decisions on nine in ten items."""
    group, at = 0, _BEGIN
    for n in range(1, items + 1):
        if n % 10 == 0:
            continue
        who, tag = PEOPLE[n % 3], TAGS[n % 7 % 3]
        acts: list[tuple[str, str, int | None]] = [("tag", who, None)]
        acts += [("untag", PEOPLE[(n + 1) % 3], None)] if n % 5 == 0 else []
        acts += [("untag", who, group + 1)] if n % 50 == 1 else []
        for action, person, undoes in acts:
            group, at = group + 1, at + timedelta(seconds=5)
            moment = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            how = "undo" if undoes else "key"
            yield n, action, tag, person, moment, how, group, undoes, f"{group:032x}.0", ""


def timed(name: str, work: Callable[[], Any], times: int = 3) -> tuple[str, float, Any]:
    """Return the name, the best CPU time in milliseconds, and what the work gave."""
    best, found = float("inf"), None
    for _ in range(times):
        began = time.process_time()
        found = work()
        best = min(best, time.process_time() - began)
    print(f"{name:44} {best * 1000:9.1f} ms", flush=True)
    return name, best * 1000, found


def measured(folder: Path, items: int) -> tuple[list[tuple[str, float]], bool]:
    """Return the times, and whether both copies come to the same tags."""
    case_of(folder, {f"dana/{i}.txt": f"word{i} common" for i in range(10)}).close()
    with Case.open(folder / "case") as empty:
        grow(empty, items)
    shutil.copytree(folder / "case", folder / "other")
    with Case.open(folder / "case") as case, Case.open(folder / "other") as other:
        store, file = case._opened.store, folder / "decisions.jsonl"
        with store.change("benchmark", "merge") as detail:
            rows = list(decisions(items))
            store.db.executemany(f"INSERT INTO decision({_DECISION}) VALUES(?,?,?,?,?,?,?,?,?,?)", rows)
            detail.update(steps=[[1, len(rows), 1]], items=len(rows))
        found = [
            timed("replay all decisions", lambda: current_decisions.restore(store, case.search.run("").nos), 1),
            timed("progress", case.team.progress),
            timed("make batches of 200", lambda: case.team.create_batches("", "All", "Rae", size=200), 1),
            timed("take a batch", lambda: case.team.check_out_batch("", "Rae")),
            timed("find what is left of a batch", lambda: case.search.run(case.team.batches()[0].left_query)),
            timed("progress with the batches", case.team.progress),
            timed("draw 400 of all", lambda: case.team.draw_sample("", "S", "Rae", size=400), 1),
            timed("list where reviewers differ", case.team.disagreements, 1),
            timed("write the decision file", lambda: case.team.export_decisions(file), 1),
            timed("merge it into a copy without decisions", lambda: other.team.merge(file, "Omar"), 1),
            timed("merge it again", lambda: other.team.merge(file, "Omar"), 1),
            timed(
                "tag one item",
                lambda: (case.decisions.tag([9], "hot", "Rae", "key"), case.decisions.untag([9], "hot", "Rae", "key")),
            ),
        ]
        print(f"{found[8][2].decisions:,} decisions, {file.stat().st_size / 1e6:.1f} MB")
        other.team.merge(case.path, "Omar")
        case.team.merge(other.path, "Rae")
        return [(name, ms) for name, ms, _ in found], case.status().tags == other.status().tags


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        times, same = measured(Path(folder), args.items)
    if args.json:
        figures = {"items": args.items, "ms": dict(times), "same": same}
        args.json.write_text(json.dumps(figures, indent=1))
    print("Both copies come to the same tags." if same else "THE COPIES DIFFER.")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
