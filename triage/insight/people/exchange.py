"""Headers in which a message names people a second time, as Exchange did: X-From, X-To and X-cc. It parses alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from triage.model.items import ItemNo

_ENTRY = re.compile(r"([^<>]*)<([^<>]*)>")
_EXCHANGE = re.compile("/o=.*/cn=", re.IGNORECASE)
_RECIPIENTS = msgspec.json.Decoder(list[list[str]])


class NamedTwice(NamedTuple):
    """Somebody as Internet headers write them, and as Exchange did, in how many messages, and the first of these."""

    once: str
    again: str
    times: int
    item: ItemNo


def named_twice(messages: Iterable[tuple[ItemNo, str, str, str]]) -> list[NamedTwice]:
    """Return who is named in two ways, in the order of the messages.

    ``messages`` are items with their senders, recipients (JSON) and further header lines. Recipients are taken by their
    places, and only where both lists are of the same length.
    """
    times, first = dict[tuple[str, str], int](), dict[tuple[str, str], ItemNo]()
    for no, sender, recipients, text in messages:
        to, cc, _ = _RECIPIENTS.decode(recipients)
        for pair in _pairs({"x-from": [sender], "x-to": to, "x-cc": cc}, text):
            times[pair] = times.get(pair, 0) + 1
            first.setdefault(pair, no)
    return [NamedTwice(once, again, times[once, again], no) for (once, again), no in first.items()]


def _pairs(usual: Mapping[str, Sequence[str]], text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        name, _, value = line.partition(":")
        once = usual.get(name.lower()) if "<" in value else None
        if once and len(again := _entries(value)) == len(once):
            yield from ((one, other) for one, other in zip(once, again, strict=True) if _EXCHANGE.search(other))


def _entries(untrusted_value: str) -> list[str]:
    """Return the people of a list in which names have commas, too."""
    return [f"{name.strip(' ,')} <{address}>" for name, address in _ENTRY.findall(untrusted_value)]
