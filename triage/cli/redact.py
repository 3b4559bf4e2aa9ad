"""``triage redact``: what productions cut out of an item; remove it; list it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.errors import DecisionError
from triage.model.items import ItemNo, Receipt
from triage.model.redactions import REDACTED_FIELDS, SCALE, MarkedPassage, Redaction, Region

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Redact words, a header field or a page region of an item for productions; remove or list redactions."
NO_COUNTS = "It lists what is redacted in one item."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("id", help="the item's id, or the beginning of it")
    parser.add_argument("--words", metavar="TEXT", help="words from the item's text; every occurrence is cut")
    parser.add_argument("--field", choices=REDACTED_FIELDS, help="a field of the header")
    parser.add_argument(
        "--region", metavar="PAGE:LEFT,TOP,RIGHT,BOTTOM", help="a part of a page (from 1), in percent of its size"
    )
    parser.add_argument("--reason", help="why, such as 'Personal data'; it is stated in the production")
    parser.add_argument("--remove", action="store_true", help="remove the redaction instead")


def run(args: argparse.Namespace) -> int:
    """Redact and print what changed, or list what is redacted."""
    with terminal.open_case(args) as case:
        no, redactions = case.search.find(args.id), case.decisions.passages.redactions
        if args.words is None and args.field is None and args.region is None:
            known = redactions.of(no)
            values = [{"value": redaction.value, "reviewers": sorted(people)} for redaction, people in known.items()]
            return terminal.show(args, values, _listed(known))
        who, wanted = terminal.reviewer(args), _wanted(case, no, args)
        act = redactions.unredact if args.remove else redactions.redact
        receipt = act(no, [wanted], who, "command")
    return terminal.show(args, receipt, [_step(receipt, who)])


def _wanted(case: Case, no: ItemNo, args: argparse.Namespace) -> Redaction:
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


def _step(receipt: Receipt, who: str) -> str:
    changed = terminal.count(len(receipt.changed), "item")
    return f"{receipt.action}: {changed} changed, {receipt.unchanged:,} so already. By {who}."


def _listed(known: dict[Redaction, frozenset[str]]) -> Iterator[str]:
    for redaction, people in known.items():
        what = redaction.value.partition("|")[2]
        yield f"{redaction.reason}: {what}  ({', '.join(sorted(people))})"
    yield f"{terminal.count(len(known), 'redaction')}."
