"""``triage status``: the sums of a case."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

import msgspec

from triage.cli import terminal
from triage.model import type_names
from triage.model.items import Status

_MOST, _MOST_NAMES = 20, 12

HELP = "Show the sums: every file found is an item, a problem or a denial, how far items can be searched, what is gone."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Print the sums; exit code 1 where they don't add up, or not all is read."""
    with terminal.open_case(args) as case:
        status = case.status(shown=True)
    shown = {**msgspec.to_builtins(status), "adds_up": status.adds_up}
    traces = "        traces of sealed text are still to be cleared from the case's files: triage seal CASE"
    left = [traces] * status.traces_left
    terminal.show(args, shown, [*_lines(status), *left])
    return 0 if status.adds_up and status.extent.whole else 1


def _lines(s: Status) -> Iterator[str]:
    yield f"{s.name} (engine {s.engine}), last whole run ended {s.last_run or 'never: run triage index'}"
    least, pending = "" if s.extent.whole or s.extent.counted else "at least ", s.extent.pending
    yield (
        f"Files   {least}{s.files:,} found = {s.with_items:,} became items + {s.failed:,} not readable"
        f" + {s.denied:,} denied{f' + {pending:,} still to be read' if pending else ''}"
    )
    if not s.adds_up:
        yield "        THESE DON'T ADD UP: run triage index again, then triage verify"
    if s.outdated:
        were = terminal.count(s.outdated, "was", "were")
        yield f"        {were} read by an earlier version: run triage index to read such files again;"
        yield "        until then, messages in such files count as exact copies only of messages with equal bytes"
    yield from (f"        {sentence}" for sentence in terminal.confinement(s))
    how_far = f"{s.fully:,} fully searchable, {s.partly:,} partly, {s.not_searchable:,} not"
    if s.denied_since:
        more = terminal.count(s.denied_since, "more was", "more were")
        yield f"        {more} read before the scope denied access; the items are kept"
    sealed = f" ({s.sealed:,} sealed)" if s.sealed else ""
    yield f"Items   {s.items:,}: {how_far}{sealed}; {terminal.count(s.problems, 'problem')}"
    yield from _past(s)
    decisions = terminal.count(s.decisions, "decision")
    yield f"Coding  {terminal.count(s.tagged, 'item')} tagged, {s.read or 0:,} of them read, {decisions}" + _list(
        s.tags
    )
    if s.disputed:
        yield f"        {terminal.count(s.disputed, 'item is', 'items are')} disputed (is:disputed)"
    yield "Types  " + _list(_by_name(s.types))[1:]
    yield "Custodians" + _list(s.custodians)[1:]


def _past(s: Status) -> Iterator[str]:
    """Yield what is no longer in the sources or in scope, and which of it somebody decided on."""
    if s.purged:
        yield f"Purged  {terminal.count(s.purged, 'item')} no longer in scope (is:purged)"
    if not (s.vanished_files or s.superseded or s.vanished):
        return
    kept = f"{s.superseded:,} superseded, {s.vanished:,} vanished items are kept (is:superseded, is:vanished)"
    yield f"Past    {kept}; {terminal.count(s.vanished_files, 'file')} vanished"
    for item in s.past_decided[:_MOST]:
        by = f" by {item.successor}" if item.successor else ""
        tags = f": {', '.join(item.tags)}" if item.tags else ""
        yield f"        decided on and {item.state}{by}: {item.id}{tags}"
    if (more := len(s.past_decided) - _MOST) > 0:
        yield f"        and {more:,} more that were decided on; --json lists them"


def _list(pairs: tuple[tuple[str, int], ...]) -> str:
    """Return names with their counts, the first of them."""
    named = [terminal.one_line(f"{name} {count:,}") for name, count in pairs[:_MOST_NAMES]]
    return ": " + ", ".join([*named, *terminal.more(len(named), len(pairs))]) if pairs else ""


def _by_name(types: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Return the counts of types by what people call them, the largest first."""
    counts: Counter[str] = Counter()
    for media_type, count in types:
        counts[type_names.short(media_type)] += count
    return tuple(counts.most_common())
