"""How a reader process manages its memory: it lives long, and reads one file after the other.

Only how often memory is looked over and given back is said here; how much there may be is said in ``confine``.
"""

from __future__ import annotations

import ctypes
import gc
import mmap

from triage.parsers.kit.data import Data

_COLLECTED = (20_000, 20, 20)
"""Objects made before a look for cycles, looks before an older generation is looked at."""

_OFTEN, _NOTED = 1 << 20, 1.05
"""Bytes of sources after which cycles are looked for, and how many times the former peak is growth."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT, _APART = 8 << 20, 1 << 20
"""Bytes: free memory that is kept, and the least that is had from the system for itself."""

_MAPPED = 8 << 20
"""Bytes of members after which the pages of the file that holds them are let go."""


def collect_seldom() -> None:
    """Let Python look for cycles seldom: readers make many objects and few cycles, and looking is 3 % of their time."""
    gc.set_threshold(*_COLLECTED)


def keep_freed() -> bool:
    """Keep up to 8 MiB of freed memory for what comes next (mallopt(3)); whether the system can do so.

    A PDF's page is built of thousands of small pieces, which were given back after each page and had anew for the
    next: a tenth of the time of ordinary PDFs.
    """
    try:
        adjust = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):  # other C libraries than glibc manage it in their own way
        return False
    return bool(adjust(_MMAP_THRESHOLD, _APART) and adjust(_TRIM_THRESHOLD, _KEPT))


class Cycles:
    """Looks for cycles between jobs: after a MiB of sources, or where the process has become larger than ever.

    What lies in cycles may be few objects and much memory, such as an XML part with its parser; of such, no count of
    objects tells. What is alive between two jobs stays, and is not looked at again.
    """

    def __init__(self) -> None:
        self._read = 0
        self._most = 0.0

    def watch(self, size: int, peak: int) -> None:
        """Take the size in bytes of what a job has read, and the process's peak memory so far, in any unit.

        The peak alone won't do: it begins with that of the process which started this one.
        """
        self._read += size
        if self._read > _OFTEN or peak > self._most * _NOTED:
            gc.collect()
            gc.freeze()
            self._read, self._most = 0, max(peak, self._most)


class MappedPages:
    """Lets go of a mapped file's pages while its members are read: of a large mailbox all would stay in memory.

    They are the file's own, so that what is looked at again comes back, from the system's cache as a rule.
    """

    def __init__(self, data: Data) -> None:
        self._data = data
        self._read = 0

    def pass_over(self, size: int) -> None:
        """Take note of a member of so many bytes."""
        self._read += size
        if self._read > _MAPPED and isinstance(self._data, mmap.mmap):
            self._data.madvise(mmap.MADV_DONTNEED)
            self._read = 0
