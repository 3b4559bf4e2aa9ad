"""PowerPoint presentations in Office Open XML: pptx, pptm, ppsx, potx.

Slides in their order, speaker notes, comments, hidden slides, charts, diagrams, tables, alternative text; what masters
and layouts say themselves (not their placeholders); properties and embedded files.
"""

from __future__ import annotations

import re

from triage.model.items import Extract
from triage.parsers.archives.zip import ZipEntry
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.list_labels import Level, ListLabels, whole_number
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, tree
from triage.parsers.office.ooxml.package import (
    FallbackFilter,
    Package,
    alternative_text,
    common_part,
    drawn_text,
    finish,
    has_folder,
    key,
    links,
    states,
)

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_TAGS = ("sld", "t", "p", "br", "tab", "cNvPr", "Fallback", "sp", "ph", "tc", "tr", "rPr", "r", "fld")
_NUMBERED = re.compile("(.*?)(Period|ParenBoth|ParenR|Plain|Minus)$")
_AROUND = {"Period": "%.", "ParenBoth": "(%)", "ParenR": "%)", "Plain": "%", "Minus": "%-"}
# Number formats by what the types of automatic numbering begin with (20.1.10.61).
_FORMS = {
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
    "hebrew2": "hebrew2",
    "arabic1": "arabicAlpha",
    "arabic2": "arabicAbjad",
}
_FIELDS = frozenset({"dt", "ftr", "sldNum", "hdr"})
_NAMES = ("name", "initials")
# What stands in a master for a date or number, besides a field: nothing, or a writer's mark such as ``<date>``.
_PROMPT = re.compile(r"\W*|\s*<.*>\s*", re.DOTALL)


def claims(probe: Probe) -> bool:
    kinds = ("presentation", "slideshow", "template")
    return has_folder(probe, "ppt/") or states(probe, *(f"presentationml.{kind}.main+xml" for kind in kinds))


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of a presentation. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    done: set[str] = set()
    for name in _slides(package, texts):
        _Shapes(texts, "body").read(package, name)
        texts.cut("body")
        done.add(key(name))
    names = (m.name for m in package.members if package.type_of(m.name).endswith("authors+xml"))
    roots = (tree(package.read(name), name, texts) for name in names)
    people = (person for root in roots if root is not None for person in root)
    authors = {attribute(e, "id"): ", ".join(filter(None, (attribute(e, n) for n in _NAMES))) for e in people}
    left = [m for m in package.members if key(m.name) not in done and not _part(package, m, texts, authors)]
    return finish(package, Extract(TYPE), texts, left)


def _slides(package: Package, texts: Texts) -> list[str]:
    """Return the slides in the order of the show, those that it doesn't name last."""
    slides = [m.name for m in package.members if package.type_of(m.name).endswith(".slide+xml")]
    if not slides:
        slides = [m.name for m in package.members if key(m.name).startswith("ppt/slides/slide")]
    book = package.find("ppt/presentation.xml", ".main+xml")
    root = tree(package.read(book), book, texts) if book in package else None
    targets = {r.id: key(r.target) for r in package.relations(book)}
    order: dict[str, int] = {}
    for entry in root.iter("{*}sldId") if root is not None else ():
        ids = [v for k, v in entry.attrib.items() if k.endswith("}id")]
        order[targets.get(ids[0], "") if ids else ""] = len(order)
    return sorted(slides, key=lambda n: order.get(key(n), len(order)))


class _Shapes:
    def __init__(self, texts: Texts, origin: str, keep_placeholders: bool = True) -> None:
        self._texts = texts
        self._origin = origin
        self._keep = keep_placeholders
        self._line: list[str] = []
        self._typed: list[str] = []
        self._fallbacks = FallbackFilter()
        self._shapes: list[dict[str, bool]] = []
        self._lists = ListLabels(counts_skipped=False)

    def read(self, package: Package, name: str) -> None:
        for event, element in package.walk(name, _TAGS):
            self._handle(event, element)
        links(package, name, self._texts)

    def _handle(self, event: str, element: Element) -> None:
        tag = local(element)
        if tag == "Fallback":
            self._fallbacks.track(event)
        elif event == "start":
            self._start(tag, element)
        elif tag == "t":
            self._line.append(drawn_text(element))
            if not self._keep and local(element.getparent()) != "fld":
                self._typed.append(element.text or "")
        elif tag == "p":
            self._end_paragraph(element)
            element.clear()
        elif tag in ("tc", "tr"):
            self._texts.end_with(self._current_origin(), "\t" if tag == "tc" else "\n")
        elif tag == "sp" and self._shapes:
            self._shapes.pop()

    def _start(self, tag: str, element: Element) -> None:
        if tag == "sld" and attribute(element, "show") in ("0", "false"):
            self._origin = "hidden"
        elif tag == "sp":
            self._shapes.append({})
            self._lists.forget("")
        elif tag == "tc":
            self._lists.forget("")
        elif tag == "ph" and self._shapes:
            self._shapes[-1]["placeholder"] = True
            self._shapes[-1]["field"] = attribute(element, "type") in _FIELDS
            self._shapes[-1]["words"] = attribute(element, "type") in ("ftr", "hdr")
        elif tag == "cNvPr":
            alternative_text(element, self._texts)
            if attribute(element, "hidden") in ("1", "true") and self._shapes:
                self._shapes[-1]["hidden"] = True
        elif tag in ("br", "tab"):
            self._line.append("\n" if tag == "br" else "\t")

    def _current_origin(self) -> str:
        shape = self._shapes[-1] if self._shapes else {}
        if shape.get("hidden"):
            return "hidden"
        return "margin" if shape.get("field") and self._origin == "body" else self._origin

    def _label(self, paragraph: Element, text: str) -> str:
        """Return the label of a numbered paragraph (21.1.2.4.1 buAutoNum); counts it."""
        properties = paragraph[0] if len(paragraph) and local(paragraph[0]) == "pPr" else ()
        level = whole_number(attribute(properties, "lvl"), 0) if len(properties) else 0
        auto = next((e for e in properties if local(e) == "buAutoNum"), None)
        if auto is None:
            if text.strip():
                self._lists.forget("", level)
            return ""
        kind = _NUMBERED.match(attribute(auto, "type"))
        form, around = (_FORMS.get(kind[1], "decimal"), _AROUND[kind[2]]) if kind else ("decimal", "%.")
        own = Level(whole_number(attribute(auto, "startAt"), 1), form, around.replace("%", f"%{min(level, 8) + 1}"))
        return self._lists.label("", min(level, 8), [own] * 9) + "\t"

    def _end_paragraph(self, paragraph: Element) -> None:
        text = "".join(self._line)
        self._line.clear()
        shape = self._shapes[-1] if self._shapes else {}
        typed = shape.get("field") and not _PROMPT.fullmatch("".join(self._typed))
        self._typed.clear()
        dropped = not self._keep and shape.get("placeholder") and not shape.get("words") and not typed
        label = "" if self._fallbacks.in_fallback else self._label(paragraph, text)
        if text and not dropped and self._fallbacks.is_new(text):
            self._texts.add(self._current_origin(), label + text if text.strip() else text)


def _part(package: Package, member: ZipEntry, texts: Texts, authors: dict[str, str]) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name = member.name
    kind = package.type_of(name)
    if kind.endswith("notesslide+xml"):
        _Shapes(texts, "speaker").read(package, name)
    elif kind.endswith(("slidemaster+xml", "slidelayout+xml", "notesmaster+xml", "handoutmaster+xml")):
        _Shapes(texts, "margin", keep_placeholders=False).read(package, name)
    elif kind.endswith("comments+xml"):
        _comments(package, name, texts, authors)
    elif not kind.endswith(("presentation.main+xml", "slideshow.main+xml", "template.main+xml", "authors+xml")):
        return key(name).endswith("ppt/presentation.xml") or common_part(package, member, texts)
    return True


def _comments(package: Package, name: str, texts: Texts, authors: dict[str, str]) -> None:
    """Add comments of both kinds: the older ``p:cm`` with its text, the threaded one with a text body and replies."""
    lines: list[str] = []
    for event, element in package.walk(name, ("cm", "reply", "text", "t")):
        tag = local(element)
        if event == "start" and tag in ("cm", "reply"):
            who = authors.get(attribute(element, "authorId"), "")
            date = attribute(element, "dt") or attribute(element, "created")
            texts.add("comment", ", ".join(p for p in (date, who) if p), ": ")
        elif event == "end" and tag in ("text", "t"):
            lines.append(element.text or "")
        elif event == "end":
            texts.add("comment", " ".join(lines))
            lines.clear()
