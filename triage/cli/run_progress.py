"""How far an index run is, on standard error."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from triage.cli import terminal

if TYPE_CHECKING:
    from triage.model.runs import Progress

_OFTEN = 10.0
"""Seconds between two plain lines."""
_STAGES = {"linking": "Linking conversations ...", "merging": "Merging the index ...", "done": "Done."}


class ProgressLine:
    """Shows progress on standard error: one line drawn again on a terminal, else a plain line every ten seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = _OFTEN
        self._stage = "reading"

    def __call__(self, p: Progress) -> None:
        """Show how far the run is."""
        text = describe(p)
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            terminal.redraw(text[:width].ljust(width))
            if p.stage == "done":
                terminal.redraw(" " * width)
                terminal.redraw("")
        elif p.stage != "done" and p.seconds >= (self._next if p.stage == self._stage else _OFTEN):
            self._next, self._stage = p.seconds + _OFTEN, p.stage
            print(text, file=sys.stderr)


def describe(p: Progress) -> str:
    """Return progress in words: share, files, rate, time left."""
    rate = p.items / p.seconds if p.seconds else 0.0
    if p.stage != "reading":
        return f"{_STAGES[p.stage]}  {terminal.count(p.items, 'item')}"
    text = f"reading: {p.files:,}"
    if p.total_files and p.share is not None:
        share = p.share
        filled = int(share * 20)
        text = f"[{'#' * filled}{'.' * (20 - filled)}] {share:4.0%}  "
        text += f"{p.files:,} of {terminal.count(p.total_files, 'file')}"
        text += f"  {_duration(p.seconds * (1 - share) / share)} left" if share else ""
    return f"{text}  {terminal.count(p.items, 'item')}  {rate:,.0f}/s  {terminal.count(p.problems, 'problem')}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
