"""The stories of a WordprocessingML document: one pass over a part, text kept apart by origin.

ECMA-376-1 17. A paragraph as it reads now goes to its origin: inserted text is part of it, deleted text is not. Where a
paragraph has deletions it also goes, as it read before, to "tracked"; insertions are repeated there. So a phrase is
found across both, in the new wording and in the old. Runs that aren't shown (vanish, white on white, a point or less)
go to "hidden" and are left out of the paragraph.
"""

from __future__ import annotations

import io
from typing import IO

from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, Handlers, attribute, local, names, walk
from triage.parsers.office.ooxml.common import Doubles, alternative_text
from triage.parsers.office.ooxml.symbols import box, choice, symbol
from triage.parsers.office.ooxml.word_lists import Numbering
from triage.parsers.office.ooxml.word_marks import CHANGES, Marks
from triage.parsers.office.ooxml.word_paragraph import Paragraph
from triage.parsers.office.ooxml.word_styles import Styles, hides, shades

_TAGS = (
    *(
        "p ins del moveFrom moveTo fldSimple txbxContent Fallback docPr cNvPr tc tr tcPr comment listEntry "
        "listItem default statusText helpText footnote endnote textpath altChunk hdr ftr annotation alias tag"
    ).split(),
    *CHANGES,
)
"""What is met while the part is parsed: paragraphs, what holds them, and what may stand between them."""

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FREED_AT_ONCE = 256
"""Paragraphs after which those that were read are let go, so that a part of any length takes little memory."""

_CHANGES = ("ins", "moveTo", "del", "moveFrom")
_FORM = ("listEntry", "listItem", "default", "statusText", "helpText")


class Story:
    """Reads one part into ``texts``; ``origin`` is where its paragraphs belong, ``styles`` say which text is hidden.

    ``numbering`` gives the labels of numbered paragraphs; ``marks`` gather who changed it and its controls' names.
    """

    def __init__(
        self, texts: Texts, origin: str, styles: Styles, numbering: Numbering | None = None, marks: Marks | None = None
    ) -> None:
        self._numbering = numbering
        self._marks = marks or Marks()
        self._texts = texts
        self._styles = styles
        self._origins = [origin]
        self._stack: list[Paragraph] = []
        self._doubles = Doubles()
        self._inserting = self._deleting = 0
        self._hidden: bool | None = None
        self._unseen = styles.hides("") is True
        self._shaded_cell = False
        self._ended = 0
        self._now: Paragraph
        self.chunks: list[str] = []

    def read(self, source: io.RawIOBase | IO[bytes], name: str) -> None:
        """Read the whole part."""
        starts, ends, texts = _STARTS, _ENDS, self._texts
        for event, element in walk(source, name, _TAGS, texts):
            if event == "start":
                handle = starts[element.tag]
                if handle is not None:
                    handle(self, element)
                continue
            handle = ends[element.tag]
            if handle is not None:
                handle(self, element)
                if texts.full:
                    return
        while self._stack:  # the part breaks off in them
            self._finish(self._stack.pop())

    def _start_fallback(self, element: Element) -> None:
        self._doubles.turn("start")

    def _end_fallback(self, element: Element) -> None:
        self._doubles.turn("end")

    def _start_drawing(self, element: Element) -> None:
        alternative_text(element, self._texts)

    def _start_change(self, element: Element) -> None:
        self._marks.changed(element)
        self._turn(local(element), 1)

    def _start_look(self, element: Element) -> None:
        self._marks.changed(element)

    def _start_control(self, element: Element) -> None:
        self._marks.control(element)

    def _end_change(self, element: Element) -> None:
        self._turn(local(element), -1)

    def _turn(self, tag: str, step: int) -> None:
        if tag in ("ins", "moveTo"):
            self._inserting += step
        else:
            self._deleting += step

    def _start_p(self, element: Element) -> None:
        self._stack.append(
            Paragraph(element, self._origins[-1], self._inserting, self._deleting, self._shaded_cell, self._unseen)
        )

    def _end_p(self, element: Element) -> None:
        if self._stack:
            self._finish(self._stack.pop())
        self._ended += 1
        if not self._ended % _FREED_AT_ONCE:
            parent = element.getparent()
            if parent is not None:
                del parent[: parent.index(element)]

    def _finish(self, paragraph: Paragraph) -> None:
        """Read a paragraph whose element is whole; those in its text boxes were read before."""
        self._now, self._hidden = paragraph, None
        self._take(paragraph.element)
        self._flush(paragraph)

    def _take(self, holder: Element) -> None:
        """Read what an element inside the paragraph holds, in order."""
        inside = _INSIDE
        for child in holder:
            handle = inside[child.tag]
            if handle is not None:
                handle(self, child)
            elif len(child):
                self._take(child)

    def _run(self, element: Element) -> None:
        self._hidden = None
        inside, paragraph = _INSIDE, self._now
        plain = not (paragraph.style_hidden or paragraph.deleting or paragraph.inserting)
        for child in element:
            handle = inside[child.tag]
            if handle is _WORDS and plain and not self._hidden and paragraph.before is None:
                paragraph.now.append(child.text or "")  # what _put does with nearly all text
            elif handle is _pass_over:
                if names[child.tag] == "rPr":
                    self._hidden = hides(child, self._styles, paragraph.origin != "textbox" and not paragraph.shaded)
            elif handle is not None:
                handle(self, child)
            elif len(child):
                self._take(child)

    def _mark(self, element: Element) -> None:
        self._put(_MARKS[local(element)])

    def _words(self, element: Element) -> None:
        self._put(element.text or "")

    def _put(self, text: str) -> None:
        """Add text of a run to the paragraph as it reads now, as it read before, or to what isn't shown."""
        if not text:
            return
        paragraph = self._now
        if self._hidden or (paragraph.style_hidden and self._hidden is None):
            paragraph.hidden.append(text)
            return
        if paragraph.before is None:
            if not paragraph.deleting and not paragraph.inserting:
                paragraph.now.append(text)
                return
            paragraph.before = list(paragraph.now)
        if paragraph.deleting:
            paragraph.deleted = True
        else:
            paragraph.now.append(text)
        if paragraph.inserting and not paragraph.deleting:
            paragraph.inserted.append(text)
            return
        paragraph.before.append(text)
        if paragraph.inserted and paragraph.inserted[-1] != "\n":
            paragraph.inserted.append("\n")

    def _changed(self, element: Element) -> None:
        self._within(element, local(element) in ("ins", "moveTo"))

    def _within(self, element: Element, inserted: bool) -> None:
        """Read what an insertion or a deletion holds."""
        paragraph = self._now
        paragraph.inserting += inserted
        paragraph.deleting += not inserted
        self._take(element)
        paragraph.inserting -= inserted
        paragraph.deleting -= not inserted

    def _flush(self, paragraph: Paragraph) -> None:
        text, label = "".join(paragraph.now), paragraph.label
        if self._doubles.fresh(text):
            self._texts.add(paragraph.origin, label + text if label and text.strip() else text)
            if paragraph.deleted and paragraph.before is not None:
                self._texts.add("tracked", label + "".join(paragraph.before))
            if paragraph.inserted:
                self._texts.add("tracked", "".join(paragraph.inserted))
        if paragraph.hidden:
            self._texts.add("hidden", "".join(paragraph.hidden if text else [label, *paragraph.hidden]))
        if paragraph.code:
            self._texts.add("fieldcode", "".join(paragraph.code))

    def _ppr(self, element: Element) -> None:
        paragraph, style, numbered = self._now, "", None
        for entry in element:
            tag = names[entry.tag]
            if tag == "shd":
                paragraph.shaded = shades(entry)
            elif tag == "pStyle":
                style = attribute(entry, "val")
                paragraph.style_hidden = self._styles.hides(style) is True
            elif tag == "numPr":
                numbered = entry
        if self._numbering and (style or numbered is not None) and not self._doubles.repeating:
            label = self._numbering.label(style, numbered)
            paragraph.label = f"{label}\t" if label else ""

    def _end_tcpr(self, element: Element) -> None:
        self._shaded_cell = any(names[e.tag] == "shd" and shades(e) for e in element)

    def _deleted(self, element: Element) -> None:
        if element.text:
            paragraph = self._now
            paragraph.deleted = True
            if paragraph.before is None:
                paragraph.before = list(paragraph.now)
            paragraph.before.append(element.text)

    def _code(self, element: Element) -> None:
        if element.text:
            self._now.code.append(element.text)

    def _field_mark(self, element: Element) -> None:
        self._take(element)
        if self._now.code and attribute(element, "fldCharType") != "begin":
            self._texts.add("fieldcode", "".join(self._now.code))
            self._now.code.clear()

    def _start_field(self, element: Element) -> None:
        if not self._stack:  # else it is read with its paragraph
            self._texts.add("fieldcode", attribute(element, "instr"))

    def _field(self, element: Element) -> None:
        self._texts.add("fieldcode", attribute(element, "instr") or attribute(element, "dest"))
        self._take(element)

    def _end_form(self, element: Element) -> None:
        if not self._stack:
            self._form(element)

    def _form(self, element: Element) -> None:
        for name in ("val", "displayText", "value"):
            if attribute(element, name) not in ("", "0", "1"):
                self._texts.add("fieldcode", attribute(element, name))
                break

    def _symbol(self, element: Element) -> None:
        self._put(symbol(element))

    def _box(self, element: Element) -> None:
        self._put(box(element))

    def _choice(self, element: Element) -> None:
        chosen, others = choice(element)
        self._put(chosen)
        for other in others:
            self._texts.add("fieldcode", other)

    def _start_box(self, element: Element) -> None:
        self._origins.append("textbox")

    def _end_box(self, element: Element) -> None:
        if len(self._origins) > 1:
            self._origins.pop()

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
            self._marks.changed(element)
            self._turn("ins" if kind == "Word.Insertion" else "del", 1)

    def _end_annotation(self, element: Element) -> None:
        kind = attribute(element, "type")
        if kind == "Word.Comment":
            self._end_box(element)
        elif kind in ("Word.Insertion", "Word.Deletion"):
            self._turn("ins" if kind == "Word.Insertion" else "del", -1)

    def _annotated(self, element: Element) -> None:
        kind = attribute(element, "type")
        if kind in ("Word.Insertion", "Word.Deletion"):
            self._within(element, kind == "Word.Insertion")
        else:
            self._take(element)

    def _start_wordart(self, element: Element) -> None:
        text = attribute(element, "string")
        if self._doubles.fresh(text):
            self._texts.add("textbox", text)

    def _start_comment(self, element: Element) -> None:
        said = (attribute(element, "author"), attribute(element, "initials"), attribute(element, "date"))
        self._texts.add(self._origins[0], ", ".join(s for s in said if s), ": ")

    def _start_chunk(self, element: Element) -> None:
        self.chunks.append(attribute(element, "id"))

    def _reading_aid(self, element: Element) -> None:
        """Set the reading aid above a word apart, so that the word itself stays whole (ruby, 17.3.3.25)."""
        self._texts.add("hidden", "".join(element.itertext()))

    def _end_tc(self, element: Element) -> None:
        self._texts.end_with(self._origins[-1], "\t")
        self._shaded_cell = False
        element.clear()

    def _end_tr(self, element: Element) -> None:
        self._texts.end_with(self._origins[-1], "\n")
        element.clear()


def _pass_over(story: Story, element: Element) -> None:
    """Leave what is read elsewhere: properties, and paragraphs inside of this one."""


_WORDS = Story._words

_STARTS = Handlers(
    {
        "p": Story._start_p,
        "txbxContent": Story._start_box,
        "comment": Story._start_comment,
        "fldSimple": Story._start_field,
        "altChunk": Story._start_chunk,
        "textpath": Story._start_wordart,
        "annotation": Story._start_annotation,
        "Fallback": Story._start_fallback,
        **dict.fromkeys(("hdr", "ftr"), Story._start_margin),
        **dict.fromkeys(("footnote", "endnote"), Story._start_note),
        **dict.fromkeys(("docPr", "cNvPr"), Story._start_drawing),
        **dict.fromkeys(("alias", "tag"), Story._start_control),
        **dict.fromkeys(_CHANGES, Story._start_change),
        **dict.fromkeys(CHANGES, Story._start_look),
    }
)
_ENDS = Handlers(
    {
        "p": Story._end_p,
        "tcPr": Story._end_tcpr,
        "tc": Story._end_tc,
        "tr": Story._end_tr,
        "annotation": Story._end_annotation,
        "Fallback": Story._end_fallback,
        **dict.fromkeys(("txbxContent", "hdr", "ftr", "footnote", "endnote"), Story._end_box),
        **dict.fromkeys(_CHANGES, Story._end_change),
        **dict.fromkeys(_FORM, Story._end_form),
    }
)
_INSIDE = Handlers(
    {
        "r": Story._run,
        "pPr": Story._ppr,
        "t": Story._words,
        "delText": Story._deleted,
        "fldChar": Story._field_mark,
        "sym": Story._symbol,
        "rt": Story._reading_aid,
        "annotation": Story._annotated,
        "checkBox": Story._box,
        "ddList": Story._choice,
        **dict.fromkeys(("rPr", "p", "txbxContent"), _pass_over),
        **dict.fromkeys(("instrText", "delInstrText"), Story._code),
        **dict.fromkeys(("fldSimple", "hlink"), Story._field),
        **dict.fromkeys(_MARKS, Story._mark),
        **dict.fromkeys(_CHANGES, Story._changed),
        **dict.fromkeys(_FORM, Story._form),
    }
)
