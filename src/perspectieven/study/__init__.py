"""A study on disk: settings, steps, manifest, reports."""

from perspectieven.study.settings import Settings
from perspectieven.study.study import Study

__all__ = ["Settings", "Study"]
