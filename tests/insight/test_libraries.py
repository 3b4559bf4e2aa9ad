"""What needs a library that isn't installed says which package to install."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.insight.names.test_ranking import ranked, stream_of
from tests.insight.order.test_ranking import collection
from triage.errors import CaseError
from triage.insight.names import aliases


@pytest.mark.parametrize(
    ("module", "package", "use"),
    [
        ("scipy.sparse", "scipy", ranked),
        ("scipy.sparse", "scipy", lambda: aliases.like(stream_of(), "Plover", 5)),
        ("scipy.sparse", "scipy", lambda: collection(2, 30)),
    ],
)
def test_a_missing_library_is_named(
    module: str, package: str, use: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # Python then says that there is no such module
    with pytest.raises(CaseError, match=f"package {package}, which isn't installed.*pip install {package}"):
        use()
