"""The numbering of a WordprocessingML document: definitions, styles that are numbered, labels in order.

ECMA-376-1 17.9 (numbering), 17.7 (a style's numbering is inherited by the styles based on it). Nothing here adds text.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from triage.parsers.kit.list_labels import Level, ListLabels, whole
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local, tree
from triage.parsers.office.ooxml.word_styles import Styles

_DEEPEST = 20


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
