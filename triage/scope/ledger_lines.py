"""The lines of a ledger: what is hashed, and the names that follow the hash and are dropped before a line goes out.

The hashed part commits to a name by ``c``: HMAC-SHA-256 of the name under the ledger's key, cut to 32 hex digits; to a
file's SHA-256 by ``d``, and in other events to all that follows the hash by ``c``, in the same way.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import lru_cache
from json.encoder import encode_basestring_ascii as quote
from typing import Any, NamedTuple

_MARK = b',"h":"'


class Line(NamedTuple):
    """A line: what it states, the bytes that are hashed, and what follows the hash, as bytes and as values."""

    event: dict[str, Any]
    body: bytes
    private: bytes
    values: dict[str, Any]

    @property
    def entry(self) -> bytes:
        """The line without what follows the hash: what heads are signed over, and what is given away."""
        return b'%b%b%b"}' % (self.body, _MARK, self.event["h"].encode())

    def follows(self, previous: str) -> bool:
        """Whether its hash is that of the hash before it and its body."""
        return bool(hashlib.sha256(previous.encode() + self.body).hexdigest() == self.event["h"])


def commitment(key: bytes, text: str) -> str:
    """Return what stands for a text that doesn't leave."""
    inner, outer = _keyed(key)
    inner, outer = inner.copy(), outer.copy()
    inner.update(text.encode("utf-8", "surrogateescape"))
    outer.update(inner.digest())
    mac: str = outer.hexdigest()
    return mac[:32]


@lru_cache(4)
def _keyed(key: bytes) -> tuple[Any, Any]:
    """Return the inner and the outer hash of HMAC with the key taken in: to copy them costs least for each text."""
    block = (key if len(key) <= 64 else hashlib.sha256(key).digest()).ljust(64, b"\0")
    return hashlib.sha256(bytes(b ^ 0x36 for b in block)), hashlib.sha256(bytes(b ^ 0x5C for b in block))


def listed(texts: list[str]) -> str:
    """Return texts as a list in JSON."""
    return f"[{','.join(map(quote, texts))}]"


def parse(raw: bytes) -> Line | None:
    """Return a line that ends in its newline, None where it isn't a whole one."""
    body, _, rest = raw.partition(_MARK)
    private = rest[65:-2]
    try:
        event = json.loads(body + b"}")
        values = json.loads(b"{%b}" % private[1:]) if private else {}
    except (ValueError, RecursionError):
        return None
    if not isinstance(event, dict) or rest[64:65] != b'"' or rest[-2:] != b"}\n" or (private and private[:1] != b","):
        return None
    return Line({**event, "h": rest[:64].decode("latin-1")}, body, private, values)


class LineNames:
    """Turns lines into what they state of each file; with the ledger's key, it checks that they commit to the names."""

    def __init__(self, key: bytes | None) -> None:
        self._key = key
        self._opened = defaultdict[str, list[str]](list)

    def events(self, line: Line) -> list[dict[str, Any]]:
        """Return a line's events, one for each file; raises ValueError where names aren't those that it commits to."""
        event = line.event
        if "c" not in event:
            if event.get("e") in ("open", "close") or event.get("v") == "allow":
                raise ValueError(event["e"])
            self._same(line.private, "")
            return [event]
        about = {key: event[key] for key in ("n", "t", "e", "h")}
        try:
            if event["e"] == "open":
                return self._opens(about, line)
            if event["e"] == "close":
                return self._closes(about, line)
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        self._committed([line.private[1:].decode()], [event["c"]])
        return [{**line.values, **event}]

    def _opens(self, about: dict[str, Any], line: Line) -> list[dict[str, Any]]:
        names = line.values["f"]
        self._same(line.private, f',"f":{listed(names)}')
        self._committed(names, line.event["c"])
        events = []
        for name, c in zip(names, line.event["c"], strict=True):
            self._opened[c].append(name)
            events += [{**about, "e": "decide", "v": "allow", "r": line.event["r"], "f": name}, {**about, "f": name}]
        return events

    def _closes(self, about: dict[str, Any], line: Line) -> list[dict[str, Any]]:
        names = [self._opened[c].pop() if self._opened.get(c) else "" for c in line.event["c"]]
        if "failed" in line.event:
            self._same(line.private, "")
            return [{**about, "f": name, "bytes": 0, "failed": line.event["failed"]} for name in names]
        hashes = line.values["sha256"]
        self._same(line.private, f',"sha256":{listed(hashes)}')
        self._committed(hashes, line.event["d"])
        sizes = line.event["bytes"]
        return [
            {**about, "f": name, "bytes": size, "sha256": sha256}
            for name, size, sha256 in zip(names, sizes, hashes, strict=True)
        ]

    @staticmethod
    def _same(private: bytes, wanted: str) -> None:
        if private.decode() != wanted:
            raise ValueError(wanted)

    def _committed(self, texts: list[str], commitments: list[str]) -> None:
        if self._key is not None and [commitment(self._key, text) for text in texts] != commitments:
            raise ValueError(texts)
