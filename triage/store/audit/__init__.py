"""The audit as a verification reads it, and what its rows commit to."""
