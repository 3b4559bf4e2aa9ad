"""What the window says about results, as pure functions without widgets."""
