"""The last answers, up to a total size (store room): what was asked last is most likely asked again.

It knows nothing of what it keeps; whoever owns one throws it away when its answers may no longer be true.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value", bound=Sized)


class Latest(Generic[Key, Value]):
    """Answers by question; the ones asked longest ago go first once together they are larger than ``most``."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._answers: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key, answer: Callable[[], Value]) -> Value:
        """Return the answer to a question, found by ``answer`` where it isn't kept."""
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        found = self._answers[key] = answer()
        self._size += len(found) + 1
        while self._size > self._most and len(self._answers) > 1:
            self._size -= len(self._answers.popitem(last=False)[1]) + 1
        return found
