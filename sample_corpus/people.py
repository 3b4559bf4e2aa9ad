"""Who writes and is written to in the story; everybody and every firm in it is invented."""

from __future__ import annotations

from collections.abc import Iterator

from sample_corpus.catalog import Node
from sample_corpus.mail import Person

MIRA = Person("Mira Castellan", "mira.castellan@orrelane.example")
JONAS = Person("Jonas Adewick", "jonas.adewick@orrelane.example")
DALIA = Person("Dalia Ben-Oriel", "dalia.ben-oriel@orrelane.example")
DALIA_HE = Person("דליה בן-אוריאל", "dalia.ben-oriel@orrelane.example")
KARIM = Person("Karim Nasserin", "karim.nasserin@orrelane.example")
KARIM_AR = Person("كريم ناصرين", "karim.nasserin@orrelane.example")
INGRID = Person("Ingrid Solvang", "ingrid.solvang@orrelane.example")
TOMAS = Person("Tomas Verrill", "tomas.verrill@orrelane.example")
PRIYA = Person("Priya Lundgate", "priya.lundgate@orrelane.example")
ALL = Person("All Orrelane", "all@orrelane.example")
PLATFORM = Person("Platform Team", "platform@orrelane.example")
BUILD = Person("Build Watch", "build-watch@orrelane.example")
ELSKE = Person("Elske Roodmaker", "e.roodmaker@varenholm.example")
ANTON = Person("Anton Vesperin", "a.vesperin@varenholm.example")
ROSALIND = Person("Rosalind Wick", "r.wick@wrenfield.example")
PELBAY = Person("Pellucid Bay Orders", "orders@pelbay.example")
PRIVATE = Person("M C", "mc.evenings@postbox.example")


def plain(key: str, text: str, charset: str = "utf-8", media: str = "text/plain") -> Node:
    """Write a text file."""
    return Node(key, text.encode(charset), [("body", text)], media=media)


def page(key: str, title: str, body: str, seen: str, charset: str = "utf-8") -> Node:
    """Write an HTML file that states its charset; ``seen`` is the text of ``body``."""
    text = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )
    return Node(key, text.encode(charset), [("body", seen), ("properties", title)], media="text/html")


def numbered(start: int = 1) -> Iterator[str]:
    """Yield 0001, 0002 ..."""
    while True:
        yield f"{start:04d}"
        start += 1
