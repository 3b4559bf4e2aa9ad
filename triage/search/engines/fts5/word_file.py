"""The words of the index in a file of the case, as counting them takes FTS5 as long as reading the whole index.

The file belongs to one state of the index, and is signed by the login that wrote it: one of another state, or another
login's, counts as none. It holds words of items, so that it goes at once when a text is taken out of the index.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from array import array
from contextlib import suppress
from pathlib import Path

from triage.errors import CaseError
from triage.files import open_plain
from triage.search.counted_words import CountedWords
from triage.search.index_key import mac

_NAME = "words"
_FEWEST = 10_000
"""Words below which counting them is quick enough."""
_DIGEST, _LARGEST = 32, 1 << 29
_LAYOUT = b"2"
"""Tells a file of this version from one of an earlier one, which counts as none."""


class WordFile:
    """The file in a case's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def read(self, state: bytes) -> CountedWords | None:
        """Return the words of the index in a state; None where there is no file of it that this login wrote."""
        with suppress(OSError, ValueError, CaseError):
            with open_plain(self._path) as file:
                untrusted = memoryview(file.read(_LARGEST))
            signature, body = untrusted[:_DIGEST], untrusted[_DIGEST:]
            if hmac.compare_digest(signature, mac(body)) and body[:_DIGEST] == _digest(state):
                return _read(body[_DIGEST:])
        return None

    def write(self, state: bytes, words: CountedWords) -> None:
        """Write the words of the index in a state, where there are many; where it can't be done, nothing is lost."""
        if len(words) < _FEWEST:
            return
        counts, starts = array("I", words.counts), array("I", words.starts)
        sizes = b"".join(len(part).to_bytes(8, "little") for part in (counts, starts))
        body = b"".join((_digest(state), sizes, counts, starts, words.text))
        new = self._path.with_name(f"{_NAME}.{os.getpid()}.new")
        with suppress(OSError, CaseError):
            try:
                with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(mac(body))
                    file.write(body)
                new.replace(self._path)
            finally:
                new.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete the file; raises OSError where it is there and can't be."""
        self._path.unlink(missing_ok=True)


def _digest(state: bytes) -> bytes:
    return hashlib.sha256(_LAYOUT + state).digest()


def _read(body: memoryview) -> CountedWords:
    """Return what the file holds, over its own bytes."""
    counts, starts = (int.from_bytes(body[at : at + 8], "little") * 4 for at in (0, 8))
    parts = body[16:]
    return CountedWords(parts[counts + starts :], parts[counts : counts + starts].cast("I"), parts[:counts].cast("I"))
