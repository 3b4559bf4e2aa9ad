"""``triage new`` and ``triage scope``: create a case; what its scope would include, its versions, who approved them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.options import PASSPHRASE, READING, Option, command, flag, group, several, text
from triage.cli.running import open_case, stopping
from triage.cli.terminal import count, show, table
from triage.errors import ScopeError
from triage.messages import decode, render

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.scope import DeniedNames, Removal, ScopePlan


@command(
    "new",
    "Create a case: state what may be opened, who approved it, and what is denied.",
    (
        Option("case", type=Path, help="folder to create; it must not exist, or be empty"),
        several("--allow", "DIR", "folder that may be read; repeatable", required=True, type=Path),
        several(
            "--custodian",
            "NAME",
            "whose records they are: one for each --allow, or one for all; {1} stands for the first folder below it",
            required=True,
        ),
        text("--basis", "why they may be read"),
        several("--deny", "GLOB", "what may never be opened; repeatable"),
        text("--reason", "why it is denied"),
        text("--purpose", "what the investigation is for"),
        text("--approved-by", "who approved the scope", metavar="NAME"),
        flag("--require-approval", "open nothing until somebody approves the scope with: triage scope approve"),
        Option("--engine", default="fts5", help="search engine: fts5 (default), whoosh or memory"),
    ),
    uncounted="It makes a case of which nothing is read.",
)
def _new(args: argparse.Namespace) -> int:
    from triage.case import Allow, Case, Deny, Policy, absolute

    people = args.custodian if len(args.custodian) > 1 else args.custodian * len(args.allow)
    if len(people) != len(args.allow):
        raise ScopeError("allow-without-custodian", allows=len(args.allow), custodians=len(people))
    roots = [absolute(path) for path in args.allow]
    for root in roots:
        if not root.is_dir():
            raise ScopeError("allow-no-folder", path=root)
    numbered = enumerate(zip(roots, people, strict=True), 1)
    allow = tuple(Allow(f"allow-{i}", str(root), person, args.basis) for i, (root, person) in numbered)
    deny = tuple(Deny(f"deny-{i}", glob, args.reason) for i, glob in enumerate(args.deny, 1))
    policy = Policy(args.purpose, args.approved_by, allow, deny)
    with Case.create(args.case, policy, args.engine, require_approval=args.require_approval) as case:
        print(f"Created the case {case.path}: {len(allow)} allowed, {len(deny)} denied. Its scope is in scope.toml.")
        approve = f"triage scope approve {args.case} --name NAME, then " if args.require_approval else ""
        print(f"Next: {approve}triage index {args.case}")
    return 0


group(
    "scope",
    "Show what scope.toml would include, its versions and how they differ; approve it; remove what it leaves out.",
    uncounted="It counts what is on the disk now, and what the scope leaves out of what was read.",
)


@command("scope plan", "count what scope.toml would include, by names and sizes alone; nothing is opened", READING)
def _plan(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        plan = case.scope.plan()
    return show(args, plan, _plan_lines(plan, args.case))


@command(
    "scope denied",
    "list the names that scope.toml keeps out, each with the rule and its reason; nothing is opened",
    READING,
)
def _denied(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        names = case.scope.denied()
    return show(args, names, _denied_lines(names))


@command(
    "scope diff",
    "show how two versions differ, or scope.toml and the last version",
    (
        *READING,
        text("before", "default: the version recorded last", nargs="?", metavar="VERSION"),
        text("after", "default: scope.toml as it is", nargs="?", metavar="VERSION"),
    ),
)
def _diff(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        diff = case.scope.diff(args.before, args.after)
    return show(args, diff, diff.lines or ["They don't differ."])


@command("scope history", "list the versions: when, by whom, why, and who approved them", READING)
def _history(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        versions = case.scope.history()
    rows = [
        (str(v.number), v.time[:16].replace("T", " "), v.action, v.login, v.approver, v.reason, v.sha256[:16])
        for v in versions
    ]
    columns = {"#": 5, "Time (UTC)": 16, "": 7, "Login": 16, "Approved by": 24, "Reason": 48, "SHA-256": 16}
    return show(args, versions, table(columns, rows))


@command(
    "scope approve",
    "record scope.toml as a version that somebody approves",
    (
        *READING,
        Option("--name", required=True, help="who approves it"),
        text("--reason", "why; required if it no longer covers what was read"),
        PASSPHRASE,
    ),
)
def _approve(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        version = case.scope.approve(args.name, args.reason)
        line = f"{version.approver} approved scope.toml: version {version.number}, SHA-256 {version.sha256}."
        return show(args, version, [line, *_signed(case)])


@command(
    "scope apply",
    "permanently remove from the case what was read and scope.toml now leaves out",
    (*READING, flag("--yes", "do it; without this it is only counted"), text("--reason", "why"), PASSPHRASE),
)
def _apply(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if not args.yes:
            removal = case.scope.leaves_out()
            return show(args, removal, _counted(removal, args.case))
        with stopping(args) as stop:
            receipt = case.scope.apply(args.reason, stop.is_set)
        removed = f"Removed {count(receipt.removal.items, 'item')} of {count(receipt.removal.sources, 'file')}."
        lines = [removed, f"The receipt is in {' and '.join(receipt.files)}.", *_signed(case)]
        return show(args, receipt, lines)


def _signed(case: Case) -> Iterator[str]:
    """Sign a head of the record; yield why that couldn't be done, if it couldn't."""
    if unsigned := case.verification.sign_head():
        yield render(decode(unsigned))


def _counted(removal: Removal, case: Path) -> Iterator[str]:
    yield (
        f"scope.toml leaves out {count(removal.sources, 'file')}, {count(removal.items, 'item')}, "
        f"{removal.decided:,} of them with {count(removal.decisions, 'decision')}."
    )
    yield "Their text would be removed for good; decisions, ids and digests stay. The files themselves are left alone."
    yield f"Nothing was removed. To remove it: triage scope apply {case} --yes --reason REASON"


def _plan_lines(plan: ScopePlan, case: Path) -> Iterator[str]:
    rows = [(root.id, "allow", root.path, count(root.files, "file"), f"{root.bytes:,} bytes") for root in plan.roots]
    rows += [(rule.id, "deny", rule.glob, count(rule.names, "name"), "") for rule in plan.rules]
    yield from table({"Rule": 24, "": 5, "Covers": 60, "Count": 0, "Size": 0}, rows)
    yield "A denied folder counts as one name: nothing in it is listed. Nothing was opened."
    yield from (f"'{root.id}' can't be read: {render(root.error)}" for root in plan.roots if root.error)
    for root in plan.roots:
        if root.unlisted:
            yield f"'{root.id}': {count(root.unlisted, 'folder')} couldn't be listed."
    if plan.other:
        yield f"{count(plan.other, 'link or special file', 'links and special files')} would be passed over."
    yield from _compared(plan, case)


def _denied_lines(denied: DeniedNames) -> Iterator[str]:
    if denied.names:
        rows = [(name.kind, name.path, name.rule, name.reason) for name in denied.names]
        yield from table({"Kind": 0, "Name": 80, "Rule": 24, "Reason": 60}, rows)
    yield (
        f"{count(len(denied.names), 'name')} kept out. A denied folder counts as one name: nothing in it is"
        " listed. Nothing was opened."
    )
    for path, why in denied.unlisted:
        yield f"{path} can't be listed: {why if isinstance(why, str) else render(why)}"


def _compared(plan: ScopePlan, case: Path) -> Iterator[str]:
    state = "differs from" if plan.changed else "is"
    yield f"scope.toml {state} version {plan.version}, the last one on record." if plan.version else "No version yet."
    if plan.new_files:
        yield f"New: {count(plan.new_files, 'file')}, {plan.new_bytes:,} bytes."
    if plan.removal.sources:
        removal = plan.removal
        yield (
            f"No longer in scope: {count(removal.sources, 'file')} already read, {removal.bytes:,} "
            f"bytes, {count(removal.items, 'item')}, {removal.decided:,} of them with decisions."
        )
    if plan.unapproved:
        yield f"Nothing is opened until somebody approves it: triage scope approve {case} --name NAME"
