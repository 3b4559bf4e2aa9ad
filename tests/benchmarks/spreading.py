"""From which files on workers on other machines pay off: this machine's processor time, with them and without.

Run it::

    python tests/benchmarks/spreading.py CORPUS [--files 600] [--kinds pdf docx]

The files of each kind, repeated up to a number, are indexed by one reader here, and then by a worker of Dask on this
machine, whose time isn't counted. What starting takes is measured on one file and subtracted. The last column is about
how many times as fast a run can become, however many workers there are.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from measure import ROOT, measure, triage

sys.path.insert(0, str(ROOT))
from tests.cluster.workers import Workers, working

_KINDS = ("eml", "msg", "xls", "doc", "pptx", "xlsx", "docx", "pdf")


def records(folder: Path, files: Sequence[Path], count: int) -> None:
    """Fill a folder with so many files, some of them repeated."""
    for number, path in enumerate(islice(cycle(files), count)):
        target = folder / str(number % 20) / f"{number}{path.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def index(folder: Path, name: str, workers: Workers | None) -> float:
    """Index the records of a folder in a new case; return the processor seconds that it took here, at best of three."""
    return min(_once(folder, name, workers) for _ in range(3))


def _once(folder: Path, name: str, workers: Workers | None) -> float:
    case = folder / f"case-{name}"
    measure(triage("new", case, "--allow", folder / name, "--custodian", "B", "--deny", "**/denied/**"))
    (case / "settings.toml").write_text("workers = 1\n")
    scheduler = ("--scheduler", workers.address) if workers else ()
    done = measure(triage("index", case, *scheduler), workers.settings if workers else None)
    shutil.rmtree(case)
    return done.cpu


def main() -> int:
    """Measure each kind and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=600)
    parser.add_argument("--kinds", nargs="+", default=_KINDS)
    given = parser.parse_args()
    print(f"{'kind':6} {'without workers, ms a file':>27} {'with them':>10} {'speed-up at most':>17}")
    for kind in given.kinds:
        files = sorted(path for path in given.corpus.rglob(f"*.{kind}") if path.is_file() and path.stat().st_size)
        if not files:
            print(f"{kind:6} has no file in {given.corpus}")
            continue
        with tempfile.TemporaryDirectory() as made, working(Path(made), 1) as workers:
            folder = Path(made)
            records(folder / "one", files, 1)
            records(folder / "all", files, given.files)
            here, spread = (index(folder, "all", where) - index(folder, "one", where) for where in (None, workers))
        per_file = 1e3 / (given.files - 1)
        print(f"{kind:6} {here * per_file:27.1f} {spread * per_file:10.1f} {here / spread:17.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
