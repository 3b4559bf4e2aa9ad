"""Times searches and checks them: two hundred queries in the process, other programs, and the command line.

Run it on an indexed case::

    python tests/benchmarks/search.py CASE [--repeat 5] [--brute 20] [--engines] [--peers CORPUS] [--json OUT]

In the process, every query of ``queries.py`` is run ``--repeat`` times on an open case after one run that opens the
index; each time covers all matching items' numbers and the exact count; wall and processor time. ``first`` in the
figures is each query's first run, before anything is kept of it. From the shell, ``triage search`` and
``triage --help`` are started anew each time.

``--brute N`` holds every query to a scan of the stored text of every N-th item, word by word, without an index: 1 for
all of them, which takes about twenty minutes for 26,000 messages. ``--engines`` makes the other engine's index of the
stored text (Whoosh: two minutes) and holds both to one another. ``--peers`` indexes CORPUS with notmuch, mu and recoll,
as far as they are installed, and times them from the shell on what they can express.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from measure import ROOT, measure, triage

sys.path.insert(0, str(ROOT))
from queries import EVERY, KINDS
from search_checks import beside, by_engines, by_scan

from triage.case import Case


class Row(NamedTuple):
    """A query's median wall and processor seconds, those of its first run, its kind, itself and its count."""

    wall: float
    cpu: float
    first: float
    kind: str
    query: str
    found: int


def timed(case: Case, query: str) -> tuple[float, float, int]:
    """Search once; return the wall and processor seconds and the number of items found."""
    started, busy = time.perf_counter(), time.process_time()
    total = case.search.run(query).total
    return time.perf_counter() - started, time.process_time() - busy, total


def in_process(path: Path, repeat: int) -> list[Row]:
    """Return a row for each query, slowest first."""
    with Case.open(path) as case:
        case.search.run("th* AND *he")
        rows = []
        for kind, query in EVERY:
            runs = [timed(case, query) for _ in range(repeat)]
            wall, cpu = (statistics.median(run[i] for run in runs) for i in (0, 1))
            rows.append(Row(wall, cpu, runs[0][1], kind, query, runs[0][2]))
    return sorted(rows, reverse=True)


def summed(rows: list[Row]) -> dict[str, Any]:
    """Return the spread of the times of some queries, in milliseconds."""
    figures: dict[str, Any] = {"queries": len(rows)}
    for name in ("wall", "cpu", "first"):
        times = sorted(getattr(row, name) for row in rows)
        quantiles = (("p50", 0.5), ("p95", 0.95), ("worst", 1.0))
        figures |= {f"{name}_{at}_ms": round(1000 * times[round(q * (len(times) - 1))], 2) for at, q in quantiles}
    return figures


def shell(path: Path, repeat: int) -> dict[str, float]:
    """Return the median wall seconds of commands, each started anew."""
    commands = {
        "triage search, rare word": triage("search", path, "kestrel"),
        "triage search, frequent word": triage("search", path, '"the"'),
        "triage search --json, frequent word": triage("search", path, '"the"', "--json"),
        "triage --help": triage("--help"),
    }
    medians = {}
    for name, command in commands.items():
        medians[name] = statistics.median(measure(command, expect=None).wall for _ in range(repeat))
    return medians


def main() -> None:
    """Read the arguments, run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, help="an indexed case")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each")
    parser.add_argument("--brute", type=int, default=0, metavar="N", help="hold answers to a scan of every N-th item")
    parser.add_argument("--engines", action="store_true", help="hold answers to the other engine's")
    parser.add_argument("--peers", type=Path, metavar="CORPUS", help="put notmuch, mu and recoll over CORPUS beside")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    rows = in_process(arguments.case, arguments.repeat)
    figures: dict[str, Any] = {
        "load": os.getloadavg()[0],
        "all": summed(rows),
        "kinds": {kind: summed([row for row in rows if row.kind == kind]) for kind in KINDS},
        "slowest": [f"{row.query}: {1000 * row.wall:.0f} ms, cpu {1000 * row.cpu:.0f} ms" for row in rows[:10]],
        "shell_seconds": {name: round(seconds, 3) for name, seconds in shell(arguments.case, arguments.repeat).items()},
    }
    if arguments.engines:
        figures["engines"] = by_engines(arguments.case)
    if arguments.brute:
        figures["brute"] = by_scan(arguments.case, arguments.brute)
    if arguments.peers:
        figures["peers_ms"] = beside(arguments.case, arguments.peers, arguments.repeat)
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
