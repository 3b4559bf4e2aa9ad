"""The engine ``opensearch``: a case's index on a cluster that its user runs, for cases that outgrow one machine.

connection: the only code that speaks to the cluster · index: one case's index there · records: what was sent there ·
queries: trees as the cluster understands them · engine: the engine, which is what the rest of the program knows.

The cluster folds and splits nothing: it gets the tokens that ``triage.text`` made. What it can't say exactly it narrows
down, and the exact algorithm decides on the case's own texts. Nothing here may take part of an answer for the whole.
"""
