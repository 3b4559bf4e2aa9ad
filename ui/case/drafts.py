"""Notes that were begun and aren't saved yet: their text outlives the window, a full disk and a step that fails.

Each is in a file of its own beside the window's preferences, for its owner alone and outside the case, until the note
is saved or thrown away, or its item is sealed or purged. Nothing here decides anything.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from triage.case import Case
from triage.errors import TriageError
from triage.files import open_plain
from triage.model.items import ItemId, ItemNo
from triage.secret_keys import replace
from ui import preferences
from ui.i18n.language import tr
from ui.widgets.builders import delayed

_LATER = 1000  # milliseconds after the last letter
_NAME = re.compile("[0-9a-f]{8,64}")
_MOST = 1 << 20  # bytes of a file


class Draft(NamedTuple):
    """A note that was begun, with the id of its item, by which its file is called."""

    item_id: ItemId
    text: str


def folder_of(case_id: str, reviewer: str) -> Path:
    """Return where a reviewer's drafts on a case are; the name tells neither."""
    name = hashlib.sha256(json.dumps([case_id, reviewer]).encode()).hexdigest()[:32]
    return preferences.folder() / "drafts" / name


def read_drafts(case: Case, case_id: str, reviewer: str) -> dict[ItemNo, Draft]:
    """Return what a reviewer began and didn't save; none where the case can't be written.

    What can't be saved any more, as its item is sealed or purged, is removed, and so is what is saved already. A draft
    on an item that this copy of the case doesn't have stays where it is.
    """
    drafts = dict[ItemNo, Draft]()
    for path in _files(folder_of(case_id, reviewer)):
        with suppress(TriageError, OSError, UnicodeDecodeError):
            no = case.search.find(path.name)
            with open_plain(path) as file:
                drafts[no] = Draft(ItemId(path.name), file.read(_MOST).decode("utf-8", "surrogatepass"))
    obsolete = {no for no in drafts if _note(case, no) == drafts[no].text} | unsavable(case, drafts)
    for no in obsolete:
        folder_of(case_id, reviewer).joinpath(drafts.pop(no).item_id).unlink(missing_ok=True)
    return {} if case.decisions.read_only else drafts


def unsavable(case: Case, nos: Iterable[ItemNo]) -> set[ItemNo]:
    return {row.no for row in case.search.rows(list(nos)) if row.sealed or row.state == "purged"}


def _note(case: Case, no: ItemNo) -> str | None:
    if case.search.blind:
        return None
    return next(
        (decision.value for decision in reversed(case.decisions.history(no)) if decision.action == "note"), None
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name)) if folder.is_dir() else []


class Drafts(QObject):
    """The drafts on the open case. ``save_failed`` is emitted once for a row of failures, with what the system says."""

    save_failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._owner = ("", "")  # the case and the reviewer
        self._folder: Path | None = None
        self._ids: dict[ItemNo, ItemId] = {}
        self._texts: dict[ItemNo, str] = {}
        self._saving: dict[ItemNo, str] = {}  # ordered to be written into the case
        self._on_disk: dict[ItemNo, str] = {}  # as it is on disk
        self._closed: set[ItemNo] = set()  # sealed: nothing of them is on disk, and a seal may be cancelled
        self.earlier: set[ItemNo] = set()  # begun in another session, and not touched in this one
        self._failing = False
        self._later = delayed(self, _LATER, self.keep)

    def open(self, case_id: str, reviewer: str, drafts: Mapping[ItemNo, Draft]) -> None:
        self._owner, self._folder = (case_id, reviewer), folder_of(case_id, reviewer) if case_id else None
        self._texts, self._saving, self._on_disk, self._closed = {}, {}, {}, set()
        self._ids = {no: draft.item_id for no, draft in drafts.items()}
        self._texts = {no: draft.text for no, draft in drafts.items()}
        self._on_disk = dict(self._texts)
        self.earlier = set(drafts)

    def rename(self, case_id: str, reviewer: str, *, along: bool) -> None:
        """Keep drafts under another name from now on; those so far go ``along``, or stay with the one before.

        What can't be kept for the one before goes along, so that it isn't lost.
        """
        ids, saving = self._ids, self._saving
        if along:
            moving, self._texts = self._texts, {}
            self.keep()
        else:
            self.keep()
            moving = {no: text for no, text in self._texts.items() if self._on_disk.get(no, "") != text.strip()}
        self.open(case_id, reviewer, {})
        self._texts, self._ids, self._saving = moving, ids, saving
        self.keep()

    def read(self, case: Case, reviewer: str) -> dict[ItemNo, Draft]:
        return read_drafts(case, self._owner[0], reviewer)

    def take(self, reviewer: str, drafts: Mapping[ItemNo, Draft]) -> None:
        """Go on with what was found of a reviewer, if it is the one at hand; what is begun since comes before it."""
        if reviewer == self._owner[1]:
            new = {no: draft for no, draft in drafts.items() if not self._texts.get(no) and no not in self._saving}
            self._ids |= {no: draft.item_id for no, draft in new.items()}
            self._texts |= {no: draft.text for no, draft in new.items()}
            self._on_disk |= {no: draft.text for no, draft in new.items()}
            self.earlier |= set(new)

    @property
    def items(self) -> list[ItemNo]:
        return [no for no, text in self._texts.items() if text]

    def of(self, no: ItemNo | None) -> str:
        return "" if no is None or no in self._closed else self._texts.get(no, "")

    def identify(self, no: ItemNo, item_id: ItemId) -> None:
        self._ids[no] = item_id

    def put(self, no: ItemNo, text: str) -> None:
        """Take what is begun on an item now, "" where it was thrown away; it is kept once nobody types."""
        self.earlier.discard(no)
        self._texts[no] = text
        self._later.start()

    def begin_saving(self, no: ItemNo, text: str) -> None:
        """Take note that a note is ordered to be written: what is begun on the item from now on is another one."""
        if self._texts.get(no, "").strip() == text:
            del self._texts[no]
        self._saving[no] = text
        self.earlier.discard(no)
        self.keep()

    def end_saving(self, no: ItemNo, *, written: bool) -> None:
        """Let go of a note that is in the case; one that could not be written is a draft again."""
        text = self._saving.pop(no, "")
        if not written:
            self._texts[no] = " ".join(filter(None, (text, self._texts.get(no, ""))))
        self.keep()

    def close_items(self, nos: Iterable[ItemNo], *, closed: bool) -> None:
        """Remove what is begun on items that are sealed; bring it back where a seal was cancelled."""
        self._closed = self._closed | set(nos) if closed else self._closed - set(nos)
        self.earlier -= self._closed
        self.keep()

    def forget(self, nos: Iterable[ItemNo]) -> None:
        for no in nos:
            self._texts.pop(no, None)
            self.earlier.discard(no)
        self.keep()

    def drop_unsaved(self) -> None:
        """Let go of what can't be kept, so that the case can be closed."""
        on_disk, wanted = self._on_disk, self._wanted()
        self._texts = {no: text for no, text in self._texts.items() if on_disk.get(no) == text.strip()}
        self._saving = {no: text for no, text in self._saving.items() if on_disk.get(no) == text}
        self._on_disk = {no: text for no, text in on_disk.items() if wanted.get(no) == text}

    def _wanted(self) -> dict[ItemNo, str]:
        texts = {no: text.strip() or self._saving.get(no, "") for no, text in self._texts.items()}
        wanted = dict.fromkeys(self._on_disk, "") | self._saving | texts
        return {no: "" if no in self._closed else text for no, text in wanted.items()}

    def keep(self) -> str:
        """Bring the disk up to date; return what the system says where it can't be, "" where all is kept."""
        self._later.stop()
        error = ""
        for no, text in self._wanted().items():
            try:
                self._keep(no, text)
            except OSError as failure:
                error = failure.strerror or str(failure)
        if error and not self._failing:
            self.save_failed.emit(error)
        self._failing = bool(error)
        return error

    def _keep(self, no: ItemNo, text: str) -> None:
        if self._folder is None or self._on_disk.get(no, "") == text:
            return
        if no not in self._ids:
            raise OSError(tr("the item has not been read yet"))
        path = self._folder / self._ids[no]
        if text:
            for folder in (self._folder.parent, self._folder):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace(path, text.encode("utf-8", "surrogatepass"))
            self._on_disk[no] = text
        else:
            path.unlink(missing_ok=True)
            del self._on_disk[no]
            with suppress(OSError):  # there are others
                self._folder.rmdir()
