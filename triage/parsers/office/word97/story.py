"""One story of a Word 97-2003 document: its control characters read, its text told apart by origin.

MS-DOC 2.4.1 and 2.9.113 name the characters. Fields stand as 0x13 code 0x14 result 0x15, one inside another.
"""

from __future__ import annotations

from collections.abc import Iterable

from triage.parsers.kit.texts import Texts
from triage.parsers.office.word97.forms import Form, Forms
from triage.parsers.office.word97.lists import Labels
from triage.parsers.office.word97.people import Reviewers
from triage.parsers.office.word97.runs import DocRun
from triage.parsers.office.word97.sprms import DELETED, HIDDEN, INSERTED, SMALL, SPECIAL
from triage.text import raised

_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t"}
_CONTROLS = frozenset(map(chr, range(32)))


class DocStory:
    """Reads runs into ``texts``; ``heads`` are those of the comments, in order, ``labels`` those of the lists.

    ``reviewers`` note who made tracked changes; ``forms`` know what form fields show.
    """

    def __init__(
        self, texts: Texts, origin: str, heads: list[str], labels: Labels, reviewers: Reviewers, forms: Forms | None
    ) -> None:
        self._labels = labels
        self._reviewers = reviewers
        self._forms = forms
        self._texts = texts
        self._origin = origin
        self._heads = iter(heads)
        self._now: list[str] = []
        self._before: list[str] = []
        self._apart: dict[str, list[str]] = {"inserted": [], "hidden": []}
        self._deleted = False
        self._between = 0
        self._fields: list[list[str] | None] = []
        self._shown: list[Form | None] = []
        self._after_cell = False

    def read(self, runs: Iterable[DocRun]) -> None:
        """Read the story to its end."""
        for run in runs:
            look = run.look
            if look.flags & (INSERTED | DELETED):
                self._reviewers.note(look)
            if _CONTROLS.isdisjoint(run.text) and not (look.symbol and look.flags & SPECIAL):
                self._put(run.text, look.flags)
            else:
                for index, character in enumerate(run.text):
                    self._take(character, run, run.at + index * run.width)
            if self._texts.full:
                return
        while self._fields:
            self._end_field(0)
        self._flush("\n", -1)

    def _take(self, character: str, run: DocRun, at: int) -> None:
        if character == _BEGIN:
            self._fields.append([])
            self._shown.append(None)
        elif character == _SEPARATE:
            self._end_code()
        elif character == _END:
            self._end_field(run.look.flags)
        elif character == "\x01" and run.look.form >= 0 and self._forms and self._fields:
            self._shown[-1] = self._forms.at(run.look.form)
        elif character == "\x05" and self._origin == "comment":
            head = next(self._heads, "")
            if head:
                self._texts.add("comment", head, ": ")
        elif character in "\r\x0c":
            self._flush("\n", at if character == "\r" else -1)
        elif character == "\x07":
            self._flush("\n" if self._after_cell else "\t", at)
            self._after_cell = not self._after_cell
            return
        elif run.look.symbol and run.look.flags & SPECIAL and character == "(":
            self._put(run.look.symbol, run.look.flags)
        elif character not in _CONTROLS or character in _SHOWN:
            self._put(_SHOWN.get(character, character), run.look.flags)
        self._after_cell = False

    def _end_code(self) -> None:
        if self._fields and self._fields[-1] is not None:
            code = "".join(self._fields[-1])
            self._texts.add("fieldcode", code)
            self._fields[-1] = None
            if self._forms and not self._shown[-1]:
                self._forms.missing(code)

    def _end_field(self, flags: int) -> None:
        """Close the innermost field; what a form field shows stands in its place."""
        self._end_code()
        if self._fields:
            self._fields.pop()
            form = self._shown.pop()
            if form:
                shown, others = form
                self._put(shown, flags)
                for other in others:
                    self._texts.add("fieldcode", other)

    def _put(self, text: str, flags: int) -> None:
        code = next((f for f in reversed(self._fields) if f is not None), None)
        if code is not None:
            code.append(text)
            return
        if flags & SMALL:
            text = raised(text)
        if flags & HIDDEN:
            self._hide(text)
        elif flags & DELETED:
            self._deleted = True
            self._before.append(text)
        else:
            self._now.append(text)
            inserted = self._apart["inserted"]
            if flags & INSERTED:
                inserted.append(text)
                return
            self._before.append(text)
            if inserted and inserted[-1] != "\n":
                inserted.append("\n")

    def _hide(self, text: str) -> None:
        """Set hidden text apart; what stands before and behind other text isn't joined."""
        hidden, between = self._apart["hidden"], len(self._before) + len(self._now)
        if hidden and between != self._between:
            hidden.append("\n")
        hidden.append(text)
        self._between = between

    def _flush(self, end: str, at: int) -> None:
        """Close a paragraph or a table cell, whose mark stands at this byte."""
        text = "".join(self._now)
        label = self._labels.label(at) if at >= 0 else ""
        if label and text.strip():
            text = f"{label}\t{text}"
        self._texts.add(self._origin, text, end)
        if end == "\n" and not text.strip():
            self._texts.end_with(self._origin, "\n")
        if self._deleted:
            self._texts.add("tracked", "".join(self._before))
        self._texts.add("tracked", "".join(self._apart["inserted"]))
        self._texts.add("hidden", "".join(self._apart["hidden"]))
        for parts in (self._now, self._before, *self._apart.values()):
            parts.clear()
        self._deleted = False
