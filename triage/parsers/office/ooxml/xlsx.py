"""Excel workbooks in Office Open XML: xlsx, xlsm, xltx; xlsb is read in xlsb.py with the same surroundings.

Cells as they are shown, hidden sheets, rows and columns, comments, headers and footers, drawings, charts, formulas,
names, caches of pivot tables and of other workbooks, strings left over, properties, embedded files as children.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from triage.model.items import Extract
from triage.parsers.archives.zip import ZipEntry
from triage.parsers.kit.cells import BUILTIN, CellStyle, Grid, plain_margin
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.list_labels import whole_number
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, names, tree, walk
from triage.parsers.office.ooxml.docx import is_raised
from triage.parsers.office.ooxml.package import Package, common_part, finish, has_folder, key, links, states
from triage.text import raised

# The cells of an Office Open XML workbook: shared strings, styles, and one pass over each sheet. ECMA-376-1 18.3, 18.4
# and 18.8. ``Grid`` knows what is shown and what is hidden.


class _Strings:
    """The shared strings (18.4.9), and which of them a cell uses."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.used: set[int] = set()
        self.lost = 0

    def read(self, events: Iterable[tuple[str, Element]], texts: Texts) -> None:
        inside = False
        for _, element in events:
            within = sum(1 for _ in element.iter("{*}si", "{*}sstItem")) - 1 if inside else 0
            self.items.insert(len(self.items) - within, _rich(element, texts))
            holder = element.getparent()
            inside = holder is not None and holder.getparent() is not None
            if inside:
                continue
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]

    def text_of(self, index: str) -> str:
        try:
            number = int(index)
            text = self.items[number] if number >= 0 else ""
        except (ValueError, IndexError):
            self.lost += bool(index)  # an empty cell may be typed as a string
            return ""
        self.used.add(number)
        return text

    def leftovers(self) -> list[str]:
        return [text for number, text in enumerate(self.items) if number not in self.used]


def _rich(element: Element, texts: Texts) -> str:
    """Return the text of a string item or inline string, runs joined (18.4.8)."""
    parts = []
    for child in element:
        tag = local(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            text = "".join(t.text or "" for t in child if local(t) == "t")
            parts.append(raised(text) if any(local(e) == "rPr" and is_raised(e) for e in child) else text)
        elif tag == "rPh":
            texts.add("hidden", "".join(child.itertext()))
    return _unescape("".join(parts))


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def _unescape(text: str) -> str:
    """Return a string with the ``_x000D_`` escapes (22.9.2.19) turned into their characters."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text


def styles(root: Element | None) -> list[CellStyle]:
    """Return the cell formats in the order of their index (18.8.10)."""
    tables: dict[str, Element] = {local(e): e for e in root} if root is not None else {}
    codes = dict(BUILTIN)
    for entry in tables.get("numFmts", ()):
        codes[whole_number(attribute(entry, "numFmtId"), -2)] = attribute(entry, "formatCode")
    white = {at for at, font in enumerate(tables.get("fonts", ())) if any(map(_is_white, font.iter("{*}color")))}
    plain = {at for at, fill in enumerate(tables.get("fills", ())) if all(map(_is_plain, fill))}
    cells = []
    for entry in tables.get("cellXfs", ()):
        number, font, fill = (whole_number(attribute(entry, name), -1) for name in ("numFmtId", "fontId", "fillId"))
        cells.append(CellStyle(codes.get(number, "General"), font in white and fill in plain))
    return cells


def _is_white(color: Element) -> bool:
    return attribute(color, "rgb").upper() in ("FFFFFFFF", "00FFFFFF") or attribute(color, "indexed") in ("1", "9")


def _is_plain(pattern: Element) -> bool:
    return local(pattern) == "patternFill" and attribute(pattern, "patternType") in ("none", "")


SHEET_TAGS = (
    "c row col oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter dataValidation hyperlink "
    "formula1 formula2 formula inputCells scenario protectedRange cfRule"
).split()


def _sheet(package: Package, name: str, strings: _Strings, grid: Grid, texts: Texts) -> None:
    source = package.open(name)
    if source is None:
        texts.trouble("damaged", "sheet-missing", name=name)
        return
    begins = True
    for _, element in walk(source, name, SHEET_TAGS, texts, starts=False):
        tag = names[element.tag]
        if tag == "c":  # cells come singly, so that a row of any length takes little memory
            if begins:
                begins = False
                grid.row_hidden = attribute(element.getparent(), "hidden") in ("1", "true")
            _cell(element, strings, grid, texts)
            element.clear()
        elif tag == "row":
            begins = True
            grid.end_row()
            element.clear()
            while element.getprevious() is not None:  # what was read is freed
                del element.getparent()[0]
            if texts.full:
                break
        elif tag == "col":
            first, last = (whole_number(attribute(element, side), 0) for side in ("min", "max"))
            if attribute(element, "hidden") in ("1", "true") and first and last:
                grid.hide_columns(first - 1, last - 1)
        else:
            _around_cells(tag, element, grid, texts)
    grid.end_row()
    links(package, name, texts)
    texts.cut("body")


def _cell(element: Element, strings: _Strings, grid: Grid, texts: Texts) -> None:
    value = inline = None
    for child in element:
        tag = names[child.tag]
        if tag == "v":
            value = child.text
        elif tag == "is":
            inline = _rich(child, texts)
        elif tag == "f" and child.text:
            grid.formula(_unescape(child.text))
    kind = element.get("t")
    if value is None and inline is None:
        return
    column, style = _column(element.get("r") or ""), whole_number(element.get("s") or "", 0)
    if kind in (None, "n") and value is not None:
        try:
            number = float(value)
        except ValueError:
            grid.text(value, column, style)
        else:
            grid.number(number, column, style)
        return
    if kind == "s":
        text = strings.text_of(value or "")
    elif kind == "b":
        text = inline or ("TRUE" if (value or "").strip() in ("1", "true") else "FALSE")
    else:
        text = inline or _unescape(value or "")
    if text:
        grid.text(text, column, style)


def _around_cells(tag: str, element: Element, grid: Grid, texts: Texts) -> None:
    if tag.endswith(("Header", "Footer")):
        texts.add("margin", plain_margin(_unescape(element.text or "")))
    elif tag in ("formula", "formula1", "formula2"):
        grid.formula(_unescape("".join(element.itertext()).strip()))
    elif tag == "cfRule":
        for formula in element.iter("{*}f"):
            grid.formula(_unescape(formula.text or ""))
    elif tag in ("dataValidation", "hyperlink", "scenario", "inputCells", "protectedRange"):
        for name in ("promptTitle", "prompt", "errorTitle", "error", "display", "tooltip", "location"):
            texts.add("annotation", _unescape(attribute(element, name)))
        for name in ("name", "comment", "val", "user"):
            texts.add("hidden", _unescape(attribute(element, name)))


def _column(reference: str) -> int:
    """Return the number, from 0, of the column in a cell's reference such as "AB12"; -1 where there is none."""
    return _column_of_letters(reference.rstrip("0123456789"))


@lru_cache(maxsize=16384)
def _column_of_letters(letters: str) -> int:
    number = 0
    for character in letters:
        if not character.isalpha():
            break
        number = number * 26 + ord(character.upper()) - 64
    return number - 1


TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WITHOUT_WORDS = frozenset(
    {"xl/sharedstrings.xml", "xl/styles.xml", "xl/xmlmaps.xml", "xl/metadata", "docmetadata/labelinfo.xml"}
)
SAVED_IN = "Saved in"  # the property that names the folder in which Excel saved the workbook last (MS-XLSX, absPath)
_KINDS_WITHOUT_WORDS = ("sharedstrings+xml", "usernames+xml", "revisionheaders+xml", "slicer+xml", "glecells+xml")
_WORDLESS_KINDS = ("slicercache", "timeline", "vbaprojectsignature")
_BOOKS = ("sheet.main+xml", "template.main+xml", "addin.main+xml", "macroenabled.main+xml")
_SHEETS = ("worksheet+xml", "chartsheet+xml", "dialogsheet+xml", "macrosheet+xml")


def claims(probe: Probe) -> bool:
    binary = any(key(n).startswith("xl/workbook") and key(n).endswith(".bin") for n in probe.zip_names)
    return (has_folder(probe, "xl/") and not binary) or states(probe, *(f"spreadsheetml.{kind}" for kind in _BOOKS[:2]))


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a workbook. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    extract = Extract(TYPE)
    return read_other_parts(package, texts, extract, _workbook(package, texts, extract))


def _workbook(package: Package, texts: Texts, extract: Extract) -> set[str]:
    book = next((m.name for m in package.members if package.type_of(m.name).endswith(_BOOKS)), "xl/workbook.xml")
    root = tree(package.read(book), book, texts) if book in package else None
    from_1904, sheets = _contents(root, texts, extract)
    targets = {r.id: r for r in package.relations(book) if not r.external}
    path = package.find("xl/styles.xml", ".styles+xml")
    strings, data = _strings(package, texts), package.read(path)
    formats = styles(tree(data, path, texts)) if data else []
    done: set[str] = {key(book)}
    for name, hidden, relation in sheets:
        texts.add("hidden" if hidden else "body", name)
        if relation in targets:
            target = targets[relation].target
            _sheet(package, target, strings, Grid(texts, formats, from_1904, hidden), texts)
            done.add(key(target))
    for member in package.members:
        path = key(member.name)
        if path not in done and package.type_of(path).endswith(_SHEETS):
            _sheet(package, member.name, strings, Grid(texts, formats, from_1904, True), texts)
            done.add(path)
    if strings.lost:
        texts.trouble("damaged", "cells-without-text", count=strings.lost)
    for text in strings.leftovers():
        texts.add("hidden", text)
    texts.waiting = tuple
    return done


def _contents(root: Element | None, texts: Texts, extract: Extract) -> tuple[bool, list[tuple[str, bool, str]]]:
    """Return whether dates count from 1904, and (name, hidden, relationship) of each sheet; names go to "fieldcode"."""
    from_1904 = False
    sheets = []
    for element in root.iter() if root is not None else ():
        tag = local(element)
        if tag == "workbookPr":
            from_1904 = attribute(element, "date1904") in ("1", "true")
        elif tag == "sheet":
            hidden = attribute(element, "state").lower() in ("hidden", "veryhidden")
            sheets.append((_unescape(attribute(element, "name")), hidden, attribute(element, "id")))
        elif tag == "definedName":
            texts.add("fieldcode", f"{attribute(element, 'name')} = {element.text or ''}")
            texts.add("hidden", attribute(element, "comment"))
        elif tag == "absPath" and attribute(element, "url"):
            extract.properties.append((SAVED_IN, attribute(element, "url")))
    return from_1904, sheets


def _strings(package: Package, texts: Texts) -> _Strings:
    strings = _Strings()
    texts.waiting = strings.leftovers
    for member in package.members:
        stated = package.type_of(member.name).endswith("sharedstrings+xml")
        if stated or key(member.name).endswith("xl/sharedstrings.xml"):
            strings.read(package.walk(member, ("si", "sstItem"), starts=False), texts)
            break
    return strings


def read_other_parts(package: Package, texts: Texts, extract: Extract, done: set[str]) -> Extract:
    """Read all parts besides workbook and sheets, and finish the extract."""
    lists = (member for member in package.members if "/persons/" in key(member.name))
    persons = (person for part in lists for _, person in package.walk(part, ("person",), starts=False))
    people = {attribute(person, "id"): attribute(person, "displayName") for person in persons}
    left = [m for m in package.members if key(m.name) not in done and not _part(package, m, texts, people)]
    return finish(package, extract, texts, left)


def _part(package: Package, member: ZipEntry, texts: Texts, people: dict[str, str]) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name = member.name
    kind, path = package.type_of(name), key(name)
    if "threadedcomments" in kind:
        for _, comment in package.walk(name, ("threadedComment",), starts=False):
            text = " ".join(t.text or "" for t in comment if local(t) == "text")
            who = people.get(attribute(comment, "personId"), "")
            texts.add("comment", f"{attribute(comment, 'ref')} {who}, {attribute(comment, 'dT')}: {text}")
    elif kind.endswith("comments+xml"):
        _comments(package, name, texts)
    elif "pivotcache" in kind or "externallink+xml" in kind:
        _cached(package, name, texts)
    elif "revisionlog" in kind:
        _revisions(package, name, texts)
    elif "connections+xml" in kind or "querytable+xml" in kind or "table+xml" in kind:
        root = tree(package.read(name), name, texts)
        for element in root.iter() if root is not None else ():
            for value in ("connection", "command", "description", "comment", "sourceFile", "url", "displayName"):
                texts.add("fieldcode", attribute(element, value))
    elif not kind.endswith(_KINDS_WITHOUT_WORDS) and path not in _WITHOUT_WORDS:
        return any(word in kind for word in _WORDLESS_KINDS) or common_part(package, member, texts)
    return True


def _comments(package: Package, name: str, texts: Texts) -> None:
    authors: list[str] = []
    for _, element in package.walk(name, ("author", "comment"), starts=False):
        if local(element) == "author":
            authors.append(element.text or "")
            continue
        number = attribute(element, "authorId")
        who = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        text = " ".join(_rich(t, texts) for t in element if local(t) == "text")
        texts.add("comment", f"{attribute(element, 'ref')} {who}: {text}")
        element.clear()


_CACHED = ("s", "sheetName", "v", "cacheField", "worksheetSource", "definedName", "ddeItem", "ddeLink", "oleLink")
# What names the program that a link of the old kinds asks for its data (18.14.4, 18.14.9).
_LINKED = ("ddeService", "ddeTopic", "progId")


def _cached(package: Package, name: str, texts: Texts) -> None:
    """Add the values that a pivot cache or a link to another workbook keeps, each once."""
    seen: set[str] = set()
    for _, element in package.walk(name, _CACHED, starts=False):
        texts.add("fieldcode", " ".join(filter(None, (attribute(element, a) for a in _LINKED))))
        for value in (*(attribute(element, name) for name in ("v", "val", "name")), element.text or ""):
            if value and value not in seen:
                seen.add(value)
                texts.add("hidden", _unescape(value))
        element.clear()
    links(package, name, texts)


def _revisions(package: Package, name: str, texts: Texts) -> None:
    """Add the old and new contents of cells in a shared workbook's log (18.11)."""
    for _, element in package.walk(name, ("oc", "nc", "rcmt", "rsnm"), starts=False):
        for child in element:
            texts.add("tracked", _rich(child, texts) if local(child) == "is" else child.text or "")
        for value in ("newName", "oldName", "author"):
            texts.add("tracked", attribute(element, value))
