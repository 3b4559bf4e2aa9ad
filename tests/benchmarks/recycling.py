"""What it costs that readers are replaced: ``python -m tests.benchmarks.recycling CORPUS [--rounds N] [--set KEY=N]``.

A corpus is indexed with the settings ``reader_items`` and ``reader_mb`` at their defaults, and with both at 0, in
turns: a shared machine changes its pace from minute to minute. Processor seconds count, those of readers included; of
each the best round and the median are printed, and by how much more replacing takes. ``--set`` measures other
values instead of the defaults.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import corpus_argument, measure, triage

_NEVER = {"reader_items": 0, "reader_mb": 0}


def seconds(corpus: Path, settings: dict[str, int]) -> float:
    """Return the processor seconds that indexing takes."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, "case")
        measure(triage("new", case, "--allow", corpus, "--custodian", "Benchmark"))
        (case / "settings.toml").write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))
        return measure(triage("index", case)).cpu


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="?", default=corpus_argument(), help="a folder of real files")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=N", help="a setting instead of the default")
    options = parser.parse_args()
    if options.corpus is None:
        parser.error("name a corpus")
    replaced = {key: int(value) for key, _, value in (setting.partition("=") for setting in options.set)}
    seconds(Path(options.corpus), {})  # once, so that no one pays for a cold disk
    took = [
        (seconds(Path(options.corpus), replaced), seconds(Path(options.corpus), _NEVER)) for _ in range(options.rounds)
    ]
    for name, times in zip(("replaced", "never replaced"), zip(*took, strict=True), strict=True):
        print(f"{name:<16}{min(times):>8.2f} s at best{median(times):>8.2f} s median")
    best, middle = (pick(a for a, _ in took) / pick(b for _, b in took) - 1 for pick in (min, median))
    print(f"replacing readers costs {best:+.1%} at best, {middle:+.1%} in the median")
    return 0


if __name__ == "__main__":
    sys.exit(main())
