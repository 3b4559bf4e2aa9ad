"""What a person is to see of an item: one answer to one ViewRequest, or one trouble. Runs in the reader process.

It chooses who draws, and turns whatever goes wrong into a sentence. Nothing is kept, nothing is fetched; what comes
back is as hostile as the bytes it was made of.
"""

from __future__ import annotations

import re
from functools import partial
from html import escape
from typing import Any

from triage.errors import FormatError, reason
from triage.messages import plain, say
from triage.model.items import Trouble
from triage.model.previews import LeftOut, Preview, RichText
from triage.parsers import by_type
from triage.parsers.kit.contract import Context, Data, as_file
from triage.parsers.kit.html_text import flat_segments, is_bomb
from triage.parsers.kit.texts import name_set
from triage.parsers.mail import eml, emlx
from triage.parsers.outlook import msg
from triage.parsers.text import html
from triage.parsers.text.plain import charset_of, pieces
from triage.sandbox.render import pages, sheets
from triage.sandbox.wire import STAMPED, ViewRequest

# Mail HTML made harmless: a tree in, markup of a short list of tags out, in parts that lay out at once.
#
# Everything is left out but the words and their arrangement: no style, colour, font, picture, form, frame or script,
# and no attribute that a text view could fetch. A link keeps its address as text. Text that styles would hide is
# shown. Tables nested deeper than ``DEEPEST_TABLE`` become plain blocks, as a text view lays nested tables out in 2^n
# time; where much text stands in nested tables, fewer levels are kept, so that no part takes longer than the eye
# notices.

DEEPEST_TABLE = 6
_PART = 10_000
"""Most weight of one part: a letter weighs 1, an element some, a table cell more with each level of nesting."""
_DEAREST = 48_000
"""Most cost of one part: a letter costs 2^n in n nested tables; about a microsecond of layout each, as measured."""
_CELL, _ELEMENT = 24, 8
_MOST_PARTS = 400
_MOST_OPEN = 40  # elements open at once; deeper ones keep their words and lose their arrangement
_MOST_INDENT = 8  # lists and quotations inside one another that are set in


_KEPT = name_set(
    "a b big blockquote br center cite code dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i kbd li ol p pre s samp small"
    " strong sub sup table td th tr tt u ul var"
)
_BLOCKS = name_set(
    "address article aside body caption details dialog fieldset figcaption figure footer form header legend main nav"
    " section summary option textarea button"
)
_DROPPED = name_set("script style head title meta link base object embed applet svg math audio video canvas")
_VOID = frozenset(("br", "hr"))
_TABLES = frozenset(("table", "tr", "td", "th"))
_LINES = frozenset(("p", "div", "li", "dt", "dd", "pre", "center", "h1", "h2", "h3", "h4", "h5", "h6"))
_INDENTS = frozenset(("ul", "ol", "dl", "blockquote"))
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufdd0-\ufdef\ufffe\uffff]")
_MOST_ADDRESS = 2_000


def harmless(untrusted_html: str) -> tuple[list[str], list[LeftOut]]:
    """Return the parts, and the names of what was left out: pictures, tables (flattened), rest (too long)."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(untrusted_html).root
    for deepest in range(DEEPEST_TABLE, -1, -1):
        writer = _HtmlWriter(deepest)
        if root is not None:
            _walk(root, writer)
        if not writer.too_costly:
            break
    return writer.finish(), sorted(writer.notes)


def _walk(root: Any, writer: _HtmlWriter) -> None:
    """Go through the tree without recursion, entering and leaving each element."""
    node, down = root, True
    while node is not None and not writer.full and not writer.too_costly:
        if down:
            entered = writer.enter(node)
            if entered and (child := node.first_child) is not None:
                node = child
                continue
            if entered:
                writer.leave(node)
        if node.mem_id == root.mem_id:  # (their == would write both out as text)
            return
        if (following := node.next) is not None:
            node, down = following, True
        else:
            node, down = node.parent, False
            if node is not None:
                writer.leave(node)


class _HtmlWriter:
    """Writes markup into parts; at any place it can close what is open and go on in the next part."""

    def __init__(self, deepest: int) -> None:
        self.notes: set[LeftOut] = set()
        self.full = False
        self.too_costly = False
        self._deepest = deepest
        self._cost = 0
        self._indents = 0
        self._parts: list[str] = []
        self._out: list[str] = []
        self._weight = 0
        self._open: list[tuple[str, str]] = []
        self._stack: list[str] = []  # what each entered element wrote: its tag, or "" for nothing
        self._tables = 0

    def enter(self, node: Any) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag in _DROPPED or tag[:1] in ("-", "!", "_"):
            return False
        if tag == "img":
            self.notes.add("pictures")
            if alt := (node.attributes.get("alt") or "").strip():
                self._text(f"[{alt}]")
            return False
        if tag in _VOID:
            self._out.append(f"<{tag}>")
            return False
        name = self._name(tag)
        if not name and (tag in _BLOCKS or tag in _TABLES or tag in _LINES):
            self._out.append("<br>")
        self._stack.append(self._begin(name, node.attributes))
        return True

    def leave(self, node: Any) -> None:
        tag = self._stack.pop() if self._stack else ""
        if tag:
            self._open.pop()
            self._out.append(f"</{tag}>")
            self._tables -= tag == "table"
            self._indents -= tag in _INDENTS

    def _name(self, tag: str) -> str:
        if len(self._open) >= _MOST_OPEN:
            return ""
        if tag in _INDENTS and self._indents >= _MOST_INDENT:
            return "div"
        if tag in _TABLES and self._tables - (tag != "table") >= self._deepest:
            self.notes.add("tables")
            return "div"
        if tag in ("td", "th", "tr") and not self._tables:
            return "div"
        return tag if tag in _KEPT else "div" if tag in _BLOCKS else ""

    def _begin(self, tag: str, untrusted: dict[str, str | None]) -> str:
        if not tag:
            return ""
        self._weigh(_CELL << self._tables if tag in ("td", "th") else _ELEMENT, _ELEMENT)
        opening = f"<{tag}{_attributes(tag, untrusted)}>"
        around = (outer for outer in (opening, *(outer for _, outer in reversed(self._open))) if " dir=" in outer)
        if tag == "table" and " align=" not in opening and ' dir="rtl"' in next(around, ""):
            opening = opening.replace("<table", '<table align="right"', 1)
        self._out.append(opening)
        self._open.append((tag, opening))
        self._tables += tag == "table"
        self._indents += tag in _INDENTS
        return tag

    def _text(self, untrusted: str) -> None:
        text = _STRANGE.sub("\ufffd", untrusted)
        while text and not self.full:
            room = max(200, _PART - self._weight)
            piece = text[:room]
            if len(text) > room and (blank := max(piece.rfind(" "), piece.rfind("\n"))) > room // 2:
                piece = text[: blank + 1]
            text = text[len(piece) :]
            self._out.append(escape(piece))
            self._weigh(len(piece), len(piece))

    def _weigh(self, more: int, letters: int) -> None:
        self._weight += more
        self._cost += letters << self._tables
        self.too_costly = self.too_costly or (self._cost > _DEAREST and self._deepest > 0)
        if self._weight >= _PART:
            self._cut()

    def _cut(self) -> None:
        closing = "".join(f"</{tag}>" for tag, _ in reversed(self._open))
        self._parts.append("".join(self._out) + closing)
        self._out = [opening for _, opening in self._open]
        self._weight = self._cost = 0
        if len(self._parts) >= _MOST_PARTS:
            self.full = True
            self.notes.add("rest")

    def finish(self) -> list[str]:
        """Return the parts; one that holds no word is left out."""
        if not self.full:
            self._cut()
        return [part for part in self._parts if re.sub(r"<[^>]*>|\s", "", part)]


def _attributes(tag: str, untrusted: dict[str, str | None]) -> str:
    """Return the attributes that arrange text, each with a value from a short list, and a link's address."""
    attributes = []
    if (value := (untrusted.get("dir") or "").lower()) in ("rtl", "ltr"):
        attributes.append(f' dir="{value}"')
    if (value := (untrusted.get("align") or "").lower()) in ("left", "right", "center", "justify"):
        attributes.append(f' align="{value}"')
    if tag == "a" and (address := (untrusted.get("href") or "").strip()):
        attributes.append(f' href="{escape(_STRANGE.sub("", address)[:_MOST_ADDRESS])}"')
    if tag in ("td", "th"):
        for name in ("colspan", "rowspan"):
            if (value := (untrusted.get(name) or "")).isascii() and value.isdigit() and 1 < int(value[:3]) <= 50:
                attributes.append(f' {name}="{int(value[:3])}"')
        attributes.append(' valign="top"')
    if tag == "table":
        border = (untrusted.get("border") or "0").strip()
        attributes.append(' cellpadding="2" cellspacing="0"' + (' border="1"' if border not in ("", "0") else ""))
    return "".join(attributes)


def show(view: ViewRequest, untrusted_data: Data, context: Context, tables: sheets.Tables) -> Preview | Trouble:
    """Return what a view asks for of data of the media type ``context.declared``; MemoryError and timeouts get out.

    ``tables`` has what the last view left for more of the same original.
    """
    media, untrusted_file = context.declared, as_file(untrusted_data)
    separated = media in sheets.SEPARATED
    try:
        if view.kind == "page":
            return pages.draw(view, untrusted_file, media)
        if view.kind == STAMPED:
            return pages.stamped(view, untrusted_file, media)
        if view.kind == "rich":
            parts, notes = harmless(_html_of(untrusted_data, media, context))
            return RichText(tuple(parts), tuple(notes))
        texts = partial(pieces, untrusted_data, charset_of(media))
        if view.kind == "places":
            rows = sheets.rows_of_text(texts, media) if separated else tables.all_sheets(view.original, untrusted_file)
            return sheets.places(rows, view.sought)
        if separated:
            return tables.separated(view.original, view.first, texts, media)
        return tables.workbook(view.original, view.number, view.first, untrusted_file, media)
    except MemoryError:
        raise
    except FormatError as error:
        return Trouble("unsupported", error.message)
    except ValueError as error:
        return Trouble("unsupported", plain(str(error)[:300]))
    except Exception as error:
        return Trouble("damaged", say("view-failed", error=reason(error, 200)))


def _html_of(untrusted_data: Data, media: str, context: Context) -> str:
    """Return a mail's or page's HTML, flat where it was made to hurt a tree builder; raises FormatError without any."""
    pages_of_html = [page for page in _pages(untrusted_data, media, context) if page.strip()]
    if not pages_of_html:
        raise FormatError("view-no-html")
    untrusted = "<hr>".join(pages_of_html)
    return f"<pre>{escape(flat_segments(untrusted)[0].text)}</pre>" if is_bomb(untrusted) else untrusted


def _pages(untrusted_data: Data, media: str, context: Context) -> list[str]:
    form = by_type(media)
    parse = form.parse if form else None
    if parse is msg.parse:
        return [msg.html_of(untrusted_data, context.limits.item_bytes)]
    if parse is html.parse:
        return [html.source(untrusted_data, context)]
    data = untrusted_data[:]
    if parse is emlx.parse:
        start, length = emlx.mail_within(data)
        data = data[start : start + length]
    return eml.html_of(data)
