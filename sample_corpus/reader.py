"""A slow second opinion on words: which items hold a phrase, from what the author wrote.

It shares no line with the program. The answers are listed by hand in ``answers.py``; where this reader disagrees with a
list, the corpus can't be made.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from sample_corpus.catalog import File, Node

_SAME = str.maketrans("ךםןףץ\u0629\u0649", "כמנפצ\u0647\u064a")  # and Arabic: teh marbuta, alef maqsura
_WORD = re.compile(r"[^\W_]+")


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without marks, case, final and variant letters."""
    text = re.sub("(?<=[א-ת])[\"״'׳](?=[א-ת])", "", text)
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in parts if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    digits = "".join(str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in bare)
    return tuple(_WORD.findall(digits.translate(_SAME)))


@dataclass(frozen=True, slots=True)
class Seen:
    """One item of the corpus at one place."""

    path: str
    member: str
    node: Node
    parent: Node | None

    @property
    def place(self) -> str:
        """Return the item's place as the answers write it."""
        return f"{self.path}!{self.member}" if self.member else self.path

    def _texts(self, field: str) -> list[tuple[str, ...]]:
        name = self.node.name if self.member else self.path.rpartition("/")[2]
        texts = [*self.node.texts, ("file", name)]
        return [words(text) for label, text in texts if field in ("", label)]

    def has(self, phrase: str, field: str = "") -> bool:
        """Whether the words of the phrase stand side by side in one text of the item."""
        wanted = words(phrase)
        size = len(wanted)
        return any(text[at : at + size] == wanted for text in self._texts(field) for at in range(len(text) - size + 1))

    def near(self, first: str, second: str, between: int) -> bool:
        """Whether the first word stands before the second with at most so many words between."""
        one, two = words(first)[0], words(second)[0]
        return any(
            word == one and two in text[at + 1 : at + 2 + between]
            for text in self._texts("")
            for at, word in enumerate(text)
        )

    def begins(self, stem: str, field: str = "") -> bool:
        """Whether a word of the item begins with the stem."""
        wanted = words(stem)[0]
        return any(word.startswith(wanted) for text in self._texts(field) for word in text)


def everything(files: list[File]) -> list[Seen]:
    """Return all items of the files."""
    found = []
    for file in files:
        nodes = dict(file.members())
        for member, node in nodes.items():
            parent = nodes[member.rpartition(".")[0]] if member else None
            found.append(Seen(file.path, member, node, parent))
    return found
