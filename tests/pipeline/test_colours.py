"""The colours of the themes: told apart by everyone, readable, and the ones that displaCy draws."""

from itertools import combinations

import numpy as np
import pytest
import spacy
from spacy import displacy

from perspectieven.lexicon import Lexicon, Theme
from perspectieven.pipeline import displacy_options
from perspectieven.pipeline.colours import THEME_COLOURS

SEEING = {
    "all": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What light becomes; Machado, Oliveira and Fernandes (2009), severity 1."""
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def light(colour):
    """Return how much red, green and blue light a colour gives, 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Return the place of light in CIELAB, white point D65."""
    x, y, z = np.cbrt(np.maximum(TO_XYZ @ np.clip(rgb, 0, 1) / [0.95047, 1, 1.08883], 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("seen", SEEING.values(), ids=SEEING.keys())
def test_any_two_themes_are_told_apart(seen):
    places = [lab(np.array(seen) @ light(colour)) for colour in THEME_COLOURS]
    assert min(np.linalg.norm(one - other) for one, other in combinations(places, 2)) >= 16


def test_black_labels_read_on_every_colour():
    assert min((TO_XYZ[1] @ light(colour) + 0.05) / 0.05 for colour in THEME_COLOURS) >= 4.5


def test_every_theme_has_its_own_and_its_codes_have_it_too(lexicon):
    colours = displacy_options(lexicon)["colors"]
    assert len(lexicon.themes) == len({colours[theme] for theme in lexicon.theme_ids}) == 16
    assert all(colours[code.id] == colours[code.theme] for code in lexicon.codes)


def test_more_themes_than_colours_begin_anew():
    themes = tuple(Theme(f"t{at}", "", "", ()) for at in range(18))
    colours = displacy_options(Lexicon("x", "1", themes, ()))["colors"]
    assert (colours["T16"], colours["T17"]) == THEME_COLOURS[:2]


@pytest.mark.parametrize(
    ("spans_key", "drawn"), [("perspectieven", {"ERB-HOORTERBIJ", "HPR-GERUST"}), ("HPR", {"HPR-GERUST"})]
)
def test_displacy_draws_codings_in_the_colour_of_their_theme(lexicon, spans_key, drawn):
    nlp = spacy.blank("nl")
    nlp.add_pipe("perspectieven").lexicon = Lexicon("termen", "1", lexicon.themes, lexicon.codes)
    doc = nlp("Ze stelden ons gerust, want dat hoort er toch bij.")
    options = displacy_options(lexicon, spans_key=spans_key)
    page = displacy.render(doc, style="span", options=options, jupyter=False)
    of_codes = {code.id for code in lexicon.codes if code.id in page}
    assert of_codes == drawn
    used = {colour for colour in THEME_COLOURS if colour in page}
    assert used == {options["colors"][code] for code in drawn}
