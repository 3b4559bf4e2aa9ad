"""Twenty thousand damaged files through real readers: ``python -m tests.benchmarks.fuzz [COUNT] [SEED]``.

Prints how many were read, the Problems by code, readers that died, and every case that went wrong. Exit code 1 if any.
"""

from __future__ import annotations

import sys
import time

from tests.parsers.fuzzing import run
from triage.settings import Settings


def main() -> int:
    """Run and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    start = time.monotonic()
    outcome = run(count, seed, Settings(limit_seconds=20))
    seconds = time.monotonic() - start
    print(f"{outcome.read:,} damaged files, {outcome.items:,} items, {seconds:.0f} s, {outcome.deaths} readers died")
    print(", ".join(f"{code} {n:,}" for code, n in outcome.codes.most_common()))
    print("\n".join(outcome.wrong) or "nothing went wrong")
    return 1 if outcome.wrong or outcome.deaths else 0


if __name__ == "__main__":
    sys.exit(main())
