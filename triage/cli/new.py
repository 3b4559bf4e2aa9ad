"""``triage new``: make a case and write its scope."""

from __future__ import annotations

import argparse
from pathlib import Path

from triage.errors import ScopeError

HELP = "Create a case: state what may be opened, who approved it, and what is denied."
NO_COUNTS = "It makes a case of which nothing is read."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="folder to make; it must not exist, or be empty")
    parser.add_argument(
        "--allow", action="append", required=True, type=Path, metavar="DIR", help="folder that may be read"
    )
    parser.add_argument(
        "--custodian",
        action="append",
        required=True,
        metavar="NAME",
        help="whose records they are: one for each --allow, or one for all; {1}: the first folder below it",
    )
    parser.add_argument("--basis", default="", help="why they may be read")
    parser.add_argument("--deny", action="append", default=[], metavar="GLOB", help="what may never be opened")
    parser.add_argument("--reason", default="", help="why it is denied")
    parser.add_argument("--purpose", default="", help="what the investigation is for")
    parser.add_argument("--approved-by", default="", metavar="NAME", help="who approved the scope")
    parser.add_argument(
        "--require-approval",
        action="store_true",
        help="open nothing under a scope that nobody has approved with: triage scope approve",
    )
    parser.add_argument("--engine", default="fts5", help="search engine: fts5 (default), whoosh or memory")


def run(args: argparse.Namespace) -> int:
    """Make the case."""
    from triage.case import Allow, Case, Deny, Policy, absolute

    people = args.custodian if len(args.custodian) > 1 else args.custodian * len(args.allow)
    if len(people) != len(args.allow):
        raise ScopeError("allow-without-custodian", allows=len(args.allow), custodians=len(people))
    roots = [absolute(path) for path in args.allow]
    for root in roots:
        if not root.is_dir():
            raise ScopeError("allow-no-folder", path=root)
    policy = Policy(
        args.purpose,
        args.approved_by,
        tuple(
            Allow(f"allow-{i}", str(r), c, args.basis) for i, (r, c) in enumerate(zip(roots, people, strict=True), 1)
        ),
        tuple(Deny(f"deny-{i}", glob, args.reason) for i, glob in enumerate(args.deny, 1)),
    )
    with Case.create(args.case, policy, args.engine, require_approval=args.require_approval) as case:
        print(
            f"Made the case {case.path}: {len(roots)} allowed, {len(policy.deny)} denied. Its scope is in scope.toml."
        )
        approve = f"triage scope approve {args.case} --name NAME, then " if args.require_approval else ""
        print(f"Next: {approve}triage index {args.case}")
    return 0
