"""The connection to a search cluster, and a case's index there.

Besides those to workers, it is the only connection that the program ever makes. It goes to the hosts that the case's
settings name and nowhere else: no node is looked for, no proxy used, no redirect followed. As a case may have come from
somebody else, each host must be one that the login has listed as its own, in a file outside of every case, before a
byte is sent to it.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from triage.errors import CaseError, EngineRefusal
from triage.model.items import DEFAULT_FIELDS, FIELDS, ItemNo
from triage.search.engine import NO_LIMIT, Deadline
from triage.secret_keys import login_folder
from triage.settings import ClusterSettings

ENVIRONMENT = "TRIAGE_CLUSTER_SECRET"
"""The environment variable with the password or API key."""
KEYRING_SERVICE = "Triage search cluster"
"""Under this name, with a host as the user, the login's keyring may have it."""
_OWN_HOSTS = "clusters"
_SECONDS, _LONGEST = 60.0, 24 * 3600.0
_BUSY, _TOO_LARGE = 429, 413
_NOT_WHOLE = "an answer was cut off or isn't JSON"


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
        self,
        method: str,
        path: str,
        body: Any = None,
        clock: Deadline | None = None,
        *,
        seconds: float = _SECONDS,
        **params: str,
    ) -> dict[str, Any]:
        """Send a request and return the answer, within what a search's ``clock`` leaves, or else ``seconds``.

        Raises NoSuchIndex, ClusterBusy, and EngineRefusal for any other failure, with what the cluster says of it.
        """
        from opensearchpy import exceptions

        seconds = min(clock.left, _LONGEST) if clock else seconds
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
        except exceptions.SerializationError as error:
            raise self.failed(_NOT_WHOLE, "") from error
        if isinstance(answer, str):  # empty, or not said to be JSON
            raise self.failed(_NOT_WHOLE, "")
        return answer if isinstance(answer, dict) else {"answer": answer}

    def close(self) -> None:
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
    try:
        import keyring
    except ImportError:
        return ""
    with suppress(Exception):  # a keyring that is locked or isn't there
        return keyring.get_password(KEYRING_SERVICE, host) or ""
    return ""


def _cause(error: Any) -> str:
    return str(getattr(error, "info", "") or error)[:200]


# One case's index on the cluster: making it, filling it, and asking it for all that matches.
#
# An answer is whole or an EngineRefusal. All shards must answer, on one moment of the index (a point in time), and
# that moment must hold exactly what the case's records say was sent. Nothing here knows the query language or the
# store.

Query = dict[str, Any]
"""A query in OpenSearch's own language."""

ANY = "any"
"""The field in which the words of all fields stand that are searched by default, without their places."""
_PAGE = 10_000
_RANGES_AT_ONCE = 4
_SORTED = "hits.hits.sort"
_AT_ONCE = 200
_KEEP = "5m"
MOST_TERMS = 60_000
"""Values of one ``terms`` query; the cluster's own bound is 65,536."""
_PATIENCE = 120.0
"""Seconds for which a cluster is waited for that can't take more at the moment."""
_LONGEST_WORD = 1 << 15
_LARGE = 1 << 22
"""Characters from which on an item may be too much for the cluster's memory, which it doesn't tell from being busy."""
_MERGE_SECONDS = 24 * 3600.0
_MERGE_PAUSE = 2.0


class Sent(msgspec.Struct, frozen=True):
    """What the case's records say is on the cluster: how many items, and the sum of their marks."""

    count: int
    total: int


class Shipment(msgspec.Struct, frozen=True):
    """One item on its way: its number, its mark, and its folded text by field."""

    no: ItemNo
    mark: int
    fields: dict[str, str]

    @property
    def size(self) -> int:
        return sum(map(len, self.fields.values()))


class CaseIndex:
    """The index of one case. ``name`` is its name on the cluster, ``case`` and ``place`` are hashes of these."""

    def __init__(self, connection: Connection, name: str, case: str, place: str, shards: int) -> None:
        self._connection = connection
        self.name = name
        self._meta = {"triage": name, "case": case, "place": place}
        self._shards = shards
        self._view: tuple[Sent, str, int] | None = None

    # Making

    def exists(self) -> bool:
        """Whether the index is there. Raises CaseError where something else has its name, or it belongs elsewhere."""
        if (meta := self._known()) is not None and meta != self._meta:
            raise CaseError("cluster-index-elsewhere", index=self.name)
        return meta is not None

    def _known(self) -> dict[str, str] | None:
        """Return what the index says of itself, None where it isn't there. Raises CaseError where it is another."""
        try:
            about = self._connection.ask("GET", f"/{self.name}/_mapping")
        except NoSuchIndex:
            return None
        metas = [one.get("mappings", {}).get("_meta", {}) for one in about.values()]
        if [{**meta, "place": ""} for meta in metas] != [{**self._meta, "place": ""}]:
            raise CaseError("cluster-index-foreign", index=self.name)
        meta: dict[str, str] = metas[0]
        return meta

    def move(self) -> None:
        """Have the index, where it is there, belong to this place from now on."""
        if self._known() is not None:
            self._connection.ask("PUT", f"/{self.name}/_mapping", {"_meta": self._meta})

    def unused(self) -> list[str]:
        """Return the other indexes of this case in this place: those whose records were deleted."""
        every = self._connection.ask("GET", "/triage-*/_mapping", filter_path="*.mappings._meta")
        metas = {name: about["mappings"]["_meta"] for name, about in every.items()}
        mine = {**self._meta, "triage": ""}
        return sorted(name for name, meta in metas.items() if name != self._own and {**meta, "triage": ""} == mine)

    def make(self) -> None:
        nodes = self._connection.ask("GET", "/_cluster/health")["number_of_data_nodes"]
        settings = {
            "number_of_shards": self._shards or max(1, nodes),
            "number_of_replicas": 1 if nodes > 1 else 0,
            "refresh_interval": "-1",
            "codec": "best_compression",
            "analysis": {
                "analyzer": {"triage": {"type": "custom", "tokenizer": "blanks"}},
                "tokenizer": {"blanks": {"type": "whitespace", "max_token_length": _LONGEST_WORD}},
            },
        }
        text = {"type": "text", "analyzer": "triage", "norms": False}
        properties: dict[str, Any] = {"no": {"type": "long"}, "mark": {"type": "integer"}}
        properties |= {field: {**text, "copy_to": ANY} if field in DEFAULT_FIELDS else text for field in FIELDS}
        properties[ANY] = {**text, "index_options": "docs"}
        mappings = {"dynamic": "strict", "_meta": self._meta, "properties": properties}
        body = {"settings": {"index": settings}, "mappings": mappings, "aliases": {self.name: {}}}
        self._connection.ask("PUT", f"/{self._own}", body, wait_for_active_shards="1")
        self._view = None

    def drop(self) -> None:
        self.forget()
        with suppress(NoSuchIndex):
            self._connection.ask("DELETE", f"/{self._own}")

    @property
    def _own(self) -> str:
        """The index itself; it is written to by its other name, under which the cluster makes none by itself."""
        return f"{self.name}-1"

    # Filling

    def send(self, shipments: Sequence[Shipment]) -> set[ItemNo]:
        """Index items, each in place of what was there of it; return those that the cluster refuses for good.

        Waits where the cluster is busy. Raises EngineRefusal where it fails or stays busy, and then some may be there.
        """
        refused: set[ItemNo] = set()
        until, pause = time.monotonic() + _PATIENCE, 0.1
        waiting = [list(shipments)]
        while waiting:
            some = waiting.pop()
            try:
                again = self._send_once(some, refused)
            except ClusterBusy as busy:
                again = some
                if len(some) > 1:
                    waiting += some[: len(some) // 2], some[len(some) // 2 :]
                    continue
                if busy.too_large or (time.monotonic() > until and some[0].size > _LARGE):
                    refused.add(some[0].no)
                    continue
            if again:
                if time.monotonic() > until:
                    raise EngineRefusal("cluster-busy", count=len(again))
                time.sleep(pause)
                pause = min(pause * 2, 5.0)
                waiting.append(again)
        return refused

    def _send_once(self, shipments: Sequence[Shipment], refused: set[ItemNo]) -> list[Shipment]:
        """Send a request; return what is to be sent again, and note what is refused."""
        lines: list[bytes] = []
        by_no: dict[str, Shipment] = {}
        for shipment in shipments:
            try:
                body = msgspec.json.encode({"no": shipment.no, "mark": shipment.mark, **shipment.fields})
            except UnicodeEncodeError:
                refused.add(shipment.no)
                continue
            lines += (b'{"index":{"_id":"%d"}}' % shipment.no, body)
            by_no[str(shipment.no)] = shipment
        if not lines:
            return []
        answer = self._connection.ask(
            "POST",
            f"/{self.name}/_bulk",
            b"\n".join((*lines, b"")),
            require_alias="true",
            filter_path="errors,items.index._id,items.index.status,items.index.error",
        )
        if not answer["errors"]:
            return []
        again: list[Shipment] = []
        for one in (item["index"] for item in answer["items"]):
            status = one["status"]
            if status == 429 or status >= 500:
                again.append(by_no[one["_id"]])
            elif status == 404:
                raise EngineRefusal("cluster-index-gone", index=self.name)
            elif status >= 300:
                refused.add(ItemNo(int(one["_id"])))
        return again

    def remove(self, nos: Collection[ItemNo]) -> None:
        for some in _pieces(nos, _PAGE):
            lines = b"".join(b'{"delete":{"_id":"%d"}}\n' % no for no in some)
            answer = self._connection.ask("POST", f"/{self.name}/_bulk", lines, require_alias="true")
            if failed := [one for one in answer["items"] if one["delete"]["status"] not in (200, 404)]:
                raise EngineRefusal("cluster-failed", what=failure(failed[0]["delete"], self._connection.homes))

    def texts(self, nos: Collection[ItemNo]) -> Iterator[dict[str, str]]:
        """Yield the folded text by field of items as they are on the cluster, in any order."""
        for some in _pieces(nos, _AT_ONCE):
            body = {"ids": list(map(str, some))}
            for document in self._connection.ask("POST", f"/{self.name}/_mget", body)["docs"]:
                if document.get("found"):
                    yield {field: text for field, text in document["_source"].items() if field in FIELDS}

    def refresh(self) -> None:
        self._connection.ask("POST", f"/{self.name}/_refresh")

    def merge(self, stop: Callable[[], bool]) -> bool:
        """Write all segments anew without what was replaced; return whether nothing of that is left in any copy.

        The cluster keeps what was replaced until its copies agree that none needs it, which takes up to half a minute.
        """
        self.forget()
        until = time.monotonic() + _PATIENCE
        while not stop():
            self._everywhere("_flush", force="true")
            self._everywhere("_forcemerge", max_num_segments="1")
            self._everywhere("_refresh")
            self._everywhere("_flush", force="true")
            if not self._replaced():
                return True
            if time.monotonic() > until:
                break
            time.sleep(_MERGE_PAUSE)
        return False

    def _everywhere(self, step: str, **params: str) -> None:
        answer = self._connection.ask("POST", f"/{self.name}/{step}", None, None, seconds=_MERGE_SECONDS, **params)
        if answer["_shards"]["failed"]:
            raise self._incomplete(answer)

    def _replaced(self) -> int:
        about = self._connection.ask("GET", f"/{self.name}/_segments")["indices"]
        copies = chain.from_iterable(chain.from_iterable(index["shards"].values()) for index in about.values())
        return sum(segment["deleted_docs"] for copy in copies for segment in copy["segments"].values())

    # Asking

    def look(self, sent: Sent, waiting: Collection[ItemNo], clock: Deadline = NO_LIMIT) -> bool:
        """Have what follows answered of one moment; return whether it holds what was sent, those waiting aside."""
        if self._view is not None and self._view[0] == sent:
            return True
        self.forget()
        self.refresh()
        self._open_view(sent, clock)
        if self._counted(waiting, clock) == sent:
            self._note_homes(clock)
            return True
        self.forget()
        return False

    def ids(self, query: Query, clock: Deadline) -> set[ItemNo]:
        """Return all items that match, of the moment that ``look`` made sure of.

        Raises EngineRefusal where a shard fails or is late, naming it.
        """
        answer = self._asked({**_numbered(query), "track_total_hits": True}, clock, f"hits.total.value,{_SORTED}")
        total, page = answer["hits"]["total"]["value"], _page(answer)
        nos = set(page)
        if len(page) < total:
            nos.update(self._after(page[-1], query, clock))
        if len(nos) != total:
            raise EngineRefusal("cluster-failed", what=f"{len(nos)} of {total} hits")
        return nos

    def _after(self, last: ItemNo, query: Query, clock: Deadline) -> Iterator[ItemNo]:
        """Return the numbers behind those of a first page."""
        # In ranges that hold about a page each: for a page of all of them, the cluster looks at every item again.
        count = self._view[0].count if self._view is not None else 0
        starts = [last, *range(2 * last, count, max(1, last))]
        ends = [*starts[1:], None]
        with ThreadPoolExecutor(_RANGES_AT_ONCE) as pool:
            pages = list(pool.map(lambda low, high: self._between(low, high, query, clock), starts, ends))
        return chain.from_iterable(pages)

    def _between(self, low: int, high: int | None, query: Query, clock: Deadline) -> list[ItemNo]:
        """Return the numbers above one and up to another, None for all."""
        nos: list[ItemNo] = []
        while True:
            inside = {"range": {"no": {"gt": nos[-1] if nos else low} | ({"lte": high} if high else {})}}
            page = _page(self._asked({**_numbered(query, inside), "track_total_hits": False}, clock, _SORTED))
            nos += page
            if len(page) < _PAGE:
                return nos

    def _open_view(self, sent: Sent, clock: Deadline) -> None:
        path = f"/{self.name}/_search/point_in_time"
        answer = self._connection.ask("POST", path, None, clock, keep_alive=_KEEP, allow_partial_pit_creation="false")
        shards = answer["_shards"]
        if shards["failed"] or shards["successful"] != shards["total"]:
            raise self._incomplete(answer)
        self._view = sent, answer["pit_id"], shards["total"]

    def _note_homes(self, clock: Deadline) -> None:
        about = self._connection.ask("GET", f"/_cat/shards/{self.name}", None, clock, format="json", h="shard,node")
        homes: dict[int, list[str]] = {}
        for copy in about["answer"]:
            homes.setdefault(int(copy["shard"]), []).append(str(copy["node"]))
        self._connection.homes = {shard: " or ".join(sorted(nodes)) for shard, nodes in homes.items()}

    def forget(self) -> None:
        if self._view is not None:
            _, view, _ = self._view
            self._view = None
            with suppress(NoSuchIndex, EngineRefusal):
                self._connection.ask("DELETE", "/_search/point_in_time", {"pit_id": [view]})

    def _counted(self, waiting: Collection[ItemNo], clock: Deadline) -> Sent:
        left_out = [{"terms": {"no": list(some)}} for some in _pieces(waiting, MOST_TERMS)]
        body = {
            "size": 0,
            "track_total_hits": True,
            "query": {"bool": {"must_not": left_out}},
            "aggs": {"total": {"sum": {"field": "mark"}}},
        }
        answer = self._asked(body, clock, "hits.total.value,aggregations")
        return Sent(answer["hits"]["total"]["value"], int(answer["aggregations"]["total"]["value"]))

    def _asked(self, body: dict[str, Any], clock: Deadline, wanted: str) -> dict[str, Any]:
        """Ask the view; all shards must answer. Raises NoSuchIndex where it has ended."""
        clock.check()
        if self._view is None:
            raise TypeError("look comes first")
        _, view, shards = self._view
        body = {**body, "pit": {"id": view, "keep_alive": _KEEP}}
        if clock.left < 3600:
            body["timeout"] = f"{int(clock.left * 1000)}ms"
        answer = self._connection.ask(
            "POST",
            "/_search",
            body,
            clock,
            allow_partial_search_results="false",
            filter_path=f"timed_out,_shards,{wanted}",
        )
        if answer["timed_out"]:
            clock.stop()
        got = answer["_shards"]
        if got["failed"] or got["successful"] != shards or got["total"] != shards:
            raise self._incomplete(answer)
        return answer

    def _incomplete(self, answer: dict[str, Any]) -> EngineRefusal:
        shards = answer["_shards"]
        return self._connection.failed(shards, f"{shards['successful']} of {shards['total']}")

    def close(self) -> None:
        self.forget()
        self._connection.close()


def _numbered(*queries: Query) -> dict[str, Any]:
    """Ask for the first numbers of what meets all queries."""
    # Without stored fields no hit's text is unpacked: hundreds of times quicker.
    query = {"bool": {"filter": list(queries)}}
    return {"size": _PAGE, "query": query, "sort": [{"no": "asc"}], "stored_fields": "_none_"}


def _page(answer: dict[str, Any]) -> list[ItemNo]:
    return [hit["sort"][0] for hit in answer.get("hits", {}).get("hits", ())]


def _pieces(nos: Collection[ItemNo], most: int) -> Iterator[list[ItemNo]]:
    every = sorted(nos)
    return (every[at : at + most] for at in range(0, len(every), most))
