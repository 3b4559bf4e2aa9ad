"""Whether the airlock's protections hold on this machine: each is tried in a real confined process.

``protections`` starts a process that confines itself exactly as a reader does and then attempts what a hijacked reader
would. Nothing hostile is read here. What is attempted is harmless where it succeeds: a file in a folder made for the
trial, a socket on this machine that nobody else uses, signal 0.
"""

from __future__ import annotations

import fcntl
import json
import mmap
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from triage.messages import decode, encode, say
from triage.model.items import Check
from triage.model.messages import Message
from triage.sandbox.child.confine import confine
from triage.sandbox.parent.forkserver import command

_MEMORY_MB = 768
_START = "from triage.sandbox import doctor;"
_LIBRARIES = "lxml.etree lxml.html pypdfium2 pikepdf selectolax.lexbor extract_msg olefile chardet docx".split()
_ORPHAN_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Bait:
    """What the confined process is given to try: places on this machine, made for the trial."""

    folder: str
    home: str
    tcp: int
    udp: int
    local: str
    variable: str = "TRIAGE_TRIAL"


def protections() -> list[Check]:
    """Try every protection in a confined process and return one Check for each; takes about two seconds."""
    with ExitStack() as stack:
        answers = _ask(_bait(stack))
        means = answers.pop("means", "")
        checks = [Check("means", bool(means), say("means-in-force", means=means) if means else say("means-none"))]
        checks += [_judge(name, held, answers.get(name)) for name, (held, _) in TRIALS.items()]
    return [*checks, _judge(_EXEC[0], _EXEC[1], answers.get(_EXEC[0])), _dies_with_parent()]


def _judge(name: str, held_key: str, answer: str | None) -> Check:
    if answer is None:
        return Check(name, False, say("trial-ended"))
    return Check(name, not answer, say("not-protected", trial=decode(answer)) if answer else say(held_key))


def _bait(stack: ExitStack) -> Bait:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="triage-trial-"))
    Path(folder, "evidence.txt").write_text("untouched", "utf-8")
    tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    udp.bind(("127.0.0.1", 0))
    local = f"\0triage-trial-{os.getpid()}-{tcp.getsockname()[1]}"
    listener = stack.enter_context(socket.socket(socket.AF_UNIX))
    listener.bind(local)
    listener.listen()
    return Bait(folder, str(Path.home()), tcp.getsockname()[1], udp.getsockname()[1], local)


def _ask(bait: Bait) -> dict[str, str]:
    """Run the confined process; return for each trial "" where it was refused, else what was possible, encoded."""
    environment = {"PYTHONUTF8": "1", bait.variable: "1"}
    try:
        done = subprocess.run(
            command(_START + "doctor.attempt(sys.argv[2])", json.dumps(asdict(bait))),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {}
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b"[")]
    return {str(name): str(answer) for name, answer in lines}


def attempt(bait_json: str) -> None:
    """Confine this process and attempt everything; runs in the trial process only and writes JSON lines to stdout."""
    bait = Bait(**json.loads(bait_json))
    _print_result("means", ", ".join(confine(_MEMORY_MB)))
    for name, (_, trial) in TRIALS.items():
        _print_result(name, encode(possible) if (possible := trial(bait)) else "")
    _print_result(_EXEC[0], "")
    _refused(lambda: os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", _REPLACED]))  # noqa: S606


def _print_result(name: str, answer: str) -> None:
    print(json.dumps([name, answer]), flush=True)


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except (OSError, MemoryError, KeyError):
        return True
    return False


def _send(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"x", ("127.0.0.1", port))


def _reach(address: str) -> None:
    with socket.socket(socket.AF_UNIX) as local:
        local.connect(address)


def _fork() -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def _spawn() -> None:
    os.waitpid(os.posix_spawn(sys.executable, [sys.executable, "-V"], {}), 0)


def _hoard() -> None:
    descriptors: list[int] = []
    try:
        while len(descriptors) < 1000:
            descriptors.append(os.dup(0))
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _evidence(bait: Bait) -> Path:
    return Path(bait.folder, "evidence.txt")


def _loads(bait: Bait) -> Message | None:
    failed = []
    for name in _LIBRARIES:
        try:
            import_module(name)
        except (ImportError, OSError, MemoryError) as error:
            failed.append(f"{name} ({error})")
    return say("trial-libraries", names=", ".join(failed)) if failed else None


def _first_possible(*attempts: tuple[Message, Callable[[Bait], object]]) -> Callable[[Bait], Message | None]:
    """Return a trial of several attempts, which names the first that isn't refused."""

    def trial(bait: Bait) -> Message | None:
        return next((possible for possible, action in attempts if not _refused(partial(action, bait))), None)

    return trial


TRIALS: dict[str, tuple[str, Callable[[Bait], Message | None]]] = {
    "files": (
        "protected-files",
        _first_possible(
            (say("trial-open-temporary"), lambda bait: open(_evidence(bait)).close()),
            (say("trial-open-passwd"), lambda bait: open("/etc/passwd").close()),
            (say("trial-list-home"), lambda bait: list(Path(bait.home).iterdir())),
        ),
    ),
    "writing": (
        "protected-writing",
        _first_possible(
            (say("trial-new-file"), lambda bait: Path(bait.folder, "new").write_text("x")),
            (say("trial-open-to-write"), lambda bait: open(_evidence(bait), "a").close()),
            (say("trial-permissions"), lambda bait: _evidence(bait).chmod(0o600)),
            (say("trial-times"), lambda bait: os.utime(_evidence(bait))),
            (say("trial-rename"), lambda bait: _evidence(bait).rename(_evidence(bait).with_suffix(".moved"))),
            (say("trial-delete"), lambda bait: _evidence(bait).unlink()),
        ),
    ),
    "network": (
        "protected-network",
        _first_possible(
            (say("trial-tcp"), lambda bait: socket.create_connection(("127.0.0.1", bait.tcp), 2).close()),
            (say("trial-listen"), lambda bait: socket.create_server(("127.0.0.1", 0)).close()),
            (say("trial-udp"), lambda bait: _send(bait.udp)),
            (say("trial-local-socket"), lambda bait: _reach(bait.local)),
        ),
    ),
    "processes": (
        "protected-processes",
        _first_possible((say("trial-fork"), lambda bait: _fork()), (say("trial-spawn"), lambda bait: _spawn())),
    ),
    "signals": (
        "protected-signals",
        _first_possible(
            (say("trial-signal"), lambda bait: os.kill(os.getppid(), 0)),
            (say("trial-file-signal"), lambda bait: fcntl.fcntl(1, fcntl.F_SETOWN, os.getppid())),
        ),
    ),
    "memory": (
        "protected-memory",
        _first_possible(
            (say("trial-memory", most=_MEMORY_MB), lambda bait: bytearray(_MEMORY_MB << 20)),
            (say("trial-shared-memory"), lambda bait: mmap.mmap(-1, 1 << 20)),
        ),
    ),
    "open-files": ("protected-open-files", _first_possible((say("trial-many-files"), lambda bait: _hoard()))),
    "environment": (
        "protected-environment",
        _first_possible((say("trial-environment"), lambda bait: os.environ[bait.variable])),
    ),
    "libraries": ("protected-libraries", _loads),
}
"""Every trial: the key of the sentence where it holds, and the attempt, which returns what was possible, or None."""

_EXEC = ("programs", "protected-programs")
_REPLACED = "print({!r})".format(json.dumps([_EXEC[0], encode(say("trial-exec"))]))


def _dies_with_parent() -> Check:
    """Start a process that starts a confined one and ends at once; the pipe closes when the orphan has ended too."""
    name = "dies-with-parent"
    abandoning = command(_START + "doctor.abandon()")
    try:
        done = subprocess.run(
            abandoning, stdin=subprocess.DEVNULL, capture_output=True, timeout=_ORPHAN_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Check(name, False, say("orphan-possible"))
    if b"left" not in done.stdout:
        return _judge(name, "", None)
    return Check(name, True, say("protected-orphans"))


def abandon() -> None:
    """Start a confined process that would idle for longer than the trial waits, and end; runs in a trial process."""
    ready, theirs = os.pipe()
    os.set_inheritable(theirs, True)
    subprocess.Popen(
        command(_START + "doctor.idle(int(sys.argv[2]))", str(theirs)),
        close_fds=False,
    )
    os.close(theirs)
    if os.read(ready, 1):
        os.write(1, b"left")
    os._exit(0)


def idle(ready: int) -> None:
    """Confine this process, say so, and wait; runs in a trial process only."""
    confine(_MEMORY_MB)
    os.write(ready, b"x")
    os.close(ready)
    time.sleep(4 * _ORPHAN_SECONDS)
