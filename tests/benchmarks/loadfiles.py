"""Load files of a production beside public readers of them: how many cells differ.

``python -m tests.benchmarks.loadfiles VOLUME CUSTOMTEXTPARSER TOOLKIT [--python PYTHON]``: a volume of a production,
and checkouts of the two readers, which are run and never copied from. ``PYTHON`` has what the toolkit imports.
Exits with 1 where a cell differs.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from triage.proof.verify.loadfiles import read_dat, read_opt

_TOOLKIT = """
import json, sys
from parsers.dat_parser import parse_dat
from parsers.opt_parser import parse_opt
read = parse_dat(sys.argv[1])
images = [list(vars(line).values()) for line in parse_opt(sys.argv[2])]
json.dump([[one.tags for one in read.documents], read.errors, images], sys.stdout, default=str)
"""


def main() -> int:
    """Print how many cells each reader reads otherwise than we do."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("volume", "customtextparser", "toolkit"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--python", default=sys.executable)
    args = parser.parse_args()
    data = args.volume.resolve() / "DATA" / args.volume.resolve().name
    head, rows = read_dat(data.with_suffix(".dat").read_bytes())
    ours = [dict(zip(head, row, strict=True)) for row in rows]
    images = list(read_opt(data.with_suffix(".opt").read_bytes()))
    wrong = [_customtextparser(args, data.with_suffix(".dat"), ours), *_toolkit(args, data, ours, len(images))]
    print(f"{len(ours):,} rows, {len(ours) * len(head):,} cells, {len(images):,} images; differing: {wrong}")
    return int(any(wrong))


def _customtextparser(args: argparse.Namespace, dat: Path, ours: list[dict[str, str]]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        program = args.customtextparser / "Main.py"
        command = [args.python, str(program), str(dat), "--csv", "-o", folder]
        subprocess.run(command, check=True, capture_output=True)
        (made,) = Path(folder).rglob("*.csv")
        csv.field_size_limit(1 << 30)
        with made.open(encoding="utf-8-sig", newline="") as file:
            theirs = list(csv.DictReader(file))
    return _differing(ours, theirs)


def _toolkit(args: argparse.Namespace, data: Path, ours: list[dict[str, str]], images: int) -> tuple[int, int]:
    command = [args.python, "-c", _TOOLKIT, str(data.with_suffix(".dat")), str(data.with_suffix(".opt"))]
    done = subprocess.run(command, check=True, capture_output=True, cwd=args.toolkit.resolve())
    rows, errors, read = json.loads(done.stdout)
    known = rows[0].keys() if rows else ()
    cut = [{name: value for name, value in row.items() if name in known} for row in ours]
    return _differing(cut, rows) + len(errors), abs(len(read) - images)


def _differing(ours: list[dict[str, str]], theirs: list[dict[str, str]]) -> int:
    differing = abs(len(ours) - len(theirs)) * len(ours[0])
    for one, other in zip(ours, theirs, strict=False):
        wrong = [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
        differing += len(wrong)
        for name in wrong[:3]:
            print(f"{name}: {one.get(name)!r} {other.get(name)!r}")
    return differing


if __name__ == "__main__":
    sys.exit(main())
