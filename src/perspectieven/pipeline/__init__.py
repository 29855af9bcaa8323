"""The door to spaCy: a pipeline component that puts codings on a Doc, for displaCy, matchers and trained models."""

from perspectieven.pipeline.annotations import SPANS_KEY
from perspectieven.pipeline.colours import displacy_options
from perspectieven.pipeline.component import CodingComponent, make_component

__all__ = ["SPANS_KEY", "CodingComponent", "displacy_options", "make_component"]
