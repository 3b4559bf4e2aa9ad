"""Members of files that the scope denies: none becomes an item, each goes on record.

The reader decides before it extracts; what it sends all the same is dropped here.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from triage.indexing.identify import OpenSource
from triage.indexing.remote import RemoteBroker
from triage.messages import encode, say
from triage.sandbox.wire import Denied, Late, Part
from triage.scope.policy import Policy


class DeniedMembers:
    """The members that one run denies; ``globs`` are what readers need to know."""

    def __init__(self, policy: Policy, broker: RemoteBroker) -> None:
        self._denials = policy.for_members
        self._broker = broker
        self.globs = self._denials.globs

    def keep_out(self, source: OpenSource, reply: Part | Denied | Late) -> bool:
        """Whether a reply is about a member that a rule denies, or something in one."""
        if isinstance(reply, Denied):
            self._record(source, reply.member, reply.path, reply.rule)
        elif isinstance(reply, Part) and reply.member and self.globs:
            path = (reply.path or reply.name).replace("\\", "/")
            if (rule := self._denials.rule(path)) is not None:
                self._record(source, reply.member, path, rule)
        return bool(source.denied) and not source.denied.isdisjoint(_way(reply.member))

    def _record(self, source: OpenSource, member: str, path: str, rule: str) -> None:
        if source.denied.isdisjoint(_way(member)):  # a reader that died may have told of it before
            source.denied.add(member)
            self._broker.deny_member(source.opened.source, member, path, rule)

    def problems(self, source: OpenSource) -> list[tuple[str, str]]:
        """Return for each item that holds such members, at any depth, its ordinals and a sentence with the count."""
        if not source.denied:
            return []
        counts = Counter(above for member in source.denied for above in ("", *_way(member)[:-1]))
        return [(container, encode(say("members-denied", count=count))) for container, count in counts.items()]


def _way(member: str) -> list[str]:
    """Return the ordinals of a member and of all that it lies in, the outermost first."""
    return list(accumulate(member.split("."), "{}.{}".format)) if member else []
