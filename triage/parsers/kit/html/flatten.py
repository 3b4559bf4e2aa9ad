"""HTML read flat: for pages made to hurt a tree builder, and for scraps of markup. Linear in time and memory.

No tree, no styles: tags become line ends or nothing, quoted attribute values are kept as hidden text, nothing is lost.
"""

from __future__ import annotations

import html
import re

from triage.model.items import Segment

_MAX_TAGS_UNCHECKED = 3_000
_MAX_TAGS = 800_000
_MAX_DEPTH = 1_000
_MAX_TAG = 20_000
_MAX_SIZE = 64_000_000

_OPEN_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    (
        "area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option tbody "
        "thead tfoot colgroup html body head o:p"
    ).split()
)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[!?][^>]*>?|</?([a-zA-Z][^\s/>]*)([^>]*)>?",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_INLINE = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark nobr o:p q s samp small span "
        "strike strong sub sup tt u var wbr"
    ).split()
)
_BLANKS = re.compile(r"\s*\n\s*")


def is_bomb(untrusted_html: str) -> bool:
    """Whether a tree of this page would cost far more than its size: nested too deep, too many or too large tags."""
    if len(untrusted_html) > _MAX_SIZE or _has_long_tag(untrusted_html):
        return True
    tags = untrusted_html.count("<")
    return tags > _MAX_TAGS or (tags > _MAX_TAGS_UNCHECKED and _is_deep(untrusted_html))


def _has_long_tag(untrusted_html: str) -> bool:
    """Whether there are too many characters between a "<" and the next ">", in names and values with many blanks."""
    for piece in untrusted_html.split(">") if len(untrusted_html) > _MAX_TAG else ():
        at = piece.find("<") if len(piece) > _MAX_TAG else -1
        if at >= 0 and len(piece) - at > _MAX_TAG and sum(piece.count(sign, at) for sign in " \n/") > _MAX_TAG // 8:
            return True
    return False


def _is_deep(untrusted_html: str) -> bool:
    depths: dict[str, int] = {}
    depth = 0
    for slash, untrusted_name in _OPEN_CLOSE.findall(untrusted_html):
        name = untrusted_name.lower()
        if name in _UNNESTED:
            continue
        here = depths.get(name, 0)
        if not slash:
            depths[name] = here + 1
            depth += 1
            if depth > _MAX_DEPTH:
                return True
        elif here:
            depths[name] = here - 1
            depth -= 1
    return False


def flat_segments(untrusted_html: str, origin: str = "body") -> list[Segment]:
    """Return the page's text and, as "hidden", the values of its attributes; at least one segment, maybe empty."""
    shown: list[str] = []
    values: list[str] = []
    at = 0
    for match in _MARKUP.finditer(untrusted_html):
        shown.append(untrusted_html[at : match.start()].replace("\n", " "))
        at = match.end()
        name = match[2]
        if name is None or name.lower() not in _INLINE:
            shown.append("\n")
        if match[0].startswith("<!--"):
            values.append(match[0][4:].removesuffix("-->"))
        elif match[3]:
            values += (double or single for double, single in _QUOTED.findall(match[3]))
    shown.append(untrusted_html[at:])
    text = _BLANKS.sub("\n", html.unescape("".join(shown))).strip()
    hidden = html.unescape("\n".join(value for value in values if value.strip()))
    return [Segment(origin, text)] + ([Segment("hidden", hidden)] if hidden else [])
