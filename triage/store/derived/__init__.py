"""What is worked out of a case and can be made anew any time: in its folder ``derived``, numbers without text."""
