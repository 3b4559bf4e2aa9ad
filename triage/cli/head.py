"""``triage head``: sign what the record of a case is now, for somebody who keeps it elsewhere."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from triage.cli import terminal

HELP = "Sign a head of a case's record, which shows later whether anything was changed."
NO_COUNTS = "It states how long the case's logs are."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="write it to this new file as well")
    parser.add_argument("--since", type=Path, metavar="HEAD", help="add the proof that it extends this earlier head")
    parser.add_argument("--add", type=Path, metavar="HEAD", help="put a countersigned head into the case instead")
    parser.add_argument("--restored", default="", metavar="WHY", help="sign a case that was restored from a backup")
    terminal.key_arguments(parser, name=True)


def run(args: argparse.Namespace) -> int:
    """Sign, and print what it states and who signed."""
    from triage.case.head_files import read_head, write_file

    with terminal.open_case(args) as case:
        if args.add:
            path = case.verification.add_head(read_head(args.add))
            return terminal.show(args, {"path": str(path)}, [f"Put into the case: {path}"])
        since = read_head(args.since) if args.since else None
        written = case.verification.write_head(args.key, args.restored, since)
        path = args.out or written.path
        if args.out:
            write_file(args.out, written.head.dump().encode())
    key = written.key
    value: dict[str, Any] = {
        "path": str(path),
        **written.head.sizes,
        "key": key.public.line,
        "protection": key.protection,
    }
    return terminal.show(args, value, _lines(value))


def _lines(value: dict[str, Any]) -> Iterator[str]:
    sizes = "{ledger:,} entries of the ledger, {views:,} of the views and {audit:,} of the audit"
    yield f"A head over {sizes}".format(**value)
    yield "Signed by {key} ({protection})".format(**value)
    yield "Written: {path}".format(**value)
