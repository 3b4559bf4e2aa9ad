"""Headers in which a message names people a second time, as Exchange did: X-From, X-To and X-cc. It parses alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from triage.model.items import ItemNo

_LINE = re.compile(r"^(X-From|X-To|X-cc):[ \t]*(.*)$", re.IGNORECASE | re.MULTILINE)
_ENTRY = re.compile(r"([^<>]*)<([^<>]*)>")
_EXCHANGE = re.compile("/o=.*/cn=", re.IGNORECASE)
_RECIPIENTS = msgspec.json.Decoder(list[list[str]])


def named_twice(messages: Iterable[tuple[ItemNo, str, str, str]]) -> Iterator[tuple[ItemNo, str, str]]:
    """Yield who is named in two ways: the item, how Internet headers write them, and how Exchange did.

    ``messages`` are items with their senders, recipients (JSON) and further header lines. Recipients are taken by their
    places, and only where both lists are of the same length.
    """
    for no, sender, recipients, text in messages:
        to, cc, _ = _RECIPIENTS.decode(recipients)
        usual = {"x-from": [sender], "x-to": to, "x-cc": cc}
        for name, value in _LINE.findall(text):
            again, once = _entries(value), usual[name.lower()]
            if len(again) == len(once):
                yield from ((no, one, other) for one, other in zip(once, again, strict=True) if _EXCHANGE.search(other))


def _entries(untrusted_value: str) -> list[str]:
    """Return the people of a list in which names have commas, too."""
    return [f"{name.strip(' ,')} <{address}>" for name, address in _ENTRY.findall(untrusted_value)]
