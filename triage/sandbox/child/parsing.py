"""Parsing within the limits of one item: whatever goes wrong becomes a Trouble, and what has no end is ended.

It knows no job and sends nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from triage.errors import reason
from triage.globs import Denials
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers import choose
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.sandbox.child.budget import Allowance, holds_as_it_is
from triage.sandbox.wire import Job
from triage.settings import Settings

_Result = TypeVar("_Result")


@cache
def _denials(globs: tuple[tuple[str, str], ...]) -> Denials:
    return Denials(globs)


class TooSlowError(BaseException):
    """The item's time is over; not an Exception, so that no parser can swallow it."""


class LimitedParsing:
    """Parses what belongs to one source of ``size`` bytes, everything inside it included."""

    def __init__(self, settings: Settings, size: int, job: Job) -> None:
        self._settings = settings
        self._passwords = job.passwords
        self._denials = _denials(job.denials) if job.denials else None
        self._limits = Limits(
            item_bytes=settings.limit_item_mb << 20,
            total_bytes=settings.limit_total_mb << 20,
            ratio=settings.limit_ratio,
            text_chars=settings.limit_text_mb << 20,
        )
        self._allowance = Allowance(settings, size, self._limits.meter)

    def context(self, name: str, declared: str) -> Context:
        """Return what a parser may know of an item."""
        return Context(name, declared, self._limits, self._passwords, denials=self._denials)

    def extract(self, data: Data, context: Context) -> Extract:
        """Sniff and parse; whatever goes wrong becomes a Problem of this item."""
        probe = Probe(data, context.name, context.declared)
        if not len(data):
            return Extract("application/x-empty", troubles=[Trouble("empty", say("file-empty"))])
        media = "application/octet-stream"

        def parse() -> Extract:
            nonlocal media
            chosen = choose(probe)
            if chosen is None:
                return Extract(media, troubles=[Trouble("unsupported", say("format-unknown"))])
            media = chosen.types[0]
            return chosen.parse(data, context)

        extract = self.attempt(parse)
        return Extract(media, troubles=[extract]) if isinstance(extract, Trouble) else extract

    def attempt(self, read: Callable[[], _Result]) -> _Result | Trouble:
        """Return what ``read`` returns, within the time of one item, or what went wrong."""
        self.alarm()
        try:
            return read()
        except MemoryError:
            return Trouble("limit-memory", say("read-over-memory"))
        except TooSlowError:
            return Trouble("limit-time", say("read-over-time", seconds=self._settings.limit_seconds))
        except RecursionError:
            return Trouble("limit-depth", say("nested-too-deeply"))
        except Exception as error:
            return Trouble("damaged", say("read-failed", error=reason(error, 200)))
        finally:
            self.alarm(0)

    def children(self, extract: Extract, late: list[Trouble]) -> Iterator[Child]:
        """Yield the children; what goes wrong between them is noted and ends the list, never the job."""
        source = iter(extract.children)
        while True:
            self.alarm()
            try:
                child = next(source, None)
            except MemoryError:
                late.append(Trouble("limit-memory", say("unpacking-over-memory")))
                return
            except TooSlowError:
                late.append(Trouble("limit-time", say("unpacking-over-time")))
                return
            except Exception as error:
                late.append(Trouble("damaged", say("rest-not-unpacked", error=reason(error, 200))))
                return
            finally:
                self.alarm(0)
            if child is None:
                return
            if not isinstance(child, Trouble):
                yield self.instead(child) or child
                continue
            late.append(child)
            spent = self._allowance.spent(say("the-rest"))
            if spent is not None and not holds_as_it_is(extract):
                late.append(spent)
                return

    def instead(self, child: Child) -> Child | None:
        """Return what stands for a child that its parser has given, but a rule denies by one of its paths."""
        if self._denials is None or child.denied:
            return None
        context = self.context("", "")
        return next(filter(None, map(context.denied, (child.path or child.name, *child.came_from))), None)

    def alarm(self, seconds: int | None = None) -> None:
        """Let the time of one item run, or so many seconds; 0 ends it."""
        signal.setitimer(signal.ITIMER_REAL, self._settings.limit_seconds if seconds is None else seconds)
