"""Dialogs: preferences, about, revisions, the command palette, help."""
