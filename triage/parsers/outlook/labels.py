"""What Outlook properties are called: identifiers of MS-OXPROPS in, words for a person out; tables only."""

from __future__ import annotations

from triage.tables import rows

_ROWS = rows(__name__, "labels.tsv")
LABELS = {int(number, 16): label for kind, number, label in _ROWS if not kind}
"""Properties that are shown and searched, by identifier."""

NAMED_LABELS = {(kind, int(number, 16)): label for kind, number, label in _ROWS if kind}
"""Named properties that are shown and searched, by property set and number."""

SETS = {guid: name for name, guid in rows(__name__, "sets.tsv")}
"""Property sets (MS-OXPROPS 1.3.2) by their GUID."""
