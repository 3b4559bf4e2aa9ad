"""SOCKET. One file per output format (export room): findings in, files out. A writer is one module and one line in WRITERS."""

from __future__ import annotations
