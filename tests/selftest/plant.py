"""How documents of the known-answer test are made: what plants canaries in them, and who writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from triage.selftest.documents import LANGUAGES, Canary, Document, word


@dataclass(slots=True)
class Plant:
    """Hands out the canaries of one format and remembers them."""

    format: str
    languages: tuple[str, ...] = LANGUAGES
    canaries: list[Canary] = field(default_factory=list)

    def __call__(self, column: str, place: str = "", languages: tuple[str, ...] = ()) -> str:
        here = [
            Canary(self.format, column, place or column, language, word(language, self.format, column, place or column))
            for language in languages or self.languages
        ]
        self.canaries += here
        return " ".join(canary.word for canary in here)


@dataclass(frozen=True, slots=True)
class Builder:
    """How one format's document is made: its row in the matrix, its file's name, and who writes it.

    ``label`` is that of the reader in ``PARSERS`` which must claim the file. ``languages`` are those that the format
    can hold. ``build`` gives the file's bytes; it may put canaries into the file's name with ``Plant("file")``.
    """

    name: str
    file: str
    label: str
    build: Callable[[Plant], bytes]
    languages: tuple[str, ...] = LANGUAGES

    def document(self) -> Document:
        """Build the document."""
        plant = Plant(self.name, self.languages)
        return Document(self.name, self.file, self.label, self.build(plant), tuple(plant.canaries))
