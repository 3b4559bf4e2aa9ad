"""Archives that the system's libarchive reads; the tests that need it are skipped where it is missing, and say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.parsers.archive_builders import branched_7z, cab_of, cpio_of, iso_of, lha_of
from tests.parsers.reading import LIMITS, read
from tests.writers.archives import ar_of, rar_of
from triage.messages import render
from triage.parsers.archives import libarchive
from triage.parsers.kit.contract import Limits

needed = pytest.mark.skipif(
    libarchive.library() is None, reason="the system has no libarchive, or libarchive-c isn't installed"
)
Build = Callable[[dict[str, bytes]], bytes]
BUILDS: dict[str, tuple[Build, str]] = {
    "rar": (rar_of, "application/vnd.rar"),
    "cab": (cab_of, "application/vnd.ms-cab-compressed"),
    "mszip": (lambda files: cab_of(files, 1), "application/vnd.ms-cab-compressed"),
    "lha": (lha_of, "application/x-lzh-compressed"),
    "ar": (ar_of, "application/x-archive"),
    "cpio": (cpio_of, "application/x-cpio"),
    "iso": (iso_of, "application/x-iso9660-image"),
}
FILES = {"a.txt": b"the falcon memo", "long.bin": bytes(range(256)) * 100, "דוח.txt": b"heron"}
each = pytest.mark.parametrize("kind", BUILDS)


@needed
@each
def test_files_are_children_with_their_names(kind: str) -> None:
    build, media = BUILDS[kind]
    reading = read(build(FILES), "x.bin")
    assert reading.extract.type == media and reading.codes == []
    if kind == "lha":  # its headers of this level state no character set
        assert [child.data for child in reading.children] == list(FILES.values())
    else:
        assert {child.name: child.data for child in reading.children} == FILES
        assert "a.txt" in reading.text("properties") and "דוח.txt" in reading.text("properties")


@needed
@each
def test_a_cut_archive_is_told_and_what_came_before_is_kept(kind: str) -> None:
    whole = BUILDS[kind][0]({"a.txt": b"the falcon memo", "b.txt": bytes(range(200)) * 100})
    reading = read(whole[:-5_000] if kind != "mszip" else whole[:-50], "x.bin")
    assert set(reading.codes) & {"truncated", "damaged", "unsupported"}
    if kind not in ("cab", "mszip"):  # those are unpacked as one block
        assert reading.children[0].data == b"the falcon memo"


@each
def test_without_the_library_such_archives_are_named_with_what_reads_them(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libarchive, "library", lambda: None)
    build, media = BUILDS[kind]
    reading = read(build({"the heron contract.txt": b"the falcon memo"}), "x.bin")
    assert (reading.extract.type, reading.codes, reading.children) == (media, ["unsupported"], [])
    assert "the optional extra 'archives'" in render(reading.troubles[0].message)
    assert kind == "mszip" or "the falcon memo" in reading.text()


@needed
def test_limits_hold() -> None:
    bomb = cab_of({"a.txt": b"one", "bomb": bytes(30_000)}, 1)
    limits = Limits(1000, LIMITS.total_bytes, 200, 1 << 20)
    reading = read(bomb, limits=limits)
    assert reading.names == ["a.txt"] and reading.codes == ["limit-size"]
    files = {f"{number}.txt": bytes(600) for number in range(9)}
    reading = read(cpio_of(files), limits=Limits(1000, 2000, 200, 1 << 20))
    assert len(reading.children) == 3 and set(reading.codes) == {"limit-size"}


@needed
def test_encrypted_members_are_told_and_the_others_are_read() -> None:
    locked = rar_of({"a.txt": b"??"}, flags=4)
    reading = read(locked)
    assert reading.children == [] and reading.codes == ["encrypted"] and "a.txt" in render(reading.troubles[0].message)


@needed
def test_packed_members_that_cannot_be_unpacked_are_named_and_told() -> None:
    reading = read(rar_of({"a.txt": b"??", "b.txt": b"the heron"}, method=0x33))
    assert reading.codes and set(reading.codes) <= {"unsupported", "damaged", "truncated"}
    told = " ".join(render(trouble.message) for trouble in reading.troubles)
    assert "a.txt" in told and "b.txt" in told and "b.txt" in reading.text("properties")


@needed
def test_a_wrong_checksum_is_told() -> None:
    reading = read(lha_of({"a.txt": b"the falcon memo"}).replace(b"falcon", b"falcom"))
    assert [child.data for child in reading.children] == [b"the falcom memo"] and reading.codes == ["damaged"]


@needed
def test_names_that_lead_elsewhere_are_told() -> None:
    reading = read(cpio_of({"../../etc/passwd": b"x"}))
    assert reading.names == ["../../etc/passwd"] and reading.codes == ["unsafe-name"]


@needed
def test_tables_of_ar_are_no_members_and_long_names_are_found() -> None:
    gnu = ar_of({"/": b"a_rather_long_name.txt/\n"})
    gnu += f"{'/0':<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{3:<10}`\n".encode() + b"one\n"
    assert [(child.name, child.data) for child in read(gnu).children] == [("a_rather_long_name.txt", b"one")]


@needed
def test_a_file_whose_mode_does_not_say_file_is_read() -> None:
    data = cpio_of({"a.txt": b"heron"}).replace(b"%08X" % 0o100644, b"%08X" % 0o644)
    assert [(child.name, child.data) for child in read(data).children] == [("a.txt", b"heron")]


@needed
def test_programs_in_a_7z_archive_are_children() -> None:
    files = {"tool.exe": b"MZ the falcon tool " * 40, "memo.txt": b"The kestrel lands on Monday."}
    reading = read(branched_7z(files), "a.7z")
    assert {child.name: child.data for child in reading.children} == files and reading.codes == []


def test_programs_in_a_7z_archive_are_told_where_nothing_unpacks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libarchive, "library", lambda: None)
    reading = read(branched_7z({"tool.exe": b"MZ the falcon tool"}), "a.7z")
    assert reading.children == [] and reading.codes == ["unsupported"]
    assert "BCJ2, which the optional extra 'archives' unpacks" in render(reading.troubles[0].message)
    assert "tool.exe" in reading.text("properties")
