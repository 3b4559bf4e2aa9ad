"""A small case and copies of it, as two people have them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.records import case_of, mail
from triage.case import Case, LoginKeys
from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.review import sealing
from triage.store import decision_log
from triage.store.signatures import ChangeSigner

FILES: dict[str, bytes | str] = {f"dana/{i}.txt": f"word{i} common" for i in range(6)}


def original(folder: Path) -> Path:
    """Make and index a case of six texts; return its folder."""
    case_of(folder, FILES).close()
    return folder / "case"


def copy(case: Path, name: str) -> Case:
    """Copy a case beside it, afresh, and open the copy as another login that has signed nothing yet."""
    target, keys = case.parent / name, case.parent / f"{name}.keys"
    for folder in (target, keys):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(case, target)
    return Case.open(target, keys=LoginKeys(keys))


class _LockedSigner:
    """A login whose key can't be used."""

    login = "rae@locked"

    @property
    def key(self) -> str:
        raise CaseError("key-locked-passphrase", path="rae.key", lost="")

    def sign(self, text: str) -> str:
        raise AssertionError(text)


def unsigned(case: Case) -> None:
    """Let a case sign nothing that is decided from now on, as with a locked key."""
    case._opened.store.signing = ChangeSigner(case._opened.store, _LockedSigner())


def nos(case: Case) -> list[ItemNo]:
    return [ItemNo(n) for (n,) in case._opened.store.db.execute("SELECT n FROM item ORDER BY n")]


def state(case: Case) -> dict[str, tuple[tuple[str, ...], str]]:
    notes = decision_log.notes(case._opened.store)
    return {row.id: (row.tags, notes.get(row.no, "")) for row in case.search.rows(nos(case))}


def family(folder: Path, families: int = 3) -> Case:
    part = (
        "--b\nContent-Type: text/plain\n\nheron {0}\n--b\nContent-Type: text/plain\n"
        "Content-Disposition: attachment; filename=a{0}.txt\n\none {0}\n--b\nContent-Type: text/plain\n"
        "Content-Disposition: attachment; filename=b{0}.txt\n\ntwo {0}\n--b--\n"
    )
    files: dict[str, bytes | str] = {}
    for i in range(families):
        raw = mail(f"Mail {i}", part.format(i), message_id=f"<{i}@orrin.example>")
        head = b"Content-Type: text/plain; charset=utf-8"
        files[f"dana/{i}.eml"] = raw.replace(head, b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b", 1)
    return case_of(folder, files)


def settle_seals(case: Case) -> set[ItemNo]:
    """Seal and open what decisions from another copy say, as a merge does; return those items."""
    store = case._opened.store
    with case._opened.updating_index() as index, store.change("triage", "settle seals"):
        changed = sealing.finish(store, index)
    with case._opened.updating_index() as index:
        return changed | sealing.propagate(store, index)
