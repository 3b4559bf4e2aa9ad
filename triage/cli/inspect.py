"""``triage inspect``: what the program reads in one file, outside any case."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.cli import terminal

HELP = "Print as JSON everything that is read in one file: its items, their text by origin, and the problems."
NO_COUNTS = "It reads one file outside any case."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", type=Path, help="the file")
    parser.add_argument("--password", action="append", default=[], help="a password to try on encrypted files")


def run(args: argparse.Namespace) -> int:
    """Read the file in the airlock and print what came out."""
    from triage.case import inspect

    parts, troubles = inspect(args.file, tuple(args.password))
    items = [
        {
            "id": p.member or "file",
            "parent": (p.member.rpartition(".")[0] or "file") if p.member else None,
            "name": p.name,
            "type": p.type,
            "size": p.size,
            "subject": p.subject or None,
            "from": p.sender or None,
            "to": p.to,
            "cc": p.cc,
            "bcc": p.bcc,
            "date": p.date_raw or None,
            "message_id": p.message_id or None,
            "mih": p.mih or None,
            "properties": _joined(p.properties, "; "),
            "segments": _joined(p.segments, "\n"),
        }
        for p in parts
    ]
    problems = [{"code": c, "message": s, "item": m or "file"} for c, s, m in troubles]
    terminal.print_json({"items": items, "problems": problems})
    return 0


def _joined(pairs: list[tuple[str, str]], between: str) -> dict[str, str]:
    """Return the values by their names, those of one name as one."""
    values: dict[str, str] = {}
    for name, value in pairs:
        values[name] = f"{values[name]}{between}{value}" if name in values else value
    return values
