"""What is said of files of known kinds that have no reader, and the names of those kinds. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "kind-not-read": "It is {kind}; its content was not read.",
    "kind-without-reader": "It is {kind}, for which there is no reader; its content was not read.",
    "kind-without-reader-strings": "It is {kind}, for which there is no reader; readable strings in it were kept.",
    "kind-needs-archives": "It is {kind}, which the optional extra 'archives' reads; its content was not read.",
    "kind-needs-archives-strings": (
        "It is {kind}, which the optional extra 'archives' reads; readable strings in it were kept."
    ),
    "kind-not-unpacked": "It is {kind}, which can't be unpacked ({error}); its content was not read.",
    "kind-not-unpacked-strings": "It is {kind}, which can't be unpacked ({error}); readable strings in it were kept.",
    # programs, fonts, data
    "windows-program": "a Windows program",
    "other-program": "a program",
    "java-class-or-program": "a Java class or a program",
    "font-file": "a font",
    "mac-resource-fork": "a Mac resource fork",
    "mac-folder-view": "a Mac folder view",
    "data-file": "a data file",
    "unknown-kind": "a file of unknown kind",
    # archives
    "compress-file": "a file packed by compress",
    "rpm-package": "an RPM package",
    "pack200-archive": "a Pack200 archive",
    "xar-archive": "a XAR archive",
    "arj-archive": "an ARJ archive",
    "rar-archive": "a RAR archive",
    "microsoft-cabinet": "a Microsoft cabinet",
    "lha-archive": "an LHA archive",
    "ar-archive": "a Unix archive (ar)",
    "cpio-archive": "a Unix archive (cpio)",
    "disc-image": "a disc image",
    "snappy-file": "a snappy-compressed file",
    "lz4-file": "an LZ4-compressed file",
    # documents, drawings, mail
    "notes-database": "a Notes database",
    "lotus-spreadsheet": "a Lotus spreadsheet",
    "wordperfect-document": "a WordPerfect document",
    "rtf-document": "an RTF document",
    "write-document": "a Write document",
    "ole-file": "an OLE file",
    "old-excel-workbook": "a workbook of Excel 2 to 4",
    "help-file": "a compiled help file",
    "web-archive": "a web archive (WARC)",
    "blender-drawing": "a drawing",
    "autocad-drawing": "an AutoCAD drawing",
    "autocad-dxf-drawing": "an AutoCAD drawing (DXF)",
    "pgp-message": "a PGP message",
    "outlook-express-store": "an Outlook Express store",
}
