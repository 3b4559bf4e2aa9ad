"""Looks for garbage in the GUI thread alone, as long as the application lives. Nothing else may turn that off or on.

Python looks for it in whichever thread makes an object just then. In a thread that reads it would take apart what Qt
owns behind the window's back, and hold up the window while it walks through all that the thread has made.

What has been looked at once isn't looked at again until a case is closed: a walk through the numbers of all items and
the whole window holds it up, and finds a hundred small objects at most. What nothing refers to is freed all the same.
"""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer

_EVERY = 1_000
"""Milliseconds between two looks at what was made since."""
_FULL, _LATEST = 30, 10
"""So many looks after one another there is one at everything; and one at what is too much for a short pause."""
_WHOLE_AFTER = 3
"""Looks at everything, half a minute apart, after a case was closed: its objects aren't all let go of at once."""
_SHORT = 100_000
"""Objects that are looked through in some milliseconds."""


class GarbageCollector(QObject):
    """The application's only one. ``start`` may be called by whoever starts a thread, any number of times."""

    _only: GarbageCollector | None = None

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._looks = self._waited = self._whole = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    @classmethod
    def start(cls) -> None:
        """Keep Python from looking by itself. Without an application nothing is changed."""
        application = QCoreApplication.instance()
        if application is not None:
            gc.disable()
            cls._only = cls._only or cls(application)

    @classmethod
    def look_at_all(cls) -> None:
        """Have everything looked at again, as a case is closed."""
        if cls._only is not None:
            gc.unfreeze()
            cls._only._whole = _WHOLE_AFTER

    def look(self) -> None:
        """Look at what is new; later, if that is much, as a thread will soon let go of most of it."""
        self._looks += 1
        self._waited += 1
        if gc.get_count()[0] < _SHORT or self._waited >= _LATEST:
            whole = self._looks >= _FULL
            gc.collect(2 if whole else 1)
            self._looks, self._waited = self._looks % _FULL, 0
            if whole:
                self._keep()
                _give_back()

    def _keep(self) -> None:
        """Let what is there now not be looked at again, unless a case was just closed."""
        if self._whole:
            self._whole -= 1
        else:
            gc.freeze()


def _give_back() -> None:
    """Give free memory back to the system, where the C library is glibc; it takes some milliseconds (malloc_trim(3)).

    Free pieces between others would stay: the process would keep more with each large text that is read.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(ctypes.c_size_t(0))
