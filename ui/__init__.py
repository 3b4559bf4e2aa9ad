"""The desktop application (floor 6). It speaks to ``triage.case`` only: no SQL, no engine, no parser."""
