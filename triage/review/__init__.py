"""The rules of a decision (floor 4). Nothing here reads source files or searches."""
