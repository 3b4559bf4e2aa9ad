"""The files of a Whoosh index, of which none is opened that this login didn't write.

Whoosh's files contain pickles, and to read a pickle is to run what it says. So beside each table of contents stands a
list of the index's files with their hashes, under a MAC whose key is the login's own and outside of every case. A file
that isn't in it, or has another hash, is refused before Whoosh sees a byte of it.
"""

from __future__ import annotations

import hmac
import json
import os
import shutil
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from triage.errors import CaseError
from triage.files import open_plain, sha256
from triage.search.index_key import mac

_TOC, _LIST = ".toc", ".own"
_LONGEST_LIST = 1 << 24


class OwnFiles(FileStorage):  # type: ignore[misc]
    """Whoosh's storage in a folder; opening a file that this login didn't write raises CaseError."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._path = folder
        self._hashes: dict[str, str] = {}  # of files that may be opened; "" while this process writes them
        self._checked: set[str] = set()

    @property
    def empty(self) -> bool:
        """Whether there is no index."""
        return not any(name.endswith(_TOC) for name in self.list())

    def create_file(self, name: str, **options: Any) -> Any:
        """Open a new file for writing."""
        self._hashes[name] = ""
        return super().create_file(name, **options)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading, if this login wrote it and nobody changed it."""
        if name.endswith(_TOC):
            self._hashes |= self._listed(name)
        if name not in self._hashes:
            raise self._foreign(name)
        if name not in self._checked and self._hashes[name]:
            self._check(name)
        return super().open_file(name, **options)

    def file_exists(self, name: str) -> bool:
        """Whether there is such a file of this login."""
        return name in self._hashes and bool(super().file_exists(name))

    def delete_file(self, name: str) -> None:
        """Delete a file, and a table of contents with its list."""
        (self._path / name).unlink(missing_ok=True)
        self._hashes.pop(name, None)
        if name.endswith(_TOC):
            self.delete_file(name + _LIST)

    def lock(self, name: str) -> Any:
        """Return a lock; raises CaseError where something else than a file has its name."""
        if os.path.lexists(path := self._path / name) and (path.is_symlink() or not path.is_file()):
            raise self._foreign(name)
        return super().lock(name)

    def temp_storage(self, name: str | None = None) -> Any:
        """Make a folder that is deleted with all it contains after a run; one that is there is of a killed run."""
        path = self._path / (name or "own.tmp")
        path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)
        return super().temp_storage(path.name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Give a new file its name; that of a table of contents makes the index whole, so its list comes first."""
        self._hashes[newname] = self._hashes.pop(oldname)
        if newname.endswith(_TOC):
            self._write_list(oldname, newname)
        super().rename_file(oldname, newname, safe)

    def _write_list(self, oldname: str, toc: str) -> None:
        for name, known in list(self._hashes.items()):
            if name != toc and not super().file_exists(name):
                del self._hashes[name]
            elif not known:
                self._hashes[name] = sha256(self._path / (oldname if name == toc else name))
                self._checked.add(name)
        text = json.dumps({"files": self._hashes, "mac": _mac(self._hashes)}, sort_keys=True)
        path = self._path / (toc + _LIST)
        path.unlink(missing_ok=True)  # of a run that was killed before the table of contents had its name
        with path.open("x") as file:
            file.write(text)

    def _listed(self, toc: str) -> dict[str, str]:
        """Return the files that belong to a table of contents; raises CaseError where this login didn't list them."""
        try:
            with open_plain(self._path / (toc + _LIST)) as file:
                untrusted = json.loads(file.read(_LONGEST_LIST))
            hashes = {str(name): str(digest) for name, digest in untrusted["files"].items()}
            whole = hmac.compare_digest(_mac(hashes), untrusted["mac"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            if not super().file_exists(toc):  # a writer has just replaced it; the reader looks again
                raise FileNotFoundError(toc) from error
            raise self._foreign(toc) from error
        if not whole or toc not in hashes:
            raise self._foreign(toc)
        return hashes

    def _check(self, name: str) -> None:
        try:
            if sha256(self._path / name) != self._hashes[name]:
                raise self._foreign(name)
        except FileNotFoundError:  # likewise
            raise
        except OSError as error:
            raise self._foreign(name) from error
        self._checked.add(name)

    def _foreign(self, name: str) -> CaseError:
        return CaseError("whoosh-foreign", path=self._path, file=name)


def _mac(hashes: dict[str, str]) -> str:
    return mac(json.dumps(hashes, sort_keys=True).encode()).hex()
