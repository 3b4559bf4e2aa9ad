"""Productions in words: how many documents leave in which way."""

from __future__ import annotations

from collections.abc import Mapping

from triage.model.leaving import IMAGES, NATIVE, REBUILT, SHEET, TREATMENTS, WITHHELD
from ui.i18n import formatting
from ui.i18n.language import later, tr

_WORDS = {
    NATIVE: later("{number} as their originals"),
    REBUILT: later("{number} as messages without withheld attachments"),
    IMAGES: later("{number} as pages"),
    SHEET: later("{number} as text only"),
    WITHHELD: later("{number} withheld"),
}


def treatments(counts: Mapping[str, int]) -> str:
    used = [(treatment, counts[treatment]) for treatment in TREATMENTS if counts.get(treatment)]
    return formatting.listed([tr(_WORDS[treatment], number=formatting.number(count)) for treatment, count in used])
