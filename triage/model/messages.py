"""A sentence for a person as data: its key and its values. It is rendered in ``triage.messages``, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, float, "Message"]
"""What a sentence may name: a text, a number, or another sentence."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence: the ``key`` of its template in ``triage.messages`` and the (name, value) pairs that it names."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()
