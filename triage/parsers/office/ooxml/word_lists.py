"""The numbering of a WordprocessingML document: definitions, styles that are numbered, labels in order.

ECMA-376-1 17.9 (numbering), 17.7 (a style's numbering is inherited by the styles based on it). Nothing here adds text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from triage.parsers.kit.list_labels import Level, ListLabels, whole
from triage.parsers.kit.xml.parts import Element, attribute, local
from triage.parsers.office.ooxml.word_styles import Styles

_DEEPEST = 20
_Part = Callable[[], Element | None]


@dataclass(slots=True)
class _Abstract:
    """A list's definition: its levels by number, the style it borrows them from, styles by level."""

    levels: dict[int, Level] = field(default_factory=dict)
    borrowed: str = ""


@dataclass(slots=True)
class _Use:
    """A use of a definition: its id, levels defined otherwise, numbers that it starts anew with."""

    abstract: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Gives each numbered paragraph of a document its label, in reading order.

    ``numbering`` parses the definitions (17.9); it is called once a paragraph needs them, and most documents that
    define lists have none. ``styles`` say which of them are numbered.
    """

    def __init__(self, numbering: _Part, styles: Styles) -> None:
        self._numbering, self._styles = numbering, styles
        self._known = False
        self._drafts: dict[str, Element] = {}
        self._abstracts: dict[str, _Abstract] = {}
        self._uses: dict[str, _Use] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._at: dict[str, int] = {}
        self._levels: dict[str, list[Level]] = {}
        self._lists = ListLabels()
        self._begun: set[str] = set()

    def _read(self) -> None:
        """Read the definitions; a level that names a style says which level the style is at (17.9.23)."""
        if self._known:
            return
        self._known = True
        numbering = self._numbering()
        for entry in numbering if numbering is not None else ():
            if local(entry) == "abstractNum":
                self._drafts[attribute(entry, "abstractNumId")] = entry
                for style in entry.iter("{*}pStyle"):
                    if attribute(style, "val"):
                        self._at[attribute(style, "val")] = whole(attribute(style.getparent(), "ilvl"), 0)
            elif local(entry) == "num":
                self._uses[attribute(entry, "numId")] = _use(entry)

    def begin(self) -> None:
        """Begin a part, which counts for itself."""
        self._lists = ListLabels()
        self._begun.clear()

    def label(self, style: str, properties: Element | None) -> str:
        """Return a paragraph's label by its style and its own numbering properties, "" where it has none; counts it."""
        number, level = self._of_style(style)
        if properties is None and not number:
            return ""
        self._read()
        for entry in properties if properties is not None else ():
            if local(entry) == "numId":
                number = attribute(entry, "val")
            elif local(entry) == "ilvl":
                level = whole(attribute(entry, "val"), level)
        use = self._uses.get(number)
        if use is None:
            return ""
        abstract = self._resolved(use)
        if number not in self._begun:
            self._begun.add(number)
            for at, value in use.starts.items():
                self._lists.start(abstract, at, value)
        levels = self._levels.get(number)
        if levels is None:
            own = {**self._abstract(abstract).levels, **use.levels}
            levels = self._levels[number] = [own.get(at, Level(form="none")) for at in range(9)]
        return self._lists.label(abstract, level, levels)

    def _abstract(self, name: str) -> _Abstract:
        """Return a definition, read when it is first asked for: most documents use few of those that they hold."""
        found = self._abstracts.get(name)
        if found is None:
            found = self._abstracts[name] = _Abstract()
            for child in self._drafts.get(name, ()):
                if local(child) == "lvl":
                    at, level = _level(child)
                    found.levels[at] = level
                elif local(child) == "numStyleLink":
                    found.borrowed = attribute(child, "val")
        return found

    def _resolved(self, use: _Use) -> str:
        """Return the id of the definition that a use counts in, through the style that it borrows (17.9.21)."""
        name = use.abstract
        for _ in range(_DEEPEST):
            abstract = self._abstract(name)
            if not abstract.borrowed:
                break
            number, _ = self._of_style(abstract.borrowed)
            name = self._uses[number].abstract if number in self._uses else ""
        return name

    def _of_style(self, name: str) -> tuple[str, int]:
        """Return the number and the level that a style gives, be it by a style that it is based on; else ("", 0)."""
        if not name or not self._styles.numbered:
            return "", 0
        found = self._by_style.get(name)
        if found is None:
            found = self._by_style[name] = self._inherited(name)
        return found

    def _inherited(self, name: str) -> tuple[str, int]:
        line: list[str] = []
        for style in self._styles.line(name):
            line.append(style.name)
            if style.number == "0":  # it takes the numbering away (17.9.18)
                break
            if style.number:
                self._read()
                return style.number, next((self._at[n] for n in line if n in self._at), whole(style.level, 0))
        return "", 0


def _use(entry: Element) -> _Use:
    use = _Use()
    for child in entry:
        if local(child) == "abstractNumId":
            use.abstract = attribute(child, "val")
        elif local(child) == "lvlOverride":
            at = whole(attribute(child, "ilvl"), 0)
            for change in child:
                if local(change) == "startOverride":
                    use.starts[at] = whole(attribute(change, "val"), 1)
                elif local(change) == "lvl":
                    use.levels[at] = _level(change)[1]
    return use


def _level(entry: Element) -> tuple[int, Level]:
    """Return a level's place, and the level."""
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
