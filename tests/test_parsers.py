"""What every format does, new ones included: it is described, claims nothing that is empty, and survives any bytes."""

from __future__ import annotations

import random

import pytest

from triage.model.items import Extract
from triage.parsers import PARSERS
from triage.parsers.kit.contract import Context, Format, Limits, Probe

LIMITS = Limits(1 << 20, 1 << 22, 200, 1 << 20)


@pytest.mark.parametrize("form", PARSERS, ids=lambda form: form.label)
def test_it_is_described(form: Format) -> None:
    assert form.label and form.level and form.types
    assert all("/" in media for media in form.types)
    assert not any(ending.startswith(".") for ending in form.extensions)
    assert [other.label for other in PARSERS].count(form.label) == 1


@pytest.mark.parametrize("form", PARSERS, ids=lambda form: form.label)
def test_probing_never_raises(form: Format) -> None:
    rng = random.Random(form.label)
    for size in (0, 1, 8, 100, 5000):
        assert form.claims(Probe(rng.randbytes(size), "x", "")) in (True, False)


@pytest.mark.parametrize("form", PARSERS, ids=lambda form: form.label)
def test_any_bytes_give_an_extract_or_an_exception(form: Format) -> None:
    """The reader process turns an exception into a Problem; anything else would be a defect."""
    rng = random.Random(form.label)
    for data in (b"\0" * 64, rng.randbytes(3000), b"text of no format\n" * 20):
        try:
            extract = form.parse(data, Context("x", "", LIMITS))
            children = list(extract.children)
        except Exception:
            continue
        assert isinstance(extract, Extract)
        assert len(children) < 1000 and all(isinstance(s.text, str) for s in extract.segments)
