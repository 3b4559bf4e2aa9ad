"""Times searches: one- and two-term queries in the process, and the command line from the shell.

Run it on an indexed case::

    python tests/benchmarks/search.py CASE [--repeat 5] [--json OUT]

In the process, every query of QUERIES is run ``--repeat`` times on an open case after one run that opens the index;
each time covers all matching items' numbers and the exact count. From the shell, ``triage search`` and ``triage
--help`` are started anew each time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from measure import ROOT, measure, triage

sys.path.insert(0, str(ROOT))
from triage.case import Case

_FREQUENT = "the to of and in for is on you that this with from at by it be your have are"
_MIDDLING = (
    "meeting energy price contract gas california market trading please attached agreement week call report deal"
)
_RARE = "kestrel unsubscribe xylophone raptor ljm houston01 zzzzz nowhereword"
_PAIRS = (
    "the to", "of with", "energy price", "gas contract", "please attached", "the OR to", "gas OR power",
    "meeting OR call",
    "the NOT enron", "price NOT gas", '"of the"', '"in the"', '"conference call"', '"natural gas"', '"please find"',
    "con*", "pro* price", "t*", "energy kestrel", "subject:re", "subject:meeting week", "from:enron", "to:houston gas",
    "free money", "click here",
)  # fmt: skip
QUERIES = (*(f'"{word}"' for word in f"{_FREQUENT} {_MIDDLING} {_RARE}".split()), *_PAIRS)


def timed(case: Case, query: str) -> tuple[float, int]:
    """Search once; return the seconds and the number of items found."""
    started = time.perf_counter()
    total = case.search(query).total
    return time.perf_counter() - started, total


def in_process(path: Path, repeat: int) -> list[tuple[float, str, int]]:
    """Return for each query its median time, itself and its count, slowest first."""
    with Case.open(path) as case:
        case.search(QUERIES[0])
        rows = []
        for query in QUERIES:
            runs = [timed(case, query) for _ in range(repeat)]
            rows.append((statistics.median(seconds for seconds, _ in runs), query, runs[0][1]))
    return sorted(rows, reverse=True)


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
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    rows = in_process(arguments.case, arguments.repeat)
    times = sorted(seconds for seconds, _, _ in rows)
    figures: dict[str, Any] = {
        "queries": len(rows),
        "p50_ms": round(1000 * statistics.median(times), 2),
        "p95_ms": round(1000 * times[int(0.95 * (len(times) - 1))], 2),
        "worst_ms": round(1000 * times[-1], 2),
        "slowest": [{"query": query, "ms": round(1000 * s, 2), "found": total} for s, query, total in rows[:5]],
        "shell_seconds": {name: round(seconds, 3) for name, seconds in shell(arguments.case, arguments.repeat).items()},
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
