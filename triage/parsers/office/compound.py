"""Compound files that no other reader claims: damaged Office files, and kinds without a reader of their own.

A broken file of Word, Excel or PowerPoint is padded and read as far as it goes, else its loose strings are kept. Of
others come properties, embedded objects and loose strings, of Publisher the text: its table of chunks is as Apache POI
found it.
"""

from __future__ import annotations

import struct

from triage.messages import say
from triage.model.items import Extract, Trouble
from triage.parsers.kit.compound import CompoundEntry
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.ole import OLE_SIGNATURE, loose, objects, open_ole, properties, stream
from triage.parsers.kit.texts import Texts
from triage.parsers.office import excel97 as xls
from triage.parsers.office import powerpoint97 as ppt
from triage.parsers.office import word97 as doc

TYPE = "application/x-ole-storage"

_KINDS = {
    "visiodocument": "application/vnd.visio",
    "quill": "application/x-mspublisher",
    "props9": "application/vnd.ms-project",
    "props12": "application/vnd.ms-project",
    "props14": "application/vnd.ms-project",
}

_QUILL = ["quill", "quillsub", "contents"]  # the stream that has a reader, which comes first
_MARK = b"CHNKINK"
_COUNT, _TABLE, _ENTRY, _MOST = 0x1A, 0x20, struct.Struct("<2x4s6x4sII"), 20
_HEAD = _TABLE + _MOST * _ENTRY.size
_BREAKS = str.maketrans("\r\x0b\x0c\x0e", "\n\n\n\n")


def claims(probe: Probe) -> bool:
    return probe.head[:8] == OLE_SIGNATURE


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read what can be had. Never raises for damage."""
    texts = Texts(context.limits)
    try:
        ole = open_ole(untrusted_data, texts)
    except Exception as error:  # olefile raises many kinds for damage
        return _salvaged(untrusted_data, context, error)
    names = {entry.path[0].lower() for entry in ole.streams()}
    names |= {name.strip() for name in names}
    extract = Extract(next((kind for name, kind in _KINDS.items() if name in names), TYPE), troubles=texts.troubles)
    properties(ole, extract, texts)
    entries = sorted(ole.streams(), key=lambda entry: _lower_path(entry) != _QUILL)
    for entry in entries:
        if entry.name[:1] != "\x05":
            data = stream(ole, entry, texts)
            if _lower_path(entry) != _QUILL or not _publication(data, texts):
                loose(data, texts)
    if all(trouble.code not in ("unsupported", "partial") for trouble in texts.troubles):
        texts.trouble("unsupported", "compound-without-reader")
    extract.segments = texts.segments()
    extract.children = objects(ole)
    return extract


def _publication(untrusted_stream: bytes, texts: Texts) -> bool:
    """Add the text of the stories whole and loose strings of the rest; where there are no stories, nothing: False."""
    stories, rest = _stories(untrusted_stream), bytearray(untrusted_stream)
    for first, last in stories:
        text = untrusted_stream[first:last]
        texts.add("body", text.decode("utf-16-le", "replace").translate(_BREAKS))
        rest[first:last] = bytes(len(text))
        if len(text) < last - first:
            texts.trouble("damaged", "publisher-text-cut")
    if stories:
        loose(bytes(rest[_HEAD:]), texts)
        texts.trouble("partial", "publisher-partly-read")
    return bool(stories)


def _stories(untrusted_stream: bytes) -> list[tuple[int, int]]:
    if not untrusted_stream.startswith(_MARK) or len(untrusted_stream) < _TABLE:
        return []
    count = min(int.from_bytes(untrusted_stream[_COUNT : _COUNT + 2], "little"), _MOST)
    table = untrusted_stream[_TABLE : _TABLE + count * _ENTRY.size]
    table = table[: len(table) // _ENTRY.size * _ENTRY.size]
    return [(at, at + size) for kind, form, at, size in _ENTRY.iter_unpack(table) if kind == form == b"TEXT" and size]


def _lower_path(entry: CompoundEntry) -> list[str]:
    return [name.lower() for name in entry.path]


def _salvaged(untrusted_data: Data, context: Context, error: Exception) -> Extract:
    """Read a file whose tables run over its end: padded to what its header promises, or as strings."""
    padded = untrusted_data[:] + bytes(-len(untrusted_data) % 512 + 512)
    probe = Probe(padded, context.name)
    for form in (doc, xls, ppt):
        if form.claims(probe):
            try:
                extract: Extract = form.parse(padded, context)
            except Exception:  # noqa: S112  # the next one, or the strings, may still help
                continue
            extract.troubles.append(Trouble("truncated", say("compound-cut")))
            return extract
    texts = Texts(context.limits)
    texts.trouble("damaged", "compound-not-opened", error=error)
    loose(untrusted_data[:], texts)
    return Extract(TYPE, segments=texts.segments(), troubles=texts.troubles)
