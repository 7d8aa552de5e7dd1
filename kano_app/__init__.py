"""Kano App: paired survey answers in, a prioritised roadmap out."""
