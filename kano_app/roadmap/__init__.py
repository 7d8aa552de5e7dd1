"""Analysis and plan in, the prioritised roadmap out."""

from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.roadmap import Release, Roadmap, RoadmapItem, all_problems, plan
from kano_app.roadmap.robustness import with_robustness

__all__ = ["Reason", "ReasonKind", "Release", "Roadmap", "RoadmapItem", "all_problems", "plan", "with_robustness"]
