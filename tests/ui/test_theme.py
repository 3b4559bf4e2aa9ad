"""Contrast of every text on every ground it stands on, in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from triage.coding import COLOURS, DEFAULT
from ui import theme


def _light(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(QColor(one)), _light(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("table", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_contrast_is_enough(table: dict[str, str]) -> None:
    pairs = [(ink, ground) for ink in ("text", "muted", "error", "accent") for ground in ("window", "base", "stripe")]
    pairs += [(name, ground) for name in COLOURS for ground in ("base", "chosen", "window")]
    pairs += [("hit text", f"hit {n}") for n in range(theme.HITS)]
    pairs += [("on here", "here"), ("on accent", "accent"), ("text", "chosen")]
    weak = [(a, b, round(_contrast(table[a], table[b]), 2)) for a, b in pairs if _contrast(table[a], table[b]) < 4.5]
    assert not weak


def test_both_themes_name_the_same_colours() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()


def test_each_tag_has_a_letter_of_its_own() -> None:
    assert len({tag.key for tag in DEFAULT}) == len(DEFAULT) == 6
