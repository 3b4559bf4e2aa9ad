"""Linux's system call filter (seccomp) for a reader process: calls that reading files never needs.

Only ``confine.py`` comes here. What is refused fails with EPERM, so that a library that tries it gets an error and not
a crash; calls that are newer than this list fail with ENOSYS, to which the C library has an older answer. The filter
backs Landlock (no write, no network, no signal even where Landlock is missing) and closes what Landlock leaves open:
programs, processes, chmod and its like, UDP and local sockets, io_uring, the keyring, tracing, being told of what
others do with files, and memory that RLIMIT_DATA doesn't count: shared, in a file of its own, or as a stack. It can't
count: how many threads a reader has started is watched by the server that it was forked from.

The numbers are the kernel's: ``arch/x86/entry/syscalls/syscall_64.tbl`` and ``scripts/syscall.tbl`` (for aarch64).
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from functools import cache

_REFUSED: dict[str, tuple[int | None, int | None]] = {  # name: number on x86_64, on aarch64
    # programs and processes
    "execve": (59, 221),
    "execveat": (322, 281),
    "fork": (57, None),
    "vfork": (58, None),
    "prctl": (157, 167),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "kcmp": (312, 272),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "setrlimit": (160, 164),
    "setpgid": (109, 154),
    "setsid": (112, 157),
    "setpriority": (141, 140),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "ioprio_set": (251, 30),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    # network and other ways out
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_setup": (206, 0),
    "io_submit": (209, 2),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "fanotify_init": (300, 262),
    "fanotify_mark": (301, 263),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semop": (65, 193),
    "semctl": (66, 191),
    "semtimedop": (220, 192),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # changing files without opening them
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "utimensat": (280, 88),
    "futimesat": (261, None),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "truncate": (76, 45),
    "creat": (85, None),
    "flock": (73, 32),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknod": (133, None),
    "mknodat": (259, 33),
    # the machine itself
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "syslog": (103, 116),
    "personality": (135, 92),
    "vhangup": (153, 58),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "capset": (126, 91),
    "iopl": (172, None),
    "ioperm": (173, None),
}
_CLONE3, _OPENAT2, _LAST_KNOWN = 435, 437, 462  # arguments in memory can't be judged: an older call takes their place
_JUDGED = {  # calls that depend on an argument: number on x86_64, on aarch64
    "kill": (62, 129),
    "tgkill": (234, 131),
    "clone": (56, 220),
    "mmap": (9, 222),
    "fcntl": (72, 25),
    "prlimit64": (302, 261),
    "ioctl": (16, 29),
    "open": (2, None),
    "openat": (257, 56),
    "socket": (41, 198),
}
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above, AUDIT_ARCH_*
_HARMLESS_IOCTLS = (0x5401, 0x802C542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # isatty, size, FIO*: no device is set
_HARMLESS_FCNTLS = (0, 1, 2, 3, 1030)  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC: no owner, signal or lease
_CLONE_THREAD = 0x00010000
_MAP_SHARED, _MAP_ANONYMOUS, _MAP_GROWSDOWN = 0x01, 0x20, 0x100
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _EQUAL, _ABOVE, _ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, ...
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data; both machines are little-endian
_AF_UNIX = 1
_Step = tuple[int, int, int, int]
_Numbers = dict[str, tuple[int | None, int | None]]


def restrict(libc: ctypes.CDLL) -> bool:
    """Put the filter on this thread, for good; return False on a machine or kernel that it isn't made for.

    ``no_new_privs`` must be set already.
    """
    return _apply(libc, _REFUSED, _judges())


def prepare() -> None:
    """Have ready, for the processes that this one forks, what is the same for all of them."""
    if os.uname().machine in _MACHINES:
        _refusing(*_MACHINES[os.uname().machine], *_REFUSED.items())


def restrict_office(libc: ctypes.CDLL) -> bool:
    """Put a weaker filter on a thread that is to become an office program: it may start threads and write files.

    Sockets other than local ones, tracing, namespaces and everything about the machine itself stay refused.
    """
    return _apply(libc, *_office())


def _office() -> tuple[_Numbers, dict[str, list[_Step]]]:
    names = list(_REFUSED)
    apart = ("ptrace", "process_vm_readv", "process_vm_writev", "io_uring_setup", "fanotify_init")
    refused = {name: _REFUSED[name] for name in apart}
    refused |= {name: _REFUSED[name] for name in names[names.index("mount") :]}
    return refused, {"socket": _only(0, _AF_UNIX)}


def _apply(libc: ctypes.CDLL, refused: _Numbers, judges: dict[str, list[_Step]]) -> bool:
    if os.uname().machine not in _MACHINES or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    column, arch = _MACHINES[os.uname().machine]
    code = _program(column, arch, refused, judges)
    instructions = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(instructions)))
    return bool(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, header, 0, 0) == 0)


def _program(column: int, arch: int, refused: _Numbers, judges: dict[str, list[_Step]]) -> bytes:
    return _refusing(column, arch, *refused.items()) + _judging(column, judges)


@cache
def _refusing(column: int, arch: int, *refused: tuple[str, tuple[int | None, int | None]]) -> bytes:
    """Return the code that is the same for all processes."""
    steps = [(_LOAD, 0, 0, _ARCH), (_EQUAL, 1, 0, arch), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, _NUMBER)]
    steps += [(_ABOVE, 0, 1, _LAST_KNOWN), _fail(errno.ENOSYS)]
    for unjudgeable in (_CLONE3, _OPENAT2):
        steps += [(_EQUAL, 0, 1, unjudgeable), _fail(errno.ENOSYS)]
    for _, numbers in refused:
        if (number := numbers[column]) is not None:
            steps += [(_EQUAL, 0, 1, number), _fail(errno.EPERM)]
    return _packed(steps)


def _judging(column: int, judges: dict[str, list[_Step]]) -> bytes:
    steps: list[_Step] = []
    for name, judge in judges.items():
        if (number := _JUDGED[name][column]) is not None:
            steps += [(_EQUAL, 0, len(judge), number), *judge]
    return _packed([*steps, (_RETURN, 0, 0, _ALLOW)])


def _packed(steps: list[_Step]) -> bytes:
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _judges() -> dict[str, list[_Step]]:
    """Return for each judged call the steps that decide it; each list ends in a return on every way through."""
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    own = _only(0, os.getpid())
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
    tests = [(_EQUAL, len(values) - at, 0, value) for at, value in enumerate(values)]
    return [_argument(argument), *tests, _fail(errno.EPERM), (_RETURN, 0, 0, _ALLOW)]


def _argument(index: int, high: bool = False) -> _Step:
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * index + 4 * high)


def _fail(code: int) -> _Step:
    return (_RETURN, 0, 0, _ERROR | code)
