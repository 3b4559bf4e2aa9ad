"""PowerPoint 97-2003 presentations: slides, notes, comments, earlier edits, and damage."""

from __future__ import annotations

import struct
import zlib

from tests.parsers.reading import read
from tests.writers.office97 import atom, compound, holder, packaged, ppt
from triage.messages import render
from triage.parsers.kit.compound import CompoundFile, Storage, build

CHARS, SLIDE, NOTES = 0x0FA0, 0x03EE, 0x03F0
OLD_HEAD = struct.pack("<HHiIIHHiI", 3, 0, 0xFFFF, 16, 0, 0x03E8, 0, 0xFFFF, 0)


def compound_file(data: bytes) -> dict[str, bytes]:
    """Return the streams of a compound file."""
    file = CompoundFile(data)
    return {"/".join(entry.path): file.read(entry) for entry in file.streams()}


def chars(text: str) -> bytes:
    return atom(CHARS, text.encode("utf-16-le"))


def string(text: str, instance: int) -> bytes:
    return atom(0x0FBA, text.encode("utf-16-le"), instance)


def listing(instance: int, *entries: tuple[int, str]) -> bytes:
    inner = (atom(0x03F3, struct.pack("<IIIII", n, 0, 1, 256, 0)) + chars(text) for n, text in entries)
    return holder(0x0FF0, *inner, instance=instance)


def test_slides_notes_comments_and_hidden_ones() -> None:
    info = atom(0x03F9, struct.pack("<IIBBHHBB", 0, 0, 0, 0, 4, 0, 0, 0))
    comment = holder(0x2EE0, string("Dana", 0), string("drop this", 1), string("DL", 2))
    objects = {
        1: holder(0x03E8, listing(0, (3, "first title"), (2, "second title")), listing(2, (4, "say it softly"))),
        2: holder(SLIDE, info, chars("kept back")),
        3: holder(SLIDE, chars("first body\rline two"), comment),
        4: holder(NOTES, chars("more notes")),
    }
    reading = read(ppt(objects))
    assert reading.text() == "first title\nfirst body\nline two"
    assert reading.text("hidden") == "second title\nkept back"
    assert reading.text("speaker") == "say it softly\nmore notes"
    assert reading.text("comment") == "Dana, DL: drop this"
    assert reading.codes == []


def test_what_an_earlier_edit_left_behind_is_hidden() -> None:
    reading = read(ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("now"))}, stale=holder(SLIDE, chars("then"))))
    assert reading.text() == "now" and reading.text("hidden") == "then"


def test_live_objects_behind_padding_are_read() -> None:
    objects = {1: holder(0x03E8), 2: holder(SLIDE, chars("now"))}
    padding = bytes(64) + struct.pack("<HHI", 0, 0, 1 << 28)
    assert read(ppt(objects, stale=holder(SLIDE, chars("then")) + padding)).text() == "now"


def test_packed_objects_are_children() -> None:
    storage = packaged("figures.txt", b"1 2 3")
    packed = atom(0x1011, struct.pack("<I", len(storage)) + zlib.compress(storage), instance=1)
    reading = read(ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("x")), 5: packed}))
    assert [(c.name, c.data) for c in reading.children] == [("figures.txt", b"1 2 3")]
    bomb = atom(0x1011, struct.pack("<I", 1 << 30) + zlib.compress(storage), instance=1)
    assert "damaged" in read(ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("x")), 5: bomb})).codes


def test_wordart_and_links() -> None:
    text = "Sold out\0".encode("utf-16-le")
    table = atom(0xF00B, struct.pack("<HI", 0x80C0, len(text)) + text, instance=1)
    link = holder(0x0FD7, string("https://example.test/x", 1))
    reading = read(ppt({1: holder(0x03E8, link), 2: holder(SLIDE, table)}))
    assert reading.text("textbox") == "Sold out" and reading.text("fieldcode") == "https://example.test/x"


def test_slides_show_their_number_where_they_or_the_document_say_so() -> None:
    def margins(flags: int, instance: int = 0) -> bytes:
        return holder(0x0FD9, atom(0x0FDA, struct.pack("<HH", 0, flags)), instance=instance)

    first = atom(0x03E9, bytes(32) + struct.pack("<HH", 5, 0))
    slides = listing(0, (2, "a"), (3, "b"), (4, "c"))
    field = holder(SLIDE, atom(0x0FD8, bytes(4)))
    objects = {2: holder(SLIDE), 3: holder(SLIDE, margins(1)), 4: field}
    by_document = read(ppt({1: holder(0x03E8, first, margins(8, 3), slides), **objects}))
    assert by_document.text("margin").split() == ["5", "7"] and by_document.text() == "a\nb\nc"
    assert read(ppt({1: holder(0x03E8, slides), **objects})).text("margin") == "3"
    master = holder(0x03F8, holder(0xF004, holder(0xF00D, atom(0x0FD8, bytes(4)))))
    assert read(ppt({1: holder(0x03E8, slides), **objects, 9: master})).text("margin").split() == ["1", "2", "3"]


def test_comments_have_their_date() -> None:
    when = atom(0x2EE1, struct.pack("<i8Hii", 1, 2008, 8, 1, 4, 23, 27, 14, 0, 0, 0))
    comment = holder(0x2EE0, string("Dana", 0), string("drop this", 1), when)
    nonsense = holder(0x2EE0, string("Noa", 0), string("keep it", 1), atom(0x2EE1, b"\xff" * 28))
    reading = read(ppt({1: holder(0x03E8), 2: holder(SLIDE, comment, nonsense)}))
    assert reading.text("comment") == "2008-08-04T23:27:14, Dana: drop this\nNoa: keep it"


def test_masters_of_titles_speak_for_nobody() -> None:
    prompt = holder(0xF004, holder(0xF011, atom(0x0BC3, bytes(8))), holder(0xF00D, chars("Click to edit")))
    own = holder(0xF004, holder(0xF00D, chars("Heron Ltd")))
    masters = holder(0x0FF0, atom(0x03F3, struct.pack("<IIIII", 3, 0, 0, 0x80000000, 0)), instance=1)
    objects = {1: holder(0x03E8, masters, listing(0, (2, "a"))), 2: holder(SLIDE), 3: holder(SLIDE, prompt, own)}
    reading = read(ppt(objects))
    assert reading.text() == "a" and reading.text("margin") == "Heron Ltd"


def test_the_storage_of_macros_is_no_child_and_an_empty_object_none() -> None:
    project = Storage()
    project.put(["VBA", "dir"], b"nothing")
    info = holder(0x03FF, atom(0x0400, struct.pack("<III", 5, 0, 2)))
    objects = {
        1: holder(0x03E8, info),
        2: holder(SLIDE, chars("x")),
        5: atom(0x1011, build(project)),
        6: atom(0x1011, build(Storage())),
        7: atom(0x1011, packaged("a.txt", b"data")),
    }
    assert read(ppt(objects)).names == ["a.txt"]


def test_texts_that_a_broken_chain_of_records_hides() -> None:
    whole = ppt({1: holder(0x03E8, listing(0, (2, "the first bid"), (3, "the second"))), 2: holder(SLIDE)})
    broken = whole.replace(struct.pack("<HHI", 0, 0x03F3, 20), struct.pack("<HHI", 0, 0x03F3, 1 << 20))
    reading = read(broken)
    assert reading.codes == ["damaged"] and reading.text() == "the first bid\nthe second"
    assert read(whole).codes == [] and read(whole).text() == "the first bid\nthe second"


def test_a_live_object_that_is_missing_is_reported() -> None:
    whole = ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("x"))})
    assert read(whole.replace(struct.pack("<II", 1 << 20 | 2, 8), struct.pack("<II", 1 << 20 | 2, 1 << 20))).codes == [
        "damaged"
    ]


def test_places_for_stray_text_are_bounded() -> None:
    noise = atom(CHARS, b"\0\0") * 10_001
    reading = read(ppt({1: struct.pack("<HHI", 0xF, 0x03E8, 1 << 29), 2: holder(0x0FFF, noise)}))
    assert "limit-count" in reading.codes and "damaged" in reading.codes


def test_a_package_beside_the_records_is_no_damage() -> None:
    kept = struct.pack("<HHI", 0xF, 0x0428, 12) + b"PK\x03\x04" + b"\xff" * 8
    assert read(ppt({1: holder(0x03E8, kept), 2: holder(SLIDE, chars("x"))})).codes == []


def test_a_deck_without_its_stream_is_not_called_old() -> None:
    root = Storage()
    root.put(["PowerPoint Document"], b"")
    root.put(["Left"], "the heron contract".encode("utf-16-le") * 9)
    reading = read(build(root))
    assert reading.codes == ["damaged"] and "95" not in render(reading.troubles[0].message)
    assert "the heron contract" in reading.text()
    old = Storage()
    old.put(["PP40"], b"the heron contract")
    assert "95" in render(read(build(old)).troubles[0].message)


def test_pictures_that_are_cut_are_reported() -> None:
    import olefile

    whole = olefile.OleFileIO(ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("x"))}))
    root = Storage(entries={name: whole.openstream(name).read() for name in ("PowerPoint Document", "Current User")})
    root.put(["Pictures"], bytes(9000))
    data = bytearray(build(root))
    struct.pack_into("<I", data, data.index("Pictures\0".encode("utf-16-le")) + 120, 900_000)
    assert read(bytes(data)).codes[0] == "truncated"


def test_of_a_file_for_two_versions_the_newer_presentation_is_read() -> None:
    newer = compound_file(ppt({1: holder(0x03E8), 2: holder(SLIDE, chars("the heron contract"))}))
    streams = {f"PP97_DUALSTORAGE/{name}": content for name, content in newer.items()}
    older = {"PowerPoint Document": OLD_HEAD, "Text_Content": b"the heron contract", "Header": bytes(57)}
    reading = read(compound(streams | older))
    assert reading.text() == "the heron contract" and reading.codes == []


def test_the_text_of_powerpoint_95_is_read() -> None:
    streams = {"PowerPoint Document": OLD_HEAD, "Text_Content": "Fees\rdue\x0bnow \xfc".encode("cp1252")}
    reading = read(compound(streams))
    assert reading.text() == "Fees\ndue\nnow ü" and reading.codes == ["damaged"]
    assert "95" in render(reading.troubles[0].message)
