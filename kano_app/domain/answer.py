"""The five answers to one half of a question pair, and the two ways of not answering."""

from enum import IntEnum

LEVELS = 5
"""Number of answers a person can choose from."""


class Answer(IntEnum):
    """One half of a pair, as stored in the int8 columns of a survey (METHODS: 1 like … 5 dislike)."""

    UNANSWERED = 0
    LIKE = 1
    EXPECT = 2
    NEUTRAL = 3
    TOLERATE = 4
    DISLIKE = 5
    ABSTAINED = 6
