"""What may stand on either side of a distance: one meaning is read, two are refused with both offered.

``language`` calls this while it builds trees; nothing here looks at text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce

from triage.search.query.grammar import Wrong, wrong
from triage.search.query.lexer import Raw
from triage.search.query.tree import NOWHERE, And, Attribute, Everything, Literal, Near, Node, Not, Or, Place
from triage.search.query.unparse import write

MAX_DISTANCE = 1000
"""Widest distance, in words."""

_OPERATOR = re.compile(r"(not\s+)?(w|pre)/(\d+)", re.IGNORECASE)


def joined(raw: Raw, left: Node, right: Node) -> Near:
    """Return the Near that a raw close means. Raises Wrong where its sides allow none, or more than one."""
    found = _OPERATOR.fullmatch(raw.text)
    digits = found[3] if found else "1"
    distance = int(digits) if len(digits) < 6 else MAX_DISTANCE + 1
    if not 1 <= distance <= MAX_DISTANCE:
        raise wrong("distance-out-of-range", raw, most=MAX_DISTANCE, digits=digits[:12])
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
        case And():
            raise _two_readings(raw, near)
        case Not(part=part):
            inner = Near(part, other, near.distance, near.ordered) if side is near.left else near
            mendable = _plain(part) and side is near.left and not near.negated
            mend = (raw.start, raw.end, write(Not(inner))) if mendable else None
            raise Wrong("not-beside-distance", side.place.start, side.place.end, mend, operator=raw.text)
        case Attribute() | Everything():
            raise Wrong(
                "no-text-beside-distance", side.place.start, side.place.end, typed=write(side), operator=raw.text
            )
        case Literal(text=text):
            mend = (side.place.start, side.place.end, f'"{text}"')
            raise Wrong("exact-text-beside-distance", side.place.start, side.place.end, mend, operator=raw.text)
        case _:
            return


def _two_readings(raw: Raw, near: Near) -> Wrong:
    """Say both meanings of a distance to words joined by AND: each so near, or all so near together."""
    each, together = _each(near.left, near.right, near), _together(near)
    if not _sound(each) or not _sound(together):
        return wrong("and-beside-distance-ambiguous", raw, operator=raw.text)
    one, two = write(each), write(together)
    if one == two:
        return wrong("and-beside-distance", raw, f"({one})", operator=raw.text, one=one)
    return wrong("and-beside-distance-two-readings", raw, operator=raw.text, one=one, two=two)


def _each(left: Node, right: Node, near: Near) -> Node:
    """Return every word of the one side near every word of the other."""
    for side, other, first in ((left, right, True), (right, left, False)):
        match side:
            case And(parts=parts) | Or(parts=parts) if _holds_and(side):
                pairs = [(part, other) if first else (other, part) for part in parts]
                return flat(type(side), [_each(*pair, near) for pair in pairs])
            case Not(part=part):
                return Not(_each(part, other, near) if first else _each(other, part, near))
            case Attribute() | Everything():
                return side
            case _:
                continue
    return replace(near, left=left, right=right)


def flat(kind: type[And] | type[Or], parts: list[Node], place: Place = NOWHERE) -> Node:
    """Return parts joined by AND or by OR, without the same inside."""
    joined: list[Node] = []
    for part in parts:
        joined.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(joined), place)


def _together(near: Near) -> Node:
    """Return the distance with every AND on its sides made a distance, too; what is no text goes outside."""
    outside: list[Node] = []

    def chained(node: Node) -> Node:
        match node:
            case Or(parts=parts):
                return Or(tuple(map(chained, parts)))
            case And(parts=parts):
                inside = [chained(part) for part in parts if not isinstance(part, Not | Attribute | Everything)]
                outside.extend(part for part in parts if isinstance(part, Not | Attribute | Everything))
                return reduce(lambda one, two: Near(one, two, near.distance), inside) if inside else node
            case _:
                return node

    whole = replace(near, left=chained(near.left), right=chained(near.right))
    return And((whole, *outside)) if outside else whole


def _holds_and(node: Node) -> bool:
    return isinstance(node, And) or (isinstance(node, Or) and any(map(_holds_and, node.parts)))


def _sound(node: Node) -> bool:
    """Whether every distance in it joins what a distance can join."""
    match node:
        case And(parts=parts) | Or(parts=parts):
            return all(map(_sound, parts))
        case Not(part=part):
            return _sound(part)
        case Near(left=left, right=right):
            return _joinable(left) and _joinable(right)
        case _:
            return True


def _joinable(side: Node) -> bool:
    match side:
        case Or(parts=parts):
            return all(map(_joinable, parts))
        case Near():
            return _sound(side)
        case _:
            return _plain(side)


def _plain(node: Node) -> bool:
    return not isinstance(node, And | Not | Attribute | Everything | Literal)
