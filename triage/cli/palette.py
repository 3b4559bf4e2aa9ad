"""``triage palette``: show the tags on offer and their versions, or put others on offer from a TOML file."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from triage.cli import terminal
from triage.errors import DecisionError
from triage.model.tags import PaletteVersion, Tag, of_fields

HELP = "Show the case's tags with keys, groups and rules, or their versions, or replace them from a file."
_KEYS = Tag.__struct_fields__
NO_COUNTS = "It lists tags."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("--set", type=Path, metavar="FILE", help="use these tags: TOML, one [[tag]] for each")
    parser.add_argument("--toml", action="store_true", help="print the tags as such a file, to be edited")
    parser.add_argument("--versions", action="store_true", help="list every version, its author and time")


def run(args: argparse.Namespace) -> int:
    """Show, or change and show."""
    with terminal.open_case(args) as case:
        if args.set is not None:
            case.decisions.set_palette(_read(args.set), terminal.reviewer(args))
        versions = case.decisions.palette_versions()
    shown = versions if args.versions else versions[-1:]
    lines = _toml(versions[-1].tags) if args.toml else map(_table, shown)
    return terminal.show(args, shown if args.versions else shown[0], lines)


def _read(path: Path) -> list[Tag]:
    """Return the tags of a file; raises DecisionError where it isn't one."""
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("tag", [])
    except (OSError, ValueError) as error:
        raise DecisionError("palette-not-toml", path=path, error=error) from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise DecisionError("palette-without-tables", path=path)
    return [_tag(path, table) for table in tables]


def _tag(path: Path, untrusted: dict[str, Any]) -> Tag:
    known = ", ".join(_KEYS)
    for key, value in untrusted.items():
        if key not in _KEYS:
            raise DecisionError("tag-table-unknown-key", path=path, key=key, known=known)
        if not isinstance(value, bool if key in ("seals", "finding") else str):
            raise DecisionError("tag-table-bad-value", path=path, key=key, known=known)
    if "name" not in untrusted:
        raise DecisionError("tag-table-without-name", path=path, known=known)
    return of_fields({"key": "", "words": "", "colour": "grey", **untrusted})


def _toml(tags: Sequence[Tag]) -> Iterator[str]:
    for tag in tags:
        yield "[[tag]]"
        yield from (
            f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in msgspec.to_builtins(tag).items()
        )
        yield ""


def _marks(tag: Tag) -> str:
    return "seals" if tag.seals else "finding" if tag.finding else ""


def _table(version: PaletteVersion) -> str:
    by = f" by {version.author}, {version.time[:16].replace('T', ' ')} UTC" if version.version else ", built in"
    columns = {"Key": 3, "Tag": 24, "Words": 32, "Colour": 8, "Group": 16, "Follows to": 12, "": 14}
    rows = [
        (t.key, t.name, t.words, t.colour, t.group, "" if t.propagates == "none" else t.propagates, _marks(t))
        for t in version.tags
    ]
    return f"Version {version.version}{by}\n{terminal.table(columns, rows)}"
