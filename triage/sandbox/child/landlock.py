"""Linux's Landlock: files, TCP and signals that a process can no longer reach.

Readers, the broker and office programs are confined with it. Nothing is opened but the directories that stay
readable, and those as bare handles.
The structures and the meaning of each ABI version are those of the kernel's ``Documentation/userspace-api/landlock``.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every architecture
_EXECUTE, _READ_FILE, _READ_DIR = 1, 1 << 2, 1 << 3
_OF_FILES = 1 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15  # execute, write, read, truncate, device control
_DEVICE_CONTROL, _MAKE_SOCKET = 1 << 15, 1 << 9
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # ABI version: how many rights on files it knows
_NEWEST = 7
_TCP_BIND_CONNECT = 0b11
_SCOPE_SOCKETS_SIGNALS = 0b11
_PATH_BENEATH = 1
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _SIGKILL = 1, 38, 9


def abi(libc: ctypes.CDLL) -> int:
    """Return the ABI version that the running kernel offers, 0 where Landlock is missing or switched off."""
    return max(0, int(libc.syscall(_CREATE, None, ctypes.c_size_t(0), 1)))


def ruleset(
    libc: ctypes.CDLL,
    readable: Iterable[str],
    runnable: Iterable[str] = (),
    writable: Iterable[str] = (),
    sockets: Iterable[str] = (),
) -> tuple[int, int]:
    """Return, for ``restrict``, the ABI version used (0: none) and the descriptor of rules.

    They allow reading beneath ``readable`` and nothing else. What lies beneath ``runnable`` can also be run, and
    beneath ``writable`` anything can be done but to run it. Beneath ``sockets`` local sockets can be made.
    """
    version = min(abi(libc), _NEWEST)
    if not version:
        return 0, -1
    descriptor = _call(libc, _CREATE, *_buffer(_attributes(version)), 0)
    everything = (1 << _FILE_RIGHTS[min(version, 5)]) - 1
    for paths, rights in (
        (readable, _READ_FILE | _READ_DIR),
        (runnable, _READ_FILE | _READ_DIR | _EXECUTE),
        (writable, everything & ~_EXECUTE & ~_DEVICE_CONTROL),
        (sockets, _MAKE_SOCKET),
    ):
        for path in paths:
            _allow(libc, descriptor, path, rights)
    return version, descriptor


def no_new_privileges(libc: ctypes.CDLL) -> None:
    """Let this process gain no privileges, which ``restrict`` needs, and die with the thread that started it.

    Raises OSError where the kernel refuses that.
    """
    for option, value in ((_PR_SET_NO_NEW_PRIVS, 1), (_PR_SET_PDEATHSIG, _SIGKILL)):
        if libc.prctl(option, value, 0, 0, 0):
            raise OSError(ctypes.get_errno(), f"prctl {option} failed")


def restrict(libc: ctypes.CDLL, version: int, descriptor: int) -> int:
    """Leave this thread, for good, nothing but what the rules allow, which are closed; return their version.

    From version 4 on no TCP port can be bound or connected, from 6 on no process outside can be signalled and no
    abstract socket outside can be reached. Call ``no_new_privileges`` before. Raises OSError if the kernel, having
    offered Landlock, refuses to apply it.
    """
    if version:
        _call(libc, _RESTRICT, descriptor, 0)
        os.close(descriptor)
    return version


def _attributes(version: int) -> bytes:
    """Pack ``struct landlock_ruleset_attr`` as long as that version knows it: files, network, scopes."""
    files = (1 << _FILE_RIGHTS[min(version, 5)]) - 1
    words = [files] + [_TCP_BIND_CONNECT] * (version >= 4) + [_SCOPE_SOCKETS_SIGNALS] * (version >= 6)
    return struct.pack(f"={len(words)}Q", *words)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # it isn't there, so nothing needs it
    try:
        if not os.path.isdir(path):  # noqa: PTH112 (pathlib is slow to load)
            rights &= _OF_FILES
        rule, _ = _buffer(struct.pack("=Qi", rights, handle))
        _call(libc, _ADD, ruleset, _PATH_BENEATH, rule, 0)
    finally:
        os.close(handle)


def _buffer(data: bytes) -> tuple[ctypes.Array[ctypes.c_char], ctypes.c_size_t]:
    return ctypes.create_string_buffer(data, len(data)), ctypes.c_size_t(len(data))


def _call(libc: ctypes.CDLL, number: int, *arguments: object) -> int:
    result = int(libc.syscall(number, *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"Landlock can't be applied: {os.strerror(code)}")
    return result
