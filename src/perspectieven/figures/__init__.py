"""Figures: a finished table in, a Figure out; nothing is computed here but where things go.

To add a figure:

1. Compute its table in `themes` or `comparison`, with a schema in `tables`.
2. Add a module here with one public ``plot_``, decorated with ``@styled()``. It checks its table with `check_input`,
   starts from `start_drawing`, takes the fixed words that figures share (Dutch and English) from `fixed_words` and its
   own from ``_WORDS`` beside it, takes its colours from `style`, and adds to ``drawing.alt`` what someone who cannot
   see the figure should hear: what is largest and smallest, what is withheld, how many speakers there are.
3. Lay it out in inches, for the letters of the size that is drawn: `measure_text` and `break_text` say how large a
   text will be, `lay_out_rows` and `lay_out_columns` which rows a page holds and how their names break, `lay_out_map`
   where names beside points go. ``@styled()`` gives it the other sizes (`Drawing.with_size`): letters, marks and lines
   grow, `choose_most` keeps fewer rows. `name_left_out` says which are not drawn, or how many; no page is higher than
   a slide. An explanation is a sentence or two that each fit a line of a class.
4. Export it below, and let a test in ``tests/figures`` ask it what it drew: for a full table, an empty one, one with
   four perspectives and one about codes. Add it to the cases of ``test_figures.py``, which holds every figure to the
   same promises, and to ``crowded.py``, with the tables that are hardest to draw: ``test_layout.py`` asks whether
   every letter can be read at every size.
5. Look at it at the three sizes and in grey, on a slide of 1024 x 768 from the back of the room.
"""

from perspectieven.figures.cooccurrence import plot_cooccurrence
from perspectieven.figures.correspondence import plot_correspondence
from perspectieven.figures.differences import plot_differences
from perspectieven.figures.drawing import Drawing
from perspectieven.figures.heatmap import plot_heatmap
from perspectieven.figures.orientations import plot_orientations
from perspectieven.figures.positions import plot_positions
from perspectieven.figures.provenance import Provenance, list_quotes
from perspectieven.figures.questions import plot_questions
from perspectieven.figures.rates import plot_rates
from perspectieven.figures.saturation import plot_saturation
from perspectieven.figures.sets import plot_sets
from perspectieven.figures.shared import plot_shared
from perspectieven.figures.shares import plot_shares
from perspectieven.figures.spontaneity import plot_spontaneity
from perspectieven.figures.timeline import plot_timeline
from perspectieven.figures.voices import plot_voices
from perspectieven.figures.write import write_figure

__all__ = [
    "Drawing",
    "Provenance",
    "list_quotes",
    "plot_cooccurrence",
    "plot_correspondence",
    "plot_differences",
    "plot_heatmap",
    "plot_orientations",
    "plot_positions",
    "plot_questions",
    "plot_rates",
    "plot_saturation",
    "plot_sets",
    "plot_shared",
    "plot_shares",
    "plot_spontaneity",
    "plot_timeline",
    "plot_voices",
    "write_figure",
]
