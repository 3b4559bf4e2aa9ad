"""What may stand on either side of a distance (search room): one meaning is read, two are refused with both offered.

``language`` calls this while it builds trees; nothing here looks at text.
"""

from __future__ import annotations

import re

from triage.search.grammar import Raw, Wrong
from triage.search.query import And, Attribute, Everything, Literal, Near, Node, Not, Or, Place
from triage.search.writing import write

MAX_DISTANCE = 1000
"""Widest distance, in words."""

_OPERATOR = re.compile(r"(not\s+)?(w|pre)/(\d+)", re.IGNORECASE)


def joined(raw: Raw, left: Node, right: Node) -> Near:
    """Return the Near that a raw close means. Raises Wrong where its sides allow none, or more than one."""
    found = _OPERATOR.fullmatch(raw.text)
    digits = found[3] if found else "1"
    distance = int(digits) if len(digits) < 6 else MAX_DISTANCE + 1
    if not 1 <= distance <= MAX_DISTANCE:
        raise Wrong(f"A distance is 1 to {MAX_DISTANCE} words, not {digits[:12]}", raw.start, raw.end)
    negated, ordered = bool(found and found[1]), bool(found and found[2].lower() == "pre")
    near = Near(left, right, distance, ordered, negated, Place(raw.start, raw.end))
    for side, other in ((left, right), (right, left)):
        _fits(raw, near, side, other)
    return near


def _fits(raw: Raw, near: Near, side: Node, other: Node) -> None:
    match side:
        case Or(parts=parts):
            for part in parts:
                _fits(raw, near, part, other)
        case And(parts=parts):
            raise _two_readings(raw, near, side, parts)
        case Not(part=part):
            inner = Near(part, other, near.distance, near.ordered) if side is near.left else near
            mend = _replaced(raw, Not(inner)) if _plain(part) and side is near.left and not near.negated else None
            message = f"NOT binds tighter than {raw.text}: for what isn't near write a NOT w/5 b or NOT (a w/5 b)"
            raise Wrong(message, side.place.start, side.place.end, mend)
        case Attribute() | Everything():
            raise Wrong(f"{write(side)} isn't text: {raw.text} joins words", side.place.start, side.place.end)
        case Literal(text=text):
            mend = (side.place.start, side.place.end, f'"{text}"')
            message = f"An exact text can't stand beside {raw.text}: take the phrase"
            raise Wrong(message, side.place.start, side.place.end, mend)
        case _:
            return


def _two_readings(raw: Raw, near: Near, side: Node, parts: tuple[Node, ...]) -> Wrong:
    """Say both meanings of a distance to words joined by AND: each so near, or all so near together."""
    message = f"AND beside {raw.text} has two meanings"
    if all(map(_plain, parts)):
        message += f": write {write(_each(near))} for each of them, or {write(_together(near))} for all together"
    return Wrong(message, raw.start, raw.end)


def _each(near: Near) -> Node:
    """Return every word of the one side near every word of the other."""
    lefts, rights = (side.parts if isinstance(side, And) else (side,) for side in (near.left, near.right))
    return And(tuple(Near(a, b, near.distance, near.ordered, near.negated) for a in lefts for b in rights))


def _together(near: Near) -> Near:
    """Return the distance with every AND on its sides made a distance, too."""

    def chained(node: Node) -> Node:
        if not isinstance(node, And):
            return node
        first, *rest = node.parts
        for part in rest:
            first = Near(first, part, near.distance)
        return first

    return Near(chained(near.left), chained(near.right), near.distance, near.ordered, near.negated)


def _plain(node: Node) -> bool:
    return not isinstance(node, And | Not | Attribute | Everything | Literal)


def _replaced(raw: Raw, node: Node) -> tuple[int, int, str]:
    return raw.start, raw.end, write(node)
