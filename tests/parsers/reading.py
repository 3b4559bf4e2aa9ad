"""Reads bytes as the airlock does, for tests of single formats: through ``choose``, with limits that can be narrow."""

from __future__ import annotations

from dataclasses import dataclass, field

from triage.errors import PROBLEM_CODES
from triage.model.items import ORIGINS, Child, Extract, Trouble
from triage.parsers import choose
from triage.parsers.kit.contract import Context, Limits, Probe

LIMITS = Limits(item_bytes=64 << 20, total_bytes=256 << 20, ratio=200, text_chars=64 << 20)


@dataclass
class Reading:
    """An extract with its children taken: ``codes`` are those of all its troubles, also between children.

    ``lost`` are the children that stand for what couldn't be had.
    """

    extract: Extract
    label: str
    children: list[Child] = field(default_factory=list)
    lost: list[Child] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def codes(self) -> list[str]:
        return [trouble.code for trouble in self.troubles]

    @property
    def names(self) -> list[str | None]:
        return [child.name for child in self.children]

    def text(self, origin: str = "body") -> str:
        return "\n".join(segment.text for segment in self.extract.segments if segment.origin == origin)


def read(
    data: bytes, name: str = "", declared: str = "", passwords: tuple[str, ...] = (), limits: Limits = LIMITS
) -> Reading:
    """Choose a format, parse, take every child; checks on the way what holds for every extract."""
    chosen = choose(Probe(data, name, declared))
    assert chosen is not None, f"nobody claims {name or data[:20]!r}"
    extract = chosen.parse(data, Context(name, declared, limits, passwords))
    reading = Reading(extract, chosen.label, troubles=list(extract.troubles))
    for child in extract.children:
        if isinstance(child, Trouble):
            reading.troubles.append(child)
        elif child.lost:
            reading.lost.append(child)
        else:
            reading.children.append(child)
    assert all(segment.origin in ORIGINS for segment in extract.segments)
    assert all(trouble.code in PROBLEM_CODES for trouble in reading.troubles)
    for segment in extract.segments:
        segment.text.encode()
    return reading
