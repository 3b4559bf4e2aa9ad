"""Whether the airlock's protections hold on this machine: each is tried in a real confined process.

``protections`` starts a process that confines itself exactly as a reader does and then attempts what a hijacked reader
would. Nothing hostile is read here. What is attempted is harmless where it succeeds: a file in a folder made for the
trial, a socket on this machine that nobody else uses, signal 0.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from triage.messages import say
from triage.model.items import Check
from triage.sandbox.child.confine import confine
from triage.sandbox.parent.isolated_python import command

_MEMORY_MB = 768
_START = "from triage.sandbox import doctor;"
_LIBRARIES = ("lxml.etree", "lxml.html", "pypdfium2", "selectolax.lexbor", "extract_msg", "olefile", "chardet", "docx")
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
        checks = [Check("means", bool(means), say(f"In force: {means}." if means else "This system offers nothing."))]
        checks += [_judge(name, held, answers.get(name)) for name, (held, _) in TRIALS.items()]
    return [*checks, _judge(_EXEC[0], _EXEC[1], answers.get(_EXEC[0])), _dies_with_parent()]


def _judge(name: str, held: str, answer: str | None) -> Check:
    if answer is None:
        return Check(name, False, say("The trial process ended before it could try this."))
    return Check(name, not answer, say(held if not answer else f"Not protected: {answer}."))


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
    """Run the confined process; return for each trial "" where it was refused, else what was possible."""
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
    _say("means", ", ".join(confine(_MEMORY_MB)))
    for name, (_, trial) in TRIALS.items():
        _say(name, trial(bait))
    _say(_EXEC[0], "")
    _refused(lambda: os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", _REPLACED]))  # noqa: S606


def _say(name: str, answer: str) -> None:
    print(json.dumps([name, answer]), flush=True)


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except (OSError, MemoryError):
        return True
    return False


def _first_possible(*attempts: tuple[str, Callable[[], object]]) -> str:
    return next((what for what, action in attempts if not _refused(action)), "")


def _reads(bait: Bait) -> str:
    return _first_possible(
        ("a reader could open a file in a temporary folder", lambda: open(Path(bait.folder, "evidence.txt")).close()),
        ("a reader could open /etc/passwd", lambda: open("/etc/passwd").close()),
        ("a reader could list the home folder", lambda: list(Path(bait.home).iterdir())),
    )


def _writes(bait: Bait) -> str:
    evidence = Path(bait.folder, "evidence.txt")
    return _first_possible(
        ("a reader could write a new file", lambda: Path(bait.folder, "new").write_text("x")),
        ("a reader could open a file for writing", lambda: open(evidence, "a").close()),
        ("a reader could change a file's permissions", lambda: evidence.chmod(0o600)),
        ("a reader could change a file's times", lambda: os.utime(evidence)),
        ("a reader could rename a file", lambda: evidence.rename(evidence.with_suffix(".moved"))),
        ("a reader could delete a file", evidence.unlink),
    )


def _connects(bait: Bait) -> str:
    return _first_possible(
        ("a reader could connect by TCP", lambda: socket.create_connection(("127.0.0.1", bait.tcp), 2).close()),
        ("a reader could listen on a port", lambda: socket.create_server(("127.0.0.1", 0)).close()),
        ("a reader could send by UDP", lambda: _send(bait.udp)),
        ("a reader could reach a local socket", lambda: _reach(bait.local)),
    )


def _send(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(b"x", ("127.0.0.1", port))


def _reach(address: str) -> None:
    with socket.socket(socket.AF_UNIX) as local:
        local.connect(address)


def _starts(bait: Bait) -> str:
    return _first_possible(("a reader could start a process", _fork), ("a reader could spawn a program", _spawn))


def _fork() -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def _spawn() -> None:
    os.waitpid(os.posix_spawn(sys.executable, [sys.executable, "-V"], {}), 0)


def _signals(bait: Bait) -> str:
    return _first_possible(("a reader could signal the process that started it", lambda: os.kill(os.getppid(), 0)))


def _allocates(bait: Bait) -> str:
    return _first_possible((f"a reader could take more than {_MEMORY_MB} MiB", lambda: bytearray(_MEMORY_MB << 20)))


def _hoards(bait: Bait) -> str:
    held: list[int] = []
    answer = _first_possible(("a reader could open files without end", lambda: held.extend(_many(1000, held))))
    for descriptor in held:
        os.close(descriptor)
    return answer


def _many(count: int, held: list[int]) -> list[int]:
    while len(held) < count:
        held.append(os.dup(0))
    return []


def _knows(bait: Bait) -> str:
    return "a reader could see the environment of the program" if bait.variable in os.environ else ""


def _loads(bait: Bait) -> str:
    failed = []
    for name in _LIBRARIES:
        try:
            import_module(name)
        except (ImportError, OSError, MemoryError) as error:
            failed.append(f"{name} ({error})")
    return (
        f"a confined reader can't load {', '.join(failed)}, so the files that need it can't be read" if failed else ""
    )


Trial = tuple[str, Callable[[Bait], str]]
TRIALS: dict[str, Trial] = {
    "files": ("No file outside the program's own folders can be opened.", _reads),
    "writing": ("Nothing can be written, renamed, deleted or given other permissions.", _writes),
    "network": ("No connection can be made or taken, on this machine or beyond.", _connects),
    "processes": ("No process can be started.", _starts),
    "signals": ("The process that started it can't be signalled.", _signals),
    "memory": ("Memory above the limit is refused.", _allocates),
    "open-files": ("Only a few files can be open at once.", _hoards),
    "environment": ("Nothing of the program's environment is left.", _knows),
    "libraries": ("The libraries that read files load all the same.", _loads),
}
"""Every trial: the sentence where it holds, and the attempt, which returns "" or what was possible."""

_EXEC = ("programs", "The process can't turn into another program.")
_REPLACED = f"""print('["{_EXEC[0]}", "a reader could turn into another program"]')"""


def _dies_with_parent() -> Check:
    """Start a process that starts a confined one and ends at once; the pipe closes when the orphan has ended too."""
    name = "dies-with-parent"
    abandoning = command(_START + "doctor.abandon()")
    try:
        done = subprocess.run(
            abandoning, stdin=subprocess.DEVNULL, capture_output=True, timeout=_ORPHAN_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Check(
            name, False, say("Not protected: a reader could outlive the program; it ends once its socket closes.")
        )
    if b"left" not in done.stdout:
        return _judge(name, "", None)
    return Check(name, True, say("A reader ends with the program that started it, even when that is killed."))


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
