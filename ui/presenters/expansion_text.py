"""What wildcards and other open terms stand for, in words of the window. Pure functions.

Words of the index come from evidence; each keeps its own order, or a Hebrew one would move its number.
"""

from __future__ import annotations

from collections.abc import Sequence

from triage.model.reports import Expansion
from ui.i18n import formatting
from ui.i18n.language import as_is, tr

_FEW = 8  # words of a term that a line names; the others are in its tooltip


def stands_for(expansion: Expansion) -> str:
    """Return ``atlas* → atlas 412, atlases 3``."""
    more = expansion.count - len(expansion.words)
    said = f"{formatting.safe_line(expansion.term)} → {_counted(expansion)}"
    return tr("{words} and {more} more", words=said, more=more) if more else as_is(said)


def briefly(expansions: Sequence[Expansion]) -> str:
    """Return ``(atlas 412, atlases 3; blue 7 …)``, the terms in their order in the query; "" for none."""
    terms = [_counted(one, _FEW) + (" …" if one.count > _FEW else "") for one in expansions]
    return f"({'; '.join(terms)})" if terms else ""


def _counted(expansion: Expansion, most: int | None = None) -> str:
    shown = (f"{_word(word)} {formatting.number(count)}" for word, count in expansion.words[:most])
    return formatting.listed(shown) or tr("no word of the index")


def _word(untrusted: str) -> str:
    line = formatting.safe_line(untrusted)
    return formatting.isolate(line) if formatting.right_to_left(line) else as_is(line)
