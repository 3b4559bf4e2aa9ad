"""Tests of child.parsing: a limit that stops the reading of an item keeps what was read, and says how far that is."""

from __future__ import annotations

import io
import itertools
import json
import math
import re
import signal
import struct
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.originals import pdf
from tests.parsers.mail_builders import wide
from tests.records import case_of
from tests.sandbox.readers import parts_of
from tests.writers.excel import rows, xlsx
from tests.writers.office97 import record, xls
from tests.writers.opendocument import odf
from tests.writers.package import HEAD, zipped
from triage.messages import decode, render
from triage.messages import plain as plain_message
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.archives import libarchive, tar
from triage.parsers.archives import zip as zip_archive
from triage.parsers.kit import html_text
from triage.parsers.kit.texts import Texts
from triage.parsers.mail import eml
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.msg import build_msg
from triage.parsers.text import ics, json_text, plain, vcf
from triage.sandbox.child import item_facts, parsing
from triage.sandbox.child.parsing import LimitedParsing, on_alarm, unread_text
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.wire import LONGEST_SENTENCE, MOST_TROUBLES, Job, Part, Reply, most_seconds
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
    return parts_of(data, name, settings)[0]


def _ends(patch: pytest.MonkeyPatch, where: object, name: str, call: int) -> None:
    """Let the time of an item end where this is called for the given time, once."""
    calls, function = itertools.count(1), getattr(where, name)

    def counted(*args: Any, **keywords: Any) -> Any:
        if next(calls) == call:
            signal.raise_signal(signal.SIGPROF)
        return function(*args, **keywords)

    patch.setattr(where, name, counted)


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


PAGE = "<style>p {color: red}</style>" + "".join(f"<p>{line}</p>" for line in LINES)
HEAD_OF_MAIL = (
    "From: Ada <ada@lark.example>\nTo: Ben <ben@lark.example>\nSubject: the osprey plan\nX-Ledger: heron\n"
    "Date: Tue, 02 May 2023 10:20:30 +0200\nMessage-ID: <1@lark.example>\nMIME-Version: 1.0\n"
)


def _mail(*parts: tuple[str, str]) -> bytes:
    eml = "".join(f"--edge\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts)
    return f"{HEAD_OF_MAIL}Content-Type: multipart/mixed; boundary=edge\n\n{eml}--edge--\n".encode()


def _msg() -> bytes:
    return build_msg(Bag({(0x37, 0x1F): wide("the osprey plan"), (0x1013, 0x102): PAGE.encode()}))


def _tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for line in LINES:
            archive.addfile(tarfile.TarInfo(line))
    return target.getvalue()


def _ar() -> bytes:
    members = (f"{f'{line}/':<16}{0:<12}{0:<6}{0:<6}{100644:<8}{2:<10}`\nab" for line in LINES)
    return b"!<arch>\n" + "".join(members).encode()


_CHARACTER, _BYTE, _MEMBER = r"character [\d,]+ of its text", r"byte ([\d,]+) of \1", r"member \d+ of its list"
_ESCAPED = json.dumps({"who": [f"{line} \u05d3" for line in LINES]}).encode()
STOPPED = {
    "page.html": (lambda: PAGE.encode(), html_text._Flow, "add", 30, _CHARACTER),
    "styles.html": (lambda: PAGE.encode(), html_text, "sheet_effects", 1, _CHARACTER),
    "decoding.html": (lambda: PAGE.encode(), plain, "decode_text", 1, _BYTE),
    "a.msg": (_msg, html_text._Flow, "add", 30, _CHARACTER),
    "a.txt": (lambda: "\n".join(LINES).encode(), plain, "decode_text", 1, _BYTE),
    "a.json": (lambda: _ESCAPED, json_text, "unescaped", 1, _BYTE),
    "a.ics": (lambda: b"BEGIN:VCALENDAR\n" + "\n".join(LINES).encode(), ics, "parse_components", 1, _BYTE),
    "a.vcf": (lambda: b"BEGIN:VCARD\n" + "\n".join(LINES).encode(), vcf, "parse_components", 1, _BYTE),
    "a.zip": (lambda: zipped(dict.fromkeys(LINES, "")), zip_archive, "entries", 1, r"member 60 of its list"),
    "a.tar": (_tar, tar._TarArchive, "again", 30, _MEMBER),
    "a.a": (_ar, libarchive, "ArchiveEntry", 30, _MEMBER),
}


@pytest.mark.parametrize("name", STOPPED)
def test_what_else_is_read_keeps_its_text_when_time_ends(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, where, function, call, place = STOPPED[name]
    data = make()
    _ends(monkeypatch, where, function, call)
    part = _read(data, name)
    texts = dict(part.segments)
    assert LINES[5] in "".join(texts.values()) and "\\u05d3" not in texts.get("body", "")
    ((_, sentence),) = [said for said in _said(part) if said[0] == "limit-stopped"]
    assert re.search(rf" What can be searched of it ends at {place}\.", sentence), sentence


def test_a_mail_whose_time_ends_keeps_its_head_its_texts_and_its_attachments(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _mail(("text/plain", "the heron report"), ("text/html", PAGE), ("text/csv; name=a.csv", "osprey;attached"))
    _ends(monkeypatch, html_text._Flow, "add", 30)
    part, attached = parts_of(data, "a.eml")
    assert (part.subject, part.sender, part.to) == (
        "the osprey plan",
        "Ada <ada@lark.example>",
        ["Ben <ben@lark.example>"],
    )
    assert part.date is not None and part.message_id == "<1@lark.example>"
    (first, page), others = part.segments[:2], dict(part.segments[2:])
    assert first == ("body", "the heron report") and LINES[5] in page[1] and LINES[-1] not in page[1]
    assert "X-Ledger: heron" in others["headers"]
    assert part.digest == ""  # others may go on otherwise
    ((_, sentence),) = _said(part)
    assert re.search(r" of processor time\. What can be searched of it ends at character \d+ of its text\.$", sentence)
    assert attached.segments[0] == ("body", "osprey;attached")


@pytest.mark.parametrize(("function", "call"), [("decode_text", 4), ("tree_of", 1)])
def test_a_mail_whose_time_ends_as_its_parts_are_decoded_keeps_those(
    function: str, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _mail(*(("text/plain" if n % 2 else "text/html", line) for n, line in enumerate(LINES)))
    _ends(monkeypatch, eml, function, call)
    part = _read(data, "a.eml")
    text = "".join(text for _, text in part.segments)
    assert LINES[2] in text and (LINES[5] in text) == (function == "tree_of")
    assert part.subject == "the osprey plan" and [code for code, _ in part.troubles] == ["limit-stopped"]


def test_little_time_is_left_to_read_what_nothing_was_read_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "_SMALL_PIECE", 64)
    _ends(monkeypatch, plain, "decode_text", 1)
    left = iter([60.0, 50.0, 40.0, 20.0])
    monkeypatch.setattr("triage.parsers.kit.texts.seconds_left", lambda: next(left))
    part = _read("\n".join(LINES).encode(), "a.txt")
    ((_, text),) = part.segments
    assert text.split() == LINES[:22]
    assert " ends at byte 188 of 529." in _said(part)[0][1], _said(part)


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["a.html", "a.eml"])
def test_text_is_kept_where_half_of_the_time_that_it_takes_is_given(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "".join(f"<p>osprey{n} and <b>more</b> words</p>" for n in range(40_000))
    data = page.encode() if name == "a.html" else _mail(("text/html", page))
    took = math.inf
    for _ in range(3):  # the first reading, and one on a busy machine, takes much longer than the one that is stopped
        began = time.process_time()
        whole = _read(data, name)
        took = min(took, time.process_time() - began)
    monkeypatch.setattr(parsing, "most_seconds", lambda limit, size: took / 2)
    part = _read(data, name)
    assert not whole.troubles and "limit-stopped" in dict(part.troubles)
    text, of = next(text for _, text in part.segments), next(text for _, text in whole.segments)
    assert len(of) > len(text) > len(of) / 20 and of.startswith(text)


def test_members_after_which_no_time_was_left_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    late: list[Trouble] = []
    _ends(monkeypatch, zip_archive, "unsafe_name", 3)
    reading = LimitedParsing(Settings(), 1, Job(0, "x", b"x"))
    data = zipped(dict.fromkeys(LINES, "a"))
    found = list(reading.children(zip_archive.parse(data, reading.context("a.zip", "")), late))
    assert [child.name for child in found] == LINES[:2]
    assert [render(t.message) for t in late] == ["Unpacking took too long; what comes after member 2 was not read."]


def _after(seconds: float, doing: Callable[[], object], patch: pytest.MonkeyPatch) -> str:
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


# Text that no search can find is never called fully searchable.


def codes(text: str, subject: str = "") -> list[str]:
    return [t.code for t in unread_text(Extract("text/plain", [Segment("body", text)], subject=subject))]


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "Grüße – 秘密 😀",
        "\uf0b7 one\n\uf0b7 two\n\uf0b7 three\n\uf0a7 four\n",
        "a \ue63e b \ufffd c",
        "\x1b",
    ],
)
def test_text_that_is_read(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    ["\ufffd" * 4, "caf\ufffd d\ufffdj\ufffd \ufffdt\ufffd", "\ue001\ue002 \ue003\ue004", "\uf046\uf061\uf06c\uf063"],
)
def test_text_in_characters_without_a_meaning(text: str) -> None:
    assert codes(text) == ["unread-text"] == codes("", subject=text)


@pytest.mark.parametrize("text", ["\x1b$B-!HkL)7W2h\x1b(B", "\x1b[1mquillback\x1b[0m"])
def test_text_that_holds_escape_sequences(text: str) -> None:
    assert codes(text) == ["unread-text"]


def test_such_items_are_counted_as_partly_searchable(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"a.txt": "\ufffd" * 9, "b.txt": "plain", "c.txt": b"\x1b$)A\x0e4s\x0f unknown"}
    with case_of(tmp_path, files) as case:
        status = case.status()
        reasons = case.reports.coverage().reasons
    assert (status.fully, status.partly) == (1, 2)
    assert [(r.code, r.level, r.items) for r in reasons] == [("unread-text", "partly", 2)]


# Bounds: what a hostile file makes of an item stays inside what the wire carries, and is counted.

ODT = "application/vnd.oasis.opendocument.text"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_ENTRIES", 40)


def test_segments_beyond_the_bound_are_joined_and_none_is_lost(few: None) -> None:
    segments = [Segment("body" if n % 2 else "nowhere", f"t{n}") for n in range(99)]
    parsing.fit_to_wire(extract := Extract("x/x", segments))
    assert len(extract.segments) <= 40 and {s.origin for s in extract.segments} == {"body", "hidden"}
    assert Counter(" ".join(s.text for s in extract.segments).split()) == Counter(f"t{n}" for n in range(99))


@pytest.mark.parametrize("name", ["to", "cc", "bcc", "references", "properties"])
def test_entries_beyond_the_bound_are_counted(few: None, name: str) -> None:
    entries: Any = [("a", "b")] * 43 if name == "properties" else ["a"] * 43
    parsing.fit_to_wire(extract := Extract("x/x", **{name: entries}))
    assert len(getattr(extract, name)) == 40
    assert [(t.code, render(t.message)[:6]) for t in extract.troubles] == [("limit-count", "3 more")]


def test_troubles_beyond_the_bound_are_counted_by_their_codes() -> None:
    troubles = [Trouble("damaged", plain_message("x"))] * MOST_TROUBLES + [Trouble("encrypted", plain_message("x"))] * 7
    encoded = parsing.encoded([*troubles, Trouble("no-such-code", plain_message("hm"))])
    assert len(encoded) <= MOST_TROUBLES
    last = {code: render(decode(sentence)) for code, sentence in encoded[-3:]}
    assert last.keys() == {"damaged", "encrypted", "internal"} and last["encrypted"] == "7 more problems of this kind."


def test_a_text_beyond_the_limit_leaves_room_for_what_is_no_body() -> None:
    origins = [("body", 900), ("hidden", 30), ("properties", 10), ("comment", 500)]
    extract = Extract("x/x", [Segment(origin, "x" * size) for origin, size in origins])
    parsing.cut_text(extract, 800)
    assert [(s.origin, len(s.text)) for s in extract.segments] == [
        ("body", 700),
        ("hidden", 30),
        ("properties", 10),
        ("comment", 60),
    ]
    (trouble,) = extract.troubles
    assert trouble.code == "limit-size" and "ends at character 700 of its text" in render(trouble.message)
    whole = Extract("x/x", [Segment("body", "x" * 800)])
    parsing.cut_text(whole, 800)
    assert not whole.troubles and len(whole.segments[0].text) == 800


def test_a_sentence_without_end_is_cut() -> None:
    ((_, sentence),) = parsing.encoded([Trouble("damaged", plain_message("\1" * LONGEST_SENTENCE))])
    assert len(sentence) <= LONGEST_SENTENCE and set(render(decode(sentence))) == {"\1"}


@pytest.mark.parametrize(
    ("stated", "media"),
    [
        (ODT, ODT),
        (f"{ODT}; charset=utf-8", ODT),
        (f"{ODT}\n<b>", ODT),
        (f"{ODT}{'x' * 120}", f"{ODT}{'x' * 120}"[:132]),
        ("application/vnd.\u05d0", "application/vnd."),
        ("application/vnd.a/b", "application/vnd.a"),
    ],
)
def test_a_file_that_states_no_possible_type_is_read_all_the_same(stated: str, media: str) -> None:
    data = odf("text", "<text:p>kestrel</text:p>", parts={"mimetype": stated})
    job, replies = Job(0, "a.odt", data), list[Reply]()
    SourceReading(job, Settings(), replies.append).read(data, job.name, "")
    answers = JobAnswers(job, Settings())
    for reply in replies:
        answers.judge(reply)
    part = replies[0]
    assert isinstance(part, Part) and part.type == media and ("body", "kestrel") in part.segments


def test_a_type_that_begins_as_none_is_that_of_any_bytes() -> None:
    parsing.fit_to_wire(extract := Extract("\u05d0/x"))
    assert extract.type == "application/octet-stream"


@pytest.mark.parametrize("date", ["31 Dec 9999 23:59:59 -2359", "01 Jan 0001 00:00:00 +2359"])
def test_a_date_that_its_zone_moves_out_of_all_years_is_none(date: str) -> None:
    assert item_facts.seconds(date) is None
    assert item_facts.seconds(date[:-5] + "+0000") is not None
