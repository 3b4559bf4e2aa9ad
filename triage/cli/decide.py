"""``triage tag``, ``redact``, ``seal``: decisions on items, and what would change before one is made."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from triage.cli.options import DECIDING, ID, ITEMS, PASSPHRASE, Option, command, file, flag, several, text
from triage.cli.running import items, open_case, reviewer
from triage.cli.terminal import count, more, one_line, show, table
from triage.errors import CaseError, DecisionError
from triage.messages import joined, plain, say
from triage.model.redactions import REDACTED_FIELDS, SCALE, MarkedPassage, Redaction, Region
from triage.model.tags import Conflict, Foreseen, PaletteVersion, Seal, Tag, named, of_fields

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.items import ItemNo, Receipt

_LISTED = 20
_MOST_WORDS = 40  # letters on a tag's button


@command(
    "tag",
    "Tag items by id, or all that a query finds; remove a tag, write a note, or undo the last step.",
    (
        *DECIDING,
        Option("tag", nargs="?", help="the tag, such as relevant"),
        *ITEMS,
        several("--with", None, "include these too; repeatable", dest="along", choices=("family", "thread", "copies")),
        flag("--remove", "remove the tag instead"),
        flag("--new-tag", "add the tag to the palette if it isn't there yet"),
        Option("--note", metavar="TEXT", help="write this note on the items"),
        flag("--undo", "undo the reviewer's last step"),
        flag("--dry-run", "state what would change, and change nothing"),
    ),
)
def _tag(args: argparse.Namespace) -> int:
    who = reviewer(args)
    with open_case(args) as case:
        if args.tag and not args.undo and not args.remove:
            _refuse_unknown(case, args)
        if args.dry_run:
            foreseen = case.decisions.preview(_items(case, args), args.tag, not args.remove)
            return show(args, foreseen, _foreseen(foreseen))
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
    return show(args, receipts, (_tagged(receipt, who) for receipt in receipts)) or code


def _refuse_unknown(case: Case, args: argparse.Namespace) -> None:
    case.decisions.preview([], args.tag)  # raises for what can't be a tag, such as an item's id
    palette = case.decisions.palette()
    if args.new_tag or named(palette, args.tag):
        return
    names = {tag.name.casefold(): tag.name for tag in palette}
    if close := difflib.get_close_matches(args.tag.casefold(), names, n=1):
        raise DecisionError("tag-unknown-nearest", name=args.tag, near=names[close[0]])
    raise DecisionError("tag-unknown", name=args.tag, known=joined("two-listed", [plain(tag.name) for tag in palette]))


def _items(case: Case, args: argparse.Namespace) -> list[ItemNo]:
    """Return the items, each once, then those of their families, threads or duplicates."""
    if not args.tag:
        raise DecisionError("tag-missing")
    if not args.ids and not args.query:
        raise DecisionError("items-missing")
    nos = items(case, args)
    reach = {"family": case.search.family, "thread": case.search.thread, "copies": case.search.duplicates}
    return list(dict.fromkeys([*nos, *(other for way in args.along for no in nos for other in reach[way](no))]))


def _tagged(receipt: Receipt, who: str) -> str:
    text = f"{receipt.action} {receipt.value}: {count(len(receipt.changed), 'item')} changed"
    if receipt.derived:
        text += f" ({len(receipt.derived):,} of them propagated)"
    text += f", {count(receipt.unchanged, 'was', 'were')} so already"
    if receipt.kept:
        text += f", {count(receipt.kept, 'keeps', 'keep')} an earlier decision"
    return f"{text}. By {who}."


def _foreseen(foreseen: Foreseen) -> Iterator[str]:
    already = count(foreseen.already, "is", "are")
    yield f"{count(foreseen.changed, 'item')} would change, {already} so already."
    yield (
        f"{foreseen.propagated:,} more would be propagated; {foreseen.replaced:,} would lose another tag of the group."
    )
    for name, number in foreseen.reviewers:
        decisions = count(number, f"earlier decision of {name} conflicts", f"earlier decisions of {name} conflict")
        yield f"{decisions} with it:"
        conflicts = [c for c in foreseen.conflicts if c.reviewer == name]
        yield from map(_conflict, conflicts[:_LISTED])
        yield from more(min(len(conflicts), _LISTED), len(conflicts))
    yield "Nothing was changed."


def _conflict(conflict: Conflict) -> str:
    did = "tagged" if conflict.action == "tag" else "took off"
    stays = "stays" if conflict.kept else "would be replaced"
    return f"  {conflict.id[:10]}  {did} {conflict.tag} at {conflict.time}: {stays}"


@command(
    "tag palette",
    "Show the case's tags with keys, groups and rules, or their versions, or replace them from a file.",
    (
        *DECIDING,
        file("--set", help="replace the tags by those of this TOML file, one [[tag]] for each"),
        flag("--toml", "print the tags as such a file, to be edited"),
        flag("--versions", "list every version, its author and time"),
    ),
    uncounted="It shows the tags, not how many items have them.",
)
def _palette(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if args.set is not None:
            case.decisions.set_palette(_read(args.set), reviewer(args))
        versions = case.decisions.palette_versions()
    shown = versions if args.versions else versions[-1:]
    lines = _toml(versions[-1].tags) if args.toml else (line for version in shown for line in _tag_table(version))
    return show(args, shown if args.versions else shown[0], lines)


def _read(path: Path) -> list[Tag]:
    try:
        tables = tomllib.loads(path.read_text("utf-8")).get("tag", [])
    except (OSError, ValueError) as error:
        raise DecisionError("palette-not-toml", path=path, error=error) from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise DecisionError("palette-without-tables", path=path)
    return [_tag_of(path, table) for table in tables]


def _tag_of(path: Path, untrusted: dict[str, Any]) -> Tag:
    known = ", ".join(Tag.__struct_fields__)
    for key, value in untrusted.items():
        if key not in Tag.__struct_fields__:
            raise DecisionError("tag-table-unknown-key", path=path, key=key, known=known)
        if not isinstance(value, bool if key in ("seals", "finding") else str):
            raise DecisionError("tag-table-bad-value", path=path, key=key, known=known)
    if "name" not in untrusted:
        raise DecisionError("tag-table-without-name", path=path, known=known)
    return of_fields({"key": "", "words": "", "colour": "grey", **untrusted})


def _toml(tags: Sequence[Tag]) -> Iterator[str]:
    for tag in tags:
        fields = msgspec.to_builtins(tag).items()
        yield "\n".join(["[[tag]]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields), ""])


def _tag_table(version: PaletteVersion) -> Iterator[str]:
    by = f" by {version.author}, {version.time[:16].replace('T', ' ')} UTC" if version.version else ", built in"
    columns = {"Key": 3, "Tag": 24, "Label": 32, "Colour": 8, "Group": 16, "Apply also to": 13, "": 14}
    rows = []
    for t in version.tags:
        marks = "seals" if t.seals else "finding" if t.finding else ""
        rows.append((t.key, t.name, t.words, t.colour, t.group, "" if t.propagates == "none" else t.propagates, marks))
    yield f"Version {version.version}{by}"
    yield from table(columns, rows)


@command(
    "redact",
    "Redact words, a header field or a page region of an item for productions; remove or list redactions.",
    (
        *DECIDING,
        ID,
        Option("--words", metavar="TEXT", help="words from the item's text; every occurrence is cut"),
        Option("--field", choices=REDACTED_FIELDS, help="a field of the header"),
        Option(
            "--region", metavar="PAGE:LEFT,TOP,RIGHT,BOTTOM", help="part of a page (from 1), in percent of its size"
        ),
        Option("--reason", help="why, such as 'Personal data'; it is stated in the production"),
        flag("--remove", "remove the redaction instead"),
    ),
    uncounted="It lists what is redacted in one item.",
)
def _redact(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        no, redactions = case.search.find(args.id), case.decisions.passages.redactions
        if args.words is None and args.field is None and args.region is None:
            known = redactions.of(no)
            values = [{"value": redaction.value, "reviewers": sorted(people)} for redaction, people in known.items()]
            return show(args, values, _redactions(known))
        who = reviewer(args)
        act = redactions.unredact if args.remove else redactions.redact
        receipt = act(no, [_redaction(case, no, args)], who, "command")
    changed = count(len(receipt.changed), "item")
    return show(args, receipt, [f"{receipt.action}: {changed} changed, {receipt.unchanged:,} so already. By {who}."])


def _redaction(case: Case, no: ItemNo, args: argparse.Namespace) -> Redaction:
    if not args.reason:
        raise DecisionError("redaction-odd")
    if args.field is not None:
        return Redaction(args.reason, field=args.field)
    if args.region is not None:
        return Redaction(args.reason, region=_region(args.region))
    for at, segment in enumerate(case.search.item(no).segments):
        if (start := segment.text.find(args.words)) >= 0:
            return Redaction(args.reason, MarkedPassage(at, start, args.words))
    raise DecisionError("redaction-not-there")


def _region(untrusted: str) -> Region:
    page, _, edges = untrusted.partition(":")
    try:
        left, top, right, bottom = (round(float(edge) * SCALE / 100) for edge in edges.split(","))
        return Region(int(page) - 1, left, top, right, bottom)
    except (ValueError, OverflowError) as error:
        raise DecisionError("redaction-odd") from error


def _redactions(known: dict[Redaction, frozenset[str]]) -> Iterator[str]:
    for redaction, people in known.items():
        yield f"{redaction.reason}: {redaction.value.partition('|')[2]}  ({', '.join(sorted(people))})"
    yield f"{count(len(known), 'redaction')}."


@command(
    "seal",
    "Seal items with their attachments and duplicates, so that no index or export has their text; or list the seals.",
    (
        *DECIDING,
        *ITEMS,
        text("--reason", "the reason, which stays with the item"),
        text("--tag", "the tag that seals (default: the first such tag of the palette)"),
        flag("--dry-run", "state how many items would be sealed, and seal none"),
    ),
)
def _seal(args: argparse.Namespace) -> int:
    who = reviewer(args)
    with open_case(args) as case:
        if not args.ids and not args.query:
            code = clear_traces(case)
            seals = case.decisions.seals()
            return show(args, seals, _seals(seals)) or code
        nos = items(case, args)
        if args.dry_run:
            new, following = case.decisions.preview_seal(nos)
            sealed = count(len(new), "item")
            line = f"{sealed} would be sealed, and {len(following):,} as their attachments or duplicates."
            return show(args, {"sealed": new, "following": following}, [line])
        if not args.reason.strip():
            raise DecisionError("seal-without-why")
        receipt = case.decisions.seal(nos, args.reason, who, "command", args.tag, args.query or "")
        code = clear_traces(case)
    return show(args, receipt, _sealed(receipt, who)) or code


def clear_traces(case: Case) -> int:
    """Clear traces of sealed texts from the case's files; print what is still to be cleared; return the exit code."""
    try:
        if case.decisions.purge_sealed():
            return 0
        raise CaseError("traces-left", path=case.path, error=say("case-being-written"))
    except CaseError as error:
        print(f"triage: {one_line(str(error))}", file=sys.stderr)
        return 1


def _sealed(receipt: Receipt, who: str) -> Iterator[str]:
    followed = f"{len(receipt.derived):,} of them attachments or duplicates"
    changed = count(len(receipt.changed), "item was", "items were")
    yield f"{changed} sealed by {who}, {followed}; {count(receipt.unchanged, 'was', 'were')} so already."
    yield "Opening one takes two people: triage seal open CASE ID"


def _seals(seals: Sequence[Seal]) -> Iterator[str]:
    if seals:
        rows = [(s.id[:10], s.time[:16].replace("T", " "), s.reviewer, s.why, _seal_state(s)) for s in seals]
        yield from table({"Item": 10, "Sealed": 16, "By": 24, "Why": 48, "": 40}, rows)
    yield f"{count(len(seals), 'item is', 'items are')} sealed."


def _seal_state(seal: Seal) -> str:
    if seal.asked_by:
        return f"{seal.asked_by} asks to open it: {seal.asked_why}"
    return "propagated from another" if seal.derived else ""


@command(
    "seal open",
    "Open a sealed item. It takes two people on the roster: one asks and gives a reason, another grants it.",
    (*DECIDING, PASSPHRASE, ID, text("--reason", "reason for opening it (for the first call)")),
)
def _open_seal(args: argparse.Namespace) -> int:
    who = reviewer(args)
    with open_case(args) as case:
        no = case.search.find(args.id)
        seal = next(iter(case.decisions.seals(no)), None)
        if seal is None or not seal.asked_by:
            receipt = case.decisions.ask_unseal(no, who, args.reason, "command")
            line = f"{who} asked to open it. It opens once another person on the roster runs the same command, under a"
            line += " login of their own."
        else:
            receipt = case.decisions.grant_unseal(no, who, "command")
            more = f", and {len(receipt.derived):,} that were propagated from it" if receipt.derived else ""
            line = f"Unsealed, requested by {seal.asked_by} and granted by {who}{more}."
    return show(args, receipt, [line])
