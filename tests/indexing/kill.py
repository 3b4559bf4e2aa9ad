"""Kills commands with SIGKILL at random moments, runs them again, and compares with a run that nobody killed.

Run it::

    python -m tests.indexing.kill --corpus DIR [--kills 30] [--per-case 3] [--seed 1] [--actions index tag seal ...]

DIR is any folder of files (default: the environment variable TRIAGE_BENCH_CORPUS). Each case is killed ``--per-case``
times, then indexed to its end; it must then hold exactly what the undisturbed case holds: every table, except for row
numbers, run numbers and the times of runs, and the answers of a few hundred searches. ``triage verify`` must pass. The
moments are spread over a whole run by the seed; a kill that comes after a run's end doesn't count. Exits with 1 and the
first differences where something was lost.

``--actions`` names what is killed: ``index`` (the default), ``tag``, ``seal``, ``merge``, ``export`` and ``apply`` (of
a scope that leaves out about half of the files); ``--kills`` are then those of each. All but ``index`` are killed once
on a copy of the indexed case, mostly just after they began to write. There the record must hold at once (a purge must
first come to its end); then they are run again, and the case must hold what the undisturbed one holds, but for times
and random numbers.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from tests.benchmarks.measure import corpus_argument, environment, measure, triage
from triage.case import Case
from triage.model.items import ItemNo
from triage.store.schema import MOST_SEGMENTS
from triage.text import words

COMPARED = ("source", "item", "segment", "problem", "decision", "tagged")
PASSED_OVER = {"run", "gone", "later", "number", "n", "seq", "grp"}
"""Columns that number rows or runs; what they point to is compared by name instead."""
_SEARCHES = 200
_RANDOM = {"time", "event", "derived", "undoes"}
"""Columns of decisions that two runs of one command never have in common."""


class Snapshot:
    def __init__(self, case: Path) -> None:
        self._db = apsw.Connection(str(case / "case.db"), flags=apsw.SQLITE_OPEN_READONLY)
        sources = self._db.execute("SELECT number, root, path, sha256 FROM source")
        self._sources = {number: f"{root}:{path}:{sha256}" for number, root, path, sha256 in sources}
        self._items: dict[int, str] = dict(self._db.execute("SELECT n, id FROM item"))

    def close(self) -> None:
        self._db.close()

    def rows(self, table: str) -> Counter[tuple[Any, ...]]:
        columns = [row[1] for row in self._db.execute(f"PRAGMA table_info({table})")]
        return Counter(tuple(self._named(table, columns, row)) for row in self._db.execute(f"SELECT * FROM {table}"))

    def _named(self, table: str, columns: list[str], row: tuple[Any, ...]) -> Iterator[Any]:
        for column, value in zip(columns, row, strict=True):
            if column == "key" and table == "segment":
                yield (self._items.get(value // MOST_SEGMENTS, "no item"), value % MOST_SEGMENTS)
            elif column in ("item", "parent", "family"):
                yield self._items.get(value, "no item") if value is not None else None
            elif column == "source":
                yield self._sources.get(value, "no source") if value is not None else None
            elif column not in PASSED_OVER and (table != "decision" or column not in _RANDOM):
                yield value


def differences(expected: Path, found: Path) -> list[str]:
    said = []
    with closing(Snapshot(expected)) as ours, closing(Snapshot(found)) as theirs:
        for table in COMPARED:
            wanted, got = ours.rows(table), theirs.rows(table)
            for what, rows in (("lacks", wanted - got), ("has besides", got - wanted)):
                if rows:
                    said.append(f"table {table} {what} {rows.total()} rows, first {min(map(str, rows))[:3000]}")
    return said + searches(expected, found)


def searches(expected: Path, found: Path) -> list[str]:
    """Search both cases for the same words, rare and frequent ones, and return a sentence for each that differs."""
    with Case.open(expected) as ours, Case.open(found) as theirs:
        chosen = vocabulary(ours)
        return [f"the search {word!r} differs" for word in chosen if _ids(ours, word) != _ids(theirs, word)]


def vocabulary(case: Case) -> list[str]:
    """Return words of the case: one in so many of all that occur in its first items, the same each time."""
    seen: set[str] = set()
    for no in case.search.run("").nos[:2000:10]:
        seen.update(w for s in case.search.item(no).segments for w in words(s.text[:5000]))
    ordered = sorted(word for word in seen if word.isalpha() and word not in ("and", "or", "not"))
    return ordered[:: max(1, len(ordered) // _SEARCHES)]


def _ids(case: Case, word: str) -> list[str]:
    nos: Iterable[ItemNo] = case.search.run(f'"{word}"').nos
    return sorted(row.id for row in case.search.rows(list(nos)))


def make(case: Path, corpus: Path) -> None:
    measure(triage("new", case, "--allow", corpus, "--custodian", "Benchmark"))


def kill(command: list[str], after: float) -> bool:
    """Start a command and kill it after so many seconds; return False where it had ended before."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def kill_at_work(command: list[str], case: Path, after: float) -> bool:
    """Start a command and kill it so many seconds after it began to write; return False where it had ended before."""
    before = written(case)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    while process.poll() is None and written(case) == before:
        time.sleep(0.0005)
    time.sleep(after)
    ended = process.poll() is not None
    process.kill()
    process.wait()
    return not ended


def written(case: Path) -> list[tuple[str, int]]:
    """Return the sizes of what a command writes: the journal, the ledger, an export beside the case."""
    paths = [case / "case.db-wal", case / "ledger.jsonl", *case.parent.glob(f".{case.name}-out*")]
    return [(path.name, path.stat().st_size) for path in paths if path.exists()]


def spread(chance: random.Random, whole: float, count: int) -> list[float]:
    """Return moments for kills in a row: each anywhere in what is about left of the run after the one before."""
    moments, left = [], whole
    for _ in range(count):
        moments.append(chance.uniform(0.05, 0.95) * left)
        left = max(left - moments[-1], 0.2 * whole)
    return moments


def disturbed(case: Path, corpus: Path, moments: list[float]) -> int:
    """Index the corpus with a kill at each moment and a last run to the end; return how many kills met a run."""
    make(case, corpus)
    hits = sum(kill(triage("index", case), moment) for moment in moments)
    measure(triage("index", case))
    return hits


def check(case: Path, calm: Path) -> list[str]:
    verified = measure(triage("verify", case), expect=None)
    said = [] if verified.code == 0 else [f"triage verify ended with {verified.code}:\n{verified.said}"]
    return said + differences(calm, case)


def run(arguments: argparse.Namespace, work: Path) -> list[str]:
    """Make the calm case, then one disturbed case after the other; return all that went wrong."""
    corpus, calm = Path(arguments.corpus).resolve(), work / "calm"
    make(calm, corpus)
    started = time.monotonic()
    measure(triage("index", calm))
    whole = time.monotonic() - started
    print(f"an undisturbed run takes {whole:.2f} s", flush=True)
    wrong = [f"undisturbed: {sentence}" for sentence in check(calm, calm)]
    chance = random.Random(arguments.seed)
    for name in arguments.actions:
        wrong += (
            index_runs(arguments, work, whole, chance) if name == "index" else act(name, arguments.kills, calm, chance)
        )
    return wrong


def index_runs(arguments: argparse.Namespace, work: Path, whole: float, chance: random.Random) -> list[str]:
    corpus, calm, wrong = Path(arguments.corpus).resolve(), work / "calm", list[str]()
    hits = tried = 0
    while hits < arguments.kills and tried < 4 * arguments.kills:
        moments = spread(chance, whole, min(arguments.per_case, arguments.kills - hits))
        case = work / f"case-{tried}"
        met = disturbed(case, corpus, moments)
        whole *= 1 if met == len(moments) else 0.85
        hits, tried = hits + met, tried + len(moments)
        found = check(case, calm)
        wrong += [f"killed after {[round(m, 2) for m in moments]} s: {sentence}" for sentence in found]
        said = ", ".join(f"{m:.2f}" for m in moments)
        print(f"killed after {said} s ({met} met a run): {'differs' if found else 'equal'}", flush=True)
        subprocess.run(["rm", "-rf", str(case)], check=True)
    print(f"{hits} kills met a running index")
    return wrong if hits == arguments.kills else [*wrong, "too few kills met a running index: the corpus is too small"]


class Action(NamedTuple):
    """A command on a case that is indexed: what is prepared for it, and what it is called with besides the case."""

    command: tuple[str, ...]
    more: tuple[str, ...]
    prepare: Callable[[Path], object] = bool

    def line(self, case: Path) -> list[str]:
        return triage(*self.command, case, *(text.replace("CASE", str(case)) for text in self.more))


_BY = ("--reviewer", "Rae")


def other_copy(case: Path) -> None:
    other = Path(shutil.copytree(case, f"{case}-other"))
    measure(triage("tag", other, "hot", "--query", "*", "--reviewer", "Omar"))


def narrow(case: Path) -> None:
    with (case / "scope.toml").open("a") as scope:
        for digit in "02468":
            scope.write(f'\n[[deny]]\nid = "files-{digit}"\nglob = "**/*{digit}.*"\nreason = "a trial"\n')


ACTIONS = {
    "tag": Action(("tag",), ("hot", "--query", "*", *_BY)),
    "seal": Action(("seal",), ("--query", "*", "--reason", "a trial", *_BY)),
    "merge": Action(("merge",), ("CASE-other", *_BY), other_copy),
    "export": Action(("export",), ("CASE-out", "--query", "*", *_BY)),
    "apply": Action(("scope", "apply"), ("--yes", "--reason", "a trial"), narrow),
}


def acted(name: str, calm: Path, case: Path) -> Action:
    """Copy the indexed case and prepare it for an action; no head of another copy is remembered."""
    shutil.copytree(calm, case)
    shutil.rmtree(Path(os.environ["TRIAGE_KEYS"], "heads"), ignore_errors=True)
    ACTIONS[name].prepare(case)
    return ACTIONS[name]


def remove(case: Path) -> None:
    for path in case.parent.glob(f"{case.name}*"):
        shutil.rmtree(path)


def left_beside(case: Path) -> list[str]:
    """Return what is wrong with an export beside a case: it must verify, and nothing may be left of a killed one."""
    target = Path(f"{case}-out")
    wrong = [f"an export left {path.name}" for path in case.parent.glob(f".{target.name}*")]
    if target.exists() and (verified := measure(triage("verify", target), expect=None)).code:
        wrong.append(f"the export doesn't verify:\n{verified.said}")
    return wrong


def act(name: str, kills: int, calm: Path, chance: random.Random) -> list[str]:
    """Kill an action so many times, each on a case of its own; return all that went wrong."""
    expected = calm.with_name(f"calm-{name}")
    whole = measure(acted(name, calm, expected).line(expected)).wall
    wrong = [f"undisturbed {name}: {sentence}" for sentence in check(expected, expected)]
    hits, case = 0, calm.with_name(f"killed-{name}")
    for tried in range(8 * kills):
        if hits == kills:
            break
        action = acted(name, calm, case)
        moment = chance.uniform(0.3, 1) * whole if tried % 4 == 0 else chance.uniform(0, 0.2) ** 2 * whole
        line = action.line(case)
        if kill(line, moment) if tried % 4 == 0 else kill_at_work(line, case, moment):
            hits += 1
            wrong += [f"{name} killed after {moment:.2f} s: {text}" for text in resumed(name, action, case, expected)]
        remove(case)
    print(f"{name}: {hits} kills, an undisturbed one takes {whole:.2f} s: {len(wrong)} differences", flush=True)
    return wrong if hits == kills else [*wrong, f"too few kills met {name}: the corpus is too small"]


def resumed(name: str, action: Action, case: Path, expected: Path) -> list[str]:
    """Verify a case as it was left, run the action again, and return what is wrong."""
    verified = measure(triage("verify", case), expect=None)
    wrong = [f"as left: {verified.said}"] if verified.code and name != "apply" else []
    exported = Path(f"{case}-out").exists()
    measure(action.line(case), expect=None if exported else 0)
    return wrong + check(case, expected) + left_beside(case)


def main() -> int:
    """Read the arguments and run; return 1 where a case differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default=corpus_argument(), help="folder of files")
    parser.add_argument("--kills", type=int, default=30, help="how many kills in all")
    parser.add_argument("--per-case", type=int, default=3, help="kills in a row on one case")
    parser.add_argument("--seed", type=int, default=1, help="seed of the moments")
    parser.add_argument("--actions", nargs="+", default=["index"], choices=["index", *ACTIONS], help="what is killed")
    parser.add_argument("--work", type=Path, help="folder for the cases (default: a temporary one)")
    arguments = parser.parse_args()
    if not arguments.corpus:
        parser.error("name a corpus: --corpus DIR, or set TRIAGE_BENCH_CORPUS")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing is left behind
    with tempfile.TemporaryDirectory(prefix="triage-kill-", dir=arguments.work) as work:
        os.environ["TRIAGE_KEYS"] = f"{work}/keys"
        wrong = run(arguments, Path(work))
    print("\n".join(wrong) if wrong else "every case equals the undisturbed one and passes triage verify")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
