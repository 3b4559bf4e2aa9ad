"""What crosses the airlock's border: length-prefixed frames of msgpack, every size checked; no pickle.

A frame is four bytes of length, little-endian, and that many bytes of body. Bodies are decoded straight into the
structures below, which refuse anything of another shape, and lists, numbers and sentences that are too large before
they take memory. Whether an answer is one to what was asked is for ``parent/answers.py``. Nothing here parses a source.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Meta

from triage.model.previews import PageImage, Preview, Stamp

FRAME_LIMIT = 1 << 30  # longest body, in bytes, that either side accepts
MOST_PIXELS, MOST_SIDE, MOST_PAGES = 16_000_000, 16_000, 1_000_000  # bounds of a picture that is taken from a reader
_LARGE = 1 << 20  # bytes from which a body isn't copied any more
EML = "eml"  # the kind of view that is a rendition of a mail item as a message
TABLES = ("cells", "places")  # the kinds of views of a table
STAMPED = "stamped"  # the kind of view that is pages as image files
READY = -1  # number of the job that no one gave: a reader says that it is done with it once it has started
ALTOGETHER = "limit-time-altogether"  # why a reader was ended: all its answers to one job together took too long


class ReaderEnd(NamedTuple):
    """A Problem's code, and the keys of what is said of an item whose reader was ended so, in reading or drawing it."""

    code: str
    reading: str
    drawing: str


READER_ENDS = {
    "crashed": ReaderEnd("crashed", "reader-died", "drawing-reader-died"),
    "malformed": ReaderEnd("crashed", "reader-malformed", "drawing-reader-malformed"),
    "limit-time": ReaderEnd("limit-time", "reader-slow", "drawing-reader-slow"),
    ALTOGETHER: ReaderEnd("limit-time", "reader-slow-altogether", "drawing-reader-slow"),
}
"""What comes of a reader's end, by why it was ended."""

NOT_EXTRACTED = "not-extracted"  # a Problem's code: the item stands for a member that its container couldn't give
MOST_ENTRIES = 1 << 20
"""Segments of an item, persons of a kind, references or properties; a store has no room for more segments."""

MOST_TROUBLES, LONGEST_SENTENCE = 10_000, 10_000  # troubles in one answer, and characters of a sentence
SHARED = frozenset(("application/mbox", "application/vnd.ms-outlook-pst", "application/zip"))
"""Types of which several readers may each read a share, as the members of the others are cheap to pass over."""

APPENDED = "application/mbox"
"""The type of sources whose members stay where they were when something is appended."""

_BLOCK = 64  # members in a row that belong to one share
MEDIA_TYPE = re.compile(r"[\w.+-]{1,120}/[\w.+-]{1,120}", re.ASCII)  # a media type without parameters
FIRST_SECOND, LAST_SECOND = -62_135_596_800, 253_402_300_799  # the years 1 to 9999, in seconds since 1970
_LENGTH = struct.Struct("<I")
_Count = Annotated[int, Meta(ge=0, lt=1 << 62)]
_Date = Annotated[int, Meta(ge=FIRST_SECOND, le=LAST_SECOND)]
_Texts = Annotated[list[str], Meta(max_length=MOST_ENTRIES)]
_Pairs = Annotated[list[tuple[str, str]], Meta(max_length=MOST_ENTRIES)]
_Sentence = Annotated[str, Meta(max_length=LONGEST_SENTENCE)]
_Troubles = Annotated[list[tuple[str, _Sentence]], Meta(max_length=MOST_TROUBLES)]


class WireError(Exception):
    """The other side sent something that isn't a frame of ours; its process is not to be trusted any further."""


class ViewRequest(msgspec.Struct, frozen=True, array_like=True):
    """How an item's bytes are to be shown to a person; answered with a Shown or a Late.

    A mail item may also be wanted as a message (``EML``), which is answered with a Native; ``sought`` then has the
    SHA-256 of each attachment to leave out, and after a blank what stands in its place.

    ``kind`` is "page" (page ``number`` from 0, ``width`` pixels wide, with the places of the phrases ``sought``, folded
    words with a blank between), "rich" (mail HTML), "cells" (sheet ``number``
    from 0, rows from ``first`` on), "places" (of the cells that hold one of the texts ``sought``, case-folded),
    "stamped" (pages from ``number`` on as image files with a ``stamp``, where the phrases ``sought`` and the
    ``regions`` (see ``model.redactions``) are black, with the ``reasons`` of both in this order on them; without a
    stamp their number, and how often each phrase stands on them), or EML. The reader may keep a table for the next view
    of the same ``original``, 0 for none.
    """

    kind: str
    number: int = 0
    width: int = 0
    first: int = 0
    sought: tuple[str, ...] = ()
    stamp: Stamp | None = None
    regions: tuple[tuple[int, int, int, int, int], ...] = ()
    reasons: tuple[str, ...] = ()
    original: int = 0


def next_in_share(number: int, share: tuple[int, int]) -> int:
    """Return the first member from ``number`` on that is in a share: which one, and of how many."""
    which, shares = share
    block = number // _BLOCK
    ahead = (which - block) % shares
    return (block + ahead) * _BLOCK if ahead else number


class Want(msgspec.Struct, frozen=True, array_like=True):
    """A member ("0.2") whose bytes are wanted, and the hash that they had; see ``Item`` for its way."""

    member: str
    sha256: str = ""
    way: tuple[tuple[str, str], ...] = ()


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """The first ``members`` of a source, which are stored from an earlier version of it: the ``digest`` of where they
    stand, and how many ``items`` and bytes they come to with all that is inside them.
    """

    members: int = 0
    digest: str = ""
    items: int = 0
    size: int = 0


def places_digest(locations: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(locations).encode()).hexdigest()


class Job(msgspec.Struct, frozen=True, array_like=True):
    """One source to read. ``mapped`` bytes lie behind a descriptor that follows; otherwise they are in ``data``.

    ``wants`` asks for the bytes of members instead, which are answered in this order; the reader may keep the source
    for the next job of the same number ``kept``, 0 for none. ``view`` asks for the data as a person is to see it, with
    its media type in ``declared``; without either, everything is read. ``careful`` makes the reader say which member it
    begins. Members before ``resume`` were received already; those in ``poison`` (member, key of READER_ENDS) are
    answered with that Problem and not read. ``denials`` pairs rules of the scope that hold for members with regular
    expressions; a member that one denies is not extracted, and answered with a Denied. Of a source of a SHARED type
    only one ``share`` of the members is read, see ``next_in_share``. Of one of the type APPENDED, the members that are
    ``stored`` are passed over if they stand where they stood.
    """

    number: int
    name: str
    data: bytes = b""
    mapped: int = 0
    declared: str = ""
    wants: tuple[Want, ...] = ()
    kept: int = 0
    careful: bool = False
    resume: str = ""
    poison: dict[str, str] = {}
    passwords: tuple[str, ...] = ()
    view: ViewRequest | None = None
    denials: tuple[tuple[str, str], ...] = ()
    share: tuple[int, int] = (0, 1)
    stored: Stored = Stored()


class Part(
    msgspec.Struct, frozen=True, array_like=True, kw_only=True, tag_field="_", tag="p", forbid_unknown_fields=True
):
    """One item that was read. ``member`` is its way inside the source, "" for the source itself.

    ``date`` is in seconds since 1970 UTC, None where there is none; ``date_kind`` is sent, modified or "". ``folded``
    pairs a field with its folded text. ``lang`` is a code of ``model.tables.LANGUAGES`` or "". ``location`` and
    ``path`` are as ``Child`` has them. ``taken`` is how many bytes of its container it takes. ``passed`` is how many
    members were passed over, as the job says that they are stored: all of those or none.
    """

    job: int
    member: str
    name: str
    type: str
    size: _Count
    sha256: str
    mih: str
    digest: str
    subject: str
    sender: str
    to: _Texts
    cc: _Texts
    bcc: _Texts
    date: _Date | None
    date_kind: Literal["", "sent", "modified"]
    date_raw: str
    message_id: str
    references: _Texts
    properties: _Pairs
    segments: _Pairs
    folded: Annotated[list[tuple[str, str]], Meta(max_length=64)]
    troubles: _Troubles
    lang: str = ""
    location: str = ""
    path: str = ""
    taken: _Count = 0
    passed: _Count = 0


class Denied(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="x", forbid_unknown_fields=True):
    """A member that a rule denies, and under which path in its container; it was not extracted."""

    job: int
    member: str
    path: _Sentence
    rule: str


class Late(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="l", forbid_unknown_fields=True):
    """Problems of a member that showed only while its children were read: pairs of a code and an encoded sentence."""

    job: int
    member: str
    troubles: _Troubles


class Begin(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="b", forbid_unknown_fields=True):
    """The reader is about to read this member; ``resume`` is the message around it, unsent, where that is hashed."""

    job: int
    member: str
    resume: str | None = None


class Native(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="n", forbid_unknown_fields=True):
    """The bytes of a member that was wanted; None where the source no longer holds it."""

    job: int
    data: bytes | None
    member: str = ""


class Shown(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="v", forbid_unknown_fields=True):
    """What a person is to see."""

    job: int
    view: Preview


class Done(msgspec.Struct, frozen=True, array_like=True, tag_field="_", tag="d", forbid_unknown_fields=True):
    """The end of a job; ``weight`` is the reader's peak memory so far, in KiB, and of READY its process number."""

    job: int
    weight: _Count


Reply = Part | Denied | Late | Begin | Native | Shown | Done

_Body = TypeVar("_Body")

_ENCODER = msgspec.msgpack.Encoder()
JOBS = msgspec.msgpack.Decoder(Job)
REPLIES: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def pack(message: msgspec.Struct) -> bytearray:
    """Return the message as a frame, which is made in one place: a part may hold a hundred megabytes of text."""
    frame = bytearray(_LENGTH.size)
    _ENCODER.encode_into(message, frame, _LENGTH.size)
    _LENGTH.pack_into(frame, 0, len(frame) - _LENGTH.size)
    return frame


def unpack(decoder: msgspec.msgpack.Decoder[_Body], body: bytes | memoryview) -> _Body:
    """Decode a body with JOBS or REPLIES; raises WireError."""
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(str(error)) from error


CLOCK = 10  # how many times its processor time an item may take by the clock, while other programs are at work


def most_seconds(limit_seconds: int, size: int) -> int:
    """Return how much processor time an item of ``size`` bytes may take, in seconds: twice the limit for 32 MiB."""
    return limit_seconds + limit_seconds * (size >> 20) // 32


def most_unpacked(limit_mb: int, size: int) -> int:
    """Return how much a source of ``size`` bytes may hold at all depths together, in bytes.

    Four times its own size is allowed whatever the limit: what stands in a large mailbox as it is hasn't been unpacked;
    it is there once for each level of mail in mail.
    """
    return max(limit_mb << 20, 4 * size)


def is_sound(image: PageImage) -> bool:
    """Whether the numbers are possible and the bytes are as many as they say; nothing else may reach a window."""
    width, height = image.width, image.height
    fits = 0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE and width * height <= MOST_PIXELS
    fits &= all(left < right <= width and top < bottom <= height for _, _, left, top, right, bottom in image.marks)
    return fits and 0 < image.pages <= MOST_PAGES and len(image.data) == width * height * 4


class Frames:
    """Cuts a stream of received bytes into frame bodies."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._at = 0

    def feed(self, untrusted_data: bytes) -> None:
        if self._at:
            del self._buffer[: self._at]
            self._at = 0
        self._buffer += untrusted_data

    def next(self) -> bytes | memoryview | None:
        """Return the next whole body, None until more is fed; raises WireError for an impossible length."""
        start = self._at + 4
        if len(self._buffer) < start:
            return None
        (length,) = _LENGTH.unpack_from(self._buffer, self._at)
        if length > FRAME_LIMIT:
            raise WireError(f"a frame of {length:,} bytes")
        if len(self._buffer) < start + length:
            return None
        received = memoryview(self._buffer)  # a large body keeps the buffer, so that it isn't copied
        if length < _LARGE:
            self._at = start + length
            return bytes(received[start : start + length])
        self._buffer, self._at = bytearray(received[start + length :]), 0
        return received[start : start + length]
