"""A sentence for a person as data: its key and its values. It is rendered in ``triage.messages``, and nowhere else."""

from __future__ import annotations

from typing import TypeAlias, Union

import msgspec

Value: TypeAlias = Union[str, int, float, "Message"]
"""What a sentence may name: a text, a number, or another sentence."""


class Message(msgspec.Struct, frozen=True):
    """A sentence: the ``key`` of its template in ``triage.messages`` and the (name, value) pairs that it names."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()
