"""Words become hits (floor 4). Nothing here opens a source file or takes a decision."""
