"""What readers of office documents, books and compound files say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    # passwords and rights
    "password-needed-tried": "It needs a password to open; none of those tried fits.",
    "password-needed-given": "It needs a password to open; none of those given fits.",
    "password-needed-form": "It needs a password to open, and this form can't be opened here.",
    "passwords-out-of-time": "The time for trying passwords was over; the last {left} of {all} were not tried.",
    "encryption-unknown": "It is encrypted in a way that can't be opened ({error}).",
    "decrypted-no-office": "It was decrypted, but what came out is no Office document.",
    "wordperfect-locked": "It is locked with a WordPerfect password, which can't be opened here.",
    "rights-managed": "Its content is held back by rights management.",
    "rights-managed-placeholder": "Its content is held back by rights management; it shows a placeholder.",
    "rights-managed-encrypted": "Its content is encrypted by rights management and can't be opened here.",
    "book-rights-managed": "The book is protected by rights management; its pages can't be read.",
    "properties-not-decrypted": "Its encrypted properties can't be read ({error}).",
    "said-streams": "they are said to be {count} streams",
    "part-not-decrypted": "The part {name} can't be decrypted ({error}).",
    # compound files, and what is embedded in documents
    "compound-breaks-rules": "The compound file breaks its rules ({error}).",
    "compound-not-opened": "The compound file can't be opened ({error}); its loose strings were kept.",
    "compound-cut": "The compound file ends too early; the rest was read.",
    "compound-without-reader": "There is no reader for this kind of file; properties and loose strings were kept.",
    "stream-unreadable": "The stream {name} can't be read ({error}).",
    "stream-cut": "The stream {name} is cut: only {count} of its {size} bytes are there.",
    "strings-in-first-part-only": "Loose strings were looked for in the first {most} MiB of a stream only.",
    "embedded-not-compound": "The embedded object {name} can't be read as a compound file ({error}).",
    "embedded-not-unpacked": "The embedded object {name} can't be unpacked ({error}).",
    "embedded-unreadable": "An embedded object can't be read ({error}).",
    "embedded-base64-broken": "An embedded object's base64 is broken.",
    "embedded-too-large": "The embedded object {number} is larger than the limit; it was not read.",
    "embedded-breaks-rules": "The embedded {name} breaks its format's rules.",
    "linked-content": "The content of {name} is linked, lies elsewhere and was not fetched.",
    "linked-object": "The linked object {name} lies elsewhere and was not fetched.",
    "linked-part": "Content linked as {kind} lies at {place} and was not fetched.",
    "formula-not-read": "The formula {name} was not read; what it says can't be searched.",
    "macros-unreadable": "The macros can't be read ({error}).",
    "macros-not-unpacked": "The macros can't be unpacked ({error}).",
    "module-macros-unreadable": "The macros of {name} can't be read.",
    "unpacks-over-limit": "it unpacks to more than the limit",
    # packages
    "package-without-parts": "The package holds no part.",
    "package-without-directory": "The package lost its directory ({error}); its parts were read one by one.",
    "package-over-limit": "The package unpacks to more than the limit; the rest was not read.",
    "package-part-over-limit": "The package unpacks to more than the limit; {name} was not read.",
    "package-parts-misplaced": (
        "{count} parts aren't where the package's directory says; {found} of them were found by their own names."
    ),
    "part-broken": "The part {name} can't be unpacked ({error}).",
    "part-broken-off": "The part {name} can't be unpacked further ({error}).",
    "part-not-unpacked": "The part {name} can't be unpacked; the rest was read.",
    "part-over-ratio": "The part {name} unpacks to far more than its size; its start was read.",
    "part-too-large": "The part {name} is too large; its start was read.",
    "part-damaged": "The part {name} is damaged; what stands before the damage was read.",
    "book-part-not-unpacked": "{name} can't be unpacked; the rest was read.",
    "too-many-signatures": "{holder} holds more than {most} signatures or certificates; the others weren't read.",
    "the-package": "The package",
    "the-part": "The part {name}",
    "certificate-unreadable": "A certificate in {part} can't be read ({error}).",
    "too-many-persons-or-controls": "It names more than {most:,} persons or controls; the others were left out.",
    # Word and RTF
    "word-stream-unlike": "Its Word stream doesn't begin as one; its loose strings were kept.",
    "word-tables-damaged": "Its tables are damaged ({error}); its text was read as it stands.",
    "word-without-piece-table": "no piece table",
    "word-text-outside": "Part of its text lies outside of the file, or its tables are cut.",
    "word-fonts-guessed": "Some of its fonts don't state their letters; they were read as western ones.",
    "too-many-form-fields": "It has more than {most:,} form fields; the others were not read.",
    "form-field-unreadable": "What was chosen or ticked in a form field can't be read.",
    "rtf-group-cut": "It ends inside a group; what came before was read.",
    "rtf-nested-too-deeply": "Its groups are nested more than {most} deep; it was not read on.",
    # Excel
    "workbook-stream-unreadable": (
        "Its workbook stream is empty or can't be read; the file's loose strings were kept."
    ),
    "workbook-without-records": "It holds no records.",
    "workbook-records-damaged": "{damaged} of its {count} records are damaged and were passed over.",
    "sheet-cut": "It ends inside a sheet; what came before was read.",
    "shared-strings-missing": "Of {wanted} shared strings only {count} can be read.",
    "cells-without-text": "{count:,} cells name a text that the workbook doesn't hold.",
    "sheet-missing": "The workbook names the sheet {name}, which isn't there or can't be unpacked.",
    "sheet-unplaced": "The workbook doesn't say where its sheet {name} lies; it was not read.",
    "workbook-place-damaged": "The record that says where the workbook was saved is damaged.",
    "record-damaged": "A record of {name} is damaged and was passed over.",
    "comment-damaged": "A comment's record is damaged and was passed over.",
    # PowerPoint
    "powerpoint-old": "It was written by PowerPoint 95 or before; its text was read as loose strings.",
    "powerpoint-stream-unreadable": (
        "Its document stream is empty or can't be read; the file's loose strings were kept."
    ),
    "powerpoint-document-missing": "Its document record is missing; the slides that could be found were read.",
    "powerpoint-records-too-long": "Records claim more bytes than are there; text was looked for around them, too.",
    "powerpoint-stray-text": "Only the first {most} places that may hold stray text were read.",
    # other programs
    "publisher-partly-read": (
        "Of this Publisher document the text and loose strings were read; its pictures were not."
    ),
    "publisher-text-cut": "Its text runs over the end of its stream; what is there was read.",
    "visio-partly-read": (
        "Of this Visio drawing the text of shapes and loose strings were read; pictures and fields were not."
    ),
    "visio-streams-broken": "Its streams break off or lead nowhere; what could be reached was read.",
    "visio-over-limit": "The drawing unpacks to more than the limit; the rest was not read.",
    "visio-charset-guessed": ("Its shapes don't state the character set of their text; it was read as {charset}."),
    "iwork-too-many-tables": "It holds more tables than can be kept; of some, only strings were read.",
    "iwork-tables-damaged": "Some of its tables are damaged; what could be read of them was kept.",
    "wordperfect-head-cut": "it ends inside its head",
    "wordperfect-unknown-signs": "Some of its signs are of sets that aren't known here; they show as \ufffd.",
    "wordperfect-formatting-unclear": "Part of it can't be told apart from its formatting and was passed over.",
}
