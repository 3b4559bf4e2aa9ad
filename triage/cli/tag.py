"""``triage tag``: code items, take codings back, write notes, set the palette; say before what would change."""

from __future__ import annotations

import argparse
import difflib
import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from triage.cli import query_text, terminal
from triage.cli.seal import clear_traces
from triage.errors import DecisionError
from triage.messages import joined, plain
from triage.model.items import ItemNo, Receipt
from triage.model.tags import Conflict, Foreseen, PaletteVersion, Tag, named, of_fields

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Tag items by id, or all that a query finds; remove a tag, write a note, or undo the last step."
_LISTED = 20
_MOST_WORDS = 40  # letters on a tag's button


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("tag", nargs="?", help="the tag, such as relevant")
    query_text.item_arguments(parser)
    relatives = ("family", "thread", "copies")
    parser.add_argument("--with", dest="along", choices=relatives, action="append", default=[], help="and theirs")
    parser.add_argument("--remove", action="store_true", help="remove the tag instead")
    parser.add_argument("--new-tag", action="store_true", help="put the tag into the palette if it isn't there yet")
    parser.add_argument("--note", metavar="TEXT", help="write this note on the items")
    parser.add_argument("--undo", action="store_true", help="undo the reviewer's last step")
    parser.add_argument("--dry-run", action="store_true", help="state what would change, and change nothing")


def run(args: argparse.Namespace) -> int:
    """Take the decisions and print what changed."""
    who = terminal.reviewer(args)
    with terminal.open_case(args) as case:
        if args.tag and not args.undo and not args.remove:
            _refuse_unknown(case, args)
        if args.dry_run:
            foreseen = case.decisions.preview(_items(case, args), args.tag, not args.remove)
            return terminal.show(args, foreseen, _foreseen(foreseen))
        code = 0
        if args.undo:
            receipts = [case.decisions.undo(who)]
        else:
            nos = _items(case, args)
            if args.new_tag and not named(palette := case.decisions.palette(), args.tag):
                case.decisions.set_palette([*palette, Tag(args.tag, "", args.tag[:_MOST_WORDS], "grey")], who)
            act = case.decisions.untag if args.remove else case.decisions.tag
            receipts = [act(nos, args.tag, who, "bulk" if args.query or args.along else "command", args.query or "")]
            code = clear_traces(case)
            if args.note is not None:
                receipts += [case.decisions.note(n, args.note, who, "command") for n in nos]
    return terminal.show(args, receipts, (_step(receipt, who) for receipt in receipts)) or code


def _refuse_unknown(case: Case, args: argparse.Namespace) -> None:
    """Raise DecisionError, with the nearest that there is, for a tag that isn't on offer and isn't to be made."""
    case.decisions.preview([], args.tag)  # raises for what can't be a tag, such as an item's id
    palette = case.decisions.palette()
    if args.new_tag or named(palette, args.tag):
        return
    names = {tag.name.casefold(): tag.name for tag in palette}
    if close := difflib.get_close_matches(args.tag.casefold(), names, n=1):
        raise DecisionError("tag-unknown-nearest", name=args.tag, near=names[close[0]])
    raise DecisionError("tag-unknown", name=args.tag, known=joined("two-listed", [plain(tag.name) for tag in palette]))


def _items(case: Case, args: argparse.Namespace) -> list[ItemNo]:
    """Return the items, each once, with those of their families, threads or duplicates after them."""
    if not args.tag:
        raise DecisionError("tag-missing")
    if not args.ids and not args.query:
        raise DecisionError("items-missing")
    nos = terminal.items(case, args)
    reach = {"family": case.search.family, "thread": case.search.thread, "copies": case.search.duplicates}
    return list(dict.fromkeys([*nos, *(other for way in args.along for no in nos for other in reach[way](no))]))


def _step(receipt: Receipt, who: str) -> str:
    text = f"{receipt.action} {receipt.value}: {terminal.count(len(receipt.changed), 'item')} changed"
    if receipt.derived:
        text += f" ({len(receipt.derived):,} of them propagated)"
    text += f", {terminal.count(receipt.unchanged, 'was', 'were')} so already"
    if receipt.kept:
        text += f", {terminal.count(receipt.kept, 'keeps', 'keep')} an earlier decision"
    return f"{text}. By {who}."


def _foreseen(foreseen: Foreseen) -> Iterator[str]:
    already = terminal.count(foreseen.already, "is", "are")
    yield f"{terminal.count(foreseen.changed, 'item')} would change, {already} so already."
    yield (
        f"{foreseen.propagated:,} more would be propagated; {foreseen.replaced:,} would lose another tag of the group."
    )
    for name, number in foreseen.reviewers:
        decisions = terminal.count(
            number, f"earlier decision of {name} conflicts", f"earlier decisions of {name} conflict"
        )
        yield f"{decisions} with it:"
        conflicts = [c for c in foreseen.conflicts if c.reviewer == name]
        yield from map(_conflict, conflicts[:_LISTED])
        yield from terminal.more(min(len(conflicts), _LISTED), len(conflicts))
    yield "Nothing was changed."


def _conflict(conflict: Conflict) -> str:
    did = "tagged" if conflict.action == "tag" else "took off"
    stays = "stays" if conflict.kept else "would be replaced"
    return f"  {conflict.id[:10]}  {did} {conflict.tag} at {conflict.time}: {stays}"


# ---- the palette

_KEYS = Tag.__struct_fields__


def _palette_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("--set", type=Path, metavar="FILE", help="use these tags: TOML, one [[tag]] for each")
    parser.add_argument("--toml", action="store_true", help="print the tags as such a file, to be edited")
    parser.add_argument("--versions", action="store_true", help="list every version, its author and time")


def _palette(args: argparse.Namespace) -> int:
    """Show, or change and show."""
    with terminal.open_case(args) as case:
        if args.set is not None:
            case.decisions.set_palette(_read(args.set), terminal.reviewer(args))
        versions = case.decisions.palette_versions()
    shown = versions if args.versions else versions[-1:]
    lines = _toml(versions[-1].tags) if args.toml else (line for version in shown for line in _tag_table(version))
    return terminal.show(args, shown if args.versions else shown[0], lines)


def _read(path: Path) -> list[Tag]:
    """Return the tags of a file; raises DecisionError where it isn't one."""
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("tag", [])
    except (OSError, ValueError) as error:
        raise DecisionError("palette-not-toml", path=path, error=error) from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise DecisionError("palette-without-tables", path=path)
    return [_tag_of(path, table) for table in tables]


def _tag_of(path: Path, untrusted: dict[str, Any]) -> Tag:
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


def _tag_table(version: PaletteVersion) -> Iterator[str]:
    by = f" by {version.author}, {version.time[:16].replace('T', ' ')} UTC" if version.version else ", built in"
    columns = {"Key": 3, "Tag": 24, "Words": 32, "Colour": 8, "Group": 16, "Follows to": 12, "": 14}
    rows = [
        (t.key, t.name, t.words, t.colour, t.group, "" if t.propagates == "none" else t.propagates, _marks(t))
        for t in version.tags
    ]
    yield f"Version {version.version}{by}"
    yield from terminal.table(columns, rows)


VERBS = {
    "palette": terminal.Verb(
        "Show the case's tags with keys, groups and rules, or their versions, or replace them from a file.",
        _palette_arguments,
        _palette,
    )
}
