"""The frame: menus, docks, status bar, dialogs. It knows panels only from the PANELS tuple."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QToolBar, QWidget

from triage import __version__
from triage.case import Policy
from triage.errors import TriageError
from triage.model.items import ItemNo
from triage.model.runs import WHOLE
from triage.selftest import sample
from ui import preferences
from ui.actions import Actions
from ui.appearance import Looks
from ui.case.jobs import Done
from ui.case.session import Session
from ui.columns import Columns, Room
from ui.dialogs.compare import CompareDialog
from ui.dialogs.queries import QueryHelp
from ui.dialogs.scope import NewCase
from ui.dialogs.tagging import SETS, BulkDialog, PaletteDialog, UnsealDialog
from ui.dialogs.window import CommandPalette, Keys, NotesNotKept, ReviewerDialog
from ui.i18n import formatting as words
from ui.i18n import messages
from ui.i18n.language import later, tr
from ui.leaving import Leaving
from ui.panel import Command, Panel
from ui.panels import PANELS
from ui.status_bar import ExtentBar, StatusBar, StopIndexing, Works
from ui.status_bar import words as extent_words
from ui.welcome import Welcome
from ui.widgets.builders import file_dialog


class _WriteLock(QObject):
    """Holds controls disabled, whatever enables them, and shows why as their hint."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: dict[QWidget, tuple[str, bool]] = {}

    def hold(self, widgets: Iterable[QWidget], reason: str) -> None:
        for widget in widgets:
            self._before[widget] = widget.toolTip(), widget.isEnabled()
            widget.setToolTip(reason)
            widget.setEnabled(False)
            widget.installEventFilter(self)

    def release(self) -> None:
        for widget, (hint, enabled) in self._before.items():
            widget.removeEventFilter(self)
            widget.setToolTip(hint)
            widget.setEnabled(enabled)
        self._before.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget) and watched.isEnabled():
            watched.setEnabled(False)
        return super().eventFilter(watched, event)


_CODE_MANY: tuple[tuple[str, tuple[str, ...]], ...] = (
    (later("Code all results …"), ("Ctrl+Shift+A",)),
    (later("Code this item's family …"), ("Ctrl+Shift+F",)),
    (later("Code this item's conversation …"), ()),
    (later("Code duplicates …"), ()),
    (later("Code selected items …"), ("Ctrl+Shift+T",)),
)
"""Words and keys for each of SETS."""

_ITEM_MENU = (
    "Code/Remove tag",
    "Code selected items …",
    "",
    "Write a note",
    "Put the selected items into a batch",
    "Export findings …",
    "Compare two items",
    "Copy ids",
    "",
    "Select all results",
)
"""What follows the tags in the menu of the selected items: commands, submenus, lines between them."""


class MainWindow(QMainWindow):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.looks = Looks()
        self._first_to_compare: ItemNo | None = None
        self._lock = _WriteLock(self)
        session.case_opened.connect(self._restrict)  # before the panels, which then say what else is enabled
        self.setObjectName("window")
        self.setWindowTitle("Triage")
        session.keyboard.watch(self)
        self.panels: dict[str, Panel] = {}
        self.dialog: QWidget | None = None
        self._index_next = False
        self.centre = QStackedWidget()
        self.welcome = Welcome(session)
        self.setCentralWidget(self.centre)
        self._put(self.welcome)
        self.columns = Columns(self)
        self.bar = StatusBar(session)
        self.setStatusBar(self.bar)
        self.works = Works(session, self.bar)
        self.extent = ExtentBar(session)
        self.extent.stated.connect(self.columns.state)
        self.leaving = Leaving(self, session, self.works, self._open_dialog)
        self.works.changed.connect(lambda: self.extent.set_indexing(self.works.is_indexing))
        self.top = QToolBar(tr("Search"))
        self.top.setObjectName("top")
        self.top.setMovable(False)
        self.top.toggleViewAction().setEnabled(False)
        self.addToolBar(self.top)
        self.addToolBarBreak()
        self.addToolBar(self.extent)
        for kind in PANELS:
            self._add(kind(session))
        of_panels = (command for panel in self.panels.values() for command in panel.commands())
        commands = [*self._first_commands(), *of_panels, *self._frame_commands()]
        readers = [widget for panel in self.panels.values() for widget in panel.readers()]
        self.actions_ = Actions(self, commands, readers)
        self._fill_menus()
        self._connect()
        self.columns.restore()
        self._show_case(False)

    # ---- panels

    def _add(self, panel: Panel) -> None:
        self.panels[panel.title] = panel
        if panel.place == "top":
            self.top.addWidget(panel)
        elif panel.place == "centre":
            self._put(panel)
        else:
            self.columns.add(panel)

    def _put(self, widget: QWidget) -> None:
        room = Room()
        self.centre.addWidget(room)
        room.setWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.share_room()

    def _show_case(self, there: bool) -> None:
        self.centre.setCurrentIndex(1 if there else 0)
        self.top.setVisible(there)
        self.extent.show_extent(WHOLE)
        self.columns.show_all(there, self.session.memory.place)
        if not there:
            self.welcome.refresh()

    # ---- commands

    def _first_commands(self) -> tuple[Command, ...]:
        return (
            Command("New case …", "Case", self.new_case, ("Ctrl+N",)),
            Command("Open a case …", "Case", self.choose_case, ("Ctrl+O",)),
            Command("Open the sample", "Case", self.open_sample),
            Command("Index the sources", "Case", self.works.index, ("Ctrl+I",), begins_part=True, writes=True),
        )

    def _frame_commands(self) -> tuple[Command, ...]:
        return (
            *self.leaving.commands(),
            Command("Reviewer's name …", "Case", partial(self._ask_name, waiting=False), begins_part=True),
            Command("Close the case", "Case", self.close_case, ("Ctrl+W",), begins_part=True),
            Command("Quit", "Case", self.close, ("Ctrl+Q",)),
            Command("Search again", "Find", self.refresh, ("F5",)),
            *(
                Command(title, "Code", partial(self.code_many, which), keys, begins_part=which == SETS[0], writes=True)
                for which, (title, keys) in zip(SETS, _CODE_MANY, strict=True)
            ),
            Command("Compare two items", "Item", self.compare, ("Ctrl+Shift+M",), begins_part=True),
            Command("Open a sealed item …", "Code", self.unseal, begins_part=True, writes=True),
            Command("Manage tags …", "Code", self.edit_tags, writes=True),
            *self.looks.commands(),
            *self.columns.commands(),
            Command("Reset columns", "View", self.columns.arrange),
            Command("Commands", "Help", self.show_commands, ("Ctrl+K",)),
            Command("Keys", "Help", self.show_keys, ("?",)),
            Command("Query language", "Help", lambda: self._open_dialog(QueryHelp(self, self.session)), ("F1",)),
            Command("About", "Help", self.about),
        )

    def _fill_menus(self) -> None:
        recent = QMenu(tr("Recent cases"), self)
        self.actions_.menus["Case"].insertMenu(self.actions_.by_words["Open the sample"], recent)
        recent.aboutToShow.connect(lambda: self._list_recent(recent))
        view = self.actions_.menus["View"]
        view.addSeparator()
        self.columns.list_in(view)

    def _list_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in preferences.recent_cases():
            menu.addAction(str(path).replace("&", "&&")).triggered.connect(lambda _, path=path: self.open_case(path))

    def _connect(self) -> None:
        session = self.session
        session.case_opened.connect(self._opened)
        session.memory.place_requested.connect(self.columns.write_place)
        session.command_requested.connect(self.run)
        session.keyboard.letter_ignored.connect(session.say)
        session.naming.requested.connect(partial(self._ask_name, waiting=True))
        session.panel_requested.connect(self.columns.bring)
        self.columns.focus_left.connect(partial(self.actions_.run, "Go to the list"))
        session.commands_changed.connect(self.actions_.exchange)
        session.bulk_requested.connect(partial(self.code_many, SETS[-1]))
        session.menu_requested.connect(self.show_menu)
        self.looks.colours_changed.connect(session.colours_changed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_desktop)

    def _follow_desktop(self) -> None:
        if preferences.text("theme", "system") == "system":
            self.looks.set_colours("system")

    def run(self, words: str) -> None:
        if not self.actions_.run(words):
            self.session.say(self.session.unwritable)

    def _restrict(self) -> None:
        why = words.hint(self.session.unwritable) if self.session.read_only else ""
        self._lock.release()
        self.actions_.restrict(why)
        if why:
            for panel in self.panels.values():
                self._lock.hold(panel.writers(), why)

    def _opened(self) -> None:
        path = self.session.path
        assert path is not None
        title = tr("{case} (read-only) - Triage", case=path.name)
        self.setWindowTitle(title if self.session.read_only else tr("{case} - Triage", case=path.name))
        self._show_case(True)
        self.actions_.run("Search")
        if self._index_next:
            self._index_next = False
            self.works.index()

    def _open_dialog(self, dialog: QWidget) -> None:
        self.dialog = dialog
        dialog.show()

    def new_case(self) -> None:
        wizard = NewCase(self)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.scope_confirmed.connect(self._make)
        self._open_dialog(wizard)

    def open_sample(self) -> None:
        """Open the sample case; the first time it is made from the records that come with the program, and indexed."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(documents) / "triage-sample"
        if path.is_dir():
            self.open_case(path)
            return
        try:
            policy = sample.policy()
        except TriageError as error:
            self.session.error_posted.emit(messages.error(error))
            return
        self._index_next = True
        self._make(path, policy)

    def _make(self, path: Path, policy: Policy) -> None:
        self._unless_unfinished(partial(self.session.create, path, policy))

    def choose_case(self) -> None:
        self._open_dialog(file_dialog(self, tr("Folder of the case"), self.open_case))

    def open_case(self, path: Path, *, read_only: bool = False) -> None:
        self._unless_unfinished(partial(self.session.open, path, read_only=read_only))

    def close_case(self) -> None:
        self._unless_unfinished(self._close_case)

    def _close_case(self) -> None:
        self.columns.keep(docks=self.session.path is not None)
        self.session.close()
        self.setWindowTitle("Triage")
        self.bar.show_counts()
        self._show_case(False)

    def refresh(self) -> None:
        if self.session.results is not None:
            self.session.search_again()

    def code_many(self, which: str, tag: str = "", put: bool = True) -> None:
        if self.session.results is None:
            self.session.say(tr("Open a case first."))
        elif not self.session.refuse_while_blind():
            self._open_dialog(BulkDialog(self, self.session, which, tag, put))

    def show_menu(self, at: QPoint, path: str) -> None:
        if path:
            self.actions_.menus[path].popup(at)
            return
        menu = QMenu(tr("Selected items"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title in (*(tag.words for tag in self.session.tags.palette), *_ITEM_MENU):
            if title in self.actions_.menus:
                menu.addMenu(self.actions_.menus[title])
            elif title in self.actions_.by_words:
                menu.addAction(self.actions_.by_words[title])
            else:
                menu.addSeparator()
        menu.popup(at)

    def edit_tags(self) -> None:
        if self.session.has_case():
            self._open_dialog(PaletteDialog(self, self.session))

    def unseal(self) -> None:
        no = self.session.current
        if no is None or not self.session.is_closed(no):
            self.session.say(tr("Select a sealed item first; is:sealed finds them."))
        else:
            self._open_dialog(UnsealDialog(self, self.session, no))

    def compare(self) -> None:
        """Show two items side by side: those selected, or the current one beside the one that was current before."""
        nos = [*islice(self.session.selected(), 3)]
        if len(nos) == 1 and (before := self._first_to_compare) is not None and before != nos[0]:
            nos.insert(0, before)
        self._first_to_compare = nos[0] if len(nos) == 1 else None
        if len(nos) == 2:
            self._open_dialog(CompareDialog(self, self.session, *nos))
        elif nos:
            self.session.say(tr("Select another item, then give the command Compare two items again."))

    def _ask_name(self, *, waiting: bool) -> None:
        dialog = ReviewerDialog(self, self.session, waiting=waiting)
        dialog.name_chosen.connect(self._name)
        dialog.rejected.connect(partial(self.session.naming.take, ""))
        self._open_dialog(dialog)

    def _name(self, name: str) -> None:
        self.session.naming.take(name)
        self.bar.name_reviewer()

    def show_commands(self) -> None:
        self._open_dialog(CommandPalette(self, self.actions_.commands, self.run))

    def show_keys(self) -> None:
        self._open_dialog(Keys(self, self.actions_.commands))

    def about(self) -> None:
        about = tr("Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.", version=__version__)
        self.session.say(about)

    # ---- leaving

    def _unless_unfinished(self, leave: Done) -> None:
        """Leave the case; where that stops indexing or loses a note only once a person has confirmed it."""
        drafts = self.session.memory.drafts
        if error := drafts.keep():
            self._ask_to_leave(NotesNotKept(self, error), drafts.drop_unsaved, leave)
        elif self.works.is_indexing:
            self._ask_to_leave(StopIndexing(self, extent_words(self.extent.extent)), self.works.drop_all, leave)
        else:
            self.works.drop_all()
            leave()

    def _ask_to_leave(self, dialog: NotesNotKept | StopIndexing, give_up: Done, leave: Done) -> None:
        def go_on() -> None:
            give_up()
            self._unless_unfinished(leave)

        dialog.accepted.connect(go_on)
        self._open_dialog(dialog)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.works.is_indexing or self.session.memory.drafts.keep():
            event.ignore()
            self._unless_unfinished(self.close)
            return
        self.columns.keep(docks=self.session.path is not None)
        waiting = self.session.unwritten
        self.works.drop_all()
        if not self.session.close():
            self.bar.show_error(tr("%n decisions could not be written in time.", waiting))
            event.ignore()
            return
        super().closeEvent(event)
