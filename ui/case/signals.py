"""What a window's parts tell one another about its case. It keeps nothing and does nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SUGGESTED = "suggested"
"""How the suggested order is called in a session's ``order``; the others are keys of ``Search.sorted``."""


class Signals(QObject):
    """The signals of a session; each says what it carries."""

    case_opened = Signal()
    results_changed = Signal(object)  # Results
    list_sorted = Signal(object)  # the numbers of the items found, in the order in which they are listed now
    list_ranked = Signal(object)  # RankedItems: what is listed is in this order now
    item_selected = Signal(object)  # ItemNo, or None
    selection_changed = Signal()  # other rows of the list are selected
    menu_requested = Signal(object, str)  # QPoint of the screen, and a menu's path, "" for that of what is selected
    bulk_requested = Signal(str, bool)  # a tag to apply to what is selected, or to remove, once a person confirms it
    tags_changed = Signal(object)  # frozenset of ItemNo: tags as shown changed
    decisions_saved = Signal(object)  # Receipt: decisions are on disk
    undo_asked = Signal(object)  # LastStep of an earlier session or from elsewhere, to be undone once a person confirms
    seals_changed = Signal(object)  # frozenset of ItemNo: their text was taken out of the case, or is back
    palette_changed = Signal()  # other tags are on offer
    commands_changed = Signal(object, object)  # commands that a panel no longer offers, and those in their place
    status_changed = Signal(object)  # Status
    saved_at = Signal(str)  # ISO time at which a decision was on disk
    message_posted = Signal(str)  # a sentence for the status bar
    error_posted = Signal(str)  # a sentence that needs a person
    query_proposed = Signal(str)  # a query that a panel proposes; the search bar takes it
    panel_requested = Signal(str)  # the title of a panel to bring to the front
    item_requested = Signal(object)  # ItemNo to go to, in the list or outside it
    hit_requested = Signal(object)  # HitLine: the preview goes to this hit once it shows the item
    command_requested = Signal(str)  # the words of a command to run
    assessment_requested = Signal(object, str)  # ItemNo and the tag whose key was pressed for it while it is veiled
    step_requested = Signal(int)  # go so many results on or back
    item_shown = Signal(object)  # Item: the preview shows it
    export_finished = Signal(object)  # ExportReport
    task_requested = Signal(str, object)  # a long task to begin, and its arguments, a tuple
    task_finished = Signal(str, object)  # the task, and what it returned, None where it failed or was stopped
    colours_changed = Signal()  # the colours changed
    message_withdrawn = Signal(str)  # what was said no longer holds, as another item is the current one
    waiting_changed = Signal(str)  # what is being waited for, "" when nothing is
