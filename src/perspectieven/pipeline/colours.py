"""The colours in which displaCy shows codings: one per theme, the same in every Doc."""

from itertools import cycle
from typing import Any

from perspectieven.lexicon import Lexicon
from perspectieven.pipeline.annotations import SPANS_KEY

THEME_COLOURS = (
    "#44EEBB", "#CC9911", "#AA99FF", "#448877", "#88DD88", "#BB6611", "#FFBBFF", "#7777EE",
    "#00BB88", "#99BB55", "#CC88CC", "#997744", "#BBAABB", "#CCDD55", "#777799", "#9966BB",
)  # fmt: skip
"""Chosen by search: any two are at least 16 apart (CIELAB) also to those who see no red, no green or no blue (after
Machado, Oliveira and Fernandes, 2009), and displaCy's black labels read on all (contrast 4.5 or more)."""


def displacy_options(lexicon: Lexicon, *, spans_key: str = SPANS_KEY) -> dict[str, Any]:
    """Return the options with which displaCy's style "span" shows codings in the colours of their themes.

    Labels stay beside the colours, so that no one needs the colours. In a lexicon with more than 16 themes they begin
    anew.

    Parameters
    ----------
    spans_key : str
        The group to show: all codings, or the id of a theme.

    Examples
    --------
    >>> import spacy
    >>> from spacy import displacy
    >>> nlp = spacy.blank("nl")
    >>> component = nlp.add_pipe("perspectieven")
    >>> doc = nlp("Dat hoort er toch bij.")
    >>> options = displacy_options(component.lexicon)
    >>> page = displacy.render(doc, style="span", options=options, jupyter=False)
    >>> "ERB-HOORTERBIJ" in page, options["colors"]["ERB"] in page
    (True, True)
    """
    by_theme = dict(zip(lexicon.theme_ids, cycle(THEME_COLOURS), strict=False))
    by_label = by_theme | {code.id: by_theme[code.theme] for code in lexicon.codes}
    return {"spans_key": spans_key, "colors": {label.upper(): colour for label, colour in by_label.items()}}
