"""Writes the known-answer test's documents and their list: ``python -m tests.selftest.stored``."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.selftest.builders.every import BUILDERS
from triage.selftest.documents import FOLDER, INDEX, Canary, Document, stored


def row(document: Document) -> dict[str, object]:
    """Return what the list says of a document; words of one place stand together, by their languages."""
    return {
        "name": document.name,
        "file": document.file,
        "label": document.label,
        "canaries": [[*place, words] for place, words in _places(document.canaries)],
    }


def _places(canaries: Iterable[Canary]) -> Iterable[tuple[tuple[str, str], dict[str, str]]]:
    places: dict[tuple[str, str], dict[str, str]] = {}
    for canary in canaries:
        places.setdefault((canary.column, canary.place), {})[canary.language] = canary.word
    return places.items()


def main() -> None:
    made = [builder.document() for builder in BUILDERS]
    for path in FOLDER.iterdir():
        path.unlink()
    for document in made:
        stored(document.name, document.file).write_bytes(document.data)
    rows = [json.dumps(row(document), ensure_ascii=False) for document in made]
    INDEX.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
