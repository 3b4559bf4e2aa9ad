"""Where the known-answer test's matrix is stored: in the user's cache for every case to come, and with each case.

Making one takes seconds, so it is made once for a set of versions. Nothing here makes one.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import platform
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

import msgspec

import triage
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.messages import encode, joined, say
from triage.model.items import Check
from triage.model.known_answers import KnownAnswers, Matrix
from triage.model.messages import Message
from triage.proof.folders import message
from triage.proof.verify.manifest import compared
from triage.store import extent

# The versions of the program, of Python and of every library that reads. Two machines with equal versions read alike;
# where anything differs the matrix must be made again.

LIBRARIES = {
    "apsw": "SQLite: the database and the full-text index of a case, and databases among the records",
    "backports.zstd": "what is packed with Zstandard, and long texts in a case's database, before Python 3.14",
    "chardet": "guesses the character set of text that states none",
    "cryptography": "encrypts sealed text; opens Office XML and OpenDocument with a password; names in certificates",
    "distributed": "workers of a Dask cluster, where an index run names one",
    "extract-msg": "converts Outlook items to mail messages (EML) in an export; indexing doesn't use it",
    "inflate64": "Deflate64, in ZIP archives",
    "keyring": "the login's keyring, for the password of a search cluster",
    "libarchive-c": "RAR, cabinets, LHA, ar, cpio and disc images, by the system's libarchive",
    "lxml": "XML: Office XML, OpenDocument, Outlook for Mac and others",
    "msgspec": "what reader processes are asked and answer",
    "msoffcrypto-tool": "opens encrypted Office documents with a password",
    "mutagen": "length and tags of sound and film",
    "numpy": "distances between wildcards that stand for very many words",
    "olefile": "compound files that break the format's rules",
    "opensearch-py": "the client of the engine opensearch",
    "pikepdf": "PDF: passwords, attached and hidden files, scripts, properties, repair, objects of earlier revisions",
    "pillow": "pictures: size, EXIF and the like, page images",
    "py7zr": "7z archives",
    "pycryptodomex": "opens ZIP archives with a password",
    "pypdfium2": "PDF: text, annotations, form fields, outlines and page images",
    "pyppmd": "PPMd, in ZIP archives",
    "python-calamine": "workbooks shown as a grid, and lists of terms; indexing doesn't use it",
    "rapidfuzz": "words within a distance of spelling",
    "regex": "searches by pattern",
    "selectolax": "HTML: text, and pages made harmless to be shown",
    "snowballstemmer": "word stems",
    "tesserocr": "text in pictures",
    "whoosh3": "the index of the engine whoosh",
}
"""Every library that reads or searches, and what. What isn't here, Triage reads by code of its own."""

Versions = tuple[tuple[str, str], ...]
"""Pairs of a name and its version, in a fixed order."""


@cache
def current() -> Versions:
    """Return the versions in force; "sources" is a hash of the program's own source, "" where it has none on disk."""
    import apsw

    found = [("triage", triage.__version__), ("sources", _sources()), ("python", platform.python_version())]
    found += [("system", f"{platform.system()} {platform.machine()}"), ("sqlite", apsw.sqlite_lib_version())]
    found.append(("libarchive", _libarchive()))
    return (*found, *((name, _version(name)) for name in LIBRARIES))


def versions_key(versions: Versions) -> str:
    return hashlib.sha256("\n".join(f"{name}={value}" for name, value in versions).encode()).hexdigest()[:20]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


def _libarchive() -> str:
    """Return the version of the system's library as it numbers itself (3006002 for 3.6.2), "none" without it.

    The parser that uses it isn't asked, as all parsers would be loaded with it.
    """
    for name in ("libarchive.so.13", "libarchive.so"):
        with suppress(OSError):
            return str(ctypes.CDLL(name).archive_version_number())
    return "none"


def _sources() -> str:
    """Return a hash over the program's files, tables too, but those of the command line, which read nothing."""
    here = Path(triage.__file__).parent
    files = (path for path in sorted(here.glob("**/*")) if path.is_file() and path.suffix != ".pyc")
    names = [path.relative_to(here).as_posix() for path in files]
    reading = [name for name in names if not name.startswith(("cli/", "_sample_corpus/"))]
    total = hashlib.sha256()
    for name in reading:
        total.update(f"{name}\0".encode() + (here / name).read_bytes())
    return total.hexdigest()[:20] if reading else ""


def cached() -> Matrix | None:
    """Return the matrix of the versions in force, None where none is in the cache or it can't be read."""
    with suppress(OSError, ValueError, msgspec.DecodeError):
        matrix = load(_file().read_text("utf-8"))
        return matrix if matrix.versions == current() else None
    return None


def store_in_cache(matrix: Matrix) -> bool:
    """Put a matrix into the cache; returns whether the system let us."""
    file = _file()
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(dump(matrix), "utf-8")
        fresh.replace(file)
    except OSError:
        return False
    return True


def _file() -> Path:
    return _folder() / f"selftest-{versions_key(current())}.json"


def _folder() -> Path:
    """Return the program's folder in the user's cache (XDG Base Directory); TRIAGE_CACHE names another one."""
    if own := os.environ.get("TRIAGE_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "triage"


def dump(matrix: Matrix) -> str:
    return msgspec.json.encode(matrix).decode()


def load(text: str) -> Matrix:
    return msgspec.json.decode(text, type=Matrix)


def note(case: OpenCase, read: bool) -> None:
    """Note after a run that ``read`` any source which versions read it, with their matrix if there is one."""
    key = versions_key(current())
    known = {each.key: each for each in extent.read_versions(case.store)}
    if key not in known and read:
        _write(case, "triage index", cached())
    elif key in known and not known[key].matrix and (matrix := cached()):
        _write(case, "triage index", matrix)


def keep(case: OpenCase, matrix: Matrix) -> None:
    """Store a matrix that was made by the versions in force; raises CaseError where others read the case."""
    known = {each.key: each for each in extent.read_versions(case.store)}
    if versions_key(matrix.versions) in known:
        _write(case, "triage selftest", matrix)
        return
    if not known:
        raise CaseError("case-unread", path=case.path)
    before = dict(json.loads(list(known.values())[-1].versions))
    differing = [
        say("version-differs", name=name, before=before.get(name, ""), now=value)
        for name, value in matrix.versions
        if before.get(name) != value
    ]
    raise CaseError("case-read-by-others", path=case.path, versions=joined("two-clauses", differing))


def check(case: OpenCase) -> Check:
    """Say what the case's known answers are; it doesn't hold where a forbidden canary turned up."""
    answers = recorded(case)
    sound = not any(each.matrix.leaks if each.matrix else each.result for each in answers)
    parts = [_in_words(case, each) for each in answers]
    return Check("known answers", sound, joined("two-clauses", parts) if parts else say("nothing-read-yet"))


def check_versions(case: OpenCase) -> list[Check]:
    """Say where the versions that read the case last differ from those that are installed; it fails nothing.

    What can't be read is said by ``check``.
    """
    try:
        versions = [json.loads(each.versions) for each in extent.read_versions(case.store)]
    except ValueError:
        return []
    return [Check("versions", True, message(compared(dict(versions[-1]), dict(current()))))] if versions else []


def recorded(case: OpenCase) -> tuple[KnownAnswers, ...]:
    answers = list[KnownAnswers]()
    for each in extent.read_versions(case.store):
        matrix, result = None, None
        try:
            if each.matrix:
                matrix = load(each.matrix)
                result = summary(matrix)
        except msgspec.DecodeError as error:
            result = say("check-unreadable", error=error)
        answers.append(KnownAnswers(each.key, each.time, each.versions, result, matrix))
    return tuple(answers)


def _in_words(case: OpenCase, answers: KnownAnswers) -> Message:
    if answers.matrix and answers.result:
        return say("matrix-found", versions=answers.key, summary=answers.result)
    return answers.result or say("matrix-missing", versions=answers.key, path=case.path)


def _write(case: OpenCase, actor: str, matrix: Matrix | None) -> None:
    pairs = current()
    words = encode(summary(matrix)) if matrix else ""
    key, text = versions_key(pairs), json.dumps(pairs, ensure_ascii=False)
    extent.store_versions(case.store, actor, key, text, dump(matrix) if matrix else "", words)


def summary(matrix: Matrix) -> Message:
    """Return a matrix's result in a few words."""
    count = len(matrix.answers)
    found = count - len(matrix.missed)
    if matrix.leaks:
        return say("canaries-found-and-leaked", found=found, count=count, leaks=len(matrix.leaks))
    return say("canaries-found", found=found, count=count)
