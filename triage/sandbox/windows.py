"""What Windows offers to confine a reader process (airlock): a job object and a low integrity level.

Only ``confine.py`` comes here, and only on Windows. The job bounds memory, forbids child processes and the clipboard,
and ends the process when its last handle is closed; at low integrity nearly nothing on the machine can be written.
Windows lets a low process read files and use the network: ``triage doctor`` says so.
"""

from __future__ import annotations

import ctypes
import sys

_MEMORY, _ONE_PROCESS, _NO_DIALOG, _KILL_ON_CLOSE = 0x100, 0x8, 0x400, 0x2000  # JOB_OBJECT_LIMIT_*
_EXTENDED_LIMITS, _UI_RESTRICTIONS = 9, 4  # JOBOBJECTINFOCLASS
_ALL_UI = 0xFF  # JOB_OBJECT_UILIMIT_*: handles, clipboard, system parameters, display, atoms, desktop, exit
_TOKEN_ADJUST_DEFAULT, _INTEGRITY_LEVEL, _SE_GROUP_INTEGRITY = 0x80, 25, 0x20
_LOW = b"S-1-16-4096"


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


class _Label(ctypes.Structure):
    """TOKEN_MANDATORY_LABEL."""

    _fields_ = (("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


def restrict(memory_mb: int) -> list[str]:
    """Put this process into a job of its own and lower its integrity; return the names of what Windows accepted."""
    if sys.platform != "win32":
        return []
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    names = ["job-object"] if _enter_job(kernel, process, memory_mb) else []
    return names + ["low-integrity"] * _lower_integrity(kernel, process)


def _enter_job(kernel: ctypes.CDLL, process: ctypes.c_void_p, memory_mb: int) -> bool:
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _Extended()
    limits.basic.flags = _MEMORY | _ONE_PROCESS | _NO_DIALOG | _KILL_ON_CLOSE
    limits.basic.processes = 1
    limits.process_memory = memory_mb << 20
    screen = ctypes.c_uint32(_ALL_UI)
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.SetInformationJobObject(job, _UI_RESTRICTIONS, ctypes.byref(screen), ctypes.sizeof(screen))
    return bool(kernel.AssignProcessToJobObject(job, process))  # the handle stays open: closing it ends the process


def _lower_integrity(kernel: ctypes.CDLL, process: ctypes.c_void_p) -> bool:
    if sys.platform != "win32":
        return False
    security = ctypes.WinDLL("advapi32", use_last_error=True)
    token, label = ctypes.c_void_p(), _Label(None, _SE_GROUP_INTEGRITY)
    sid = ctypes.c_void_p()
    if not security.OpenProcessToken(process, _TOKEN_ADJUST_DEFAULT, ctypes.byref(token)):
        return False
    security.ConvertStringSidToSidA(_LOW, ctypes.byref(sid))
    label.sid = sid
    size = ctypes.sizeof(label) + 12  # the SID has one sub-authority: 8 + 4 bytes
    lowered = bool(security.SetTokenInformation(token, _INTEGRITY_LEVEL, ctypes.byref(label), size))
    kernel.CloseHandle(token)
    return lowered
