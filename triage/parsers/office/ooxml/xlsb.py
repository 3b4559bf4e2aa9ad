"""Excel binary workbooks: xlsb, cells and comments from binary records, all else as in xlsx.

MS-XLSB 2.1.4 (records: type and length as groups of 7 bits) and 2.4, whose record numbers stand below.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from triage.model.items import Extract
from triage.parsers.kit.cells import BUILTIN, CellStyle, Grid, plain_margin, rk_number
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.office.ooxml.package import Package, key, links, states
from triage.parsers.office.ooxml.xlsx import SAVED_IN, read_other_parts

TYPE = "application/vnd.ms-excel.sheet.binary.macroenabled.12"

_ROW, _COLUMN, _STRING, _FORMAT, _XF, _XFS, _XFS_END = 0, 60, 19, 44, 47, 617, 618
_SHEET, _WORKBOOK, _NAME, _MARGINS, _LINK, _SAVED_IN = 156, 153, 39, 479, 494, 2071
_AUTHOR, _COMMENT, _COMMENT_TEXT, _VALIDATION, _CHOICES = 632, 635, 637, 64, 681
_RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED, _RICH = 2, 3, 4, 5, 6, 7, 62
_FORMULA_TEXT, _FORMULA_REAL, _FORMULA_BOOL, _FORMULA_ERROR = 8, 9, 10, 11
_CELLS = frozenset((*range(_RK, _FORMULA_ERROR + 1), _RICH))
# Cells with a formula, formulas of several cells, and rules of conditional formats.
_FORMULAS = frozenset((*range(_FORMULA_TEXT, _FORMULA_ERROR + 1), 426, 427, 463))
_KIND, _SHEETS = "application/vnd.ms-excel.", ("worksheet", "chartsheet", "dialogsheet", "macrosheet")
_KEPT = {"externallink": "hidden", "pivotcache": "hidden", "revisionlog": "tracked"}
_KEPT |= dict.fromkeys(("connections", "querytable", "table", "pivottable"), "fieldcode")
"""Kinds of parts of which the strings are kept, and where they belong."""

# What stands before a string: in a formula (2.5.97.93 PtgStr), and elsewhere (2.5.168).
_LITERAL, _COUNTED = re.compile(rb"\x17(..)", re.DOTALL), re.compile(rb"((?!\0\0)..\0\0)", re.DOTALL)
_EFFORT = 64  # how many times its length of a record is tried as strings
_ITEMS, _EXTERNAL_TEXT = (24, 31), 371  # records of pivot caches and of other workbooks whose string may be one letter
_BREAKS = str.maketrans("", "", "\0\n\r\t")
_RELATION = re.compile(r"rId\d+")


def claims(probe: Probe) -> bool:
    named = any(key(n).startswith("xl/workbook") and n.lower().endswith(".bin") for n in probe.zip_names)
    if named or not states(probe, f"{_KIND}sheet.binary.macroenabled.main"):
        return named
    return not states(probe, "spreadsheetml.sheet.main+xml")  # some writers name our type for parts that they lack


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a binary workbook. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    extract = Extract(TYPE)
    done = _workbook(package, texts, extract)
    for member in package.members:
        name, kind = key(member.name), package.type_of(member.name).removeprefix(_KIND)
        if name in done or not name.endswith(".bin") or "embeddings" in name or "vbaproject" in name:
            continue
        if name.rpartition("/")[2].startswith("comments"):
            _comments(package.read(member), texts)
        for start, origin in _KEPT.items():
            if kind.startswith(start):
                _strings(package, member.name, origin, texts)
        done.add(name)
    return read_other_parts(package, texts, extract, done)


def _strings(package: Package, name: str, origin: str, texts: Texts) -> None:
    """Add the strings of a part besides sheets, each once, and where it leads to."""
    seen: set[str] = set()
    for kind, payload in records(package.read(name)):
        exact = [text(payload, 4)] if kind == _EXTERNAL_TEXT else [text(payload, 0)] if kind in _ITEMS else ()
        for string in [string for string, _ in exact] or spelled(payload, _COUNTED, 2):
            if string not in seen:
                seen.add(string)
                texts.add(origin, string)
    links(package, name, texts)


def spelled(untrusted_payload: bytes, mark: re.Pattern[bytes], least: int) -> Iterator[str]:
    """Yield the strings of at least so many letters that stand behind a mark, whose group is their length."""
    at, room = 0, _EFFORT * len(untrusted_payload)
    while room > 0 and (match := mark.search(untrusted_payload, at)) is not None:
        count, start = int.from_bytes(match[1], "little"), match.end()
        end, string = start + 2 * count, ""
        if least <= count and end <= len(untrusted_payload):
            string = untrusted_payload[start:end].decode("utf-16-le", "replace")
            if "\ufffd" in string or not string.translate(_BREAKS).isprintable():
                string = ""
            room -= end - start
        at = end if string else match.start() + 1
        if string and not _RELATION.fullmatch(string):
            yield string


def _workbook(package: Package, texts: Texts, extract: Extract) -> set[str]:
    named = (m.name for m in package.members if key(m.name).startswith("xl/workbook"))
    book = package.related("", "officeDocument") or next(named, "")
    targets = {r.id: r.target for r in package.relations(book) if not r.external}
    shared = package.read(package.related(book, "sharedStrings") or "xl/sharedStrings.bin")
    strings = [text(p, 1)[0] for k, p in records(shared) if k == _STRING]
    texts.waiting = strings.copy
    formats = _styles(package.read(package.related(book, "styles") or "xl/styles.bin"))
    from_1904 = False
    done = {key(book)}
    for kind, payload in records(package.read(book)):
        if kind == _WORKBOOK:
            from_1904 = bool(payload[0] & 1)
        elif kind == _NAME:
            for string in (text(payload, 9)[0], *spelled(payload, _LITERAL, 1)):
                texts.add("fieldcode", string)
        elif kind == _SAVED_IN:
            try:
                extract.properties.append((SAVED_IN, text(payload, 0)[0]))
            except struct.error:
                texts.trouble("damaged", "workbook-place-damaged")
        elif kind == _SHEET:
            hidden = int.from_bytes(payload[:4], "little") in (1, 2)
            relation, name = _bundle(payload, targets)
            texts.add("hidden" if hidden else "body", name)
            if relation in targets:
                _sheet(package, targets[relation], strings, Grid(texts, formats, from_1904, hidden), texts)
                done.add(key(targets[relation]))
            else:
                texts.trouble("damaged", "sheet-unplaced", name=repr(name))
    for member in package.members:
        name = key(member.name)
        if name not in done and package.type_of(name).removeprefix(_KIND).endswith(_SHEETS):
            _sheet(package, member.name, strings, Grid(texts, formats, from_1904, True), texts)
            done.add(name)
    return done


def _bundle(untrusted_payload: bytes, targets: dict[str, str]) -> tuple[str, str]:
    """Return a sheet's relation and name (2.4.304 BrtBundleSh); the relation is in no target where it isn't known."""
    best = ("", "")
    for at in (8, 12):  # the betas of Excel 2007 wrote four bytes more
        try:
            relation, end = text(untrusted_payload, at)
            name, end = text(untrusted_payload, end)
        except struct.error:
            continue
        if relation in targets:
            return relation, name
        if end == len(untrusted_payload) or not best[1]:
            best = (relation, name)
    return best


def records(untrusted_part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (type, payload) of each record; ends where a record is cut."""
    at = 0
    while at < len(untrusted_part):
        kind, at = _group(untrusted_part, at, 2)
        size, at = _group(untrusted_part, at, 4)
        yield kind, untrusted_part[at : at + size]
        at += size


def _group(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for position, byte in enumerate(data[at : at + most]):
        at += 1
        value |= (byte & 0x7F) << (7 * position)
        if not byte & 0x80:
            break
    return value, at


def text(payload: bytes, at: int) -> tuple[str, int]:
    """Return a wide string (2.5.168) and where it ends; an absent one is "". Raises struct.error where it is cut."""
    (count,) = struct.unpack_from("<I", payload, at)
    at += 4
    if count == 0xFFFFFFFF:
        return "", at
    return payload[at : at + 2 * count].decode("utf-16-le", "replace"), at + 2 * count


def _texts(payload: bytes, at: int, count: int) -> Iterator[str]:
    for _ in range(count):
        string, at = text(payload, at)
        yield string


def _styles(untrusted_part: bytes) -> list[CellStyle]:
    codes = dict(BUILTIN)
    styles: list[CellStyle] = []
    inside = False
    for kind, payload in records(untrusted_part):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", payload)[0]] = text(payload, 2)[0]
        elif kind in (_XFS, _XFS_END):
            inside = kind == _XFS
        elif kind == _XF and inside:
            styles.append(CellStyle(codes.get(struct.unpack_from("<H", payload, 2)[0], "General")))
    return styles


def _sheet(package: Package, name: str, strings: list[str], grid: Grid, texts: Texts) -> None:
    for kind, payload in records(package.read(name)):
        try:
            _record(kind, payload, strings, grid, texts)
        except (struct.error, IndexError):
            texts.trouble("damaged", "record-damaged", name=name)
    grid.end_row()
    links(package, name, texts)
    texts.cut("body")


def _record(kind: int, payload: bytes, strings: list[str], grid: Grid, texts: Texts) -> None:
    """Take one record of a sheet. Raises struct.error or IndexError where it is too short."""
    if kind in _CELLS:
        column, style = struct.unpack_from("<II", payload)
        _cell(kind, payload, column, style & 0xFFFFFF, strings, grid)
    elif kind == _ROW:
        grid.end_row()
        grid.row_hidden = bool(payload[11] & 0x10)
    elif kind == _COLUMN:
        first, last, _, _, flags = struct.unpack_from("<IIIIH", payload)
        if flags & 1:
            grid.hide_columns(first, last)
    elif kind == _MARGINS:
        for margin in _texts(payload, 2, 6):
            texts.add("margin", plain_margin(margin))
    elif kind == _LINK:
        for shown in _texts(payload, 16, 4):
            texts.add("annotation", "" if shown.startswith("rId") else shown)
    elif kind == _VALIDATION:
        _validation(payload, grid, texts)
    elif kind == _CHOICES:
        grid.formula(text(payload, 0)[0], "")
    if kind in _FORMULAS and b"\x17" in payload:
        for string in spelled(payload, _LITERAL, 1):
            grid.formula(string, "")


def _validation(payload: bytes, grid: Grid, texts: Texts) -> None:
    """Add what a cell asks for and warns of (2.4.358 BrtDVal), and the choices that it gives."""
    at = 8 + 16 * struct.unpack_from("<4xI", payload)[0]
    for _ in range(4):
        string, at = text(payload, at)
        texts.add("annotation", string)
    for string in spelled(payload[at:], _LITERAL, 1):
        grid.formula(string.replace("\0", ","), "")


def _cell(kind: int, payload: bytes, column: int, style: int, strings: list[str], grid: Grid) -> None:
    if kind == _RK:
        grid.number(rk_number(struct.unpack_from("<I", payload, 8)[0]), column, style)
    elif kind in (_REAL, _FORMULA_REAL):
        grid.number(struct.unpack_from("<d", payload, 8)[0], column, style)
    elif kind in (_BOOL, _FORMULA_BOOL):
        grid.text("TRUE" if payload[8] else "FALSE", column, style)
    elif kind in (_ERROR, _FORMULA_ERROR):
        grid.error(payload[8], column, style)
    elif kind in (_TEXT, _FORMULA_TEXT):
        grid.text(text(payload, 8)[0], column, style)
    elif kind == _RICH:
        grid.text(text(payload, 9)[0], column, style)
    elif kind == _SHARED:
        grid.text(strings[struct.unpack_from("<I", payload, 8)[0]], column, style)


def _comments(untrusted_part: bytes, texts: Texts) -> None:
    authors: list[str] = []
    address = who = ""
    for kind, payload in records(untrusted_part):
        try:
            if kind == _AUTHOR:
                authors.append(text(payload, 0)[0])
            elif kind == _COMMENT:
                address = ""
                number, row, column = struct.unpack_from("<II4xI", payload)
                address = _address(row, column)
                who = authors[number] if number < len(authors) else ""
            elif kind == _COMMENT_TEXT:
                texts.add("comment", f"{address} {who}: {text(payload, 1)[0]}")
        except struct.error:
            texts.trouble("damaged", "comment-damaged")


def _address(row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
