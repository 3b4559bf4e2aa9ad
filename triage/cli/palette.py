"""``triage palette``: show the tags on offer and their versions, or put others on offer from a TOML file."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from triage.cli import terminal
from triage.errors import DecisionError
from triage.model.tags import DEFAULT, PaletteVersion, Tag

HELP = "Show the case's tags with keys, groups and rules, or their versions, or replace them from a file."
_KEYS = tuple(asdict(DEFAULT[0]))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--set", type=Path, metavar="FILE", help="use these tags: TOML, one [[tag]] for each")
    parser.add_argument("--toml", action="store_true", help="print the tags as such a file, to be edited")
    parser.add_argument("--versions", action="store_true", help="list every version, its author and time")
    parser.add_argument("--reviewer", help="who changes them (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Show, or change and show."""
    from triage.case import Case

    with Case.open(args.case) as case:
        if args.set is not None:
            case.decisions.set_palette(_read(args.set), terminal.reviewer(args.reviewer))
        versions = case.decisions.palette_versions()
    shown = versions if args.versions else versions[-1:]
    if args.json:
        terminal.print_json(shown if args.versions else shown[0])
    elif args.toml:
        print(_toml(versions[-1].tags), end="")
    else:
        for version in shown:
            print(_table(version))
    return 0


def _read(path: Path) -> list[Tag]:
    """Return the tags of a file; raises DecisionError where it isn't one."""
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("tag", [])
    except (OSError, ValueError) as error:
        raise DecisionError("palette-not-toml", path=path, error=error) from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise DecisionError("palette-without-tables", path=path)
    return [_tag(path, one) for one in found]


def _tag(path: Path, untrusted: dict[str, Any]) -> Tag:
    unknown = [key for key in untrusted if key not in _KEYS]
    wrong = [k for k, v in untrusted.items() if not isinstance(v, bool if k == "seals" else str)]
    if unknown or wrong or "name" not in untrusted:
        known = ", ".join(_KEYS)
        if unknown:
            raise DecisionError("tag-table-unknown-key", path=path, key=unknown[0], known=known)
        if wrong:
            raise DecisionError("tag-table-bad-value", path=path, key=wrong[0], known=known)
        raise DecisionError("tag-table-without-name", path=path, known=known)
    return Tag(**{"key": "", "words": "", "colour": "grey", **untrusted})


def _toml(tags: Sequence[Tag]) -> str:
    lines: list[str] = []
    for tag in tags:
        lines += [
            "[[tag]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in asdict(tag).items()),
        ]
        lines.append("")
    return "\n".join(lines)


def _table(version: PaletteVersion) -> str:
    by = f" by {version.author}, {version.time[:16].replace('T', ' ')} UTC" if version.version else ", built in"
    head = ("Key", "Tag", "Words", "Colour", "Group", "Follows to", "")
    rows = [
        (t.key, t.name, t.words, t.colour, t.group, "" if t.propagates == "none" else t.propagates, "seals" * t.seals)
        for t in version.tags
    ]
    return f"Version {version.version}{terminal.safe(by)}\n{terminal.table(head, rows, (3, 24, 32, 8, 16, 12, 5))}"
