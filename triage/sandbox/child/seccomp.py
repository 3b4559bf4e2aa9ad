"""Linux's system call filter (seccomp) for a reader process: calls that reading files never needs.

Only ``confine.py`` comes here. What is refused fails with EPERM, so that a library that tries it gets an error and not
a crash; calls that are newer than this list fail with ENOSYS, to which the C library has an older answer. The filter
backs Landlock (no write, no network, no signal even where Landlock is missing) and closes what Landlock leaves open:
programs, processes, chmod and its like, UDP and local sockets, io_uring, the keyring, tracing, being told of what
others do with files, and memory that RLIMIT_DATA doesn't count: shared, in a file of its own, or as a stack. It can't
count: how many threads a reader has started is watched by the server that it was forked from.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from functools import cache

from triage.tables import rows

_Numbers = dict[str, tuple[int | None, int | None]]
"""The numbers of system calls on x86_64 and on aarch64."""

_CALLS = rows(__name__, "system_calls.tsv")


def _calls(*groups: str) -> _Numbers:
    return {call: (_number(x86), _number(arm)) for group, call, x86, arm in _CALLS if group in groups}


def _number(written: str) -> int | None:
    return None if written == "-" else int(written)


_JUDGED = _calls("judged")
_REFUSED = _calls("processes", "ways out", "files", "machine")
_CLONE3, _OPENAT2, _LAST_KNOWN = 435, 437, 462  # arguments in memory can't be judged: an older call takes their place
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # which of the _Numbers, AUDIT_ARCH_*
_HARMLESS_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # isatty, size, FIO*: no device is set
_HARMLESS_FCNTLS = (0, 1, 2, 3, 1030)  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC: no owner, signal or lease
_CLONE_THREAD = 0x00010000
_MAP_SHARED, _MAP_ANONYMOUS, _MAP_GROWSDOWN = 0x01, 0x20, 0x100
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _EQUAL, _ABOVE, _ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, ...
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data; both machines are little-endian
_AF_UNIX = 1
_NOBODY = 0x7FFFFFFF  # no process of Linux has so great a number
_Step = tuple[int, int, int, int]


def restrict(libc: ctypes.CDLL) -> bool:
    """Put the filter on this thread, for good; return False on a machine or kernel that it isn't made for.

    ``no_new_privs`` must be set already.
    """
    return _apply(libc, strict().replace(_packed([_is(_NOBODY)]), _packed([_is(os.getpid())])))


@cache
def strict() -> bytes:
    """Return the filter, in which each process puts its own number in place of one that no process has."""
    return _code(_REFUSED, _judges())


def restrict_office(libc: ctypes.CDLL) -> bool:
    """Put a weaker filter on a thread that is to become an office program: it may start threads and write files.

    Sockets other than local ones, tracing, namespaces and everything about the machine itself stay refused.
    """
    return _apply(libc, _code(*_office()))


def _office() -> tuple[_Numbers, dict[str, list[_Step]]]:
    apart = ("ptrace", "process_vm_readv", "process_vm_writev", "io_uring_setup", "fanotify_init")
    refused = {name: _REFUSED[name] for name in apart}
    return refused | _calls("machine"), {"socket": _only(0, _AF_UNIX)}


def _apply(libc: ctypes.CDLL, code: bytes) -> bool:
    if not code:
        return False
    instructions = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(instructions)))
    return bool(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, header, 0, 0) == 0)


def _code(refused: _Numbers, judges: dict[str, list[_Step]]) -> bytes:
    """Return the filter for this machine; nothing where it is one that the filter isn't made for."""
    if os.uname().machine not in _MACHINES or ctypes.sizeof(ctypes.c_void_p) != 8:
        return b""
    return _program(*_MACHINES[os.uname().machine], refused, judges)


def _program(column: int, arch: int, refused: _Numbers, judges: dict[str, list[_Step]]) -> bytes:
    steps = [(_LOAD, 0, 0, _ARCH), (_EQUAL, 1, 0, arch), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, _NUMBER)]
    steps += [(_ABOVE, 0, 1, _LAST_KNOWN), _fail(errno.ENOSYS)]
    for unjudgeable in (_CLONE3, _OPENAT2):
        steps += [(_EQUAL, 0, 1, unjudgeable), _fail(errno.ENOSYS)]
    for numbers in refused.values():
        if (number := numbers[column]) is not None:
            steps += [(_EQUAL, 0, 1, number), _fail(errno.EPERM)]
    for name, judge in judges.items():
        if (number := _JUDGED[name][column]) is not None:
            steps += [(_EQUAL, 0, len(judge), number), *judge]
    return _packed([*steps, (_RETURN, 0, 0, _ALLOW)])


def _packed(steps: list[_Step]) -> bytes:
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _judges() -> dict[str, list[_Step]]:
    """Return for each judged call the steps that decide it; each list ends in a return on every way through."""
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    own = _only(0, _NOBODY)
    return {
        "kill": own,
        "tgkill": own,
        "clone": [_argument(0), (_ANY_BIT, 1, 0, _CLONE_THREAD), _fail(errno.EPERM), (_RETURN, 0, 0, _ALLOW)],
        "mmap": [
            _argument(3),
            (_ANY_BIT, 2, 0, _MAP_GROWSDOWN),
            (_ANY_BIT, 0, 2, _MAP_ANONYMOUS),
            (_ANY_BIT, 0, 1, _MAP_SHARED),
            _fail(errno.EPERM),
            (_RETURN, 0, 0, _ALLOW),
        ],
        "fcntl": _only(1, *_HARMLESS_FCNTLS),
        "prlimit64": [
            _argument(2),
            (_EQUAL, 0, 2, 0),
            _argument(2, high=True),
            (_EQUAL, 1, 0, 0),
            _fail(errno.EPERM),
            (_RETURN, 0, 0, _ALLOW),
        ],
        "ioctl": _only(1, *_HARMLESS_IOCTLS),
        "open": [_argument(1), (_ANY_BIT, 0, 1, writing), _fail(errno.EPERM), (_RETURN, 0, 0, _ALLOW)],
        "openat": [_argument(2), (_ANY_BIT, 0, 1, writing), _fail(errno.EPERM), (_RETURN, 0, 0, _ALLOW)],
    }


def _only(argument: int, *values: int) -> list[_Step]:
    """Allow the call where the argument (its lower 32 bits) is one of the values."""
    tests = [_is(value, len(values) - at) for at, value in enumerate(values)]
    return [_argument(argument), *tests, _fail(errno.EPERM), (_RETURN, 0, 0, _ALLOW)]


def _is(value: int, skipped: int = 1) -> _Step:
    return (_EQUAL, skipped, 0, value)


def _argument(index: int, high: bool = False) -> _Step:
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * index + 4 * high)


def _fail(code: int) -> _Step:
    return (_RETURN, 0, 0, _ERROR | code)
