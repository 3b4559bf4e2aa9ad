"""OneNote sections: pages, earlier versions, files, and damage."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable
from uuid import UUID

import pytest

from tests.parsers.office_builders import pdf, shows
from tests.parsers.reading import LIMITS, Reading, read
from tests.writers import onenote
from tests.writers.onenote import Revision, Spaces, Thing, page, section, text, wide
from triage.messages import render
from triage.parsers.kit.contract import Limits

PDF = pdf([shows("Falcon drawing")])
Write = Callable[..., bytes]
FORMS = pytest.mark.parametrize("write", [onenote.stored, onenote.packaged], ids=["stored", "packaged"])


def section_of(things: list[Thing], below: list[int] | None = None, title: str = "Plans") -> Spaces:
    """Return a section with one page, which shows these objects."""
    return {1: section(2), 2: [page(title, below or [thing.number for thing in things], things)]}


def table(*rows: list[str]) -> list[Thing]:
    """Return a table, its rows and cells; its number is 20."""
    things = [Thing(20, onenote.TABLE, {onenote.BELOW: []})]
    number = 20
    for row in rows:
        number += 1
        at = Thing(number, onenote.ROW, {onenote.BELOW: []})
        things[0].values[onenote.BELOW] += [number]  # type: ignore[operator]
        things.append(at)
        for said in row:
            at.values[onenote.BELOW] += [number + 1]  # type: ignore[operator]
            things += [Thing(number + 1, onenote.CELL, {onenote.BELOW: [number + 2]}), text(number + 2, said)]
            number += 2
    return things


@FORMS
def test_pages_in_their_order_with_title_and_text(write: Write) -> None:
    spaces = {
        1: section(3, 2),
        2: [page("Second", [20, 21], [text(20, "פגישה עם דנה"), text(21, "اجتماع مع ليلى")])],
        3: [page("First", [20], [text(20, "Blue Heron")])],
    }
    found = read(write(spaces), "a.one")
    assert found.label == "OneNote section" and found.codes == []
    bodies = [segment.text for segment in found.extract.segments if segment.origin == "body"]
    assert bodies == ["First\nBlue Heron", "Second\nפגישה עם דנה\nاجتماع مع ليلى"]
    assert found.text("hidden") == ""


@FORMS
def test_text_in_single_bytes(write: Write) -> None:
    """MS-ONE 2.2.89; what the letters are in another language's set stands beside them."""
    narrow = Thing(20, onenote.TEXT, {onenote.NARROW: "Möwe – falcon".encode("cp1252")})
    hebrew = Thing(21, onenote.TEXT, {onenote.NARROW: "דנה".encode("cp1255"), 0x10001CFE: b"\x0d\x04"})
    found = read(write(section_of([narrow, hebrew])))
    assert "Möwe – falcon" in found.text().split("\n") and found.text("alternative") == "דנה"


@FORMS
def test_cells_of_a_table_stand_apart(write: Write) -> None:
    rows = table(["a1", "b1"], ["", "b2"], ["a3", ""])
    found = read(write(section_of([*rows, text(60, "after")], [20, 60])))
    assert found.text() == "Plans\na1\tb1\nb2\na3\nafter"


@FORMS
def test_links_and_hidden_runs(write: Write) -> None:
    runs = ('\ufddfHYPERLINK "http://heron.example/"', "the 🦅 nest", "unseen")
    ends = [len(runs[0]), len(runs[0]) + len(runs[1].encode("utf-16-le")) // 2]
    values: onenote.Values = {
        onenote.WIDE: wide("".join(runs)),
        onenote.ENDS: struct.pack("<2I", *ends),
        onenote.STYLES: [21, 22, 21],
    }
    styles = [Thing(21, onenote.STYLE, {onenote.HIDDEN: 1}), Thing(22, onenote.STYLE, {onenote.HIDDEN: 0})]
    found = read(write(section_of([Thing(20, onenote.TEXT, values), *styles], [20])))
    assert found.text() == "Plans\nthe 🦅 nest"
    assert found.text("hidden") == "unseen" and found.text("fieldcode") == "http://heron.example/"


@FORMS
def test_files_and_pictures_are_children(write: Write) -> None:
    source = "C:\\Users\\dana\\drawing.pdf"
    named: onenote.Values = {
        onenote.FILE_NAME: wide("drawing.pdf"),
        onenote.FILE_SOURCE: wide(source),
        onenote.FILE_BYTES: [21],
    }
    seen: onenote.Values = {onenote.IMAGE_BYTES: [23], onenote.ALT: wide("a heron"), onenote.WIDE: wide("NEST 4")}
    things = [
        Thing(20, onenote.FILE, named),
        Thing(21, onenote.FILE_DATA, file=1),
        Thing(22, onenote.IMAGE, seen),
        Thing(23, 0x80039, file=2),
    ]
    picture = b"\x89PNG\r\n\x1a\n" + bytes(20)
    found = read(write(section_of(things, [20, 22]), [PDF, picture, b"of no page"]))
    assert [child.data for child in found.children] == [PDF, picture, b"of no page"]
    assert found.names[0] == "drawing.pdf" and found.children[0].came_from == (source,)
    assert "drawing.pdf" in found.text() and found.text("ocr") == "NEST 4"
    assert found.text("hidden") == "a heron" and found.codes == []


@FORMS
def test_earlier_versions_are_hidden_and_added_once(write: Write) -> None:
    before = page("Plans", [20, 21], [text(20, "stays"), text(21, "was different")])
    then = Revision([text(21, "was still different")], {1: 1, 2: 7})
    now = Revision([text(21, "is so")], {1: 1, 2: 7})
    found = read(write({1: section(2), 2: [before, then, now]}))
    assert found.text() == "Plans\nstays\nis so"
    assert found.text("hidden") == "was still different\nwas different"


@FORMS
def test_pages_that_no_section_lists_are_hidden(write: Write) -> None:
    rival = page("Plans", [20], [text(20, "Dana wrote otherwise")])
    main = page("Plans", [20], [text(20, "stays")], {onenote.PAGES: [3]})
    gone = page("Deleted", [20], [text(20, "of a deleted page")])
    found = read(write({1: section(2), 2: [main], 3: [rival], 4: [gone]}))
    assert found.text() == "Plans\nstays"
    assert found.text("hidden") == "Dana wrote otherwise\nDeleted\nof a deleted page"


@FORMS
def test_objects_that_no_page_shows_are_hidden(write: Write) -> None:
    found = read(write(section_of([text(20, "shown"), text(21, "left over")], [20])))
    assert found.text() == "Plans\nshown" and found.text("hidden") == "left over"


@FORMS
def test_who_and_when(write: Write) -> None:
    moment = struct.pack("<Q", 132_000_000_000_000_000)
    version = Thing(20, onenote.VERSION_DATA, {onenote.CHANGED: moment, onenote.LAST_WHO: [21]})
    revision = page("Plans", [], [version, Thing(21, onenote.AUTHOR, {onenote.WHO: wide("Dana Levi")})])
    revision.roots[4] = 20
    found = read(write({1: section(2), 2: [revision]}))
    assert found.extract.date == "2019-04-17T18:40:00Z"
    assert ("author", "Dana Levi") in found.extract.properties
    assert "page: Plans; created: 2016-02-15T08:53:20Z; modified: 2019-04-17T18:40:00Z; last author: Dana Levi" in (
        found.text("properties").split("\n")
    )


@FORMS
def test_properties_of_unknown_meaning_are_kept(write: Write) -> None:
    inner = struct.pack("<HI", 1, 0x1C000003) + struct.pack("<I", 14) + wide("within")
    odd = Thing(20, onenote.PARAGRAPH, {0x1C000001: wide("the egret"), 0x1C000002: b"\1\2" + wide("loose heron")[:-2]})
    nested = Thing(21, onenote.PARAGRAPH, {0x44000005: inner})
    found = read(write(section_of([odd, nested])))
    assert {"the egret", "within"} <= set(found.text("properties").split("\n"))
    assert "loose heron" in found.text("hidden") and found.codes == []


@FORMS
def test_objects_that_show_one_another_are_read_once(write: Write) -> None:
    loop = [
        Thing(20, onenote.PARAGRAPH, {onenote.BELOW: [21, 20]}),
        Thing(21, onenote.TEXT, {onenote.BELOW: [20], onenote.NARROW: b"a"}),
    ]
    found = read(write(section_of(loop, [20])))
    assert found.text() == "Plans\na"


@FORMS
def test_a_deep_outline_is_read(write: Write) -> None:
    things = [Thing(n, onenote.PARAGRAPH, {onenote.BELOW: [n + 1]}) for n in range(20, 250)]
    assert read(write(section_of([*things, text(250, "deep down")], [20]))).text() == "Plans\ndeep down"


@FORMS
def test_an_encrypted_section_is_reported(write: Write) -> None:
    spaces = section_of([text(20, "falcon")])
    spaces[2][0].key = True
    sealed = random.Random(4)
    for thing in spaces[2][0].things:
        thing.values = {0x1C000001 + n: sealed.randbytes(9) for n in range(3)}
    assert "encrypted" in read(write(spaces)).codes


@FORMS
def test_a_page_that_is_missing_is_reported(write: Write) -> None:
    found = read(write({1: section(2, 9), 2: [page("Plans", [], [])]}))
    assert found.codes == ["damaged"] and found.text() == "Plans"


@FORMS
def test_torn_objects_keep_their_loose_strings(write: Write) -> None:
    data = write(section_of([text(20, "the falcon memo"), text(21, "a sound line")]))
    size = struct.pack("<I", len(wide("the falcon memo")))
    found = read(data.replace(size + wide("the falcon memo"), b"\xff\xff\0\0" + wide("the falcon memo")))
    assert found.codes == ["damaged"] and "the falcon memo" in found.text("hidden") and "a sound line" in found.text()


@FORMS
def test_a_file_that_is_cut_keeps_what_is_there(write: Write) -> None:
    data = write(section_of([text(20, "the falcon memo")]), [PDF * 9])
    found = read(data[: data.index(PDF) + 3000])
    assert "truncated" in found.codes
    assert "the falcon memo" in found.text("body") + found.text("hidden")


@FORMS
def test_damage_raises_nothing(write: Write) -> None:
    chance = random.Random(7)
    things = [
        *table(["heron", "egret"]),
        Thing(60, onenote.FILE, {onenote.FILE_NAME: wide("a.pdf"), onenote.FILE_BYTES: [61]}),
    ]
    whole = write(section_of([*things, Thing(61, onenote.FILE_DATA, file=1)], [20, 60]), [PDF])
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(64, len(data))] ^= 1 << chance.randrange(8)
        read(bytes(data[: chance.randrange(64, len(data) + 1)] if chance.random() < 0.3 else data))


@FORMS
def test_a_text_that_is_kept_twice_is_read_in_both_ways(write: Write) -> None:
    found = read(write(section_of([Thing(20, onenote.TEXT, {onenote.WIDE: wide("falcon"), onenote.NARROW: b"heron"})])))
    assert found.text() == "Plans\nfalcon" and found.text("alternative") == "heron"


@FORMS
def test_a_form_that_is_damaged_is_read_as_the_older_one(write: Write) -> None:
    data = bytearray(write(section_of([text(20, "falcon")])))
    data[48] ^= 1
    assert "falcon" in read(bytes(data)).text()


def test_a_packaged_object_that_is_longer_than_it_says_keeps_loose_strings() -> None:
    data = onenote.packaged(section_of([text(20, "the falcon memo"), text(21, "a sound line")]))
    size = len(text(20, "the falcon memo").packed())
    at = data.rindex(b"\x80" + struct.pack("<Q", size), 0, data.index(wide("the falcon memo"))) + 1
    found = read(data[:at] + b"\0" + data[at + 1 :])
    assert found.codes == ["damaged"] and "the falcon memo" in found.text("hidden") and "a sound line" in found.text()


def test_a_part_that_is_missing_from_a_package_is_reported() -> None:
    data = onenote.packaged(section_of([text(20, "falcon")]))
    revision = b"\x80" + struct.pack("<I", 201) + onenote.ELEMENTS
    at = data.rindex(revision)
    found = read(data[: at + 4] + b"\7" + data[at + 5 :])
    assert found.codes == ["damaged", "damaged"] and "falcon" in found.text("hidden")


def test_what_was_freed_in_the_store_is_hidden() -> None:
    data = (
        onenote.stored(section_of([text(20, "falcon")]))
        + b"\1\2"
        + wide("an older draft")
        + b"\7" * 5
        + b"in single bytes"
    )
    found = read(data)
    assert found.text("hidden").split("\n") == ["an older draft", "in single bytes"] and found.codes == []


def test_files_that_no_list_tells_of_are_children() -> None:
    """The list of files is lost here; a section in a section keeps its own files."""
    inner = onenote.stored(section_of([text(20, "within")]), [b"an inner file"])
    data = onenote.stored(section_of([text(20, "falcon")]), [PDF, inner, b"short"])
    lost = struct.pack("<I", 0x90 | 16 << 10 | 2 << 27 | 1 << 31)
    assert data.count(lost) == 2
    found = read(data[: data.rindex(lost)] + b"\x91" + data[data.rindex(lost) + 1 :])
    assert [child.data for child in found.children] == [PDF, inner, b"short"]


def test_a_file_beside_the_notes_is_reported() -> None:
    data = onenote.stored(
        section_of(
            [
                Thing(20, onenote.FILE, {onenote.FILE_NAME: wide("a.pdf"), onenote.FILE_BYTES: [21]}),
                Thing(21, 0x80036, file=1),
            ],
            [20],
        )
    )
    inside, beside = (f"{start}{'x' * n}".encode("utf-16-le") for start, n in (("<ifndf>", 0), ("<file>x", 0)))
    found = read(data.replace(inside, beside))
    assert (
        found.codes == ["external"] and render(found.troubles[0].message).endswith("(1).") and "a.pdf" in found.text()
    )


def test_a_log_that_is_missing_is_reported() -> None:
    data = bytearray(onenote.stored(section_of([text(20, "falcon")])))
    data[160:172] = bytes(12)
    found = read(bytes(data))
    assert found.codes == ["damaged"] and found.text() == "Plans\nfalcon"


def test_entries_that_no_transaction_ended_are_not_current() -> None:
    """MS-ONESTORE 2.3.3: a list is as long as the log says."""
    spaces = {1: section(2), 2: [page("Plans", [20], [text(20, "kept")]), Revision([text(20, "not yet")], {1: 1})]}
    data = bytearray(onenote.stored(spaces))
    start, size = struct.unpack_from("<QI", data, 160)
    entries = range(start + 4, start + size - 20, 8)
    revisions = next(at for at in entries if data[at] == 10)
    data[revisions] = 6
    found = read(bytes(data))
    assert found.text() == "Plans\nkept" and found.text("hidden") == "not yet"


def test_a_table_of_contents_names_its_sections() -> None:
    names = ((2, "Plans.one"), (3, "דוחות.one"))
    entries = [Thing(number, onenote.LISTED, {0x1C001D6B: wide(name)}) for number, name in names]
    before = Revision([Thing(1, onenote.LISTED, {onenote.ENTRIES: [2]}), *entries], {1: 1})
    now = Revision([Thing(1, onenote.LISTED, {onenote.ENTRIES: [3, 2]})])
    found = read(onenote.stored({1: [before, now]}, is_list=True), "a.onetoc2")
    assert found.extract.type == "application/onenote" and found.codes == []
    assert found.text() == "דוחות.one\nPlans.one" and found.text("hidden") == ""


def test_a_form_that_is_not_known_keeps_loose_strings() -> None:
    head = UUID("43FF2FA1-EFD9-4C76-9EE2-10EA5722765F").bytes_le
    found = read(head + bytes(48) + "Plans for Falcon".encode("utf-16-le"), "a.onetoc2")
    assert found.text() == "Plans for Falcon" and found.codes == ["partial"]


@FORMS
def test_text_and_files_stop_at_their_limits(write: Write) -> None:
    things = [text(20 + n, "falcon " * 20 + str(n)) for n in range(20)]
    narrow = Limits(1000, 2000, LIMITS.ratio, 500)
    found: Reading = read(write(section_of(things), [PDF * 9]), limits=narrow)
    assert set(found.codes) == {"limit-size"} and len(found.text()) <= 500 and not found.children
