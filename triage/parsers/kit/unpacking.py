"""How containers unpack: bounded by what comes out, never by what a header promises.

Used by every archive reader. Nothing is written to disk, and a member's name is never used as a path.
"""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from triage.errors import EarlyEndError, reason
from triage.messages import say
from triage.model.items import Trouble
from triage.model.messages import Value
from triage.parsers.kit.contract import Data, Limits

CHUNK = 1 << 18
RATIO_FREE = 1 << 20
"""What a member may unpack to whatever its ratio, in bytes."""

_STEP = 256
_MAX_LIST = 4_000_000
_DRIVE = re.compile(r"[A-Za-z]:")
_PART = re.compile(r"\.(7z|zipx?)\.\d{3}$|\.(z)x?\d\d$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class OverRatioError(Exception):
    """A stream unpacks to more than the ratio allows."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a member: its bytes, none where a limit forbids them, and what went wrong on the way."""

    data: bytes | None
    trouble: Trouble | None = None


class UnpackingBudget:
    """What a container may still unpack to; one for each container."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._total = 0

    def collect(self, pieces: Iterable[bytes], packed: int, untrusted_name: str) -> Unpacked:
        """Join a member's pieces while they keep to the limits; ``packed`` is its measured size in the container. What
        came before an error of the decompressor is kept, with a Trouble.
        """
        content = io.BytesIO()  # grows in place, and gives its bytes out without a copy
        size = 0
        try:
            for piece in pieces:
                size += len(piece)
                self._total += len(piece)
                trouble = self._over(size, packed, untrusted_name)
                if trouble is not None:
                    self._limits.meter.left -= size  # it cost as much as if it had been kept
                    return Unpacked(None, trouble)
                content.write(piece)
        except MemoryError:
            content.close()  # makes room for the sentence
            return Unpacked(None, Trouble("limit-memory", say("member-over-memory", name=shown(untrusted_name))))
        except Exception as error:  # decompressors raise a dozen kinds
            has_content = size > 0 and not isinstance(error, OverRatioError)
            return Unpacked(content.getvalue() if has_content else None, _broken(error, untrusted_name, size))
        return Unpacked(content.getvalue())

    def _over(self, size: int, packed: int, untrusted_name: str) -> Trouble | None:
        limits = self._limits
        name = shown(untrusted_name)
        if size > limits.item_bytes:
            return Trouble("limit-size", say("member-over-size", name=name, limit=limits.item_bytes >> 20))
        if self._total > limits.total_bytes:
            return Trouble("limit-size", say("whole-over-size", limit=limits.total_bytes >> 20, name=name))
        if size > RATIO_FREE and size > packed * limits.ratio:
            return Trouble("limit-ratio", say("member-over-ratio", name=name, ratio=limits.ratio))
        return None


def _broken(error: Exception, untrusted_name: str, size: int) -> Trouble:
    if isinstance(error, OverRatioError):
        return Trouble("limit-ratio", say("member-and-whole-over-ratio", name=shown(untrusted_name)))
    code = "truncated" if isinstance(error, EOFError) else "damaged"
    message = reason(error, 120)
    if not size:
        return Trouble(code, say("member-broken", name=shown(untrusted_name), error=message))
    return Trouble(code, say("member-broken-off", name=shown(untrusted_name), size=size, error=message))


def unpacked(decompressor: Any, packed: Data, at: int = 0) -> Generator[bytes, None, int]:
    """Yield what a decompressor like bz2's or lzma's makes of the bytes from ``at`` on; return where its stream ends.

    Raises as the decompressor does, and EOFError at an early end.
    """
    while not decompressor.eof:
        data = b""
        if decompressor.needs_input:
            data = packed[at : at + CHUNK]
            at += len(data)
            if not data:
                raise EarlyEndError("packed-ends-early")
        if piece := decompressor.decompress(data, CHUNK):
            yield piece
    return at - len(decompressor.unused_data)


class Inflate:
    """zlib's decompressor in the manner of bz2's and lzma's; what comes before damage is given out before the error."""

    def __init__(self, bits: int) -> None:
        self._zlib = zlib.decompressobj(bits)
        self._error: zlib.error | None = None

    def decompress(self, data: bytes, size: int) -> bytes:
        if self._error is not None:
            raise self._error
        data = self._zlib.unconsumed_tail + data
        before = self._zlib.copy()
        try:
            return self._zlib.decompress(data, size)
        except zlib.error as error:
            self._error = error
            return _up_to_damage(before, data)

    @property
    def needs_input(self) -> bool:
        return self._error is None and not self._zlib.unconsumed_tail

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data


def _up_to_damage(decompressor: Any, data: bytes) -> bytes:
    content = bytearray()
    for at in range(0, len(data), _STEP):
        before = decompressor.copy()
        try:
            content += decompressor.decompress(data[at : at + _STEP])
        except zlib.error:
            with contextlib.suppress(zlib.error):
                for byte in range(at, at + _STEP):
                    content += before.decompress(data[byte : byte + 1])
            break
    return bytes(content)


def shown(untrusted_name: str) -> str:
    """Return a name fit for a sentence: quoted, printable and at most 120 characters."""
    return repr(untrusted_name[:120])


def first_names(untrusted_names: Iterable[str]) -> Value:
    """Return the first ten of these names, fit for a sentence, and how many more there are."""
    names = list(untrusted_names)
    first = ", ".join(map(shown, names[:10]))
    return say("names-and-more", names=first, count=len(names) - 10) if len(names) > 10 else first


def member_list(untrusted_names: Iterable[str]) -> str:
    """Return the names of an archive's members as text, so that those which can't be read are found by name."""
    return "\n".join(untrusted_names)[:_MAX_LIST]


def unsafe_name(untrusted_name: str) -> Iterator[Trouble]:
    """Report a member's name that would lead out of a folder or hide what it is, were it used as a path."""
    name = untrusted_name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/") or _CONTROL.search(name):
        yield Trouble("unsafe-name", say("member-name-outside", name=shown(untrusted_name)))


def kind_of_part(untrusted_name: str) -> str:
    """Return "7z" or "zip" for the name of a split archive's part, else "". Parts aren't joined: some may be denied."""
    match = _PART.search(untrusted_name)
    return "" if match is None else "7z" if (match[1] or "").lower() == "7z" else "zip"
