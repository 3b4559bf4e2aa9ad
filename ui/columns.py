"""The columns of the window: docks that can be dragged, hidden, and are remembered.

In a language written from right to left the columns change sides, as everything else does; where a person has put them
is remembered for each direction by itself.
"""

from __future__ import annotations

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
)

from ui import preferences, theme
from ui.i18n.language import backwards, tr
from ui.panel import Panel

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
_BOTTOM = 38  # per cent of the height
_LARGEST = (1720, 1040)  # of the window at the very first start


class Room(QScrollArea):
    """Holds a panel, and scrolls where there is less room than it needs: nothing is ever out of reach.

    It is put into its place first and the panel into it last: each move dresses all that it holds anew.
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
        self._places: dict[str, str] = {}
        self.fresh = self._there = False
        self._start = QByteArray()
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        corner = Qt.Corner.BottomLeftCorner if backwards() else Qt.Corner.BottomRightCorner
        window.setCorner(corner, _areas()["right"])

    def add(self, panel: Panel) -> None:
        """Put a panel into a dock at its place: on the left and at the bottom behind the first one's tab."""
        dock = QDockWidget(tr(panel.title), self._window)
        dock.setObjectName(panel.title)
        room = Room()
        dock.setWidget(room)
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(panel.set_in_sight)
        self.docks[panel.title] = dock
        self._places[panel.title] = panel.place
        first = self._at(panel.place)[0]
        if first is dock or panel.place not in _TABBED:
            self._window.addDockWidget(_areas()[panel.place], dock)
        else:
            self._window.tabifyDockWidget(first, dock)
        room.setWidget(panel)

    def list_in(self, menu: QMenu) -> None:
        """Offer in a menu to hide and show each."""
        for name, dock in self.docks.items():
            action = dock.toggleViewAction()
            action.triggered.connect(lambda on, name=name: preferences.put(f"hidden/{name}", "no" if on else "yes"))
            menu.addAction(action)

    def restore(self) -> None:
        """Put everything where it was, or where it starts."""
        if not self._window.restoreGeometry(preferences.state("geometry")):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self._window.resize(min(screen.width(), _LARGEST[0]), min(screen.height(), _LARGEST[1]))
        if first := self._at("left"):
            first[0].raise_()
        self._start = self._window.saveState()
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.fresh = not self._window.restoreState(preferences.state(_key()))
        whole = {len(self._at(place)) for place in _TABBED}
        for bar in bars:  # Qt (6.11) forgets some that it makes before the window is shown, and leaves them lying on it
            if not self.fresh or bar.count() not in whole:
                bar.hide()
        self.share_room()

    def keep(self, *, docks: bool) -> None:
        """Remember where everything is; without a case the docks are hidden and say nothing."""
        preferences.put("geometry", self._window.saveGeometry())
        if docks:
            preferences.put(_key(), self._window.saveState())

    def arrange(self) -> None:
        """Arrange the docks as at the very first start."""
        self._window.restoreState(self._start)
        self.fresh = True
        self.show_all(self._there)

    def _at(self, *places: str) -> list[QDockWidget]:
        return [dock for name, dock in self.docks.items() if self._places[name] in places]

    def _hidden(self, name: str) -> bool:
        """Return whether a person has hidden a dock, or not called it yet where it waits at the bottom."""
        return preferences.text(f"hidden/{name}", "yes" if self._places[name] == "bottom" else "no") == "yes"

    def share_room(self) -> None:
        """Give each column its part of the width, unless a person has dragged them."""
        if not self.fresh:
            return
        if bottom := [dock for dock in self._at("bottom") if dock.isVisible()]:
            self._window.resizeDocks(bottom[:1], [self._window.height() * _BOTTOM // 100], Qt.Orientation.Vertical)
        left, right = self._at("left"), self._at("right", "below")
        wide, high = self._window.width(), self._window.height()
        below = min(_BELOW * theme.STEP, high * _BELOW_MOST // 100)
        parts = [wide * min(_LEFT * theme.STEP // 8, _LEFT_MOST) // 100, wide * _RIGHT // 100]
        self._window.resizeDocks([left[0], right[0]], parts, Qt.Orientation.Horizontal)
        self._window.resizeDocks(right, [high - below, below], Qt.Orientation.Vertical)

    def show_all(self, there: bool) -> None:
        """Show the docks that a person hasn't hidden, or none."""
        self._there, before = there, self._there
        if there and not before and not self.fresh:
            self._window.restoreState(preferences.state(_key()))
        for name, dock in self.docks.items():
            dock.setVisible(there and not self._hidden(name))
        self.share_room()

    def bring(self, title: str) -> None:
        """Bring a panel to the front."""
        if title in self.docks:
            self.docks[title].show()
            self.docks[title].raise_()
            self.share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a person drags the columns, or hides one."""
        if event.type() == QEvent.Type.Resize and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.fresh = False
        if event.type() == QEvent.Type.Hide and isinstance(watched, QDockWidget) and _has_focus(watched):
            self.focus_left.emit()  # Qt would give it to whatever comes next, such as a tag's button
        return super().eventFilter(watched, event)


def _has_focus(dock: QDockWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and dock.isAncestorOf(focus)


def _key() -> str:
    return "docks-mirrored" if backwards() else "docks"
