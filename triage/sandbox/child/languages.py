"""The language of a text: by its script, and for Latin script by a vote of its small words.

A guess from the first words, made beside the bytes for every item; where it isn't clear it says nothing.
It reads folded text (``triage.text``): no accents, Arabic letter forms unified, Hangul as jamo.
"""

from __future__ import annotations

import re

from triage.tables import rows

_FIRST, _MORE = 320, 2000
"""Characters that are looked at, and those where the first ones don't decide."""

_FEWEST = 3
"""Different small words that a language needs, and more of them than any other has; none is a single letter."""

_WORDS = {language: frozenset(words.split()) for language, words in rows(__name__, "small_words.tsv")}
_ALL = frozenset().union(*_WORDS.values())
_ENGLISH = _WORDS["en"]

_OF_SCRIPT = {language: re.compile(f"[{letters}]") for language, letters in rows(__name__, "scripts.tsv")}
_LATIN = re.compile("[a-z]")


def language(fields: list[tuple[str, str]]) -> str:
    """Return the language of an item as a code of ``model.LANGUAGES``, "" where it isn't clear.

    ``fields`` are (field, folded text); the body counts, without one the other rendering, a recognised image, or the
    subject.
    """
    texts = dict(fields)
    text = texts.get("body") or texts.get("alternative") or texts.get("ocr") or texts.get("subject") or ""
    return _told(text[:_FIRST]) or (_told(text[:_MORE]) if len(text) > _FIRST else "")


def _told(text: str) -> str:
    return (not text.isascii() and _by_script(text)) or _by_small_words(text)


def _by_small_words(text: str) -> str:
    found = _ALL.intersection(text.split())
    if len(found) < _FEWEST:
        return ""
    english = len(found & _ENGLISH)
    if english >= _FEWEST and english > 2 * (len(found) - english):  # most mail; the others needn't be counted
        return "en"
    (most, best), (second, _) = sorted(((len(found & words), name) for name, words in _WORDS.items()), reverse=True)[:2]
    return best if most >= _FEWEST and most > second else ""


def _by_script(text: str) -> str:
    """Return the language of the script with most letters, where it has at least half as many as Latin script."""
    counts = {name: len(letters.findall(text)) for name, letters in _OF_SCRIPT.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] < _FEWEST or 2 * counts[best] < len(_LATIN.findall(text)):
        return ""
    if best in ("zh", "ja"):
        return "ja" if 20 * counts["ja"] >= counts["zh"] else "zh"
    tell = _TELLS.get(best)
    return tell(text) if tell else best


def _arabic(text: str) -> str:
    if re.search("[ٹڈڑےں]", text):
        return "ur"
    return "fa" if re.search("[پچژگ]", text) else "ar"


def _cyrillic(text: str) -> str:
    russian, ukrainian = len(re.findall("[ыэ]", text)), len(re.findall("[іє]", text))
    if russian != ukrainian:
        return "ru" if russian > ukrainian else "uk"
    return "bg" if "ъ" in text and not russian else ""


_TELLS = {"ar": _arabic, "ru": _cyrillic}
