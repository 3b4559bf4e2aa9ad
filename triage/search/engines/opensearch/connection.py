"""The connection to a search cluster. Besides workers, it is the only one that the program ever makes.

It goes to the hosts that the case's settings name and nowhere else: no node is looked for, no proxy used, no redirect
followed. As a case may have come from somebody else, each host must be one that the login has listed as its own, in a
file outside of every case, before a byte is sent to it.
"""

from __future__ import annotations

import ipaddress
import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from triage.errors import CaseError, EngineRefusal
from triage.search.engine import Deadline
from triage.secret_keys import login_folder
from triage.settings import ClusterSettings

ENVIRONMENT = "TRIAGE_CLUSTER_SECRET"
"""The environment variable with the password or API key."""
KEYRING_SERVICE = "Triage search cluster"
"""Under this name, with a host as the user, the login's keyring may have it."""
_OWN_HOSTS = "clusters"
_SECONDS, _LONGEST = 60.0, 24 * 3600.0
_BUSY, _TOO_LARGE = 429, 413


class ClusterBusy(EngineRefusal):
    """The cluster can't do more at the moment, or not so much at once; ``too_large`` where it says the latter."""

    def __init__(self, too_large: bool) -> None:
        super().__init__("cluster-too-busy")
        self.too_large = too_large


class NoSuchIndex(Exception):
    """What was asked for isn't there: an index, or a view of it that has ended."""


class Connection:
    """Requests to the cluster of one case; may be used by several threads."""

    def __init__(self, settings: ClusterSettings, path: Path) -> None:
        """``path`` is the file that the settings were read from. Raises CaseError for hosts that mustn't be asked."""
        self._hosts = [checked(host, path) for host in settings.hosts]
        if not self._hosts:
            raise CaseError("cluster-not-named", path=path)
        _check_own(self._hosts, path)
        self._client = _client(self._hosts, settings)
        self.homes: dict[int, str] = {}
        """The nodes on which each part of the index was last seen, to name where one fails."""

    def ask(
        self, method: str, path: str, body: Any = None, clock: Deadline | None = None, **params: str
    ) -> dict[str, Any]:
        """Send a request and return the answer.

        Raises NoSuchIndex, ClusterBusy, and EngineRefusal for any other failure, with what the cluster says of it.
        """
        from opensearchpy import exceptions

        seconds = min(clock.left, _LONGEST) if clock else _SECONDS
        try:
            answer = self._client.transport.perform_request(
                method, path, params={**params, "request_timeout": seconds}, body=body
            )
        except exceptions.ConnectionTimeout as error:
            if clock is not None and clock.over:
                clock.stop()
            raise EngineRefusal("cluster-silent", hosts=self._named, seconds=seconds) from error
        except exceptions.ConnectionError as error:
            raise EngineRefusal("cluster-unreachable", hosts=self._named, error=_cause(error)) from error
        except exceptions.TransportError as error:
            raise self._refusal(error) from error
        return answer if isinstance(answer, dict) else {"answer": answer}

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @property
    def _named(self) -> str:
        return ", ".join(self._hosts)

    def _refusal(self, error: Any) -> Exception:
        if error.status_code in (401, 403):
            return EngineRefusal("cluster-denies", hosts=self._named, variable=ENVIRONMENT)
        if error.status_code == 404:
            return NoSuchIndex(str(error.error))
        if error.status_code in (_BUSY, _TOO_LARGE):
            return ClusterBusy(error.status_code == _TOO_LARGE)
        return self.failed(error.info, str(error.status_code))

    def failed(self, info: Any, otherwise: str) -> EngineRefusal:
        """Return the refusal for an answer that isn't whole; it names parts, their nodes, and silent hosts."""
        dead = getattr(self._client.transport.connection_pool, "dead", None)  # none where there is one host
        silent = sorted(connection.host for _, connection in dead.queue) if dead else []
        what = [failure(info, self.homes) or otherwise, *(f"no answer from {host}" for host in silent)]
        return EngineRefusal("cluster-failed", what="; ".join(what))


def failure(info: Any, homes: Mapping[int, str]) -> str:
    """Return what an answer of the cluster says went wrong, with the shards that it names and their nodes."""
    error = info.get("error", info) if isinstance(info, dict) else info
    if not isinstance(error, dict):
        return str(error or "")[:300]
    parts = [f"{error['type']}: {error.get('reason', '')}"] if "type" in error else []
    for shard in error.get("failed_shards") or error.get("failures") or ():
        cause, number = shard.get("reason") or {}, shard.get("shard")
        home = homes.get(number) or shard.get("node") or "?"
        parts.append(f"shard {number} (node {home}): {cause.get('type', '')}: {cause.get('reason', '')}")
    return "; ".join(parts)[:600]


def checked(untrusted_host: str, path: Path) -> str:
    """Return a host as it is compared; raises CaseError for what is none, and without TLS for one that isn't local."""
    try:
        parts = urlsplit(untrusted_host)
        port = parts.port or 9200
    except ValueError as error:
        raise CaseError("cluster-host-wrong", path=path, host=untrusted_host) from error
    plain = parts.scheme in ("http", "https") and parts.hostname and not (parts.username or parts.password)
    if not plain or parts.path.strip("/") or parts.query or parts.fragment:
        raise CaseError("cluster-host-wrong", path=path, host=untrusted_host)
    if parts.scheme == "http" and not _is_local(parts.hostname or ""):
        raise CaseError("cluster-without-tls", path=path, host=untrusted_host)
    name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{name}:{port}"


def own_hosts() -> Path:
    """Return the file in which a login lists the clusters that are its own, one host on each line."""
    return login_folder() / _OWN_HOSTS


def _check_own(hosts: Sequence[str], path: Path) -> None:
    listed: set[str] = set()
    with suppress(OSError, UnicodeDecodeError):
        for line in own_hosts().read_text("utf-8").splitlines():
            with suppress(CaseError):
                listed.add(checked(line.strip(), own_hosts()))
    if foreign := [host for host in hosts if host not in listed]:
        raise CaseError("cluster-not-own", path=path, host=foreign[0], file=own_hosts())


def _is_local(name: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(name).is_loopback
    return name == "localhost"


def _client(hosts: Sequence[str], settings: ClusterSettings) -> Any:
    try:
        from opensearchpy import OpenSearch, Urllib3HttpConnection
    except ImportError as error:
        raise CaseError("cluster-not-installed") from error
    logging.getLogger("opensearch").addHandler(logging.NullHandler())  # it would write requests to standard error
    secret = os.environ.get(ENVIRONMENT, "") or _from_keyring(hosts[0])
    options: dict[str, Any] = {"ca_certs": settings.ca} if settings.ca else {}
    if secret and settings.user:
        options["http_auth"] = (settings.user, secret)
    elif secret:
        options["headers"] = {"Authorization": f"ApiKey {secret}"}
    return OpenSearch(
        list(hosts),
        connection_class=Urllib3HttpConnection,
        verify_certs=True,
        max_retries=len(hosts) - 1,  # a node that can't be reached: the next one is asked
        retry_on_status=(),
        http_compress=False,
        **options,
    )


def _from_keyring(host: str) -> str:
    """Return the secret that the login's keyring has for a host, "" for none."""
    try:
        import keyring
    except ImportError:
        return ""
    with suppress(Exception):  # a keyring that is locked or isn't there
        return keyring.get_password(KEYRING_SERVICE, host) or ""
    return ""


def _cause(error: Any) -> str:
    return str(getattr(error, "info", "") or error)[:200]
