"""What a person decides before anything leaves a case: the lines to decide, and the decisions. Pure values."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from triage.model.exports import INCLUDE, LEAVE_OUT
from triage.model.items import ItemNo

PRIVILEGED, DUPLICATE, FAMILY = "privileged", "duplicate", "family"
"""An item that is tagged privileged; one with the content of such; one in a family with either."""
REDACTED, HOLDER = "redacted", "holder"
"""An item in which something is redacted; one whose original holds such an item."""

REDACT = "redact"
"""What a person decides on what is redacted, beside LEAVE_OUT and INCLUDE: that it leaves without what is cut."""

CHOICES = {"privileged": (LEAVE_OUT, INCLUDE), "redactions": (REDACT, LEAVE_OUT, INCLUDE)}
"""What is decided as one, by the names of the fields of ``Decided``, and the choices for each."""
_COUNTED = {
    PRIVILEGED: ("privileged", "tagged"),
    DUPLICATE: ("privileged", "duplicates"),
    FAMILY: ("privileged", "family"),
    REDACTED: ("redactions", "redacted"),
    HOLDER: ("redactions", "holders"),
}


class StopLine(msgspec.Struct, frozen=True):
    """Something to be decided before it leaves: items, and why (one of the kinds above)."""

    kind: str
    nos: tuple[ItemNo, ...]

    @property
    def decided_as(self) -> str:
        """The field of ``Decided`` that has the decision."""
        return _COUNTED[self.kind][0]


class Decided(msgspec.Struct, frozen=True):
    """What a person has decided, each as one of CHOICES; "" where nothing yet."""

    privileged: str = ""
    redactions: str = ""

    def on(self, line: StopLine) -> str:
        """Return what is decided on a line, "" where nothing is."""
        return str(getattr(self, line.decided_as))

    def leaves_out(self, line: StopLine) -> bool:
        """Return whether the items of a line stay behind."""
        return self.on(line) == LEAVE_OUT


UNDECIDED = Decided()


def counts(lines: Iterable[StopLine], name: str) -> dict[str, int]:
    """Return how many lines of each kind there are among those that are decided as one, by a word for each kind."""
    found = {word: 0 for group, word in _COUNTED.values() if group == name}
    for line in lines:
        if line.decided_as == name:
            found[_COUNTED[line.kind][1]] += 1
    return found
