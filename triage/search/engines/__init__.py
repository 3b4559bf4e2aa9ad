"""The search engines. A new one is one file here and one line in ENGINES.

Importing this package imports no engine.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import apsw

from triage.errors import CaseError
from triage.search.engine import Engine
from triage.store.reading import StoredTexts

ENGINES: tuple[tuple[str, str], ...] = (
    ("fts5", "triage.search.engines.fts5.engine"),
    ("whoosh", "triage.search.engines.whoosh"),
    ("memory", "triage.search.engines.memory"),
    ("opensearch", "triage.search.engines.opensearch.engine"),
)
"""Name of each engine and its module, which has an ``open_engine`` without the name. The first is the default."""


def open_engine(name: str, folder: Path, db: apsw.Connection, texts: StoredTexts, *, create: bool) -> Engine:
    """Open an engine by name. Raises CaseError where there is none of that name."""
    modules = dict(ENGINES)
    if name not in modules:
        raise CaseError("engine-unknown", name=name, known=", ".join(modules))
    engine: Engine = import_module(modules[name]).open_engine(folder, db, texts, create=create)
    return engine


def claim_index(name: str, folder: Path, texts: StoredTexts, *, moved: bool) -> None:
    """Say of a case's folder whether it was ``moved`` with its index or is a copy, which is given an index of its own.

    Raises CaseError where the engine keeps its index in the case.
    """
    claim = getattr(import_module(dict(ENGINES)[name]), "claim_index", None)
    if claim is None:
        raise CaseError("cluster-not-used", engine=name)
    claim(folder, texts, moved=moved)
