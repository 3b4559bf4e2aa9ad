"""How headers name people: by address, by Exchange name, or by name alone. It parses, and takes no two for one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from triage.store.derived.messages import MessageRecord
from triage.text import fold

_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")
_EXCHANGE = re.compile(r"/o=[^<>@;\"]*/cn=[^<>@;\"]+", re.IGNORECASE)
_WRAPPED = re.compile(r"imceaex-(_o=[^@]+)@", re.IGNORECASE)
"""An Exchange name as Outlook wraps it for the Internet (MS-OXOABK 2.2.3.22): signs as ``+`` and two digits."""
_SIGN = re.compile(r"\+([0-9a-f]{2})", re.IGNORECASE)
_SUBADDRESS = re.compile(r"\+[^@]*(?=@)")
_ASIDE = re.compile(r"[/(@\[].*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_AROUND = " \t\"'<>,;."
_RECIPIENTS = msgspec.json.Decoder(list[list[str]])


class Party(NamedTuple):
    """Somebody as a header names them: the ``key`` to compare by, "" for nobody, and the name as written.

    The key is an address in lower case (with "@"), an Exchange name in lower case ("/o=..."), or the words of a name.
    """

    key: str
    name: str


def party(untrusted_written: str) -> Party:
    """Return who is written as ``Name <address>``, ``address`` or ``Name``; of several addresses the first."""
    if wrapped := _WRAPPED.search(untrusted_written):
        inner = _SIGN.sub(lambda found: chr(int(found[1], 16)), wrapped[1].replace("_", "/"))
        return Party(inner.lower().strip(_AROUND), _name(untrusted_written[: wrapped.start()]))
    if exchange := _EXCHANGE.search(untrusted_written):
        return Party(exchange[0].lower().strip(_AROUND), _name(untrusted_written[: exchange.start()]))
    if found := _ADDRESS.search(untrusted_written):
        address = _SUBADDRESS.sub("", found[0].lower()).strip(_AROUND)
        return Party(address, _name(untrusted_written[: found.start()]))
    return Party(name_key(untrusted_written), _name(untrusted_written))


def _name(untrusted_written: str) -> str:
    return " ".join(untrusted_written.split()).strip(_AROUND)


@lru_cache(1 << 16)
def name_key(untrusted_name: str) -> str:
    """Return the words of a name in the order of the alphabet, folded: "Levi, Dana (Ext)" and "Dana Levi" are equal."""
    return " ".join(sorted(_LETTERS.findall(fold(_ASIDE.sub("", untrusted_name)))))


def recipients(message: MessageRecord) -> list[str]:
    """Return the recipients of a message as written: to, copies, blind copies."""
    return [name for kind in _RECIPIENTS.decode(message.recipients) for name in kind]
