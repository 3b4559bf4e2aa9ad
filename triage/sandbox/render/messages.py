"""Mail as it leaves in a production: as a message (EML), and without attachments that are kept back.

A message that has none of those leaves byte for byte. From others the parts are cut out, headers and all; what is
around them stays as it was. What comes out is read again, as when it was indexed, before it is handed over.
"""

from __future__ import annotations

import hashlib
from binascii import b2a_base64
from collections.abc import Mapping

from triage.errors import FormatError
from triage.model.items import Child
from triage.parsers.kit.contract import Context
from triage.parsers.kit.transfer import decode_transfer
from triage.parsers.mail import emlx
from triage.parsers.mail.eml import plain_bytes, read_message
from triage.parsers.mail.mime import MimePart, Tree, read_tree
from triage.parsers.outlook import msg
from triage.sandbox.render.eml import eml
from triage.sandbox.wire import ViewRequest


def message(view: ViewRequest, untrusted_data: bytes, context: Context, depth: int) -> bytes:
    """Return a mail item as a message; ``view.sought`` has the SHA-256 of each attachment to leave out, and a note.

    Raises FormatError where one of them can't be left out, and what the reader of Outlook items raises.
    """
    kept_back = {digest: note for digest, _, note in (one.partition(" ") for one in view.sought)}
    if context.declared == msg.TYPE:
        made = eml(untrusted_data, context, depth, kept_back)
    else:
        start, length = emlx.mail_within(untrusted_data) if context.declared == emlx.TYPE else (0, len(untrusted_data))
        made = untrusted_data[start : start + length]
        made = _without(made, kept_back) if kept_back else made
    if kept_back and not _digests(made).isdisjoint(kept_back):
        raise FormatError("message-lacks-part")
    return made


def _digests(untrusted: bytes) -> set[str]:
    children = read_message(untrusted).children
    return {hashlib.sha256(child.data).hexdigest() for child in children if isinstance(child, Child)}


def _without(untrusted: bytes, kept_back: Mapping[str, str]) -> bytes:
    data = plain_bytes(untrusted)
    tree = read_tree(data)
    pieces, at, found = list[bytes](), 0, set[str]()
    for part in tree.parts:
        if part.multipart or part.parent < 0:
            continue
        digest = hashlib.sha256(decode_transfer(data[part.start : part.end], part.encoding)[0]).hexdigest()
        if digest in kept_back:
            pieces += [data[at : _begin(data, tree, part)], _note(kept_back[digest], b"\r\n" in data[:1000])]
            at = part.end
            found.add(digest)
    if found != kept_back.keys():
        raise FormatError("message-lacks-part")
    return b"".join([*pieces, data[at:]])


def _begin(data: bytes, tree: Tree, part: MimePart) -> int:
    """Return where a part's header begins: after the line that delimits it (RFC 2046 5.1.1)."""
    boundary = tree.parts[part.parent].parameters.get("boundary", "")
    delimiter = data.rfind(b"\n--" + boundary.encode("utf-8", "surrogateescape"), 0, part.start)
    begin = data.find(b"\n", delimiter + 1) + 1
    if not boundary or delimiter < 0 or not 0 < begin <= part.start:
        raise FormatError("message-lacks-part")
    return begin


def _note(note: str, wide: bool) -> bytes:
    end = b"\r\n" if wide else b"\n"
    head = [b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: base64", b""]
    return end.join([*head, b2a_base64(note.encode(), newline=False)])
