"""The connection to a cluster: which hosts are spoken to, and what becomes of its failures; with real servers."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from triage.errors import CaseError, EngineRefusal
from triage.search.engine import Deadline
from triage.search.engines.opensearch.cluster import ClusterBusy, Connection, NoSuchIndex, checked, own_hosts
from triage.settings import ClusterSettings

FILE = Path("case/settings.toml")


class Server(ThreadingHTTPServer):
    """Answers every request in one way, and keeps what it was asked."""

    def __init__(self, status: int, answer: Any, headers: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = status, json.dumps(answer).encode(), headers
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.waiting: threading.Event | None = None

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        if self.server.waiting:
            self.server.waiting.wait()
        status, body, headers = self.server.answer
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Write nothing to standard error."""


@contextmanager
def serving(status: int = 200, answer: Any = None, headers: dict[str, str] | None = None) -> Iterator[Server]:
    with Server(status, answer or {}, headers or {}) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start as a login that has confirmed no host."""
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "keys"))
    own_hosts().parent.mkdir()


def _connection(server: Server, **settings: Any) -> Connection:
    own_hosts().write_text(f"{server.host}\n")
    return Connection(ClusterSettings(hosts=(server.host,), **settings), FILE)


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("https://search.example:9200", "https://search.example:9200"),
        ("https://Search.Example", "https://search.example:9200"),
        ("https://search.example/", "https://search.example:9200"),
        ("http://127.0.0.1:9201", "http://127.0.0.1:9201"),
        ("http://[::1]:9201", "http://[::1]:9201"),
        ("http://localhost", "http://localhost:9200"),
    ],
)
def test_a_host_is_compared_in_one_form(host: str, meant: str) -> None:
    assert checked(host, FILE) == meant


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("http://search.example:9200", "without TLS"),
        ("http://127.0.0.1.example", "without TLS"),
        ("http://10.0.0.1", "without TLS"),
        ("search.example:9200", "isn't an address"),
        ("https://user:secret@search.example", "isn't an address"),
        ("https://search.example/path", "isn't an address"),
        ("https://search.example?a=b", "isn't an address"),
        ("https://search.example:port", "isn't an address"),
        ("file:///etc/passwd", "isn't an address"),
        ("", "isn't an address"),
    ],
)
def test_what_is_no_host_of_a_cluster_is_refused(host: str, words: str) -> None:
    with pytest.raises(CaseError, match=words):
        checked(host, FILE)


def test_a_host_that_the_login_has_not_confirmed_is_never_spoken_to() -> None:
    with serving() as server, serving() as other:
        own_hosts().write_text(f"# {server.host}\n{other.host}\nnonsense\n")
        for hosts in ((server.host,), (other.host, server.host)):
            with pytest.raises(CaseError, match=f"add the line {server.host}"):
                Connection(ClusterSettings(hosts=hosts), FILE)
        own_hosts().unlink()
        with pytest.raises(CaseError, match="nothing was sent to it"):
            Connection(ClusterSettings(hosts=(server.host,)), FILE)
    assert not server.asked and not other.asked


def test_a_case_that_names_no_cluster_says_what_to_add() -> None:
    with pytest.raises(CaseError, match=r"Add a table \[cluster\]"):
        Connection(ClusterSettings(), FILE)


def test_without_the_extra_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with serving() as server, pytest.raises(CaseError, match=r"triage\[cluster\]"):
        _connection(server)
    assert not server.asked


def test_no_client_is_imported_before_it_is_needed() -> None:
    script = """import sys
import triage.case.indexing, triage.search.engines.opensearch.engine
print(*sys.modules)"""
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert not {"opensearchpy", "urllib3", "distributed", "dask"} & set(ran.stdout.split())


@pytest.mark.nightly
def test_no_redirect_is_followed_and_no_proxy_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as elsewhere, serving(302, headers={"Location": f"{elsewhere.host}/x"}) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, elsewhere.host)
        with closing(_connection(server)) as connection, pytest.raises(EngineRefusal, match="302"):
            connection.ask("GET", "/")
    assert len(server.asked) == 1 and not elsewhere.asked


@pytest.mark.parametrize(("settings", "sent"), [({"user": "dana"}, "Basic ZGFuYTpzM2NyZXQ="), ({}, "ApiKey s3cret")])
def test_the_secret_comes_from_the_environment(
    settings: dict[str, str], sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIAGE_CLUSTER_SECRET", "s3cret")
    with serving() as server, closing(_connection(server, **settings)) as connection:
        connection.ask("GET", "/")
    ((_, _, headers),) = server.asked
    assert headers["authorization"] == sent


def test_without_a_secret_none_is_sent() -> None:
    with serving() as server, closing(_connection(server, user="dana")) as connection:
        connection.ask("GET", "/")
    assert "authorization" not in {name.lower() for name in server.asked[0][2]}


@pytest.mark.parametrize("status", [401, 403])
def test_a_user_that_the_cluster_denies_is_told_where_the_secret_is_looked_for(status: int) -> None:
    with (
        serving(status) as server,
        closing(_connection(server)) as connection,
        pytest.raises(EngineRefusal, match="TRIAGE_CLUSTER_SECRET"),
    ):
        connection.ask("GET", "/")


@pytest.mark.parametrize(("status", "too_large"), [(429, False), (413, True)])
def test_a_cluster_that_can_not_take_it_now_is_told_apart(status: int, too_large: bool) -> None:
    with serving(status) as server, closing(_connection(server)) as connection:
        with pytest.raises(ClusterBusy) as busy:
            connection.ask("POST", "/", b"{}")
        assert busy.value.too_large is too_large
        assert "Search again in a moment" in str(busy.value)
    with serving(404) as server, closing(_connection(server)) as connection, pytest.raises(NoSuchIndex):
        connection.ask("GET", "/")


def test_a_failed_shard_is_named_with_its_node() -> None:
    shard = {"shard": 2, "node": "n1", "reason": {"type": "gone", "reason": "node left"}}
    error = {"error": {"type": "search_phase_execution_exception", "reason": "all failed", "failed_shards": [shard]}}
    with serving(503, error) as server, closing(_connection(server)) as connection:
        with pytest.raises(EngineRefusal, match=r"shard 2 \(node n1\): gone: node left"):
            connection.ask("GET", "/")
        connection.homes = {2: "search-1 or search-2"}
        with pytest.raises(EngineRefusal, match=r"shard 2 \(node search-1 or search-2\)"):
            connection.ask("GET", "/")


def test_a_cluster_that_is_not_there_is_named() -> None:
    with serving() as server:
        pass
    with (
        closing(_connection(server)) as connection,
        pytest.raises(EngineRefusal, match=f"at {server.host} can't be reached"),
    ):
        connection.ask("GET", "/")


@pytest.mark.parametrize("body", [b'{"took": 1, "hi', '{"reason": "é'.encode()[:-1], b""])
def test_an_answer_that_is_cut_off_is_refused(body: bytes) -> None:
    with serving() as server, closing(_connection(server)) as connection:
        server.answer = 200, body, {}
        with pytest.raises(EngineRefusal, match=r"couldn't answer in full|can't be reached"):
            connection.ask("GET", "/")


def test_a_cluster_that_is_late_ends_the_search() -> None:
    with serving() as server:
        server.waiting = threading.Event()
        try:
            with closing(_connection(server)) as connection, pytest.raises(EngineRefusal):
                connection.ask("GET", "/", None, Deadline(0.05, time.monotonic))
        finally:
            server.waiting.set()
