"""Open packaging, the zip of parts that Office Open XML files are, and what the formats in it have in common.

ECMA-376 part 2. A zip that lost its directory, or whose directory is wrong, is read from its local headers (APPNOTE.TXT
4.3.7). Nothing is unpacked beyond the limits or written, and no member's name is used as a path.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from itertools import islice
from urllib.parse import unquote

from msgspec.structs import replace

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.archives.zip import (
    METHODS,
    SIGNATURE,
    ZipEntry,
    in_directory,
    relocated,
    scanned,
    short_name,
)
from triage.parsers.archives.zip import local as local_header
from triage.parsers.kit.cells import shown
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawings import LARGE_BYTES, RASTERS, embedded_files, is_page, keeps_files, lines
from triage.parsers.kit.ole import OLE_SIGNATURE, macro_source, unwrap
from triage.parsers.kit.texts import Texts, clean, describe, name_set
from triage.parsers.kit.xml_parts import Element, Readable, attribute, local, tree, walk
from triage.text import raised

_FOLDERS = ("word/", "xl/", "ppt/", "visio/")
_RATIO_FROM = 1 << 20  # the ratio counts for members that unpack to more than this many bytes
_BOMB_START = 4 << 20  # how much of a member that unpacks to far more than its size is read all the same
_AT_ONCE = 4 << 20  # bytes up to which a part is unpacked in one go
_DAMAGE = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relationship of a part: last word of its type, target (a part's name, or an address where ``external``)."""

    id: str
    kind: str
    target: str
    external: bool


def has_folder(probe: Probe, folder: str) -> bool:
    """Whether a file is a package with parts in this folder, or a damaged one that begins like it."""
    if probe.zip_names:
        return any(key(name).startswith(folder) for name in probe.zip_names)
    return probe.head[:4] == SIGNATURE and folder.encode() in probe.head


def states(probe: Probe, *kinds: str) -> bool:
    """Whether a file is a package whose content types name one of these, with no part in any of the usual folders."""
    if not any(kind.encode() in probe.stated_types for kind in kinds):
        return False
    return not any(key(name).startswith(_FOLDERS) for name in probe.zip_names)


class _PackageStream:
    """A member being unpacked: ends early, with a trouble, at a limit or at damage."""

    def __init__(self, source: Readable, name: str, allowed: int, texts: Texts, bomb: bool = False) -> None:
        self._source = source
        self._name = name
        self._left = allowed
        self._texts = texts
        self._bomb = bomb

    def read(self, size: int = 1 << 62) -> bytes:
        piece = self._source.read(min(size, self._left + 1))
        if len(piece) > self._left:
            code, key = ("limit-ratio", "part-over-ratio") if self._bomb else ("limit-size", "part-too-large")
            self._texts.trouble(code, key, name=self._name)
            piece = piece[: self._left]
        self._left -= len(piece)
        return piece


class _Pieces:
    """A member that comes in pieces: ends early, with a trouble, where it is damaged; a wrong checksum is noted."""

    def __init__(self, pieces: Iterator[bytes], member: ZipEntry, texts: Texts | None) -> None:
        self._whole = self._checked(pieces, member, texts)
        self._begun = b""

    def _checked(self, pieces: Iterator[bytes], member: ZipEntry, texts: Texts | None) -> Iterator[bytes]:
        left, checksum = member.size, 0
        try:
            for piece in pieces:
                piece = piece[:left]
                left -= len(piece)
                checksum = zlib.crc32(piece, checksum)
                yield piece
                if not left:
                    break
        except _DAMAGE as error:
            if texts is not None:
                texts.trouble("damaged", "part-broken-off", name=member.name, error=error)
        else:
            if texts is not None and checksum != member.crc:
                texts.trouble("damaged", "member-wrong-checksum", name=member.name)

    def read(self, size: int) -> bytes:
        pieces = [self._begun]
        count = len(self._begun)
        while count < size and (piece := next(self._whole, b"")):
            pieces.append(piece)
            count += len(piece)
        whole = b"".join(pieces)
        self._begun = whole[size:]
        return whole[:size]


class Package:
    """The parts of one package. Raises FormatError where the bytes hold no zip member at all."""

    def __init__(self, untrusted_data: Data, context: Context, texts: Texts) -> None:
        self._data, self._limits, self._texts = untrusted_data, context.limits, texts
        self._spent = 0
        self._has_directory = True
        try:
            members = in_directory(untrusted_data)
        except Exception as error:  # zipfile raises a dozen kinds on damage
            texts.trouble("truncated", "package-without-directory", error=error)
            self._has_directory = False
            members = list(self._outermost())
        if lost := [entry for entry in members if not entry.start]:
            places = {entry.raw_name: entry for entry in relocated(untrusted_data, members)}
            members = [entry if entry.start else places[entry.raw_name] for entry in members]
            found = sum(places[entry.raw_name].start > 0 for entry in lost)
            texts.trouble("damaged", "package-parts-misplaced", count=len(lost), found=found)
        # Office knows no field of another name beside the one in the header (APPNOTE.TXT 4.6.9).
        named = (replace(entry, name=short_name(entry.raw_name)) for entry in members)
        self.members = [entry for entry in named if not entry.name.endswith("/")]
        if not self.members:
            raise FormatError("package-without-parts")
        self._by_name = {key(member.name): member for member in self.members}

    def _outermost(self) -> Iterator[ZipEntry]:
        """Yield the members by their headers, without those of packages inside; no size is known but the largest."""
        end = 0
        for entry in scanned(self._data):
            if entry.at >= end:
                end = entry.end
                most = max(_RATIO_FROM, entry.packed * self._limits.ratio)
                yield replace(entry, size=min(self._limits.item_bytes, most))

    def __contains__(self, name: str) -> bool:
        return key(name) in self._by_name

    def open(self, name: str | ZipEntry) -> _PackageStream | None:
        """Open a part for reading within the limits; None where it is missing or can't be unpacked."""
        member = name if isinstance(name, ZipEntry) else self._by_name.get(key(name))
        if member is None:
            return None
        allowed = min(self._limits.item_bytes, self._limits.total_bytes - self._spent)
        self._spent += min(member.size if self._has_directory else member.packed, max(allowed, 0))
        if allowed <= 0:
            self._texts.trouble("limit-size", "package-part-over-limit", name=member.name)
            return None
        try:
            bomb = member.size > max(_RATIO_FROM, self._limits.ratio * max(member.packed, 1))
            allowed = min(allowed, _BOMB_START) if bomb else allowed
            packed = self._packed(member)
            texts = self._texts if self._has_directory else None  # else the trouble stands for all parts
            source = _unpacked(packed, member) or _Pieces(METHODS[member.method](packed, member), member, texts)
            return _PackageStream(source, member.name, allowed, self._texts, bomb)
        except _DAMAGE as error:
            code = "encrypted" if member.encrypted else "damaged"
            self._texts.trouble(code, "part-broken", name=member.name, error=error)
            return None

    def _packed(self, member: ZipEntry) -> bytes:
        """Return a member's bytes as they stand. Raises ValueError where they can't be its own or can't be unpacked."""
        header = local_header(self._data, member.at, member.packed)
        if header is None or header.raw_name != member.raw_name:
            raise ValueError("another name stands in its header")
        if member.encrypted or member.method not in METHODS:
            raise ValueError("encrypted" if member.encrypted else f"packing method {member.method}")
        return self._data[member.start : member.end]

    def read(self, name: str | ZipEntry) -> bytes:
        """Return a part's bytes, b"" where it is missing or can't be read."""
        part = self.open(name)
        return part.read() if part else b""

    def walk(self, part: str | ZipEntry, tags: Sequence[str], starts: bool = True) -> Iterator[tuple[str, Element]]:
        """Walk the elements of a part as ``kit.xml_parts`` does, none where it is missing or can't be unpacked."""
        source = self.open(part)
        name = part if isinstance(part, str) else part.name
        return walk(source, name, tags, self._texts, starts) if source else iter(())

    def type_of(self, name: str) -> str:
        """Return a part's content type in lower case, "" where none is stated (ECMA-376-2 7.3)."""
        path = key(name)
        return self._types.get(path) or self._types.get("." + path.rpartition(".")[2], "")

    @cached_property
    def _types(self) -> dict[str, str]:
        types: dict[str, str] = {}
        data = self.read("[Content_Types].xml")
        root = tree(data, "[Content_Types].xml", self._texts) if data else None
        for entry in root if root is not None else ():
            path = attribute(entry, "PartName") or "." + attribute(entry, "Extension")
            types[key(path)] = attribute(entry, "ContentType").lower()
        return types

    def relations(self, name: str, outer: bool = False) -> list[_Relation]:
        """Return a part's relationships, targets resolved to part names; ``outer``: those that leave the package."""
        folder, base = posixpath.split(name.replace("\\", "/"))
        rels = posixpath.join(folder, "_rels", base + ".rels")
        data = self.read(rels)
        # Plain letters can't hide the word; others (UTF-16, character references) are left to the XML parser.
        plain = data.isascii() and b"\0" not in data and b"&" not in data and b"<Relationships" in data
        if outer and plain and b"external" not in data.lower():
            return []
        root = tree(data, rels, self._texts) if data else None
        relations = []
        for entry in root if root is not None else ():
            target = attribute(entry, "Target")
            external = attribute(entry, "TargetMode").lower() == "external"
            if not external:
                target = _resolved(folder, target)
            kind = attribute(entry, "Type").rpartition("/")[2]
            if external or not outer:
                relations.append(_Relation(attribute(entry, "Id"), kind, target, external))
        return relations

    def find(self, usual: str, kind: str) -> str:
        """Return a part's usual name, or where it isn't there the name of the first part whose type ends so."""
        stated = (m.name for m in self.members if self.type_of(m.name).endswith(kind))
        return usual if usual in self else next(stated, usual)

    def related(self, name: str, kind: str) -> str:
        """Return the first part to which a part, or the package itself (""), relates in this way; "" for none."""
        targets = (r.target for r in self.relations(name) if r.kind == kind and r.target in self)
        return next(targets, "")


@lru_cache(4096)
def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relative reference points to (ECMA-376-2 6.5)."""
    return posixpath.normpath(posixpath.join("/" + folder, unquote(target.replace("\\", "/")))).lstrip("/")


@lru_cache(8192)
def key(name: str) -> str:
    """Return a part's name as it is compared: no leading slash, forward slashes, lower case (ECMA-376-2 6.2.2)."""
    return name.replace("\\", "/").lstrip("/").lower()


def _unpacked(packed: bytes, member: ZipEntry) -> Readable | None:
    """Return a small sound member in a fraction of the time that pieces take; None where it isn't such."""
    if member.method != zipfile.ZIP_DEFLATED or member.size > _AT_ONCE:
        return None
    engine = zlib.decompressobj(-15)
    try:
        content = engine.decompress(packed, _AT_ONCE)
    except zlib.error:
        return None
    whole = engine.eof and len(content) == member.size and zlib.crc32(content) == member.crc
    return io.BytesIO(content) if whole else None


# Signatures of Open Packaging files: the signer's statements, their time, and whose certificate is beside them.
# ECMA-376-2 10, XML Signature 4.5, MS-OFFCRYPTO 2.5.2.5. Nothing is verified: neither signature nor certificate, and no
# property says that somebody signed.

_KIND = "package.digital-signature-"
_MOST = 50  # signatures of a package, and certificates of a signature, that are read
# Elements that hold a person's words, and what their property is called behind "Signature".
_STATEMENTS = {
    "SignatureText": "text",
    "SignatureComments": "comments",
    **dict.fromkeys(("SignatureTime", "SigningTime"), "time as stated"),
    "ClaimedRole": "role as stated",
    **dict.fromkeys(("City", "StateOrProvince", "CountryName", "Address1", "Address2"), "place as stated"),
    **dict.fromkeys(
        ("DelegateSuggestedSigner", "DelegateSuggestedSigner2", "DelegateSuggestedSignerEmail"), "expected of"
    ),
    **dict.fromkeys(("X509Certificate", "X509SubjectName"), "certificate (not checked)"),
}


def signatures(package: Package, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of what a package's signatures say; damage and limits are noted in ``texts``."""
    signed = _parts(package, "xmlsignature+xml", texts)
    for number, part in enumerate(signed, 1):
        root = tree(package.read(part), part.name, texts)
        start = "Signature" if number == 1 else f"Signature {number}"
        for name, values in _statements(root, part.name, texts).items() if root is not None else ():
            yield f"{start} {name}", "; ".join(values)
    certificates = _parts(package, "certificate", texts)
    subjects = dict.fromkeys(_subject(package.read(part), part.name, texts) for part in certificates)
    if names := "; ".join(filter(None, subjects)):
        yield "Certificate for signatures (not checked)", names


def _parts(package: Package, ending: str, texts: Texts) -> list[ZipEntry]:
    parts = [m for m in package.members if package.type_of(m.name).endswith(_KIND + ending)]
    if len(parts) > _MOST:
        texts.trouble("limit-count", "too-many-signatures", holder=say("the-package"), most=_MOST)
    return parts[:_MOST]


def _statements(root: Element, part: str, texts: Texts) -> dict[str, dict[str, None]]:
    values: dict[str, dict[str, None]] = {name: {} for name in _STATEMENTS.values()}
    certificates = 0
    for element in root.iter():
        tag = local(element)
        if tag not in _STATEMENTS:
            continue
        value = "".join(e.text or "" for e in element.iter() if local(e) != "Format").strip()
        if tag == "X509Certificate":
            certificates += 1
            if certificates > _MOST:
                texts.trouble("limit-count", "too-many-signatures", holder=say("the-part", name=part), most=_MOST)
                break
            value = _subject(from_base64(value), part, texts)
        if value:
            values[_STATEMENTS[tag]][clean(value)] = None
    return {name: stated for name, stated in values.items() if stated}


def _subject(untrusted_certificate: bytes, part: str, texts: Texts) -> str:
    """Return to whom a certificate was issued (RFC 4514), "" with a trouble where it can't be read."""
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    names = {NameOID.SURNAME: "SN", NameOID.GIVEN_NAME: "GN", NameOID.SERIAL_NUMBER: "serialNumber"}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a certificate breaks a rule which nothing here relies on
            subject = x509.load_der_x509_certificate(untrusted_certificate).subject
            return clean(subject.rfc4514_string({**names, NameOID.EMAIL_ADDRESS: "E"}))
    except Exception as error:  # cryptography raises several kinds for broken certificates
        texts.trouble("damaged", "certificate-unreadable", part=part, error=error)
        return ""


# What the Office Open XML formats share: properties, drawings, charts, custom XML, embedded files. ECMA-376 and ISO/IEC
# 29500, transitional and strict: names are compared without their namespace. Nothing here unpacks beyond the limits or
# follows a link.

_KNOWN = (
    "relationships+xml styles+xml styleswitheffects+xml stylesheet settings+xml fonttable+xml numbering+xml "
    "theme+xml themeoverride+xml websettings+xml tablestyles+xml presprops+xml viewprops+xml printersettings "
    "calcchain+xml volatiledependencies chartstyle+xml chartcolorstyle+xml diagramcolors+xml diagramstyle+xml "
    "diagramlayout+xml obfuscatedfont core-properties+xml extended-properties+xml custom-properties+xml "
    "customxmlproperties+xml digital-signature keymapcustomizations vbadata x-fontdata people+xml person+xml "
    "commentsextended commentsids commentsextensible activex+xml ms-office.activex ctrlprops "
    "controlproperties+xml tags+xml slideupdateinfo webextension changesinfo revisioninfo sheetmetadata inkml "
    "legacydoctextinfo labelinfo classificationlabels rdrichvalue richvalue featurepropertybag contenttypes"
).split()
_REMARK = re.compile(rb"<!--(.*?)-->", re.DOTALL)
_LINKS = frozenset({"hyperlink", "attachedTemplate", "externalLinkPath", "mailMergeSource", "mailMergeHeaderSource"})
_PICTURES = (*RASTERS, ".emf", ".wmf", ".wdp", ".svg")


def properties(package: Package, extract: Extract, texts: Texts) -> None:
    """Read core, extended and custom properties (ECMA-376-2 8, -1 22.2 and 22.3) and signatures into the extract."""
    others = (key(m.name) for m in package.members if package.type_of(m.name).endswith("core-properties+xml"))
    for core in dict.fromkeys(("docprops/core.xml", *others)):
        extract.properties += _core(package.read(core), texts)
    known = dict(reversed(extract.properties))  # of several parts the first counts
    for name in ("docProps/app.xml", "docProps/custom.xml"):
        if name in package:
            root = tree(package.read(name), name, texts)
            extract.properties.extend(_flat(root) if root is not None else ())
    extract.properties += signatures(package, texts)
    describe(extract, texts, known, "title", "modified", "created")


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


_COMPUTED = name_set(
    "TotalTime Words Characters Lines Paragraphs CharactersWithSpaces Pages ScaleCrop LinksUpToDate SharedDoc "
    "HyperlinksChanged DocSecurity AppVersion Slides Notes HiddenSlides MMClips HeadingPairs DigSig"
)


def _flat(root: Element) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of extended or custom properties, without the counts that Office computes."""
    for entry in root:
        own = attribute(entry, "name") if entry.keys() else ""
        if not own and local(entry) in _COMPUTED:
            continue
        value = " ".join(t.strip() for t in entry.itertext() if t.strip())
        if value:
            yield own or local(entry), value


class FallbackFilter:
    """Keeps what a drawing's older rendering repeats out of the text (``mc:Fallback``, ECMA-376-3 7.5)."""

    def __init__(self) -> None:
        self._inside = 0
        self._new: list[str] = []
        self._shown: set[str] = set()

    @property
    def in_fallback(self) -> bool:
        return self._inside > 0

    def track(self, event: str) -> None:
        self._inside += 1 if event == "start" else -1

    def is_new(self, text: str) -> bool:
        """Whether a line is to be kept: always outside a Fallback, inside one only where it was not shown before."""
        if not self._inside:
            self._new.append(text)
            return True
        self._shown.update(" ".join(line.split()) for line in self._new)
        self._new.clear()
        return " ".join(text.split()) not in self._shown


_LEVEL = ("", "0", "0%")
_DRAWING_TAGS = tuple(("t p br tab cNvPr docPr v f Fallback textbox formatCode showVal ser textpath").split())


def _drawing(package: Package, part: ZipEntry, texts: Texts) -> None:
    line: list[str] = []
    fallbacks = FallbackFilter()
    code, labelled = "General", False
    sources: set[str] = set()
    for event, element in package.walk(part, _DRAWING_TAGS):
        tag = local(element)
        if tag == "Fallback":
            fallbacks.track(event)
        elif event == "start":
            line.append({"br": "\n", "tab": "\t"}.get(tag, ""))
        elif tag == "t":
            line.append(drawn_text(element))
        elif tag in ("p", "textbox"):
            text = "".join(line) if tag == "p" else " ".join(element.itertext())
            if fallbacks.is_new(text):
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


def _custom_xml(package: Package, part: ZipEntry, texts: Texts) -> None:
    data = package.read(part)
    root = tree(data, part.name, texts) if data.strip() else None
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


def common_part(package: Package, member: ZipEntry, texts: Texts) -> bool:
    """Read a part that documents of every kind may hold; False where it is a file of its own, to be a child."""
    kind, path = package.type_of(member.name), key(member.name)
    if any(drawing_kind in kind for drawing_kind in _DRAWINGS):
        _drawing(package, member, texts)
        links(package, member.name, texts)
    elif path.startswith("customxml/item") and not path.startswith("customxml/itemprops"):
        _custom_xml(package, member, texts)
    else:
        return is_without_words(package, member)
    return True


def is_without_words(package: Package, member: ZipEntry) -> bool:
    """Whether a part is known to hold no words of a person (styles, fonts, small pictures), or is read elsewhere."""
    kind, path = package.type_of(member.name), key(member.name)
    if kind.startswith("image/") or path.endswith(_PICTURES):
        return not is_large_picture(package, member)
    return path.endswith((".rels", "[content_types].xml", "vbaproject.bin")) or _is_known(kind)


@lru_cache(1024)
def _is_known(kind: str) -> bool:
    return any(known in kind for known in _KNOWN)


# The last words of Google's relationships to what its editors keep and Office's formats have no room for.
_OWN = frozenset({"presentationmetadata", "workbookmetadata", "documentmetadata"})


def _attached(package: Package, members: list[ZipEntry]) -> list[ZipEntry]:
    """Return the members without those that only the program which wrote the package can make use of."""
    binaries = (key(m.name) for m in members if package.type_of(m.name) == "application/binary")
    suspects = {path for path in binaries if "." not in posixpath.basename(path)}
    if not suspects:
        return members
    relations = (r for m in package.members if m.name.endswith(".xml") for r in package.relations(m.name))
    suspects &= {key(r.target) for r in relations if r.kind in _OWN and not r.external}
    return [member for member in members if key(member.name) not in suspects]


def is_large_picture(package: Package, member: ZipEntry) -> bool:
    """Whether a picture may be a page or a screen that was pasted, to be recognised as an item of its own."""
    path = key(member.name)
    if not path.endswith(RASTERS) or "thumbnail" in path:
        return False
    return member.size >= LARGE_BYTES or is_page(package.read(member))


def add_metafile_text(package: Package, texts: Texts) -> list[ZipEntry]:
    """Add the text that metafiles draw, such as pasted charts and tables; return those that may keep files."""
    keeping = []
    for member in package.members:
        if key(member.name).endswith((".emf", ".wmf")) and "objectreplacements" not in key(member.name):
            picture = package.read(member)
            texts.add("textbox", "\n".join(lines(picture)))
            if keeps_files(picture):
                keeping.append(member)
    return keeping


def embedded(
    package: Package, members: list[ZipEntry], keeping: list[ZipEntry], texts: Texts
) -> Iterator[Child | Trouble]:
    """Yield embedded files under their real names, those in the metafiles ``keeping`` some, and what was noted."""
    for member in members:
        seen = len(texts.troubles)
        data = package.read(member)
        yield from texts.troubles[seen:]
        name = posixpath.basename(member.name.replace("\\", "/"))
        if data.startswith(OLE_SIGNATURE):
            yield from unwrap(data, name)
        elif data:
            yield Child(name, data, package.type_of(member.name) or None)
    for member in keeping:
        yield from embedded_files(package.read(member), posixpath.basename(member.name).partition(".")[0])


def finish(package: Package, extract: Extract, texts: Texts, left: list[ZipEntry]) -> Extract:
    """Return the extract with what every package ends with: properties, macros, judgement, and ``left`` as children."""
    left = _attached(package, left)
    properties(package, extract, texts)
    for member in package.members:
        if key(member.name).endswith("vbaproject.bin"):
            macro_source(package.read(member), texts)
    keeping = add_metafile_text(package, texts)
    texts.report_missing_text(any("/media/" in "/" + key(m.name) for m in package.members), bool(left))
    extract.segments = texts.segments()
    extract.troubles = texts.troubles
    extract.children = embedded(package, left, keeping, texts)
    return extract
