"""A folder becomes items. No search, review or export happens here."""
