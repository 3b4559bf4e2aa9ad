"""What one whole file may cost: how many items it may hold, how much it may unpack to, at all depths.

Each reading of a file has one. Nothing is read here; a container stops asking for members when a Trouble comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Meter
from triage.sandbox.wire import most_unpacked
from triage.settings import Settings

_MAIL = (
    "application/mbox",
    "application/vnd.ms-outlook-pst",
    "application/vnd.ms-outlook",
)

_FREE = 32 << 20
"""What a file may unpack to at all depths together, whatever its ratio, in bytes."""


class Allowance:
    """The limits of a file of ``size`` bytes, with what was used of them so far.

    Parsers are handed the ``meter`` too; what they refuse to unpack goes off it. Of a file that several readers share,
    each has the limits to itself for what it reads, so that one beyond them may give more than a single reader gets.
    """

    def __init__(self, settings: Settings, size: int, meter: Meter) -> None:
        self._settings = settings
        self._meter = meter
        self._size = size
        self.renew()
        self._unpacked = 0
        self._most = most_unpacked(settings.limit_total_mb, size)
        self.count = 0

    def _allowed(self, size: int) -> int:
        return max(_FREE, self._settings.limit_ratio * size)

    def renew(self) -> None:
        """Let the whole file unpack to as much as at first."""
        self._meter.left = self._allowed(self._size)

    @contextmanager
    def apart(self, size: int) -> Iterator[None]:
        """Give what stands as it is in a mailbox or mail its own meter: a bomb in one costs its neighbours nothing.

        Their sizes together are that of the file, so that all their meters together stay in proportion to it.
        """
        meter = self._meter
        before, meter.left = meter.left, self._allowed(size)
        try:
            yield
        finally:
            meter.left = before

    def over(self, child: Child, plain: bool) -> Trouble | None:
        """Count a child, unpacked or ``plain``; a Trouble where it and all that follows are beyond the limits."""
        named = say("and-what-follows", name=repr(child.name)) if child.name else say("unnamed-and-what-follows")
        self._unpacked += len(child.data)
        self._meter.left -= 0 if plain else len(child.data)
        if self.count >= self._settings.limit_children:
            return Trouble("limit-count", say("too-many-items", name=named))
        if self._unpacked > self._most:
            return Trouble("limit-size", say("items-over-total", name=named))
        return None if plain else self.spent(named)

    def spent(self, named: Message) -> Trouble | None:
        """Return a Trouble where the whole file unpacks to more than its ratio allows; what was refused counts too."""
        if self._meter.left >= 0:
            return None
        ratio = self._settings.limit_ratio
        return Trouble("limit-ratio", say("items-over-ratio", name=named, ratio=ratio))


def is_mail(extract: Extract) -> bool:
    """Whether it is a message, of mail or of the like."""
    return extract.type.startswith("message/") or extract.message_id is not None


def holds_as_it_is(extract: Extract) -> bool:
    """Whether its children stand in it as they are, so that all of them together are no larger than it."""
    return is_mail(extract) or extract.type in _MAIL
