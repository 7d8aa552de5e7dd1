"""From a file, or what was pasted, to raw grids: what it is by its bytes, bounded, every cell as a person reads it."""
