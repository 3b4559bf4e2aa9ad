"""Domains of addresses in both of their forms: in letters of any script, and in Punycode (RFC 3490, RFC 3492).

Mail programs show the one and send the other, so an address that someone reads off a screen isn't the one in the mail.
"""

from __future__ import annotations

from collections.abc import Iterable

_PUNYCODE = "xn--"


def other_forms(untrusted_people: Iterable[str]) -> list[str]:
    """Return the addresses among these persons whose domain has another form, in that form, each once.

    What isn't a domain in either form is passed over.
    """
    found: dict[str, None] = {}
    for person in untrusted_people:
        if not person.isascii() or _PUNYCODE in person.lower():
            mailbox, at, domain = person.rpartition("<")[2].rstrip(">").rpartition("@")
            other = _other_form(domain.strip().lower()) if at else None
            if other:
                found[f"{mailbox}@{other}"] = None
    return list(found)


def _other_form(domain: str) -> str | None:
    try:
        if not domain.isascii():
            return domain.encode("idna").decode("ascii")
        return domain.encode("ascii").decode("idna") if _PUNYCODE in domain else None
    except UnicodeError:
        return None
