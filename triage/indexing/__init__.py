"""A folder becomes items (floor 4). No search, review or export happens here."""
