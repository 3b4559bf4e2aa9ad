"""Excel workbooks in Office Open XML: xlsx, xlsm, xltx; xlsb is read in xlsb.py with the same surroundings.

Cells as they are shown, hidden sheets, rows and columns, comments, headers and footers, drawings, charts, formulas,
names, caches of pivot tables and of other workbooks, strings left over, properties, embedded files as children.
"""

from __future__ import annotations

import zipfile

from triage.model.items import Extract
from triage.parsers.kit.cells.grid import Grid
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local, tree, walk
from triage.parsers.office.ooxml.common import common_part, concluded, links
from triage.parsers.office.ooxml.package import Package, has_folder, key, states
from triage.parsers.office.ooxml.xlsx_cells import SHEET_TAGS, Strings, XlsxSheet, rich, styles, unescape

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_DULL = frozenset(
    {"xl/sharedstrings.xml", "xl/styles.xml", "xl/xmlmaps.xml", "xl/metadata", "docmetadata/labelinfo.xml"}
)
SAVED_IN = "Saved in"
"""The property that names the folder in which Excel saved the workbook last (MS-XLSX, absPath)."""
_DULL_KINDS = ("sharedstrings+xml", "usernames+xml", "revisionheaders+xml", "slicer+xml", "glecells+xml")
_DULL_WORDS = ("slicercache", "timeline", "vbaprojectsignature")
_BOOKS = ("sheet.main+xml", "template.main+xml", "addin.main+xml", "macroenabled.main+xml")
_SHEETS = ("worksheet+xml", "chartsheet+xml", "dialogsheet+xml", "macrosheet+xml")


def claims(probe: Probe) -> bool:
    """Whether the file is a package with an XML workbook, or a damaged one that begins like it."""
    binary = any(key(n).startswith("xl/workbook") and key(n).endswith(".bin") for n in probe.zip_names)
    return (has_folder(probe, "xl/") and not binary) or states(probe, *(f"spreadsheetml.{kind}" for kind in _BOOKS[:2]))


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a workbook. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    extract = Extract(TYPE)
    return surroundings(package, texts, extract, _workbook(package, texts, extract))


def _workbook(package: Package, texts: Texts, extract: Extract) -> set[str]:
    """Read the workbook, its strings, styles and sheets; return the names of the parts that were read."""
    book = next(
        (m.filename for m in package.members if package.type_of(m.filename).endswith(_BOOKS)), "xl/workbook.xml"
    )
    root = tree(package.read(book), book, texts) if book in package else None
    from_1904, sheets = _contents(root, texts, extract)
    targets = {r.id: r for r in package.relations(book) if not r.external}
    place = package.find("xl/styles.xml", ".styles+xml")
    strings, data = _strings(package, texts), package.read(place)
    formats = styles(tree(data, place, texts)) if data else []
    done: set[str] = {key(book)}
    for name, hidden, relation in sheets:
        texts.add("hidden" if hidden else "body", name)
        if relation in targets:
            target = targets[relation].target
            _sheet(package, target, XlsxSheet(texts, strings, Grid(texts, formats, from_1904, hidden)), texts)
            done.add(key(target))
    for member in package.members:
        place = key(member.filename)
        if place not in done and package.type_of(place).endswith(_SHEETS):
            _sheet(package, member.filename, XlsxSheet(texts, strings, Grid(texts, formats, from_1904, True)), texts)
            done.add(place)
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
            sheets.append((unescape(attribute(element, "name")), hidden, attribute(element, "id")))
        elif tag == "definedName":
            texts.add("fieldcode", f"{attribute(element, 'name')} = {element.text or ''}")
            texts.add("hidden", attribute(element, "comment"))
        elif tag == "absPath" and attribute(element, "url"):
            extract.properties.append((SAVED_IN, attribute(element, "url")))
    return from_1904, sheets


def _strings(package: Package, texts: Texts) -> Strings:
    strings = Strings()
    texts.waiting = strings.leftovers
    for member in package.members:
        stated = package.type_of(member.filename).endswith("sharedstrings+xml")
        if stated or key(member.filename).endswith("xl/sharedstrings.xml"):
            strings.read(package.walk(member, ("si", "sstItem"), starts=False), texts)
            break
    return strings


def _sheet(package: Package, name: str, sheet: XlsxSheet, texts: Texts) -> None:
    source = package.open(name)
    if source is None:
        texts.trouble("damaged", "sheet-missing", name=name)
        return
    sheet.read(walk(source, name, SHEET_TAGS, texts, starts=False))
    links(package, name, texts)
    texts.cut("body")


def surroundings(package: Package, texts: Texts, extract: Extract, done: set[str]) -> Extract:
    """Read all parts besides workbook and sheets, and finish the extract."""
    lists = (member for member in package.members if "/persons/" in key(member.filename))
    persons = (person for part in lists for _, person in package.walk(part, ("person",), starts=False))
    people = {attribute(person, "id"): attribute(person, "displayName") for person in persons}
    left = [m for m in package.members if key(m.filename) not in done and not _part(package, m, texts, people)]
    return concluded(package, extract, texts, left)


def _part(package: Package, member: zipfile.ZipInfo, texts: Texts, people: dict[str, str]) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name = member.filename
    kind, place = package.type_of(name), key(name)
    if "threadedcomments" in kind:
        for _, comment in package.walk(name, ("threadedComment",), starts=False):
            said = " ".join(t.text or "" for t in comment if local(t) == "text")
            who = people.get(attribute(comment, "personId"), "")
            texts.add("comment", f"{attribute(comment, 'ref')} {who}, {attribute(comment, 'dT')}: {said}")
    elif kind.endswith("comments+xml"):
        _comments(package, name, texts)
    elif "pivotcache" in kind or "externallink+xml" in kind:
        _cached(package, name, texts)
    elif "revisionlog" in kind:
        _revisions(package, name, texts)
    elif "connections+xml" in kind or "querytable+xml" in kind or "table+xml" in kind:
        _attributes(package, name, texts)
    elif not kind.endswith(_DULL_KINDS) and place not in _DULL:
        return any(word in kind for word in _DULL_WORDS) or common_part(package, member, texts)
    return True


def _comments(package: Package, name: str, texts: Texts) -> None:
    authors: list[str] = []
    for _, element in package.walk(name, ("author", "comment"), starts=False):
        if local(element) == "author":
            authors.append(element.text or "")
            continue
        number = attribute(element, "authorId")
        who = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        said = " ".join(rich(t, texts) for t in element if local(t) == "text")
        texts.add("comment", f"{attribute(element, 'ref')} {who}: {said}")
        element.clear()


_CACHED = ("s", "sheetName", "v", "cacheField", "worksheetSource", "definedName", "ddeItem", "ddeLink", "oleLink")
_LINKED = ("ddeService", "ddeTopic", "progId")
"""What names the program that a link of the old kinds asks for its data (18.14.4, 18.14.9)."""


def _cached(package: Package, name: str, texts: Texts) -> None:
    """Add the values that a pivot cache or a link to another workbook keeps, each once."""
    seen: set[str] = set()
    for _, element in package.walk(name, _CACHED, starts=False):
        texts.add("fieldcode", " ".join(filter(None, (attribute(element, a) for a in _LINKED))))
        for value in (*(attribute(element, name) for name in ("v", "val", "name")), element.text or ""):
            if value and value not in seen:
                seen.add(value)
                texts.add("hidden", unescape(value))
        element.clear()
    links(package, name, texts)


def _revisions(package: Package, name: str, texts: Texts) -> None:
    """Add the old and new contents of cells in a shared workbook's log (18.11)."""
    for _, element in package.walk(name, ("oc", "nc", "rcmt", "rsnm"), starts=False):
        for child in element:
            texts.add("tracked", rich(child, texts) if local(child) == "is" else child.text or "")
        for value in ("newName", "oldName", "author"):
            texts.add("tracked", attribute(element, value))


def _attributes(package: Package, name: str, texts: Texts) -> None:
    """Add what connections and tables say in attributes: names, connection strings, commands."""
    root = tree(package.read(name), name, texts)
    for element in root.iter() if root is not None else ():
        for value in ("connection", "command", "description", "comment", "sourceFile", "url", "displayName"):
            texts.add("fieldcode", attribute(element, value))
