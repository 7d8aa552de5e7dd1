"""Findings in, drawings out: each module draws on the Axes it is given, whoever shows them.

Nothing is imported here: the palette serves a window that stands before matplotlib is loaded.
"""
