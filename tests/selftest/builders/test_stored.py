"""Tests of triage.selftest.builders.stored: the files are those that their writers write."""

from __future__ import annotations

import pytest

from tests.selftest.stored import BUILD, written
from triage.selftest.builders.stored import BUILDERS, DOCUMENTS
from triage.selftest.canary import Builder, Plant


def test_every_document_has_a_writer() -> None:
    assert DOCUMENTS.keys() == BUILD.keys()


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: builder.file)
def test_a_document_is_what_its_writer_writes(builder: Builder) -> None:
    plant = Plant(builder.name)
    data, places = written(builder.file, builder.name)
    assert builder.build(plant) == data
    assert list(dict.fromkeys((canary.column, canary.place) for canary in plant.canaries)) == list(map(tuple, places))
