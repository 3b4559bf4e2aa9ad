"""``triage record``, ``case``, ``verify``: the record of a case, signed, seen by others, proved; the case as files.

Nothing is sent from here: people hand heads to others and ask an authority for its time stamp.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triage.cli.options import (
    CASE,
    JSON,
    KEY,
    OUT,
    PASSPHRASE,
    PROGRESS,
    READ_ONLY,
    READING,
    Defaults,
    Option,
    command,
    file,
    flag,
    group,
    several,
    text,
)
from triage.cli.running import counting, keys, open_case, stopping
from triage.cli.terminal import DOES_NOT_HOLD, DONE, count, print_checks, show, table
from triage.messages import decode, render
from triage.model.items import EXTENT
from triage.model.scope import ProofQuestions

if TYPE_CHECKING:
    from triage.model.team import RosterReport

group(
    "record",
    "Sign the record of a case, have others sign it, prove what was opened; keep the roster of approvers.",
    uncounted="It states what is on record; only a proof counts.",
)
_HEAD = Option("head", type=Path, metavar="HEAD", help="the head's file")


@command(
    "record head",
    "Sign a head of a case's record, which shows later whether anything was changed.",
    (
        *READING,
        file(*OUT, help="write it to this new file as well"),
        file("--since", metavar="HEAD", help="add the proof that it extends this earlier head"),
        file("--add", metavar="HEAD", help="put a countersigned head into the case instead"),
        text("--restored", "sign a case that was restored from a backup", metavar="WHY"),
        PASSPHRASE,
        KEY,
    ),
)
def _head(args: argparse.Namespace) -> int:
    from triage.case.heads import read_head, write_file

    with open_case(args) as case:
        if args.add:
            path = case.verification.add_head(read_head(args.add))
            return show(args, {"path": str(path)}, [f"Put into the case: {path}"])
        since = read_head(args.since) if args.since else None
        written = case.verification.write_head(args.key, args.restored, since)
        path = args.out or written.path
        if args.out:
            write_file(args.out, written.head.dump().encode())
    sizes = written.head.sizes
    lines = [
        "A head over {ledger:,} entries of the ledger, {views:,} of the views and {audit:,} of the audit".format(
            **sizes
        ),
        f"Signed by {written.key.public.line} ({written.key.protection})",
        f"Written: {path}",
    ]
    signer = {"key": written.key.public.line, "protection": written.key.protection}
    return show(args, {"path": str(path), **sizes, **signer}, lines)


@command(
    "record countersign",
    "Sign somebody else's head, after comparing it with the one that you signed last, or with the case itself.",
    (
        _HEAD,
        file(*OUT, help="the new file, with your signature"),
        Option("--case", type=Path, help="compare it with this case's folder, and put the result there"),
        file("--since", metavar="HEAD", help="the head that you signed last, if not on this machine"),
        flag("--first", "sign the first head of this case that you see"),
        PASSPHRASE,
        KEY,
        JSON,
    ),
)
def _countersign(args: argparse.Namespace) -> int:
    from triage.case.heads import countersign, write_file
    from triage.errors import CaseError

    own = keys(args)
    if args.case:
        with open_case(args) as case:
            compare = case.verification.check_heads
            head, key = countersign(args.head, own, args.key, since=args.since, compare=compare)
            path = case.verification.add_head(head)
    elif args.out is None:
        raise CaseError("countersign-where")
    else:
        head, key = countersign(args.head, own, args.key, since=args.since, first=args.first)
        path = args.out
    if args.out:
        write_file(args.out, head.dump().encode())
    value = {"path": str(path), "key": key.public.line, "protection": key.protection}
    lines = [f"Countersigned: {path}", f"Signed by {key.public.line} ({key.protection})"]
    return show(args, value, [*lines, "Send this line to the others through a different channel."])


@command(
    "record stamp",
    "Write a time stamp request (RFC 3161) for a head, or check and keep the authority's answer.",
    (
        _HEAD,
        file(*OUT, help="where the request goes (default: HEAD.tsq)"),
        file("--answer", help="the answer, to be kept beside HEAD"),
        file("--authority", help="the authority's root certificate (PEM)"),
        JSON,
    ),
)
def _stamp(args: argparse.Namespace) -> int:
    from triage.case.heads import import_stamp, stamp_request
    from triage.errors import CaseError

    if args.answer is None:
        path = stamp_request(args.head, args.out)
        then = "triage record stamp HEAD --answer FILE.tsr --authority ROOT.pem"
        lines = [f"Request: {path}", f"Send it to a time stamp authority; then: {then}"]
        return show(args, {"path": str(path)}, lines)
    if args.authority is None:
        raise CaseError("stamp-without-authority")
    time = import_stamp(args.head, args.answer, args.authority).isoformat().replace("+00:00", "Z")
    return show(args, {"time": time}, [f"The head existed at {time}, says the authority. Kept beside it."])


_ALONE = """Nobody else has seen this record, so whoever gets the proof can't tell whether all of it was made anew.
Before you hand it out, give a head to somebody who signs it (triage record head, triage record countersign), or have
one stamped (triage record stamp)."""


@command(
    "record prove",
    "Write a proof of what was opened that anybody can check with Python alone; it gives no file names away.",
    (
        *READING,
        Option("out", type=Path, metavar="OUT", help="the new folder; OUT.annex.jsonl beside it stays at home"),
        several("--absent", "PATH", "also: nothing below this path was opened", type=Path),
        several(
            "--against", "HASHES", "also: how many of the SHA-256 in this file, one per line, were read", type=Path
        ),
        flag("--items-root", "also: one hash over all items, the same in a second run"),
        flag("--disclose-key", "let others recompute these answers, and test guesses"),
        PASSPHRASE,
        KEY,
    ),
    uncounted="",
)
def _prove(args: argparse.Namespace) -> int:
    with open_case(args) as case:
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
    return show(args, {"path": str(args.out), **stated}, lines)


@command(
    "record recover",
    "Begin a new record for a case whose record is broken. The old one is kept; verify names the break for good.",
    (CASE, JSON, Option("--reason", required=True, metavar="TEXT", help="what happened, as far as it is known")),
)
def _recover(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        recovery = case.verification.recover(args.reason)
    lines = [
        f"A new record begins with row {recovery.row} of the audit. These checks failed on the old one:",
        *(f"  {name}" for name in recovery.broken),
        *(f"kept: {name}" for name in recovery.kept),
        *([render(decode(recovery.unsigned))] if recovery.unsigned else []),
        "triage verify proves what is recorded from now on, and says for good that nothing before it is proved.",
    ]
    return show(args, recovery, lines)


group(
    "record roster",
    "List the people whose keys may open seals together; add, replace and remove keys; appoint another approver.",
)
_ROSTER = (Defaults(who="", line="", key=""), *READING, PASSPHRASE)  # the key of the login signs
_CHANGE = (*_ROSTER, text("--reason", "why; it goes on record"))


def _key_line(whose: str, **settings: Any) -> Option:
    line = f"{whose}a public line, as triage record roster list shows it to whoever has the key"
    return Option("line", metavar="KEY", help=f"{line} (default: your login's)" if settings else line, **settings)


@command("record roster list", "show the approver, the people with their keys, and the key of your login", _ROSTER)
def _roster(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        report = case.team.roster()
    return show(args, report, _roster_lines(report))


@command(
    "record roster appoint",
    "hand over to another approver; if the approver's key is lost, that takes two people",
    (*_CHANGE, _key_line("the new approver's: ", nargs="?", default="")),
)
@command(
    "record roster remove",
    "remove a key; what it signed stays valid",
    (*_CHANGE, Option("who", help="the person's name, or the key's public line")),
)
@command(
    "record roster replace",
    "replace a person's lost key by a new one; what the lost one signed stays valid",
    (*_CHANGE, Option("who", help="the person's name, or the lost key's public line"), _key_line("the new key: ")),
)
@command(
    "record roster add",
    "let a person's key open seals; the first change makes your key the approver's",
    (
        *_CHANGE,
        _key_line("", nargs="?", default=""),
        Option("--name", dest="who", required=True, help="whose key it is"),
    ),
)
def _change_roster(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        report = case.team.change_roster(args.verb, args.who, args.line, args.reason)
        unsigned = case.verification.sign_head()
    return show(args, report, [*_roster_lines(report), *([render(decode(unsigned))] if unsigned else [])])


def _roster_lines(report: RosterReport) -> Iterator[str]:
    if report.approver:
        yield f"Approver: {report.approver}"
        yield from table({"Name": 0, "Key": 0}, report.members)
    else:
        yield "No roster yet: the first change makes the key that signs it the approver's."
    for key in report.appointing:
        yield f"One person has appointed {key}; it takes a second one."
    if len({name.casefold() for name, _ in report.members}) < 2:
        yield "Opening a seal takes two people on the roster, each with a login and a key of their own."
    yield f"Your key: {render(report.own)}"


group("case", "Copy a case as it is at one moment, or make its database smaller.")


@command(
    "case backup",
    "Copy a case to another folder, as it is at one moment, and verify the copy.",
    (CASE, Option("target", type=Path, help="folder to create; it must not exist, or be empty"), JSON, PROGRESS),
)
def _backup(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        backup = case.verification.back_up(args.target, counting(args, stop), stop.is_set)
    if backup is None:
        return show(args, None)
    holds = all(check.held for check in backup.checks)
    lines = [
        f"{count(backup.files, 'file')}, {backup.bytes:,} bytes, in {backup.folder}.",
        "The keys of the case (ledger.key, seal.key) are in it: keep it as safe as the case.",
        f"The keys with which this login signs are not; they are in {backup.keys}.",
        "Everything in it holds." if holds else f"Not everything in it holds. See: triage verify {backup.folder}",
    ]
    return show(args, backup, lines, DONE if holds else DOES_NOT_HOLD)


@command(
    "case compact",
    "Make a case's database smaller: merge its index and free the space that is no longer used.",
    (CASE, JSON, PROGRESS),
    uncounted="It states the size of a file.",
)
def _compact(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        sizes = case.verification.compact(stop.is_set)
    lines = [f"The database had {sizes[0]:,} bytes and has {sizes[1]:,} now."] if sizes else ()
    return show(args, sizes, lines)


_SIGNERS = ("signer-unknown", "signer-none")
"""The messages on the signer where nobody can tell who it is; the verdict repeats them."""


@command(
    "verify",
    "Check that a case's ledger, audit and items agree, or that an export, a production or a proof is unchanged.",
    (
        Option("path", type=Path, metavar="CASE|FOLDER", help="folder of a case, an export, a production or a proof"),
        file("--head", help="a head of the case that was kept elsewhere"),
        several("--key", "KEY|FILE", "a key that must have signed it, or a file with one per line; repeatable"),
        file(
            "--production",
            metavar="FOLDER",
            help="check this production instead of the case, and that it is the one on the case's record",
        ),
        flag("--quick", "look up a sample of a case's items in the index, instead of comparing all"),
        JSON,
        READ_ONLY,
        PROGRESS,
    ),
)
def _verify(args: argparse.Namespace) -> int:
    from triage.case import verify

    checks = verify(args.path, args.head, args.key, args.production, read_only=args.read_only, quick=args.quick)
    part = any(check.name == EXTENT for check in checks)
    good = "Everything that was read holds; that is not the whole case." if part else "Everything holds."
    signers = [render(check.message) for check in checks if check.message.key in _SIGNERS]
    good = " ".join([*signers, good] if part else signers or [good])
    bad = "Not everything holds: see FAILS above."
    return print_checks(args, checks, "FAILS ", good, bad)
