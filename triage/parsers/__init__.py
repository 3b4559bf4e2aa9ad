"""One file per file format: bytes in, Extract out.

Nothing here opens a file, reaches a network or knows of the store. A format is one module and one row of
``formats.tsv``; the first that claims a file reads it.
"""

from __future__ import annotations

from importlib import import_module

from triage.files import rows
from triage.parsers.kit.contract import Format, Probe


def _format(name: str, label: str, endings: str, also: str, level: str) -> Format:
    module = import_module(f"{__name__}.{name}")
    own = module.TYPES if hasattr(module, "TYPES") else (module.TYPE,)
    members = getattr(module, "members", None)
    types = (*own, *also.split())
    return Format(label, types, tuple(endings.split()), level, module.claims, module.parse, members)


PARSERS: tuple[Format, ...] = tuple(_format(*row) for row in rows(__name__, "formats.tsv"))


def by_type(media: str) -> Format | None:
    return next((f for f in PARSERS if media in f.types), None)


def choose(probe: Probe) -> Format | None:
    return next((f for f in PARSERS if f.claims(probe)), None)
