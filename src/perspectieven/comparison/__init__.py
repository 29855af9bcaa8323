"""Comparison: what can be said of perspectives, with the person as the unit."""

from perspectieven.comparison.cautions import find_cautions
from perspectieven.comparison.cooccurrence import count_cooccurrence
from perspectieven.comparison.correspondence import measure_correspondence
from perspectieven.comparison.coverage import compare_coverage, measure_coverage
from perspectieven.comparison.differences import compare_all, compare_perspectives
from perspectieven.comparison.dispersion import measure_dispersion
from perspectieven.comparison.keyness import FUNCTION_WORDS, measure_keyness
from perspectieven.comparison.leaving_out import compare_leaving_out
from perspectieven.comparison.orientations import measure_orientations
from perspectieven.comparison.positions import measure_positions
from perspectieven.comparison.rates import measure_rates
from perspectieven.comparison.robustness import compare_without_one
from perspectieven.comparison.saturation import measure_new_information, measure_saturation
from perspectieven.comparison.sequence import count_transitions, measure_timeline
from perspectieven.comparison.speakers import count_speakers, speaker_matrix
from perspectieven.comparison.spontaneity import measure_spontaneity
from perspectieven.comparison.spread import measure_spread
from perspectieven.comparison.terms import count_terms
from perspectieven.comparison.voices import HOLDERS, count_voices

__all__ = [
    "FUNCTION_WORDS",
    "HOLDERS",
    "compare_all",
    "compare_coverage",
    "compare_leaving_out",
    "compare_perspectives",
    "compare_without_one",
    "count_cooccurrence",
    "count_speakers",
    "count_terms",
    "count_transitions",
    "count_voices",
    "find_cautions",
    "measure_correspondence",
    "measure_coverage",
    "measure_dispersion",
    "measure_keyness",
    "measure_new_information",
    "measure_orientations",
    "measure_positions",
    "measure_rates",
    "measure_saturation",
    "measure_spontaneity",
    "measure_spread",
    "measure_timeline",
    "speaker_matrix",
]
