"""Word documents in Office Open XML: docx, docm, dotx, dotm, and the same as one flat XML file.

Every part of the package is read or accounted for: what a reader sees, what is set apart (headers, notes, comments,
tracked changes, text boxes, field codes), what is hidden, and embedded files as children.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Changers, Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, names, tree
from triage.parsers.office.ooxml.common import Doubles, alternative_text, common_part, concluded, iso_date, links
from triage.parsers.office.ooxml.package import Package, has_folder, key, states
from triage.parsers.office.ooxml.word_styles import Numbering, Styles, box, choice, hides, is_raised, shades, symbol
from triage.text import raised

# The stories of a WordprocessingML document: one pass over a part, text kept apart by origin.
#
# ECMA-376-1 17. A paragraph as it reads now goes to its origin: inserted text is part of it, deleted text is not.
# Where a paragraph has deletions it also goes, as it read before, to "tracked"; insertions are repeated there. So a
# phrase is found across both, in the new wording and in the old. Runs that aren't shown (vanish, white on white, a
# point or less) go to "hidden" and are left out of the paragraph.

_LOOKS = frozenset(
    (
        "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange numberingChange cellIns "
        "cellDel cellMerge"
    ).split()
)
"""Tracked changes that concern no text: of its look, and of tables."""

MOST = 1000
"""Names of each kind that are kept; each says something only once."""

TAGS = (
    *(
        "p ins del moveFrom moveTo fldSimple txbxContent Fallback docPr cNvPr tc tr tcPr comment listEntry "
        "listItem default statusText helpText footnote endnote textpath hdr ftr alias tag"
    ).split(),
    *_LOOKS,
)
"""What a story is told of while its part is parsed: paragraphs, what holds them, and what may stand between them."""

_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FREED_AT_ONCE = 256
"""Paragraphs after which those that were read are let go, so that a part of any length takes little memory."""

_PASSED_OVER = frozenset("rPr p txbxContent bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak".split())
"""What is read elsewhere, such as paragraphs in a text box, and frequent marks without words."""

_FORM = frozenset(("listEntry", "listItem", "default", "statusText", "helpText"))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: its text now, its text before the tracked changes, and what is set apart from it.

    ``inserting`` and ``deleting`` count the changes around what is being read; ``before`` is None up to the first
    change, as it is the same as ``now`` so far. ``between`` tells whether anything stands between what is hidden.
    """

    element: Element
    origin: str
    inserting: int
    deleting: int
    shaded: bool
    style_hidden: bool
    now: list[str] = field(default_factory=list)
    before: list[str] | None = None
    inserted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    between: int = 0
    code: list[str] = field(default_factory=list)
    deleted: bool = False
    label: str = ""


class _Marks:
    """Who changed a document and when, and the names of its content controls, in the order in which they come.

    They become properties: ECMA-376-1 17.13.5 (revisions) and 17.5.2 (structured document tags).
    """

    def __init__(self) -> None:
        self._changers = Changers()
        self._controls: dict[str, None] = {}
        self._full = False

    def changed(self, change: Element) -> None:
        """Note who made a tracked change, and when."""
        author = attribute(change, "author")
        if self._takes(author, self._changers):
            when = iso_date(attribute(change, "date"))
            self._changers.note(author, when if when.endswith("+00:00") else "")

    def control(self, entry: Element) -> None:
        """Note the title (17.5.2.1) or the tag (17.5.2.42) of a content control."""
        name = attribute(entry, "val")
        if self._takes(name, self._controls):
            self._controls[name] = None

    def _takes(self, name: str, names: Changers | dict[str, None]) -> bool:
        known, room = name in names, len(names) < MOST
        self._full = self._full or not (known or room)
        return bool(name) and (known or room)

    def properties(self, texts: Texts) -> Iterator[tuple[str, str]]:
        """Yield the properties that tell of it; names past the limit are left out and noted in ``texts``."""
        for name, values in (("Changed by", self._changers.told()), ("Content controls", "; ".join(self._controls))):
            if values:
                yield name, values
        if self._full:
            texts.trouble("limit-count", "too-many-persons-or-controls", most=MOST)


class _Story:
    """Reads one part into ``texts``; ``origin`` is where its paragraphs belong, ``styles`` say which text is hidden.

    ``numbering`` gives the labels of numbered paragraphs; ``marks`` gather who changed it and its controls' names.
    """

    def __init__(self, texts: Texts, origin: str, styles: Styles, numbering: Numbering | None, marks: _Marks) -> None:
        self._numbering = numbering
        self._marks = marks
        self._texts = texts
        self._styles = styles
        self._origins = [origin]
        self._stack: list[_Paragraph] = []
        self._doubles = Doubles()
        self._inserting = self._deleting = 0
        self._hidden: bool | None = None
        self._small = False
        self._unseen = styles.hides("") is True
        self._shaded_cell = False
        self._ended = 0
        self._now: _Paragraph

    def read(self, events: Iterable[tuple[str, Element]]) -> None:
        """Read the whole part from the events of a walk over ``TAGS``."""
        for event, element in events:
            if event == "start":
                self._start(names[element.tag], element)
                continue
            self._end(names[element.tag], element)
            if self._texts.full:
                return
        while self._stack:  # the part breaks off in them
            self._finish(self._stack.pop())

    def _start(self, tag: str, element: Element) -> None:
        match tag:
            case "p":
                origin, shaded, unseen = self._origins[-1], self._shaded_cell, self._unseen
                self._stack.append(_Paragraph(element, origin, self._inserting, self._deleting, shaded, unseen))
            case "tc" | "tr" | "tcPr":
                pass  # they count at their ends
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._marks.changed(element)
                self._turn(tag, 1)
            case "txbxContent":
                self._origins.append("textbox")
            case "hdr" | "ftr":
                self._origins.append("margin")
            case "footnote" | "endnote":
                self._origins.append("note")
            case "comment":
                about = (attribute(element, name) for name in ("author", "initials", "date"))
                self._texts.add(self._origins[0], ", ".join(filter(None, about)), ": ")
            case "fldSimple" if not self._stack:  # else it is read with its paragraph
                self._texts.add("fieldcode", attribute(element, "instr"))
            case "Fallback":
                self._doubles.turn("start")
            case "docPr" | "cNvPr":
                alternative_text(element, self._texts)
            case "textpath":
                text = attribute(element, "string")
                if self._doubles.fresh(text):
                    self._texts.add("textbox", text)
            case "alias" | "tag":
                self._marks.control(element)
            case _ if tag in _LOOKS:
                self._marks.changed(element)

    def _end(self, tag: str, element: Element) -> None:
        match tag:
            case "p":
                self._end_p(element)
            case "tcPr":
                self._shaded_cell = any(names[e.tag] == "shd" and shades(e) for e in element)
            case "tc" | "tr":
                self._texts.end_with(self._origins[-1], "\t" if tag == "tc" else "\n")
                self._shaded_cell = self._shaded_cell and tag == "tr"
                element.clear()
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._turn(tag, -1)
            case "txbxContent" | "hdr" | "ftr" | "footnote" | "endnote":
                self._end_origin()
            case "Fallback":
                self._doubles.turn("end")
            case _ if tag in _FORM and not self._stack:
                self._form(element)

    def _turn(self, tag: str, step: int) -> None:
        if tag in ("ins", "moveTo"):
            self._inserting += step
        else:
            self._deleting += step

    def _end_origin(self) -> None:
        if len(self._origins) > 1:
            self._origins.pop()

    def _end_p(self, element: Element) -> None:
        if self._stack:
            self._finish(self._stack.pop())
        self._ended += 1
        if not self._ended % _FREED_AT_ONCE:
            parent = element.getparent()
            if parent is not None:
                del parent[: parent.index(element)]

    def _finish(self, paragraph: _Paragraph) -> None:
        """Read a paragraph whose element is whole; those in its text boxes were read before."""
        self._now, self._hidden = paragraph, None
        self._take(paragraph.element)
        self._flush(paragraph)

    def _take(self, holder: Element) -> None:
        """Read what an element inside the paragraph holds, in order."""
        for child in holder:
            self._inside(names[child.tag], child)

    def _run(self, element: Element) -> None:
        self._hidden, self._small = None, False
        paragraph = self._now
        plain = not (paragraph.style_hidden or paragraph.deleting or paragraph.inserting)
        for child in element:
            tag = names[child.tag]
            if tag == "t" and plain and not self._hidden and not self._small and paragraph.before is None:
                paragraph.now.append(child.text or "")  # what _put does with nearly all text
            elif tag == "rPr":
                self._hidden = hides(child, self._styles, paragraph.origin != "textbox" and not paragraph.shaded)
                self._small = is_raised(child, self._styles)
            else:
                self._inside(tag, child)

    def _inside(self, tag: str, element: Element) -> None:
        if tag in _PASSED_OVER:
            return
        match tag:
            case "r":
                self._run(element)
            case "t":
                self._put(raised(element.text or "") if self._small else element.text or "")
            case "pPr":
                self._paragraph_properties(element)
            case "tab" | "ptab" | "br" | "cr" | "noBreakHyphen":
                self._put(_MARKS[tag])
            case "ins" | "moveTo" | "del" | "moveFrom":
                self._changed(element, tag in ("ins", "moveTo"))
            case "delText" if element.text:
                self._now.deleted = True
                if self._now.before is None:
                    self._now.before = list(self._now.now)
                self._now.before.append(element.text)
            case "instrText" | "delInstrText":
                self._now.code.append(element.text or "")
            case "fldChar":
                self._take(element)
                if self._now.code and attribute(element, "fldCharType") != "begin":
                    self._texts.add("fieldcode", "".join(self._now.code))
                    self._now.code.clear()
            case "fldSimple":
                self._texts.add("fieldcode", attribute(element, "instr"))
                self._take(element)
            case "sym":
                self._put(symbol(element))
            case "checkBox":
                self._put(box(element))
            case "ddList":
                chosen, others = choice(element)
                self._put(chosen)
                for other in others:
                    self._texts.add("fieldcode", other)
            case "rt":  # a reading aid (ruby, 17.3.3.25) is set apart, so that the word below it stays whole
                self._texts.add("hidden", "".join(element.itertext()))
            case _ if tag in _FORM:
                self._form(element)
            case _ if len(element):
                self._take(element)

    def _put(self, text: str) -> None:
        """Add text of a run to the paragraph as it reads now, as it read before, or to what isn't shown."""
        if not text:
            return
        paragraph = self._now
        if self._hidden or (paragraph.style_hidden and self._hidden is None):
            between = len(paragraph.now) + len(paragraph.before or ())
            if paragraph.hidden and between != paragraph.between:
                paragraph.hidden.append("\n")
            paragraph.hidden.append(text)
            paragraph.between = between
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

    def _changed(self, element: Element, inserted: bool) -> None:
        paragraph = self._now
        paragraph.inserting += inserted
        paragraph.deleting += not inserted
        self._take(element)
        paragraph.inserting -= inserted
        paragraph.deleting -= not inserted

    def _flush(self, paragraph: _Paragraph) -> None:
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

    def _paragraph_properties(self, element: Element) -> None:
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

    def _form(self, element: Element) -> None:
        for name in ("val", "displayText", "value"):
            if attribute(element, name) not in ("", "0", "1"):
                self._texts.add("fieldcode", attribute(element, name))
                break


TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_STORIES = (
    ("document.main+xml", "word/document", "body"),
    ("template.main+xml", "word/document", "body"),
    ("main+xml", "word/document", "body"),
    ("document.glossary+xml", "word/glossary/document", "hidden"),
    ("header+xml", "word/header", "margin"),
    ("footer+xml", "word/footer", "margin"),
    ("footnotes+xml", "word/footnotes", "note"),
    ("endnotes+xml", "word/endnotes", "note"),
    ("wordprocessingml.comments+xml", "word/comments.xml", "comment"),
)


def claims(probe: Probe) -> bool:
    """Whether the file is a package with a Word part, or a damaged one that begins like it."""
    return has_folder(probe, "word/") or states(probe, *_MAIN)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a Word package. Raises ValueError where it holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    extract = Extract(TYPE)
    styles = Styles(package.read(package.find("word/styles.xml", ".styles+xml")))
    data = package.read(package.find("word/numbering.xml", ".numbering+xml"))
    numbering = Numbering(data, styles, texts) if data else None
    marks = _Marks()
    left: list[zipfile.ZipInfo] = []
    for member in sorted(package.members, key=lambda m: m.filename):
        if not _read(package, member, texts, styles, numbering, marks):
            left.append(member)
    extract.properties += marks.properties(texts)
    return concluded(package, extract, texts, left)


def _read(
    package: Package, member: zipfile.ZipInfo, texts: Texts, styles: Styles, numbering: Numbering | None, marks: _Marks
) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name = member.filename
    kind, place = package.type_of(name), key(name)
    foreign = not kind.startswith("application/vnd")
    origins = (o for ending, start, o in _STORIES if kind.endswith(ending) or (foreign and place.startswith(start)))
    origin = next(origins, None)
    if origin:
        if numbering:
            numbering.begin()
        story = _Story(texts, origin, styles, numbering if origin != "hidden" else None, marks)
        story.read(package.walk(member, TAGS))
        links(package, name, texts)
    elif kind.endswith("settings+xml") or place == "word/settings.xml":
        _settings(package, name, texts)
    else:
        return common_part(package, member, texts)
    return True


def _settings(package: Package, name: str, texts: Texts) -> None:
    """Add where the template lies, what a mail merge asks of which source, and the document's variables (17.15.1)."""
    links(package, name, texts)
    data = package.read(name)
    root = tree(data, name, texts) if b"docVar" in data or b"mailMerge" in data else None
    for element in root.iter() if root is not None else ():
        if local(element) in ("query", "connectString"):
            texts.add("fieldcode", attribute(element, "val"))
        elif local(element) == "docVar":
            texts.add("hidden", f"{attribute(element, 'name')}: {attribute(element, 'val')}")
