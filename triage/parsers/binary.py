"""Files of known kinds that hold no text or have no reader: named for what they are, and reported.

So that a reviewer sees "a drawing that wasn't read" and not "unknown bytes". Of kinds that hold words in the open, such
as drawings, the readable strings are kept, so that a search may still meet them.
"""

from __future__ import annotations

import re

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.compound.ole import loose
from triage.parsers.kit.contract import HEAD, Context, Data, Format, Probe
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.text.plain import read_text

# Of each kind how it begins, the media type, the key of its name, and whether its readable strings are kept.
_KINDS: tuple[tuple[bytes, str, str, bool], ...] = (
    (rb"AC10(?:0[1-9]|[1-9][0-9])|AC[12]\.[0-9]{1,2}\0?|MC0\.0", "image/vnd.dwg", "autocad-drawing", True),
    (rb"AutoCAD Binary DXF\r\n\x1a\0", "image/vnd.dxf", "autocad-dxf-drawing", True),
    (
        rb"(?:\xef\xbb\xbf)?\s*(?:999[ \t]*\r?\n[^\r\n]*\r?\n\s*)*0[ \t]*\r?\n[ \t]*SECTION\s",
        "image/vnd.dxf",
        "autocad-dxf-drawing",
        True,
    ),
    (rb"`\xea(?:[\x1e-\xff]\0|.[\1-\x0a])", "application/x-arj", "arj-archive", True),
    (rb"ITSF[\1-\x0f]\0", "application/vnd.ms-htmlhelp", "help-file", True),
    (rb"\xcf\xad\x12\xfe", "application/vnd.ms-outlook-express", "outlook-express-store", True),
    (rb"WARC/\d\.\d{1,2}[ \t]*\r?\n", "application/warc", "web-archive", True),
    (rb"\xff\x06\x00\x00sNaPpY", "application/x-snappy-framed", "snappy-file", True),
    (rb"[\x02\x04]\x21\x4c\x18|\x04\x22\x4d\x18", "application/x-lz4", "lz4-file", True),
    (rb"\x09\0[\x04\x07]\0|\x09[\x02\x04]\x06\0", "application/vnd.ms-excel", "old-excel-workbook", True),
    (rb"MZ", "application/vnd.microsoft.portable-executable", "windows-program", False),
    (rb"\x7fELF", "application/x-elf", "other-program", False),
    (rb"\xca\xfe\xba\xbe", "application/java-vm", "java-class-or-program", False),
    (rb"\xcf\xfa\xed\xfe", "application/x-mach-binary", "other-program", False),
    (rb"\xce\xfa\xed\xfe", "application/x-mach-binary", "other-program", False),
    (rb"\x00\x01\x00\x00\x00", "font/ttf", "font-file", False),
    (rb"OTTO", "font/otf", "font-file", False),
    (rb"wOFF", "font/woff", "font-file", False),
    (rb"wOF2", "font/woff2", "font-file", False),
    (rb"\x1f\xa0", "application/x-compress", "compress-file", False),
    (rb"\xed\xab\xee\xdb", "application/x-rpm", "rpm-package", False),
    (rb"\xca\xfe\xd0\x0d", "application/x-java-pack200", "pack200-archive", False),
    (rb"xar!", "application/x-xar", "xar-archive", False),
    (rb"\xfe\xff\xff\x7f", "application/x-lotus-notes", "notes-database", False),
    (rb"\x1a\x00\x00\x04\x00\x00", "application/vnd.lotus-notes", "notes-database", False),
    (rb"\x00\x00\x1a\x00", "application/vnd.lotus-1-2-3", "lotus-spreadsheet", False),
    (rb"\xffWPC", "application/vnd.wordperfect", "wordperfect-document", False),
    (rb"\{\\rtf", "application/rtf", "rtf-document", False),
    (rb"\x31\xbe\x00\x00", "application/x-mswrite", "write-document", False),
    (rb"\x00\x05\x16\x07", "application/applefile", "mac-resource-fork", False),
    (rb"\x00\x05\x16\x00", "application/applefile", "mac-resource-fork", False),
    (rb"\x00\x00\x00\x01Bud1", "application/x-ds-store", "mac-folder-view", False),
    (rb"BLENDER", "application/x-blender", "blender-drawing", False),
    (rb"\x89HDF\r\n\x1a\n", "application/x-hdf5", "data-file", False),
    (rb"CDF", "application/x-netcdf", "data-file", False),
    (rb"-----BEGIN PGP MESSAGE", "application/pgp-encrypted", "pgp-message", False),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage", "ole-file", False),
)
_TEXTUAL = frozenset(("image/vnd.dxf", "application/warc"))
"""Kinds that may be text all through; their text is kept as it stands."""


def _kind(data: Data) -> tuple[str, str, bool] | None:
    head = data[:HEAD]
    matches = ((m, name, kept) for pattern, m, name, kept in _KINDS if re.match(pattern, head, re.DOTALL))
    return next(matches, None)


def claims(probe: Probe) -> bool:
    """Tell by signature; what reads as text is left to the text reader, save where a signature says more."""
    kind = _kind(probe.head)
    if kind is None:
        return False
    media, name, _ = kind
    return not probe.is_text or media in _TEXTUAL or name == "pgp-message"


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Name the kind, and keep the strings of those that may hold some."""
    media, name, has_strings = _kind(untrusted_data) or ("application/octet-stream", "unknown-kind", False)
    if has_strings:
        keys = "kind-without-reader-strings", "kind-without-reader"
        return with_strings(untrusted_data, context, media, keys, kind=say(name))
    code = "encrypted" if name == "pgp-message" else "unsupported"
    return Extract(media, troubles=[Trouble(code, say("kind-not-read", kind=say(name)))])


def with_strings(
    data: Data, context: Context, media: str, keys: tuple[str, str], code: str = "unsupported", **values: object
) -> Extract:
    """Return the readable strings of a file without a reader, or its whole text where it is all text.

    ``keys`` are those of the sentences that report it, where there are strings and where there are none; ``values`` are
    what both name.
    """
    texts = Texts(context.limits)
    if Probe(data).is_text:
        text, texts.troubles = read_text(data, None, context.limits)
        segments = [Segment("body", clean(text))]
    else:
        loose(data[:], texts)
        segments = texts.segments()
    texts.trouble(code, keys[0] if segments else keys[1], **values)
    return Extract(media, segments, texts.troubles)


FORMAT = Format(
    label="other known kinds of files",
    types=tuple(dict.fromkeys(media for _, media, *_ in _KINDS)),
    extensions=("exe", "dll", "db", "ttf", "dwg", "dxf", "arj", "chm", "dbx", "warc", "sz", "lz4"),
    level="kind; of drawings, old archives, mail stores and the like also readable strings",
    claims=claims,
    parse=parse,
)
