"""HTML to text: what a reader sees, and beside it what the page keeps from the eye. No address is ever followed; a page
made to hurt is read flat, so that time stays linear.

Shown text has the caller's origin, ruby "alternative", title and ``meta`` "properties". "hidden" holds what isn't drawn
(also ``hidden``, templates, hidden inputs, comments), tooltips, and addresses that the text doesn't show.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Any

from triage.messages import say
from triage.model.items import Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Gathered
from triage.parsers.kit.texts import clean, name_set, while_time_remains
from triage.text import raised

# Enough of CSS 2.1 to tell text that isn't drawn: no cascade by specificity, no media queries.

GONE, ZERO, INVISIBLE, WHITE, BACKGROUND, SMALL, READING = 1, 2, 4, 8, 16, 32, 64
"""What holds for an element: not displayed; zero size; visibility hidden; white text; a coloured background; raised or
lowered; how letters are read that it stands above (ruby)."""

STYLING = frozenset(("style", "hidden", "bgcolor", "background", "color", "text", "class", "id"))
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
    rules = []
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
                rules.append((selector.removeprefix("<!--").strip(), text))
            depth = max(0, depth - 1)
    return rules


# HTML read flat, in linear time: for pages made to hurt a tree builder, and for scraps of markup.

_MAX_TAGS_UNCHECKED = 3_000
_MAX_TAGS = 800_000
_MAX_DEPTH = 1_000
_MAX_TAG = 20_000
_MAX_SIZE = 64_000_000

_OPEN_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = name_set(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option tbody "
    "thead tfoot colgroup html body head o:p"
)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[!?][^>]*>?|</?([a-zA-Z][^\s/>]*)([^>]*)>?",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_INLINE = name_set(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark nobr o:p q s samp small span "
    "strike strong sub sup tt u var wbr"
)
_BLANKS = re.compile(r"\s*\n\s*")
_META = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def stated_charset(untrusted_html: bytes) -> str | None:
    """Return the character set that a page states in its own text, None where it states none."""
    meta = _META.search(untrusted_html[:4096])
    return meta[1].decode("ascii", "replace") if meta else None


def is_bomb(untrusted_html: str) -> bool:
    """Whether a tree of this page would cost far more than its size: nested too deep, too many or too large tags."""
    if len(untrusted_html) > _MAX_SIZE or _has_long_tag(untrusted_html):
        return True
    tags = untrusted_html.count("<")
    return tags > _MAX_TAGS or (tags > _MAX_TAGS_UNCHECKED and _is_deep(untrusted_html))


def _has_long_tag(untrusted_html: str) -> bool:
    # Names and values with many blanks are what costs.
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


_BLOCK, _PARAGRAPH, _BREAK, _CELL, _SKIP, _PRE, _SPECIAL, _HEAD, _RUBY, _RT, _RAISED = range(1, 12)
_KINDS: dict[str, int] = {
    **dict.fromkeys(
        (
            "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
            "footer form desc foreignobject frameset header hgroup hr html legend li main menu nav ol optgroup option "
            "search section select summary table tbody tfoot thead tr ul noframes noscript caption svg math"
        ).split(),
        _BLOCK,
    ),
    **dict.fromkeys(["p", "h1", "h2", "h3", "h4", "h5", "h6"], _PARAGRAPH),
    **dict.fromkeys(("td", "th"), _CELL),
    **dict.fromkeys(("script", "style", "rp"), _SKIP),
    **dict.fromkeys(("sup", "sub"), _RAISED),
    "ruby": _RUBY,
    "rt": _RT,
    **dict.fromkeys(("pre", "textarea", "listing", "xmp", "plaintext"), _PRE),
    **dict.fromkeys(("a", "area", "img", "input", "iframe", "frame", "button", "embed", "object"), _SPECIAL),
    **dict.fromkeys(("title", "meta"), _HEAD),
    "br": _BREAK,
    "-comment": _SKIP,
}
_FLAT = 1 << 18
"""Characters that are read flat at a time where there is little time."""

_ISLAND = re.compile(r"<xml\b.*?(?:</xml>|\Z)", re.DOTALL | re.IGNORECASE)
_ADDRESSES = ("href", "src", "action", "formaction", "cite", "background", "data", "longdesc")
_CAPTIONS = ("alt", "placeholder", "label", "summary", "aria-label")
_TELLING = frozenset((*_ADDRESSES, *_CAPTIONS, "title", "value", "srcdoc"))


class _Flow:
    """Text as it grows: separators are owed until the next text comes, so that none pile up."""

    __slots__ = ("blank", "lines", "parts", "tabs")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines = self.tabs = 0
        self.blank = False

    def require_lines(self, lines: int) -> None:
        if lines > self.lines:
            self.lines = lines

    def add(self, raw: str) -> None:
        text = " ".join(raw.split())
        if not text:
            self.blank = self.blank or bool(raw)
            return
        self._write_separator(self.blank or raw[0].isspace())
        self.parts.append(text)
        self.blank = raw[-1].isspace()

    def add_verbatim(self, raw: str) -> None:
        self._write_separator(self.blank)
        self.parts.append(raw.replace("\r\n", "\n"))
        self.blank = False

    def _write_separator(self, blank: bool) -> None:
        if self.lines:
            if self.parts:
                self.parts.append("\n\n" if self.lines > 1 else "\n")
        elif self.tabs:
            self.parts.append("\t" * self.tabs)
        elif blank and self.parts:
            self.parts.append(" ")
        self.lines = self.tabs = 0

    def text(self) -> str:
        return "".join(self.parts)


_NO_WORDS = ("[endif", "StartFragment", "EndFragment", "![endif", "?xml")
"""How comments begin that say nothing to a person; an XML declaration is one to an HTML parser."""


class _Walk:
    """One page being read; where a limit ends that before anything was, the page is read flat, as far as time lasts."""

    def __init__(self, untrusted_html: str, origin: str) -> None:
        self.shown, self.unseen, self.head, self.readings = _Flow(), _Flow(), _Flow(), _Flow()
        self.links: dict[str, None] = {}
        self.troubles: list[Trouble] = []
        self._html, self._origin = untrusted_html, origin
        self._effects: dict[int, tuple[int, int]] = {}
        self._classes_colour = False
        self._read_flat = 0

    def so_far(self) -> list[Segment]:
        segments = self.segments()
        if not segments:
            for at in while_time_remains(range(0, len(self._html), _FLAT)):
                segments += flat_segments(self._html[at : at + _FLAT], self._origin)
                self._read_flat = min(at + _FLAT, len(self._html))
        return [Segment(segment.origin, clean(segment.text)) for segment in segments]

    def reached(self) -> Message:
        return say("place-character", count=self._read_flat or len(self.shown.text()))

    def run(self, root: Any, effects: dict[int, tuple[int, int]], classes_colour: bool) -> None:
        """Visit every node in document order, and leave each element after its last descendant."""
        self._effects, self._classes_colour = effects, classes_colour
        stack: list[tuple[Any, int, int, int, bool]] = []
        node, flags, verbatim = root, 0, False
        while True:
            tag: str = node.tag
            if tag == "-text":
                flow, text = self._flow(flags), node.text_content or ""
                if flags & SMALL:
                    text = raised(text)
                if verbatim:
                    flow.add_verbatim(text)
                else:
                    flow.add(text)
            else:
                kind = _KINDS.get(tag, 0)
                inner = self._enter(node, tag, kind, flags)
                child = node.first_child if kind != _SKIP and kind != _HEAD else None
                if child is not None:
                    stack.append((node, kind, flags, inner, verbatim))
                    node, flags, verbatim = child, inner, verbatim or kind == _PRE
                    continue
                if kind and kind != _BREAK:
                    self._separate(kind, inner)
            following = node.next
            while following is None:
                if not stack:
                    return
                node, kind, flags, inner, verbatim = stack.pop()
                if kind and kind != _BREAK:
                    self._separate(kind, inner)
                following = node.next if node is not root else None
            node = following

    def _enter(self, node: Any, tag: str, kind: int, flags: int) -> int:
        if tag[0] == "-":
            self._comment(node, tag)
            return flags
        attributes: dict[str, str | None] = node.attributes
        if self._effects or (attributes and not STYLING.isdisjoint(attributes)):
            flags = self._restyle(node, attributes, flags)
        if tag in ("template", "noembed"):
            flags |= GONE
            for segment in flat_segments(node.html or "", "hidden"):
                self._add_unseen(segment.text)
        if kind >= _RT:
            flags |= READING if kind == _RT else SMALL
        if kind == _HEAD:
            self._head(node, tag, attributes)
        elif kind == _CELL:
            self._flow(flags).tabs += 1
        elif kind:
            self._separate(kind, flags)
        if attributes and not _TELLING.isdisjoint(attributes):
            self._attributes(tag, attributes, flags)
        return flags

    def _flow(self, flags: int) -> _Flow:
        # What is hidden before and after shown text is no one word.
        if flags and is_hidden(flags):
            return self.unseen
        if flags & READING:
            return self.readings
        self.unseen.lines = self.unseen.lines or 1
        return self.shown

    def _separate(self, kind: int, flags: int) -> None:
        if kind == _RUBY:
            self.readings.require_lines(1)
        flow = self._flow(flags)
        if kind in (_BLOCK, _PRE):
            flow.require_lines(1)
            flow.tabs = 0
        elif kind == _PARAGRAPH:
            flow.require_lines(2)
        elif kind == _BREAK:
            flow.lines = min(flow.lines + 1, 2)

    def _restyle(self, node: Any, attributes: dict[str, str | None], flags: int) -> int:
        own_set, own_clear = self._effects.get(node.mem_id, (0, 0)) if self._effects else (0, 0)
        if attributes:
            more, less = flags_of(attributes)
            own_set, own_clear = (own_set & ~less) | more, own_clear | less
            if self._classes_colour and ("class" in attributes or "id" in attributes):
                own_set |= BACKGROUND
        return (flags & ~(own_clear & ~GONE)) | own_set

    def _attributes(self, tag: str, attributes: dict[str, str | None], flags: int) -> None:
        for name, value in attributes.items():
            if not value:
                continue
            if name in _ADDRESSES:
                address = value.strip()
                if address and not address.lower().startswith(("#", "data:", "cid:")):
                    self.links[address] = None
            elif name in _CAPTIONS:
                if tag != "meta":
                    self._flow(flags).add(f" {value} ")
            elif name == "title":
                self.links[" ".join(value.split())] = None
            elif name == "value" and tag in ("input", "button", "param", "data"):
                kind = (attributes.get("type") or "").lower()
                flow = self.unseen if kind == "hidden" or tag == "param" else self._flow(flags)
                flow.add(f" {value} ")
            elif name == "srcdoc":
                for segment in html_segments(value):
                    self._flow(flags).add(f" {segment.text} ")

    def _head(self, node: Any, tag: str, attributes: dict[str, str | None]) -> None:
        text = attributes.get("content") if attributes.get("name") or attributes.get("property") else ""
        if tag == "title":
            text = node.first_child.text_content if node.first_child is not None else ""
        self.head.require_lines(1)
        self.head.add(text or "")

    def _comment(self, node: Any, tag: str) -> None:
        # What is said to Outlook alone counts; the settings that a comment carries for Office don't.
        text = (node.comment_content or "") if tag == "-comment" else ""
        if text.lstrip().startswith("[if"):
            condition, ended, body = text.partition("]>")
            alone = not ended and condition.rstrip().endswith("]")  # <![if x]>, whose words are the page's own
            text = "" if alone else _ISLAND.sub("", body if ended else text)
        if "<" in text:
            text = flat_segments(text, "hidden")[0].text
        if text.strip() and not text.strip().startswith(_NO_WORDS):
            self._add_unseen(text)

    def _add_unseen(self, text: str) -> None:
        self.unseen.require_lines(1)
        self.unseen.add(text)
        self.unseen.require_lines(1)

    def outside(self, root: Any) -> None:
        node = root
        while node.prev is not None:
            node = node.prev
        while node is not None:
            if node.tag == "-comment":
                self._comment(node, node.tag)
            node = node.next

    def segments(self) -> list[Segment]:
        body = self.shown.text()
        seen = set(body.split())
        lines = [self.unseen.text(), *(link for link in self.links if not _is_seen(link, seen))]
        hidden = "\n".join(line for line in lines if line)
        readings, head = self.readings.text(), self.head.text()
        texts = ((self._origin, body), ("alternative", readings), ("hidden", hidden), ("properties", head))
        return [Segment(origin, text) for origin, text in texts if text]


def _is_seen(address: str, seen: set[str]) -> bool:
    bare = address.removeprefix("mailto:").removeprefix("http://").removeprefix("https://")
    return not {address, address.rstrip("/"), bare, bare.rstrip("/")}.isdisjoint(seen)


def html_segments(untrusted_html: str, origin: str = "body", gathered: list[Gathered] | None = None) -> list[Segment]:
    """Return the text of a page by origin; never raises. What is read of it stands among ``gathered`` meanwhile."""
    if not untrusted_html.strip():
        return []
    walk = _Walk(untrusted_html, origin)
    gathered = [] if gathered is None else gathered
    gathered.append(walk)
    segments = _segments(untrusted_html, walk, origin)
    gathered.remove(walk)
    return segments


def _segments(untrusted_html: str, walk: _Walk, origin: str) -> list[Segment]:
    from selectolax.lexbor import LexborHTMLParser

    if is_bomb(untrusted_html):
        return flat_segments(untrusted_html, origin)
    try:
        page: Any = LexborHTMLParser(untrusted_html)
        root = page.root
        if root is not None:
            walk.run(root, *sheet_effects(page, untrusted_html))
            walk.outside(root)
        return walk.segments()
    except Exception:  # whatever lexbor refuses is still read, flat
        return flat_segments(untrusted_html, origin)
