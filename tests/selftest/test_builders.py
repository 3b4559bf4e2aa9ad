"""Builders: each document is claimed by the reader that it is for, and no reader is left out without a reason."""

from __future__ import annotations

import time

import pytest

from triage.parsers import PARSERS, choose
from triage.parsers.kit.contract import Probe
from triage.selftest.builders import BUILDERS, UNTESTED
from triage.selftest.canary import Builder, Plant


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda b: b.name)
def test_a_document_is_claimed_by_its_reader(builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    data = builder.build(Plant(builder.name, builder.languages))
    claimed = choose(Probe(data, builder.file))
    assert claimed is not None and claimed.label == builder.label
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))  # which dates members, if anything does
    assert data == builder.build(Plant(builder.name, builder.languages)) or builder.name in ("7z", "tar.gz", "gz")


def test_names_are_unique() -> None:
    names = [builder.name for builder in BUILDERS]
    assert len(names) == len(set(names))


def test_every_reader_has_canaries_or_a_reason() -> None:
    built = {builder.label for builder in BUILDERS}
    labels = {form.label for form in PARSERS}
    assert labels - built - set(UNTESTED) == set()
    assert not built & set(UNTESTED) and built <= labels and set(UNTESTED) <= labels
