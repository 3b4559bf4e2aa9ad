"""Word documents in Office Open XML: docx, docm, dotx, dotm, and the same as one flat XML file.

Every part of the package is read or accounted for: what a reader sees, what is set apart (headers, notes, comments,
tracked changes, text boxes, field codes), what is hidden, and embedded files as children.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from triage.model.items import Extract
from triage.parsers.archives.zip import ZipEntry
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.list_labels import Level, ListLabels, whole_number
from triage.parsers.kit.texts import Changers, Texts, name_set
from triage.parsers.kit.xml_parts import Element, attribute, local, names, quiet_tree, tree
from triage.parsers.office.ooxml.package import (
    FallbackFilter,
    Package,
    alternative_text,
    common_part,
    finish,
    has_folder,
    iso_date,
    key,
    links,
    states,
)
from triage.text import raised

# The styles of a WordprocessingML document, and what keeps its text from sight. ECMA-376-1 17.3.2 (run properties) and
# 17.7 (styles); 17.3.3.30 and 17.16 for what a run shows without words of its own: symbols, check boxes, drop-down
# lists.


def shades(shading: Element) -> bool:
    """Whether a shading element paints a ground that white text is read on."""
    return attribute(shading, "fill").lower() not in ("", "auto", "ffffff") or attribute(shading, "val") == "solid"


def _is_on(element: Element) -> bool:
    """Whether a toggle property is set (17.17.4)."""
    return attribute(element, "val").lower() not in ("0", "false", "off", "none")


_HIDING = frozenset(("vanish", "specVanish", "rStyle", "color", "shd", "highlight", "sz"))


def hides(properties: Element, styles: Styles, plain: bool) -> bool | None:
    """Whether run properties keep their text from sight: vanish, white on a ``plain`` ground, a point or less.

    None where they say nothing, so that the paragraph's style decides; False where they undo what that says.
    """
    white = small = False
    gone: bool | None = None
    for entry in properties:
        tag = names[entry.tag]
        if tag not in _HIDING:
            continue
        if tag == "vanish" or tag == "specVanish":
            gone = _is_on(entry)
        elif tag == "rStyle":
            gone = styles.hides(attribute(entry, "val")) if gone is None else gone
        elif tag == "color":
            white = plain and attribute(entry, "val").lower() == "ffffff"
        elif tag in ("shd", "highlight"):
            plain = False
            white = False
        elif tag == "sz":
            small = attribute(entry, "val") in ("0", "1", "2")
    return True if white or small else gone


def is_raised(properties: Element, styles: Styles | None = None) -> bool:
    """Whether run properties raise or lower their text and set it small (17.3.2.42; of a workbook 18.4.14).

    Where they don't say, the character style that they name does.
    """
    aligned = properties.find("{*}vertAlign")
    if aligned is not None:
        return attribute(aligned, "val") in _SMALL
    style = properties.find("{*}rStyle") if styles is not None else None
    return style is not None and styles is not None and styles.raises(attribute(style, "val"))


_SMALL = ("superscript", "subscript")


_DEEPEST = 20
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_TAG = re.compile(rb"<w:style\s[^>]*>")
_ID = b'w:styleId="'
_DEFAULT = re.compile(rb"default\s*=")
_USUAL = re.compile(rb'\sw:styleId="[^"&]*"')


class _WordStyle(NamedTuple):
    name: str
    based: str
    hides: bool | None
    raises: bool | None
    number: str
    level: str


class Styles:
    """The styles of a document (17.7), each read when a paragraph or run that has it is met.

    Of several styles with one id the first keeps it (17.7.4.17).

    Documents hold hundreds of styles and use a dozen, and parsing all took most of an ordinary letter's time. Where
    the part isn't written as Word and its peers write it (another prefix, quotes, comments), it is parsed whole.
    """

    def __init__(self, untrusted_data: bytes) -> None:
        self._data = untrusted_data
        self._known: dict[str, _WordStyle] = {}
        self._elements: dict[str, Element] | None = None
        self._in_data: dict[bytes, bool] = {}
        self._hiding: dict[str, bool | None] = {}
        self._raising: dict[str, bool] = {}

    def may_contain(self, element: bytes) -> bool:
        """Whether any style may hold an element of this name: most parts are asked for what none has."""
        if element not in self._in_data:
            self._in_data[element] = element in self._data or self._data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return self._in_data[element]

    def hides(self, name: str) -> bool | None:
        """Whether the style with this id hides its text, by what it or the next one it is based on says; else None.

        Without an id, the paragraph style that is the document's default one is asked (17.7.4.17).
        """
        if name not in self._hiding:
            line = self.line(name or self._default()) if self.may_contain(b"vanish") else ()
            self._hiding[name] = next((style.hides for style in line if style.hides is not None), None)
        return self._hiding[name]

    def raises(self, name: str) -> bool:
        """Whether the character style with this id raises or lowers its text and sets it small."""
        if name not in self._raising:
            line = self.line(name) if self.may_contain(b"vertAlign") else ()
            self._raising[name] = next((style.raises for style in line if style.raises is not None), False)
        return self._raising[name]

    def line(self, name: str) -> Iterator[_WordStyle]:
        for _ in range(_DEEPEST):
            if name not in self._known:
                self._known[name] = _read_style(name, self._element(name))
            yield self._known[name]
            name = self._known[name].based
            if not name:
                return

    def _element(self, name: str) -> Element | None:
        if self._elements is None and self._by_bytes:
            at = self._data.find(_ID + name.encode("utf-8", "surrogatepass") + b'"')
            style = _cut_out(self._data, at) if at >= 0 else None
            if style is not None or (at < 0 and name.isascii() and self._regular):
                return style
        return self._parsed().get(name)

    @cached_property
    def _by_bytes(self) -> bool:
        """Whether a style can be found and parsed alone: no remarks, Word's prefix and encoding."""
        data = self._data
        # One sign is found in a hundredth of the time that two take of which the first stands everywhere.
        if (b"!" in data and b"<!" in data) or not _ROOT.search(data):
            return False
        return data.isascii() or b"UTF-8" in data[:100].upper()

    @cached_property
    def _regular(self) -> bool:
        """Whether every style's id is written as Word writes it, so that one that isn't found by bytes isn't there."""
        return len(_USUAL.findall(self._data)) == self._data.count(b"styleId")

    def _parsed(self) -> dict[str, Element]:
        if self._elements is None:
            root = quiet_tree(self._data)
            styles = root.iterchildren("{*}style") if root is not None else ()
            self._elements = {}
            for style in styles:
                self._elements.setdefault(attribute(style, "styleId"), style)
        return self._elements

    def _default(self) -> str:
        if self._by_bytes:
            for match in _DEFAULT.finditer(self._data):
                style = _cut_out(self._data, match.start())
                if style is not None and _is_default(style):
                    return attribute(style, "styleId")
            if b"default" not in self._data:
                return ""
        return next((name for name, style in self._parsed().items() if _is_default(style)), "")


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default").lower() in ("1", "true", "on")


def _cut_out(data: bytes, at: int) -> Element | None:
    """Parse the style alone in whose tag a place stands; the root's own tag goes before it, with its namespaces."""
    head, start = _ROOT.search(data), data.rfind(b"<", 0, at)
    tag = _TAG.match(data, start) if start >= 0 else None
    if head is None or tag is None or tag.end() <= at:
        return None
    end = tag.end() if tag[0].endswith(b"/>") else data.find(b"</w:style>", at)
    piece = data[start:end] if end >= 0 else data[start:]
    root = quiet_tree(head[0] + piece)  # what is left open is closed by the parser
    return root[0] if root is not None and len(root) else None


def _read_style(name: str, element: Element | None) -> _WordStyle:
    based = number = level = ""
    hidden: bool | None = None
    raises: bool | None = None
    for entry in element if element is not None else ():
        tag = local(entry)
        if tag == "basedOn":
            based = attribute(entry, "val")
        elif tag == "rPr":
            for vanish in entry.iterchildren("{*}vanish"):
                hidden = _is_on(vanish)
            for aligned in entry.iterchildren("{*}vertAlign"):
                raises = attribute(aligned, "val") in _SMALL
        elif tag == "pPr":
            numbered = next((e for e in entry if local(e) == "numPr"), ())
            values = {local(e): attribute(e, "val") for e in numbered}
            number, level = values.get("numId", ""), values.get("ilvl", "")
    return _WordStyle(name, based, hidden, raises, number, level)


# The letters of the font "Symbol", which has an encoding of its own.
_GREEK = {**dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)), **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61))}
_PICTURED = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")


def symbol(element: Element) -> str:
    """Return the character of a ``w:sym`` (17.3.3.30), "" for one that only its font knows."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    font = attribute(element, "font").lower()
    if 0xF020 <= code <= 0xF0FF and font not in _PICTURED:
        code -= 0xF000
    if font == "symbol" and code >> 8 in (0, 0xF0) and (code & 0xFF) in _GREEK:
        return _GREEK[code & 0xFF]
    return chr(code) if code < 0xD800 or code > 0xF8FF else ""


def box(element: Element) -> str:
    """Return the sign of a ``w:checkBox`` (17.16.7): as a person left it, else as the form's author set it."""
    states = {local(entry): _is_on(entry) for entry in element}
    return "☒" if states.get("checked", states.get("default", False)) else "☐"


def choice(element: Element) -> tuple[str, list[str]]:
    """Return what was chosen of a ``w:ddList`` (17.16.9), "" where it is empty, and the entries that were not."""
    entries = [attribute(entry, "val") for entry in element if local(entry) == "listEntry"]
    stated = {local(entry): attribute(entry, "val") for entry in element}
    for name in ("result", "default"):
        number = stated.get(name, "")
        if number.isdecimal() and len(number) < 9 and int(number) < len(entries):
            return entries.pop(int(number)), entries
    return (entries.pop(0) if entries else ""), entries


# The numbering of a WordprocessingML document: definitions, styles that are numbered, labels in order. ECMA-376-1 17.9
# (numbering), 17.7 (a style's numbering is inherited by the styles based on it).


class _Use(NamedTuple):
    """A use of a definition: its id, levels defined otherwise, numbers that it starts anew with."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Gives each numbered paragraph of a document its label, in reading order.

    The definitions (17.9) are parsed once a paragraph needs them: most documents that have some use none. ``styles``
    say which of them are numbered.
    """

    def __init__(self, untrusted_data: bytes, styles: Styles, texts: Texts) -> None:
        self._data, self._styles, self._texts = untrusted_data, styles, texts
        self._abstracts: dict[str, tuple[dict[int, Level], str]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._levels: dict[str, list[Level]] = {}
        self.begin()

    def begin(self) -> None:
        """Begin a part, which counts for itself."""
        self._lists = ListLabels()
        self._begun: set[str] = set()

    @cached_property
    def _definitions(self) -> list[Element]:
        root = tree(self._data, "word/numbering.xml", self._texts)
        return list(root) if root is not None else []

    @cached_property
    def _drafts(self) -> dict[str, Element]:
        drafts = (entry for entry in self._definitions if local(entry) == "abstractNum")
        return {attribute(entry, "abstractNumId"): entry for entry in drafts}

    @cached_property
    def _uses(self) -> dict[str, _Use]:
        return {attribute(entry, "numId"): _use(entry) for entry in self._definitions if local(entry) == "num"}

    @cached_property
    def _style_levels(self) -> dict[str, int]:
        """The level that a style is at, as the level that names it says (17.9.23)."""
        abstracts = (entry for entry in self._definitions if local(entry) == "abstractNum")
        named = ((style, attribute(style, "val")) for entry in abstracts for style in entry.iter("{*}pStyle"))
        return {name: whole_number(attribute(style.getparent(), "ilvl"), 0) for style, name in named if name}

    def label(self, style: str, properties: Element | None) -> str:
        """Return a paragraph's label by its style and its own numbering properties, "" where it has none; counts it."""
        number, level = self._of_style(style)
        for entry in properties if properties is not None else ():
            if local(entry) == "numId":
                number = attribute(entry, "val")
            elif local(entry) == "ilvl":
                level = whole_number(attribute(entry, "val"), level)
        use = self._uses.get(number) if number else None
        if use is None:
            return ""
        abstract = self._resolved(use)
        if number not in self._begun:
            self._begun.add(number)
            for at, value in use.starts.items():
                self._lists.start(abstract, at, value)
        if number not in self._levels:
            own = {**self._abstract(abstract)[0], **use.levels}
            self._levels[number] = [own.get(at, Level(form="none")) for at in range(9)]
        return self._lists.label(abstract, level, self._levels[number])

    def _abstract(self, name: str) -> tuple[dict[int, Level], str]:
        """Return a list's levels by number, and the style that it borrows them from, mostly ""."""
        if name not in self._abstracts:
            draft = self._drafts.get(name, ())
            borrowed = [attribute(child, "val") for child in draft if local(child) == "numStyleLink"]
            levels = dict(_level(child) for child in draft if local(child) == "lvl")
            self._abstracts[name] = levels, borrowed[-1] if borrowed else ""
        return self._abstracts[name]

    def _resolved(self, use: _Use) -> str:
        """Return the id of the definition that a use counts in, through the style that it borrows (17.9.21)."""
        name = use.abstract
        for _ in range(_DEEPEST):
            borrowed = self._abstract(name)[1]
            if not borrowed:
                break
            number, _ = self._of_style(borrowed)
            name = self._uses[number].abstract if number in self._uses else ""
        return name

    def _of_style(self, name: str) -> tuple[str, int]:
        """Return the number and the level that a style gives, be it by a style that it is based on; else ("", 0)."""
        if not name or not self._styles.may_contain(b"numPr"):
            return "", 0
        if name not in self._by_style:
            self._by_style[name] = self._inherited(name)
        return self._by_style[name]

    def _inherited(self, name: str) -> tuple[str, int]:
        line: list[str] = []
        for style in self._styles.line(name):
            line.append(style.name)
            if style.number == "0":  # it takes the numbering away (17.9.18)
                break
            if style.number:
                levels = (self._style_levels[n] for n in line if n in self._style_levels)
                return style.number, next(levels, whole_number(style.level, 0))
        return "", 0


def _use(entry: Element) -> _Use:
    use = _Use(next((attribute(c, "val") for c in entry if local(c) == "abstractNumId"), ""), {}, {})
    for child in entry:
        if local(child) == "lvlOverride":
            at = whole_number(attribute(child, "ilvl"), 0)
            for change in child:
                if local(change) == "startOverride":
                    use.starts[at] = whole_number(attribute(change, "val"), 1)
                elif local(change) == "lvl":
                    use.levels[at] = _level(change)[1]
    return use


def _level(entry: Element) -> tuple[int, Level]:
    values = {local(child): attribute(child, "val") for child in entry}
    legal = "isLgl" in values and values["isLgl"].lower() not in ("0", "false", "off")
    level = Level(
        start=whole_number(values.get("start", ""), 0 if "start" not in values else 1),
        form=values.get("numFmt", "") or "decimal",
        text=values.get("lvlText", ""),
        legal=legal,
        restart=whole_number(values["lvlRestart"], -1) if "lvlRestart" in values else -1,
    )
    return whole_number(attribute(entry, "ilvl"), 0), level


# The stories of a WordprocessingML document: one pass over a part, text kept apart by origin. ECMA-376-1 17. A
# paragraph as it reads now goes to its origin: inserted text is part of it, deleted text is not. Where a paragraph has
# deletions it also goes, as it read before, to "tracked"; insertions are repeated there. So a phrase is found across
# both, in the new wording and in the old. Runs that aren't shown (vanish, white on white, a point or less) go to
# "hidden" and are left out of the paragraph.

# Tracked changes that concern no text: of its look, and of tables.
_LOOKS = name_set(
    "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange numberingChange cellIns "
    "cellDel cellMerge"
)
MOST = 1000  # names of each kind that are kept; each says something only once
TAGS = (
    *(
        "p ins del moveFrom moveTo fldSimple txbxContent Fallback docPr cNvPr tc tr tcPr comment listEntry "
        "listItem default statusText helpText footnote endnote textpath hdr ftr alias tag"
    ).split(),
    *_LOOKS,
)
"""The elements that a story takes while its part is parsed: paragraphs, their holders, and what is between them."""

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Paragraphs after which those that were read are let go, so that a part of any length takes little memory.
_FREED_AT_ONCE = 256
# What is read elsewhere, such as paragraphs in a text box, and frequent marks without words.
_PASSED_OVER = name_set("rPr p txbxContent bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak")
_FORM = frozenset(("listEntry", "listItem", "default", "statusText", "helpText"))


@dataclass(slots=True)
class _Paragraph:
    element: Element
    origin: str
    inserting: int
    deleting: int
    shaded: bool
    style_hidden: bool
    now: list[str] = field(default_factory=list)
    before: list[str] | None = None
    inserted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    between: int = 0
    code: list[str] = field(default_factory=list)
    deleted: bool = False
    label: str = ""


class _Marks:
    """Who changed a document (17.13.5), and the names of its content controls (17.5.2): both become properties."""

    def __init__(self) -> None:
        self._changers = Changers()
        self._controls: dict[str, None] = {}
        self._full = False

    def changed(self, change: Element) -> None:
        author = attribute(change, "author")
        if self._has_room(author, self._changers):
            when = iso_date(attribute(change, "date"))
            self._changers.note(author, when if when.endswith("+00:00") else "")

    def control(self, entry: Element) -> None:
        name = attribute(entry, "val")
        if self._has_room(name, self._controls):
            self._controls[name] = None

    def _has_room(self, name: str, names: Changers | dict[str, None]) -> bool:
        known, room = name in names, len(names) < MOST
        self._full = self._full or not (known or room)
        return bool(name) and (known or room)

    def properties(self, texts: Texts) -> Iterator[tuple[str, str]]:
        for name, values in (("Changed by", self._changers.text()), ("Content controls", "; ".join(self._controls))):
            if values:
                yield name, values
        if self._full:
            texts.trouble("limit-count", "too-many-persons-or-controls", most=MOST)


class _Story:
    def __init__(self, texts: Texts, origin: str, styles: Styles, numbering: Numbering | None, marks: _Marks) -> None:
        self._numbering = numbering
        self._marks = marks
        self._texts = texts
        self._styles = styles
        self._origins = [origin]
        self._stack: list[_Paragraph] = []
        self._fallbacks = FallbackFilter()
        self._inserting = self._deleting = 0
        self._hidden: bool | None = None
        self._small = False
        self._unseen = styles.hides("") is True
        self._shaded_cell = False
        self._ended = 0
        self._now: _Paragraph

    def read(self, events: Iterable[tuple[str, Element]]) -> None:
        for event, element in events:
            if event == "start":
                self._start(names[element.tag], element)
                continue
            self._end(names[element.tag], element)
            if self._texts.full:
                return
        while self._stack:  # the part breaks off in them
            self._finish(self._stack.pop())

    def _start(self, tag: str, element: Element) -> None:
        match tag:
            case "p":
                origin, shaded, unseen = self._origins[-1], self._shaded_cell, self._unseen
                self._stack.append(_Paragraph(element, origin, self._inserting, self._deleting, shaded, unseen))
            case "tc" | "tr" | "tcPr":
                pass  # they count at their ends
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._marks.changed(element)
                self._count_change(tag, 1)
            case "txbxContent":
                self._origins.append("textbox")
            case "hdr" | "ftr":
                self._origins.append("margin")
            case "footnote" | "endnote":
                self._origins.append("note")
            case "comment":
                about = (attribute(element, name) for name in ("author", "initials", "date"))
                self._texts.add(self._origins[0], ", ".join(filter(None, about)), ": ")
            case "fldSimple" if not self._stack:  # else it is read with its paragraph
                self._texts.add("fieldcode", attribute(element, "instr"))
            case "Fallback":
                self._fallbacks.track("start")
            case "docPr" | "cNvPr":
                alternative_text(element, self._texts)
            case "textpath":
                text = attribute(element, "string")
                if self._fallbacks.is_new(text):
                    self._texts.add("textbox", text)
            case "alias" | "tag":
                self._marks.control(element)
            case _ if tag in _LOOKS:
                self._marks.changed(element)

    def _end(self, tag: str, element: Element) -> None:
        match tag:
            case "p":
                self._end_p(element)
            case "tcPr":
                self._shaded_cell = any(names[e.tag] == "shd" and shades(e) for e in element)
            case "tc" | "tr":
                self._texts.end_with(self._origins[-1], "\t" if tag == "tc" else "\n")
                self._shaded_cell = self._shaded_cell and tag == "tr"
                element.clear()
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._count_change(tag, -1)
            case "txbxContent" | "hdr" | "ftr" | "footnote" | "endnote":
                if len(self._origins) > 1:
                    self._origins.pop()
            case "Fallback":
                self._fallbacks.track("end")
            case _ if tag in _FORM and not self._stack:
                self._form(element)

    def _count_change(self, tag: str, step: int) -> None:
        if tag in ("ins", "moveTo"):
            self._inserting += step
        else:
            self._deleting += step

    def _end_p(self, element: Element) -> None:
        if self._stack:
            self._finish(self._stack.pop())
        self._ended += 1
        if not self._ended % _FREED_AT_ONCE:
            parent = element.getparent()
            if parent is not None:
                del parent[: parent.index(element)]

    def _finish(self, paragraph: _Paragraph) -> None:
        """Read a paragraph whose element is whole; those in its text boxes were read before."""
        self._now, self._hidden = paragraph, None
        self._read_children(paragraph.element)
        self._flush(paragraph)

    def _read_children(self, holder: Element) -> None:
        for child in holder:
            self._read_element(names[child.tag], child)

    def _run(self, element: Element) -> None:
        self._hidden, self._small = None, False
        paragraph = self._now
        plain = not (paragraph.style_hidden or paragraph.deleting or paragraph.inserting)
        for child in element:
            tag = names[child.tag]
            if tag == "t" and plain and not self._hidden and not self._small and paragraph.before is None:
                paragraph.now.append(child.text or "")  # what _put does with nearly all text
            elif tag == "rPr":
                self._hidden = hides(child, self._styles, paragraph.origin != "textbox" and not paragraph.shaded)
                self._small = is_raised(child, self._styles)
            else:
                self._read_element(tag, child)

    def _read_element(self, tag: str, element: Element) -> None:
        if tag in _PASSED_OVER:
            return
        match tag:
            case "r":
                self._run(element)
            case "t":
                self._put(raised(element.text or "") if self._small else element.text or "")
            case "pPr":
                self._paragraph_properties(element)
            case "tab" | "ptab" | "br" | "cr" | "noBreakHyphen":
                self._put(_MARKS[tag])
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._changed(element, tag in ("ins", "moveTo"))
            case "delText" if element.text:
                self._now.deleted = True
                if self._now.before is None:
                    self._now.before = list(self._now.now)
                self._now.before.append(element.text)
            case "instrText" | "delInstrText":
                self._now.code.append(element.text or "")
            case "fldChar":
                self._read_children(element)
                if self._now.code and attribute(element, "fldCharType") != "begin":
                    self._texts.add("fieldcode", "".join(self._now.code))
                    self._now.code.clear()
            case "fldSimple":
                self._texts.add("fieldcode", attribute(element, "instr"))
                self._read_children(element)
            case "sym":
                self._put(symbol(element))
            case "checkBox":
                self._put(box(element))
            case "ddList":
                chosen, others = choice(element)
                self._put(chosen)
                for other in others:
                    self._texts.add("fieldcode", other)
            case "rt":  # a reading aid (ruby, 17.3.3.25) is set apart, so that the word below it stays whole
                self._texts.add("hidden", "".join(element.itertext()))
            case _ if tag in _FORM:
                self._form(element)
            case _ if len(element):
                self._read_children(element)

    def _put(self, text: str) -> None:
        if not text:
            return
        paragraph = self._now
        if self._hidden or (paragraph.style_hidden and self._hidden is None):
            between = len(paragraph.now) + len(paragraph.before or ())
            if paragraph.hidden and between != paragraph.between:
                paragraph.hidden.append("\n")
            paragraph.hidden.append(text)
            paragraph.between = between
            return
        if paragraph.before is None:
            if not paragraph.deleting and not paragraph.inserting:
                paragraph.now.append(text)
                return
            paragraph.before = list(paragraph.now)
        if paragraph.deleting:
            paragraph.deleted = True
        else:
            paragraph.now.append(text)
        if paragraph.inserting and not paragraph.deleting:
            paragraph.inserted.append(text)
            return
        paragraph.before.append(text)
        if paragraph.inserted and paragraph.inserted[-1] != "\n":
            paragraph.inserted.append("\n")

    def _changed(self, element: Element, inserted: bool) -> None:
        paragraph = self._now
        paragraph.inserting += inserted
        paragraph.deleting += not inserted
        self._read_children(element)
        paragraph.inserting -= inserted
        paragraph.deleting -= not inserted

    def _flush(self, paragraph: _Paragraph) -> None:
        text, label = "".join(paragraph.now), paragraph.label
        if self._fallbacks.is_new(text):
            self._texts.add(paragraph.origin, label + text if label and text.strip() else text)
            if paragraph.deleted and paragraph.before is not None:
                self._texts.add("tracked", label + "".join(paragraph.before))
            if paragraph.inserted:
                self._texts.add("tracked", "".join(paragraph.inserted))
        if paragraph.hidden:
            self._texts.add("hidden", "".join(paragraph.hidden if text else [label, *paragraph.hidden]))
        if paragraph.code:
            self._texts.add("fieldcode", "".join(paragraph.code))

    def _paragraph_properties(self, element: Element) -> None:
        paragraph, style, numbered = self._now, "", None
        for entry in element:
            tag = names[entry.tag]
            if tag == "shd":
                paragraph.shaded = shades(entry)
            elif tag == "pStyle":
                style = attribute(entry, "val")
                paragraph.style_hidden = self._styles.hides(style) is True
            elif tag == "numPr":
                numbered = entry
        if self._numbering and (style or numbered is not None) and not self._fallbacks.in_fallback:
            label = self._numbering.label(style, numbered)
            paragraph.label = f"{label}\t" if label else ""

    def _form(self, element: Element) -> None:
        for name in ("val", "displayText", "value"):
            if attribute(element, name) not in ("", "0", "1"):
                self._texts.add("fieldcode", attribute(element, name))
                break


TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_STORIES = (
    ("document.main+xml", "word/document", "body"),
    ("template.main+xml", "word/document", "body"),
    ("main+xml", "word/document", "body"),
    ("document.glossary+xml", "word/glossary/document", "hidden"),
    ("header+xml", "word/header", "margin"),
    ("footer+xml", "word/footer", "margin"),
    ("footnotes+xml", "word/footnotes", "note"),
    ("endnotes+xml", "word/endnotes", "note"),
    ("wordprocessingml.comments+xml", "word/comments.xml", "comment"),
)


def claims(probe: Probe) -> bool:
    return has_folder(probe, "word/") or states(probe, *_MAIN)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a Word package. Raises ValueError where it holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    extract = Extract(TYPE)
    styles = Styles(package.read(package.find("word/styles.xml", ".styles+xml")))
    data = package.read(package.find("word/numbering.xml", ".numbering+xml"))
    numbering = Numbering(data, styles, texts) if data else None
    marks = _Marks()
    left: list[ZipEntry] = []
    for member in sorted(package.members, key=lambda m: m.name):
        if not _read(package, member, texts, styles, numbering, marks):
            left.append(member)
    extract.properties += marks.properties(texts)
    return finish(package, extract, texts, left)


def _read(
    package: Package, member: ZipEntry, texts: Texts, styles: Styles, numbering: Numbering | None, marks: _Marks
) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name = member.name
    kind, path = package.type_of(name), key(name)
    foreign = not kind.startswith("application/vnd")
    origins = (o for ending, start, o in _STORIES if kind.endswith(ending) or (foreign and path.startswith(start)))
    origin = next(origins, None)
    if origin:
        if numbering:
            numbering.begin()
        story = _Story(texts, origin, styles, numbering if origin != "hidden" else None, marks)
        story.read(package.walk(member, TAGS))
        links(package, name, texts)
    elif kind.endswith("settings+xml") or path == "word/settings.xml":
        _settings(package, name, texts)
    else:
        return common_part(package, member, texts)
    return True


def _settings(package: Package, name: str, texts: Texts) -> None:
    """Add where the template lies, what a mail merge asks of which source, and the document's variables (17.15.1)."""
    links(package, name, texts)
    data = package.read(name)
    root = tree(data, name, texts) if b"docVar" in data or b"mailMerge" in data else None
    for element in root.iter() if root is not None else ():
        if local(element) in ("query", "connectString"):
            texts.add("fieldcode", attribute(element, "val"))
        elif local(element) == "docVar":
            texts.add("hidden", f"{attribute(element, 'name')}: {attribute(element, 'val')}")
