"""What a reader process gives up before it sees a hostile byte: memory, files, network, programs, signals.

Nothing is parsed here, and nothing is promised: ``doctor.py`` tries every protection in a real confined process, and
``triage doctor`` shows what held. Libraries are still loaded after this, by the parsers that need them, so that
Python's own folders stay readable; nothing else does. What Linux can't take away is asking whether a path exists and
how large it is.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import struct
import sys
import time
from collections.abc import Iterable
from functools import cache

from triage.files import rows

# Linux's Landlock: files, TCP and signals that a process can no longer reach.
#
# Readers, the broker and office programs are confined with it. Nothing is opened but the directories that stay
# readable, and those as bare handles. The structures and the meaning of each ABI version are those of the kernel's
# ``Documentation/userspace-api/landlock``.

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
    """Return, for ``restrict_ways``, the ABI version used (0: none) and the descriptor of rules.

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
    """Gain no privileges, as ``restrict_ways`` needs, and die with the thread that started this one; raises OSError."""
    for option, value in ((_PR_SET_NO_NEW_PRIVS, 1), (_PR_SET_PDEATHSIG, _SIGKILL)):
        if libc.prctl(option, value, 0, 0, 0):
            raise OSError(ctypes.get_errno(), f"prctl {option} failed")


def restrict_ways(libc: ctypes.CDLL, version: int, descriptor: int) -> int:
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


# Linux's system call filter (seccomp) for a reader process: calls that reading files never needs.
#
# Only ``confine.py`` comes here. What is refused fails with EPERM, so that a library that tries it gets an error and
# not a crash; calls that are newer than this list fail with ENOSYS, to which the C library has an older answer. The
# filter backs Landlock (no write, no network, no signal even where Landlock is missing) and closes what Landlock
# leaves open: programs, processes, chmod and its like, UDP and local sockets, io_uring, the keyring, tracing, being
# told of what others do with files, and memory that RLIMIT_DATA doesn't count: shared, in a file of its own, or as a
# stack. It can't count: how many threads a reader has started is watched by the server that it was forked from.

_Numbers = dict[str, tuple[int | None, int | None]]  # the numbers of system calls on x86_64 and on aarch64
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


def restrict_calls(libc: ctypes.CDLL) -> bool:
    """Put the filter on this thread, for good, after ``no_new_privs``; False on a machine that it isn't made for."""
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
    strict()


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
    return ruleset(_libc(), readable())


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
    no_new_privileges(libc)
    version = restrict_ways(libc, *_ruleset())
    _drop_capabilities(libc, keep=_DAC_READ_SEARCH if version else 0)
    names = ["no-new-privileges", "dies-with-parent", "no-capabilities"] + [f"landlock-{version}"] * (version > 0)
    return names + ["system-call-filter"] * restrict_calls(libc)


def _drop_capabilities(libc: ctypes.CDLL, keep: int) -> None:
    """Drop what root may do beyond reading; Landlock bounds the reading, and Python may lie in someone's home."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    sets = (ctypes.c_uint32 * 6)()  # twice: effective, permitted, inheritable
    libc.capget(header, sets)
    permitted = sets[1] & keep
    libc.capset(header, (ctypes.c_uint32 * 6)(permitted, permitted, 0, 0, 0, 0))
