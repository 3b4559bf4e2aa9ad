"""Every sentence that the core says to a person: a key, named values, and one English template for each key.

The core raises and stores keys and values; whoever shows a sentence renders it, in whatever language. The templates
are in the JSON files of this folder, grouped by who says them: ``reader`` is for the reader processes and the doctor,
``pages`` for PDF documents, pictures and recordings, ``kinds`` for files without a reader. Nothing here decides what is
said.

A template names its values in braces, with Python's format specification where a number needs one: ``{count:,}``.
Keys are stable: cases keep them on disk, and translations are looked up by them.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from string import Formatter

import msgspec

from triage.model.messages import Message, Value

PLAIN = "plain"
"""The key of a text that is no template of ours, such as a library's words."""

TEMPLATES: dict[str, str] = {}
for _catalogue in sorted(Path(__file__).parent.glob("*.json")):
    TEMPLATES |= json.loads(_catalogue.read_bytes())

_MOST_NESTED = 5
_MOST_CHARACTERS = 100_000


def say(key: str, /, **values: object) -> Message:
    """Return the sentence of a key with its values; anything but numbers and sentences is taken as text.

    An exception that has a sentence of its own gives that, any other its text. Raises LookupError where there is no
    such key, or where the values aren't those that the template names.
    """
    names = fields(key)
    if values.keys() != names.keys():
        raise LookupError(f"'{key}' names {sorted(names)}, not {sorted(values)}")
    return Message(key, tuple((name, _value(value)) for name, value in values.items()))


def joined(key: str, messages: Sequence[Message]) -> Message:
    """Return sentences as one, by a template of ``first`` and ``second``; nested as little as can be."""
    if len(messages) < 2:
        return messages[0] if messages else plain("")
    middle = (len(messages) + 1) // 2
    return say(key, first=joined(key, messages[:middle]), second=joined(key, messages[middle:]))


def plain(text: str) -> Message:
    """Return a text that has no template, such as a library's own words, as a sentence."""
    return Message(PLAIN, (("text", text),))


def _value(value: object) -> Value:
    message = getattr(value, "message", None) if isinstance(value, Exception) else None
    if isinstance(message, Message):
        return message
    return value if isinstance(value, str | int | float | Message) else str(value)


@lru_cache(maxsize=4096)
def fields(key: str) -> dict[str, str]:
    """Return the names of the values of a key's template, each with its format specification."""
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(TEMPLATES[key]) if name}


def render(message: Message, template: Callable[[str], str] | None = None, mark: Callable[[str], str] = str) -> str:
    """Return a sentence as text: in English, or by the template that ``template`` gives for its key ("" for none).

    ``mark`` is applied to each text among the values, to set foreign words apart.
    """
    formats = fields(message.key)
    values = {name: _shown(value, formats[name], template, mark) for name, value in message.values}
    translated = template(message.key) if template else ""
    if translated:
        return translated.format(**values)
    parts = Formatter().parse(TEMPLATES[message.key])
    return "".join(literal + (values[name] if name else "") for literal, name, _, _ in parts)


def _shown(value: Value, specification: str, template: Callable[[str], str] | None, mark: Callable[[str], str]) -> str:
    if isinstance(value, Message):
        return render(value, template, mark)
    return format(value, specification) if isinstance(value, int | float) else mark(value)


def encode(message: Message) -> str:
    return json.dumps(_packed(message), ensure_ascii=False, separators=(",", ":"))


def _packed(message: Message) -> list[object]:
    return [message.key, {n: _packed(v) if isinstance(v, Message) else v for n, v in message.values}]


def as_json(value: object) -> object:
    """Return what ``json`` can't write by itself: dataclasses as objects, sentences in English, bytes in hex."""
    if isinstance(value, Message):
        return render(value)
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.asdict(value)
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(type(value).__name__)


def decode(untrusted_text: str) -> Message:
    """Return the sentence that ``encode`` wrote; any other text comes back as PLAIN."""
    if untrusted_text.startswith('["'):
        try:
            return _unpacked(json.loads(untrusted_text), 0)
        except (ValueError, LookupError, TypeError, RecursionError):
            pass
    return plain(untrusted_text[:_MOST_CHARACTERS])


def _unpacked(untrusted: object, depth: int) -> Message:
    """Check and return what JSON gave; raises ValueError or LookupError for what ``say`` could not have made."""
    if depth > _MOST_NESTED or not isinstance(untrusted, list) or len(untrusted) != 2:
        raise ValueError("not a sentence")
    key, values = untrusted
    if key not in TEMPLATES or not isinstance(values, dict):
        raise LookupError(key)
    if not all(isinstance(value, str | int | float | list) for value in values.values()):
        raise ValueError("not a sentence")
    return say(key, **{n: _unpacked(v, depth + 1) if isinstance(v, list) else v for n, v in values.items()})
