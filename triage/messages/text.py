"""What readers of text say, whatever file it stands in: its character set, its amount, its markup. Templates only."""

TEMPLATES = {
    # character sets
    "charset-unstated": "The character set isn't stated; it was read as {charset}.",
    "charset-misdeclared": "The text can't be read as the declared {declared}; it was read as {charset}.",
    "charset-is-utf-8": "The text is declared as {declared} but is UTF-8, and was read as that.",
    "charset-mixed": "The text is {charset} with some bytes of windows-1252 in it.",
    "characters-lost-marked": (
        "{count} characters couldn't be read as {charset} (by its byte order mark); they show as \ufffd."
    ),
    "characters-lost-declared": "{count} characters couldn't be read as the declared {charset}; they show as \ufffd.",
    "characters-lost-by-zeros": (
        "{count} characters couldn't be read as {charset} (by its zero bytes); they show as \ufffd."
    ),
    "characters-lost-guessed": "{count} characters couldn't be read as {charset} (a guess); they show as \ufffd.",
    "hebrew-turned": "Hebrew stored in visual order was put into reading order.",
    # how much there is
    "text-over-limit": "It contains more text than the limit; the rest was left out of the search.",
    "pictures-only": "It contains pictures and no other text; text in the pictures was not read.",
    "holds-no-text": "It contains no text.",
    "text-first-part-only": "Only the first {read} of {size} MiB of text were read.",
    "text-under-wrong-name": "Its name suggests a {ending} file, but it contains text, which was read.",
    "text-blank": "The file contains only blanks or control characters.",
    # XML, web pages, calendars and contacts
    "xml-not-well-formed": "It isn't well-formed XML ({error}); it was kept whole, as plain text.",
    "xml-without-text": "The document contains no text.",
    "xml-refers-elsewhere": "The document type refers to a file or address elsewhere; it was not fetched.",
    "xml-entities-declared": "The document type declares entities; they were not expanded, but kept as hidden text.",
    "html-without-text": "The page contains no text.",
    "html-embedded-broken": "An embedded {kind} isn't valid base64; it was not read.",
    "attachment-base64-broken": "An attachment isn't valid base64; it was not read.",
    "ics-lines-broken": "Some lines aren't valid iCalendar; they were kept as text.",
    "vcf-lines-broken": "Some lines aren't valid vCard; they were kept as text.",
    # parts in XML
    "xml-part-unreadable": "The part {name} can't be read as XML.",
    "xml-part-stopped": "The part {name} is damaged ({error}); what comes before the damage was read.",
    "xml-part-mended": "The part {part} is damaged ({error}); the rest of it was read.",
    "xml-part-perhaps-cut": "The part {name} is damaged ({error}); some of the rest may be missing.",
    "xml-entities": "The part {name} declares entities of its own; they were not expanded.",
    "xml-entities-without-end": "The part {name} declares entities that expand without end; they were left out.",
}
