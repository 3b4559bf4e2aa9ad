"""Files of known kinds that hold no text or have no reader: named for what they are, and reported.

So that a reviewer sees "a drawing that wasn't read" and not "unknown bytes". Of kinds that hold words in the open, such
as drawings, the readable strings are kept, so that a search may still meet them.
"""

from __future__ import annotations

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe, Signatures
from triage.parsers.kit.ole import loose
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.text.plain import read_text

_KINDS = Signatures(__name__, "binary.tsv")
TYPES = _KINDS.types
_TEXTUAL = frozenset(("image/vnd.dxf", "application/warc", "application/mac-binhex40"))
"""Kinds that may be text all through; their text is kept as it stands."""


def claims(probe: Probe) -> bool:
    # What reads as text is left to the text reader, save where a signature says more.
    kind = _KINDS.row(probe.head)
    if kind is None:
        return False
    media, _, name, _ = kind
    return not probe.is_text or media in _TEXTUAL or name == "pgp-message"


def parse(untrusted_data: Data, context: Context) -> Extract:
    media, _, name, rest = _KINDS.row(untrusted_data) or ("application/octet-stream", "", "unknown-kind", "-")
    if rest == "strings":
        keys = "kind-without-reader-strings", "kind-without-reader"
        return with_strings(untrusted_data, context, media, keys, kind=say(name))
    code = "encrypted" if name == "pgp-message" else "unsupported"
    return Extract(media, troubles=[Trouble(code, say("kind-not-read", kind=say(name)))])


def with_strings(
    data: Data, context: Context, media: str, keys: tuple[str, str], code: str = "unsupported", **values: object
) -> Extract:
    """Return the readable strings of a file without a reader, or its whole text where it is all text. ``keys`` are the
    sentences for where there are strings and where there are none; ``values`` are theirs.
    """
    texts = Texts(context.limits)
    if Probe(data).is_text:
        text, texts.troubles = read_text(data, None, context.limits)
        segments = [Segment("body", clean(text))]
    else:
        loose(data[:], texts)
        segments = texts.segments()
    texts.trouble(code, keys[0] if segments else keys[1], **values)
    return Extract(media, segments, texts.troubles)
