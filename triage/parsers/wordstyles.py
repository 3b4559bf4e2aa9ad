"""What keeps text of a WordprocessingML document from sight (floor 2): properties of runs, grounds and styles in.

ECMA-376-1 17.3.2 (run properties) and 17.7 (styles). Nothing here adds text or keeps anything.
"""

from __future__ import annotations

from triage.parsers.xmlparts import Element, attribute, local, names


def shades(shading: Element) -> bool:
    """Whether a shading element paints a ground that white text is read on."""
    return attribute(shading, "fill").lower() not in ("", "auto", "ffffff") or attribute(shading, "val") == "solid"


def is_on(element: Element) -> bool:
    """Whether a toggle property is set (17.17.4)."""
    return attribute(element, "val").lower() not in ("0", "false", "off", "none")


_HIDING = frozenset(("vanish", "specVanish", "rStyle", "color", "shd", "highlight", "sz"))


def hides(properties: Element, unseen: frozenset[str], plain: bool) -> bool:
    """Whether run properties keep their text from sight: vanish, white on a ``plain`` ground, a point or less."""
    white = small = gone = False
    for entry in properties:
        tag = names[entry.tag]
        if tag not in _HIDING:
            continue
        if tag == "vanish" or tag == "specVanish":
            gone = is_on(entry)
        elif tag == "rStyle":
            gone = gone or attribute(entry, "val") in unseen
        elif tag == "color":
            white = plain and attribute(entry, "val").lower() == "ffffff"
        elif tag in ("shd", "highlight"):
            plain = False
            white = False
        elif tag == "sz":
            small = attribute(entry, "val") in ("0", "1", "2")
    return gone or white or small


def unseen_styles(root: Element | None) -> frozenset[str]:
    """Return the ids of the styles whose text isn't shown, those based on them included (17.7)."""
    unseen: set[str] = set()
    based: dict[str, str] = {}
    for style in root if root is not None else ():
        if local(style) != "style":
            continue
        name = attribute(style, "styleId")
        for entry in style:
            if local(entry) == "basedOn":
                based[name] = attribute(entry, "val")
            elif local(entry) == "rPr" and any(local(e) == "vanish" and is_on(e) for e in entry):
                unseen.add(name)
    for _ in range(10):
        unseen.update(child for child, parent in based.items() if parent in unseen)
    return frozenset(unseen)
