"""Whether what a reader answers can be an answer to its job: every reply is judged here before anybody takes it.

A reply that no sound reader gives raises WireError; what it holds isn't repaired, since its reader can't be trusted in
anything else either. Shapes, sizes and numbers are checked by ``wire`` already. It knows no process and keeps nothing
of what it has judged but where the reader is.
"""

from __future__ import annotations

import re

from triage.errors import PROBLEM_CODES
from triage.messages import decode, render
from triage.model.items import FIELDS, ORIGINS
from triage.model.previews import (
    JPEG,
    PAGES_AT_ONCE,
    PDF,
    TIFF,
    CellPlaces,
    PageImage,
    PagePicture,
    RichText,
    SheetRows,
    StampedPages,
)
from triage.model.previews import Preview as AnyPreview
from triage.model.tables import LANGUAGES
from triage.sandbox import wire
from triage.settings import Settings

_MEMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){0,999}")
_HASHES = re.compile(r"(?:[0-9a-f]{64})? (?:[0-9a-f]{64})? (?:[0-9a-f]{32})?")
_ORIGINS, _FIELDS = frozenset(ORIGINS), frozenset(FIELDS)
_PREVIEWS: dict[str, type[AnyPreview]] = {
    "page": PageImage,
    "rich": RichText,
    "cells": SheetRows,
    "places": CellPlaces,
    wire.STAMPED: StampedPages,
}
_BEGINS = {TIFF: b"II*\0", JPEG: b"\xff\xd8\xff"}


class JobAnswers:
    """The answers to one job by one reader.

    Items come in the order of a walk: each but the first has its parent before it, which isn't finished (``Late``), and
    follows the sibling before it, or is the one at which a job that was given out again goes on.
    """

    def __init__(self, job: wire.Job, settings: Settings) -> None:
        self._job = job
        self._size = job.mapped or len(job.data)
        self._most_bytes = wire.most_unpacked(settings.limit_total_mb, self._size)
        self._most_items = max(1, settings.limit_children)
        self._most_text = settings.limit_text_mb << 20
        self._resume = ordinals(job.resume)
        self._rules = {rule for rule, _ in job.denials}
        self._share = (0, 1)
        self._first = 0
        self._last: tuple[int, ...] | None = None
        self._open = 0
        self._count = 0

    def judge(self, reply: wire.Reply) -> None:
        if not self._is_possible(reply):
            raise wire.WireError(f"an impossible {type(reply).__name__}")

    def _is_possible(self, reply: wire.Reply) -> bool:
        match reply:
            case wire.Done():
                return self._count == len(self._job.wants) if self._job.wants else self._count > 0
            case wire.Begin():
                return self._may_begin(reply)
        if isinstance(reply, wire.Denied) and reply.rule not in self._rules:
            return False
        if self._job.wants:
            return isinstance(reply, wire.Native | wire.Denied) and self._is_wanted(reply)
        if self._job.view is not None:
            self._count += 1
            return self._count == 1 and self._is_view(reply)
        if isinstance(reply, wire.Part):
            return self._is_next(reply) and self._is_item(reply)
        if isinstance(reply, wire.Denied):
            possible = bool(reply.member) and self._is_next(reply)
            self._open -= 1  # nothing can be inside it
            return possible
        return isinstance(reply, wire.Late) and self._is_late(reply)

    def _may_begin(self, begin: wire.Begin) -> bool:
        """Whether it is a member that is about to be read; while members are looked for, it is a sign of life."""
        if self._job.wants:
            return begin.resume is None and (not begin.member or any(begin.member == w.member for w in self._job.wants))
        if self._job.view is not None or not self._job.careful:
            return False
        member = ordinals(begin.member)
        resume = member if begin.resume is None else ordinals(begin.resume)
        return member[: len(resume)] == resume and self._may_follow(resume)

    def _may_follow(self, way: tuple[int, ...]) -> bool:
        last = self._last
        if last is None or not way:
            return last is None and not way
        depth = len(way) - 1
        if depth >= self._open or last[:depth] != way[:depth]:
            return False
        following = last[depth] + 1 if depth < len(last) else 0 if depth else self._first
        if depth == len(last) and self._resume[:depth] == last and len(self._resume) > depth:
            following = self._resume[depth]
        return way[depth] == (following if depth else wire.next_in_share(following, self._share))

    def _is_next(self, part: wire.Part | wire.Denied) -> bool:
        way = ordinals(part.member)
        if not self._may_follow(way):
            return False
        if not way and isinstance(part, wire.Part) and part.type in wire.SHARED:
            self._share = self._job.share
            self._first = part.passed
        self._last, self._open = way, len(way) + 1
        self._count += 1
        return self._count <= self._most_items

    def _is_item(self, part: wire.Part) -> bool:
        inside = bool(part.member)
        fields = dict(part.folded).keys()
        return (
            (part.size <= self._most_bytes if inside else part.size == self._size)
            and (len(part.sha256) == 64) == inside
            and _HASHES.fullmatch(f"{part.sha256} {part.digest} {part.mih}") is not None
            and wire.MEDIA_TYPE.fullmatch(part.type) is not None
            and (not part.passed or self._may_pass(part))
            and (part.date is None) == (not part.date_kind)
            and (not part.lang or part.lang in LANGUAGES)
            and dict(part.segments).keys() <= _ORIGINS
            and sum([len(text) for _, text in part.segments]) <= self._most_text
            and fields <= _FIELDS
            and len(fields) == len(part.folded)
            and _are_troubles(part.troubles)
        )

    def _may_pass(self, part: wire.Part) -> bool:
        """Whether it is the source itself, of which all members that are stored may be passed over."""
        return not part.member and part.type == wire.APPENDED and part.passed == self._job.stored.members

    def _is_late(self, late: wire.Late) -> bool:
        """Whether an item is finished that was begun; nothing inside it may follow."""
        way = ordinals(late.member)
        if self._last is None or len(way) >= self._open or self._last[: len(way)] != way:
            return False
        self._open = len(way)
        return _are_troubles(late.troubles)

    def _is_wanted(self, native: wire.Native | wire.Denied) -> bool:
        if self._count == len(self._job.wants) or native.member != self._job.wants[self._count].member:
            return False
        self._count += 1
        return isinstance(native, wire.Denied) or native.data is None or len(native.data) <= self._most_bytes

    def _is_view(self, reply: wire.Reply) -> bool:
        view = self._job.view
        assert view is not None
        if isinstance(reply, wire.Late):
            return not reply.member and len(reply.troubles) == 1 and _are_troubles(reply.troubles)
        if view.kind == wire.EML:
            return isinstance(reply, wire.Native) and not reply.member and reply.data is not None
        if not isinstance(reply, wire.Shown) or not isinstance(reply.view, _PREVIEWS[view.kind]):
            return False
        if isinstance(reply.view, PageImage):
            known = all(term < len(view.sought) for term, *_ in reply.view.marks)
            return known and wire.is_sound(reply.view) and view.number < reply.view.pages
        if isinstance(reply.view, StampedPages):
            return _are_pages(view, reply.view)
        return not isinstance(reply.view, SheetRows) or reply.view.first == view.first


def _are_pages(view: wire.ViewRequest, stamped: StampedPages) -> bool:
    """Whether these are as many images as were asked for, of the form that was."""
    wanted = max(0, min(PAGES_AT_ONCE, stamped.pages - view.number)) if view.stamp else 0
    form = view.stamp.form if view.stamp else ""
    return 0 < stamped.pages <= wire.MOST_PAGES and (
        len(stamped.images) == wanted
        and all(_has_form(image, form) for image in stamped.images)
        and all(at < len(stamped.images) for at in stamped.faded)
        and len(stamped.found) == (0 if view.stamp else len(view.sought))
    )


def _has_form(image: bytes | PagePicture, form: str) -> bool:
    if isinstance(image, PagePicture):
        return form == PDF and (image.fax or image.data.startswith(_BEGINS[JPEG]))
    return form != PDF and image.startswith(_BEGINS[form])


def ordinals(untrusted_member: str) -> tuple[int, ...]:
    """Return a member's ordinals; raises WireError for what is none."""
    if not untrusted_member:
        return ()
    if not _MEMBER.fullmatch(untrusted_member):
        raise wire.WireError("no member")
    return tuple(map(int, untrusted_member.split(".")))


def _are_troubles(untrusted: list[tuple[str, str]]) -> bool:
    """Whether the codes exist and the sentences can be shown and stored."""
    try:
        for _, sentence in untrusted:
            render(decode(sentence)).encode()
    except (ValueError, OverflowError):  # half a character, or a number that no template can show
        return False
    return all(code in PROBLEM_CODES for code, _ in untrusted)
