"""The protocol of a production: what the parties agreed on, as a TOML file. Pure; every value in it is untrusted.

``example.toml`` has each key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from triage.errors import ExportError
from triage.export.production import loadfiles
from triage.model.exports import BELONGING, FAMILY
from triage.model.previews import FORMS, TIFF, Stamp, can_be_stamped

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,19}")
_MOST_TEXT, _MOST_QUERY = 200, 1_000_000
_MOST_STAMPED = 60  # what fits on a page beside the number
_FIRST = '"First production"'
SHEETS = "sheets"
MAIL = NATIVE, EML = "native", "eml"


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a production is made. ``belonging`` is one of BELONGING; ``withhold`` gives tags and the basis for each.

    ``images`` is SHEETS or one of FORMS, as which the pages of documents leave that have any, each with a number.
    """

    name: str
    volume: str
    prefix: str
    query: str = "tag:relevant"
    belonging: str = FAMILY
    digits: int = 7
    profile: str = "relativity"
    images: str = SHEETS
    mail: str = NATIVE
    mbox: bool = False
    second_reviewer: bool = False
    confidentiality: str = ""
    endorsement: str = ""
    replaces: str = ""
    only_new: bool = False
    withhold: Mapping[str, str] = field(default_factory=dict)

    def number(self, at: int) -> str:
        """Return a document's number as it is written; raises ExportError where it has more digits than agreed on."""
        digits = str(at)
        if len(digits) > self.digits:
            raise ExportError("numbers-used-up", prefix=self.prefix, digits=self.digits)
        return f"{self.prefix}{digits:>0{self.digits}}"

    def stamp(self, at: int) -> Stamp:
        """Return the stamp of the pages of the document that has this number."""
        return Stamp(self.form, self.prefix, self.digits, at, self.confidentiality, self.endorsement)

    @property
    def form(self) -> str:
        """As what pages leave; those of what is redacted do where other documents have slip sheets, too."""
        return TIFF if self.images == SHEETS else self.images


_NAMES = {("with" if one.name == "belonging" else one.name): one for one in fields(Protocol)}


def example(number: int) -> str:
    """Return a protocol to begin with, for the production of this number in a case."""
    text = Path(__file__).with_name("example.toml").read_text("utf-8")
    name = f'"Production {number}"'
    return text.replace(f"{_FIRST} ", f"{name:<{len(_FIRST)}} ").replace("VOL001", f"VOL{number:03d}")


def read(untrusted_text: str) -> Protocol:
    """Return the protocol that a file describes; raises ExportError, which says what is wrong with it."""
    try:
        untrusted = tomllib.loads(untrusted_text)
    except tomllib.TOMLDecodeError as error:
        raise ExportError("protocol-not-toml", error=error) from error
    for name, value in untrusted.items():
        if name not in _NAMES:
            raise ExportError("protocol-unknown-key", key=name, known=", ".join(_NAMES))
        _check_kind(name, value)
    for name in ("name", "volume", "prefix"):
        if name not in untrusted:
            raise ExportError("protocol-lacks", key=name)
    made = Protocol(**{_NAMES[name].name: value for name, value in untrusted.items()})
    _check(made)
    return made


def _check_kind(name: str, value: Any) -> None:
    wanted = {"digits": int, "only_new": bool, "mbox": bool, "second_reviewer": bool, "withhold": dict}.get(name, str)
    bases = value.values() if isinstance(value, dict) else ()
    fits = type(value) is wanted and all(isinstance(basis, str) for basis in bases)
    most = {"query": _MOST_QUERY, "confidentiality": _MOST_STAMPED, "endorsement": _MOST_STAMPED}.get(name, _MOST_TEXT)
    if not fits or (wanted is str and len(value) > most):
        raise ExportError("protocol-bad-value", key=name)


def _check(made: Protocol) -> None:
    stamped = (made.confidentiality, made.endorsement)
    texts = (made.name, *stamped, made.replaces, *made.withhold, *made.withhold.values())
    wrong = {
        "name": not made.name.strip(),
        "volume": not _PLAIN.fullmatch(made.volume),
        "prefix": not _PREFIX.fullmatch(made.prefix),
        "digits": not 4 <= made.digits <= 12,
        "with": made.belonging not in BELONGING,
        "profile": made.profile not in loadfiles.profiles(),
        "query": not made.query.strip(),
        "withhold": any(not tag.strip() or not basis.strip() for tag, basis in made.withhold.items()),
        "mail": made.mail not in MAIL,
        "images": made.images not in (SHEETS, *FORMS),
        "name, confidentiality, endorsement, replaces or withhold": not all(text.isprintable() for text in texts),
        "confidentiality or endorsement": not can_be_stamped("".join(stamped)),
    }
    for name, bad in wrong.items():
        if bad:
            raise ExportError("protocol-bad-value", key=name)
