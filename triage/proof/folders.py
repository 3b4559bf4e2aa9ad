"""What left a case, checked by the parts of verify.py, with the sentences in the form that the program translates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from triage.errors import VerifyError
from triage.messages import say
from triage.model.items import Check
from triage.model.messages import Message
from triage.proof.keys import PublicKey, signed
from triage.proof.verify import main
from triage.proof.verify.basics import Failure, Given, Said
from triage.proof.verify.proof import CheckedProof


def is_folder_of_ours(folder: Path) -> bool:
    """Return whether a folder looks like a proof, an export or a production, whole or not."""
    return main.kind_of(folder) is not None


def known_keys(untrusted: Sequence[str]) -> tuple[str, ...]:
    """Return public lines of keys, of which files may be named instead; raises VerifyError where one can't be read."""
    try:
        lines = main.known_keys(untrusted)
    except (Failure, ValueError) as error:
        raise VerifyError(
            "keys-unreadable", error=message(error.said) if isinstance(error, Failure) else error
        ) from error
    return tuple(PublicKey.parse(line).line for line in lines)


def check(
    folder: Path, head: Path | None = None, keys: Sequence[str] = (), versions: Mapping[str, str] | None = None
) -> list[Check]:
    """Check a proof, an export or a production; a proof also against a head, and the signer against known keys.

    ``versions`` are those that are installed, with which those are compared that made it. Raises VerifyError where a
    head or keys can't be used.
    """
    if head and main.kind_of(folder) is not CheckedProof:
        raise VerifyError("head-of-no-export", path=folder)
    given = Given(signed, head, keys=known_keys(keys), versions=versions or {})
    return [Check(r.name, r.held, message(r.said)) for r in main.check_folder(folder, given)]


def message(said: Said) -> Message:
    """Return a sentence of verify.py as one of the program."""
    return say(said.key, **{name: message(v) if isinstance(v, Said) else v for name, v in said.values.items()})
