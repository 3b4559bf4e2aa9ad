"""What is worth saying of a query that was read: signs that aren't searched, quotes that quote nothing.

Sentences for a person; nothing here decides how anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.messages import say
from triage.model.messages import Message

_SIGNS = re.compile(r"[!#$%&+^=<>|£€]+")
_SINGLE = re.compile(r"(?:^|(?<=[\s(:]))'([^'\"()]{3,200})'(?=$|[\s)])")
_LISTED = re.compile(r'^(?:[^"]|"[^"]*")*?;(?:\s|$)')
"""A semicolon behind a word, outside of phrases."""


def on_word(text: str, terms: int) -> Iterator[Message]:
    """Yield what to say of a word as typed that stands for so many words of the text."""
    if text.endswith("?"):
        yield say("ends-in-question-mark", typed=text)
    signs = "".join(_SIGNS.findall(text.partition("!(")[0]))
    if terms == 1 and text[-1:] == "!" and signs == "!":
        yield say("exclamation-mark-not-searched", typed=text, again=text[:-1])
    elif terms == 1 and signs:
        yield say("signs-not-searched", signs=signs, typed=text, again=text)


def on_query(text: str) -> tuple[Message, ...]:
    """Return what to say of a query as a whole."""
    quoted = next((found[1] for found in _SINGLE.finditer(text) if " " in found[1].strip()), "")
    single = (say("single-quotes", phrase=quoted.strip()),) if quoted else ()
    listed = (say("semicolon-joins-nothing"),) if _LISTED.search(text) else ()
    return single + listed
