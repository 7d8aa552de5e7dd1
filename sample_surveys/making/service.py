"""A service as its TOML file describes it: features, people's traits, and who answers how."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

SERVICES = Path(__file__).resolve().parent.parent / "services"

Mix = dict[str, float]
"""Category letter → weight."""
Text = dict[str, str]
"""Language → text."""


@dataclass(frozen=True, slots=True)
class Level:
    """One value of a trait and the share of people who have it."""

    id: str
    share: float
    text: Text


@dataclass(frozen=True, slots=True)
class Trait:
    """Something the survey asked about the people themselves."""

    id: str
    text: Text
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A service feature, what the team knows of it, and how people see it."""

    id: str
    stage: Text
    dimension: Text
    owner: Text
    effort: int
    depends_on: tuple[str, ...]
    mix: Mix
    mix_of: dict[str, Mix]
    """Level of a trait → the mix of the people who have it."""
    name: Text
    description: Text


@dataclass(frozen=True, slots=True)
class Service:
    """One survey of one service, before anybody has answered."""

    name: str
    people: int
    seed: int
    careless: dict[int, tuple[int, int]]
    """Position of a person → the two answers that person gives to everything."""
    traits: tuple[Trait, ...]
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Awkward:
    """The second group of the evening course and what its export lost."""

    service: Service
    only_functional: str


def load(name: str) -> dict[str, Any]:
    """Return the content of ``services/<name>.toml``."""
    return tomllib.loads((SERVICES / f"{name}.toml").read_text(encoding="utf-8"))


def _by_language(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ("en", "zh_CN", "zh_TW") if key in entry}


def _feature(entry: dict[str, Any], content: dict[str, Any], dimensions: dict[str, Text]) -> Feature:
    texts: dict[str, list[str]] = _by_language(entry)
    return Feature(
        id=entry["id"],
        stage=content["stages"][entry["stage"]],
        dimension=dimensions[entry["dimension"]],
        owner=content["owners"][entry["owner"]],
        effort=entry["effort"],
        depends_on=tuple(entry.get("depends_on", ())),
        mix=entry["mix"],
        mix_of=entry.get("for", {}),
        name={language: pair[0] for language, pair in texts.items()},
        description={language: pair[1] for language, pair in texts.items()},
    )


def _trait(entry: dict[str, Any]) -> Trait:
    levels = tuple(Level(level["id"], level["share"], _by_language(level)) for level in entry["levels"])
    return Trait(entry["id"], _by_language(entry), levels)


def read_service(name: str) -> Service:
    """Read the service that ``services/<name>.toml`` describes."""
    content, dimensions = load(name), load("common")["dimensions"]
    words = ("like", "expect", "neutral", "tolerate", "dislike")
    careless = {int(place): pair.split() for place, pair in content.get("careless", {}).items()}
    return Service(
        name=name,
        people=content["people"],
        seed=content["seed"],
        careless={place: (words.index(f) + 1, words.index(d) + 1) for place, (f, d) in careless.items()},
        traits=tuple(map(_trait, content["trait"])),
        features=tuple(_feature(entry, content, dimensions) for entry in content["feature"]),
    )


def read_awkward(name: str) -> Awkward:
    """Read the second group: the same features and one more, other people."""
    content, dimensions = load(name), load("common")["dimensions"]
    awkward, service = content["awkward"], read_service(name)
    extra = _feature(awkward["extra"], content, dimensions)
    service = replace(
        service,
        name=f"awkward-{name}",
        people=awkward["people"],
        seed=awkward["seed"],
        careless={},
        features=(*service.features, extra),
    )
    return Awkward(service, awkward["only_functional"])
