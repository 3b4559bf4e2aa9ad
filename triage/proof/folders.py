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
from triage.proof.verify.basics import Failure, Inputs, KeyedSentence
from triage.proof.verify.proof import CheckedProof


def is_folder_of_ours(folder: Path) -> bool:
    return main.kind_of(folder) is not None


def known_keys(untrusted: Sequence[str]) -> tuple[str, ...]:
    """Return public lines of keys, of which files may be named instead; raises VerifyError where one can't be read."""
    try:
        lines = main.known_keys(untrusted)
    except (Failure, ValueError) as error:
        raise VerifyError(
            "keys-unreadable", error=message(error.sentence) if isinstance(error, Failure) else error
        ) from error
    return tuple(PublicKey.parse(line).line for line in lines)


def check(
    folder: Path, head: Path | None = None, keys: Sequence[str] = (), versions: Mapping[str, str] | None = None
) -> list[Check]:
    """Check a folder; ``versions`` are those installed. Raises VerifyError where a head or keys can't be used."""
    if head and main.kind_of(folder) is not CheckedProof:
        raise VerifyError("head-of-no-export", path=folder)
    inputs = Inputs(signed, head, keys=known_keys(keys), versions=versions or {})
    return [Check(r.name, r.held, message(r.sentence)) for r in main.check_folder(folder, inputs)]


def message(sentence: KeyedSentence) -> Message:
    key, values = sentence
    return say(
        key, **{name: message(value) if isinstance(value, KeyedSentence) else value for name, value in values.items()}
    )
