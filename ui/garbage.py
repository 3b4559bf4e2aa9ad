"""Looks for garbage in the GUI thread alone, as long as the application lives. Nothing else may turn that off or on.

Python looks for it in whichever thread makes an object just then. In a thread that reads it would take apart what Qt
owns behind the window's back, and hold up the window while it walks through all that the thread has made.
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
_SHORT = 100_000
"""Objects that are looked through in some milliseconds."""


class GarbageCollector(QObject):
    """The application's only one. ``start`` may be called by whoever starts a thread, any number of times."""

    _only: GarbageCollector | None = None

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._looks = self._waited = 0
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

    def look(self) -> None:
        """Look at what is new; later, if that is much, as a thread will soon let go of most of it."""
        self._looks += 1
        self._waited += 1
        if gc.get_count()[0] < _SHORT or self._waited >= _LATEST:
            whole = self._looks >= _FULL
            gc.collect(2 if whole else 1)
            self._looks, self._waited = self._looks % _FULL, 0
            if whole:
                _give_back()


def _give_back() -> None:
    """Give free memory back to the system, where the C library is glibc; it takes some milliseconds (malloc_trim(3)).

    Free pieces between others would stay: the process would keep more with each large text that is read.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(ctypes.c_size_t(0))
