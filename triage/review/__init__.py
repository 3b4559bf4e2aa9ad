"""The rules of a decision. Nothing here reads source files or searches."""
