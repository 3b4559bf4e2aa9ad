"""``triage record``: the record of a case, signed, seen by others, proved; and whose keys open seals.

Nothing is sent from here: a person hands heads to others and asks an authority for its time stamp.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from triage.cli import terminal
from triage.messages import decode, render
from triage.model.scope import ProofQuestions
from triage.model.team import RosterReport

HELP = "Sign the record of a case, have others sign it, prove what was opened; keep the roster of approvers."
NO_COUNTS = "It states what is on record; only a proof counts."


# ---- head


def _head_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="write it to this new file as well")
    parser.add_argument("--since", type=Path, metavar="HEAD", help="add the proof that it extends this earlier head")
    parser.add_argument("--add", type=Path, metavar="HEAD", help="put a countersigned head into the case instead")
    parser.add_argument("--restored", default="", metavar="WHY", help="sign a case that was restored from a backup")
    terminal.key_arguments(parser, name=True)


def _head(args: argparse.Namespace) -> int:
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
    return terminal.show(args, value, _head_lines(value))


def _head_lines(value: dict[str, Any]) -> Iterator[str]:
    sizes = "{ledger:,} entries of the ledger, {views:,} of the views and {audit:,} of the audit"
    yield f"A head over {sizes}".format(**value)
    yield "Signed by {key} ({protection})".format(**value)
    yield "Written: {path}".format(**value)


# ---- countersign


def _countersign_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("head", type=Path, metavar="HEAD", help="the head's file")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="the new file, with your signature")
    parser.add_argument("--case", type=Path, help="compare it with this case's folder, and put the result there")
    parser.add_argument("--since", type=Path, metavar="HEAD", help="what you signed last, if not on this machine")
    parser.add_argument("--first", action="store_true", help="sign the first head that you see of this case")
    terminal.key_arguments(parser, name=True)
    terminal.output_arguments(parser)


def _countersign(args: argparse.Namespace) -> int:
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


# ---- stamp


def _stamp_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("head", type=Path, metavar="HEAD", help="the head's file")
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="where the request goes (default: HEAD.tsq)")
    parser.add_argument("--answer", type=Path, metavar="FILE", help="the answer, to be kept beside HEAD")
    parser.add_argument("--authority", type=Path, metavar="FILE", help="the authority's root certificate (PEM)")
    terminal.output_arguments(parser)


def _stamp(args: argparse.Namespace) -> int:
    """Write the request, or check the answer and print the time."""
    from triage.case.head_files import import_stamp, stamp_request
    from triage.errors import CaseError

    if args.answer is None:
        path = stamp_request(args.head, args.out)
        then = (
            "Send it to a time stamp authority; then: triage record stamp HEAD --answer FILE.tsr --authority ROOT.pem"
        )
        return terminal.show(args, {"path": str(path)}, [f"Request: {path}", then])
    if args.authority is None:
        raise CaseError("stamp-without-authority")
    time = import_stamp(args.head, args.answer, args.authority).isoformat().replace("+00:00", "Z")
    return terminal.show(args, {"time": time}, [f"The head existed at {time}, says the authority. Kept beside it."])


# ---- prove

_ALONE = """Nobody else has seen this record, so whoever gets the proof can't tell whether all of it was made anew.
Before you hand it out, give a head to somebody who signs it (triage record head, triage record countersign), or have
one stamped (triage record stamp)."""


def _prove_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="the new folder; OUT.annex.jsonl beside it stays at home")
    add = parser.add_argument
    add("--absent", type=Path, action="append", default=[], metavar="PATH", help="also: nothing below it was opened")
    add(
        "--against",
        type=Path,
        action="append",
        default=[],
        metavar="HASHES",
        help="also: how many SHA-256 in this file, one a line, are of what was read",
    )
    add("--items-root", action="store_true", help="also: one hash over all items, the same in a second run")
    add("--disclose-key", action="store_true", help="let others work out these answers again, and test guesses")
    terminal.key_arguments(parser, name=True)


def _prove(args: argparse.Namespace) -> int:
    """Write it, check it, and print what it states."""
    with terminal.open_case(args) as case:
        if not case.verification.seen_by_others(args.key):
            print(_ALONE, file=sys.stderr)
        questions = ProofQuestions(args.absent, args.against, args.items_root, args.disclose_key)
        stated = case.export.prove(args.out, args.key, questions)
    opens, denied = stated["counts"]["ledger"]["opens"], stated["counts"]["ledger"]["denied"]
    lines = [
        f"A proof of {opens:,} openings and {denied:,} refusals: {args.out}",
        *stated["statements"],
        f"To check it: python3 -I {args.out / 'verify.py'} {args.out}",
        f"Keep this file at home, since it has the names: {args.out}.annex.jsonl",
    ]
    return terminal.show(args, {"path": str(args.out), **stated}, lines)


# ---- recover


def _recover_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.output_arguments(parser)
    parser.add_argument("--reason", required=True, metavar="TEXT", help="what happened, as far as it is known")


def _recover(args: argparse.Namespace) -> int:
    """Begin the record anew and print what was broken."""
    with terminal.open_case(args) as case:
        recovery = case.verification.recover(args.reason)
    lines = [
        f"A new record begins with row {recovery.row} of the audit. These checks failed on the old one:",
        *(f"  {name}" for name in recovery.broken),
        *(f"kept: {name}" for name in recovery.kept),
        *([render(decode(recovery.unsigned))] if recovery.unsigned else []),
        "triage verify proves what is recorded from now on, and says for good that nothing before it is proved.",
    ]
    return terminal.show(args, recovery, lines)


# ---- roster

_PUBLIC_LINE = "a public line, as triage record roster list shows it to whoever has the key"


def _roster_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser)
    shown = add("list", "show the approver, the people with their keys, and the key of your login")
    new = add("add", "let a person's key open seals; the first change makes your key the approver's")
    new.add_argument("line", metavar="KEY", nargs="?", default="", help=f"{_PUBLIC_LINE} (default: that of your login)")
    new.add_argument("--name", dest="who", required=True, help="whose key it is")
    replace = add("replace", "put a person's new key in the place of a lost one; what that one signed stays valid")
    replace.add_argument("who", help="the name of the person, or the lost key's public line")
    replace.add_argument("line", metavar="KEY", help=f"the new key: {_PUBLIC_LINE}")
    remove = add("remove", "take a key off; what it signed stays valid")
    remove.add_argument("who", help="the name of the person, or the key's public line")
    appoint = add("appoint", "hand over to another approver; where the approver's key is lost, two people do that")
    summary = f"the new approver's: {_PUBLIC_LINE} (default: that of your login)"
    appoint.add_argument("line", metavar="KEY", nargs="?", default="", help=summary)
    changes = (new, replace, remove, appoint)
    for action in (shown, *changes):
        terminal.key_arguments(action)
    for action in changes:
        action.add_argument("--reason", default="", help="why; it goes on record")
    parser.set_defaults(who="", line="", key="")  # the key of the login signs


def _roster(args: argparse.Namespace) -> int:
    """Do one of list, add, replace, remove, appoint."""
    with terminal.open_case(args) as case:
        if args.action == "list":
            report, unsigned = case.team.roster(), ""
        else:
            report = case.team.change_roster(args.action, args.who, args.line, args.reason)
            unsigned = case.verification.sign_head()
    return terminal.show(args, report, [*_roster_lines(report), *([render(decode(unsigned))] if unsigned else [])])


def _roster_lines(report: RosterReport) -> Iterator[str]:
    if report.approver:
        yield f"Approver: {report.approver}"
        yield from terminal.table({"Name": 0, "Key": 0}, report.members)
    else:
        yield "No roster yet: the first change makes the key that signs it the approver's."
    for key in report.appointing:
        yield f"One person has appointed {key}; it takes a second one."
    if len({name.casefold() for name, _ in report.members}) < 2:
        yield "Opening a seal takes two people on the roster, each with a login and a key of their own."
    yield f"Your key: {render(report.own)}"


VERBS = {
    "head": terminal.Verb(
        "Sign a head of a case's record, which shows later whether anything was changed.",
        _head_arguments,
        _head,
    ),
    "countersign": terminal.Verb(
        "Sign somebody else's head, after comparing it with the one that you signed last, or with the case itself.",
        _countersign_arguments,
        _countersign,
    ),
    "stamp": terminal.Verb(
        "Write a time stamp request (RFC 3161) for a head, or check and keep the authority's answer.",
        _stamp_arguments,
        _stamp,
    ),
    "prove": terminal.Verb(
        "Write a proof of what was opened that anybody can check with Python alone, without giving file names away.",
        _prove_arguments,
        _prove,
        counts=True,
    ),
    "recover": terminal.Verb(
        "Begin a new record for a case whose record is broken. The old one is kept; verify names the break for good.",
        _recover_arguments,
        _recover,
    ),
    "roster": terminal.Verb(
        "List the people whose keys may open seals together; add, replace and remove keys; appoint another approver.",
        _roster_arguments,
        _roster,
    ),
}
