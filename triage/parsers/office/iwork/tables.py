"""The tables of newer iWork documents: rows of cells in tiles, with lists of their strings and the like beside them.

Nothing here is documented by its maker; types and fields are known from the files. What a table refers to may stand in
any archive, so it is kept until all are read. Each list and tile is read once, however often a hostile file names it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from triage.parsers.kit.texts import Texts
from triage.parsers.office.iwork.cells import Cell, cell, cells
from triage.parsers.office.iwork.iwa import Fields, fields, text

_TABLE, _TILE, _LIST, _SEGMENT, _MENU, _RICH = 6001, 6002, 6005, 6011, 6206, 6218
"""Types of messages: a table, some rows of it, a list, a part of a list, a pop-up menu, a rich text."""

_LISTS = (4, 17, 11, 16)
"""The fields of a table's store that name its lists: strings, rich texts, formats, menus."""

_MOST = 64 << 20
"""How many bytes of texts and tables are kept until the end."""


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
                for number, value in fields(message):
                    if isinstance(value, bytes) and number in (3, 4):
                        self._add(number, Fields(value))
            except (IndexError, ValueError):
                self.whole = False

    def _add(self, number: int, entry: Fields) -> None:
        if number == 4:
            self.parts.append(entry.number(1))
            return
        key = entry.number(1)
        if 3 in entry:
            self.strings[key] = text(entry.data(3))
        if 9 in entry or 4 in entry:
            self.payloads[key] = entry.reference(9 if 9 in entry else 4)
        if 6 in entry:
            self.menus[key] = Fields(entry.data(6)).number(38)

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
        with self._reporting(all(held.whole for held in self._lists.values())):
            for number, found in self._kept[_MENU].items():
                self._choices[number] = [choice for message in found for choice in _choices(message)]
        with self._reporting():
            for number, found in self._kept[_RICH].items():
                self._payloads[number] = Fields(found[0]).reference(1)
        in_cells = set(self._payloads.values())
        for number in [n for n in self._stories if n not in in_cells]:
            for origin, line in self._stories.pop(number):
                self._texts.add(origin, line)
        for messages in self._kept[_TABLE].values():
            for message in messages:
                with self._reporting():
                    self._table(Fields(message))
        self._rest()

    @contextmanager
    def _reporting(self, whole: bool = True) -> Iterator[None]:
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

    def _table(self, model: Fields) -> None:
        store = Fields(model.data(4))
        lists = [self._lists.get(store.reference(field), Entries([])) for field in _LISTS]
        self._texts.add("body", text(model.data(8)))
        whole = True
        for row in self._rows(store.data(3)):
            for data in row:
                try:
                    self._texts.add("body", self._shown(cell(data), *lists), "\t")
                except (struct.error, ValueError, IndexError):
                    whole = False
                if self._texts.full:
                    return
            self._texts.end_with("body", "\n")
        with self._reporting(whole):
            lists[0].in_table = whole

    def _shown(self, content: Cell, strings: Entries, rich: Entries, formats: Entries, menus: Entries) -> str:
        """Return what a cell shows: a rich text, a string, what is chosen in a menu, or its value.

        A format names a menu, in the documents up to 2014 or so.
        """
        if content.rich is not None:
            story = self._stories.pop(self._payloads.get(rich.payloads.get(content.rich, 0), 0), [])
            if story:
                return "\n".join(line for _, line in story)
        if content.string is not None:
            return strings.string(content.string) or content.value
        menu = self._choices.get(menus.payloads.get(formats.menus.get(content.format or 0, 0), 0))
        if menu and content.value.isdigit() and 0 < int(content.value) <= len(menu):
            return menu[int(content.value) - 1] or content.value
        return content.value

    def _rows(self, storage: bytes) -> Iterator[Iterable[bytes]]:
        """Yield the cells of each row, from above; one that is no cell where rows are missing."""
        for part in sorted(map(Fields, Fields(storage).messages(1)), key=lambda part: part.number(1)):
            tiles = self._kept[_TILE].pop(part.reference(2), None)
            if tiles is None:
                yield [b""]
            for tile in tiles or ():
                yield from map(_cells, sorted(map(Fields, Fields(tile).messages(5)), key=lambda row: row.number(1)))


def _choices(menu: bytes) -> list[str]:
    """Return the texts of a pop-up menu in order, "" for a choice that isn't text; the empty choice is left out."""
    items = map(Fields, Fields(menu).messages(2))
    return [text(Fields(item.data(5)).data(1)) for item in items if item.number(1) != 1]


def _cells(row: Fields) -> Iterator[bytes]:
    """Return the bytes of a row's cells: in the newer form, if it is there beside the older one."""
    newer = bool(row.data(6) and row.data(7))
    storage, offsets = (6, 7) if newer else (3, 4)
    return cells(row.data(storage), row.data(offsets), newer and bool(row.number(8)))
