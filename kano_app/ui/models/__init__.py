"""Qt models over values that never change."""
