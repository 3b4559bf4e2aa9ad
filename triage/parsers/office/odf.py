"""OpenDocument: text, spreadsheets, presentations, drawings and their templates, zipped or as one flat file.

OpenDocument 1.3 part 3. Text is told apart by origin as in the other office formats; charts and other documents inside
are read in place, embedded OLE objects become children.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any, NamedTuple

from triage.model.items import Child, Extract
from triage.parsers.kit.contract import HEAD, Context, Data, Limits, Probe, as_file
from triage.parsers.kit.list_labels import whole
from triage.parsers.kit.passwords import Tries
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.xml_parts import Element, attribute, attributes, local, quiet_tree, walk
from triage.parsers.office.odf_story import TAGS, Numbers, OdfStory, is_small
from triage.parsers.office.ooxml.common import drawn, embedded, is_large_picture
from triage.parsers.office.ooxml.package import Package, key

# Encrypted OpenDocument packages: OpenDocument 1.3 part 2, 3.4 and 4.8, with ``cryptography``.
#
# Blowfish in CFB mode or AES-256 in CBC mode, the key by PBKDF2 from a hash of the password, the content deflated.
# What newer versions do otherwise (AES-GCM with Argon2) is done as far as ``cryptography`` has it.


@dataclass(frozen=True, slots=True)
class _Lock:
    """How one member is encrypted, as the manifest says."""

    algorithm: str
    vector: bytes
    argon2: bool
    salt: bytes
    rounds: int
    key_bytes: int
    start: str
    memory: int
    lanes: int


def _locks(package: Package) -> dict[str, _Lock]:
    """Return the lock of each encrypted member; empty where the package isn't encrypted."""
    root = quiet_tree(package.read("META-INF/manifest.xml"))
    entries = root.iter("{*}file-entry") if root is not None else ()
    encrypted = ((entry, entry.find("{*}encryption-data")) for entry in entries)
    return {attribute(entry, "full-path"): _lock(data) for entry, data in encrypted if data is not None}


def _lock(data: Element) -> _Lock:
    parts = {local(e): attributes(e) for e in data}
    cipher, derivation, start = (parts.get(n, {}) for n in ("algorithm", "key-derivation", "start-key-generation"))
    rounds, usual = ("argon2-iterations", 3) if derivation.get("argon2-iterations") else ("iteration-count", 1024)
    return _Lock(
        algorithm=cipher.get("algorithm-name", "").lower(),
        vector=from_base64(cipher.get("initialisation-vector", "")),
        argon2="argon2" in derivation.get("key-derivation-name", "").lower(),
        salt=from_base64(derivation.get("salt", "")),
        rounds=whole(derivation.get(rounds, ""), usual),
        key_bytes=whole(derivation.get("key-size", ""), 16),
        start="sha256" if "sha256" in start.get("start-key-generation-name", "").lower() else "sha1",
        memory=whole(derivation.get("argon2-memory", ""), 65536),
        lanes=whole(derivation.get("argon2-lanes", ""), 4),
    )


def _opened(package: Package, context: Context, texts: Texts) -> bytes | None:
    """Return the package decrypted, as a zip, or None, with a trouble, where none of the passwords opens it."""
    closed = _locks(package)
    probe = next((n for n in ("encrypted-package", "content.xml") if n in closed), next(iter(closed)))
    tries = Tries(*context.passwords)
    for password in tries:
        try:
            content = _decrypted(package.read(probe), closed[probe], password, context.limits)
        except (ValueError, zlib.error, TypeError):
            continue
        if content[:2] == b"PK" and probe == "encrypted-package":
            context.fitted.append(password)
            return content
        if content.lstrip()[:1] == b"<":
            context.fitted.append(password)
            return _whole(package, closed, password, context.limits, texts)
    texts.troubles += tries.troubles
    texts.trouble("encrypted", "password-needed-tried")
    return None


def _whole(package: Package, closed: dict[str, _Lock], password: str, limits: Limits, texts: Texts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as clear:
        for member in package.members:
            content = package.read(member)
            if member.filename in closed:
                try:
                    content = _decrypted(content, closed[member.filename], password, limits)
                except (ValueError, zlib.error, TypeError) as error:
                    texts.trouble("damaged", "part-not-decrypted", name=member.filename, error=error)
                    continue
            if member.filename != "META-INF/manifest.xml":
                clear.writestr(zipfile.ZipInfo(member.filename), content)
    return target.getvalue()


def _decrypted(data: bytes, lock: _Lock, password: str, limits: Limits) -> bytes:
    """Return a member's content. Raises ValueError, TypeError or zlib.error for a wrong password or broken data."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
    from cryptography.hazmat.decrepit.ciphers.modes import CFB
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    key = _key(lock, password)
    cipher: Cipher[Any]
    if "gcm" in lock.algorithm:
        body = data[len(lock.vector) if data.startswith(lock.vector) else 0 : -16]
        cipher = Cipher(algorithms.AES(key), modes.GCM(lock.vector, data[-16:]))
    elif "blowfish" in lock.algorithm:
        body, cipher = data, Cipher(Blowfish(key), CFB(lock.vector))
    else:
        body, cipher = data[: len(data) - len(data) % 16], Cipher(algorithms.AES(key), modes.CBC(lock.vector))
    plain = cipher.decryptor().update(body)
    if plain[:2] == b"PK":
        return plain
    allowed = min(limits.item_bytes, max(limits.ratio * len(plain), 1 << 20))
    return zlib.decompressobj(-15).decompress(plain, allowed)


def _key(lock: _Lock, password: str) -> bytes:
    start = hashlib.new(lock.start, password.encode(), usedforsecurity=False).digest()
    if lock.argon2:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        return Argon2id(
            salt=lock.salt, length=lock.key_bytes, iterations=lock.rounds, lanes=lock.lanes, memory_cost=lock.memory
        ).derive(start)
    return hashlib.pbkdf2_hmac("sha1", start, lock.salt, min(lock.rounds, 10_000_000), lock.key_bytes)


_BASE = "application/vnd.oasis.opendocument."
_OWN = [_BASE + kind for kind in ("text", "spreadsheet", "presentation", "graphics", "chart", "formula")]
_SUN = "application/vnd.sun.xml."
_SUN_KINDS = {"writer": "text", "calc": "spreadsheet", "impress": "presentation", "draw": "graphics", "math": "formula"}
TYPES = (*_OWN, *(t + "-template" for t in _OWN[:4]), *(_SUN + kind for kind in _SUN_KINDS))
_STATED = re.compile(rb"""\boffice:(?:mimetype|class)\s*=\s*["']([\w./+-]{1,100})["']""")

_FLAT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*|<!D[^>]{0,500}>\s*){0,9}"
    rb"<(?:[\w.-]{1,50}:)?document(?:-[a-z]{1,20})?[\s>]",
    re.DOTALL,
)
"""The first element of a flat document, or of a part of one; Gnumeric's files use the names of OpenDocument inside."""

_DULL = ("thumbnails/", "configurations2/", "meta-inf/", "objectreplacements/", "layout-cache")
_DULL_NAMES = frozenset({"mimetype", "settings.xml", "manifest.rdf", "current.xml", "meta.xml"})


class _Styles(NamedTuple):
    """What ``styles.xml`` says of what other parts name: the numbering of lists, styles that raise or lower text."""

    numbers: Numbers
    small: set[str]


def claims(probe: Probe) -> bool:
    """Whether the file is a package with OpenDocument content, or a flat document."""
    names = {key(n) for n in probe.zip_names}
    if names & {"content.xml", "encrypted-package"} and names & {"meta-inf/manifest.xml", "styles.xml", "mimetype"}:
        return True
    if probe.head[:4] == b"PK\x03\x04":
        return not names and probe.head[30:].startswith(
            (b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/vnd.sun")
        )
    if b"office:document " in probe.head:
        return True
    return b"opendocument:xmlns:office" in probe.head[:2000] and _FLAT.match(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every part of the document. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    extract = Extract(TYPES[0], troubles=texts.troubles)
    if untrusted_data[:2] != b"PK":
        return _flat(untrusted_data, extract, texts)
    package = Package(untrusted_data, context, texts)
    extract.type = _type(package)
    if _locks(package):
        clear = _opened(package, context, texts)
        if clear is None:
            return extract
        package = Package(clear, context, texts)
    numbers, data = Numbers(), package.read("styles.xml")
    root = quiet_tree(data) if b"level-style" in data or b"text-position" in data else None
    small: set[str] = set()
    for style in root.iter("{*}list-style", "{*}outline-style", "{*}style") if root is not None else ():
        if local(style) != "style":
            numbers.add(style)  # before the content is read, which names them
        elif is_small(style, small):
            small.add(attribute(style, "name"))
    known = _Styles(numbers, small)
    left = [m for m in package.members if not _part(package, m, extract, texts, known)]
    keeping = drawn(package, texts)
    texts.judge(any("pictures/" in key(m.filename) for m in package.members), bool(left))
    _finish(extract, texts)
    extract.children = embedded(package, left, keeping, texts)
    return extract


def _type(package: Package) -> str:
    """Return the type stated by the first member (ODF 1.3 part 2, 3.3), else by the manifest for the whole (4.3)."""
    declared = package.read("mimetype").decode("latin-1").strip()
    if declared.startswith("application/vnd."):
        return declared
    manifest = quiet_tree(package.read("META-INF/manifest.xml"))
    for entry in manifest.iter("{*}file-entry") if manifest is not None else ():
        stated = attribute(entry, "media-type")
        if attribute(entry, "full-path") == "/" and stated.startswith((_BASE, _SUN)):
            return stated
    return TYPES[0]


def _kind(stated: str) -> str:
    """Return what kind of document a type stands for, as OpenDocument names it; OpenOffice 1 had names of its own."""
    if not stated.startswith(_SUN):
        return stated.removeprefix(_BASE)
    return _SUN_KINDS.get(stated.removeprefix(_SUN).partition(".")[0], "text")


def _finish(extract: Extract, texts: Texts) -> None:
    known = dict(extract.properties)
    extract.subject = known.get("title")
    extract.date = known.get("date") or known.get("creation-date")
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
    extract.segments = texts.segments()


def _changed(story: OdfStory) -> list[tuple[str, str]]:
    """Return the property that names the authors of tracked changes."""
    authors = story.changers.told()
    return [("Changed by", authors)] if authors else []


def _flat(untrusted_data: Data, extract: Extract, texts: Texts) -> Extract:
    """Read a document that is one XML file (3.1.2); its pictures and objects stand in it in base64."""
    stated = _STATED.search(untrusted_data[:HEAD])
    story = OdfStory(texts, _kind(stated[1].decode()) if stated else "")
    story.read(walk(as_file(untrusted_data), "document", TAGS, texts))
    extract.properties.extend([*story.properties, *_changed(story)])
    kind = _BASE + story.kind.replace("drawing", "graphics")
    extract.type = kind if kind in TYPES else TYPES[0]
    texts.judge(False)
    _finish(extract, texts)
    extract.children = (Child(None, data) for data in story.binaries)
    return extract


def _part(package: Package, member: zipfile.ZipInfo, extract: Extract, texts: Texts, styles: _Styles) -> bool:
    """Read one part; False where it is a file of its own, to be a child."""
    place = key(member.filename)
    base = place.rpartition("/")[2]
    if base in ("content.xml", "styles.xml"):
        outer = "/" not in place
        story = OdfStory(texts, _kind(extract.type), *styles) if outer else OdfStory(texts, "chart")
        story.read(package.walk(member, TAGS))
        extract.properties.extend(_changed(story))
    elif place == "meta.xml":
        root = quiet_tree(package.read(member))
        for element in root.iter() if root is not None else ():  # metadata (4.3), without statistics
            text, name = (element.text or "").strip(), local(element)
            if text and name not in ("editing-duration", "editing-cycles"):
                extract.properties.append((attribute(element, "name") or name or "remark", text))
    elif place.startswith(("basic/", "dialogs/")) and place.endswith(".xml"):
        root = quiet_tree(package.read(member))
        if root is not None and local(root) == "module":
            texts.add("hidden", "".join(root.itertext()))
    else:
        if "pictures/" in place or "media/" in place:
            return not is_large_picture(package, member)
        return base in _DULL_NAMES or any(f"/{folder}" in f"/{place}" for folder in _DULL)
    return True
