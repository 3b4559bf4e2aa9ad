"""What each code of a Problem means, in the window's language; the English is that of ``errors.PROBLEM_CODES``."""

from __future__ import annotations

from ui.i18n.language import as_is, later, tr

MEANINGS = {
    "encrypted": later("needs a password or a key"),
    "password": later("was encrypted, and opened with a password from the list that was given"),
    "rights-protected": later("content is held back by rights management"),
    "damaged": later("the file breaks its format's rules; what could be read was kept"),
    "truncated": later("the file ends too early"),
    "crashed": later("the reader process died on it"),
    "limit-depth": later("nested too deeply"),
    "limit-count": later("holds too many parts"),
    "limit-size": later("larger than the limit"),
    "limit-ratio": later("unpacks to far more than its size"),
    "limit-time": later("took longer than the limit"),
    "limit-memory": later("needs more memory than the limit"),
    "unsafe-name": later("a member's name points outside its archive"),
    "unsupported": later("no reader for this format"),
    "partial": later("of this format the text is read, and not all else"),
    "no-text": later("holds no text"),
    "needs-ocr": later("holds images of text only"),
    "empty": later("holds no bytes"),
    "charset-guessed": later("the character set isn't stated; it was guessed"),
    "date-invalid": later("the date can't be read"),
    "external": later("part of the content lies elsewhere and was not fetched"),
    "unreadable": later("the operating system refused to read it"),
    "vanished": later("it was listed but gone when it was opened"),
    "changed": later("it changed while or since it was read"),
    "sealed": later("sealed by a reviewer: its text is in no index, preview or export"),
    "internal": later("a defect of this program"),
}


def meaning(code: str, given: str) -> str:
    """Return what a code means, in the words given with it where it is unknown here."""
    return tr(MEANINGS[code]) if code in MEANINGS else as_is(given)
