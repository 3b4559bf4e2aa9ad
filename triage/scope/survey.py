"""What a scope would include, by metadata alone: it walks as an index run does, but opens and records nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from triage.errors import ScopeError
from triage.model.messages import Message
from triage.model.scope import DeniedName, DeniedNames, DenyPlan, RootPlan
from triage.scope.broker import Broker
from triage.scope.policy import Allow, Policy, join


class Survey:
    """The files under the roots of a policy, counted; of these, those that an ``earlier`` policy doesn't include.

    No denied folder is listed. ``counted`` is called with the files so far, and ends the count by what it raises.
    """

    def __init__(self, policy: Policy, earlier: Policy, counted: Callable[[int], object] = lambda files: None) -> None:
        self._earlier, self._counted, self._files = earlier, counted, 0
        self._broker = Broker(policy)
        self.new_files = self.new_bytes = 0
        self.roots = tuple(map(self._count, policy.allow))
        denials = Counter(rule for _, rule, _ in self._broker.denials)
        self.rules = tuple(DenyPlan(deny.id, deny.glob, denials.pop(deny.id, 0)) for deny in policy.deny)
        self.other = denials.total()

    def _count(self, root: Allow) -> RootPlan:
        files = size = 0
        before = len(self._broker.unlisted)
        try:
            for chunk in self._broker.walk(root):
                files += len(chunk)
                self._files += len(chunk)
                self._counted(self._files)
                size += sum(max(0, source.size) for source in chunk)
                new = [s for s in chunk if not self._earlier.judge(join(root.path, s.relative)).allowed]
                self.new_files += len(new)
                self.new_bytes += sum(max(0, source.size) for source in new)
        except ScopeError as error:
            return RootPlan(root.id, root.path, files, size, 0, error.message)
        return RootPlan(root.id, root.path, files, size, len(self._broker.unlisted) - before, None)


def denied(policy: Policy) -> DeniedNames:
    """Return the names under a policy's roots that it keeps out, a denied folder as one; nothing is opened."""
    broker, unlisted = Broker(policy), list[tuple[str, Message | str]]()
    for root in policy.allow:
        try:
            for _ in broker.walk(root):
                pass
        except ScopeError as error:
            unlisted.append((f"{root.id}:", error.message))
    reasons = {deny.id: deny.reason for deny in policy.deny}
    names = (DeniedName(path, kind, rule, reasons.get(rule, "")) for path, rule, kind in broker.denials)
    return DeniedNames(tuple(names), (*unlisted, *broker.unlisted))
