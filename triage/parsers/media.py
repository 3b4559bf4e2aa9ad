"""Sound and film: kind, length and tags; covers and attached files become children.

What is said in them is not heard, and the item says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import Context, Data, Probe, Signatures, as_file
from triage.parsers.kit.texts import clean

_SIGNATURES = Signatures(__name__, "recordings.tsv")
TYPES = _SIGNATURES.types
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|BM(?=.{4}\0\0\0\0.{4}[\x0c-\x7c]\0\0\0)", re.DOTALL)
_ENDINGS = {b"\xff": ".jpg", b"\x89": ".png", b"G": ".gif", b"B": ".bmp"}
# Vorbis comments that hold a picture in base64 (RFC 7845 5.2.1 and before it).
_IN_BASE64 = ("metadata_block_picture", "coverart")
_BEFORE = 4096  # bytes of a tag in which its picture begins: before it stand its kind, its name and the like


def claims(probe: Probe) -> bool:
    return _SIGNATURES.media(probe.head) is not None and not (probe.is_text and probe.head[:3] not in (b"ID3", b"#!A"))


def parse(untrusted_data: Data, context: Context) -> Extract:
    extract = Extract(_SIGNATURES.media(untrusted_data) or "application/octet-stream")
    extract.troubles.append(Trouble("unsupported", say("recording")))
    try:
        import mutagen

        recording = mutagen.File(as_file(untrusted_data))
        extract.properties = list(_tags(recording))
        extract.children = list(_covers(recording))
    except MemoryError:
        raise
    except Exception:  # noqa: S110  # a recording with broken tags is one without tags
        pass
    if extract.properties:
        extract.segments.append(Segment("properties", "\n".join(f"{k}: {v}" for k, v in extract.properties)))
    return extract


def _sorted(recording: Any) -> list[tuple[str, Any]]:
    """Return the tags by name: of some kinds the library makes a set, whose order is another one in each process."""
    tags = getattr(recording, "tags", None) or {}
    return sorted(((str(name), value) for name, value in tags.items()), key=lambda tag: tag[0])


def _tags(recording: Any) -> Iterator[tuple[str, str]]:
    if getattr(getattr(recording, "info", None), "length", 0):
        yield "Length", f"{recording.info.length:.0f} s"
    for name, tag in _sorted(recording):
        texts = [
            str(value)
            for value in _listed(tag)
            if not (isinstance(value, bytes | bytearray) or hasattr(value, "data"))
            and not (name.lower() in _IN_BASE64 and _picture(name, value))
        ]
        if text := clean(" / ".join(texts))[:20_000].strip():
            yield name[:60], text


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _picture(name: str, value: Any) -> bytes:
    raw = from_base64(str(value)) if name.lower() in _IN_BASE64 else getattr(value, "value", value)
    start = _PICTURE.search(raw, 0, _BEFORE) if isinstance(raw, bytes | bytearray) else None
    return bytes(raw[start.start() :]) if start else b""


def _covers(recording: Any) -> Iterator[Child]:
    """Yield pictures and files in the tags: those that say what they hold, and others by where a picture begins."""
    values = [("", picture) for picture in getattr(recording, "pictures", ())]
    values += [(name, value) for name, tag in _sorted(recording) for value in _listed(tag)]
    for name, value in values:
        data = getattr(value, "data", None)
        if isinstance(data, bytes) and hasattr(value, "mime"):
            title = str(getattr(value, "filename", "") or value.desc or "").strip() or "cover"
            yield Child(title if "." in title else title + _ending(data), data, str(value.mime) or None)
        elif picture := _picture(name, value):
            yield Child("cover" + _ending(picture), picture)


def _ending(picture: bytes) -> str:
    return _ENDINGS.get(picture[:1], "") if _PICTURE.match(picture) else ""
