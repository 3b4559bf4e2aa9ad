"""What every output format does, new ones included: an empty case, hostile values, and the same bytes each time."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from tests.export.records import ORDER, Records, sample
from triage.export.collect import Collector
from triage.export.contract import Report, Writer
from triage.export.writers import WRITERS

OF_THE_CASE = ("problems.jsonl", "terms.json", "coverage.json", "known-answers.json")
"""What doesn't depend on the findings."""


def written(writer: Writer, records: Records) -> bytes:
    collector = Collector(records, list(records.stored), ORDER.query)
    dossiers = tuple(
        collector.dossier(n, records.stored[no]) for n, no in enumerate(collector.order(records.stored), 1)
    )
    out = io.BytesIO()
    writer.write(out, Report(ORDER, dossiers))
    return out.getvalue()


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_it_writes_an_empty_case_and_hostile_values(writer: Writer) -> None:
    empty, full = written(writer, Records()), written(writer, sample())
    assert (len(full) > len(empty)) == (writer.name not in OF_THE_CASE)
    assert b"\x1b" not in full or full[:2] == b"PK" or full[:4] == b"%PDF"


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_it_writes_the_same_bytes_each_time(writer: Writer) -> None:
    assert written(writer, sample()) == written(writer, sample())


def test_no_file_is_dated_by_the_clock() -> None:
    """What is packed in a report carries the time of the order, or none."""
    for writer in WRITERS:
        data = written(writer, sample())
        if data.startswith(b"PK"):
            years = {entry.date_time[0] for entry in ZipFile(io.BytesIO(data)).infolist()}
            assert years <= {1980, int(ORDER.created[:4])}, writer.name


def test_names_and_labels_are_unique() -> None:
    assert len({writer.name for writer in WRITERS}) == len({writer.label for writer in WRITERS}) == len(WRITERS)
