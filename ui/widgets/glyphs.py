"""Letters that no font of this machine has: told from the others, so that Qt needn't look for each everywhere.

Qt looks for a missing letter in every font, each time that it stands in a text: a page of Chinese, on a machine with
some hundred fonts and none for Chinese, takes it a tenth of a second. Such letters are boxes either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QTextCharFormat, QTextCursor, QTextDocument

from ui.i18n import formatting

_FIRST = "\u2e80"  # before it stand the scripts whose texts hold few letters, or which nearly every machine has
_OBJECT = "\ufffc"


def box(document: QTextDocument) -> None:
    """Let no other font be asked for such letters; to be called while the document isn't laid out yet."""
    text = document.toRawText()
    alone, at = QTextCharFormat(), 0
    alone.setFontStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    places, cursor = formatting.utf16(text), QTextCursor(document)
    for piece, drawn in pieces(text):
        if not drawn:
            cursor.setPosition(places(at))
            cursor.setPosition(places(at + len(piece)), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(alone)
        at += len(piece)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether fonts can draw its letters."""
    if text.isascii() or max(text) < _FIRST:
        yield text, True
        return
    for drawn, letters in groupby(text, lambda letter: letter < _FIRST or _drawn(letter)):
        yield "".join(letters), drawn


@cache
def _drawn(letter: str) -> bool:
    if letter == _OBJECT or not letter.isprintable():  # what stands in a document for its tables and their cells
        return True
    return QFontMetrics(QGuiApplication.font()).inFontUcs4(ord(letter))
