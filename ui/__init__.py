"""The desktop application. It speaks to ``triage.case`` only: no SQL, no engine, no parser."""
