"""What the page on the case says: the scope and its versions, what is on record, in sentences. Pure functions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from triage.case import Policy
from triage.messages import say
from triage.model.items import EXTENT, Check, Status
from triage.model.reports import Backup
from triage.model.scope import ScopePlan, ScopeVersion
from triage.model.team import ShownShare
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, ours, tr

SCOPE_HEADS = (later("Rule"), later("Kind"), later("Folder or pattern"), later("Includes or excludes"))
VERSION_HEADS = ("#", later("Time (UTC)"), later("Login"), later("Approved by"), later("Reason"))
_ACTIONS = {
    "create": later("created with the case"),
    "use": later("edited in scope.toml"),
    "approve": later("approved"),
    "apply": later("removed what it leaves out"),
}


def scope_rows(policy: Policy, plan: ScopePlan | None) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield for each rule its id, its cells and a hint; without a plan nothing is counted yet."""
    roots = {root.id: root for root in plan.roots} if plan else {}
    names = {rule.id: rule.names for rule in plan.rules} if plan else {}
    for allow in policy.allow:
        root, amount = roots.get(allow.id), "…"
        hint = formatting.listed(map(formatting.foreign, (allow.custodian, allow.basis)))
        if root is not None:
            amount = formatting.listed((formatting.count(root.files, "file"), as_is(formatting.size(root.bytes))))
        if root is not None and root.error is not None:
            amount, hint = tr("can't be opened"), messages.shown(root.error)
        yield allow.id, (as_is(allow.id), tr("may be read"), formatting.foreign(allow.path), amount), hint
    for deny in policy.deny:
        amount = formatting.count(names[deny.id], "name") if deny.id in names else "…"
        cells = (as_is(deny.id), tr("never opened"), formatting.foreign(deny.glob), amount)
        yield deny.id, cells, formatting.foreign(deny.reason)


def scope(policy: Policy, plan: ScopePlan) -> str:
    purpose, names = formatting.foreign(policy.purpose), formatting.foreign(policy.approved_by)
    sentences = [
        tr("Purpose: {purpose}", purpose=purpose) + ".",
        tr("Approved by: {names}", names=names) + ".",
        _sums(plan) + ".",
        tr("A denied folder counts as one name. Names alone were looked at; nothing was opened."),
        *_differences(plan),
    ]
    if gone := [formatting.foreign(root.path) for root in plan.roots if root.error]:
        sentences.append(
            tr("Can't be opened: {folders}. If a folder was moved, relink it.", folders=formatting.listed(gone))
        )
    return " ".join(sentences)


def _sums(plan: ScopePlan) -> str:
    return tr(
        "{files} ({size}) may be read, {names} excluded",
        files=formatting.count(sum(root.files for root in plan.roots), "file"),
        size=formatting.size(sum(root.bytes for root in plan.roots)),
        names=formatting.count(sum(rule.names for rule in plan.rules), "name"),
    )


def change(before: ScopePlan, after: ScopePlan, moved: tuple[int, int] | None) -> str:
    """Say what a scope comes to before and after a change; ``moved`` files of so many read are at a root's new path."""
    lines = [tr("Now: {sums}.", sums=_sums(before)), tr("After the change: {sums}.", sums=_sums(after))]
    if moved is not None:
        there, read = map(formatting.number, moved)
        sentence = tr(
            "Of the files that were read under this folder, {there} of {read} are there.", there=there, read=read
        )
        lines.append(sentence)
        if moved == (after.removal.sources, after.removal.sources):  # they are in scope again once they are indexed
            after = replace(after, removal=before.removal, new_files=0)
    lines += [f"{formatting.foreign(root.path)}: {messages.shown(root.error)}" for root in after.roots if root.error]
    return "\n".join([*lines, *_differences(replace(after, changed=False))])


def _differences(plan: ScopePlan) -> Iterator[str]:
    if plan.changed and plan.version:
        yield tr("scope.toml was edited after version {number}, the last one on record.", number=plan.version)
    if plan.new_files:
        new = formatting.count(plan.new_files, "file")
        yield tr("New since that version: {files}, {size}.", files=new, size=formatting.size(plan.new_bytes))
    if plan.removal.sources:
        yield tr(
            "Already read and no longer in scope: {files}, {items}, with decisions on {decided}. "
            "They stay in the case.",
            files=formatting.count(plan.removal.sources, "file"),
            items=formatting.count(plan.removal.items, "item"),
            decided=formatting.number(plan.removal.decided),
        )
    if unlisted := sum(root.unlisted for root in plan.roots):
        yield tr("Folders that couldn't be listed: {number}.", number=formatting.number(unlisted))
    if plan.other:
        yield tr("Links and special files, which are passed over: {number}.", number=formatting.number(plan.other))
    if plan.unapproved:
        yield tr("Nothing is opened under this scope until somebody approves it.")


def version_cells(version: ScopeVersion) -> tuple[str, ...]:
    why = formatting.foreign(version.reason) or tr(_ACTIONS.get(version.action, version.action))
    people = map(formatting.foreign, (version.login, version.approver))
    return str(version.number), formatting.when(version.time), *people, why


def version_lines(versions: Sequence[ScopeVersion], number: int) -> str:
    """Return what a version changed in scope.toml, line by line; of the first one, all of it."""
    texts = ["", *(version.text for version in versions)]
    before, after = (text.splitlines() for text in texts[number - 1 : number + 1])
    lines = difflib.unified_diff(before, after, lineterm="", n=0)
    return "\n".join(formatting.safe_line(line) for line in lines if not line.startswith(("---", "+++", "@@", "+#")))


def record(status: Status, logs: dict[str, int], share: ShownShare | None) -> str:
    number = formatting.number
    lines = [
        tr(
            "Found under the allowed folders: {files}. Became items: {read}. Could not be read: {failed}. "
            "Denied, and not opened: {denied}.",
            files=formatting.count(status.files, "file"),
            read=number(status.with_items),
            failed=number(status.failed),
            denied=number(status.denied),
        ),
        tr(
            "The ledger has {lines} lines: every decision is in it before a file is opened. Another {views} lines "
            "record the originals that reviewers opened.",
            lines=number(logs["ledger"]),
            views=number(logs["views"]),
        ),
    ]
    if status.extent.message:
        lines.insert(0, messages.shown(status.extent.message))
    if status.unconfined:
        lines.append(messages.shown(say("broker-unconfined")))
    return "\n".join([*lines, "", *_exposure(share)])


def _exposure(share: ShownShare | None) -> Iterator[str]:
    if share is None:
        yield tr("The record of what people were shown was changed; verify the case to see where.")
        return
    yield tr(
        "People were shown {items} of {all}, {share} of the text. Searches: {searches}. Lists of hits: {lists}.",
        items=formatting.number(share.items),
        all=formatting.count(share.of_items, "item"),
        share=formatting.percent(share.octets / share.of_octets if share.of_octets else 0),
        searches=formatting.number(share.searches),
        lists=formatting.number(share.hit_lists),
    )
    people = (f"{formatting.foreign(name)} {formatting.number(items)}" for name, items in share.people)
    if share.people:
        yield tr("Items shown to each: {people}.", people=formatting.listed(people))
    if share.coded:
        coded, read = formatting.number(share.coded), formatting.number(share.read)
        yield tr("Coded items that their reviewer had been shown before: {read} of {coded}.", read=read, coded=coded)
    if share.elsewhere:
        yield tr("Read-only sessions of this login, which aren't counted: {number}.", number=share.elsewhere)


def checks(checks: Sequence[Check]) -> str:
    failed = sum(not check.held for check in checks)
    number, bad = formatting.number(len(checks)), formatting.number(failed)
    head = tr("Everything holds. Checks: {number}.", number=number)
    if any(check.name == EXTENT for check in checks):
        head = tr("Everything that was read holds; that is not the whole case. Checks: {number}.", number=number)
    if failed:
        head = tr("Not everything holds. Checks that failed: {bad} of {number}.", bad=bad, number=number)
    ordered = sorted(checks, key=lambda check: check.held)
    lines = (f"{'✓' if c.held else '✗'} {as_is(c.name)}: {messages.shown(c.message)}" for c in ordered)
    return "\n".join([head, *map(ours, lines)])


def compacted(sizes: tuple[int, int]) -> str:
    before, after = map(formatting.size, sizes)
    return tr("The database had {before} and has {after} now.", before=before, after=after)


def backed_up(backup: Backup) -> str:
    lines = [
        tr(
            "{files}, {size}, are in {folder}.",
            files=formatting.count(backup.files, "file"),
            size=formatting.size(backup.bytes),
            folder=formatting.foreign(backup.folder),
        ),
        tr("The keys of the case are in it: keep it as safe as the case."),
        tr(
            "The keys with which this login signs are not; they are in {folder}.",
            folder=formatting.foreign(backup.keys),
        ),
        checks(backup.checks),
    ]
    return "\n".join(lines)
