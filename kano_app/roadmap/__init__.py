"""Analysis and plan in, the prioritised roadmap out."""

from kano_app.roadmap.reason import Reason, ReasonKind
from kano_app.roadmap.roadmap import Release, Roadmap, RoadmapItem, plan

__all__ = ["Reason", "ReasonKind", "Release", "Roadmap", "RoadmapItem", "plan"]
