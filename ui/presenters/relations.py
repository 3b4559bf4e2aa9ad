"""What an item is related to, as lines of trees: family, conversation, the same content elsewhere, and nearly the same.

Nothing here knows a widget. Each group is held to the lines around the item where it is large.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from triage.case import Case
from triage.model.items import ItemNo, Row
from triage.model.reports import ConversationNode
from ui.i18n import formatting
from ui.i18n.language import later, tr

MOST = 300
"""Lines of one group that are shown."""
DEEPEST = 8
"""Levels that are shown as such; what stands deeper stands beside its parent."""
KINDS = ("family", "conversation", "copies", "elsewhere", "near")
_EVIDENCE = {
    "quoted-text": later("quoted text"),
    "participants": later("participants and time"),
    "thread-index": later("Thread-Index"),
    "same-message": later("same message"),
}


class RelationLine(NamedTuple):
    """One relative; ``no`` is None for a message that the case doesn't have. ``here``: it is the item itself."""

    depth: int
    no: ItemNo | None
    text: str
    hint: str
    here: bool
    plain: str = ""


class Group(NamedTuple):
    """One of KINDS: its name with the count, and the lines in order."""

    kind: str
    name: str
    lines: list[RelationLine]


def read(no: ItemNo, case: Case) -> list[Group]:
    """Return the groups that hold more than the item itself."""
    near, alike, known = case.search.family(no), case.search.duplicates(no), case.reports.copies([no])
    copies = known[no].nos if no in known else ()
    others = [other for other in alike if other == no or other not in copies]
    families = case.reports.families(set(others).difference(near))
    where = tr("Also in %n other families", families) if families else tr("Also in this family")
    groups = (
        _group("family", tr("Family"), no, near, case),
        _conversation(no, case),
        _group("copies", tr("Copies"), no, [other for other in alike if other == no or other in copies], case),
        _group("elsewhere", where, no, others, case),
        _near(no, case),
    )
    return [group for group in groups if group is not None]


def up(no: ItemNo, case: Case) -> ItemNo | None:
    """Return the item that this one is attached to; for a message the one it answers; None at the top."""
    parent = next((row.parent for row in case.search.rows([no])), None)
    if parent is not None:
        return parent
    conversation = case.search.conversation(no)
    if conversation.here is None:
        return None
    depth = conversation.nodes[conversation.here].depth
    for node in reversed(conversation.nodes[: conversation.here]):
        if node.depth < depth:
            if node.no is not None:
                return node.no
            depth = node.depth
    return None


def around(length: int, here: int) -> range:
    """Return the places of the MOST lines around one."""
    start = max(0, min(here - MOST // 2, length - MOST))
    return range(start, min(length, start + MOST))


# ---- family and the same content


def _group(kind: str, name: str, no: ItemNo, nos: Sequence[ItemNo], case: Case) -> Group | None:
    if len(nos) < 2:
        return None
    rows = case.search.rows([nos[at] for at in around(len(nos), nos.index(no))])
    if kind == "family":
        texts = [(depth, row, _member(row)) for depth, row in _nested(rows)]
    else:
        texts = [(0, row, f"{_isolated(row.custodian)}  {formatting.isolate(_path(row))}") for row in rows]
    lines = [RelationLine(depth, row.no, text, _where(row), row.no == no) for depth, row, text in texts]
    name = f"{name}: {formatting.count(len(nos), 'item')}"
    if len(lines) < len(nos):
        name = tr("{group}, %n of them here", len(lines), group=name)
    return Group(kind, name, lines)


def _near(no: ItemNo, case: Case) -> Group | None:
    """Return the near-duplicates, each with how near it is to the pivot of the group, which is the first."""
    group = case.reports.insight.near.group(no)
    if len(group) < 2:
        return None
    nos = [near.no for near in group]
    members = [group[at] for at in around(len(nos), nos.index(no))]
    rows = {row.no: row for row in case.search.rows([near.no for near in members])}
    lines = []
    for near in members:
        row = rows[near.no]
        subject = _isolated(row.subject or row.name, tr("(no subject)"))
        share = formatting.isolate(f"{int(100 * near.nearness)} %")
        text = f"{share}  {row.date[:10]}  {subject}"
        lines.append(RelationLine(0, near.no, text, _where(row), near.no == no))
    name = f"{tr('Near-duplicates')}: {formatting.count(len(nos), 'item')}"
    return Group("near", name, lines)


def _nested(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    there = {row.no for row in rows}
    below: dict[ItemNo | None, list[Row]] = {}
    for row in rows:
        below.setdefault(row.parent if row.parent in there else None, []).append(row)
    waiting = [(0, row) for row in reversed(below.get(None, []))]
    while waiting:
        depth, row = waiting.pop()
        yield depth, row
        waiting += [(depth + 1, child) for child in reversed(below.get(row.no, []))]


def _member(row: Row) -> str:
    name = tr("[sealed]") if row.sealed else _isolated(row.subject or row.name, tr("(no name)"))
    return f"{name}  {formatting.kind(row.type)}"


def _isolated(untrusted: str, none: str = "") -> str:
    return formatting.isolate(formatting.safe_line(untrusted) or none)


def _where(row: Row) -> str:
    return f"{formatting.safe_line(row.custodian)}: {_path(row)}"


def _path(row: Row) -> str:
    """Return the path, and of what lies inside a mail or an archive its own name as well."""
    inside = f" › {row.name}" if row.parent is not None and row.name else ""
    return formatting.safe_line(f"{row.path}{inside}")


# ---- conversation


def _conversation(no: ItemNo, case: Case) -> Group | None:
    conversation = case.search.conversation(no)
    if len(conversation.nodes) < 2:
        return None
    near = around(len(conversation.nodes), conversation.here or 0)
    lines = [_message(conversation.nodes[at], at == conversation.here) for at in near]
    total = len(conversation.nodes) - conversation.missing
    name = tr("Conversation: {messages}", messages=formatting.count(total, "message"))
    if conversation.missing:
        name = tr("{group}, %n missing", conversation.missing, group=name)
    if inferred := sum(bool(node.inferred) for node in conversation.nodes):
        name = tr("{group}, %n inferred", inferred, group=name)
    if len(lines) < len(conversation.nodes) or conversation.left_out:
        name = tr("{group}, %n of them here", len(lines), group=name)
    return Group("conversation", name, lines)


def _message(node: ConversationNode, here: bool) -> RelationLine:
    if node.no is None:
        text = tr("missing  {message}", message=_isolated(node.message_id))
        hint = tr("Other messages refer to this one, but it is not in the case. Ctrl+C copies its Message-ID.")
        return RelationLine(node.depth, None, text + evidence_of(node), hint, False, node.message_id)
    mark = "~ " if node.inferred else ""
    who = _isolated(node.sender.partition("<")[0].strip() or node.sender)
    text = f"{mark}{node.date[:10]}  {who}  {_isolated(node.subject, tr('(no subject)'))}"
    if len(node.copies) > 1:  # tr would give a message put into its sentence an order of its own
        text += tr("{message}  (%n copies)", len(node.copies), message="")
    hint = formatting.safe_line(f"{node.date}  {node.sender}: {node.subject}") + evidence_of(node)
    return RelationLine(node.depth, node.no, text + evidence_of(node), hint, here)


def evidence_of(node: ConversationNode) -> str:
    """Return the evidence that puts a message under the one above it, "" where headers do."""
    if not node.inferred:
        return ""
    return tr("{message}  (inferred: {evidence})", message="", evidence=tr(_EVIDENCE[node.inferred]))
