"""Figures: a finished table in, a Figure out; nothing is computed here but where things go.

To add a figure:

1. Compute its table in `themes` or `comparison`, with a schema in `tables`.
2. Add a module here with one public ``plot_``, decorated with ``@styled()``. It checks its table with `check_input`,
   starts from `start_drawing`, takes its fixed words (Dutch and English) from `style.LABELS` and its colours from
   `style`, and adds to ``drawing.alt`` what someone who cannot see the figure should hear.
3. Export it below, and let a test in ``tests/figures`` ask it what it drew: for a full table, an empty one, one with
   four perspectives and one about codes.
4. Look at it, on a slide of 1024 x 768 and in grey, from the back of the room.
"""

from perspectieven.figures.differences import plot_differences
from perspectieven.figures.drawing import Drawing
from perspectieven.figures.heatmap import plot_heatmap
from perspectieven.figures.orientations import plot_orientations
from perspectieven.figures.positions import plot_positions
from perspectieven.figures.shared import plot_shared
from perspectieven.figures.shares import plot_shares
from perspectieven.figures.write import write_figure

__all__ = [
    "Drawing",
    "plot_differences",
    "plot_heatmap",
    "plot_orientations",
    "plot_positions",
    "plot_shared",
    "plot_shares",
    "write_figure",
]
