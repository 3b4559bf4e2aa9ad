"""Times searches: two hundred queries over every kind of node of the language, in the process, and the command line.

Run it on an indexed case of mail in English::

    python -m tests.benchmarks.queries CASE [--repeat 5] [--json OUT]

In the process, every query is run ``--repeat`` times on an open case after one run that opens the index; each time
covers all matching items' numbers and the exact count; wall and processor time. ``first`` in the figures is each
query's first run, before anything is kept of it. From the shell, ``triage search`` and ``triage --help`` are started
anew each time. ``brute.py`` holds the answers to an independent scan.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.measure import measure, triage
from triage.case import Case

KINDS: dict[str, tuple[str, ...]] = {
    kind: tuple(queries.split("; "))
    for kind, queries in {
        "word": (
            "the; to; of; at; in; for; is; you; that; this; with; from; meeting; energy; price; contract; gas; "
            "california; market; trading; please; attached; agreement; week; call; report; deal; kestrel; "
            "unsubscribe; raptor; houston; zzzzz; שלום; müller; 2001; power; free; john"
        ),
        "phrase": (
            '"of the"; "in the"; "to be or not to be"; "conference call"; "natural gas"; "please find attached"; '
            '"thank you"; "as soon as possible"; "let me know"; "power plant"; "new york"; "san francisco"; '
            '"the the"; "vice president"; "for your information"; "this message"; "original message"; '
            '"risk management"; "board of directors"; "wall street journal"; "no such phrase here"; "e mail"'
        ),
        "boolean": (
            "energy price; gas contract; please attached; the OR to; gas OR power; meeting OR call; the NOT enron; "
            "price NOT gas; NOT the; NOT zzzzz; (gas OR power) AND (price OR cost); (the OR a) AND NOT (to OR of); "
            "energy kestrel; free money; click here; meeting AND week AND call AND report; NOT (NOT gas); "
            "a OR b OR c OR d OR e OR f; (the AND of) OR (gas AND price); *; enron NOT subject:enron; "
            '"natural gas" AND NOT "power plant"; money AND (free OR win OR prize) AND NOT meeting'
        ),
        "field": (
            "subject:re; subject:meeting week; from:enron; to:houston gas; subject:(gas OR power); "
            'from:@enron.com; cc:enron; bcc:enron; participants:kean; subject:"conference call"; body:gas; '
            "file:attachment; type:eml; size:>100kb; size:1kb..2kb; date:2001; date:2001-05..2001-08; "
            "sent:2002-01; is:duplicate; is:problem; is:untagged; has:attachment; custodian:*; path:*inbox*; "
            "lang:en; lang:unknown; origin:alternative; properties:a; is:family"
        ),
        "near": (
            "energy w/5 price; gas w/10 contract; the w/2 of; of pre/1 the; please pre/5 attached; you w/3 your; "
            'meeting w/20 week; to w/1 be; "natural gas" w/10 price; (gas OR power) w/5 (price OR cost); '
            "(the w/3 of) w/3 you; energy not w/10 price; the not w/3 of; call pre/3 me; houston w/5 texas; "
            "risk w/5 management w/10 group; the w/2 the; enron w/3 corp; con* w/5 price; *ment w/5 *ing; "
            "kestrel w/50 raptor; vice w/1 president; metting~1 w/5 week; subject:gas w/3 subject:price; "
            "(a OR the OR an) w/1 (to OR of OR in); stem(trade) w/5 stem(sell); forward pre/2 message; "
            "(new w/1 york) w/10 (wall w/1 street); price not pre/5 gas"
        ),
        "wildcard": (
            "con*; t*; pro* price; *ment; *ing; *e*; *q*; ?e*; g??; m?eting; *tion*; h?ust?n; ener*y; "
            'subject:*ment; "*ing of the"; "power p*"; "natural g*s"; *zzz*; 1*; atlas*!(atlases); *a*b*c*; '
            "en*!(enron,energy)"
        ),
        "fuzzy": (
            "metting~1; contract~1; contract~2; houston~2; how~2; agreeemnt~2; trading~1; pwoer~1; califronia~2; "
            "enrno~1; gas~1; the~1"
        ),
        "stem": "stem(apply); stem(trading); stem(meetings); stem(contract); stem(be); subject:stem(price)",
        "regex": "/k[0-9]{3}/; /k.*y/; /[0-9]{5}/; /(gas|power)s?/; /.{15,}/; /[aeiou]+/; /(?=.*q).*z/; /x+/",
        "literal": (
            '="Enron Corp."; ="RE:"; ="gas/power"; ="Thank you,"; ="NYMEX"; ="$1.00"; ="e-mail"; subject:="FW:"'
        ),
        "prefixes": "prefixes(שלום); prefixes(سلام); prefixes(gas)",
    }.items()
}
"""The queries by the kind of node that makes them what they are."""

EVERY = tuple((kind, query) for kind, queries in KINDS.items() for query in queries)


class Row(NamedTuple):
    """A query's median wall and processor seconds, those of its first run, its kind, itself and its count."""

    wall: float
    cpu: float
    first: float
    kind: str
    query: str
    found: int


def timed(case: Case, query: str) -> tuple[float, float, int]:
    started, busy = time.perf_counter(), time.process_time()
    total = case.search.run(query).total
    return time.perf_counter() - started, time.process_time() - busy, total


def in_process(path: Path, repeat: int) -> list[Row]:
    with Case.open(path) as case:
        case.search.run("th* AND *he")
        rows = []
        for kind, query in EVERY:
            runs = [timed(case, query) for _ in range(repeat)]
            wall, cpu = (statistics.median(run[i] for run in runs) for i in (0, 1))
            rows.append(Row(wall, cpu, runs[0][1], kind, query, runs[0][2]))
    return sorted(rows, reverse=True)


def summed(rows: list[Row]) -> dict[str, Any]:
    figures: dict[str, Any] = {"queries": len(rows)}
    for name in ("wall", "cpu", "first"):
        times = sorted(getattr(row, name) for row in rows)
        quantiles = (("p50", 0.5), ("p95", 0.95), ("worst", 1.0))
        figures |= {f"{name}_{at}_ms": round(1000 * times[round(q * (len(times) - 1))], 2) for at, q in quantiles}
    return figures


def shell(path: Path, repeat: int) -> dict[str, float]:
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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, help="an indexed case")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each")
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
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
