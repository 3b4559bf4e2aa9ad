"""Time and memory of a search term report over a case, with a list that is made of the case's own words.

``python -m tests.benchmarks.terms CASE [TERMS]``: as many words, phrases, prefixes, distances, OR, AND, fuzzy words,
fields and leading wildcards as one another. The list is the same for the same index.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from tests.benchmarks import measure as measure  # keys of its own
from triage.case import Case


def terms(vocabulary: list[tuple[str, int]], count: int) -> list[str]:
    """Return a mixed list of terms, without the words that the language itself uses."""
    rng = random.Random(7)
    by_frequency = [word for word, _ in sorted(vocabulary, key=lambda pair: (-pair[1], pair[0]))]
    words = [w for w in by_frequency if w.isalpha() and w not in ("and", "or", "not")]
    common, rare = words[:300], [w for w in words[300:20_000] if len(w) > 3]
    made = []
    for number in range(count):
        a, b, often, other = rng.choice(rare), rng.choice(rare), rng.choice(common), rng.choice(common)
        kinds = (
            a,
            f'"{often} {other}"',
            f"{a[:4]}*",
            f"{a} w/5 {often}",
            f"{a} OR {b}",
            f"{a} AND {often}",
            f"{a}~1",
            f"subject:{a}",
            f"({a} OR {b}) w/10 {often}",
            f"*{a[-4:]}",
        )
        made.append(kinds[number % len(kinds)])
    return made


def main(path: Path, count: int = 500) -> None:
    """Print what the report took."""
    with Case.open(path) as case:
        listed = terms(list(case._opened.engine.vocabulary()), count)
        cpu, wall = time.process_time(), time.perf_counter()
        took: list[float] = [cpu]
        report = case.reports.terms(listed, done=lambda *_: took.append(time.process_time()))
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    steps = sorted(after - before for before, after in pairwise(took))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(report.rows)} terms in {report.scope.items:,} items: {cpu:.1f} s CPU, {wall:.1f} s, {peak:.0f} MB")
    middle, most, worst = steps[len(steps) // 2], steps[len(steps) * 95 // 100], steps[-1]
    print(f"one term: p50 {middle:.3f} s, p95 {most:.3f} s, worst {worst:.3f} s")
    print(f"errors: {sum(1 for row in report.rows if row.error)}; documents of the union: {report.union.documents:,}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
