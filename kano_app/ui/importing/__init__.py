"""The sheet of an import: the file as it is beside how it is read, and every guess to be corrected."""
