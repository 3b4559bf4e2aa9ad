"""From which files on workers on other machines pay off: this machine's processor time, with them and without.

Run it::

    python tests/benchmarks/spreading.py CORPUS [--files 600] [--kinds pdf docx]

Of each kind, the files of a folder are indexed, over and over up to a number, by one reader here, and then by a worker
of Dask on this machine, whose time doesn't count. What starting takes is measured on one file and taken off. The last
column says by how much workers relieve this machine: below one they cost more than they save; above, it is about how
many times as fast a run can become, however many workers there are.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from measure import ROOT, measure, triage

sys.path.insert(0, str(ROOT))
from tests.cluster.workers import Workers, working

_KINDS = ("eml", "msg", "xls", "doc", "pptx", "xlsx", "docx", "pdf")


def records(folder: Path, kind: str, corpus: Path, most: int) -> int:
    """Fill a folder with so many files of a kind; return how many they are."""
    found = sorted(path for path in corpus.rglob(f"*.{kind}") if path.is_file() and path.stat().st_size)
    for number, path in enumerate(islice(cycle(found), most) if found else ()):
        target = folder / str(number % 20) / f"{number}.{kind}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return min(most, len(found) and most)


def index(folder: Path, name: str, workers: Workers | None) -> tuple[float, float]:
    """Index the records of a folder in a new case; return the processor and wall seconds that it took here."""
    case = folder / f"case-{name}"
    measure(triage("new", case, "--allow", folder / name, "--custodian", "B", "--deny", "**/denied/**"))
    (case / "settings.toml").write_text("workers = 1\n")
    scheduler = ("--scheduler", workers.address) if workers else ()
    done = measure(triage("index", case, *scheduler), workers.settings if workers else None)
    shutil.rmtree(case)
    return done.cpu, done.wall


def main() -> int:
    """Measure each kind and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=600)
    parser.add_argument("--kinds", nargs="+", default=_KINDS)
    given = parser.parse_args()
    print(f"{'kind':6} {'files':>6} {'here, ms a file':>16} {'with workers':>13} {'relief':>7}")
    for kind in given.kinds:
        with tempfile.TemporaryDirectory() as made, working(Path(made), 1) as workers:
            folder = Path(made)
            records(folder / "one", kind, given.corpus, 1)
            count = records(folder / "all", kind, given.corpus, given.files)
            if not count:
                print(f"{kind:6} has no file in {given.corpus}")
                continue
            each = []
            for where in (None, workers):
                each.append((index(folder, "all", where)[0] - index(folder, "one", where)[0]) / max(1, count - 1) * 1e3)
            print(f"{kind:6} {count:6,} {each[0]:16.1f} {each[1]:13.1f} {each[0] / each[1]:7.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
