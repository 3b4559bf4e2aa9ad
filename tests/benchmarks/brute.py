"""Holds two hundred queries of every class to a scan of its own, over real and invented mail: no item may differ.

Run it with folders of mail, each of whose folders is a custodian; a case is made of them and of invented mail::

    python -m tests.benchmarks.brute --mail DIR [--mail DIR ...] [--items 40000] [--json OUT]
    python -m tests.benchmarks.brute --case CASE [--step N] [--json OUT]

The scan shares nothing with the search: it reads the case's tables by itself, splits texts into words by its own rules
and decides each query by its own means. Of messages that are files of their own it takes subject, persons, date and
copies from the files, as Python's email package reads them; ``mail`` in the figures are the messages in which that
reading differs from the stored one. ``--step`` looks at every N-th item alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks import generated_mail
from tests.benchmarks.brute_queries import QUERIES
from tests.benchmarks.brute_scan import Scan
from tests.benchmarks.measure import measure, triage
from triage.case import Case
from triage.errors import QueryError


def made(mail: list[Path], items: int, folder: Path) -> Path:
    """Make and index a case of folders of mail and of so much invented mail that it has about ``items`` items."""
    case, roots = folder / "case", [*mail, folder / "invented"]
    files = sum(path.is_file() for root in mail for path in root.rglob("*"))
    generated_mail.write(roots[-1], max(100, items - files))
    scope = [argument for root in roots for argument in ("--allow", str(root), "--custodian", "{1}")]
    measure(triage("new", case, *scope, "--purpose", "benchmark"))
    print(measure(triage("index", case)).said[-400:], file=sys.stderr)
    return case


def _found(case: Case, text: str) -> set[int]:
    try:
        return set(case.search.run(text).nos)
    except QueryError:  # it names a custodian that the case hasn't: nothing is found, which the scan confirms
        return set()


def compared(path: Path, step: int) -> dict[str, Any]:
    started = time.perf_counter()
    with Case.open(path) as case:
        scan = Scan(path / "case.db", {allow.id: Path(allow.path) for allow in case.scope.policy.allow})
        found = {query.text: _found(case, query.text) for query in QUERIES}
    expected: dict[str, set[int]] = {query.text: set() for query in QUERIES}
    seen: set[int] = set()
    for item in scan.items(step):
        seen.add(item.no)
        for query in QUERIES:
            if query.test(item):
                expected[query.text].add(item.no)
    wrong = {}
    for text, nos in expected.items():
        found[text] &= seen
        if nos != found[text]:
            more, fewer = sorted(found[text] - nos), sorted(nos - found[text])
            wrong[text] = {"search only": more[:20], "scan only": fewer[:20], "counts": [len(more), len(fewer)]}
    return {
        "items": len(seen),
        "queries": len(QUERIES),
        "classes": dict(Counter(query.kind for query in QUERIES)),
        "found something": sum(bool(nos) for nos in expected.values()),
        "wrong": wrong,
        "mail": scan.differing,
        "seconds": round(time.perf_counter() - started),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mail", type=Path, action="append", default=[])
    parser.add_argument("--items", type=int, default=40_000)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = compared(args.case or made(args.mail, args.items, Path(folder)), args.step)
    text = json.dumps(figures, indent=1, ensure_ascii=False)
    print(text)
    if args.json:
        args.json.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
