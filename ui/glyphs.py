"""Letters that no font of this machine has (ui): told from the others, so that Qt needn't look for each everywhere.

Qt looks for a missing letter in every font, each time that it stands in a text: a page of Chinese, on a machine with
some hundred fonts and none for Chinese, takes it a tenth of a second. Such letters are boxes either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from PySide6.QtGui import QFontMetrics, QGuiApplication

_FIRST = "\u2e80"  # before it stand the scripts whose texts hold few letters, or which nearly every machine has


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether fonts can draw it."""
    if text.isascii() or max(text) < _FIRST:
        yield text, True
        return
    for drawn, letters in groupby(text, lambda letter: letter < _FIRST or _drawn(letter)):
        yield "".join(letters), drawn


@cache
def _drawn(letter: str) -> bool:
    return QFontMetrics(QGuiApplication.font()).inFontUcs4(ord(letter))
