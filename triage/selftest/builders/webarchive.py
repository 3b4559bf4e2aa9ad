"""Archives of the web (selftest room, builders): records of what was asked for, what came, and what was noted."""

from __future__ import annotations

import gzip

from triage.selftest.canary import Builder, Plant


def record(kind: str, block: bytes, **more: str) -> bytes:
    """Return a record (ISO 28500 clause 4); underscores in the names of further fields stand for hyphens."""
    named = {"WARC-Type": kind, "WARC-Date": "2024-05-06T07:08:09Z", "Content-Length": str(len(block))}
    named |= {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def message(first: str, body: bytes, **more: str) -> bytes:
    """Return an HTTP message."""
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    return f"{first}\r\n{head}\r\n".encode() + body


def chunked(body: bytes) -> bytes:
    """Return a body in two chunks and the last one (RFC 9112 7.1)."""
    half = len(body) // 2
    return b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in (body[:half], body[half:], b"") if p or body)


def _archive(plant: Plant) -> bytes:
    http = "application/http"
    address = f"https://example.com/{plant('headers', 'an address')}/page.html"
    plain = f"<p>{plant('attachment', 'a page')}</p>".encode()
    packed = gzip.compress(f"<p>{plant('attachment', 'a page, packed and in chunks')}</p>".encode(), mtime=0)
    ok = "HTTP/1.1 200 OK"
    sent = message(ok, plain, Content_Type="text/html", X_Note=plant("headers", "the head of an answer"))
    parts = message(ok, chunked(packed), Content_Type="text/html", Content_Encoding="gzip", Transfer_Encoding="chunked")
    asked = message("GET / HTTP/1.1", b"", User_Agent=plant("headers", "the head of a request"))
    return b"".join(
        (
            record("warcinfo", f"description: {plant('properties', 'what is noted of the archive')}".encode()),
            record("request", asked, Content_Type=f"{http}; msgtype=request", WARC_Target_URI=address),
            record("response", sent, Content_Type=f"{http}; msgtype=response", WARC_Target_URI=address),
            record("response", parts, Content_Type=f"{http}; msgtype=response", WARC_Target_URI=address),
            record("resource", plant("attachment", "a resource").encode(), Content_Type="text/plain"),
        )
    )


BUILDERS = (Builder("warc", "web.warc", "Web archive (WARC)", _archive),)
