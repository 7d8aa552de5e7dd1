"""The workshop in the window: what the facilitator and the room see of ``kano_app.entry``."""
