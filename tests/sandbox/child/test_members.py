"""Members of a container by themselves: the same bytes as when it was indexed, in any order, at the cost of one."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from sample_corpus.archive import ZipMember, zip_of
from tests.parsers.archives.test_libarchive import needed
from tests.parsers.mail_builders import item
from tests.records import mail
from tests.sandbox.child.test_confine import start
from tests.sandbox.readers import parts_of
from tests.writers.archives import ar_of, seven_zip_of, tar_of
from tests.writers.olm import ACCOUNT, attachment, field, holder, listed
from tests.writers.package import zipped
from tests.writers.pst import PstBuilder
from triage.parsers.outlook.msg import build_msg
from triage.sandbox.child.worker import SourceMembers
from triage.sandbox.wire import Job, Want
from triage.settings import Settings

UNMAPPABLE = Path("/sys/kernel/notes")
"""A file of Linux that can be read but not memory-mapped."""
INNER = zipped({"deep/note.txt": b"osprey", "deep/again.txt": b"heron"})
FILES = {
    "inbox/": b"",
    "inbox/0.eml": mail("First", "one\n"),
    "inbox/empty.txt": b"",
    "inbox/1.eml": mail("Second", "two\n" * 40),
    "inner.zip": INNER,
    "inbox/2.msg": build_msg(item("Third", "three")),
    "inbox/3.txt": b"last " * 50,
}


def mbox() -> bytes:
    box = "--b\nContent-Type: text/plain\n\nsee\n--b\nContent-Disposition: attachment; filename=a.txt\n\nplan\n--b--"
    letters = [mail("One"), mail("Two", box, more="Content-Type: multipart/mixed; boundary=b\n"), mail("Three")]
    return b"".join(b"From dana@orrin.example Tue May  2 10:20:30 2023\n" + letter + b"\n" for letter in letters)


def seven_zip() -> bytes:
    return seven_zip_of({name: data for name, data in FILES.items() if not name.endswith("/")})


def data_file() -> bytes:
    made = PstBuilder()
    made.folder(0x122, "", 0x122)
    made.folder(0x8022, "Inbox", 0x122)
    made.folder(0x8042, "Projects", 0x8022)
    for number, (folder, is_listed) in enumerate(((0x8022, True), (0x8042, True), (0x9002, True), (0x8042, False))):
        made.message(item(f"Kestrel {number}"), folder, listed=is_listed)
    return made.build()


def olm() -> bytes:
    folder = f"{ACCOUNT}/com.microsoft.__Messages/Inbox"
    plan = f"{folder}/com.microsoft.__Attachments/plan_0"
    names = [(field("OPFContactCopyDisplayName", f"Person {number}"),) for number in range(4)]
    with_plan = (
        field("OPFMessageCopySubject", "Two"),
        holder("OPFMessageCopyAttachmentList", attachment("p.txt", plan)),
    )
    return zipped(
        {
            f"{ACCOUNT}/Address Book/Contacts.xml": listed("contact", *names),
            f"{folder}/message_0.xml": listed("email", (field("OPFMessageCopySubject", "One"),)),
            f"{folder}/message_1.xml": listed("email", with_plan),
            plan: b"the plan",
            f"{folder}/com.microsoft.__Attachments/lost.txt": b"lost",
        }
    )


def damaged_zip() -> bytes:
    wrong = ZipMember(b"wrong.txt", b"\xff\xff", b"never", 8)
    return zip_of(ZipMember(b"a.txt", b"first", b"first"), wrong, ZipMember(b"b.txt", b"second", b"second"))


CONTAINERS: dict[str, Callable[[], bytes]] = {
    "box.mbox": mbox,
    "box.mmdf": lambda: b"".join(b"\1\1\1\1\n" + mail(f"Letter {n}") + b"\1\1\1\1\n" for n in range(3)),
    "box.zip": lambda: zipped(FILES),
    "damaged.zip": damaged_zip,
    "cut.zip": lambda: zipped(FILES)[:-30],
    "box.7z": seven_zip,
    "box.tar": lambda: tar_of({name: data for name, data in FILES.items() if data}),
    "box.tgz": lambda: tar_of({name: data for name, data in FILES.items() if data}, "w:gz"),
    "box.ar": lambda: ar_of({"a.txt": b"first", "b.zip": INNER}),
    "box.pst": data_file,
    "box.olm": olm,
    "outer.zip": lambda: zipped({"a.txt": b"first", "box.mbox": mbox(), "box.7z": seven_zip(), "pst": data_file()}),
}
"""What writes each container."""
ALL = [pytest.param(name, marks=needed) if name == "box.ar" else name for name in CONTAINERS]
"""Their names; the one that the system's libarchive reads is left out where that is missing."""


class Known(NamedTuple):
    member: str
    sha256: str
    way: tuple[tuple[str, str], ...]

    @property
    def want(self) -> Want:
        return Want(self.member, self.sha256, self.way)


def members_of(data: bytes, name: str) -> list[Known]:
    """Return what the reader tells of every member when it indexes the container."""
    known = {part.member: part for part in parts_of(data, name)}
    found = []
    for member, part in known.items():
        steps = member.split(".") if member else []
        ways = [".".join(steps[:depth]) for depth in range(len(steps) + 1)]
        way = tuple((known[above].type, known[step].location) for above, step in pairwise(ways))
        found.append(Known(member, part.sha256, way))
    return [one for one in found if one.member]


def opened(data: bytes, name: str) -> SourceMembers:
    return SourceMembers(data, name, Settings(), Job(0, name))


def sums(made: SourceMembers, wants: list[Want]) -> list[str]:
    return [hashlib.sha256(made.native(want) or b"").hexdigest() for want in wants]


@pytest.mark.parametrize("name", ALL)
def test_members_are_the_same_in_any_order(name: str) -> None:
    data = CONTAINERS[name]()
    known = members_of(data, name)
    assert len(known) > 1
    for seed in range(4):
        shuffled = random.Random(seed).sample(known * 2, 2 * len(known))
        assert sums(opened(data, name), [one.want for one in shuffled]) == [one.sha256 for one in shuffled]


@pytest.mark.parametrize("name", ALL)
def test_a_location_that_is_unknown_or_wrong_misleads_nobody(name: str) -> None:
    data = CONTAINERS[name]()
    known = members_of(data, name)
    made = opened(data, name)
    for way in ((), *(one.way for one in known), ((known[0].way[0][0], "-7-zz"),), (("application/zip", "0-9"),)):
        wants = [Want(one.member, one.sha256, way) for one in known]
        assert sums(made, wants) == [one.sha256 for one in known]


@pytest.mark.parametrize("name", ["box.mbox", "box.zip", "box.7z", "box.tar", "box.pst", "box.olm"])
def test_where_members_lie_is_told_when_they_are_indexed(name: str) -> None:
    known = members_of(CONTAINERS[name](), name)
    locations = [one.way[0][1] for one in known if "." not in one.member]
    assert all(locations) and len(set(locations)) == len(locations)


class Counted(bytes):
    taken = 0

    def __getitem__(self, part: slice) -> bytes:  # type: ignore[override]
        piece = super().__getitem__(part)
        Counted.taken += len(piece)
        return piece


@pytest.mark.parametrize("name", ["box.mbox", "box.zip"])
def test_a_member_is_had_without_those_before_it(name: str) -> None:
    letters = [mail(f"Letter {number}", random.Random(number).randbytes(9000).hex()) for number in range(30)]
    box = b"".join(b"From dana@orrin.example Tue May  2 10:20:30 2023\n" + letter + b"\n" for letter in letters)
    data = box if name == "box.mbox" else zipped({f"{number}.eml": letter for number, letter in enumerate(letters)}, 0)
    known = members_of(data, name)
    made = opened(Counted(data), name)
    for one in (known[-1], known[0], known[15]):
        Counted.taken = 0
        assert sums(made, [one.want]) == [one.sha256]
        assert Counted.taken < 20_000


def test_a_walk_in_the_order_of_the_members_is_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    data = CONTAINERS["box.tgz"]()
    made = opened(data, "box.tgz")
    walks = []
    monkeypatch.setattr(SourceMembers, "extract", lambda *given: walks.append(given) or extract(*given))
    wants = [one.want for one in members_of(data, "box.tgz") if "." not in one.member]
    assert all(sums(made, wants))
    assert len(walks) == 1


extract = SourceMembers.extract


def test_what_is_gone_is_none_and_what_changed_is_what_is_there_now() -> None:
    before, after = zipped({"a": b"first", "b": b"second"}), zipped({"a": b"other"})
    wants = [one.want for one in members_of(before, "box.zip")]
    made = opened(after, "box.zip")
    assert [made.native(want) for want in wants] == [b"other", None]


def test_a_source_that_cannot_be_memory_mapped_is_read() -> None:
    if not UNMAPPABLE.is_file() or last_line("mmap.mmap(fd, size, flags=mmap.MAP_PRIVATE, prot=1); print(1)") == "1":
        pytest.skip(f"{UNMAPPABLE} isn't there, or can be mapped")
    assert last_line("with whole(Job(1, 'notes', mapped=size), fd) as data: print(data == content)") == "True"
    assert "ValueError" in last_line("with whole(Job(1, 'notes', mapped=size + 1), fd): print('read in part')")


def last_line(code: str) -> str:
    """Return the last line that a confined process prints, errors included; the file is open in it as ``fd``."""
    head = f"""import mmap,os
from triage.sandbox.child.worker import whole
from triage.sandbox.wire import Job
fd = os.open({str(UNMAPPABLE)!r}, os.O_RDONLY)
size = os.fstat(fd).st_size
content = os.pread(fd, size, 0)
confine(512)
"""
    done = start(head + code)
    return (done.stdout + done.stderr).strip().splitlines()[-1]
