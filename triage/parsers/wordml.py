"""The stories of a WordprocessingML document (floor 2): one pass over a part, text kept apart by origin.

ECMA-376-1 17. A paragraph as it reads now goes to its origin: inserted text is part of it, deleted text is not. Where a
paragraph has deletions it also goes, as it read before, to "tracked"; insertions are repeated there. So a phrase is
found across both, in the new wording and in the old. Runs that aren't shown (vanish, white on white, a point or less)
go to "hidden" and are left out of the paragraph.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import IO

from triage.parsers.ooxml import Doubles, alternative_text
from triage.parsers.texts import Texts
from triage.parsers.wordlists import Numbering
from triage.parsers.xmlparts import Element, Handlers, attribute, local, walk

_TAGS = (
    "p", "r", "rPr", "t", "delText", "instrText", "delInstrText", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym",
    "ins", "del", "moveFrom", "moveTo", "fldSimple", "fldChar", "txbxContent", "textbox", "Fallback", "docPr", "cNvPr",
    "tc", "tr", "tcPr", "pPr", "comment", "listEntry", "listItem", "default", "statusText", "helpText", "rt",
    "footnote", "endnote", "textpath", "altChunk", "hdr", "ftr", "annotation",
)  # fmt: skip
_MARKS = {"ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FREED_AT_ONCE = 16
"""Paragraphs after which those that were read are let go, so that a part of any length takes little memory."""

_CHANGES = ("ins", "moveTo", "del", "moveFrom")
_FORM = ("listEntry", "listItem", "default", "statusText", "helpText")


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: its text now, its text before the tracked changes, and what is set apart from it."""

    origin: str
    now: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    deleted: bool = False
    shaded: bool = False
    style_hidden: bool = False
    label: str = ""


class Story:
    """Reads one part into ``texts``; ``origin`` is where its paragraphs belong, ``unseen`` the styles hiding text.

    ``numbering`` gives the labels of numbered paragraphs.
    """

    def __init__(self, texts: Texts, origin: str, unseen: frozenset[str], numbering: Numbering | None = None) -> None:
        self._numbering = numbering
        self._texts = texts
        self._unseen = unseen
        self._origins = [origin]
        self._stack: list[Paragraph] = []
        self._doubles = Doubles()
        self._inserting = self._deleting = 0
        self._hidden = False
        self._shaded_cell = False
        self._ended = 0
        self.chunks: list[str] = []
        self._starts = Handlers({
            "p": self._start_p, "r": self._start_r, "txbxContent": self._start_box, "comment": self._start_comment,
            "fldSimple": self._start_field, "altChunk": self._start_chunk, "textpath": self._start_wordart,
            "hdr": self._start_margin, "ftr": self._start_margin, "footnote": self._start_note,
            "endnote": self._start_note, "annotation": self._start_annotation, "docPr": self._start_drawing,
            "cNvPr": self._start_drawing, "Fallback": self._start_fallback, "tab": self._start_tab,
            **dict.fromkeys(_MARKS, self._start_mark), **dict.fromkeys(_CHANGES, self._start_change),
        })  # fmt: skip
        self._ends = Handlers({
            "p": self._end_p, "rPr": self._end_rpr, "pPr": self._end_ppr, "tcPr": self._end_tcpr, "t": self._end_t,
            "delText": self._end_deleted, "instrText": self._end_code, "delInstrText": self._end_code,
            "fldChar": self._end_fldchar, "txbxContent": self._end_box, "tc": self._end_tc, "tr": self._end_tr,
            "sym": self._end_sym, "rt": self._end_rt, "hdr": self._end_box, "ftr": self._end_box,
            "footnote": self._end_box, "endnote": self._end_box, "annotation": self._end_annotation,
            "Fallback": self._end_fallback, **dict.fromkeys(_CHANGES, self._end_change),
            **dict.fromkeys(_FORM, self._form),
        })  # fmt: skip

    def read(self, source: io.RawIOBase | IO[bytes], name: str) -> None:
        """Read the whole part."""
        starts, ends, texts = self._starts, self._ends, self._texts
        for event, element in walk(source, name, _TAGS, texts):
            if event == "start":
                handle = starts[element.tag]
                if handle is not None:
                    handle(element)
                continue
            handle = ends[element.tag]
            if handle is not None:
                handle(element)
                if texts.full:
                    return
        while self._stack:
            self._flush(self._stack.pop())

    def _start_fallback(self, element: Element) -> None:
        self._doubles.turn("start")

    def _end_fallback(self, element: Element) -> None:
        self._doubles.turn("end")

    def _start_drawing(self, element: Element) -> None:
        alternative_text(element, self._texts)

    def _start_change(self, element: Element) -> None:
        self._turn(local(element), 1)

    def _end_change(self, element: Element) -> None:
        self._turn(local(element), -1)

    def _turn(self, tag: str, step: int) -> None:
        if tag in ("ins", "moveTo"):
            self._inserting += step
        else:
            self._deleting += step

    def _start_mark(self, element: Element) -> None:
        self._put(_MARKS[local(element)])

    def _start_tab(self, element: Element) -> None:
        if local(element.getparent()) != "tabs":  # there it is where tabs stop
            self._put("\t")

    def _put(self, text: str) -> None:
        """Add text of a run to the paragraph as it reads now, as it read before, or to what isn't shown."""
        if not self._stack or not text:
            return
        paragraph = self._stack[-1]
        if self._hidden or paragraph.style_hidden:
            paragraph.hidden.append(text)
            return
        if self._deleting:
            paragraph.deleted = True
        else:
            paragraph.now.append(text)
        if self._inserting and not self._deleting:
            paragraph.inserted.append(text)
            return
        paragraph.before.append(text)
        if paragraph.inserted and paragraph.inserted[-1] != "\n":
            paragraph.inserted.append("\n")

    def _start_p(self, element: Element) -> None:
        self._stack.append(Paragraph(self._origins[-1], shaded=self._shaded_cell))
        self._hidden = False

    def _end_p(self, element: Element) -> None:
        if self._stack:
            self._flush(self._stack.pop())
        self._ended += 1
        parent = element.getparent()
        if not self._ended % _FREED_AT_ONCE and parent is not None:
            del parent[: parent.index(element)]

    def _flush(self, paragraph: Paragraph) -> None:
        text, label = "".join(paragraph.now), paragraph.label
        if self._doubles.fresh(text):
            self._texts.add(paragraph.origin, label + text if label and text.strip() else text)
            if paragraph.deleted:
                self._texts.add("tracked", label + "".join(paragraph.before))
            self._texts.add("tracked", "".join(paragraph.inserted))
        if paragraph.hidden:
            self._texts.add("hidden", "".join(paragraph.hidden if text else [label, *paragraph.hidden]))
        self._texts.add("fieldcode", "".join(paragraph.code))

    def _start_r(self, element: Element) -> None:
        self._hidden = False

    def _end_rpr(self, element: Element) -> None:
        parent = element.getparent()
        if parent is None or local(parent) not in ("r", "rPr"):
            return
        boxed = self._origins[-1] == "textbox"
        plain = not boxed and not (self._stack and self._stack[-1].shaded)
        self._hidden = hides(element, self._unseen, plain)

    def _end_ppr(self, element: Element) -> None:
        if not self._stack:
            return
        style, numbered = "", None
        for entry in element:
            tag = local(entry)
            if tag == "shd":
                self._stack[-1].shaded = shades(entry)
            elif tag == "pStyle":
                style = attribute(entry, "val")
                self._stack[-1].style_hidden = style in self._unseen
            elif tag == "numPr":
                numbered = entry
        if self._numbering and not self._doubles.repeating and local(element.getparent()) == "p":
            label = self._numbering.label(style, numbered)
            self._stack[-1].label = f"{label}\t" if label else ""

    def _end_tcpr(self, element: Element) -> None:
        self._shaded_cell = any(local(e) == "shd" and shades(e) for e in element)

    def _end_t(self, element: Element) -> None:
        self._put(element.text or "")

    def _end_deleted(self, element: Element) -> None:
        if self._stack and element.text:
            self._stack[-1].deleted = True
            self._stack[-1].before.append(element.text)

    def _end_code(self, element: Element) -> None:
        if self._stack and element.text:
            self._stack[-1].code.append(element.text)

    def _end_fldchar(self, element: Element) -> None:
        if self._stack and self._stack[-1].code and attribute(element, "fldCharType") != "begin":
            self._texts.add("fieldcode", "".join(self._stack[-1].code))
            self._stack[-1].code.clear()

    def _start_field(self, element: Element) -> None:
        self._texts.add("fieldcode", attribute(element, "instr"))

    def _form(self, element: Element) -> None:
        for name in ("val", "displayText", "value"):
            if attribute(element, name) not in ("", "0", "1"):
                self._texts.add("fieldcode", attribute(element, name))
                break

    def _end_sym(self, element: Element) -> None:
        try:
            code = int(attribute(element, "char"), 16)
        except ValueError:
            return
        font = attribute(element, "font").lower()
        if 0xF020 <= code <= 0xF0FF and font not in ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"):
            code -= 0xF000
        if code < 0xD800 or code > 0xF8FF:
            self._put(chr(code))

    def _start_box(self, element: Element) -> None:
        self._origins.append("textbox")

    def _end_box(self, element: Element) -> None:
        if len(self._origins) > 1:
            self._origins.pop()
        self._hidden = False

    def _start_margin(self, element: Element) -> None:
        self._origins.append("margin")

    def _start_note(self, element: Element) -> None:
        self._origins.append("note")

    def _start_annotation(self, element: Element) -> None:
        """Take a change or a comment as Word 2003 wrote them, around what they are about."""
        kind = attribute(element, "type")
        if kind == "Word.Comment":
            self._origins.append("comment")
            self._texts.add("comment", attribute(element, "author"), ": ")
        elif kind in ("Word.Insertion", "Word.Deletion"):
            self._turn("ins" if kind == "Word.Insertion" else "del", 1)

    def _end_annotation(self, element: Element) -> None:
        kind = attribute(element, "type")
        if kind == "Word.Comment":
            self._end_box(element)
        elif kind in ("Word.Insertion", "Word.Deletion"):
            self._turn("ins" if kind == "Word.Insertion" else "del", -1)

    def _start_wordart(self, element: Element) -> None:
        text = attribute(element, "string")
        if self._doubles.fresh(text):
            self._texts.add("textbox", text)

    def _start_comment(self, element: Element) -> None:
        said = (attribute(element, "author"), attribute(element, "initials"), attribute(element, "date"))
        self._texts.add(self._origins[0], ", ".join(s for s in said if s), ": ")

    def _start_chunk(self, element: Element) -> None:
        self.chunks.append(attribute(element, "id"))

    def _end_rt(self, element: Element) -> None:
        """Set the reading aid above a word apart, so that the word itself stays whole (ruby, 17.3.3.25)."""
        text = "".join(t for t in element.itertext())
        if self._stack and text:
            for kept in (self._stack[-1].now, self._stack[-1].before):
                if "".join(kept).endswith(text):
                    joined = "".join(kept)[: -len(text)]
                    kept[:] = [joined]
            self._texts.add("hidden", text)

    def _end_tc(self, element: Element) -> None:
        self._texts.end_with(self._origins[-1], "\t")
        self._shaded_cell = False
        element.clear()

    def _end_tr(self, element: Element) -> None:
        self._texts.end_with(self._origins[-1], "\n")
        element.clear()


def shades(shading: Element) -> bool:
    """Whether a shading element paints a ground that white text is read on."""
    return attribute(shading, "fill").lower() not in ("", "auto", "ffffff") or attribute(shading, "val") == "solid"


def is_on(element: Element) -> bool:
    """Whether a toggle property is set (17.17.4)."""
    return attribute(element, "val").lower() not in ("0", "false", "off", "none")


def hides(properties: Element, unseen: frozenset[str], plain: bool) -> bool:
    """Whether run properties keep their text from sight: vanish, white on a ``plain`` ground, a point or less."""
    white = small = gone = False
    for entry in properties:
        tag = local(entry)
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
        name = attribute(style, "styleId")
        for entry in style:
            if local(entry) == "basedOn":
                based[name] = attribute(entry, "val")
            elif local(entry) == "rPr" and any(local(e) == "vanish" and is_on(e) for e in entry):
                unseen.add(name)
    for _ in range(10):
        unseen.update(child for child, parent in based.items() if parent in unseen)
    return frozenset(unseen)
