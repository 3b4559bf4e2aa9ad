"""Files inside a PDF: attached to it and to its annotations, assets of rich media, second contents, deleted files.

ISO 32000-1, 7.11.3 and 7.11.4: a file specification leads to streams by the entries of its EF, one for each platform,
and to related files by RF; Adobe's Supplement to ISO 32000 (ExtensionLevel 3), 9.6: RichMedia annotations hold files in
a name tree of their own. So it isn't lists that are followed: the objects of the document, of its earlier revisions,
and those that no table lists are looked at. An open document in, children out.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import Limits
from triage.parsers.kit.unpacking import UnpackingBudget, shown
from triage.parsers.pdf import objects
from triage.parsers.pdf.objects import Key, qpdf, text
from triage.parsers.pdf.pdfium_ffi import wide
from triage.parsers.pdf.source import Marks, PdfRevision, PdfSource

NAMES = rb"E(?:(?:F|#46)(?=[\s\0/<%])|mbeddedFile)|#45"
"""EF and EmbeddedFile (7.11.3, 7.11.4); any letter of a name may be written as its number (7.3.5)."""

_MARKS = re.compile(rb"/E(?:F|mbeddedFile)\b")
_IRM_PAYLOAD = "MicrosoftIRMServices Protected PDF"
_OWN_NAMES = ("/DOS", "/Mac", "/Unix")


def files(
    pdfium: Any, document: Any, attached: list[Any], source: PdfSource, marks: Marks, limits: Limits
) -> Iterator[Child | Trouble]:
    """Yield the files in a document, then what PDFium lists and nobody can read; ``attached`` are its annotations'.

    ``marks`` are the objects that may be or name files, by their offset. The document and its source are closed.
    """
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    handles = [pdfium.FPDFDoc_GetAttachment(document, index) for index in range(min(count, 100_000))] + attached
    listed = {wide(pdfium.FPDFAttachment_GetName, handle): handle for handle in handles}
    given = set[str | Message | None]()
    for child in _EmbeddedFiles(source, marks, limits).all(listed.keys()) if marks else ():
        if isinstance(child, Child):
            given.add(child.name)
        elif child.message in given:
            continue
        else:
            given.add(child.message)
        yield child
    for name, handle in listed.items():
        if name.startswith(_IRM_PAYLOAD):
            yield Trouble("rights-protected", say("rights-managed"))
        unread = {name or None, _missing(name).message}.isdisjoint(given)
        if unread and not pdfium.FPDFAttachment_GetFile(handle, None, 0, ctypes.c_ulong()):
            yield _missing(name)
    source.close()
    document.close()


def _missing(name: str) -> Trouble:
    return Trouble("damaged", say("attached-file-missing", name=shown(name)))


class _EmbeddedFile(NamedTuple):
    """An embedded file: its stream (None where it is missing), its name, the object that names it, and its offset."""

    stream: Any
    name: str
    holder: Key
    offset: int = -1


def _files(revision: PdfRevision) -> list[_EmbeddedFile]:
    """Return the files in the marked objects of a revision in the order of their bytes, missing ones last."""
    named, typed = dict[tuple[int, str], _EmbeddedFile](), dict[int, _EmbeddedFile]()
    for one in revision.marked(_MARKS):
        for stream, name in (entry for inside in objects.dictionaries(one) for entry in _specified(inside)):
            offset = revision.offset(stream.objgen) if stream is not None else -1
            named[offset, name] = _EmbeddedFile(stream, name, one.objgen, offset)
        if isinstance(one, qpdf().Stream) and one.get("/Type") == "/EmbeddedFile":
            offset = revision.offset(one.objgen)
            typed[offset] = _EmbeddedFile(one, "", one.objgen, offset)
    for offset in typed.keys() - {offset for offset, _ in named}:
        named[offset, ""] = typed[offset]
    return sorted(named.values(), key=lambda file: (file.stream is None, file.offset))


def _specified(specification: Any) -> Iterable[tuple[Any, str]]:
    """Return what one file specification leads to, each stream once: the file for each platform, and related files."""
    pikepdf = qpdf()
    streams = dict[Key | None, tuple[Any, str]]()

    def name(*keys: str) -> str:
        return next(filter(None, (text(specification.get(key)) for key in keys)), "")

    def entries(key: str) -> Any:
        inside = specification.get(key)
        return inside.items() if isinstance(inside, pikepdf.Dictionary) else ()

    for key, stream in entries("/EF"):
        if stream is None or isinstance(stream, pikepdf.Stream):
            called = name(*([key] if key in _OWN_NAMES else []), "/UF", "/F", *_OWN_NAMES)
            streams.setdefault(stream.objgen if stream is not None else None, (stream, called))
    for _, related in entries("/RF"):
        listed = list(related) if isinstance(related, pikepdf.Array) else []
        for called, stream in zip(listed[::2], listed[1::2], strict=False):
            if isinstance(stream, pikepdf.Stream):
                streams.setdefault(stream.objgen, (stream, text(called)))
    return streams.values()


class _EmbeddedFiles:
    """The embedded files of a document; ``marks`` are the objects that may be or name some, by their offset."""

    def __init__(self, source: PdfSource, marks: Marks, limits: Limits) -> None:
        self._source = source
        self._marks = marks
        self._budget = UnpackingBudget(limits)
        self._changed = max(source.ends, default=0)
        self._read = set[int]()
        self._nameless = dict[int, _EmbeddedFile]()
        self._form_parts = set[int]()
        self._given = set[tuple[Key | None, bytes]]()

    def all(self, listed: Collection[str]) -> Iterator[Child | Trouble]:
        """Yield them; the name says where one isn't part of the document now. PDFium lists those of some names."""
        if self._source.pdf is None or self._source.is_locked:
            locked = self._source.pdf is not None
            why = ("encrypted", "attached-files-encrypted") if locked else ("damaged", "files-not-looked-for")
            yield Trouble(why[0], say(why[1]))
            return
        for revision in self._source.revisions(self._marks, self._nameless.keys()):
            # What an XFA form consists of says that it is a file, and isn't.
            self._form_parts |= {revision.offset(part.objgen) for part in objects.form_parts(revision.pdf)}
            files = [file for file in _files(revision) if file.offset not in self._read]
            # Where each listed name is that of one file, all are live; else it takes a walk over all objects.
            all_live = sorted(file.name for file in files) == sorted(listed)
            for file in files:
                key = file.holder if file.stream is None else file.stream.objgen
                is_live = revision.is_now and (all_live or revision.is_live(key))
                has_no_name = not (file.name or is_live or file.stream is None)
                if revision.is_now and has_no_name and file.offset < self._changed:
                    self._nameless[file.offset] = file  # an earlier revision may know its name
                else:
                    yield from self._child(file, is_live)
        for file in self._nameless.values():
            yield from self._child(file)
        if self._source.is_cut:
            yield Trouble("limit-count", say("files-over-count"))

    def _child(self, file: _EmbeddedFile, is_live: bool = False) -> Iterator[Child | Trouble]:
        """Yield a file, or why it can't be read, unless that was given; a missing one only where it is to be there."""
        if file.stream is None and is_live:
            yield _missing(file.name)
        if file.stream is None or (file.offset in self._form_parts and not file.name):
            return
        self._read.add(file.offset)
        data, trouble = objects.content(file.stream, self._budget, file.name)
        if data is None:
            yield from [trouble] if trouble else []
            return
        prefix = "" if is_live else "earlier revision/" if file.offset < self._changed else "not listed/"
        name = f"{prefix}{file.name or 'file'}" if prefix else file.name or None
        content = sha256(data).digest()
        if (file.holder if is_live else None, content) not in self._given:
            yield Child(name, data, troubles=(trouble,) if trouble else ())
        self._given |= {(file.holder, content), (None, content)}
