"""Changes to what left a case, and to what vouches for it: an export, a production and a proof."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from tests.proof.proofs import sha256, summed
from tests.tamper.exports import without_a_finding
from triage.proof.keys import LoginKeys
from triage.proof.verify.proof import PAGE_FILE

Act = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Handed:
    """What is done to a folder, and what ``verify`` must then say; without ``fails`` all must hold.

    A folder whose manifest is signed is changed by somebody who makes all sums anew. ``keyed`` is found only by whoever
    knows the key of the sender.
    ``row`` is the row of the lists of changes.
    """

    row: int
    about: str
    folder: str
    act: Act
    fails: tuple[str, ...] = ()
    names: str = ""
    keyed: bool = False


def edited(name: str, old: str, new: str) -> Act:
    def act(folder: Path) -> None:
        path = folder / name
        data = path.read_bytes()
        assert old.encode() in data, (name, old)
        path.write_bytes(data.replace(old.encode(), new.encode(), 1))
        summed(folder)

    return act


def texts(folder: Path) -> list[Path]:
    return sorted((folder / "VOL001/TEXT").rglob("*.txt"))


def emptied(folder: Path) -> None:
    texts(folder)[0].write_bytes(b"")
    summed(folder)


def swapped(folder: Path) -> None:
    first, second = texts(folder)[:2]
    one, other = first.read_bytes(), second.read_bytes()
    assert one != other
    first.write_bytes(other)
    second.write_bytes(one)
    summed(folder)


def row_hidden(folder: Path) -> None:
    """Put its leaf in the place of a row of the audit that a proof shows."""
    path = folder / "audit.jsonl"
    lines = path.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if "|run-end|" in line)
    entry = lines[at].removeprefix('{"entry": "').removesuffix('"}').replace('\\"', '"').replace("\\\\", "\\")
    lines[at] = f'{{"leaf": "{sha256(bytes(1) + entry.encode())}"}}'
    path.write_text("".join(f"{line}\n" for line in lines))
    summed(folder)


def signed_anew(folder: Path) -> None:
    """Remove a finding, and sign the rest by another key of the same name."""
    without_a_finding(folder)
    digest = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    key = LoginKeys(folder.parent / "other-keys").secret("root")
    (folder / "export.sig").write_bytes(key.sign_digest("c" * 64, "export", digest))
    summed(folder)


def for_everybody(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o777)


def zipped(folder: Path) -> None:
    with ZipFile(folder.parent / "sent.zip", "w") as archive:
        for path in filter(Path.is_file, folder.rglob("*")):
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    shutil.rmtree(folder)
    shutil.unpack_archive(folder.parent / "sent.zip", folder)


OPENED = 'Files opened</td><td dir="auto">'
_DAT = "VOL001/DATA/VOL001.dat"
_CHANGED = ("changed",)
CHANGES = [
    Handed(132, "a text emptied", "production", emptied, _CHANGED, "TEXT/"),
    Handed(135, "two texts swapped", "production", swapped, _CHANGED, "TEXT/"),
    Handed(133, "a custodian renamed", "production", edited(_DAT, "dana", "Dana"), _CHANGED, _DAT),
    Handed(134, "confidentiality removed", "production", edited(_DAT, "Confidential", ""), _CHANGED, _DAT),
    Handed(136, "other counts", "proof", edited(PAGE_FILE, OPENED, f"{OPENED}1"), ("changed", "page"), "non-acc"),
    Handed(137, "a row hidden", "proof", row_hidden, ("changed", "counts"), "audit.jsonl"),
    Handed(131, "signed anew", "export", signed_anew, ("signer",), "isn't one of the keys", keyed=True),
    *(Handed(138, "open to everybody", name, for_everybody) for name in ("export", "production", "proof")),
    *(Handed(139, "sent as an archive", name, zipped) for name in ("export", "production", "proof")),
]
