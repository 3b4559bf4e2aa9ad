"""What styles keep from the eye: inline styles, old colour attributes and simple style sheets.

Enough of CSS 2.1 to tell text that isn't drawn; no cascade by specificity, no media queries. Nothing is drawn here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

GONE, ZERO, INVISIBLE, WHITE, BACKGROUND, SMALL, READING = 1, 2, 4, 8, 16, 32, 64
"""What holds for an element: not displayed; zero size; visibility hidden; white text; a coloured background; raised or
lowered; how letters are read that it stands above (ruby)."""

STYLING = frozenset(("style", "hidden", "bgcolor", "background", "color", "text", "class", "id"))
"""The attributes that may change how an element is drawn."""

Effect = tuple[int, int]
"""Flags that an element sets, flags that it clears."""

_WHITES = frozenset(
    ("white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "snow", "#fefefe", "transparent")
)
_NO_BACKGROUND = frozenset(("", "none", "transparent", "inherit", "initial", "unset", *_WHITES))
_NUMBER = re.compile(r"[+]?(\d*\.?\d+)\s*(px|pt|em|rem|%|in|cm|mm|ex)?")
_FAR = re.compile(r"-\d{3,}")
_HINTS = ("display", "visibility", "font-size", "opacity", "background")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_MAX_RULES = 200


def is_hidden(flags: int) -> bool:
    """Whether text under these flags isn't drawn."""
    return bool(flags & (GONE | ZERO | INVISIBLE)) or flags & (WHITE | BACKGROUND) == WHITE


def flags_of(attributes: dict[str, str | None]) -> Effect:
    """Return what an element's own attributes do."""
    style = attributes.get("style")
    sets, clears = _style_effect(style) if style else (0, 0)
    if "hidden" in attributes:
        sets |= GONE
    if ("bgcolor" in attributes and _plain(attributes["bgcolor"]) not in _NO_BACKGROUND) or attributes.get(
        "background"
    ):
        sets |= BACKGROUND
    colour = attributes.get("color") or attributes.get("text")
    if colour:
        more = WHITE if _plain(colour) in _WHITES or _plain("#" + colour) in _WHITES else 0
        sets, clears = sets | more, clears | (WHITE & ~more)
    return sets, clears


def _plain(value: str | None) -> str:
    return "".join((value or "").lower().replace("!important", "").split())


@lru_cache(maxsize=4096)
def _style_effect(untrusted_style: str) -> Effect:
    """Return what a list of declarations does to the drawing of text."""
    values: dict[str, str] = {}
    for declaration in untrusted_style[:4000].lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            values[name.strip()] = value.replace("!important", "").strip()
    sets = clears = 0
    for name, value in values.items():
        more, less = _declaration(name, value, values)
        sets, clears = sets | more, clears | less
    return sets, clears & ~sets


def _declaration(name: str, value: str, values: dict[str, str]) -> Effect:
    match name:
        case "display":
            return (GONE, 0) if value == "none" else (0, GONE)
        case "visibility":
            return (INVISIBLE, 0) if value in ("hidden", "collapse") else (0, INVISIBLE)
        case "font-size":
            return (ZERO, 0) if _is_zero(value) else (0, ZERO)
        case "vertical-align":
            return (SMALL, 0) if value in ("super", "sub") else (0, SMALL)
        case "opacity":
            return (GONE, 0) if _is_zero(value) else (0, 0)
        case "mso-hide":
            return (GONE, 0) if value == "all" else (0, 0)
        case "height" | "max-height" | "width" | "max-width":
            clipped = "hidden" in (values.get("overflow", ""), values.get("overflow-y", ""))
            return (GONE, 0) if clipped and _is_zero(value) else (0, 0)
        case "text-indent" | "left" | "top" | "margin-left":
            return (GONE, 0) if _FAR.match(value) else (0, 0)
        case "color":
            return (WHITE, 0) if _plain(value) in _WHITES else (0, WHITE)
        case "background" | "background-color" | "background-image":
            return (0, 0) if _plain(value) in _NO_BACKGROUND else (BACKGROUND, 0)
    return 0, 0


def _is_zero(value: str) -> bool:
    number = _NUMBER.match(value)
    return number is not None and float(number[1]) == 0


def sheet_effects(page: Any, untrusted_html: str) -> tuple[dict[int, Effect], bool]:
    """Return the effects of the page's style sheets by node, and whether any of them sets backgrounds."""
    if "<style" not in untrusted_html and "<STYLE" not in untrusted_html:
        return {}, False
    effects: dict[int, Effect] = {}
    sheets = "\n".join(style.text() or "" for style in page.css("style"))[:500_000]
    if not any(hint in sheets for hint in _HINTS):
        return {}, False
    rules = 0
    for selector, declarations in _rules(_COMMENT.sub("", sheets)):
        sets, clears = _style_effect(declarations)
        sets &= GONE | ZERO | INVISIBLE
        if not sets or ":" in selector or "*" in selector:
            continue
        rules += 1
        if rules > _MAX_RULES:
            break
        try:
            nodes = page.css(selector)
        except Exception:  # noqa: S112  # a selector that lexbor can't read hides nothing
            continue
        for node in nodes:
            before = effects.get(node.mem_id, (0, 0))
            effects[node.mem_id] = ((before[0] & ~clears) | sets, before[1] | clears)
    return effects, "background" in sheets


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Return (selector, declarations) of the rules outside at-rules."""
    found = []
    depth = 0
    selector = ""
    parts = _BRACE.split(sheet)
    for text, brace in zip(parts[::2], parts[1::2], strict=False):
        if brace == "{":
            depth += 1
            if depth == 1:
                selector = text.rpartition(";")[2].strip()
        else:
            if depth == 1 and selector and selector[0] != "@":
                found.append((selector.removeprefix("<!--").strip(), text))
            depth = max(0, depth - 1)
    return found
