"""How files begin whose first bytes tell what they are. Nothing but these bytes is looked at."""

from __future__ import annotations

import re

from triage.files import rows
from triage.parsers.kit.contract import HEAD, Data


class Signatures:
    """A table beside a module: a media type a row, the pattern with which such files begin, and what else is known."""

    def __init__(self, module: str, name: str) -> None:
        self._rows = rows(module, name)
        patterns = (b"(%s)" % pattern.encode() for _, pattern, *_ in self._rows)
        self._pattern = re.compile(b"|".join(patterns), re.DOTALL)
        self.types = tuple(dict.fromkeys(media for media, *_ in self._rows))

    def row(self, data: Data) -> list[str] | None:
        """Return the first row whose pattern fits, None where none does."""
        match = self._pattern.match(data[:HEAD])
        return self._rows[(match.lastindex or 0) - 1] if match else None

    def media(self, data: Data) -> str | None:
        """Return the media type of the first row whose pattern fits, None where none does."""
        row = self.row(data)
        return row[0] if row else None
