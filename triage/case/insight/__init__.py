"""What the front door offers of ``triage.insight``: it ranks, groups and suggests, and decides nothing."""
