"""People who never lived answer a survey: seeded draws from a mix of categories plus noise."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sample_surveys.making.service import Feature, Mix, Service

LEVELS = 5
NOISE = 0.05
"""Share of answers that are any of the 25 pairs, whatever the person thinks."""
SKIPPED = 0.006
"""Share of questions that a person leaves out."""
UNRATED = 0.03
"""Share of importances that a person leaves out."""

PROFILES: dict[str, dict[str, float]] = {
    "M": {"25": 70, "35": 18, "45": 12},
    "P": {"15": 100},
    "A": {"12": 12, "13": 58, "14": 30},
    "I": {"33": 46, "34": 14, "24": 12, "23": 9, "22": 6, "44": 5, "32": 4, "43": 4},
    "R": {"51": 26, "31": 16, "41": 18, "52": 16, "53": 12, "21": 6, "54": 6},
    "Q": {"11": 65, "55": 35},
}
"""Category letter → pair of answers (functional, dysfunctional; 1 like … 5 dislike) → weight."""
IMPORTANCE = {"M": 8, "P": 7.5, "A": 6, "I": 4, "R": 3.5, "Q": 5}
"""Category letter → the importance, 1 to 9, around which it is rated."""

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A survey with its answers; 0 stands for what was left out."""

    service: Service
    people: tuple[str, ...]
    traits: Integers
    """(people, traits): position in the levels of the trait."""
    pairs: Integers
    """(people, features, 2): functional and dysfunctional answer, 1 to 5."""
    importance: Integers
    """(people, features): 1 to 9."""


def _stream(service: Service, purpose: str) -> np.random.Generator:
    """One stream for each purpose: whoever edits one feature leaves the answers on the others as they were."""
    return np.random.default_rng([service.seed, *f"{service.name}/{purpose}".encode()])


def _spread(stream: np.random.Generator, people: int) -> Floats:
    """Return a number of 0..1 for each person, one in each nth part, so that few people still show the mix."""
    return (np.argsort(stream.random(people)) + stream.random(people)) / people


def _choose(weights: Floats, uniform: Floats) -> Integers:
    """Return for each uniform number the position it falls on; only ``random()`` is promised to stay the same."""
    limits = np.cumsum(weights) / np.sum(weights)
    return np.minimum(np.searchsorted(limits, uniform, side="right"), len(weights) - 1)


def cell_weights(mix: Mix) -> Floats:
    """Return the weights of the 25 pairs, row by row, of people who see a feature as ``mix`` says."""
    cells = np.full(LEVELS * LEVELS, NOISE / LEVELS**2)
    for letter, share in mix.items():
        profile = PROFILES[letter]
        for pair, weight in profile.items():
            cell = (int(pair[0]) - 1) * LEVELS + int(pair[1]) - 1
            cells[cell] += (1 - NOISE) * share / sum(mix.values()) * weight / sum(profile.values())
    return cells


def _traits(service: Service) -> Integers:
    columns = [
        _choose(np.array([level.share for level in trait.levels]), _spread(_stream(service, trait.id), service.people))
        for trait in service.traits
    ]
    return np.stack(columns, axis=1)


def _answers(service: Service, feature: Feature, traits: Integers) -> Integers:
    """Return everybody's pair on one feature, before anything is left out."""
    uniform = _spread(_stream(service, feature.id), service.people)
    cells = _choose(cell_weights(feature.mix), uniform)
    for column, trait in zip(traits.T, service.traits, strict=True):
        for place, level in enumerate(trait.levels):
            if level.id in feature.mix_of:
                those = column == place
                cells[those] = _choose(cell_weights(feature.mix_of[level.id]), uniform[those])
    return np.stack([cells // LEVELS + 1, cells % LEVELS + 1], axis=1)


def _letter(functional: int, dysfunctional: int) -> str:
    """Return the category of a pair by Berger's table; only the importance that is invented rests on it."""
    return ("QAAAP", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")[functional - 1][dysfunctional - 1]


def _importance(service: Service, feature: Feature, pairs: Integers) -> Integers:
    """Return everybody's importance of one feature: what the category suggests, plus or minus about one."""
    uniform = _stream(service, f"{feature.id}/importance").random((service.people, 4))
    centre = np.array([IMPORTANCE[_letter(*pair)] for pair in pairs.tolist()])
    rated = np.clip(np.rint(centre + 3 * (uniform[:, :3].sum(axis=1) - 1.5)), 1, 9).astype(np.int64)
    return np.where(uniform[:, 3] < UNRATED, 0, rated)


def invent(service: Service) -> Sample:
    """Return the service's survey as its invented people answered it."""
    traits = _traits(service)
    pairs = np.stack([_answers(service, feature, traits) for feature in service.features], axis=1)
    for person, pair in service.careless.items():
        pairs[person] = pair
    importance = [_importance(service, feature, pairs[:, place]) for place, feature in enumerate(service.features)]
    pairs[_stream(service, "skipped").random(pairs.shape) < SKIPPED] = 0
    people = tuple(f"{service.name[0].upper()}{number:03}" for number in range(1, service.people + 1))
    return Sample(service, people, traits, pairs, np.stack(importance, axis=1))
