"""What a seal does in the database: text is taken out, locked and brought back, and its traces are cleared."""
