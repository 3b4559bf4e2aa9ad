"""The archives of newer iWork documents: Snappy chunks of protocol buffer messages.

Snappy's format description and the protocol buffers encoding are public; which message holds text is known from the
files themselves: type 2001 keeps a text storage's text in field 3; those of tables are read in ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterator

STORAGES = (2001, 2005)
"""The types of messages that hold a text."""

_MOST = 256 << 20


def messages(untrusted_archive: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (object's number, type, bytes) of an archive's messages. Raises IndexError or ValueError for damage."""
    data = b"".join(_chunks(untrusted_archive))
    at = 0
    while at < len(data):
        size, at = varint(data, at)
        info = Fields(data[at : at + size])
        at += size
        for announced in map(Fields, info.messages(2)):
            length = announced.number(3)
            yield info.number(1), announced.number(1), data[at : at + length]
            at += length


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the unpacked chunks: a zero byte, three bytes of length, Snappy without its frame."""
    import cramjam

    at = total = 0
    while at + 4 <= len(data):
        if data[at]:
            raise ValueError("no chunk")
        size = int.from_bytes(data[at + 1 : at + 4], "little")
        chunk = data[at + 4 : at + 4 + size]
        total += varint(chunk, 0)[0]  # what the chunk unpacks to, as it states (Snappy's format description, 1)
        if total > _MOST:
            raise ValueError("too large")
        try:
            yield bytes(cramjam.snappy.decompress_raw(chunk))
        except cramjam.DecompressionError as error:
            raise ValueError("a damaged chunk") from error
        at += 4 + size


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number in sevens of bits and where it ends. Raises IndexError or ValueError where it has no end."""
    value = shift = 0
    while shift < 70:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise ValueError("a number without an end")


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield (number, value) of a message's fields: bytes for those with a length, else a number."""
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        kind = tag & 7
        if kind == 0:
            value, at = varint(message, at)
            yield tag >> 3, value
        elif kind == 2:
            size, at = varint(message, at)
            yield tag >> 3, message[at : at + size]
            at += size
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            return


class Fields:
    """The fields of a message by their numbers. Raises IndexError or ValueError where the message is damaged."""

    def __init__(self, message: bytes) -> None:
        self._values: dict[int, list[int | bytes]] = {}
        for number, value in fields(message):
            self._values.setdefault(number, []).append(value)

    def __contains__(self, number: int) -> bool:
        return number in self._values

    def messages(self, number: int) -> list[bytes]:
        """Return all values of a field that have bytes."""
        return [value for value in self._values.get(number, ()) if isinstance(value, bytes)]

    def data(self, number: int) -> bytes:
        """Return a field's bytes, none where it is a number or missing."""
        value = self._values.get(number, [b""])[-1]
        return value if isinstance(value, bytes) else b""

    def number(self, number: int) -> int:
        """Return a field's number, 0 where it is none or missing."""
        value = self._values.get(number, [0])[-1]
        return value if isinstance(value, int) else 0

    def reference(self, number: int) -> int:
        """Return the number of the object that a reference names, 0 where there is none."""
        return Fields(self.data(number)).number(1)


def text(value: bytes) -> str:
    """Return a string of a message, "" where it isn't UTF-8."""
    try:
        return value.decode("utf-8").replace("\u2028", "\n").replace("\ufffc", "")
    except UnicodeDecodeError:
        return ""
