"""What the cells of iWork's tables show: their values as text, and the cells in the XML of iWork '08 and '09.

Nothing here is documented by its maker; the names are known from the files. A value stands as it is stored, without the
format of its cell: numbers with 15 digits as a sheet shows them, dates in ISO 8601.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, attribute, local

CELL_TAGS = tuple(
    (
        "n d du cb st sl ra rn rd rdu rb grouping pm fo formula menu-choices number-cell date-cell duration-cell "
        "bool-cell checkbox-cell stepper-cell slider-cell rating-cell popup-menu-cell result-number-cell "
        "result-date-cell result-duration-cell result-bool-cell"
    ).split()
)
"""The elements that ``OldCells.take`` is to be asked about, besides those of texts."""

_VALUES = ("v", "value", "du", "cell-date", "group-formula-value")
_HOLDERS = ("datasource", "r", "result-cell")
_MENUS = ("pm", "popup-menu-cell")
_FORMULAS = {"fo": "fs", "formula": "formula-string"}
_DATES, _SPANS = ("d", "rd", "date-cell", "result-date-cell"), ("du", "rdu", "duration-cell", "result-duration-cell")
_FIRST_DAY = datetime(2001, 1, 1)
_MOST_CHOICES = 100_000


class OldCells:
    """Reads the cells of one document into ``texts``, and remembers the choices of its pop-up menus by their ids."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._choices: dict[str, str] = {}
        self._told: set[str] = set()
        self._open = 0

    def take(self, event: str, element: Element, where: str) -> bool:
        """Read a cell at its end; whether the element is a cell or lies in a pop-up menu, which is read as a whole."""
        tag = local(element)
        if tag in _MENUS:
            self._open += 1 if event == "start" else -1
            if event == "end" and not self._open:
                self._menu(element, where)
            return True
        if event == "end" and tag in CELL_TAGS and not self._open:
            self._cell(tag, element, where)
        return self._open > 0 or tag in CELL_TAGS

    def _cell(self, tag: str, element: Element, where: str) -> None:
        parent = element.getparent()
        holder = local(parent) if parent is not None else ""
        if tag in _FORMULAS and holder in ("f", "formula-cell", "grouping"):
            self._texts.add("fieldcode", attribute(element, _FORMULAS[tag]))
        elif holder in _HOLDERS:
            self._texts.add(where, _value(tag, element))

    def _menu(self, menu: Element, where: str) -> None:
        """Add the chosen value of a pop-up menu to its place; the choices to hidden, each once for a document."""
        cells = [(attribute(cell, "ID"), _choice(cell)) for choices in menu.iter("{*}menu-choices") for cell in choices]
        for name, text in cells:
            if len(self._choices) < _MOST_CHOICES:
                self._choices[name] = text
        chosen = next((attribute(e, "IDREF") for e in menu if local(e).startswith("proxied-cell")), "")
        if chosen in self._choices:
            self._texts.add(where, self._choices[chosen])
        for _, text in cells:
            if chosen not in self._choices:
                self._texts.add(where, text)
            elif text not in self._told and len(self._told) < _MOST_CHOICES:
                self._told.add(text)
                self._texts.add("hidden", text)


def _value(tag: str, element: Element) -> str:
    said = next(filter(None, (attribute(element, name) for name in _VALUES)), "")
    try:
        value = float(said)
    except ValueError:
        return said
    if tag in _DATES:
        return date_text(value) or said
    return duration_text(value) if tag in _SPANS else number_text(value)


def _choice(cell: Element) -> str:
    """Return what a choice of a menu says: its text, or its value."""
    texts = [attribute(e, "s") or attribute(e, "string") for e in cell.iter("{*}ct", "{*}cell-text", "{*}so")]
    return "".join(texts) or "".join(cell.itertext()).strip() or _value(local(cell), cell)


def number_text(value: float) -> str:
    """Return a number with the 15 digits that a sheet shows, "" where it is none."""
    return format(value, ".15g") if math.isfinite(value) else ""


def date_text(seconds: float) -> str:
    """Return seconds since 2001-01-01 as ISO 8601, without a time where it is midnight; "" beyond the calendar."""
    try:
        moment = _FIRST_DAY + timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return ""
    whole = moment.replace(microsecond=0)
    return str(whole.date() if (whole.hour, whole.minute, whole.second) == (0, 0, 0) else whole)


def duration_text(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds (1:30:00); "" where it is none."""
    if not math.isfinite(seconds):
        return ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    shown = number_text(round(rest, 3))
    sign = "-" if seconds < 0 else ""
    return f"{sign}{hours}:{minutes:02}:{'0' if rest < 10 else ''}{shown}"
