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
from triage.plain_files import open_plain
from triage.search.expand import CountedWords
from triage.search.index_key import mac

_NAME = "words"
_FEWEST = 10_000
"""Words below which counting them is quick enough."""
_DIGEST, _LARGEST = 32, 1 << 29


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
        text = "\n".join(words.words).encode()
        counts = array("I", words.counts).tobytes()
        body = b"".join((_digest(state), len(words).to_bytes(8, "little"), counts, text))
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
    return hashlib.sha256(state).digest()


def _read(body: memoryview) -> CountedWords:
    count = int.from_bytes(body[:8], "little")
    counts = array("I")
    end = 8 + count * counts.itemsize
    counts.frombytes(body[8:end])
    return CountedWords(str(body[end:], "utf-8").split("\n"), counts)
