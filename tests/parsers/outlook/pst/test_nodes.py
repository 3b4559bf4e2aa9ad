"""Ciphers of Outlook data files."""

from __future__ import annotations

import pytest

from tests.writers.pst import scramble
from triage.parsers.outlook.pst import _I, _R, _S, CYCLIC, NONE, PERMUTED, decode


def test_the_tables_are_permutations_and_the_third_undoes_the_first() -> None:
    assert sorted(_R) == sorted(_S) == sorted(_I) == list(range(256))
    assert bytes(_I[value] for value in _R) == bytes(range(256))
    assert (_I[0], _I[1], _S[0], _S[255]) == (71, 241, 20, 138)  # as printed in MS-PST 5.1


@pytest.mark.parametrize("method", [NONE, PERMUTED, CYCLIC])
def test_what_was_scrambled_comes_out(method: int) -> None:
    data = bytes(range(256)) * 3
    assert decode(scramble(data, method, 0x12345), method, 0x12345) == data
