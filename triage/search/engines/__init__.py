"""SOCKET. One file per search engine (search room). An engine is one module and one line in ENGINES."""

from __future__ import annotations
