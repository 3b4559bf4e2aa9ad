"""The commands that are tried, and the cases of some twenty items that they are tried on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.faults import Fault, Faults, of_login
from tests.records import mail, write, zipped

Words = tuple[object, ...]

PROTOCOL = (
    'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "tag:relevant"\nimages = "sheets"\nmail = "native"\n'
)
_NARROWER = '\n[[deny]]\nid = "later"\nglob = "mara"\nreason = "not ours"\n'


CASE, OUT = object(), object()
"""What stands for the case and for the target among a command's words."""


class Command(NamedTuple):
    """A command: the template that it starts from ("" for none), and its words."""

    template: str
    words: Words

    def over(self, case: Path, out: Path) -> Words:
        meant = {CASE: case, OUT: out}
        return tuple(meant.get(word, word) for word in self.words)


class Templates:
    """Cases to be copied for each trial, below one folder, with what commands are given beside them."""

    def __init__(self, faults: Faults, folder: Path) -> None:
        self._faults, self.folder = faults, folder
        folder.mkdir(parents=True)
        (folder / "protocol.toml").write_text(PROTOCOL)
        self._make("base")
        self._copy("base", "narrower", lambda case: _append(case / "scope.toml", _NARROWER))
        self._copy("base", "other")
        self._do("other", "tag", "hot", "--query", "crane", "--reviewer", "Omar")
        self._do("other", "merge", "--write", folder / "decisions.jsonl")
        self._make("changed")
        _change(folder / "changed" / "records")
        asked, keys = ("tag", "palette", folder / "base" / "case", "--toml"), folder / "base" / "keys"
        palette = faults.run(Fault(()), *asked, **of_login(keys)).out
        (folder / "tags.toml").write_text(palette.replace("Hot", "Urgent"))
        self._copy("base", "sealed")
        self._do("sealed", "seal", "--query", "crane", "--reason", "customer", "--reviewer", "Dana")

    def _make(self, name: str) -> None:
        records = _records(self.folder / name / "records")
        self._do(name, "new", *_new(records))
        self._do(name, "index")
        self._do(name, "tag", "relevant", "--query", "heron", "--reviewer", "Dana")
        self._do(name, "tag", "hot", "--query", "egret", "--reviewer", "Dana")

    def _copy(self, name: str, to: str, change: Callable[[Path], object] = lambda _: None) -> None:
        for part in ("case", "keys"):
            shutil.copytree(self.folder / name / part, self.folder / to / part)
        change(self.folder / to / "case")

    def _do(self, name: str, command: str, *words: object) -> None:
        place = self.folder / name
        ended = self._faults.run(Fault(()), command, place / "case", *words, **of_login(place / "keys"))
        assert ended.code == 0, ended

    def lay_out(self, template: str, place: Path) -> None:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for part in ("case", "keys") if template else ():
            shutil.copytree(self.folder / template / part, place / part)

    def commands(self) -> dict[str, Command]:
        base = self.folder / "base" / "records"
        decisions, protocol = self.folder / "decisions.jsonl", self.folder / "protocol.toml"
        dana = ("--reviewer", "Dana")
        return {
            "new": Command("", ("new", CASE, *_new(base))),
            "index": Command("changed", ("index", CASE)),
            "index nothing new": Command("base", ("index", CASE)),
            "search": Command("base", ("search", CASE, "heron")),
            "hits": Command("base", ("hits", CASE, "heron", "--csv", OUT)),
            "coverage": Command("base", ("coverage", CASE, "heron")),
            "facets": Command("base", ("facets", CASE, "heron")),
            "save": Command("base", ("saved", "add", CASE, "birds", "heron")),
            "tag": Command("base", ("tag", CASE, "hot", "--query", "crane", *dana)),
            "note": Command("base", ("tag", CASE, "relevant", "--query", "crane", "--note", "why", *dana)),
            "undo": Command("base", ("tag", CASE, "--undo", *dana)),
            "palette": Command("base", ("tag", "palette", CASE, "--set", self.folder / "tags.toml")),
            "seal": Command("base", ("seal", CASE, "--query", "crane", "--reason", "customer", *dana)),
            "batch": Command("base", ("batch", "new", CASE, "First look", "heron", "--size", "2")),
            "sample": Command("base", ("sample", "draw", CASE, "check", "heron", "--size", "2", "--seed", "s")),
            "progress": Command("base", ("status", CASE, "--review")),
            "decisions": Command("base", ("merge", CASE, "--write", OUT)),
            "merge": Command("base", ("merge", CASE, decisions, *dana)),
            "export": Command("base", ("export", CASE, OUT, *dana)),
            "produce": Command("base", ("produce", CASE, OUT, "--protocol", protocol, *dana)),
            "prove": Command("base", ("record", "prove", CASE, OUT)),
            "head": Command("base", ("record", "head", CASE, "-o", OUT)),
            "backup": Command("base", ("case", "backup", CASE, OUT)),
            "compact": Command("base", ("case", "compact", CASE)),
            "near": Command("base", ("near", CASE)),
            "contained": Command("base", ("near", CASE, "--contained")),
            "names": Command("base", ("names", CASE)),
            "order": Command("base", ("order", CASE, "--limit", "5")),
            "people": Command("base", ("people", CASE)),
            "gaps": Command("base", ("gaps", CASE)),
            "problems": Command("base", ("problems", CASE)),
            "verify": Command("base", ("verify", CASE)),
            "status": Command("base", ("status", CASE)),
            "scope plan": Command("narrower", ("scope", "plan", CASE)),
            "scope approve": Command("base", ("scope", "approve", CASE, "--name", "Rae")),
            "scope apply": Command("narrower", ("scope", "apply", CASE, "--yes", "--reason", "narrower")),
            "roster": Command("base", ("record", "roster", "add", CASE, "--name", "Rae")),
            "index sealed": Command("sealed", ("index", CASE)),
            "clear": Command("sealed", ("seal", CASE)),
            "export sealed": Command("sealed", ("export", CASE, OUT, *dana)),
        }


def _new(records: Path) -> Words:
    given = ("--custodian", "{1}", "--basis", "records", "--purpose", "test", "--approved-by", "Rae")
    return ("--allow", records, *given)


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def _records(root: Path) -> Path:
    words = ("heron", "egret", "crane", "heron crane", "stork")
    files: dict[str, bytes | str] = {
        f"{who}/{n}.eml": mail(
            f"About {words[n]}", f"The {words[n]} number {n} of {who}\n", sender=f"{who}@orrin.example"
        )
        for who in ("dana", "mara")
        for n in range(5)
    }
    files |= {f"dana/{n}.txt": f"plan {n} for the {words[n]}\n" * (n + 1) for n in range(5)}
    write(root, files | {"mara/birds.csv": "bird,count\nheron,2\n", "mara/broken.docx": b"PK\x03\x04no"})
    zipped(root / "mara" / "old.zip", {"a.txt": b"heron in a zip", "b.txt": b"crane in a zip"})
    return root


def _change(root: Path) -> None:
    write(root, {"dana/new.txt": "a new heron", "dana/1.txt": "another egret", "mara/6.eml": mail("New", "new crane")})
    (root / "dana/2.txt").unlink()
    (root / "dana/3.txt").rename(root / "mara/3.txt")
