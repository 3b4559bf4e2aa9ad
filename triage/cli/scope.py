"""``triage scope``: what the scope would include, its versions, who approved them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.messages import decode, render
from triage.model.scope import DeniedNames, Removal, ScopePlan, ScopeVersion

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Show what scope.toml would include, its versions and how they differ; approve it; remove what it leaves out."
NO_COUNTS = "It counts what lies on the disk now, and what the scope leaves out of what was read."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser)
    add("plan", "count what scope.toml would include, by names and sizes alone; nothing is opened")
    add("denied", "list the names that scope.toml keeps out, each with the rule and its reason; nothing is opened")
    diff = add("diff", "show how two versions differ, or the last one and scope.toml")
    diff.add_argument("before", nargs="?", default="", metavar="VERSION", help="default: the version recorded last")
    diff.add_argument("after", nargs="?", default="", metavar="VERSION", help="default: scope.toml as it is")
    add("history", "list the versions: when, by whom, why, and who approved them")
    approve = add("approve", "put scope.toml on record as a version that somebody approves")
    approve.add_argument("--name", required=True, help="who approves it")
    approve.add_argument("--reason", default="", help="why; needed where it no longer covers what was read")
    terminal.key_arguments(approve)
    apply = add("apply", "remove from the case what was read and scope.toml leaves out now, for good")
    apply.add_argument("--yes", action="store_true", help="do it; without this it is only counted")
    apply.add_argument("--reason", default="", help="why")
    terminal.key_arguments(apply)


def run(args: argparse.Namespace) -> int:
    """Do one of plan, denied, diff, history, approve, apply."""
    with terminal.open_case(args) as case:
        match args.action:
            case "plan":
                plan = case.scope.plan()
                return terminal.show(args, plan, _plan(plan, args.case))
            case "denied":
                names = case.scope.denied()
                return terminal.show(args, names, _denied(names))
            case "diff":
                diff = case.scope.diff(args.before, args.after)
                return terminal.show(args, diff, diff.lines or ["They don't differ."])
            case "history":
                versions = case.scope.history()
                return terminal.show(args, versions, _history(versions))
            case "apply":
                return _apply(args, case)
            case _:
                version = case.scope.approve(args.name, args.reason)
                line = f"{version.approver} approved scope.toml: version {version.number}, SHA-256 {version.sha256}."
                return terminal.show(args, version, [line, *_signed(case)])


def _apply(args: argparse.Namespace, case: Case) -> int:
    """Count what would be removed, or remove it."""
    if not args.yes:
        removal = case.scope.leaves_out()
        return terminal.show(args, removal, _counted(removal, args.case))
    with terminal.stopping() as stop:
        receipt = case.scope.apply(args.reason, stop.is_set)
    removal = receipt.removal
    line = f"Removed {terminal.count(removal.items, 'item')} of {terminal.count(removal.sources, 'file')}."
    return terminal.show(args, receipt, [line, f"The receipt is in {' and '.join(receipt.files)}.", *_signed(case)])


def _signed(case: Case) -> Iterator[str]:
    """Sign a head of the record; yield why that couldn't be done, nothing where it was."""
    if unsigned := case.verification.sign_head():
        yield render(decode(unsigned))


def _counted(removal: Removal, case: Path) -> Iterator[str]:
    yield (
        f"scope.toml leaves out {terminal.count(removal.sources, 'file')}, {terminal.count(removal.items, 'item')}, "
        f"{removal.decided:,} of them with {terminal.count(removal.decisions, 'decision')}."
    )
    yield "Their text would be removed for good; decisions, ids and digests stay. The files themselves are left alone."
    yield f"Nothing was removed. To remove it: triage scope apply {case} --yes --reason REASON"


def _plan(plan: ScopePlan, case: Path) -> Iterator[str]:
    rows = [
        (root.id, "allow", root.path, terminal.count(root.files, "file"), f"{root.bytes:,} bytes")
        for root in plan.roots
    ]
    rows += [(rule.id, "deny", rule.glob, terminal.count(rule.names, "name"), "") for rule in plan.rules]
    yield from terminal.table({"Rule": 24, "": 5, "Covers": 60, "Count": 0, "Size": 0}, rows)
    yield "A denied folder counts as one name: nothing in it is listed. Nothing was opened."
    yield from (f"'{root.id}' can't be read: {render(root.error)}" for root in plan.roots if root.error)
    for root in plan.roots:
        if root.unlisted:
            yield f"'{root.id}': {terminal.count(root.unlisted, 'folder')} couldn't be listed."
    if plan.other:
        yield f"{terminal.count(plan.other, 'link or special file', 'links and special files')} would be passed over."
    yield from _compared(plan, case)


def _denied(denied: DeniedNames) -> Iterator[str]:
    if denied.names:
        rows = [(name.kind, name.path, name.rule, name.reason) for name in denied.names]
        yield from terminal.table({"Kind": 0, "Name": 80, "Rule": 24, "Reason": 60}, rows)
    yield (
        f"{terminal.count(len(denied.names), 'name')} kept out. A denied folder counts as one name: nothing in it is"
        " listed. Nothing was opened."
    )
    for path, why in denied.unlisted:
        yield f"{path} can't be listed: {why if isinstance(why, str) else render(why)}"


def _compared(plan: ScopePlan, case: Path) -> Iterator[str]:
    state = "differs from" if plan.changed else "is"
    yield f"scope.toml {state} version {plan.version}, the last one on record." if plan.version else "No version yet."
    if plan.new_files:
        yield f"New: {terminal.count(plan.new_files, 'file')}, {plan.new_bytes:,} bytes."
    if plan.removal.sources:
        removal = plan.removal
        yield (
            f"No longer in scope: {terminal.count(removal.sources, 'file')} already read, {removal.bytes:,} "
            f"bytes, {terminal.count(removal.items, 'item')}, {removal.decided:,} of them with decisions."
        )
    if plan.unapproved:
        yield f"Nothing is opened until somebody approves it: triage scope approve {case} --name NAME"


def _history(versions: Sequence[ScopeVersion]) -> Iterator[str]:
    rows = [
        (str(v.number), v.time[:16].replace("T", " "), v.action, v.login, v.approver, v.reason, v.sha256[:16])
        for v in versions
    ]
    columns = {"#": 5, "Time (UTC)": 16, "": 7, "Login": 16, "Approved by": 24, "Reason": 48, "SHA-256": 16}
    yield from terminal.table(columns, rows)
