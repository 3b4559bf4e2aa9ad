"""What a PDF's pages say besides their text: annotations, form fields, descriptions, and files attached to a place.

ISO 32000-1 12.5 (annotations), 12.7 (forms) and 14.9.3 to 14.9.5 (what a tagged file says of its pictures, tables and
formulas); and the files inside a document. Scripts are read as hidden text and never run; no link is followed.
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
from triage.parsers.kit.contract import Limits, seconds_left
from triage.parsers.kit.texts import Texts, looks_like_words
from triage.parsers.kit.unpacking import UnpackingBudget, shown
from triage.parsers.pdf import objects
from triage.parsers.pdf.objects import Key, Marks, PdfRevision, PdfSource, content, dictionaries, literal, qpdf, text
from triage.parsers.pdf.opening import Handle, handle, narrow, unchecked, wide
from triage.parsers.pdf.text import page_text, plain_text

# Kinds of annotations: fields, and those that may show other words than they have (free text, stamps, files); kinds of
# fields that show text: choices and text fields.
_WIDGET, _SHOWING, _TEXTS = 20, (3, 13, 17), (4, 5, 6)
_MOST_PAGES, _MOST_VALUES, _RESERVE = 500, 500, 0.5
DESCRIPTIONS = (
    rb"(?:Alt|ActualText)(?![a-z]|[\s\0]{0,8}(?:\([\s\0]{0,8}\)|<>))|E[\s\0]{0,8}(?:\([\w\xfe]|<[0-9A-Fa-f]{4})"
)
"""A description, a replacement, and what an abbreviation stands for."""

_MOST_ELEMENTS, _MOST_OF_PAGE = 1_000_000, 50_000
_WORDY = re.compile(r"\w")


def page_notes(pdfium: Any, document: Any, page: Any, drawn: dict[int, str], texts: Texts) -> Iterator[Any]:
    """Add the words of annotations and fields; yield attached files. ``drawn`` takes those that draw more words."""
    form = document.formenv
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 20000)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        widget = kind == _WIDGET
        if kind in _PLAYED:
            texts.trouble("no-text", _PLAYED[kind])
        known = ""
        if widget and form:
            value, known = _field(pdfium, form, note, texts)
        else:
            author, words = _entry(pdfium, note, b"T"), _entry(pdfium, note, b"Contents")
            called = _entry(pdfium, note, b"TU") if widget else ""
            texts.add("annotation", ": ".join(part for part in (author, called, words) if part))
            texts.add("annotation", _entry(pdfium, note, b"Subj") if author or words else "")
            link = pdfium.FPDFAnnot_GetLink(note)
            texts.add("annotation", target(pdfium, document, pdfium.FPDFLink_GetAction(link) if link else None))
            value = words or _entry(pdfium, note, b"V")
            known = value if kind in _SHOWING else ""
            texts.add("annotation", "" if words else value)
        if not value or known or kind in _SHOWING:
            shown, more = _appearance(pdfium, note)
            is_new = _squeezed(shown) not in (_squeezed(value), _squeezed(known))
            if is_new and (known or looks_like_words(shown) or not (value or (widget and form))):
                texts.add("annotation", shown)
            if more:
                drawn[index] = f"{known} {shown if known else ''}"
        attachment = pdfium.FPDFAnnot_GetFileAttachment(note)
        if attachment:
            yield attachment
        pdfium.FPDFPage_CloseAnnot(note)


# Subtypes of annotations that hold no words (12.5.6.16 to 12.5.6.18, 13.6, Adobe's RichMedia), as PDFium counts.
_PLAYED = {
    18: "page-holds-sound",
    19: "page-holds-film",
    21: "page-holds-recording",
    25: "page-holds-scene",
    26: "page-holds-recording",
}


def _entry(pdfium: Any, note: Any, name: bytes) -> str:
    return wide(pdfium.FPDFAnnot_GetStringValue, note, name)


_SHOWN = re.compile(r"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|\r\n|.)", re.DOTALL)
_SHOWS = re.compile(r"\bT[jJ]\b")
_CODES = re.compile(r"<[0-9A-Fa-f\s]+>")
_DRAWS = re.compile(r"\bDo\b")


def _appearance(pdfium: Any, note: Any) -> tuple[str, bool]:
    """Return the strings that an appearance shows in fonts of a simple encoding, and whether it shows more."""
    content = wide(pdfium.FPDFAnnot_GetAP, note, 0)
    if not any(mark in content for mark in ("(", "BT", "Do")):
        return "", False
    strings = (_ESCAPE.sub(lambda escape: literal(escape[0]), written) for written in _SHOWN.findall(content))
    shown = " ".join(map(str.strip, strings)).strip()
    is_drawn = _CODES.search(content) or ("Do" in content and _DRAWS.search(content))
    return shown, bool(is_drawn or (_SHOWS.search(content) and not looks_like_words(shown)))


def _squeezed(text: str) -> str:
    """Return a text without its blanks: an appearance breaks a value into lines, or shows each letter alone."""
    return "".join(text.split())


def target(pdfium: Any, document: Any, action: Any) -> str:
    """Return the address or the file that an action leads to, "" where there is none."""
    if not action:
        return ""
    address = narrow(pdfium.FPDFAction_GetURIPath, document, action)
    return address or narrow(pdfium.FPDFAction_GetFilePath, action)


def _field(pdfium: Any, form: Any, note: Any, texts: Texts) -> tuple[str, str]:
    """Add a field's names, value, choices; return the value, and all that its text may show, such as it with a unit."""
    name = wide(pdfium.FPDFAnnot_GetFormFieldName, form, note)
    called = wide(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, note)
    value = wide(pdfium.FPDFAnnot_GetFormFieldValue, form, note)
    texts.add("annotation", ": ".join(dict.fromkeys(p for p in (name, called, value) if p)))
    options = range(min(pdfium.FPDFAnnot_GetOptionCount(form, note), 1000))
    labels = [wide(pdfium.FPDFAnnot_GetOptionLabel, form, note, option) for option in options]
    for label in labels:
        if label != value:
            texts.add("annotation", label)
    is_text = value and pdfium.FPDFAnnot_GetFormFieldType(form, note) in _TEXTS
    return value, " ".join((value, *labels)) if is_text else ""


def add_drawn(pdfium: Any, document: Any, drawn: dict[int, dict[int, str]], texts: Texts) -> None:
    """Add the lines that annotations only draw (12.5.5); ``drawn`` has what ``page_notes`` gives by page, from 0 on.

    PDFium gives a page's text without that of its annotations. Once an annotation's appearance is part of the page, its
    text is read like the page's: that changes the document, so nobody else may read it. It takes half of the time that
    is left, at most; what is left out is reported.
    """
    reserve = seconds_left() * _RESERVE
    for count, (number, notes) in enumerate(drawn.items()):
        if count >= _MOST_PAGES or seconds_left() < reserve:
            texts.trouble("limit-count", "drawn-words-over-count", count=len(drawn), most=count)
            return
        values = sorted(filter(None, map(str.strip, notes.values())), key=len, reverse=True)
        words = {word for value in values for word in (*value.split(), _squeezed(value))}
        for line in _drawn_lines(pdfium, document, number, notes.keys()):
            for value in values[:_MOST_VALUES]:  # fields that stand beside each other are one line
                line = line.replace(value, "")
            is_known = _squeezed(line) in words or words.issuperset(line.split())
            texts.add("annotation", "" if is_known else line.strip())


def _drawn_lines(pdfium: Any, document: Any, number: int, indexes: Collection[int]) -> list[str]:
    page = pdfium.FPDF_LoadPage(document, number)
    before = set(_lines(pdfium, page))
    _remove_others(pdfium, page, indexes)
    done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    pdfium.FPDF_ClosePage(page)
    if done != pdfium.FLATTEN_SUCCESS:
        return []
    page = pdfium.FPDF_LoadPage(document, number)
    lines = [line for line in _lines(pdfium, page) if line not in before]
    pdfium.FPDF_ClosePage(page)
    return lines


def _remove_others(pdfium: Any, page: Any, indexes: Collection[int]) -> None:
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        if index not in indexes:
            pdfium.FPDFPage_RemoveAnnot(page, index)
            continue
        note = pdfium.FPDFPage_GetAnnot(page, index)
        pdfium.FPDFAnnot_SetFlags(note, pdfium.FPDF_ANNOT_FLAG_PRINT)
        pdfium.FPDFPage_CloseAnnot(note)


def _lines(pdfium: Any, page: Any) -> list[str]:
    textpage = pdfium.FPDFText_LoadPage(page) if page else None
    if not textpage:
        return []
    text, _ = page_text(pdfium, textpage, plain_text(pdfium, textpage))
    pdfium.FPDFText_ClosePage(textpage)
    return text.splitlines()


class Descriptions:
    """What a document's structure trees say that its pages don't, each once; a reader of the pages doesn't see it.

    A picture's own path on its author's disk is often among it. Most tagged files hold none, and walking a tree takes a
    tenth of a page's time, so the names of the entries are looked for in the file's bytes first.
    """

    def __init__(self, pdfium: Any, document: Any, mentioned: bool) -> None:
        self._pdfium = pdfium
        self._added = set[str]()
        self._left = _MOST_ELEMENTS if mentioned and pdfium.FPDFCatalog_IsTagged(document) else 0

    def add(self, page: Any, shown: str, texts: Texts) -> None:
        """Add as hidden what a page's elements say that isn't ``shown``, the page's text."""
        tree = self._pdfium.FPDF_StructTree_GetForPage(page) if self._left else None
        if not tree:
            return
        plain = f" {' '.join(shown.split())} "
        for words in self._elements(handle(tree), texts):
            if words not in self._added:
                self._added.add(words)
                if _WORDY.search(words) and f" {' '.join(words.split())} " not in plain:
                    texts.add("hidden", words)
        self._pdfium.FPDF_StructTree_Close(tree)

    def _elements(self, tree: Handle, texts: Texts) -> Iterator[str]:
        pdfium, ask = self._pdfium, unchecked(self._pdfium)
        calls = ("FPDF_StructElement_GetAltText", "FPDF_StructElement_GetActualText", "FPDF_StructElement_GetExpansion")
        about = [(getattr(ask, name), getattr(pdfium, name)) for name in calls]
        child, count_children = ask.FPDF_StructElement_GetChildAtIndex, ask.FPDF_StructElement_CountChildren
        count = min(self._left, _MOST_OF_PAGE)
        most = min(ask.FPDF_StructTree_CountChildren(tree), count + 1)
        waiting = [ask.FPDF_StructTree_GetChildAtIndex(tree, at) for at in reversed(range(most))]
        while waiting:
            if not count:
                self._left = 0
                texts.trouble("limit-count", "descriptions-over-count")
                return
            element = waiting.pop()
            count, self._left = count - 1, self._left - 1
            for size, words in about:
                if size(element, None, 0) > 2:
                    yield wide(words, ctypes.cast(element, pdfium.FPDF_STRUCTELEMENT))
            inside = (child(element, at) for at in reversed(range(min(count_children(element), count + 1))))
            waiting += [inner for inner in inside if inner.value]


# What a PDF's actions say where PDFium has no call for it: ISO 32000-1, 12.6. Scripts of buttons, pages and outlines,
# the addresses to which forms are sent, programs that are launched, other documents that are gone to. A person who
# reads the pages sees none of it. Nothing is run, opened or followed here.

_KINDS = rb"(?:J(?:avaScript|S)|SubmitForm|ImportData|Launch|GoTo[RE])\b"
ACTION_NAMES = _KINDS + rb"|(?:[JSILG][A-Za-z]{0,10})?#(?:[46][1-9A-Fa-f]|[57][0-9Aa])"
"""What stands in an action that says something (tables 198 and following), or a letter by its number (7.3.5), which
nobody writes without a purpose; PDFium tells where links lead."""

_ACTS = re.compile(rb"/%s" % _KINDS)
_TARGETS = ("/F", "/UF", "/P", "/D", "/DOS", "/Mac", "/Unix")
_SAYING = ("/SubmitForm", "/ImportData", "/Launch", "/GoToR", "/GoToE")
_MOST = 10_000


def add_actions(source: PdfSource, marks: Marks, limits: Limits, texts: Texts) -> None:
    """Add what actions say, each once: scripts as hidden, where they lead as annotations, what is gone as tracked."""
    if source.pdf is None:
        texts.trouble("damaged", "scripts-not-looked-for")
        return
    budget, count = UnpackingBudget(limits), 0
    for revision in source.revisions(marks):
        for origin, words in _words(revision, budget, texts):
            count += 1
            if count > _MOST:
                break
            if not texts.contains(origin, words) and not texts.contains("tracked", words):
                texts.add(origin if revision.is_now else "tracked", words)
    if source.is_cut or count > _MOST:
        texts.trouble("limit-count", "actions-over-count")


def _words(revision: PdfRevision, budget: UnpackingBudget, texts: Texts) -> Iterator[tuple[str, str]]:
    for action in (dictionary for one in revision.marked(_ACTS) for dictionary in dictionaries(one)):
        yield "hidden", _script(action.get("/JS"), budget, texts)
        if action.get("/S") in _SAYING:
            # A file specification (7.11.3) or a launch dictionary (table 204)
            for specification in (action.get("/F"), action.get("/Win")):
                is_dictionary = isinstance(specification, qpdf().Dictionary)
                targets = [specification.get(key) for key in _TARGETS] if is_dictionary else [specification]
                yield from (("annotation", target) for target in dict.fromkeys(map(text, targets)))


def _script(script: Any, budget: UnpackingBudget, texts: Texts) -> str:
    if not isinstance(script, qpdf().Stream):
        return text(script)
    data, trouble = content(script, budget, f"script in object {script.objgen[0]}")
    if trouble:
        texts.add_trouble(trouble)
    return text(data or b"")


# Files inside a PDF: attached to it and to its annotations, assets of rich media, second contents, deleted files. ISO
# 32000-1, 7.11.3 and 7.11.4: a file specification leads to streams by the entries of its EF, one for each platform, and
# to related files by RF; Adobe's Supplement to ISO 32000 (ExtensionLevel 3), 9.6: RichMedia annotations hold files in a
# name tree of their own. So it isn't lists that are followed: the objects of the document, of its earlier revisions,
# and those that no table lists are looked at. An open document in, children out.

FILE_NAMES = rb"E(?:(?:F|#46)(?=[\s\0/<%])|mbeddedFile)|#45"
"""EF and EmbeddedFile (7.11.3, 7.11.4); any letter of a name may be written as its number (7.3.5)."""

_MARKS = re.compile(rb"/E(?:F|mbeddedFile)\b")
_IRM_PAYLOAD = "MicrosoftIRMServices Protected PDF"
_OWN_NAMES = ("/DOS", "/Mac", "/Unix")


def files(
    pdfium: Any, document: Any, attached: list[Any], source: PdfSource, marks: Marks, limits: Limits
) -> Iterator[Child | Trouble]:
    """Yield the files in a document, then those that PDFium lists and nobody can read. Closes both when done."""
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    handles = [pdfium.FPDFDoc_GetAttachment(document, index) for index in range(min(count, 100_000))] + attached
    listed = {wide(pdfium.FPDFAttachment_GetName, handle): handle for handle in handles}
    reported = set[str | Message | None]()
    for child in _EmbeddedFiles(source, marks, limits).all(listed.keys()) if marks else ():
        if isinstance(child, Child):
            reported.add(child.name)
        elif child.message in reported:
            continue
        else:
            reported.add(child.message)
        yield child
    for name, file in listed.items():
        if name.startswith(_IRM_PAYLOAD):
            yield Trouble("rights-protected", say("rights-managed"))
        unread = {name or None, _missing(name).message}.isdisjoint(reported)
        if unread and not pdfium.FPDFAttachment_GetFile(file, None, 0, ctypes.c_ulong()):
            yield _missing(name)
    source.closing.close()
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
    def __init__(self, source: PdfSource, marks: Marks, limits: Limits) -> None:
        self._source = source
        self._marks = marks
        self._budget = UnpackingBudget(limits)
        self._changed = max(source.ends, default=0)
        self._read = set[int]()
        self._nameless = dict[int, _EmbeddedFile]()
        self._form_parts = set[int]()
        self._yielded = set[tuple[Key | None, bytes]]()

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
        if (file.holder if is_live else None, content) not in self._yielded:
            yield Child(name, data, troubles=(trouble,) if trouble else ())
        self._yielded |= {(file.holder, content), (None, content)}
