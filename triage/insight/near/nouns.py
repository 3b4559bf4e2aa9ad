"""Near-duplicates, and mails that later ones of their conversation contain. Data alone."""

from __future__ import annotations

import msgspec

from triage.model.items import ItemNo


class NearDuplicate(msgspec.Struct, frozen=True):
    """An item of a group of near-duplicates: how near it is to the group's pivot (0 to 1), and whether it is that."""

    no: ItemNo
    nearness: float
    is_pivot: bool


class NearReport(msgspec.Struct, frozen=True):
    """What a search for near-duplicates found: texts compared, those that have any, and the groups of these."""

    compared: int
    near: int
    groups: int


class ContainedMail(msgspec.Struct, frozen=True):
    """A mail that a later one of its conversation quotes in full, and that later one."""

    no: ItemNo
    later: ItemNo


class ContainedReport(msgspec.Struct, frozen=True):
    """The mails that are contained in later ones, by number, of how many that were compared.

    ``current`` is whether no item was changed since.
    """

    compared: int
    mails: tuple[ContainedMail, ...]
    current: bool
