"""Word documents in Office Open XML: docx, docm, dotx, dotm, and the same as one flat XML file.

Every part of the package is read or accounted for: what a reader sees, what is set apart (headers, notes, comments,
tracked changes, text boxes, field codes), what is hidden, and embedded files as children.
"""

from __future__ import annotations

import zipfile

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import attribute, local, tree
from triage.parsers.office.ooxml.common import common_part, concluded, links
from triage.parsers.office.ooxml.package import Package, has_folder, key, states
from triage.parsers.office.ooxml.word_lists import Numbering
from triage.parsers.office.ooxml.word_styles import Styles
from triage.parsers.office.ooxml.wordml import TAGS, Marks, Story

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
    marks = Marks()
    left: list[zipfile.ZipInfo] = []
    for member in sorted(package.members, key=lambda m: m.filename):
        if not _read(package, member, texts, styles, numbering, marks):
            left.append(member)
    extract.properties += marks.properties(texts)
    return concluded(package, extract, texts, left)


def _read(
    package: Package, member: zipfile.ZipInfo, texts: Texts, styles: Styles, numbering: Numbering | None, marks: Marks
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
        story = Story(texts, origin, styles, numbering if origin != "hidden" else None, marks)
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
