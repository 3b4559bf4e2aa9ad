"""What the window remembers of its person: columns, theme, reviewer, recent cases. Never anything of a case.

One QSettings under "Triage"; tests point it elsewhere with ``QSettings.setPath``.
"""

from __future__ import annotations

import getpass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 8


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Triage", "triage-ui")


def folder() -> Path:
    return Path(_settings().fileName()).parent


def text(key: str, default: str = "") -> str:
    return str(_settings().value(key, default) or default)


def put(key: str, value: str | QByteArray) -> None:
    _settings().setValue(key, value)


def state(key: str) -> QByteArray:
    value = _settings().value(key)
    return value if isinstance(value, QByteArray) else QByteArray()


def reviewer() -> str:
    """Return the reviewer's name: as given, or the one the operating system knows."""
    return text("reviewer") or getpass.getuser()


def recent_cases() -> list[Path]:
    """Return the cases opened last, the latest first, also where their folder isn't there now."""
    value = _settings().value("recent")
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return [Path(str(name)) for name in names]


def add_recent(path: Path, *, drop: bool = False) -> None:
    first, rest = [] if drop else [path], [p for p in recent_cases() if p != path]
    _settings().setValue("recent", [str(p) for p in [*first, *rest][:_RECENT]])
