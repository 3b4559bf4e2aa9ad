"""OpenDocument: text, spreadsheets, presentations, drawings and their templates, zipped or as one flat file.

OpenDocument 1.3 part 3. Text is kept by origin as in the other office formats; charts and other documents inside
are read in place, embedded OLE objects become children.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from triage.messages import say
from triage.model.items import Child, Extract
from triage.parsers.archives.zip import ZipEntry
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import HEAD, Context, Data, Limits, Probe, as_file
from triage.parsers.kit.list_labels import Level, ListLabels, whole_number
from triage.parsers.kit.passwords import Tries
from triage.parsers.kit.texts import Changers, Texts, describe, name_set
from triage.parsers.kit.xml_parts import Element, attribute, attributes, local, quiet_tree, walk
from triage.parsers.office.ooxml.package import Package, add_metafile_text, embedded, is_large_picture, key
from triage.text import raised

# The content of an OpenDocument file: one pass over its XML, text by origin. OpenDocument 1.3 part 3: paragraphs 5.1,
# tracked changes 5.5, notes 6.3, annotations 14.1, tables 9, shapes 10, styles 16. Paragraphs are taken as wholes, with
# what is anchored in them; tables row by row.

# The numbering of an OpenDocument text: list and outline styles, and the label of each numbered paragraph. OpenDocument
# 1.3 part 3: lists 5.3, list styles 16.30 to 16.36, outline style 16.32, number formats 19.500.

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_DEEPEST = 9
_OUTLINE = "\0outline"
STYLES = ("list-style", "outline-style")  # the elements that define a list's or the outline's numbering


class Numbers:
    """Gives each numbered paragraph its label, in reading order."""

    def __init__(self) -> None:
        self._drafts: dict[str, Element] = {}
        self._styles: dict[str, list[Level]] = {}
        self._lists = ListLabels()

    def add(self, style: Element) -> None:
        """Keep a list style or the outline style; it is read when it is first used, as most are never."""
        name = _OUTLINE if local(style) == "outline-style" else attribute(style, "name")
        self._drafts[name] = style
        self._styles.pop(name, None)

    def _levels(self, name: str) -> list[Level]:
        if name not in self._styles and name in self._drafts:
            levels = self._styles[name] = [Level(form="none")] * _DEEPEST
            for entry in self._drafts[name].iterchildren("{*}list-level-style-number", "{*}outline-level-style"):
                number = whole_number(attribute(entry, "level"), 0)
                if 0 < number <= _DEEPEST:
                    levels[number - 1] = _level(entry, number)
        return self._styles.get(name, [])

    def label(self, paragraph: Element) -> str:
        if not self._drafts:
            return ""
        item = paragraph.getparent()
        if item is not None and local(item) == "list-item":
            return self._in_list(paragraph, item) if _is_first(paragraph, ("p", "h", "list")) else ""
        depth = whole_number(attribute(paragraph, "outline-level"), 0)
        if local(paragraph) != "h" or attribute(paragraph, "is-list-header") == "true":
            return ""
        return self._lists.label(_OUTLINE, depth - 1, self._levels(_OUTLINE))

    def _in_list(self, paragraph: Element, item: Element) -> str:
        lists = [item.getparent()]
        while lists[-1] is not None and local(lists[-1]) == "list" and local(lists[-1].getparent()) == "list-item":
            lists.append(lists[-1].getparent().getparent())
        name = next((n for entry in lists if entry is not None and (n := attribute(entry, "style-name"))), "")
        level = len(lists) - 1
        if name not in self._drafts or level >= _DEEPEST:
            return ""
        top = lists[-1]
        begins = level == 0 and _is_first(item, ("list-item",))
        if begins and attribute(top, "continue-numbering") != "true" and not attribute(top, "continue-list"):
            self._lists.forget(name)
        start = whole_number(attribute(item, "start-value"), -1)
        if start >= 0:
            self._lists.start(name, level, start)
        return self._lists.label(name, level, self._levels(name))


def _is_first(element: Element, kinds: tuple[str, ...]) -> bool:
    return all(local(before) not in kinds for before in element.itersiblings(preceding=True))


def _level(entry: Element, number: int) -> Level:
    stated = attributes(entry)
    count = min(max(whole_number(stated.get("display-levels", ""), 1), 1), number)
    form, whole_text = stated.get("num-format", ""), stated.get("num-list-format", "")
    if not form:
        text = ""
    elif whole_text:
        text = re.sub(r"%([1-9])%", r"%\1", whole_text)
    else:
        prefix, suffix = (stated.get(name, "").replace("%", "％") for name in ("num-prefix", "num-suffix"))
        text = prefix + ".".join(f"%{at}" for at in range(number - count + 1, number + 1)) + suffix
    named = _FORMS.get(form, "hebrew1" if form[:1] == "א" else "decimal")
    return Level(whole_number(stated.get("start-value", ""), 1), named, text)


_DECLARED = ("header-decl", "footer-decl", "date-time-decl")
# What says something in attributes, and holds nothing to be read by itself.
_DECLARATIONS = (
    "forms named-expressions database-ranges content-validations user-field-decls variable-decls dde-connection-decls"
).split()
_MARGINS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
_UNITS = (
    *("p h table-row page tracked-changes annotation meta shapes frame custom-shape script notes math").split(),
    *("section-source table-source cell-range-source").split(),
    *_DECLARATIONS,
    *_MARGINS,
    *_DECLARED,
)
_CONTEXT = (*("table table-column section style body text spreadsheet presentation drawing chart").split(), *STYLES)
TAGS = (*_UNITS, *_CONTEXT)  # the elements that a story takes while its part is parsed
# What may stand outside of paragraphs and be linked to, or come from, something that lies elsewhere.
_LINKING = frozenset(("a", "image", "object", "plugin", "section-source", "table-source", "cell-range-source", "chart"))
_BREAKS = {"tab": "\t", "line-break": "\n"}
_SHAPES = name_set(
    "frame custom-shape rect line polyline polygon path circle ellipse connector caption measure text-box g control"
)


# Who made an annotation, and when (4.3.2); the third is how LibreOffice calls the second.
_ABOUT = ("creator", "creator-initials", "sender-initials", "date")
# A place of text that is neither raised nor lowered (20.394 style:text-position).
_LEVEL = re.compile(r"[-+]?0*(?:\.0*)?%.*")
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]*:|\.\./|/")


@dataclass(slots=True)
class _OdfParagraph:
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    changed: bool = False


# Where a cell keeps what it holds, besides the text that it shows (19.385 and others).
_VALUES = ("value", "date-value", "time-value", "string-value")


class OdfStory:
    """Reads one XML part into ``texts``; ``small`` are names of styles of other parts that raise or lower text."""

    def __init__(self, texts: Texts, kind: str, numbers: Numbers | None = None, small: Iterable[str] = ()) -> None:
        self._numbers = numbers or Numbers()
        self._texts = texts
        self.kind = kind
        self.properties: list[tuple[str, str]] = []
        self.binaries: list[bytes] = []
        self._changers = Changers()
        self._unseen: set[str] = set()
        self._small = set(small)
        self._is_small = False
        self._numbered: set[str] = set()
        self._page_count = self._rows = 0
        self._deleted: dict[str, str] = {}
        self._insertions: set[str] = set()
        self._inserting: set[str] = set()
        self._depth = 0
        self._tables: list[bool] = []
        self._sections: list[bool] = []
        self._columns: list[bool] = []
        self._formulas: set[str] = set()

    def read(self, events: Iterable[tuple[str, Element]]) -> None:
        """Read the events of a walk over ``TAGS``; what becomes properties is in ``properties``."""
        if self.kind.startswith("spreadsheet"):
            self._texts.reached = lambda: say("place-row", row=self._rows, sheet=self._texts.sheets)
        for event, element in events:
            tag = local(element)
            if tag in _CONTEXT:
                self._context(event, tag, element)
            elif event == "start":
                self._depth += 1
            else:
                self._depth -= 1
                if self._depth == 0:
                    self._block(element, self._where())
                    if tag == "table-row":
                        self._rows += 1
                        self._texts.end_with(self._where(), "\n")
                    element.clear()
                    if self._texts.full:
                        break
        if authors := self._changers.text():
            self.properties.append(("Changed by", authors))

    def _where(self) -> str:
        if any(self._tables) or any(self._sections):
            return "hidden"
        return "textbox" if self.kind.startswith("chart") else "body"

    def _context(self, event: str, tag: str, element: Element) -> None:
        outside = self._depth == 0
        match event, tag:
            case "end", "style":
                self._style(element)
            case "end", "list-style" | "outline-style":
                self._numbers.add(element)
            case _, "table" if outside:
                self._table(event, element)
            case "start", "section" if outside:  # is it ever shown, was it when the file was written (19.871)?
                display, unmet = attribute(element, "display"), attribute(element, "is-hidden") == "true"
                self._sections.append(display == "none" or (display == "condition" and unmet))
            case "end", "section" if outside and self._sections:
                self._sections.pop()
            case "start", "table-column" if outside:
                visible = attribute(element, "visibility") in ("", "visible")
                count = whole_number(attribute(element, "number-columns-repeated"), 1)
                self._columns.extend([not visible] * min(count, 17000))
            case "start", "text" | "spreadsheet" | "presentation" | "drawing" if not self.kind:
                self.kind = tag

    def _table(self, event: str, element: Element) -> None:
        if event == "start":
            self._tables.append(attribute(element, "style-name") in self._unseen)
            self._columns = []
            if self.kind.startswith("spreadsheet"):
                self._texts.sheets, self._rows = self._texts.sheets + 1, 0
                self._texts.add(self._where(), attribute(element, "name"))
        elif self._tables:
            self._tables.pop()
            if self.kind.startswith("spreadsheet"):
                self._texts.cut("body")

    def _style(self, element: Element) -> None:
        if is_small(element, self._small):
            self._small.add(attribute(element, "name"))
        white = colored = False
        for entry in element:
            stated = attributes(entry)
            if stated.get("display") in ("none", "false") or stated.get("visibility") == "hidden":
                self._unseen.add(attribute(element, "name"))
            if stated.get("display-page-number") == "true":
                self._numbered.add(attribute(element, "name"))
            white = white or (local(entry) == "text-properties" and stated.get("color", "").lower() == "#ffffff")
            ground = stated.get("background-color") or stated.get("fill-color", "")
            colored = colored or ground not in ("", "transparent", "#ffffff")
        if white and not colored and attribute(element, "family") == "text" and self.kind.startswith("text"):
            self._unseen.add(attribute(element, "name"))

    def _block(self, element: Element, where: str) -> None:
        tag = local(element)
        if tag in _MARGINS:
            where = "margin"
        elif tag in _SHAPES and where == "body" and self.kind.startswith(("text", "spreadsheet")):
            where = "textbox"
        match tag:
            case "p" | "h":
                self._paragraph(element, where)
            case "table-row":
                self._row(element, where)
            case "page":
                self._page(element, where)
            case "tracked-changes":
                self._changes(element)
            case "annotation":
                self._annotation(element)
            case "notes":
                for child in element:
                    self._block(child, "speaker")
            case "note":
                for body in element.iterchildren("{*}note-body"):
                    self._block(body, "note")
            case "script":
                self._texts.add("hidden", "".join(element.itertext()))
            case "header-decl" | "footer-decl" | "date-time-decl":  # a margin that slides name (10.9.3)
                self._texts.add("margin", "".join(element.itertext()))
            case "meta":
                texts = ((entry, (entry.text or "").strip()) for entry in element.iter())
                self.properties += [(attribute(e, "name") or local(e), text) for e, text in texts if text]
            case "math":  # a formula's signs, and its source where the writer kept it (MathML)
                self._texts.add(where, " ".join(sign.strip() for sign in element.itertext() if sign.strip()))
            case "binary-data":
                self._binary(element)
            case "title" | "desc" if not len(element):  # a shape's; a chart's title holds paragraphs, which are shown
                self._texts.add("hidden", element.text or "")
            case _ if tag in _DECLARATIONS:
                self._attributes(element)
            case _:
                if tag == "control":
                    self._attributes(element)
                elif tag in _LINKING and _ELSEWHERE.match(attribute(element, "href")):
                    self._texts.add("fieldcode", attribute(element, "href"))
                for child in element:
                    self._block(child, where)

    def _paragraph(self, element: Element, where: str) -> None:
        paragraph = _OdfParagraph()
        hidden = attribute(element, "style-name") in self._unseen
        self._inline(element, paragraph, where, hidden)
        text, label = "".join(paragraph.now), self._numbers.label(element)
        self._texts.add(where, f"{label}\t{text}" if label and text.strip() else text)
        if paragraph.changed:
            self._texts.add("tracked", "".join(paragraph.before))
        self._texts.add("tracked", "".join(paragraph.inserted))
        self._texts.add("hidden", "".join(paragraph.hidden))

    def _put(self, text: str | None, paragraph: _OdfParagraph, hidden: bool) -> None:
        if not text:
            return
        text = " ".join(text.split("\n")) if "\n" in text and len(text) > 1 else text
        text = raised(text) if self._is_small else text
        if hidden:
            paragraph.hidden.append(text)
            return
        if paragraph.hidden and paragraph.hidden[-1] != "\n":
            paragraph.hidden.append("\n")  # what is hidden before and behind other text stays apart
        paragraph.now.append(text)
        (paragraph.inserted if self._inserting else paragraph.before).append(text)

    def _inline(self, element: Element, paragraph: _OdfParagraph, where: str, hidden: bool) -> None:
        self._put(element.text, paragraph, hidden)
        for child in element:
            tag = local(child)
            if tag in _BREAKS:
                self._put(_BREAKS[tag], paragraph, hidden)
            elif tag == "s":
                self._put(" " * min(whole_number(attribute(child, "c"), 1), 1000), paragraph, hidden)
            elif tag in ("change", "change-start", "change-end"):
                self._change(tag, attribute(child, "change-id"), paragraph)
            elif tag in _SHAPES or tag in ("note", "annotation", "binary-data"):
                self._block(child, where)
            elif tag == "ruby-text":
                self._texts.add("hidden", "".join(child.itertext()))
            else:
                if tag == "a":
                    self._texts.add("fieldcode", attribute(child, "href"))
                elif tag in ("hidden-text", "conditional-text", "hidden-paragraph"):
                    for name in ("string-value", "string-value-if-true", "string-value-if-false", "condition"):
                        self._texts.add("hidden", attribute(child, name))
                style, around = attribute(child, "style-name"), self._is_small
                self._is_small = around or style in self._small
                self._inline(child, paragraph, where, hidden or style in self._unseen or tag == "hidden-text")
                self._is_small = around
            self._put(child.tail, paragraph, hidden)

    def _change(self, tag: str, number: str, paragraph: _OdfParagraph) -> None:
        if tag == "change":
            if number in self._deleted:
                paragraph.changed = True
                paragraph.before.append(self._deleted.pop(number))
        elif tag == "change-start" and number in self._insertions:
            self._inserting.add(number)
        elif tag == "change-end":
            self._inserting.discard(number)
            if paragraph.inserted:
                paragraph.inserted.append("\n")

    def _changes(self, element: Element) -> None:
        """Keep the deleted text of each change (5.5.4), to be set where its mark stands; cells go as they are."""
        for info in element.iter("{*}change-info"):  # who made a change, and when (5.5.7)
            name, date = (
                next(("".join(e.itertext()) for e in info.iter("{*}" + tag)), "") for tag in ("creator", "date")
            )
            if name.strip():
                self._changers.note(name.strip(), date[:19])
        for region in element:
            number = attribute(region, "id")
            for change in region:
                if local(change) == "insertion":
                    self._insertions.add(number)
                elif local(change) == "deletion":
                    lines = ["".join(p.itertext()) for p in change.iter("{*}p", "{*}h")]
                    self._deleted[number] = "\n".join(lines)
                    self._texts.add("tracked", "\n".join(lines))
            if local(region) not in ("changed-region", "insertion"):
                for paragraph in region.iter("{*}p"):
                    self._texts.add("tracked", "".join(paragraph.itertext()))

    def _annotation(self, element: Element) -> None:
        about = ("".join(t for e in element.iter("{*}" + name) for t in e.itertext()) for name in _ABOUT)
        self._texts.add("comment", ", ".join(filter(None, about)), ": ")
        for child in element:
            if local(child) not in (*_ABOUT, "date-string"):
                self._block(child, "comment")

    def _page(self, element: Element, where: str) -> None:
        style = attribute(element, "style-name")
        hidden = style in self._unseen
        self._page_count += 1
        if style in self._numbered and self.kind.startswith("presentation"):
            self._texts.add("margin", str(self._page_count))
        for child in element:
            self._block(child, "hidden" if hidden and local(child) != "notes" else where)
        self._texts.cut("body")

    def _row(self, element: Element, where: str) -> None:
        if attribute(element, "visibility") in ("collapse", "filter"):
            where = "hidden" if where == "body" else where
        column = 0
        for cell in element:
            if local(cell) in ("table-cell", "covered-table-cell"):
                hidden = where == "body" and column < len(self._columns) and self._columns[column]
                stated = attributes(cell)
                self._cell(cell, stated, "hidden" if hidden else where)
                column += whole_number(stated.get("number-columns-repeated", ""), 1)
        self._texts.end_with(where, "\n")

    def _cell(self, cell: Element, stated: dict[str, str], where: str) -> None:
        formula = stated.get("formula", "")
        if formula and formula not in self._formulas:
            self._formulas.add(formula)
            self._texts.add("fieldcode", formula)
        values = [stated[name] for name in _VALUES if stated.get(name)]
        shown = "".join(t for e in cell if local(e) == "p" for t in e.itertext()) if values else ""
        for value in values:
            if value != shown:
                self._texts.add("alternative" if shown else where, value, "\t")
        for child in cell:
            self._block(child, where)
        self._texts.end_with(where, "\t")

    def _attributes(self, element: Element) -> None:
        names = ("label", "title", "value", "current-value", "string-value", "expression", "cell-range-address")
        for entry in element.iter():
            for name in (*names, "help-text", "condition", "name" if local(entry) == "named-range" else "base-cell"):
                value = attribute(entry, name)
                if value and not value.isdigit():
                    self._texts.add("fieldcode" if name != "current-value" else "annotation", value)
            if local(entry) == "p":
                self._texts.add("annotation", "".join(entry.itertext()))

    def _binary(self, element: Element) -> None:
        """Keep an object that a flat document holds; pictures are passed over."""
        try:
            data = base64.b64decode("".join((element.text or "").split()), validate=False)
        except ValueError:
            self._texts.trouble("damaged", "embedded-base64-broken")
            return
        if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
            self.binaries.append(data)


def is_small(style: Element, small: Collection[str]) -> bool:
    """Whether a style raises or lowers its text, by itself or as one of the styles ``small`` that it is based on."""
    if attribute(style, "family") != "text":
        return False
    stated = (attribute(entry, "text-position") for entry in style if local(entry) in ("text-properties", "properties"))
    position = next(filter(None, stated), "")
    return _LEVEL.fullmatch(position) is None if position else attribute(style, "parent-style-name") in small


# Encrypted OpenDocument packages: OpenDocument 1.3 part 2, 3.4 and 4.8, with ``cryptography``. Blowfish in CFB mode or
# AES-256 in CBC mode, the key by PBKDF2 from a hash of the password, the content deflated. What newer versions do
# otherwise (AES-GCM with Argon2) is done as far as ``cryptography`` has it.


# How one member is encrypted: attributes of its cipher and key in the manifest; "start" is how the key begins.
_Lock = dict[str, str]


def _locks(package: Package) -> dict[str, _Lock]:
    root = quiet_tree(package.read("META-INF/manifest.xml"))
    entries = root.iter("{*}file-entry") if root is not None else ()
    locks = {}
    for entry, data in ((entry, entry.find("{*}encryption-data")) for entry in entries):
        if data is not None:
            parts = {local(e): attributes(e) for e in data}
            start = parts.get("start-key-generation", {}).get("start-key-generation-name", "")
            lock = {**parts.get("algorithm", {}), **parts.get("key-derivation", {}), "start": start}
            locks[attribute(entry, "full-path")] = lock
    return locks


def _opened(package: Package, context: Context, texts: Texts) -> bytes | None:
    """Return the package decrypted, as a zip, or None, with a trouble, where none of the passwords opens it."""
    closed = _locks(package)
    probe = next((n for n in ("encrypted-package", "content.xml") if n in closed), next(iter(closed)))
    tries = Tries(*context.passwords)
    for password in tries:
        try:
            content = _decrypted(package.read(probe), closed[probe], password, context.limits)
        except (ValueError, zlib.error, TypeError):
            continue
        if content[:2] == b"PK" and probe == "encrypted-package":
            context.fitted.append(password)
            return content
        if content.lstrip()[:1] == b"<":
            context.fitted.append(password)
            return _as_plain_zip(package, closed, password, context.limits, texts)
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _as_plain_zip(package: Package, closed: dict[str, _Lock], password: str, limits: Limits, texts: Texts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as clear:
        for member in package.members:
            content = package.read(member)
            if member.name in closed:
                try:
                    content = _decrypted(content, closed[member.name], password, limits)
                except (ValueError, zlib.error, TypeError) as error:
                    texts.trouble("damaged", "part-not-decrypted", name=member.name, error=error)
                    continue
            if member.name != "META-INF/manifest.xml":
                clear.writestr(zipfile.ZipInfo(member.name), content)
    return target.getvalue()


def _decrypted(data: bytes, lock: _Lock, password: str, limits: Limits) -> bytes:
    """Return a member's content. Raises ValueError, TypeError or zlib.error for a wrong password or broken data."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key, algorithm = _key(lock, password), lock.get("algorithm-name", "").lower()
    vector = from_base64(lock.get("initialisation-vector", ""))
    cipher: Cipher[Any]
    if "gcm" in algorithm:
        body = data[len(vector) if data.startswith(vector) else 0 : -16]
        cipher = Cipher(algorithms.AES(key), modes.GCM(vector, data[-16:]))
    elif "blowfish" in algorithm:
        body, cipher = data, Cipher(Blowfish(key), CFB(vector))
    else:
        body, cipher = data[: len(data) - len(data) % 16], Cipher(algorithms.AES(key), modes.CBC(vector))
    plain = cipher.decryptor().update(body)
    if plain[:2] == b"PK":
        return plain
    allowed = min(limits.item_bytes, max(limits.ratio * len(plain), 1 << 20))
    return zlib.decompressobj(-15).decompress(plain, allowed)


def _key(lock: _Lock, password: str) -> bytes:
    digest = "sha256" if "sha256" in lock["start"].lower() else "sha1"
    start = hashlib.new(digest, password.encode(), usedforsecurity=False).digest()
    salt, size = from_base64(lock.get("salt", "")), whole_number(lock.get("key-size", ""), 16)
    rounds, usual = ("argon2-iterations", 3) if lock.get("argon2-iterations") else ("iteration-count", 1024)
    count = whole_number(lock.get(rounds, ""), usual)
    if "argon2" not in lock.get("key-derivation-name", "").lower():
        return hashlib.pbkdf2_hmac("sha1", start, salt, min(count, 10_000_000), size)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    lanes, memory = whole_number(lock.get("argon2-lanes", ""), 4), whole_number(lock.get("argon2-memory", ""), 65536)
    return Argon2id(salt=salt, length=size, iterations=count, lanes=lanes, memory_cost=memory).derive(start)


_BASE = "application/vnd.oasis.opendocument."
_OWN = [_BASE + kind for kind in ("text", "spreadsheet", "presentation", "graphics", "chart", "formula")]
_SUN = "application/vnd.sun.xml."
_SUN_KINDS = {"writer": "text", "calc": "spreadsheet", "impress": "presentation", "draw": "graphics", "math": "formula"}
TYPES = (*_OWN, *(t + "-template" for t in _OWN[:4]), *(_SUN + kind for kind in _SUN_KINDS))
_STATED = re.compile(rb"""\boffice:(?:mimetype|class)\s*=\s*["']([\w./+-]{1,100})["']""")

# The first element of a flat document, or of a part of one; Gnumeric's files use the names of OpenDocument inside.
_FLAT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*|<!D[^>]{0,500}>\s*){0,9}"
    rb"<(?:[\w.-]{1,50}:)?document(?:-[a-z]{1,20})?[\s>]",
    re.DOTALL,
)
_WITHOUT_WORDS = ("thumbnails/", "configurations2/", "meta-inf/", "objectreplacements/", "layout-cache")
_NAMES_WITHOUT_WORDS = frozenset({"mimetype", "settings.xml", "manifest.rdf", "current.xml", "meta.xml"})


def claims(probe: Probe) -> bool:
    names = {key(n) for n in probe.zip_names}
    if names & {"content.xml", "encrypted-package"} and names & {"meta-inf/manifest.xml", "styles.xml", "mimetype"}:
        return True
    if probe.head[:4] == b"PK\x03\x04":
        return not names and probe.head[30:].startswith(
            (b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/vnd.sun")
        )
    if b"office:document " in probe.head:
        return True
    return b"opendocument:xmlns:office" in probe.head[:2000] and _FLAT.match(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of the document. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    extract = Extract(TYPES[0], troubles=texts.troubles)
    if untrusted_data[:2] != b"PK":
        return _flat(untrusted_data, extract, texts)
    package = Package(untrusted_data, context, texts)
    extract.type = _type(package)
    if _locks(package):
        clear = _opened(package, context, texts)
        if clear is None:
            return extract
        package = Package(clear, context, texts)
    numbers, data = Numbers(), package.read("styles.xml")
    root = quiet_tree(data) if b"level-style" in data or b"text-position" in data else None
    small: set[str] = set()
    for style in root.iter("{*}list-style", "{*}outline-style", "{*}style") if root is not None else ():
        if local(style) != "style":
            numbers.add(style)  # before the content is read, which names them
        elif is_small(style, small):
            small.add(attribute(style, "name"))
    left = [m for m in package.members if not _part(package, m, extract, texts, numbers, small)]
    keeping = add_metafile_text(package, texts)
    texts.report_missing_text(any("pictures/" in key(m.name) for m in package.members), bool(left))
    _finish(extract, texts)
    extract.children = embedded(package, left, keeping, texts)
    return extract


def _type(package: Package) -> str:
    """Return the type stated by the first member (ODF 1.3 part 2, 3.3), else by the manifest for the whole (4.3)."""
    declared = package.read("mimetype").decode("latin-1").strip()
    if declared.startswith("application/vnd."):
        return declared
    manifest = quiet_tree(package.read("META-INF/manifest.xml"))
    for entry in manifest.iter("{*}file-entry") if manifest is not None else ():
        stated = attribute(entry, "media-type")
        if attribute(entry, "full-path") == "/" and stated.startswith((_BASE, _SUN)):
            return stated
    return TYPES[0]


def _kind(stated: str) -> str:
    """Return what kind of document a type stands for, as OpenDocument names it; OpenOffice 1 had names of its own."""
    if not stated.startswith(_SUN):
        return stated.removeprefix(_BASE)
    return _SUN_KINDS.get(stated.removeprefix(_SUN).partition(".")[0], "text")


def _finish(extract: Extract, texts: Texts) -> None:
    describe(extract, texts, dict(extract.properties), "title", "date", "creation-date")
    extract.segments = texts.segments()


def _flat(untrusted_data: Data, extract: Extract, texts: Texts) -> Extract:
    """Read a document that is one XML file (3.1.2); its pictures and objects stand in it in base64."""
    stated = _STATED.search(untrusted_data[:HEAD])
    story = OdfStory(texts, _kind(stated[1].decode()) if stated else "")
    story.read(walk(as_file(untrusted_data), "document", TAGS, texts))
    extract.properties.extend(story.properties)
    kind = _BASE + story.kind.replace("drawing", "graphics")
    extract.type = kind if kind in TYPES else TYPES[0]
    texts.report_missing_text(False)
    _finish(extract, texts)
    extract.children = (Child(None, data) for data in story.binaries)
    return extract


def _part(
    package: Package, member: ZipEntry, extract: Extract, texts: Texts, numbers: Numbers, small: set[str]
) -> bool:
    """Read one part, with what ``styles.xml`` says of others; False where it is a file of its own, to be a child."""
    place = key(member.name)
    base = place.rpartition("/")[2]
    if base in ("content.xml", "styles.xml"):
        outer = "/" not in place
        story = OdfStory(texts, _kind(extract.type), numbers, small) if outer else OdfStory(texts, "chart")
        story.read(package.walk(member, TAGS))
        extract.properties.extend(story.properties)
    elif place == "meta.xml":
        root = quiet_tree(package.read(member))
        for element in root.iter() if root is not None else ():  # metadata (4.3), without statistics
            text, name = (element.text or "").strip(), local(element)
            if text and name not in ("editing-duration", "editing-cycles"):
                extract.properties.append((attribute(element, "name") or name or "remark", text))
    elif place.startswith(("basic/", "dialogs/")) and place.endswith(".xml"):
        root = quiet_tree(package.read(member))
        if root is not None and local(root) == "module":
            texts.add("hidden", "".join(root.itertext()))
    else:
        if "pictures/" in place or "media/" in place:
            return not is_large_picture(package, member)
        return base in _NAMES_WITHOUT_WORDS or any(f"/{folder}" in f"/{place}" for folder in _WITHOUT_WORDS)
    return True
