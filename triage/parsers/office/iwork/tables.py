"""The tables of newer iWork documents: rows of cells in tiles, with their strings in lists beside them.

Nothing here is documented by its maker; types and fields are known from the files. What a table refers to may stand in
any archive, so it is kept until all are read. Each list and tile is read once, however often a hostile file names it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from triage.parsers.kit.texts import Texts
from triage.parsers.office.iwork.cells import Cell, cell, cells
from triage.parsers.office.iwork.iwa import fields, text
from triage.parsers.office.iwork.lists import Entries, as_bytes, as_number, choices, reference

_TABLE, _TILE, _LIST, _SEGMENT, _MENU, _RICH = 6001, 6002, 6005, 6011, 6206, 6218
"""Types of messages: a table, some rows of it, a list, a part of a list, a pop-up menu, a rich text."""

_LISTS = (4, 17, 11, 16)
"""The fields of a table's store that name its lists: strings, rich texts, formats, menus."""

_MOST = 64 << 20
"""How many bytes of texts and tables are kept until the end."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """The lists that the cells of one table name; a format names a menu, in the documents up to 2014 or so."""

    strings: Entries
    rich: Entries
    formats: Entries
    menus: Entries


class Tables:
    """Keeps what tables are made of, and reads them into ``texts`` on ``close``."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._kept: dict[int, dict[int, list[bytes]]] = {
            kind: {} for kind in (_TABLE, _TILE, _LIST, _SEGMENT, _MENU, _RICH)
        }
        self._stories: dict[int, list[tuple[str, str]]] = {}
        self._lists: dict[int, Entries] = {}
        self._payloads: dict[int, int] = {}
        self._choices: dict[int, list[str]] = {}
        self._left = _MOST

    def story(self, number: int, origin: str, said: list[str]) -> None:
        """Keep a text storage, as it may be a cell's rich text; past the bound it is read where it stands."""
        self._left -= sum(map(len, said))
        for line in said:
            if self._left < 0:
                self._texts.add(origin, line)
            else:
                self._stories.setdefault(number, []).append((origin, line))

    def keep(self, number: int, kind: int, message: bytes) -> None:
        """Keep a message where it belongs to a table."""
        if kind not in self._kept:
            return
        self._left -= len(message)
        if self._left < 0:
            self._texts.trouble("limit-size", "iwork-too-many-tables")
            for line in Entries([message]).strings.values() if kind in (_LIST, _SEGMENT) else ():
                self._texts.add("body", line)
        else:
            self._kept[kind].setdefault(number, []).append(message)

    def close(self) -> None:
        """Read the texts outside of tables, then the tables, then the strings and texts that no cell shows."""
        self._lists = {number: Entries(found) for number, found in self._kept[_LIST].items()}
        for held in self._lists.values():
            for part in held.parts:
                held.join(Entries(self._kept[_SEGMENT].pop(part, [])))
        with self._told(all(held.whole for held in self._lists.values())):
            for number, found in self._kept[_MENU].items():
                self._choices[number] = [choice for message in found for choice in choices(message)]
        with self._told():
            for number, found in self._kept[_RICH].items():
                self._payloads[number] = reference(dict(fields(found[0])).get(1))
        in_cells = set(self._payloads.values())
        for number in [n for n in self._stories if n not in in_cells]:
            for origin, line in self._stories.pop(number):
                self._texts.add(origin, line)
        for messages in self._kept[_TABLE].values():
            for message in messages:
                with self._told():
                    self._table(dict(fields(message)))
        self._rest()

    @contextmanager
    def _told(self, whole: bool = True) -> Iterator[None]:
        """Report what breaks the rules of messages, and what did so before."""
        try:
            yield
        except (IndexError, ValueError):
            whole = False
        if not whole:
            self._texts.trouble("damaged", "iwork-tables-damaged")

    def _rest(self) -> None:
        """Add what no cell shows: strings are hidden where their table was read as a whole; choices always are."""
        for said in self._stories.values():
            for origin, line in said:
                self._texts.add(origin, line)
        segments = [Entries(found) for found in self._kept[_SEGMENT].values()]
        for held in (*self._lists.values(), *segments):
            origin = "hidden" if held.in_table else "body"
            for key, line in held.strings.items():
                self._texts.add(origin, "" if key in held.shown else line)
        for choice in dict.fromkeys(choice for found in self._choices.values() for choice in found):
            self._texts.add("hidden", choice)

    def _table(self, model: dict[int, int | bytes]) -> None:
        store = dict(fields(as_bytes(model.get(4))))
        strings, rich, formats, menus = (self._lists.get(reference(store.get(at)), Entries([])) for at in _LISTS)
        beside = _Beside(strings, rich, formats, menus)
        self._texts.add("body", text(as_bytes(model.get(8))))
        whole = True
        for row in self._rows(as_bytes(store.get(3))):
            for data in row:
                try:
                    self._texts.add("body", self._said(cell(data), beside), "\t")
                except (struct.error, ValueError, IndexError):
                    whole = False
                if self._texts.full:
                    return
            self._texts.end_with("body", "\n")
        with self._told(whole):
            strings.in_table = whole

    def _said(self, found: Cell, beside: _Beside) -> str:
        """Return what a cell shows: a rich text, a string, what is chosen in a menu, or its value."""
        if found.rich is not None:
            story = self._stories.pop(self._payloads.get(beside.rich.payloads.get(found.rich, 0), 0), [])
            if story:
                return "\n".join(line for _, line in story)
        if found.string is not None:
            return beside.strings.string(found.string) or found.value
        menu = self._choices.get(beside.menus.payloads.get(beside.formats.menus.get(found.format or 0, 0), 0))
        if menu and found.value.isdigit() and 0 < int(found.value) <= len(menu):
            return menu[int(found.value) - 1] or found.value
        return found.value

    def _rows(self, storage: bytes) -> Iterator[Iterable[bytes]]:
        """Yield the cells of each row, from above; one that is no cell where rows are missing."""
        named = [dict(fields(value)) for number, value in fields(storage) if number == 1 and isinstance(value, bytes)]
        for part in sorted(named, key=lambda part: as_number(part.get(1))):
            tiles = self._kept[_TILE].pop(reference(part.get(2)), None)
            if tiles is None:
                yield [b""]
            for tile in tiles or ():
                rows = [dict(fields(v)) for number, v in fields(tile) if number == 5 and isinstance(v, bytes)]
                yield from map(_cells, sorted(rows, key=lambda row: as_number(row.get(1))))


def _cells(row: dict[int, int | bytes]) -> Iterator[bytes]:
    """Return the bytes of a row's cells: in the newer form, if it is there beside the older one."""
    newer = bool(row.get(6) and row.get(7))
    storage, offsets = (6, 7) if newer else (3, 4)
    return cells(as_bytes(row.get(storage)), as_bytes(row.get(offsets)), newer and bool(row.get(8)))
