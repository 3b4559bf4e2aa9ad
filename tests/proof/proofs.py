"""Makes small proofs for tests, by the formats' descriptions alone. Fictional throughout."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

Logs: TypeAlias = dict[str, Sequence[bytes]]
SCOPE = '# The review boundary.\npurpose = "x"\napproved_by = "Rae"\n\n[[allow]]\nid = "mail"\npath = "/srv/mail"\n'
NARROWER = SCOPE + '\n[[deny]]\nid = "d1"\nglob = "customers/**"\n'
KEY = Ed25519PrivateKey.from_private_bytes(b"7" * 32)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def keyed(name: str) -> str:
    return hmac.new(b"stays at home", name.encode(), hashlib.sha256).hexdigest()


def commitment(name: str) -> str:
    return keyed(name)[:32]


def annex(path: Path, *names: str) -> Path:
    lines = [{"key": b"stays at home".hex()}, *({"f": name} for name in names)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def root(entries: Sequence[bytes]) -> bytes:
    """RFC 9162, section 2.1.1, word for word."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\0" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return hashlib.sha256(b"\1" + root(entries[:k]) + root(entries[k:])).digest()


def scope_event(number: int, text: str) -> dict[str, Any]:
    return {"e": "scope", "version": number, "sha256": sha256(text.encode())}


def opened(*names: str, rule: str = "mail") -> dict[str, Any]:
    return {"e": "open", "r": rule, "c": list(map(commitment, names))}


def closed(*names: str, size: int = 10) -> dict[str, Any]:
    return {
        "e": "close",
        "c": list(map(commitment, names)),
        "bytes": [size] * len(names),
        "d": ["ab" * 16] * len(names),
    }


def denied() -> dict[str, Any]:
    return {"e": "decide", "v": "deny", "r": "d1", "kind": "folder", "k": "cd" * 32}


def read(*names: str) -> list[dict[str, Any]]:
    return [opened(*names), closed(*names)]


LEDGER = [
    {"e": "run", "number": 1},
    scope_event(1, SCOPE),
    *read("mail:a.eml"),
    scope_event(2, NARROWER),
    denied(),
    *read("mail:b.eml"),
    *read("mail:a.eml"),
    {"e": "run-end", "number": 1},
]
VIEWS = [{"e": "view", "item": 3, "by": "rae"}, scope_event(2, NARROWER), *read("mail:b.eml")]


def chain(events: Sequence[dict[str, Any] | bytes]) -> list[bytes]:
    """Lines of a ledger without their newlines; bytes are put in as they are."""
    lines, previous, number = [], "0" * 64, 0
    for event in events:
        if isinstance(event, bytes):
            lines.append(event)
            continue
        number += 1
        line = {"n": number, "t": f"2026-03-04T05:06:{number % 60:02}.000Z", **event}
        body = json.dumps(line, separators=(",", ":"))[:-1]
        previous = sha256((previous + body).encode())
        lines.append(f'{body},"h":"{previous}"}}'.encode())
    return lines


def audit_row(number: int, action: str, detail: dict[str, Any]) -> bytes:
    return f"{number}|2026-03-04 05:0{number}|rae|{action}|{json.dumps(detail)}".encode()


def audit_rows(ledger: Sequence[bytes]) -> list[bytes]:
    last = json.loads(ledger[-1])
    end = f"{last['n']}:{last['h']}"
    rows: list[tuple[str, dict[str, Any]]] = [
        ("create", {"version": 1, "sha256": sha256(SCOPE.encode())}),
        ("scope", {"version": 2, "sha256": sha256(NARROWER.encode()), "reason": "a|b"}),
        ("tag", {"items": 3}),
        ("run-end", {"run": 1, "ledger": end}),
    ]
    return [audit_row(number, *row) for number, row in enumerate(rows, 1)]


def key_line(key: Ed25519PrivateKey, name: str) -> str:
    raw = b"\1" + key.public_key().public_bytes_raw()
    return "+".join([name, sha256(name.encode() + b"\n" + raw)[:8], base64.b64encode(raw).decode()])


def head(case: str, logs: Logs, old: dict[str, int] | None = None) -> str:
    parts, key, name = [], KEY, "rae"
    number = bytes.fromhex(key_line(key, name).split("+")[1])
    for log, entries in logs.items():
        text = f"triage/{case}/{log}\n{len(entries)}\n{base64.b64encode(root(entries)).decode()}\n"
        if old:
            proof = [base64.b64encode(part).decode() for part in consistency(old[log], entries)]
            parts.append("\n".join([f"old {old[log]}", *proof, "\n"]))
        parts.append(f"{text}\n— {name} {base64.b64encode(number + key.sign(text.encode())).decode()}\n\n")
    return f"{''.join(parts)}key {key_line(key, name)}\n"


def consistency(old: int, entries: Sequence[bytes], whole: bool = True) -> list[bytes]:
    """RFC 9162, section 2.1.4.1, word for word."""
    if old == len(entries):
        return [] if whole else [root(entries)]
    k = 1
    while k * 2 < len(entries):
        k *= 2
    if old <= k:
        return [*consistency(old, entries[:k], whole), root(entries[k:])]
    return [*consistency(old - k, entries[k:], False), root(entries[:k])]


def counts(lines: Sequence[bytes]) -> dict[str, Any]:
    events = [json.loads(line) for line in lines if b'"h":' in line]
    named = [event["e"] for event in events if "e" in event]
    times = [event["t"] for event in events if "t" in event]
    return {
        "lines": max((event["n"] for event in events if "n" in event), default=0),
        "runs": named.count("run"),
        "opens": sum(len(event["c"]) for event in events if event.get("e") == "open"),
        "denied": sum(event.get("v") == "deny" for event in events),
        "failed": sum("failed" in event for event in events),
        "bytes": sum(sum(event.get("bytes", ())) for event in events),
        "unconfined": named.count("unconfined"),
        "first": times[0] if times else "",
        "last": times[-1] if times else "",
    }


def proof(
    folder: Path,
    ledger: Sequence[dict[str, Any] | bytes] = LEDGER,
    views: Sequence[dict[str, Any] | bytes] = VIEWS,
    *,
    rows: Sequence[tuple[str, dict[str, Any]]] = (),
) -> Path:
    """Write a proof; ``rows`` are more ones of the audit."""
    logs: Logs = {"ledger": chain(ledger), "views": chain(views)}
    logs["audit"] = audit_rows(logs["ledger"])
    first = head(case_id(logs), half(logs)).encode()
    added = [("head", {"file": "000001.head", "sha256": sha256(first)}), *rows]
    logs["audit"] = [*logs["audit"], *(audit_row(number, *row) for number, row in enumerate(added, 5))]
    bundle(folder, logs, [SCOPE, NARROWER], hidden=3)
    (folder / "heads/000001.head").write_bytes(first)
    return resigned(folder)


def closings(lines: Sequence[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines if b'"d":' in line and b'"h":' in line]


def case_id(logs: Logs) -> str:
    return sha256(b"0" * 64 + b"\n" + logs["audit"][0])


def note_of(case: str, data: bytes, kind: str = "proof") -> bytes:
    text = f"triage/{case}/{kind}\n{sha256(data)}\n"
    number = bytes.fromhex(key_line(KEY, "rae").split("+")[1])
    signature = base64.b64encode(number + KEY.sign(text.encode())).decode()
    return f"{text}\n— rae {signature}\nkey {key_line(KEY, 'rae')}\n".encode()


def half(logs: Logs) -> Logs:
    return {log: lines[: len(lines) // 2] for log, lines in logs.items()}


def bundle(folder: Path, logs: Logs, scopes: Sequence[str], *, hidden: int = 0) -> Path:
    """Write a proof of a case's logs; the ``hidden`` row isn't given."""
    case = case_id(logs)
    entries = [{"entry": row.decode()} for row in logs["audit"]]
    if hidden:
        entries[hidden - 1] = {"leaf": sha256(b"\0" + logs["audit"][hidden - 1])}
    last = head(case, logs, {log: len(lines) for log, lines in half(logs).items()}).encode()
    read = {pair for line in closings(logs["ledger"]) for pair in zip(line["c"], line["d"], strict=True)}
    sources = "".join(f"{' '.join(pair)}\n" for pair in sorted(read)).encode()
    stated = {"ledger": counts(logs["ledger"]), "views": counts(logs["views"]), "audit": len(logs["audit"])}
    stated["sources"] = {"files": len(read), "sha256": sha256(sources)}
    about = {"case": case, "program": "Triage 1", "covers": "all runs of the case", "counts": stated, "answers": []}
    about |= {"page": 0, "rows": readable(entries), "begun": begun(entries), "others": {"heads": 1, "since": "-"}}
    files = {
        "ledger.jsonl": b"".join(line + b"\n" for line in logs["ledger"]),
        "views.jsonl": b"".join(line + b"\n" for line in logs["views"]),
        "audit.jsonl": "".join(json.dumps(entry) + "\n" for entry in entries).encode(),
        "heads/000002.head": last,
        "sources.txt": sources,
        "stamps/000002.head.tsr": b"DER " + hashlib.sha256(last).digest() + b" more",
        "proof.json": json.dumps(about).encode(),
        **{f"scope/{number}.toml": text.encode() for number, text in enumerate(scopes, 1)},
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return resigned(folder)


def details(entries: Sequence[dict[str, str]]) -> list[list[str]]:
    return [entry["entry"].split("|", 4) for entry in entries if "entry" in entry]


def readable(entries: Sequence[dict[str, str]]) -> dict[str, Any]:
    actions = sorted(parts[3] for parts in details(entries))
    given = {action: actions.count(action) for action in actions}
    return {"readable": given, "hidden": len(entries) - len(actions)}


def begun(entries: Sequence[dict[str, str]]) -> dict[str, str] | None:
    rows = [parts for parts in details(entries) if parts[3] == "recover"]
    return {"time": rows[-1][1], "reason": json.loads(rows[-1][4]).get("reason", "")} if rows else None


def resigned(folder: Path) -> Path:
    """Write manifest and signature anew, as whoever has the key can, and SHA256SUMS."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    listed = sorted(files.keys() - {"manifest.json", "proof.sig", "SHA256SUMS"})
    sums = [{"path": name, "size": len(files[name]), "sha256": sha256(files[name])} for name in listed]
    data = json.dumps({"format": "triage-proof 2", "files": sums}).encode()
    (folder / "manifest.json").write_bytes(data)
    case = re.findall(b"triage/([0-9a-f]{64})/ledger", files.get("heads/000002.head", b"")) or [b"0" * 64]
    (folder / "proof.sig").write_bytes(note_of(case[0].decode(), data))
    return summed(folder)


def summed(folder: Path) -> Path:
    """Write SHA256SUMS anew, as somebody would who wants a change to go unnoticed."""
    names = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{sha256(path.read_bytes())}  {path.relative_to(folder).as_posix()}\n" for path in names]
    (folder / "SHA256SUMS").write_bytes(os.fsencode("".join(lines)))
    return folder
