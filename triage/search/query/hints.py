"""What is worth saying of a query that was read (search room): signs that aren't searched, quotes that quote nothing.

Sentences for a person; nothing here decides how anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = re.compile(r"[!#$%&+^=<>|£€]+")
_SINGLE = re.compile(r"(?:^|(?<=[\s(:]))'([^'\"()]{3,200})'(?=$|[\s)])")
_LISTED = re.compile(r'^(?:[^"]|"[^"]*")*?;(?:\s|$)')
"""A semicolon behind a word, outside of phrases."""


def on_word(text: str, terms: int) -> Iterator[str]:
    """Yield what to say of a word as typed that stands for so many words of the text."""
    if text.endswith("?"):
        yield f"? in {text} stands for exactly one more letter"
    signs = "".join(_SIGNS.findall(text.partition("!(")[0]))
    if terms == 1 and text[-1:] == "!" and signs == "!":
        yield f"! in {text} isn't searched; for any ending write {text[:-1]}*"
    elif terms == 1 and signs:
        yield f'{signs} in {text} isn\'t searched; for the signs too write ="{text}"'


def on_query(text: str) -> tuple[str, ...]:
    """Return what to say of a query as a whole."""
    quoted = next((found[1] for found in _SINGLE.finditer(text) if " " in found[1].strip()), "")
    single = (f'single quotes make no phrase: for one write "{quoted.strip()}"',) if quoted else ()
    listed = ("; joins nothing and parts nothing: a blank means AND",) if _LISTED.search(text) else ()
    return single + listed
