"""The words of the questions as the Features page takes them; they are those of the questionnaire."""

from kano_app.wording.questions import Half, contrast, halves, hints

__all__ = ["Half", "contrast", "halves", "hints"]
