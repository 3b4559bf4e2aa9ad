"""Tests of child.parsing: a limit that stops the reading of an item keeps what was read, and says how far that is."""

from __future__ import annotations

import re
import signal
import struct
import time
from collections.abc import Callable, Iterator

import pytest

from tests.originals import pdf
from tests.writers.office97 import record, xls
from triage.messages import decode, render
from triage.model.items import Trouble
from triage.parsers.kit.texts import Texts
from triage.sandbox.child import parsing
from triage.sandbox.child.parsing import LimitedParsing, on_alarm
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part, Reply, most_seconds
from triage.selftest.writers.excel import rows, xlsx
from triage.selftest.writers.opendocument import odf
from triage.selftest.writers.package import HEAD
from triage.settings import Settings

LINES = [f"osprey{n}" for n in range(60)]


@pytest.fixture(autouse=True)
def alarms() -> Iterator[None]:
    before = [(number, signal.getsignal(number)) for number in (signal.SIGPROF, signal.SIGALRM)]
    on_alarm()
    yield
    for number, handler in before:
        signal.signal(number, handler)


def _read(data: bytes, name: str, settings: Settings | None = None) -> Part:
    replies: list[Reply] = []
    SourceReading(Job(0, name, data), settings or Settings(), replies.append).read(data, name, "")
    part = replies[0]
    assert isinstance(part, Part)
    return part


def _said(part: Part) -> list[tuple[str, str]]:
    return [(code, render(decode(sentence))) for code, sentence in part.troubles]


def _ods() -> bytes:
    cells = "".join(
        f"<table:table-row><table:table-cell><text:p>{line}</text:p></table:table-cell></table:table-row>"
        for line in LINES
    )
    return odf("spreadsheet", f'<table:table table:name="One">{cells}</table:table>', "", {})


def _shared() -> bytes:
    """A workbook whose cells name strings of a table."""
    table = "".join(f"<si><t>{line}</t></si>" for line in LINES)
    cells = "".join(f'<row r="{n + 1}"><c r="A{n + 1}" t="s"><v>{n}</v></c></row>' for n in range(len(LINES)))
    parts: dict[str, str | bytes] = {"xl/sharedStrings.xml": f"{HEAD}<sst>{table}</sst>"}
    sheets = [("One", "visible", f"<sheetData>{cells}</sheetData>")]
    return xlsx(sheets, parts, targets=[("sharedStrings", "sharedStrings.xml")])


def _xls() -> bytes:
    cells = [record(0xFD, struct.pack("<HHHI", n, 0, 0, n)) for n in range(len(LINES))]
    return xls([("One", 0, b"".join(cells))], LINES)


def _rtf() -> bytes:
    return (r"{\rtf1\ansi " + "".join(rf"{{{line}}}\par{{\*\annotation note}}" for line in LINES) + "}").encode()


FILES = {
    "a.xlsx": (
        lambda: xlsx([("One", "visible", rows(*([line] for line in LINES)))], {}),
        r"row \d+ of sheet 1, empty ones apart",
    ),
    "b.xlsx": (_shared, r"row \d+ of sheet 1, empty ones apart"),
    "a.ods": (_ods, r"row \d+ of sheet 1, empty ones apart"),
    "b.xls": (_xls, r"row \d+ of sheet 1, empty ones apart"),
    "a.pdf": (lambda: pdf(60), r"page \d+ of 60"),
    "a.rtf": (_rtf, r"byte [\d,]+ of [\d,]+"),
    "a.xml": (
        lambda: ("<a>" + "".join(f"<b>{line}</b>" for line in LINES) + "</a>").encode(),
        r"character \d+ of its text",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_document_whose_time_ends_keeps_what_was_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, place = FILES[name]
    data, adds, add = make(), [], Texts.add

    def counted(texts: Texts, origin: str, text: str, end: str = "\n") -> None:
        add(texts, origin, text, end)
        adds.append(text)
        if len(adds) == 30:
            signal.raise_signal(signal.SIGPROF)

    monkeypatch.setattr(Texts, "add", counted)
    part = _read(data, name)
    text = " ".join(text for _, text in part.segments)
    assert LINES[5] in text
    ((_, sentence),) = [said for said in _said(part) if said[0] == "limit-stopped"]
    start = "Reading it took more than 60 s of processor time. What can be searched of it ends at "
    end = "Files embedded in it, if any, were not unpacked"
    assert re.fullmatch(rf"{start}{place}\. {end}\.", sentence), sentence
    if name[0] == "b":  # its strings were all read before the rows
        assert set(LINES) <= set(text.split())


def test_a_document_with_more_text_than_fits_says_where_that_ends_and_keeps_its_comments() -> None:
    note = "<text:p><office:annotation><text:p>a remark at the end</text:p></office:annotation></text:p>"
    data = odf("text", "".join(f"<text:p>{'word ' * 2000}</text:p>" for _ in range(120)) + note, "", {})
    part = _read(data, "a.odt", Settings(limit_text_mb=1))
    assert [said for said in _said(part) if said[0] == "limit-size"] == [
        (
            "limit-size",
            "It contains more text than the limit; the rest was left out of the search. "
            "What can be searched of it ends at character 917,413 of its text.",
        )
    ]
    assert ("comment", ": a remark at the end") in part.segments or "a remark at the end" in str(part.segments[1:])
    assert sum(len(text) for _, text in part.segments) <= 1 << 20


def _after(seconds: float, doing: Callable[[], object], patch: pytest.MonkeyPatch) -> str:
    """Return what is said of something that has so many seconds of the processor."""
    patch.setattr(parsing, "most_seconds", lambda limit, size: seconds)
    outcome = LimitedParsing(Settings(), 1, Job(0, "x", b"x")).attempt(doing)
    assert signal.getitimer(signal.ITIMER_PROF)[0] == signal.getitimer(signal.ITIMER_REAL)[0] == 0
    return outcome.message.key if isinstance(outcome, Trouble) else str(outcome)


def _spin() -> None:
    while True:
        pass


def test_time_is_counted_by_the_processor_beside_a_generous_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _after(0.1, lambda: time.sleep(0.15), monkeypatch) == "None"
    assert _after(0.01, lambda: time.sleep(60), monkeypatch) == "read-over-clock"
    monkeypatch.setattr(parsing, "CLOCK", 10_000)
    assert _after(0.05, _spin, monkeypatch) == "read-over-time"


def test_time_grows_with_the_size_of_a_source() -> None:
    assert [most_seconds(60, size << 20) for size in (0, 1, 32, 64)] == [60, 61, 120, 180]
    reading = LimitedParsing(Settings(limit_seconds=60), 32 << 20, Job(0, "x", b"x"))
    given = [reading.alarm(size << 20) for size in (0, 1, 100)]
    reading.alarm_off()
    assert given == [60, 61, 120]
