"""What the Office Open XML formats share: properties, drawings, charts, custom XML, embedded files.

ECMA-376 and ISO/IEC 29500, transitional and strict: names are compared without their namespace. Nothing here unpacks
beyond the limits or follows a link.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice

from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.cells import shown
from triage.parsers.kit.drawings import LARGE_BYTES, RASTERS, embedded_files, is_page, keeps_files, lines
from triage.parsers.kit.ole import OLE_SIGNATURE, macro_source, unwrap
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attribute, local, tree
from triage.parsers.office.ooxml.package import Package, key, signatures
from triage.text import raised

_KNOWN = tuple(
    (
        "relationships+xml styles+xml styleswitheffects+xml stylesheet settings+xml fonttable+xml numbering+xml "
        "theme+xml themeoverride+xml websettings+xml tablestyles+xml presprops+xml viewprops+xml printersettings "
        "calcchain+xml volatiledependencies chartstyle+xml chartcolorstyle+xml diagramcolors+xml diagramstyle+xml "
        "diagramlayout+xml obfuscatedfont core-properties+xml extended-properties+xml custom-properties+xml "
        "customxmlproperties+xml digital-signature keymapcustomizations vbadata x-fontdata people+xml person+xml "
        "commentsextended commentsids commentsextensible activex+xml ms-office.activex ctrlprops "
        "controlproperties+xml tags+xml slideupdateinfo webextension changesinfo revisioninfo sheetmetadata inkml "
        "legacydoctextinfo labelinfo classificationlabels rdrichvalue richvalue featurepropertybag contenttypes"
    ).split()
)
_REMARK = re.compile(rb"<!--(.*?)-->", re.DOTALL)
_LINKS = frozenset({"hyperlink", "attachedTemplate", "externalLinkPath", "mailMergeSource", "mailMergeHeaderSource"})
_PICTURES = (*RASTERS, ".emf", ".wmf", ".wdp", ".svg")


def properties(package: Package, extract: Extract, texts: Texts) -> None:
    """Read core, extended and custom properties (ECMA-376-2 8, -1 22.2 and 22.3) and signatures into the extract."""
    others = (key(m.filename) for m in package.members if package.type_of(m.filename).endswith("core-properties+xml"))
    for core in dict.fromkeys(("docprops/core.xml", *others)):
        extract.properties += _core(package.read(core), texts)
    known = dict(reversed(extract.properties))  # of several parts the first counts
    extract.subject = known.get("title") or None
    extract.date = known.get("modified") or known.get("created") or None
    for name in ("docProps/app.xml", "docProps/custom.xml"):
        if name in package:
            root = tree(package.read(name), name, texts)
            extract.properties.extend(_flat(root) if root is not None else ())
    extract.properties += signatures(package, texts)
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")


_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_PURL = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE_TEXTS = {
    f"{_PURL}creator": "author",
    f"{_CORE}category": "category",
    f"{_PURL}description": "comments",
    f"{_CORE}contentStatus": "content_status",
    f"{_PURL}identifier": "identifier",
    f"{_CORE}keywords": "keywords",
    f"{_PURL}language": "language",
    f"{_CORE}lastModifiedBy": "last_modified_by",
    f"{_PURL}subject": "subject",
    f"{_PURL}title": "title",
    f"{_CORE}version": "version",
    f"{_CORE}contentType": "content_type",
}
_CORE_DATES = {f"{_TERMS}created": "created", f"{_TERMS}modified": "modified", f"{_CORE}lastPrinted": "last_printed"}


def _core(untrusted_data: bytes, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield the core properties; those of an unknown kind are taken as they stand."""
    root = tree(untrusted_data, "docProps/core.xml", texts) if untrusted_data else None
    if root is not None and root.tag == f"{_CORE}coreProperties":
        values = {entry.tag: entry.text for entry in reversed(root)}  # of several alike the first
        yield from ((name, values[tag]) for tag, name in _CORE_TEXTS.items() if values.get(tag))
        yield from ((name, iso_date(values[tag])) for tag, name in _CORE_DATES.items() if values.get(tag))
    elif root is not None:
        yield from _flat(root)


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d*)?(?:Z|([+-])(\d\d):(\d\d))?)?)?)?")


def iso_date(untrusted_text: str) -> str:
    """Return a W3CDTF date (ECMA-376-2 8.3.3) as ISO 8601 in UTC, or as it stands where it isn't one."""
    match = _DATE.fullmatch(untrusted_text.strip())
    if not match:
        return untrusted_text
    year, month, day, hour, minute, second, sign, hours, minutes = match.groups()
    try:
        when = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
        when += timedelta(hours=int(hour or 0), minutes=int(minute or 0), seconds=int(second or 0))
        away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return (when + away if sign == "-" else when - away).isoformat()
    except (ValueError, OverflowError):
        return untrusted_text


_DULL = frozenset(
    (
        "TotalTime Words Characters Lines Paragraphs CharactersWithSpaces Pages ScaleCrop LinksUpToDate SharedDoc "
        "HyperlinksChanged DocSecurity AppVersion Slides Notes HiddenSlides MMClips HeadingPairs DigSig"
    ).split()
)


def _flat(root: Element) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of extended or custom properties, without the counts that Office computes."""
    for entry in root:
        own = attribute(entry, "name") if entry.keys() else ""
        if not own and local(entry) in _DULL:
            continue
        value = " ".join(t.strip() for t in entry.itertext() if t.strip())
        if value:
            yield own or local(entry), value


class Doubles:
    """Keeps what a drawing's older rendering repeats out of the text (``mc:Fallback``, ECMA-376-3 7.5)."""

    def __init__(self) -> None:
        self._inside = 0
        self._new: list[str] = []
        self._shown: set[str] = set()

    @property
    def repeating(self) -> bool:
        """Whether what is being read is an older rendering."""
        return self._inside > 0

    def turn(self, event: str) -> None:
        """Take note of the start or the end of a Fallback element."""
        self._inside += 1 if event == "start" else -1

    def fresh(self, text: str) -> bool:
        """Whether a line is to be kept: always outside a Fallback, inside one only where it was not shown before."""
        if not self._inside:
            self._new.append(text)
            return True
        self._shown.update(" ".join(line.split()) for line in self._new)
        self._new.clear()
        return " ".join(text.split()) not in self._shown


_LEVEL = ("", "0", "0%")
_DRAWING_TAGS = tuple(("t p br tab cNvPr docPr v f Fallback textbox formatCode showVal ser textpath").split())


def _drawing(package: Package, part: zipfile.ZipInfo, texts: Texts) -> None:
    """Read the text of a drawing, chart or diagram part: DrawingML paragraphs, cached chart words, alternative text.

    Of a chart's numbers those are text that it writes out: along the axis of categories, and as labels of its data.
    """
    line: list[str] = []
    doubles = Doubles()
    code, labelled = "General", False
    sources: set[str] = set()
    for event, element in package.walk(part, _DRAWING_TAGS):
        tag = local(element)
        if tag == "Fallback":
            doubles.turn(event)
        elif event == "start":
            line.append({"br": "\n", "tab": "\t"}.get(tag, ""))
        elif tag == "t":
            line.append(drawn_text(element))
        elif tag in ("p", "textbox"):
            text = "".join(line) if tag == "p" else " ".join(element.itertext())
            if doubles.fresh(text):
                texts.add("textbox", text)
            line.clear()
            element.clear()
        elif tag == "v":
            texts.add("textbox", _charted(element, code, labelled))
        elif tag == "f":
            sources.add(element.text or "")
        elif tag == "textpath":
            texts.add("textbox", attribute(element, "string"))
        elif tag == "formatCode":
            code = element.text or "General"
        elif tag in ("showVal", "ser"):
            labelled = tag == "showVal" and attribute(element, "val") not in ("0", "false")
        elif tag in ("cNvPr", "docPr"):
            alternative_text(element, texts)
    for formula in sorted(sources):
        texts.add("fieldcode", formula)


def drawn_text(element: Element) -> str:
    """Return the text of a run in DrawingML, marked where its baseline is raised or lowered (21.1.2.3.9)."""
    look, text = element.getprevious(), element.text or ""
    shifted = look is not None and local(look) == "rPr" and attribute(look, "baseline") not in _LEVEL
    return raised(text) if shifted else text


def alternative_text(element: Element, texts: Texts) -> None:
    """Add a drawing's alternative text and title, which a reader of the page doesn't see."""
    for name in ("title", "descr"):
        texts.add("hidden", attribute(element, name))


def _charted(value: Element, code: str, labelled: bool) -> str:
    """Return a value that a chart keeps (21.2.2.227) as it writes it out, "" for a number that it only draws."""
    text = value.text or ""
    holders = [local(holder) for holder in islice(value.iterancestors(), 4)]
    if "numCache" not in holders and "numLit" not in holders:
        return text
    if "cat" not in holders and not (labelled and ("val" in holders or "yVal" in holders)):
        return ""
    try:
        return shown(float(text), code)
    except ValueError:
        return text


def _custom_xml(package: Package, part: zipfile.ZipInfo, texts: Texts) -> None:
    """Add every text node and comment of an XML part (custom XML data, form templates)."""
    data = package.read(part)
    root = tree(data, part.filename, texts) if data.strip() else None
    if root is not None:
        for text in root.itertext():
            texts.add("properties", text.strip())
        for remark in _REMARK.findall(data):
            texts.add("hidden", remark.decode("utf-8", "replace").strip())


def links(package: Package, name: str, texts: Texts) -> None:
    """Add the addresses that a part links to, and report content that lies outside of the package."""
    for relation in package.relations(name, outer=True):
        texts.add("fieldcode", relation.target)
        if relation.kind not in _LINKS:
            texts.trouble("external", "linked-part", kind=relation.kind, place=relation.target)


_DRAWINGS = ("drawing+xml", "chart+xml", "chartex+xml", "diagramdata+xml", "vmldrawing")


def common_part(package: Package, member: zipfile.ZipInfo, texts: Texts) -> bool:
    """Read a part that documents of every kind may hold; False where it is a file of its own, to be a child."""
    kind, place = package.type_of(member.filename), key(member.filename)
    if any(drawing_kind in kind for drawing_kind in _DRAWINGS):
        _drawing(package, member, texts)
        links(package, member.filename, texts)
    elif place.startswith("customxml/item") and not place.startswith("customxml/itemprops"):
        _custom_xml(package, member, texts)
    else:
        return is_dull(package, member)
    return True


def is_dull(package: Package, member: zipfile.ZipInfo) -> bool:
    """Whether a part is known to hold no words of a person (styles, fonts, small pictures), or is read elsewhere."""
    kind, place = package.type_of(member.filename), key(member.filename)
    if kind.startswith("image/") or place.endswith(_PICTURES):
        return not is_large_picture(package, member)
    return place.endswith((".rels", "[content_types].xml", "vbaproject.bin")) or _is_known(kind)


@lru_cache(1024)
def _is_known(kind: str) -> bool:
    return any(known in kind for known in _KNOWN)


_OWN = frozenset({"presentationmetadata", "workbookmetadata", "documentmetadata"})
"""The last words of Google's relationships to what its editors keep and Office's formats have no room for."""


def _attached(package: Package, members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the members without those that only the program which wrote the package can make use of."""
    binaries = (key(m.filename) for m in members if package.type_of(m.filename) == "application/binary")
    suspects = {place for place in binaries if "." not in posixpath.basename(place)}
    if not suspects:
        return members
    relations = (r for m in package.members if m.filename.endswith(".xml") for r in package.relations(m.filename))
    suspects &= {key(r.target) for r in relations if r.kind in _OWN and not r.external}
    return [member for member in members if key(member.filename) not in suspects]


def is_large_picture(package: Package, member: zipfile.ZipInfo) -> bool:
    """Whether a picture may be a page or a screen that was pasted, to be recognised as an item of its own."""
    place = key(member.filename)
    if not place.endswith(RASTERS) or "thumbnail" in place:
        return False
    return member.file_size >= LARGE_BYTES or is_page(package.read(member))


def drawn(package: Package, texts: Texts) -> list[zipfile.ZipInfo]:
    """Add the text that metafiles draw, such as pasted charts and tables; return those that may keep files."""
    keeping = []
    for member in package.members:
        if key(member.filename).endswith((".emf", ".wmf")) and "objectreplacements" not in key(member.filename):
            picture = package.read(member)
            texts.add("textbox", "\n".join(lines(picture)))
            if keeps_files(picture):
                keeping.append(member)
    return keeping


def embedded(
    package: Package, members: list[zipfile.ZipInfo], keeping: list[zipfile.ZipInfo], texts: Texts
) -> Iterator[Child | Trouble]:
    """Yield embedded files as children, OLE packages under their real names, and what was noted on the way.

    Of the metafiles ``keeping`` files beside their drawing these files are yielded.
    """
    for member in members:
        seen = len(texts.troubles)
        data = package.read(member)
        yield from texts.troubles[seen:]
        name = posixpath.basename(member.filename.replace("\\", "/"))
        if data.startswith(OLE_SIGNATURE):
            yield from unwrap(data, name)
        elif data:
            yield Child(name, data, package.type_of(member.filename) or None)
    for member in keeping:
        yield from embedded_files(package.read(member), posixpath.basename(member.filename).partition(".")[0])


def concluded(package: Package, extract: Extract, texts: Texts, left: list[zipfile.ZipInfo]) -> Extract:
    """Return the extract with what every package ends with: properties, macros, judgement, and ``left`` as children."""
    left = _attached(package, left)
    properties(package, extract, texts)
    for member in package.members:
        if key(member.filename).endswith("vbaproject.bin"):
            macro_source(package.read(member), texts)
    keeping = drawn(package, texts)
    texts.judge(any("/media/" in "/" + key(m.filename) for m in package.members), bool(left))
    extract.segments = texts.segments()
    extract.troubles = texts.troubles
    extract.children = embedded(package, left, keeping, texts)
    return extract
