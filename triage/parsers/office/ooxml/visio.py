"""Visio drawings in Office's packaging: vsdx, vsdm, vstx; text of pages and masters, comments, properties."""

from __future__ import annotations

from triage.model.items import Extract
from triage.parsers.archives.zip import ZipEntry
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import attribute, local, walk
from triage.parsers.office.ooxml.package import Package, finish, is_without_words, key, links

TYPE = "application/vnd.ms-visio.drawing.main+xml"
_ORIGINS = {"visio/pages/": "body", "visio/masters/": "margin", "visio/comments": "comment"}
_WITHOUT_WORDS = (
    "visio/windows.xml",
    "visio/document.xml",
    "visio/validation.xml",
    "visio/solutions",
    "visio/datarecordsets",
)


def claims(probe: Probe) -> bool:
    return any(key(n).startswith("visio/document") for n in probe.zip_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every page. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    members = sorted(package.members, key=lambda m: (len(m.name), m.name))
    left = [member for member in members if not _part(package, member, texts)]
    extract = Extract(TYPE)
    return finish(package, extract, texts, left)


def _part(package: Package, member: ZipEntry, texts: Texts) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    name, path = member.name, key(member.name)
    for folder, origin in _ORIGINS.items():
        if path.startswith(folder) and path.endswith(".xml"):
            _texts(package, name, texts, origin)
            if origin == "body":
                links(package, name, texts)
            return True
    return path.startswith(_WITHOUT_WORDS) or is_without_words(package, member) or path.endswith("vbaproject.bin")


def _texts(package: Package, name: str, texts: Texts, origin: str) -> None:
    source = package.open(name)
    for _, element in walk(source, name, ("Text", "Page", "CommentEntry", "Cell"), texts, False) if source else ():
        tag = local(element)
        if tag == "Page":
            texts.add(origin, attribute(element, "Name"))
        elif tag == "Cell":
            if attribute(element, "N") in ("Value", "Prompt", "Label") and attribute(element, "U") == "STR":
                texts.add("properties", attribute(element, "V"))
        else:
            texts.add(origin, "".join(element.itertext()))
            element.clear()
    texts.cut("body")
