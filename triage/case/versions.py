"""The versions of the program, of Python and of every library that reads: what a known-answer matrix applies to.

Two machines with equal versions read alike; where anything differs the matrix must be made again.
"""

from __future__ import annotations

import ctypes
import hashlib
import platform
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

import triage

LIBRARIES = {
    "apsw": "SQLite: the database and the full-text index of a case, and databases among the records",
    "backports.zstd": "what is packed with Zstandard, before Python 3.14",
    "chardet": "guesses the character set of text that states none",
    "cramjam": "Snappy, in iWork documents",
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
    "zstandard": "packs long texts in a case's database",
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


def key(versions: Versions) -> str:
    """Return the name of a set of versions: 20 hex digits of a hash over all of them."""
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
