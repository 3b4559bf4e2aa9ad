"""The lists that stand beside a table in a newer iWork document: strings, rich texts, formats, menus.

Nothing here is documented by its maker; the fields are known from the files. A cell names an entry by its key.
"""

from __future__ import annotations

from triage.parsers.office.iwork.iwa import fields, text


class Entries:
    """A list of strings, and of its rich texts, formats or menus by their numbers; remembers what cells have shown.

    ``parts`` are the numbers of its parts that stand elsewhere; ``whole`` says whether all of it could be read.
    """

    def __init__(self, messages: list[bytes]) -> None:
        self.strings: dict[int, str] = {}
        self.payloads: dict[int, int] = {}
        self.menus: dict[int, int] = {}
        self.parts: list[int] = []
        self.shown: set[int] = set()
        self.in_table = False
        self.whole = True
        for message in messages:
            try:
                self._read(message)
            except (IndexError, ValueError):
                self.whole = False

    def _read(self, message: bytes) -> None:
        for number, entry in fields(message):
            if number == 3 and isinstance(entry, bytes):
                self._add(dict(fields(entry)))
            elif number == 4:
                self.parts.append(reference(entry))

    def _add(self, entry: dict[int, int | bytes]) -> None:
        key = as_number(entry.get(1))
        if 3 in entry:
            self.strings[key] = text(as_bytes(entry[3]))
        if 9 in entry or 4 in entry:
            self.payloads[key] = reference(entry.get(9, entry.get(4)))
        if 6 in entry:
            self.menus[key] = as_number(dict(fields(as_bytes(entry[6]))).get(38))

    def join(self, other: Entries) -> None:
        """Take over what another part of the list holds."""
        self.whole = self.whole and other.whole
        self.strings.update(other.strings)
        self.payloads.update(other.payloads)
        self.menus.update(other.menus)

    def string(self, key: int) -> str:
        """Return a string for a cell that shows it, "" where there is none."""
        self.shown.add(key)
        return self.strings.get(key, "")


def choices(message: bytes) -> list[str]:
    """Return the texts of a pop-up menu in order, "" for a choice that isn't text; the empty choice is left out."""
    found = [dict(fields(value)) for number, value in fields(message) if number == 2 and isinstance(value, bytes)]
    return [text(as_bytes(dict(fields(as_bytes(item.get(5)))).get(1))) for item in found if item.get(1) != 1]


def as_bytes(value: int | bytes | None) -> bytes:
    """Return a field's bytes, none where it is a number or missing."""
    return value if isinstance(value, bytes) else b""


def as_number(value: int | bytes | None) -> int:
    """Return a field's number, 0 where it is none or missing."""
    return value if isinstance(value, int) else 0


def reference(value: int | bytes | None) -> int:
    """Return the number of the object that a reference names, 0 where there is none."""
    return as_number(dict(fields(as_bytes(value))).get(1))
