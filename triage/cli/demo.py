"""``triage demo`` (cli): the main job on the sample records, in a screenful."""

from __future__ import annotations

import argparse

NAME = "demo"
HELP = "Do the whole job on the sample records in a temporary folder, and open the window where there is a display."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--no-window", action="store_true", help="don't open the window at the end")


def run(args: argparse.Namespace) -> int:
    """Run the demo."""
    raise NotImplementedError
