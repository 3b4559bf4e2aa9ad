"""What tests of engines share: connections that are closed at their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import apsw
import pytest

Connect = Callable[[], apsw.Connection]


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    """Opens one more connection to the test's database each time."""
    with ExitStack() as opened:

        def connect() -> apsw.Connection:
            connection = opened.enter_context(closing(apsw.Connection(str(tmp_path / "case.sqlite"))))
            connection.execute("PRAGMA synchronous=OFF")  # nothing here asks for what takes most of the time
            return connection

        yield connect
