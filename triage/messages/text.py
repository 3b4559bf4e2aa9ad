"""What readers of text say, whatever file it stands in: its character set, its amount, its markup. Templates only."""

from __future__ import annotations

TEMPLATES = {
    # character sets
    "charset-unstated": "The character set isn't stated; it was read as {charset}.",
    "charset-misdeclared": "The text can't be read as the declared {declared}; it was read as {charset}.",
    "charset-is-utf-8": "The text is declared as {declared} but is UTF-8, and was read so.",
    "charset-mixed": "The text is {charset} with some bytes of windows-1252 in it.",
    "characters-lost-marked": (
        "{count} characters couldn't be read as {charset}, which its byte order mark says; they show as \ufffd."
    ),
    "characters-lost-declared": (
        "{count} characters couldn't be read as {charset}, which it is declared; they show as \ufffd."
    ),
    "characters-lost-by-zeros": (
        "{count} characters couldn't be read as {charset}, which its pattern of zero bytes says; they show as \ufffd."
    ),
    "characters-lost-guessed": (
        "{count} characters couldn't be read as {charset}, which it looks as if; they show as \ufffd."
    ),
    "hebrew-turned": "Hebrew stored in visual order was turned into reading order.",
    # how much there is
    "text-over-limit": "It holds more text than the limit; the rest was left out of the search.",
    "pictures-only": "It holds pictures and shows no other text; text in the pictures was not read.",
    "holds-no-text": "It holds no text.",
    "text-first-part-only": "Only the first {read} of {size} MiB of text were read.",
    "text-under-wrong-name": "Its name promises a {ending} file, but it holds text; that was read.",
    "text-blank": "The file holds blanks or control characters only.",
    # XML, web pages, calendars and contacts
    "xml-not-well-formed": "It isn't well-formed XML ({error}); it was kept whole, as plain text.",
    "xml-without-text": "The document holds no text.",
    "xml-refers-elsewhere": "The document type refers to a file or address elsewhere; it was not fetched.",
    "xml-entities-declared": ("The document type declares entities; they were not expanded, and stand as hidden text."),
    "html-without-text": "The page holds no text.",
    "html-embedded-broken": "An embedded {kind} isn't sound base64; it was not read.",
    "attachment-base64-broken": "An attachment isn't sound base64; it was not read.",
    "ics-lines-broken": "Some lines break the rules of iCalendar; they were kept as text.",
    "vcf-lines-broken": "Some lines break the rules of vCard; they were kept as text.",
    # parts in XML
    "xml-part-unreadable": "The part {name} can't be read as XML.",
    "xml-part-stopped": "The part {name} is damaged ({error}); what stands before the damage was read.",
    "xml-part-mended": "The part {part} is damaged ({error}); the rest of it was read.",
    "xml-part-perhaps-cut": "The part {name} is damaged ({error}); some of the rest may be missing.",
    "xml-entities": "The part {name} declares entities of its own; they were not expanded.",
    "xml-entities-without-end": (
        "The part {name} declares entities that unpack without end; they were left out, the rest was read."
    ),
}
