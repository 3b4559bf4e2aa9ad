"""``triage stamp``: a time stamp of a head by an authority that a person asks; nothing is sent from here."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Write a time stamp request (RFC 3161) for a head, or check and keep the authority's answer."
NO_COUNTS = "It states the time of a head."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("head", type=Path, metavar="HEAD", help="the head's file")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="where the request goes (default: HEAD.tsq)")
    parser.add_argument("--answer", type=Path, metavar="FILE", help="the answer, to be kept beside HEAD")
    parser.add_argument("--authority", type=Path, metavar="FILE", help="the authority's root certificate (PEM)")
    terminal.output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Write the request, or check the answer and print the time."""
    from triage.case.head_files import import_stamp, stamp_request
    from triage.errors import CaseError

    if args.answer is None:
        path = stamp_request(args.head, args.out)
        then = "Send it to a time stamp authority; then: triage stamp HEAD --answer FILE.tsr --authority ROOT.pem"
        return terminal.show(args, {"path": str(path)}, [f"Request: {path}", then])
    if args.authority is None:
        raise CaseError("stamp-without-authority")
    time = import_stamp(args.head, args.answer, args.authority).isoformat().replace("+00:00", "Z")
    return terminal.show(args, {"time": time}, [f"The head existed at {time}, says the authority. Kept beside it."])
