"""The options --csv, --xlsx and --html, shared by the commands whose report is a table. No work of a case."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

_FORMATS = {"csv": "CSV", "xlsx": "a workbook", "html": "a page to read and print"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    for name, form in _FORMATS.items():
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"write the report as {form}, to a new file")


def write(args: argparse.Namespace, to: Callable[[Path, str], None]) -> None:
    """Write the files that were asked for: ``to`` takes a path and the ending that says the format."""
    for name in _FORMATS:
        path = getattr(args, name)
        if path is not None:
            to(path, f".{name}")
            print(f"written: {path}", file=sys.stderr)
