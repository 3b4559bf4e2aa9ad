"""``triage roster``: whose keys may open seals together, and who says so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from triage.cli import terminal
from triage.messages import decode, render
from triage.model.team import RosterReport

HELP = "List the people whose keys may open seals together; add, replace and remove keys; appoint another approver."
_KEY = "a public line, as triage roster list shows it to whoever has the key"
NO_COUNTS = "It lists people."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add = terminal.case_actions(parser)
    shown = add("list", "show the approver, the people with their keys, and the key of your login")
    new = add("add", "let a person's key open seals; the first change makes your key the approver's")
    new.add_argument("line", metavar="KEY", nargs="?", default="", help=f"{_KEY} (default: that of your login)")
    new.add_argument("--name", dest="who", required=True, help="whose key it is")
    replace = add("replace", "put a person's new key in the place of a lost one; what that one signed stays valid")
    replace.add_argument("who", help="the name of the person, or the lost key's public line")
    replace.add_argument("line", metavar="KEY", help=f"the new key: {_KEY}")
    remove = add("remove", "take a key off; what it signed stays valid")
    remove.add_argument("who", help="the name of the person, or the key's public line")
    appoint = add("appoint", "hand over to another approver; where the approver's key is lost, two people do that")
    summary = f"the new approver's: {_KEY} (default: that of your login)"
    appoint.add_argument("line", metavar="KEY", nargs="?", default="", help=summary)
    changes = (new, replace, remove, appoint)
    for action in (shown, *changes):
        terminal.key_arguments(action)
    for action in changes:
        action.add_argument("--reason", default="", help="why; it goes on record")
    parser.set_defaults(who="", line="", key="")  # the key of the login signs


def run(args: argparse.Namespace) -> int:
    """Do one of list, add, replace, remove, appoint."""
    with terminal.open_case(args) as case:
        if args.action == "list":
            report, unsigned = case.team.roster(), ""
        else:
            report = case.team.change_roster(args.action, args.who, args.line, args.reason)
            unsigned = case.verification.sign_head()
    return terminal.show(args, report, [*_lines(report), *([render(decode(unsigned))] if unsigned else [])])


def _lines(report: RosterReport) -> Iterator[str]:
    if report.approver:
        yield f"Approver: {report.approver}"
        yield terminal.table({"Name": 0, "Key": 0}, report.members)
    else:
        yield "No roster yet: the first change makes the key that signs it the approver's."
    for key in report.appointing:
        yield f"One person has appointed {key}; it takes a second one."
    if len({name.casefold() for name, _ in report.members}) < 2:
        yield "Opening a seal takes two people on the roster, each with a login and a key of their own."
    yield f"Your key: {render(report.own)}"
