"""Page images of office documents: an installed LibreOffice turns a copy into a PDF, confined by itself.

It can't run inside a reader process, as it needs to write files and start threads. So it runs alone: in a folder made
for it and removed afterwards, with an empty profile that forbids macros and links, no network (a namespace of its own
where the system allows one, and a filter that refuses every socket but local ones), no file but the system's own
and its folder (Landlock), and limits on memory, file size and time.
The PDF is as hostile as the document and goes to a reader process. Nothing is run unless ``office_pages`` says so.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import shutil
import signal
import stat
import subprocess
import threading
import time
from pathlib import Path

from triage.errors import CaseError
from triage.files import temporary_folder
from triage.model.previews import OFFICE_ENDINGS
from triage.sandbox.child import confine
from triage.sandbox.parent.forkserver import command

_SECONDS = 60
_GLANCE = 0.05  # seconds between two looks at whether it has ended
_MEMORY, _FILE = 2 << 30, 256 << 20
_NEWUSER, _NEWNET, _NEWIPC = 0x10000000, 0x40000000, 0x08000000
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/opt", "/nix/store", "/gnu/store")
_READABLE = (
    "/etc/fonts /etc/libreoffice /etc/ld.so.cache /etc/localtime /etc/nsswitch.conf /etc/passwd /proc/self "
    "/proc/meminfo /proc/cpuinfo /proc/version /sys/devices/system/cpu /var/lib/libreoffice "
    "/var/spool/libreoffice /var/cache/fontconfig /dev/urandom"
).split()
_AGAIN = 81  # what it ends with when it wants to be started once more, as with each new profile
_TEMPORARY = "/tmp"  # noqa: S108 (the office program's local socket is here whatever it is told; nothing else is)
_PIPE = "OSL_PIPE_"
_START = "from triage.sandbox.render.libreoffice import run;run(*sys.argv[2:])"
_PROFILE = Path(__file__).with_name("profile.xcu").read_text("utf-8")


def office_program() -> str:
    """Return the path of the installed office program, "" where there is none."""
    script = shutil.which("soffice") or shutil.which("libreoffice")
    if script is None:
        return ""
    program = Path(script).resolve().with_name("soffice.bin")
    return str(program) if program.is_file() else ""


def to_pdf(untrusted_data: bytes, media: str, inside: Path, stop: threading.Event | None = None) -> bytes:
    """Return a document as a PDF, as untrusted as it; any thread may set ``stop``. Raises CaseError if that fails."""
    program = office_program()
    if not program:
        raise CaseError("libreoffice-missing")
    with temporary_folder(inside.resolve()) as folder:  # of the case: neither file lies anywhere else
        source = folder / f"document.{OFFICE_ENDINGS[media]}"
        with open(os.open(source, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:
            file.write(untrusted_data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        deadline = time.monotonic() + _SECONDS
        while _convert(program, str(folder), source.name, deadline, stop or threading.Event()) == _AGAIN:
            pass
        made = source.with_suffix(".pdf")
        if not made.is_file() or made.is_symlink():
            raise CaseError("libreoffice-failed")
        return made.read_bytes()


def _convert(program: str, folder: str, name: str, deadline: float, stop: threading.Event) -> int:
    started = time.time()
    process = subprocess.Popen(
        command(_START, program, folder, name),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("TRIAGE_DEBUG") else subprocess.DEVNULL,
        cwd=folder,
        env={"HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "PATH": "/usr/bin:/bin"},
        start_new_session=True,
    )
    try:
        while (ended := process.poll()) is None:
            if time.monotonic() > deadline:
                raise CaseError("libreoffice-slow", seconds=_SECONDS)
            if stop.wait(_GLANCE):
                raise CaseError("libreoffice-stopped")
        return ended
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        _clear_pipes(started)


def _clear_pipes(started: float) -> None:
    """Remove the local socket that the office program made and, confined, could not remove."""
    for path in Path(_TEMPORARY).glob(f"{_PIPE}{os.getuid()}_*"):
        with contextlib.suppress(OSError):
            seen = path.lstat()
            if stat.S_ISSOCK(seen.st_mode) and seen.st_uid == os.getuid() and seen.st_ctime >= started - 1:
                path.unlink()


def run(program: str, folder: str, name: str) -> None:
    """Become the office program, confined; called in a process of its own that has read nothing."""
    os.umask(0o077)
    _confine(folder)
    url = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
    options = "--headless --norestore --nolockcheck --nodefault --nofirststartwizard --convert-to pdf --outdir".split()
    os.execv(program, [program, url, *options, folder, f"{folder}/{name}"])  # noqa: S606 (no shell is wanted)


def _confine(folder: str) -> None:
    """Give up what turning a document into pages doesn't need. Raises OSError where that can't be had."""
    for which, most in (
        (resource.RLIMIT_DATA, _MEMORY),
        (resource.RLIMIT_FSIZE, _FILE),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, _SECONDS),
    ):
        resource.setrlimit(which, (most, most))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEWNET | _NEWIPC):
        libc.unshare(_NEWUSER | _NEWNET | _NEWIPC)  # where neither is allowed, the filter below stands alone
    confine.no_new_privileges(libc)
    rules = confine.ruleset(libc, _READABLE, _SYSTEM, (folder, "/dev/null"), sockets=(_TEMPORARY,))
    if not confine.restrict_ways(libc, *rules) or not confine.restrict_office(libc):
        raise OSError(0, "this system can't confine an office program")
