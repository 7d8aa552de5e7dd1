"""Analysis and plan in, the prioritised roadmap out."""

from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.roadmap import Release, Roadmap, RoadmapItem, all_problems, plan

__all__ = ["Reason", "ReasonKind", "Release", "Roadmap", "RoadmapItem", "all_problems", "plan"]
