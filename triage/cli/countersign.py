"""``triage countersign``: sign a head as well, once it is shown that the record was only appended to."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Sign somebody else's head, after comparing it with the one that you signed last, or with the case itself."
NO_COUNTS = "It states how long the case's logs were."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("head", type=Path, metavar="HEAD", help="the head's file")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="the new file, with your signature")
    parser.add_argument("--case", type=Path, help="compare it with this case's folder, and put the result there")
    parser.add_argument("--since", type=Path, metavar="HEAD", help="what you signed last, if not on this machine")
    parser.add_argument("--first", action="store_true", help="sign the first head that you see of this case")
    terminal.key_arguments(parser, name=True)
    terminal.output_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compare, sign and print the public line of the key."""
    from triage.case.head_files import countersign, write_file
    from triage.errors import CaseError

    keys = terminal.keys(args)
    if args.case:
        with terminal.open_case(args) as case:
            compare = case.verification.check_heads
            head, key = countersign(args.head, keys, args.key, since=args.since, compare=compare)
            path = case.verification.add_head(head)
    elif args.out is None:
        raise CaseError("countersign-where")
    else:
        head, key = countersign(args.head, keys, args.key, since=args.since, first=args.first)
        path = args.out
    if args.out:
        write_file(args.out, head.dump().encode())
    value = {"path": str(path), "key": key.public.line, "protection": key.protection}
    lines = [f"Countersigned: {path}", f"Signed by {key.public.line} ({key.protection})"]
    return terminal.show(args, value, [*lines, "Send this line to the others through a different channel."])
