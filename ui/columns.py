"""The columns of the window: docks that can be dragged, hidden, and are remembered.

In a language written from right to left the columns change sides, as everything else does; where a person has put them
is remembered for each direction by itself.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFrame,
    QMainWindow,
    QMenu,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ui import preferences, theme
from ui.case.memory import CasePlace
from ui.i18n.language import backwards, later, tr
from ui.panel import Command, Panel

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "below": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_TABBED = ("left", "bottom")
_LEFT, _RIGHT = 15, 42  # per cent of the width; the list has the rest
_LEFT_MOST = 26  # of a large interface
_BELOW = 34  # steps
_BELOW_MOST = 36  # per cent of the height: of a large interface, so that the text above is still read
_BOTTOM, _BOTTOM_LEAST = 43, 38  # per cent of the height; steps, for eight rows and what stands over them
_TEXT = 30  # steps, for twelve lines of text and what stands over them
_AROUND = 13  # steps of the window's height that menu, search bar and status bar have
_LOW = 70  # steps of the window's height below which docks have no title bars
_BESIDE = 26, 32  # per cent of the width: panels beside the list, and the item, which has less then
_APART = 100, 60  # steps, of a window of its own
PLACES = {
    "below": later("Below the list"),
    "beside": later("Beside the list"),
    "tabs": later("As tabs beside the item"),
    "windows": later("In windows of their own"),
}
"""Where the panels at the bottom can stand, and the words for it."""
_LARGEST = (1720, 1040)  # of the window at the very first start


class Room(QScrollArea):
    """Holds a panel, and scrolls where there is less room than it needs: nothing is ever out of reach.

    The panel is put into it last, when it is first seen: each move dresses all that a widget holds anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _areas() -> dict[str, Qt.DockWidgetArea]:
    """Return the area of each place; left and right change sides with the direction of reading."""
    if not backwards():
        return _AREAS
    other = {_AREAS["left"]: _AREAS["right"], _AREAS["right"]: _AREAS["left"]}
    return {place: other.get(area, area) for place, area in _AREAS.items()}


class Columns(QObject):
    """The docks by their titles. ``fresh`` until a person drags one: so long they share the room out anew.

    ``focus_left`` is emitted where a panel that has the focus is hidden.
    """

    focus_left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._bars: dict[QDockWidget, QWidget] = {}  # empty, in place of the title bars
        self._places: dict[str, str] = {}
        self._stated = ""
        self.fresh = self._there = False
        self._start = QByteArray()
        self._around: QByteArray | None = None  # how the docks stood before the item was left alone
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        corner = Qt.Corner.BottomLeftCorner if backwards() else Qt.Corner.BottomRightCorner
        window.setCorner(corner, _areas()["right"])

    def add(self, panel: Panel) -> None:
        """Put a panel into a dock at its place: on the left and at the bottom behind the first one's tab."""
        dock = QDockWidget(tr(panel.title), self._window)
        dock.setObjectName(panel.title)
        room = Room()
        panel.frame = self._window
        dock.setWidget(room)
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(partial(_take_in, room, panel))
        dock.destroyed.connect(panel.deleteLater)  # nothing else deletes one that was never seen
        dock.visibilityChanged.connect(panel.set_in_sight)
        dock.topLevelChanged.connect(lambda _: self._fit_title_bar(dock))
        self.docks[panel.title] = dock
        self._places[panel.title] = panel.place
        first = self._at(panel.place)[0]
        if first is dock or panel.place not in _TABBED:
            self._window.addDockWidget(_areas()[panel.place], dock)
        else:
            self._window.tabifyDockWidget(first, dock)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("The item alone", "View", self.leave_item, ("F9",), state=lambda: self._around is not None),
            *(
                Command(words, "View/Bottom panels", partial(self.place_bottom, place), state=partial(_stands, place))
                for place, words in PLACES.items()
            ),
        )

    def leave_item(self) -> None:
        """Let the item have all of the window, or put back what stood around it."""
        around, self._around = self._around, None
        centre: QWidget = self._window.centralWidget()  # type: ignore[assignment]
        if around is not None:
            centre.show()
            self._window.restoreState(around)
        elif self._there:
            self._around = self._window.saveState()
            centre.hide()
            for name, dock in self.docks.items():
                dock.setVisible(name == "Item")

    def _state(self) -> QByteArray:
        return self._around or self._window.saveState()

    def place_bottom(self, place: str) -> None:
        preferences.put("bottom", place)
        focus = QApplication.focusWidget()
        ours = focus is not None and self._window.isAncestorOf(focus)
        self._put_bottom(place)
        self.share_room()
        if focus is not None and ours:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_bottom(self, place: str) -> None:
        window, bottom, (item, coding) = self._window, self._at("bottom"), self._at("right", "below")
        visibilities = [dock.isVisible() for dock in bottom]
        for dock in bottom:
            dock.setFloating(place == "windows")
        if place == "beside":
            window.addDockWidget(_areas()["right"], bottom[0])
            window.splitDockWidget(bottom[0], item, Qt.Orientation.Horizontal)
            window.splitDockWidget(item, coding, Qt.Orientation.Vertical)
        elif place == "tabs":
            window.tabifyDockWidget(item, bottom[0])
        elif place == "below":
            window.addDockWidget(_areas()["bottom"], bottom[0])
        for dock in bottom[1:] if place != "windows" else ():
            window.tabifyDockWidget(bottom[0], dock)
        for dock, visible in zip(bottom, visibilities, strict=True):
            dock.setVisible(visible)
            if place == "windows":
                theme.fit(dock, *_APART)
                dock.move(window.frameGeometry().center() - dock.rect().center())

    def _fit_title_bar(self, dock: QDockWidget) -> None:
        self._title(dock)
        low = self._window.height() < _LOW * theme.STEP and not dock.isFloating()
        if low != (dock.titleBarWidget() is not None):
            dock.setTitleBarWidget(self._bars.setdefault(dock, QWidget(self._window)) if low else None)  # type: ignore[arg-type]

    def state(self, words: str) -> None:
        self._stated = words
        for dock in self.docks.values():
            self._title(dock)

    def _title(self, dock: QDockWidget) -> None:
        parts = (tr(dock.objectName()), self._stated if dock.isFloating() else "")
        dock.setWindowTitle("  ·  ".join(filter(None, parts)))

    def list_in(self, menu: QMenu) -> None:
        for name, dock in self.docks.items():
            action = dock.toggleViewAction()
            action.triggered.connect(lambda on, name=name: preferences.put(f"hidden/{name}", "no" if on else "yes"))
            menu.addAction(action)

    def restore(self) -> None:
        if not self._window.restoreGeometry(preferences.state("geometry")):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self._window.resize(min(screen.width(), _LARGEST[0]), min(screen.height(), _LARGEST[1]))
        if first := self._at("left"):
            first[0].raise_()
        self._start = self._window.saveState()
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.fresh = not self._window.restoreState(preferences.state(_key()))
        if self.fresh and (place := preferences.text("bottom", "below")) != "below":
            self._put_bottom(place)
        complete = {len(self._at(place)) for place in _TABBED}
        for bar in bars:  # Qt (6.11) forgets some that it makes before the window is shown, and leaves them lying on it
            if not self.fresh or bar.count() not in complete:
                bar.hide()
        self.share_room()

    def keep(self, *, docks: bool) -> None:
        preferences.put("geometry", self._window.saveGeometry())
        if docks:
            preferences.put(_key(), self._state())

    def write_place(self, place: CasePlace) -> None:
        place.docks[_key()] = bytes(self._state().toBase64().data()).decode()

    def arrange(self) -> None:
        preferences.put("bottom", "below")
        self._window.restoreState(self._start)
        self.fresh = True
        self.show_all(self._there)

    def _at(self, *places: str) -> list[QDockWidget]:
        return [dock for name, dock in self.docks.items() if self._places[name] in places]

    def _hidden(self, name: str) -> bool:
        return preferences.text(f"hidden/{name}", "yes" if self._places[name] == "bottom" else "no") == "yes"

    def share_room(self) -> None:
        for dock in self.docks.values():
            self._fit_title_bar(dock)
        if not self.fresh:
            return
        wide, high, step = self._window.width(), self._window.height(), theme.STEP
        place = preferences.text("bottom", "below")
        if (bottom := [dock for dock in self._at("bottom") if dock.isVisible()]) and place == "below":
            least = max(high * _BOTTOM // 100, _BOTTOM_LEAST * step)
            self._window.resizeDocks(bottom[:1], [least], Qt.Orientation.Vertical)
        left, right = self._at("left"), self._at("right", "below")
        below = min(_BELOW * step, high * _BELOW_MOST // 100, high - (_AROUND + _TEXT) * step)
        docks, shares = [left[0], right[0]], [min(_LEFT * step // 8, _LEFT_MOST), _RIGHT]
        if bottom and place == "beside":
            docks, shares = [left[0], bottom[0], right[0]], [shares[0], *_BESIDE]
        self._window.resizeDocks(docks, [wide * share // 100 for share in shares], Qt.Orientation.Horizontal)
        self._window.resizeDocks(right, [high - _AROUND * step - below, below], Qt.Orientation.Vertical)

    def show_all(self, there: bool, place: CasePlace | None = None) -> None:
        """Show the docks as they stood in a place, else those that a person hasn't hidden, or none."""
        self._there, before = there, self._there
        state = QByteArray.fromBase64((place.docks.get(_key(), "") if place else "").encode())
        if there and not state.isEmpty() and self._window.restoreState(state):
            self.fresh = False
            return
        if there and not before and not self.fresh:
            self._window.restoreState(preferences.state(_key()))
        for name, dock in self.docks.items():
            dock.setVisible(there and not self._hidden(name))
        self.share_room()

    def bring(self, title: str) -> None:
        if title in self.docks:
            self.docks[title].show()
            self.docks[title].raise_()
            self.share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.fresh = False
        if event.type() == QEvent.Type.Hide and isinstance(watched, QDockWidget) and _has_focus(watched):
            self.focus_left.emit()  # Qt would give it to whatever comes next, such as a tag's button
        return super().eventFilter(watched, event)


def _take_in(room: Room, panel: Panel, seen: bool) -> None:
    if seen and room.widget() is None:
        room.setWidget(panel)


def _has_focus(dock: QDockWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and dock.isAncestorOf(focus)


def _stands(place: str) -> bool:
    return preferences.text("bottom", "below") == place


def _key() -> str:
    return "docks-mirrored" if backwards() else "docks"
