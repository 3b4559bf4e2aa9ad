"""Entry point of the window: ``triage-ui [CASE]``. Qt is loaded only once it is known that it can be."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from triage import unsupported
from ui.qt_libraries import missing_library

MISSING = unsupported() or missing_library()
if not MISSING:
    from ui.app import run


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with a case if one is named; return the exit code, 2 where it can't open."""
    parser = argparse.ArgumentParser(prog="triage-ui", description="Review a case: search, read, decide, export.")
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE", help="folder of the case to open")
    parser.add_argument("--read-only", action="store_true", help="change nothing in the case's folder")
    parser.add_argument("--check", action="store_true", help="only check whether the window can open")
    args = parser.parse_args(argv)
    if MISSING:
        print(MISSING, file=sys.stderr)
        return 2
    if args.check:
        return 0
    os.umask(0o077)  # all that it writes is evidence, or tells of it
    return run(args.case, read_only=args.read_only)


if __name__ == "__main__":
    sys.exit(main())
