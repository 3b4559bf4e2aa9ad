"""Words become hits. Nothing here opens a source file or takes a decision."""
