"""What each code of a Problem means, in the window's language; the English is that of ``errors.PROBLEM_CODES``."""

from __future__ import annotations

from ui.i18n.language import as_is, later, tr

MEANINGS = {
    "encrypted": later("needs a password or a key"),
    "password": later("was encrypted, and opened with a password from the list that was given"),
    "rights-protected": later("content is protected by rights management"),
    "damaged": later("the file breaks its format's rules; what could be read was kept"),
    "truncated": later("the file ends too early"),
    "crashed": later("the reader process crashed"),
    "limit-depth": later("nested too deeply"),
    "limit-count": later("holds too many parts"),
    "limit-size": later("larger than the limit"),
    "limit-ratio": later("expands to far more than its size"),
    "limit-time": later("took longer than the limit"),
    "limit-memory": later("needs more memory than the limit"),
    "unsafe-name": later("a member's name points outside the archive"),
    "unsupported": later("no reader for this format"),
    "partial": later("the text of this format is read, but not everything else"),
    "no-text": later("holds no text"),
    "needs-ocr": later("holds images of text only"),
    "empty": later("is empty"),
    "charset-guessed": later("the character set isn't declared; it was guessed"),
    "date-invalid": later("the date can't be read"),
    "external": later("part of the content is stored elsewhere and was not fetched"),
    "unreadable": later("the operating system refused access"),
    "vanished": later("it was listed but missing when it was opened"),
    "changed": later("it changed while or since it was read"),
    "sealed": later("sealed by a reviewer: its text is in no index, preview or export"),
    "internal": later("an internal error"),
}


def meaning(code: str, given: str) -> str:
    """Return what a code means, in the words given with it where it is unknown here."""
    return tr(MEANINGS[code]) if code in MEANINGS else as_is(given)
