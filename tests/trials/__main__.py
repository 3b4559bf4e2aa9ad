"""Many trials: ``python -m tests.trials [--trials 1000] [--seed N] [--only COMMAND ...]``; exits 1 where one failed."""

from __future__ import annotations

import argparse
import secrets
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import Faults, compiled
from tests.trials.trial import Trials


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    parser.add_argument("--only", nargs="*", default=[])
    args = parser.parse_args()
    print(f"seed {args.seed}", flush=True)
    began, codes, failed, done = time.monotonic(), Counter[int](), 0, 0
    with (
        TemporaryDirectory(prefix="triage-trials-") as folder,
        closing(Faults(compiled(Path(folder)), Path(folder))) as faults,
    ):
        trials = Trials(faults, Path(folder), args.seed)
        names = args.only or list(trials.commands)
        while done < args.trials:
            if (outcome := trials.drawn(names[done % len(names)])) is None:
                continue
            done += 1
            codes[outcome.ended.code] += 1
            if outcome.wrong:
                failed += 1
                print(f"{done}. {outcome}", flush=True)
            if done % 100 == 0:
                print(f"{done} done, {failed} failed", flush=True)
    minutes = (time.monotonic() - began) / 60
    print(f"{done} trials, {failed} failed, {minutes:.1f} minutes; exit codes {dict(codes)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
