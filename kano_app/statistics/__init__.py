"""Numbers in, numbers out: intervals, draws and tests that know nothing of the Kano method."""
