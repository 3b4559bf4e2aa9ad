"""The numbering of an OpenDocument text: list and outline styles, and the label of each numbered paragraph.

OpenDocument 1.3 part 3: lists 5.3, list styles 16.30 to 16.36, outline style 16.32, number formats 19.500. Nothing here
adds text.
"""

from __future__ import annotations

import re

from triage.parsers.kit.list_labels import Level, ListLabels, whole
from triage.parsers.kit.xml.parts import Element, attribute, attributes, local

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_DEEPEST = 9
_OUTLINE = "\0outline"
STYLES = ("list-style", "outline-style")
"""The elements that define a list's or the outline's numbering."""


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
        """Return the levels of a style, none where there is no such style."""
        if name not in self._styles and name in self._drafts:
            levels = self._styles[name] = [Level(form="none")] * _DEEPEST
            for entry in self._drafts[name].iterchildren("{*}list-level-style-number", "{*}outline-level-style"):
                number = whole(attribute(entry, "level"), 0)
                if 0 < number <= _DEEPEST:
                    levels[number - 1] = _level(entry, number)
        return self._styles.get(name, [])

    def label(self, paragraph: Element) -> str:
        """Return a paragraph's label, "" where it has none; counts it."""
        if not self._drafts:
            return ""
        item = paragraph.getparent()
        if item is not None and local(item) == "list-item":
            return self._in_list(paragraph, item) if _is_first(paragraph, ("p", "h", "list")) else ""
        depth = whole(attribute(paragraph, "outline-level"), 0)
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
        start = whole(attribute(item, "start-value"), -1)
        if start >= 0:
            self._lists.start(name, level, start)
        return self._lists.label(name, level, self._levels(name))


def _is_first(element: Element, kinds: tuple[str, ...]) -> bool:
    """Whether no element of these kinds stands before this one under the same parent."""
    return all(local(before) not in kinds for before in element.itersiblings(preceding=True))


def _level(entry: Element, number: int) -> Level:
    """Return a level of a list style, its text made of prefix, the numbers of the levels to show, and suffix."""
    said = attributes(entry)
    count = min(max(whole(said.get("display-levels", ""), 1), 1), number)
    form, whole_text = said.get("num-format", ""), said.get("num-list-format", "")
    if not form:
        text = ""
    elif whole_text:
        text = re.sub(r"%([1-9])%", r"%\1", whole_text)
    else:
        prefix, suffix = (said.get(name, "").replace("%", "％") for name in ("num-prefix", "num-suffix"))
        text = prefix + ".".join(f"%{at}" for at in range(number - count + 1, number + 1)) + suffix
    named = _FORMS.get(form, "hebrew1" if form[:1] == "א" else "decimal")
    return Level(whole(said.get("start-value", ""), 1), named, text)
