"""Documents of binary forms, kept as files (builders): Office's old forms, OneNote, Outlook's archives, iWork.

Their writers are long, and tests alone need them: ``tests/selftest/stored.py`` writes the files, and a test compares
them. ``places.json`` says where in them canaries are; their words are the same whenever they are made.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from triage.selftest.canary import Builder, Plant
from triage.tables import rows

_FOLDER = Path(__file__).parents[1] / "stored"
DOCUMENTS = {file: (name, label) for file, name, label in rows(__name__, "stored.tsv")}
"""Each file with its row in the matrix and the reader that must claim it."""


def _stored(plant: Plant, file: str) -> bytes:
    for column, place in json.loads((_FOLDER / "places.json").read_bytes())[file]:
        plant(column, place)
    return (_FOLDER / file).read_bytes()


BUILDERS = tuple(Builder(name, file, label, partial(_stored, file=file)) for file, (name, label) in DOCUMENTS.items())
