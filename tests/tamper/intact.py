"""One case with everything in it, made once, and what a change to it has to come to.

``case`` is the case, ``early`` the case before the last step, ``records`` its sources, ``other`` a copy that somebody
else reviewed, ``out`` an export, ``decisions.jsonl`` a decision file, ``kept.head`` a head that an outsider keeps.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import records
from tests.indexing.test_verify_scope import over
from tests.records import mail, write, zipped
from tests.review.copies import copy
from triage.case import Case

FILES: dict[str, bytes | str] = {
    "dana/0.eml": mail("heron", "the heron stands", message_id="<1@orrin.example>"),
    "dana/1.eml": mail("Re: heron", "yes", message_id="<2@orrin.example>", more="In-Reply-To: <1@orrin.example>\n"),
    "dana/2.txt": "egret",
    "dana/3.docx": b"PK\x03\x04 cut off",
    "dana/hr/4.txt": "canary",
    "omar/5.txt": "heron in the reeds",
    "omar/6.txt": "ibis of a customer",
    "forbidden/1.eml": mail("Four", "merlin"),
    "later/7.txt": "osprey",
}
SCOPE = ("dana", "omar")
DENY = ("hr",)


def intact(folder: Path) -> None:
    write(folder / "records", FILES)
    zipped(folder / "records/dana/box.zip", {"stork.txt": b"stork"})
    with Case.create(folder / "case", over(folder, *SCOPE, deny=DENY)) as case:
        case.index()
        nos = case.search.run("heron").nos
        case.originals.read_bytes(nos[0], 0, 9, "Rae")
        case.decisions.set_palette(case.decisions.palette()[1:], "Rae")
        case.decisions.tag(nos, "relevant", "Rae", "key")
        case.decisions.note(nos[0], "ask Dana", "Rae", "key")
        case.decisions.seal(case.search.run("ibis").nos, "a customer's", "Rae", "key")
        case.search.save("birds", "heron OR egret", "Rae")
        case.search.run_saved("birds", "Rae")
        case.team.batches.create("*", "first", "Rae")
        case.team.samples.draw("*", "drawn", "Rae", size=2)
        case.team.samples.judge("drawn", [case.team.samples.judgements("drawn")[0].no], "relevant", "Rae")
        with copy(folder / "case", "other") as other:
            other.decisions.tag(nos[-1:], "hot", "Omar", "key")
            other.team.export_decisions(folder / "decisions.jsonl")
        case.team.merge(folder / "decisions.jsonl", "Rae")
        (folder / "records/dana/2.txt").unlink()
        case.index()
        case.decisions.untag(nos[:1], "relevant", "Rae", "key")
        case.originals.read_bytes(nos[1], 0, 9, "Rae")
    shutil.copytree(folder / "case", folder / "early")
    with Case.open(folder / "case") as case:
        case.decisions.tag(nos[:1], "relevant", "Rae", "key")
        case.export.bundle(folder / "out", "heron OR yes", "Rae")
        (folder / "kept.head").write_text(case.verification.write_head().head.dump())


def copied(made: Path, target: Path) -> Path:
    """Return a copy of everything but the sources, which are only read."""
    shutil.copytree(made, target, ignore=shutil.ignore_patterns("records"))
    (target / "records").symlink_to(made / "records")
    return target


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to the copy, and what ``verify`` must then find; without ``fails`` and ``refused`` all must hold.

    ``row`` is the row of the list of changes. ``fails`` are the checks that fail, and no others but those of the heads
    and the index, which find the same by another way; a message has ``names``, and none names another file than
    ``file``. ``refused`` is what the program says where it doesn't open it, or doesn't take it; ``noted`` the check
    that holds and says so.
    """

    row: int
    about: str
    act: Callable[[Path], object]
    fails: tuple[str, ...] = ()
    names: str = ""
    file: str = ""
    refused: str = ""
    head: bool = False
    checked: str = "case"
    in_suite: bool = False
    noted: str = ""

    def parameter(self) -> object:
        """Return it as a parameter of a test: at night where the suite has another one of its kind."""
        marks = () if self.in_suite else pytest.mark.nightly
        return pytest.param(self, id=f"{self.row}: {self.about}", marks=marks)


def failing(folder: Path, head: Path | None = None) -> dict[str, str]:
    return records.failing(folder, head=head)
