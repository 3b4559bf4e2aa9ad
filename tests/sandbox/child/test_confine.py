"""The airlock's confinement, tried in real processes: what must be out of reach is; what readers need works."""

from __future__ import annotations

import ctypes
import errno
import json
import socket
import struct
import subprocess
import sys
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.readers import answered, readers_of
from triage.sandbox.child import confine
from triage.sandbox.child.confine import readable
from triage.sandbox.parent.pool import Pool
from triage.settings import Settings

_START = "import sys,json;sys.path[:]=json.loads(sys.argv[1]);from triage.sandbox.child.confine import confine;"


def start(code: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh process that is started as the pool starts its readers."""
    command = [sys.executable, "-I", "-S", "-c", _START + code, json.dumps(sys.path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def run(code: str, *, memory_mb: int = 512, **options: Any) -> subprocess.CompletedProcess[str]:
    return start(f"confine({memory_mb})\n{code}", **options)


def outcome(code: str, **options: Any) -> str:
    done = run(code, **options)
    return (done.stdout + done.stderr).strip().splitlines()[-1]


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd')",
        "open('/proc/self/environ')",
        "open('/dev/null')",
        "import os; os.listdir('/')",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "import os; os.kill(os.getppid(), 0)",
        "import os; os.kill(0, 15)",
        "import os; os.setsid()",
        "import os; os.chroot('/')",
        "import os; os.symlink('/etc/passwd', '/tmp/link')",
        "import os; os.mkfifo('/tmp/pipe')",
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "import socket; socket.socket(socket.AF_UNIX)",
        "import socket; socket.socketpair()",
        "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSTI, b'x')",
        "import fcntl; fcntl.flock(0, fcntl.LOCK_EX)",
        "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))",
    ],
)
def test_what_reading_does_not_need_is_refused(code: str) -> None:
    assert outcome(code).startswith(("PermissionError", "ValueError: not allowed to raise maximum limit"))


def test_files_outside_can_neither_be_read_nor_changed(tmp_path: Path) -> None:
    evidence = tmp_path / "evidence.eml"
    evidence.write_text("untouched")
    before = evidence.stat()
    for action in (
        "open({0!r})",
        "open({0!r}, 'a')",
        "os.chmod({0!r}, 0)",
        "os.utime({0!r}, (0, 0))",
        "os.truncate({0!r}, 0)",
        "os.unlink({0!r})",
        "os.rename({0!r}, {0!r} + 'x')",
        "os.link({0!r}, {0!r} + 'x')",
        "open({0!r} + '.new', 'x')",
        "os.mkdir({0!r} + '.d')",
        "os.setxattr({0!r}, 'user.x', b'1')",
    ):
        assert outcome("import os; " + action.format(str(evidence))).startswith("PermissionError"), action
    after = evidence.stat()
    assert evidence.read_text() == "untouched"
    assert list(tmp_path.iterdir()) == [evidence]
    assert (before.st_mtime_ns, before.st_mode) == (after.st_mtime_ns, after.st_mode)


def test_a_link_in_a_readable_folder_leads_nowhere_else(tmp_path: Path) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    (packages / "inside.py").write_text("VALUE = 7")
    (tmp_path / "outside.txt").write_text("private")
    (packages / "link").symlink_to(tmp_path / "outside.txt")
    code = f"""sys.path.append({str(packages)!r})
confine(512)
import inside
print(inside.VALUE)
open({str(packages / "link")!r})"""
    done = start(code)
    assert done.stdout.strip() == "7"
    assert "PermissionError" in done.stderr


def test_the_working_folder_is_not_readable_even_when_python_would_look_there(tmp_path: Path) -> None:
    (tmp_path / "evidence.txt").write_text("private")
    assert str(tmp_path) not in readable()
    assert outcome("sys.path.insert(0, ''); open('evidence.txt')", cwd=tmp_path).startswith("PermissionError")


@pytest.mark.nightly
def test_memory_above_the_limit_is_refused_and_below_it_given() -> None:
    assert outcome("bytearray(300 << 20); print('given')", memory_mb=512) == "given"
    assert outcome("bytearray(512 << 20)", memory_mb=512) == "MemoryError"


def test_few_files_can_be_open() -> None:
    assert outcome("import os\nwhile True: os.dup(0)") == "OSError: [Errno 24] Too many open files"


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    done = run("import os; os.abort()", cwd=tmp_path)
    assert done.returncode == -6
    assert not list(tmp_path.iterdir())


def test_the_environment_is_emptied_and_time_is_utc() -> None:
    code = "import os, time; print(sorted(os.environ), time.tzname[0], time.localtime(0).tm_hour)"
    assert outcome(code, env={"SECRET": "x", "TZ": "Asia/Jerusalem"}) == "['TZ'] UTC 0"


def test_threads_and_thread_locks_still_work() -> None:
    code = "import threading; t = threading.Thread(target=print, args=('from a thread',)); t.start(); t.join()"
    assert outcome(code) == "from a thread"


_ATTEMPTS = {
    "memfd_create": "os.memfd_create('x')",
    "memfd_secret": "syscall(447, 0)",
    "shared memory": "mmap.mmap(-1, 1 << 20)",
    "shared memory, validated": "mmap.mmap(-1, 1 << 20, flags=0x23)",
    "a stack that grows": "mmap.mmap(-1, 1 << 20, flags=0x122)",
    "outliving the program": "libc_call('prctl', 1, 0, 0, 0, 0)",
    "F_SETOWN": "fcntl.fcntl(0, 8, os.getppid())",
    "F_SETSIG": "fcntl.fcntl(0, 10, 9)",
    "F_SETOWN_EX": "fcntl.fcntl(0, 15, bytes(8))",
    "F_SETLEASE": "fcntl.fcntl(0, 1024, 0)",
    "F_NOTIFY": "fcntl.fcntl(0, 1026, 1)",
    "F_SETPIPE_SZ": "fcntl.fcntl(0, 1031, 1 << 20)",
    "O_ASYNC": "fcntl.fcntl(0, 4, os.O_ASYNC)",
    "inotify": "libc_call('inotify_init1', 0)",
    "fanotify": "libc_call('fanotify_init', 0, 0)",
    "asynchronous I/O": "syscall(206 if x86 else 0, 1, bytes(8))",
    "descriptors sent on": "socket.socket(fileno=int(sys.argv[2])).sendmsg([b'x'])",
}


def test_shared_memory_signals_of_files_and_watches_are_refused() -> None:
    """Each is tried from inside by a process that knows the kernel's own numbers."""
    ours, theirs = socket.socketpair()
    code = f"""import ctypes, fcntl, mmap, os, socket
confine(512)
libc, x86 = ctypes.CDLL(None, use_errno=True), os.uname().machine == "x86_64"
def libc_call(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")
def syscall(*arguments):
    libc_call("syscall", *arguments)
for name, attempt in {_ATTEMPTS!r}.items():
    try:
        exec(attempt)
    except OSError as error:
        print(name, error.errno, sep="=")
    else:
        print(name, "possible", sep="=")
try:
    mmap.mmap(-1, 1 << 40, flags=0x4022, prot=mmap.PROT_READ)  # its tables of pages alone would take 2 GiB
except OSError as error:
    print("addresses", error.errno, sep="=")
print("private memory is given", len(mmap.mmap(-1, 1 << 20, flags=0x22)), sep="=")"""
    command = [sys.executable, "-I", "-S", "-c", _START + code, json.dumps(sys.path), str(theirs.fileno())]
    with ours, theirs:
        done = subprocess.run(command, capture_output=True, text=True, check=True, pass_fds=[theirs.fileno()])
    answers = dict(line.split("=") for line in done.stdout.splitlines())
    assert answers.pop("private memory is given") == str(1 << 20)
    assert answers.pop("addresses") == str(errno.ENOMEM)
    assert answers == dict.fromkeys(_ATTEMPTS, "1")


@pytest.mark.nightly
def test_libraries_load_after_confinement() -> None:
    code = (
        "import lxml.etree, pypdfium2, pikepdf, extract_msg, selectolax.lexbor, chardet, olefile\n"
        "import zoneinfo, zipfile, bz2, lzma\n"
    )
    code += "print(lxml.etree.fromstring('<a>b</a>').text, zoneinfo.ZoneInfo('Asia/Jerusalem'))"
    assert outcome(code, memory_mb=1024) == "b Asia/Jerusalem"


def test_a_descriptor_sent_over_the_socket_can_be_read_and_mapped(tmp_path: Path) -> None:
    big = tmp_path / "big.mbox"
    big.write_bytes(b"From x\n" * 10_000)
    ours, theirs = socket.socketpair()
    code = f"""import socket, mmap
sock = socket.socket(fileno={theirs.fileno()})
data, fds, _, _ = socket.recv_fds(sock, 10, 1)
view = mmap.mmap(fds[0], 0, access=mmap.ACCESS_READ)
sock.sendall(f"{{len(view)}} {{view[:4]}}".encode())
import os; os.write(fds[0], b"x")"""
    with ours, theirs, big.open("rb") as opened:
        socket.send_fds(ours, [b"job"], [opened.fileno()])
        said = outcome(code, pass_fds=[theirs.fileno()])
        assert ours.recv(100) == b"70000 b'From'"
    assert said == "OSError: [Errno 9] Bad file descriptor"
    assert big.read_bytes() == b"From x\n" * 10_000


def test_a_process_with_threads_refuses_to_be_confined() -> None:
    code = """import threading, time
threading.Thread(target=time.sleep, args=(1,), daemon=True).start()
confine(512)"""
    done = start(code)
    assert "RuntimeError: A process with several threads" in done.stderr


def test_confining_is_little_work() -> None:
    code = """import triage.sandbox.child.confine, resource
steps = 0
def count(*_):
    global steps
    steps += 1
    return count
sys.settrace(count)
confine(512)
sys.settrace(None)
print(steps)"""
    assert int(start(code).stdout) < 10_000


def test_every_older_version_of_landlock_gets_only_the_rights_it_knows() -> None:
    lengths = [len(confine._attributes(version)) for version in range(1, 8)]
    files = [int.from_bytes(confine._attributes(version)[:8], sys.byteorder) for version in range(1, 8)]
    assert lengths == [8, 8, 8, 16, 16, 24, 24]
    assert [rights.bit_length() for rights in files] == [13, 14, 15, 15, 16, 16, 16]


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6])
def test_older_versions_of_landlock_are_accepted_by_the_kernel_and_keep_files_closed(version: int) -> None:
    if confine.abi(ctypes.CDLL(None, use_errno=True)) < version:
        pytest.skip("this kernel's Landlock is older")
    code = "from triage.sandbox.child import confine as module\n"
    code += f"module._NEWEST = {version}\nprint(confine(512)[-2])\nopen('/etc/passwd')"
    done = start(code)
    assert done.stdout.strip() == f"landlock-{version}"
    assert "PermissionError" in done.stderr


def test_the_filter_alone_keeps_writing_network_and_processes_closed() -> None:
    """On a kernel without Landlock, files can be read, but nothing can leave."""
    without = "from triage.sandbox.child import confine as module\nmodule.abi = lambda libc: 0\nconfine(512)\n"
    for code, expected in {
        "print(open('/etc/passwd').read(0) == '')": "True",
        "open('/tmp/x', 'w')": "PermissionError: [Errno 1] Operation not permitted: '/tmp/x'",
        "import socket; socket.socket()": "PermissionError: [Errno 1] Operation not permitted",
        "import os; os.kill(os.getppid(), 0)": "PermissionError: [Errno 1] Operation not permitted",
    }.items():
        done = start(without + code)
        assert (done.stdout + done.stderr).strip().splitlines()[-1] == expected


def test_landlock_alone_keeps_files_closed() -> None:
    code = (
        "from triage.sandbox.child import confine as module\nmodule.restrict_calls = lambda libc: False\nconfine(512)\n"
    )
    done = start(code + "open('/etc/passwd')")
    assert "PermissionError: [Errno 13]" in done.stderr


def test_every_refused_call_is_refused_by_number_and_unknown_ones_are_unknown() -> None:
    """Asked of the kernel itself, with arguments that no call takes, so that only the filter can answer EPERM."""
    code = """import ctypes, os
from triage.sandbox.child import confine as module
libc = ctypes.CDLL(None, use_errno=True)
column = module._MACHINES[os.uname().machine][0]
asked = {name: numbers[column] for name, numbers in module._REFUSED.items() if numbers[column] is not None}
asked |= {"clone3": module._CLONE3, "openat2": module._OPENAT2, "new": 463, "newest": 600, "x32": 0x40000000 + 39}
for name, number in asked.items():
    answer = libc.syscall(number, *[ctypes.c_long(-1)] * 6)
    print(name, answer, ctypes.get_errno())"""
    lines = [line.split() for line in run(code).stdout.splitlines()]
    assert len(lines) == len({name for name, *_ in lines}) > 100
    unknown = {name for name, answer, code in lines if (answer, code) == ("-1", "38")}
    assert unknown == {"clone3", "openat2", "new", "newest", "x32"}
    assert [name for name, answer, code in lines if (answer, code) != ("-1", "1") and name not in unknown] == []


def test_both_machines_have_a_filter_whose_jumps_stay_inside() -> None:
    strict = (confine._REFUSED, confine._judges())
    for (column, arch), rules in product(confine._MACHINES.values(), (strict, confine._office())):
        program = list(struct.iter_unpack("=HBBI", confine._program(column, arch, *rules)))
        assert len(program) < 4096
        for at, (code, true, false, _) in enumerate(program):
            if code in (confine._EQUAL, confine._ABOVE, confine._ANY_BIT):
                assert max(at + 1 + true, at + 1 + false) < len(program)
        assert program[-1] == (confine._RETURN, 0, 0, confine._ALLOW)


def test_the_filter_agrees_with_the_kernel_headers() -> None:
    headers = [Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm-generic/unistd.h")]
    if not all(header.exists() for header in headers):
        pytest.skip("the kernel's headers aren't installed")
    for column, header in enumerate(headers):
        numbers = _numbers(header)
        for name, ours in (confine._REFUSED | confine._JUDGED).items():
            assert numbers.get(name, ours[column]) == ours[column], name


def _numbers(header: Path) -> dict[str, int]:
    found = {}
    for line in header.read_text().splitlines():
        words = line.replace("__NR3264_", "__NR_").split()
        if len(words) > 2 and words[0] == "#define" and words[1].startswith("__NR_") and words[2].isdigit():
            found[words[1].removeprefix("__NR_")] = int(words[2])
    return found


def test_a_reader_ends_with_the_process_that_started_it() -> None:
    orphan = _START + "confine(512); print(1, flush=True); import time; time.sleep(1_000)"
    code = f"""import os, subprocess
child = subprocess.Popen([sys.executable, "-I", "-S", "-c", {orphan!r}, sys.argv[1]], stdout=subprocess.PIPE)
child.stdout.readline()
os._exit(7)"""
    assert start(code).returncode == 7  # nor does anybody hold the pipe any more


def test_the_readers_of_a_real_pool_are_confined() -> None:
    """What the kernel says of a reader that has answered: a filter, no new privileges, at most the right to read."""
    with closing(Pool(Settings(workers=1, limit_memory_mb=512))) as pool:
        assert answered(pool)
        (process,) = readers_of(pool)
        status = Path(f"/proc/{process}/status").read_text().splitlines()
        limits = Path(f"/proc/{process}/limits").read_text()
    said = dict(line.split(":\t", 1) for line in status if ":\t" in line)
    assert (said["NoNewPrivs"], said["Seccomp"]) == ("1", "2")
    assert int(said["CapEff"], 16) in (0, 1 << 2)
    assert f"Max data size             {512 << 20}" in limits
