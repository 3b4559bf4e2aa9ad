"""What a reader process gives up before it sees a hostile byte: memory, files, network, programs, signals.

Nothing is parsed here, and nothing is promised: ``doctor.py`` tries every protection in a real confined process, and
``triage doctor`` shows what held. Libraries are still loaded after this, by the parsers that need them, so that
Python's own folders stay readable; nothing else does. What Linux can't take away is asking whether a path exists and
how large it is.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
import time
from functools import cache

from triage.sandbox.child import landlock, seccomp

_PUBLIC = (  # shared libraries, fonts, time zone tables, the size of the memory (py7zr asks): public data
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/usr/share/zoneinfo",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/proc/meminfo",
)
_OPEN_FILES, _STACK = 64, 8 << 20
_ADDRESSES = 32 << 30  # of no account by themselves; but tables of pages, which nothing counts, take a 512th of them
_DAC_READ_SEARCH = 1 << 2


def prepare() -> None:
    """Have ready, for the processes that this one forks and that confine themselves, what is the same for all."""
    _clear_environment()
    _ruleset()
    seccomp.strict()


def confine(memory_mb: int, mapped_mb: int = 0) -> list[str]:
    """Give up, for good, what reading bytes doesn't need; return the names of the means that are in force.

    Call it once, in a process that has one thread and no hostile byte yet. ``memory_mb`` bounds the memory in MiB,
    ``mapped_mb`` is the size of the largest file that may be mapped. Descriptors that are open stay usable, and a
    socket still receives descriptors. The process dies with the *thread* that started it (prctl(2), PR_SET_PDEATHSIG).
    Raises RuntimeError when there are other threads, as they would stay free, and OSError when the system refuses a
    protection that it offers.
    """
    sys.dont_write_bytecode = True
    _clear_environment()
    return _limits(memory_mb, mapped_mb) + _protections()


@cache
def _clear_environment() -> None:
    os.environ.clear()
    os.environ["TZ"] = "UTC"  # a machine's own time zone has no say in what a date is
    time.tzset()


@cache
def _ruleset() -> tuple[int, int]:
    """Return Landlock's rules, which a process closes for itself when it obeys them."""
    return landlock.ruleset(_libc(), readable())


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def readable() -> tuple[str, ...]:
    """Return the folders and files that a confined process may still read: Python's, and shared libraries."""
    libraries = [os.path.dirname(os.__file__)]  # noqa: PTH120 (pathlib is slow to load)
    libraries += [f"{prefix}/{name}" for prefix in {sys.prefix, sys.base_prefix} for name in ("lib", "lib64")]
    packages = [path for path in sys.path if path.rstrip("/").endswith(("site-packages", "dist-packages"))]
    ours = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    return tuple(dict.fromkeys([*libraries, *packages, ours, *_PUBLIC]))


def _limits(memory_mb: int, mapped_mb: int) -> list[str]:
    limits = (
        ("memory", resource.RLIMIT_DATA, memory_mb << 20),
        ("addresses", resource.RLIMIT_AS, _ADDRESSES + (min(memory_mb + 2 * mapped_mb, 1 << 40) << 20)),
        ("core", resource.RLIMIT_CORE, 0),
        ("file-size", resource.RLIMIT_FSIZE, 0),
        ("open-files", resource.RLIMIT_NOFILE, _OPEN_FILES),
        ("stack", resource.RLIMIT_STACK, _STACK),
    )
    return [f"limit-{name}" for name, which, value in limits if _limit(which, value)]


def _limit(which: int, value: int) -> bool:
    try:
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))
    except (OSError, ValueError):
        return False
    return True


def _protections() -> list[str]:
    if os.path.isdir("/proc/self/task") and len(os.listdir("/proc/self/task")) > 1:  # noqa: PTH112, PTH208
        raise RuntimeError("A process with several threads can't be confined: the others would stay free.")
    libc = _libc()
    landlock.no_new_privileges(libc)
    version = landlock.restrict(libc, *_ruleset())
    _drop_capabilities(libc, keep=_DAC_READ_SEARCH if version else 0)
    names = ["no-new-privileges", "dies-with-parent", "no-capabilities"] + [f"landlock-{version}"] * (version > 0)
    return names + ["system-call-filter"] * seccomp.restrict(libc)


def _drop_capabilities(libc: ctypes.CDLL, keep: int) -> None:
    """Drop what root may do beyond reading; Landlock bounds the reading, and Python may lie in someone's home."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    sets = (ctypes.c_uint32 * 6)()  # twice: effective, permitted, inheritable
    libc.capget(header, sets)
    kept = sets[1] & keep
    libc.capset(header, (ctypes.c_uint32 * 6)(kept, kept, 0, 0, 0, 0))
