"""Documents of binary forms, kept as files (builders): Office's old forms, OneNote, Access, Outlook's archives, iWork.

Their writers are long, and tests alone need them: ``tests/selftest/stored.py`` writes the files, and a test compares
them. ``places.json`` says where in them canaries are; their words are the same whenever they are made.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from triage.selftest.canary import Builder, Plant

_FOLDER = Path(__file__).parents[1] / "stored"
DOCUMENTS = {
    "archive.pst": ("pst", "Outlook data file"),
    "archive.olm": ("olm", "Outlook for Mac archive"),
    "report.doc": ("doc", "Word 97-2003 document"),
    "figures.xlsb": ("xlsb", "Excel binary workbook"),
    "figures.xls": ("xls", "Excel 97-2003 workbook"),
    "talk.ppt": ("ppt", "PowerPoint 97-2003 presentation"),
    "plan.vsd": ("vsd", "Compound file"),
    "notes.one": ("one", "OneNote section"),
    "cloud.one": ("one package", "OneNote section"),
    "notes.onetoc2": ("onetoc2", "OneNote section"),
    "plan.pages": ("pages", "iWork document"),
    "newer.pages": ("pages iwa", "iWork document"),
    "stock.mdb": ("access", "Access database"),
}
"""Each file with its row in the matrix and the reader that must claim it."""


def _stored(plant: Plant, file: str) -> bytes:
    for column, place in json.loads((_FOLDER / "places.json").read_bytes())[file]:
        plant(column, place)
    return (_FOLDER / file).read_bytes()


BUILDERS = tuple(Builder(name, file, label, partial(_stored, file=file)) for file, (name, label) in DOCUMENTS.items())
