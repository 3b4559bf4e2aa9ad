"""The columns of the window (ui): docks that can be dragged, hidden, and are remembered."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu

from ui import remember, theme
from ui.panel import Panel
from ui.tongue import tr

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "below": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_LEFT, _RIGHT = 14, 42  # per cent of the width; the list has the rest
_BELOW = 26  # steps
_BOTTOM = 38  # per cent of the height
_LARGEST = (1720, 1040)  # of the window at the very first start


class Columns(QObject):
    """The docks by their titles. ``fresh`` until a person drags one: so long they share the room out anew."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.docks: dict[str, QDockWidget] = {}
        self._places: dict[str, str] = {}
        self.fresh = False
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)

    def add(self, panel: Panel) -> None:
        """Put a panel into a dock at its place."""
        dock = QDockWidget(tr(panel.title), self._window)
        dock.setObjectName(panel.title)
        dock.setWidget(panel)
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(panel.set_in_sight)
        self.docks[panel.title] = dock
        self._places[panel.title] = panel.place
        self._window.addDockWidget(_AREAS[panel.place], dock)

    def list_in(self, menu: QMenu) -> None:
        """Offer in a menu to hide and show each."""
        for name, dock in self.docks.items():
            action = dock.toggleViewAction()
            action.triggered.connect(lambda on, name=name: remember.put(f"hidden/{name}", "no" if on else "yes"))
            menu.addAction(action)

    def restore(self) -> None:
        """Put everything where it was, or where it starts."""
        if not self._window.restoreGeometry(remember.state("geometry")):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self._window.resize(min(screen.width(), _LARGEST[0]), min(screen.height(), _LARGEST[1]))
        self.fresh = not self._window.restoreState(remember.state("docks"))
        if self.fresh:
            self.arrange()

    def keep(self, *, docks: bool) -> None:
        """Remember where everything is; without a case the docks are hidden and say nothing."""
        remember.put("geometry", self._window.saveGeometry())
        if docks:
            remember.put("docks", self._window.saveState())

    def arrange(self) -> None:
        """Arrange the docks as at the very first start."""
        left, right = self._at("left"), self._at("right", "below")
        for dock in left[1:]:
            self._window.tabifyDockWidget(left[0], dock)
        left[0].raise_()
        bottom = self._at("bottom")
        for dock in bottom[1:]:
            self._window.tabifyDockWidget(bottom[0], dock)
        for above, under in pairwise(right):
            self._window.splitDockWidget(above, under, Qt.Orientation.Vertical)
        self.fresh = True
        self.share_room()

    def _at(self, *places: str) -> list[QDockWidget]:
        return [dock for name, dock in self.docks.items() if self._places[name] in places]

    def _hidden(self, name: str) -> bool:
        """Return whether a person has hidden a dock, or not called it yet where it waits at the bottom."""
        return remember.text(f"hidden/{name}", "yes" if self._places[name] == "bottom" else "no") == "yes"

    def share_room(self) -> None:
        """Give each column its part of the width, unless a person has dragged them."""
        if not self.fresh:
            return
        if bottom := [dock for dock in self._at("bottom") if dock.isVisible()]:
            self._window.resizeDocks(bottom[:1], [self._window.height() * _BOTTOM // 100], Qt.Orientation.Vertical)
        left, right = self._at("left"), self._at("right", "below")
        wide, high = self._window.width(), self._window.height()
        below = _BELOW * theme.STEP
        parts = [wide * _LEFT // 100, wide * _RIGHT // 100]
        self._window.resizeDocks([left[0], right[0]], parts, Qt.Orientation.Horizontal)
        self._window.resizeDocks(right, [high - below, below], Qt.Orientation.Vertical)

    def show_all(self, there: bool) -> None:
        """Show the docks that a person hasn't hidden, or none."""
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
        """Notice that a person drags the columns."""
        if event.type() == QEvent.Type.Resize and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self.fresh = False
        return super().eventFilter(watched, event)
