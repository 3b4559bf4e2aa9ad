"""The styles of a WordprocessingML document, and what keeps its text from sight.

ECMA-376-1 17.3.2 (run properties) and 17.7 (styles); 17.3.3.30 and 17.16 for what a run shows without words of its own:
symbols, check boxes, drop-down lists. Nothing here adds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from triage.parsers.kit.list_labels import Level, ListLabels, whole
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, names, quiet_tree, tree


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
    """One style: its id and that of the one it is based on, whether it hides or raises its text, numbering.

    None stands for what it doesn't say.
    """

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
        self._hiding: dict[str, bool | None] = {}
        self._raising: dict[str, bool] = {}

    @cached_property
    def numbered(self) -> bool:
        """Whether any style may be numbered."""
        return self._wide or b"numPr" in self._data

    def hides(self, name: str) -> bool | None:
        """Whether the style with this id hides its text, by what it or the next one it is based on says; else None.

        Without an id, the paragraph style that is the document's default one is asked (17.7.4.17).
        """
        if name not in self._hiding:
            stated = (style.hides for style in self.line(name or self._default()) if style.hides is not None)
            self._hiding[name] = next(stated, None)
        return self._hiding[name]

    def raises(self, name: str) -> bool:
        """Whether the character style with this id raises or lowers its text and sets it small."""
        if name not in self._raising:
            stated = (style.raises for style in self.line(name) if style.raises is not None)
            self._raising[name] = next(stated, False)
        return self._raising[name]

    def line(self, name: str) -> Iterator[_WordStyle]:
        """Yield the style with this id, the one that it is based on, and so on."""
        for _ in range(_DEEPEST):
            style = self._style(name)
            yield style
            name = style.based
            if not name:
                return

    def _style(self, name: str) -> _WordStyle:
        if name not in self._known:
            self._known[name] = _read(name, self._element(name))
        return self._known[name]

    def _element(self, name: str) -> Element | None:
        if self._elements is None and self._by_bytes:
            at = self._data.find(_ID + name.encode("utf-8", "surrogatepass") + b'"')
            style = _cut_out(self._data, at) if at >= 0 else None
            if style is not None or (at < 0 and name.isascii() and self._regular):
                return style
        return self._parsed().get(name)

    @property
    def _wide(self) -> bool:
        return self._data[:2] in (b"\xff\xfe", b"\xfe\xff")

    @cached_property
    def _telling(self) -> bool:
        """Whether any style may say something that is asked for here, so that parsing all is worth its time."""
        return self.numbered or b"vanish" in self._data or b"vertAlign" in self._data

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
        """Return all styles by their ids, none where they tell nothing."""
        if self._elements is None:
            root = quiet_tree(self._data) if self._telling else None
            styles = (style for style in (root if root is not None else ()) if local(style) == "style")
            self._elements = {}
            for style in styles:
                self._elements.setdefault(attribute(style, "styleId"), style)
        return self._elements

    def _default(self) -> str:
        """Return the id of the paragraph style that is the document's default one, "" where there is none."""
        if self._by_bytes:
            for place in _DEFAULT.finditer(self._data):
                style = _cut_out(self._data, place.start())
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


def _read(name: str, element: Element | None) -> _WordStyle:
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


_GREEK = {**dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)), **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61))}
"""The letters of the font "Symbol", which has an encoding of its own."""
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
    said = {local(entry): attribute(entry, "val") for entry in element}
    for name in ("result", "default"):
        number = said.get(name, "")
        if number.isdecimal() and len(number) < 9 and int(number) < len(entries):
            return entries.pop(int(number)), entries
    return (entries.pop(0) if entries else ""), entries


# The numbering of a WordprocessingML document: definitions, styles that are numbered, labels in order.
#
# ECMA-376-1 17.9 (numbering), 17.7 (a style's numbering is inherited by the styles based on it). Nothing here adds
# text.


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
        """The lists' definitions by their ids, of which most are never used."""
        return {
            attribute(entry, "abstractNumId"): entry for entry in self._definitions if local(entry) == "abstractNum"
        }

    @cached_property
    def _uses(self) -> dict[str, _Use]:
        return {attribute(entry, "numId"): _use(entry) for entry in self._definitions if local(entry) == "num"}

    @cached_property
    def _style_levels(self) -> dict[str, int]:
        """The level that a style is at, as the level that names it says (17.9.23)."""
        abstracts = (entry for entry in self._definitions if local(entry) == "abstractNum")
        named = ((style, attribute(style, "val")) for entry in abstracts for style in entry.iter("{*}pStyle"))
        return {name: whole(attribute(style.getparent(), "ilvl"), 0) for style, name in named if name}

    def label(self, style: str, properties: Element | None) -> str:
        """Return a paragraph's label by its style and its own numbering properties, "" where it has none; counts it."""
        number, level = self._of_style(style)
        for entry in properties if properties is not None else ():
            if local(entry) == "numId":
                number = attribute(entry, "val")
            elif local(entry) == "ilvl":
                level = whole(attribute(entry, "val"), level)
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
        if not name or not self._styles.numbered:
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
                return style.number, next(levels, whole(style.level, 0))
        return "", 0


def _use(entry: Element) -> _Use:
    use = _Use(next((attribute(c, "val") for c in entry if local(c) == "abstractNumId"), ""), {}, {})
    for child in entry:
        if local(child) == "lvlOverride":
            at = whole(attribute(child, "ilvl"), 0)
            for change in child:
                if local(change) == "startOverride":
                    use.starts[at] = whole(attribute(change, "val"), 1)
                elif local(change) == "lvl":
                    use.levels[at] = _level(change)[1]
    return use


def _level(entry: Element) -> tuple[int, Level]:
    values = {local(child): attribute(child, "val") for child in entry}
    legal = "isLgl" in values and values["isLgl"].lower() not in ("0", "false", "off")
    level = Level(
        start=whole(values.get("start", ""), 0 if "start" not in values else 1),
        form=values.get("numFmt", "") or "decimal",
        text=values.get("lvlText", ""),
        legal=legal,
        restart=whole(values["lvlRestart"], -1) if "lvlRestart" in values else -1,
    )
    return whole(attribute(entry, "ilvl"), 0), level
