"""Values in the XML of Outlook for Mac: elements in; texts, persons, numbers and dates out.

No standard describes the form, and archives have been seen that write attributes as elements. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from triage.parsers.kit.xml.parts import Element, attributes, local
from triage.parsers.outlook.mapi import ticks
from triage.parsers.outlook.olm.fields import SILENT, label_of

_NUMBER = re.compile(r"(-?\d{1,15})(?:\.0{1,15})?(?:E\+?0+)?")
_NO_WORD = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """Return the letters and digits of a text."""
    return _NO_WORD.sub("", text)


def integer_in(text: str) -> str:
    """Return a whole number as Outlook for Mac writes it ("1E0"), "" for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    return found[1] if found else ""


def value_of(element: Element, name: str) -> str:
    """Return an attribute, or the text of an inner element: archives have been seen that write one for the other."""
    value = element.get(name)
    if value is None and len(element):
        value = next(("".join(inner.itertext()) for inner in element if local(inner) == name), None)
    return (value or "").strip()


def people_in(element: Element) -> list[tuple[str, str]]:
    """Return the persons in an element, each as name and address."""
    found: list[tuple[str, str]] = []
    for inner in element.iter():
        one = (value_of(inner, "OPFContactEmailAddressName"), value_of(inner, "OPFContactEmailAddressAddress"))
        if not any(one) and local(inner) in ("emailAddress", "contactEmailAddress") and not len(inner):
            one = ((inner.text or "").strip(), "")
        if any(one):
            found.append(("" if one[0] == one[1] else one[0], one[1]))
    return found


def person_in(text: str) -> list[tuple[str, str]]:
    """Return the one person in a text, as name and address."""
    shown = " ".join(text.split())
    name, angle, address = shown.rpartition("<")
    if angle and address.endswith(">"):
        return [(name.strip(), address[:-1])]
    return [("", shown)] if "@" in shown and " " not in shown else [(shown, "")]


def leaves_of(element: Element) -> Iterator[str]:
    """Yield the texts and attributes in an element, each with the words of its name."""
    for inner in element.iter():
        values = [(local(inner), inner.text or ""), *attributes(inner).items(), ("", inner.tail or "")]
        for name, value in values if inner is not element else values[:1]:
            shown = integer_in(value) or value.strip()
            if shown and shown != "0" and name not in SILENT:
                yield f"{label_of(name)}: {shown}" if name else shown


def filetime(text: str) -> bytes | None:
    """Return a date as MAPI keeps it (MS-OXCDATA 2.11.1), None where it can't be read or kept so."""
    try:
        when = datetime.fromisoformat(text)
        raw = ticks(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
    return raw if any(raw) else None
