"""Pages, Numbers and Keynote: the XML of iWork '08 and '09, and the archives that came after.

Neither is documented by its maker. The older form is an ``index.xml`` or ``index.apxl`` in a zip; the newer one keeps
protocol buffers packed with Snappy in ``Index/*.iwa``, of which the text storages and the cells of tables are read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local, quiet_tree
from triage.parsers.office.iwork.cells import CELL_TAGS, OldCells
from triage.parsers.office.iwork.iwa import STORAGES, Fields, messages, text
from triage.parsers.office.iwork.tables import Tables
from triage.parsers.office.ooxml.package import Package, key

TYPE = "application/vnd.apple.iwork"
_OLD = ("index.xml", "index.apxl")
_TYPES = {"pages": "application/vnd.apple.pages", "numbers": "application/vnd.apple.numbers"}
TYPES = (TYPE, *_TYPES.values(), "application/vnd.apple.keynote")
_TAGS = (
    *(
        "p ct so text-storage header footer footnotes notes annotation metadata string page-start slide "
        "master-slide tabular-model cell-text"
    ).split(),
    *CELL_TAGS,
)
_ORIGINS = {
    **dict.fromkeys(("header", "footer", "master-slide"), "margin"),
    "footnotes": "note",
    "notes": "speaker",
    "annotation": "comment",
}
_KINDS = {"header": "margin", "footer": "margin", "footnote": "note", "note": "speaker", "comment": "comment"}


def claims(probe: Probe) -> bool:
    """Whether the file is a package of one of the two forms."""
    names = {key(n) for n in probe.zip_names}
    archives = any(n.startswith("index/") and n.endswith(".iwa") for n in names)
    if archives or ("index.zip" in names and "metadata/" in str(names)):
        return True
    return bool(names & {*_OLD, "index.xml.gz"}) and "meta-inf/manifest.xml" not in names


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    ending = context.name.rpartition(".")[2].lower()
    extract = Extract(_TYPES.get(ending, "application/vnd.apple.keynote" if ending == "key" else TYPE))
    old = next((m for m in package.members if key(m.filename) in _OLD), None)
    if old is not None:
        _old(package, old, extract, texts)
    else:
        _new(package, context, texts)
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
    extract.subject = dict(extract.properties).get("title")
    texts.judge(any(key(m.filename).endswith((".jpg", ".png", ".tiff")) for m in package.members))
    extract.segments = texts.segments()
    extract.troubles = texts.troubles
    return extract


def _old(package: Package, member: zipfile.ZipInfo, extract: Extract, texts: Texts) -> None:
    head = package.open(member) if member.compress_type in (0, 8) else None
    if head is None or b"<" not in head.read(64):
        texts.trouble("encrypted", "password-needed-form")
        return
    where = ["body"]
    cells = OldCells(texts)
    for event, element in package.walk(member, _TAGS):
        tag = local(element)
        if cells.take(event, element, where[-1]):
            continue
        if tag in _ORIGINS or tag == "text-storage":
            if event == "start":
                origin = _ORIGINS.get(tag) or _KINDS.get(attribute(element, "kind"), where[-1])
                where.append(origin)
            elif len(where) > 1:
                where.pop()
        elif event == "end":
            _old_text(tag, element, where[-1], extract, texts)


def _old_text(tag: str, element: Element, where: str, extract: Extract, texts: Texts) -> None:
    if tag in ("p", "cell-text"):
        texts.add(where, "".join(_spoken(element)))
        element.clear()
    elif tag in ("ct", "so"):
        texts.add(where, attribute(element, "s") or attribute(element, "string"))
    elif tag == "metadata":
        for entry in element:
            values = [attribute(e, "string") for e in entry.iter() if attribute(e, "string")]
            if values:
                extract.properties.append((local(entry), ", ".join(values)))
    elif tag == "tabular-model":
        texts.add(where, attribute(element, "name"))


def _spoken(paragraph: Element) -> Iterator[str]:
    """Yield a paragraph's text with its breaks; the prompts of a template (ghost text) are kept, as they are shown."""
    yield paragraph.text or ""
    for child in paragraph:
        tag = local(child)
        if tag in ("br", "lnbr", "crbr", "tab"):
            yield "\t" if tag == "tab" else "\n"
        elif tag == "p":
            yield "\n"
        yield from _spoken(child)
        yield child.tail or ""


def _new(package: Package, context: Context, texts: Texts) -> None:
    if any(key(m.filename) in (".iwpv2", ".iwph") for m in package.members):
        texts.trouble("encrypted", "password-needed-form")
        return
    inner = package
    if "Index.zip" in package:
        inner = Package(package.read("Index.zip"), context, texts)
    tables = Tables(texts)
    for member in inner.members:
        if key(member.filename).endswith(".iwa"):
            _archive(inner, member, tables, texts)
    tables.close()
    root = quiet_tree(inner.read("Metadata/Properties.plist"))
    for value in root.itertext() if root is not None else ():
        texts.add("properties", value.strip() if len(value.strip()) > 20 else "")


def _archive(package: Package, member: zipfile.ZipInfo, tables: Tables, texts: Texts) -> None:
    """Take the texts of an archive as they come, and what tables need, to be read when all of it is there."""
    place = key(member.filename)
    origin = "margin" if "masterslide" in place or "templateslide" in place else "body"
    origin = "comment" if "comment" in place else origin
    try:
        for number, kind, message in messages(package.read(member)):
            if kind in STORAGES:
                tables.story(number, origin, [text(value) for value in Fields(message).messages(3)])
            else:
                tables.keep(number, kind, message)
    except (IndexError, ValueError):
        texts.trouble("damaged", "part-not-unpacked", name=member.filename)
