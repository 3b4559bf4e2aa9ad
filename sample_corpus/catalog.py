"""What the generator knows about each thing it writes: bytes, the text put into it, and what it contains.

The texts kept here are what the author wrote, not what a reader of the file found: the answers are checked against
them, so that they don't depend on the program that they test.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """One item as written: ``key`` is its short name in the story, ``texts`` (field, text) pairs in it."""

    key: str
    data: bytes
    texts: list[tuple[str, str]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    name: str = ""
    media: str = "application/octet-stream"
    mail: bool = False


@dataclass(slots=True)
class File:
    """A file of the corpus: its path under ``files/`` with slashes, and what it holds."""

    path: str
    node: Node

    def members(self) -> Iterator[tuple[str, Node]]:
        """Yield (member path, node), the file itself first with an empty member path."""
        yield from _walk("", self.node)


def _walk(member: str, node: Node) -> Iterator[tuple[str, Node]]:
    yield member, node
    for number, child in enumerate(node.children):
        yield from _walk(f"{member}.{number}" if member else str(number), child)


def named(node: Node, name: str, media: str = "") -> Node:
    """Give a node the name under which a mail or an archive carries it."""
    node.name = name
    node.media = media or node.media
    return node


def noise(seed: str, size: int) -> bytes:
    """Return ``size`` bytes that look random and are the same every time."""
    blocks = (hashlib.sha256(f"{seed}/{n}".encode()).digest() for n in range(size // 32 + 1))
    return b"".join(blocks)[:size]
