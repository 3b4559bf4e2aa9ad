"""One paragraph of a WordprocessingML story while it is read: its text now and before the tracked changes."""

from __future__ import annotations

from triage.parsers.kit.xml.parts import Element


class Paragraph:
    """A paragraph being read: its text now, its text before the tracked changes, and what is set apart from it.

    ``inserting`` and ``deleting`` count the changes around what is being read; ``before`` is None up to the first
    change, as it is the same as ``now`` so far.
    """

    __slots__ = tuple(
        "before code deleted deleting element hidden inserted inserting label now origin shaded style_hidden".split()
    )

    def __init__(
        self, element: Element, origin: str, inserting: int, deleting: int, shaded: bool, unseen: bool
    ) -> None:
        # Written out, as there are more of these than of anything else.
        self.element, self.origin, self.shaded = element, origin, shaded
        self.inserting, self.deleting = inserting, deleting
        self.now: list[str] = []
        self.before: list[str] | None = None
        self.inserted: list[str] = []
        self.hidden: list[str] = []
        self.code: list[str] = []
        self.deleted = False
        self.style_hidden = unseen
        self.label = ""
