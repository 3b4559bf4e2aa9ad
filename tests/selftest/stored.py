"""The known-answer test's documents in binary forms; ``python -m tests.selftest.stored`` writes them and their list.

Their writers are longer than all the others together, and none of the program uses them. So the documents are kept as
files, which a test compares with what the writers write.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.writers import iwork, office97, olm, onenote, pst, xlsb
from triage.selftest.builders import stored
from triage.selftest.canary import LANGUAGES, Plant

FOLDER = Path(stored.__file__).parents[1] / "stored"
BUILD: dict[str, Callable[[Plant], bytes]] = {
    "archive.pst": pst.outlook_archive,
    "archive.olm": olm.archive,
    "report.doc": office97.word,
    "figures.xlsb": xlsb.workbook,
    "figures.xls": office97.excel,
    "talk.ppt": office97.powerpoint,
    "plan.vsd": office97.visio,
    "notes.one": lambda plant: onenote.stored(*onenote.notes(plant)),
    "cloud.one": lambda plant: onenote.packaged(*onenote.notes(plant)),
    "notes.onetoc2": onenote.contents,
    "plan.pages": iwork.older,
    "newer.pages": iwork.newer,
}
"""What writes each file."""


def written(name: str, label: str) -> tuple[bytes, list[list[str]]]:
    """Return a document and where its canaries are: column and place."""
    plant = Plant(label)
    data = BUILD[name](plant)
    places = dict.fromkeys((canary.column, canary.place) for canary in plant.canaries)
    assert len(places) * len(LANGUAGES) == len(plant.canaries)
    return data, [list(place) for place in places]


def main() -> None:
    """Write all."""
    places = {}
    for name, (label, _) in stored.DOCUMENTS.items():
        data, places[name] = written(name, label)
        (FOLDER / name).write_bytes(data)
    lines = [f"    {json.dumps(name)}: {json.dumps(where)}" for name, where in places.items()]
    (FOLDER / "places.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
