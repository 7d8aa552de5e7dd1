"""Analysis and plan in, the prioritised roadmap out."""

from kano_app.roadmap.alternatives import with_alternatives
from kano_app.roadmap.move import Alternative, Move
from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.roadmap import Release, Roadmap, RoadmapItem, all_problems, plan
from kano_app.roadmap.robustness import with_robustness

__all__ = [
    "Alternative",
    "Move",
    "Reason",
    "ReasonKind",
    "Release",
    "Roadmap",
    "RoadmapItem",
    "all_problems",
    "plan",
    "with_alternatives",
    "with_robustness",
]
