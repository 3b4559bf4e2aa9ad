"""Real nodes of OpenSearch for tests, of jars that Maven fetches once: ``python -m tests.cluster.nodes``.

A node ends with the process that started it. Without Java or the jars, tests that need one are skipped and say so.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from random import SystemRandom

import pytest

from triage.search.engines.opensearch.cluster import own_hosts

HERE = Path(__file__).parent
JARS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "triage-tests" / "opensearch-2.19.3"
_WHOLE = JARS / "whole"
_STARTED = b"started"
_UNGIVEN = range(20_000, 32_000)
"""Ports below those that Linux gives to outgoing connections (ip_local_port_range)."""
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What makes a node start in half the CPU time; what takes long is slower then."""


class Node:
    """One running node. ``host`` is its address."""

    def __init__(self, folder: Path, name: str, port: int, settings: Sequence[str], java: Sequence[str]) -> None:
        self.host = f"http://127.0.0.1:{port}"
        (folder / "config").mkdir(parents=True, exist_ok=True)
        (folder / "config" / "log4j2.properties").write_text("rootLogger.level = warn\n")
        self._log = (folder / "log").open("wb")
        self.command = [
            "java",
            *java,
            "-Xms512m",
            "-Xmx512m",
            "-cp",
            f"{JARS}/*",
            str(HERE / "TestNode.java"),
            f"path.home={folder}",
            f"path.data={folder / 'data'}",
            f"node.name={name}",
            f"http.port={port}",
            "network.host=127.0.0.1",
            "http.type=netty4",
            "transport.type=netty4",
            *settings,
        ]
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log)

    def await_start(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.strip() == _STARTED:
                return
        pytest.fail(f"A node of OpenSearch didn't start: {Path(self._log.name).read_text('utf-8')[-2000:]}")

    def start_again(self) -> None:
        self.process = self._start()
        self.await_start()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def close(self) -> None:
        self.kill()
        self._log.close()


def missing() -> str:
    """Return what is missing for a node, "" for nothing."""
    if shutil.which("java") is None:
        return "no Java for a node of OpenSearch (apt install openjdk-17-jre-headless)"
    if not _WHOLE.exists():
        return "no jars for a node of OpenSearch: python -m tests.cluster.nodes fetches them by Maven"
    return ""


@contextmanager
def started(count: int, folder: Path, java: Sequence[str] = _QUICK) -> Iterator[list[Node]]:
    """Start a cluster of some nodes; it is the login's own as long as it runs."""
    if why := missing():
        pytest.skip(why)
    ports, transports = (both := free_ports(2 * count))[:count], both[count:]
    settings = ["cluster.name=triage-tests", "cluster.routing.allocation.disk.threshold_enabled=false"]
    if count == 1:
        settings.append("discovery.type=single-node")
    else:
        settings += [
            "discovery.seed_hosts=" + ",".join(f"127.0.0.1:{port}" for port in transports),
            "cluster.initial_cluster_manager_nodes=" + ",".join(f"n{n}" for n in range(count)),
        ]
    nodes = [
        Node(folder / f"n{n}", f"n{n}", ports[n], [*settings, f"transport.port={transports[n]}"], java)
        for n in range(count)
    ]
    try:
        for node in nodes:
            node.await_start()
        confirm([node.host for node in nodes])
        yield nodes
    finally:
        for node in nodes:
            node.close()


def confirm(hosts: Sequence[str]) -> None:
    own_hosts().parent.mkdir(parents=True, exist_ok=True)
    with own_hosts().open("a") as file:
        file.write("".join(f"{host}\n" for host in hosts))


@cache
def shared() -> Node:
    """Return the node that all tests of a process use, started by the first."""
    folder = tempfile.mkdtemp(prefix="triage-node-")
    running = started(1, Path(folder))
    (node,) = running.__enter__()

    def end() -> None:
        running.__exit__(None, None, None)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return node


def named(folder: Path, hosts: Sequence[str]) -> None:
    listed = ", ".join(f'"{host}"' for host in hosts)
    (folder / "settings.toml").write_text(f"[cluster]\nhosts = [{listed}]\n")


def free_ports(count: int) -> list[int]:
    """Return ports on which nobody listens, none of which the system gives to a connection before they are used."""
    found: list[int] = []
    for port in SystemRandom().sample(_UNGIVEN, len(_UNGIVEN)):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            found.append(port)
        if len(found) == count:
            return found
    raise OSError("no port is free")


def fetch() -> int:
    """Fetch the jars where they aren't there; return 0, or Maven's exit code."""
    if _WHOLE.exists():
        return 0
    if shutil.which("mvn") is None:
        print("Maven isn't installed (apt install maven): tests that need a node of OpenSearch are skipped.")
        return 0
    JARS.mkdir(parents=True, exist_ok=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={JARS}"]
    code = subprocess.run(["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), *goal], check=False).returncode
    if code == 0:
        _WHOLE.touch()
    return code


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        raise SystemExit(fetch())
