"""Zstandard (RFC 8878): Python's own module from 3.14 on, before that its backport."""

from __future__ import annotations

import sys
from typing import Any


def zstd() -> Any:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd
